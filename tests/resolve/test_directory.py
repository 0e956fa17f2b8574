"""Who is who across the articles: the tables first, then alike names of one country."""

from __future__ import annotations

from dataclasses import replace

from sitegen.model import Actor, Reading
from sitegen.resolve import build_directory
from tests.group.synthetic import START, make_claim, make_reading


def reading_of(article: str, *people: tuple[str, str | None]) -> Reading:
    """An article in which these people (name, country), whom no table knows, take part."""
    claim = make_claim(article, ["sergey-lavrov"], START)
    model = claim.actors[0]
    actors = tuple(
        Actor("?" + name.casefold(), name, country, None, "special-envoy", replace(model.evidence, text=name))
        for name, country in people
    )
    return make_reading(article, [replace(claim, actors=(*claim.actors, *actors))])


def ids_of(*readings: Reading) -> list[str]:
    return sorted(p for p in build_directory(readings).people if p != "sergey-lavrov")


def test_spellings_of_one_country_are_one_person():
    """Two scripts and two papers, one envoy; the Latin form is shown."""
    found = build_directory([reading_of("a", ("Кайрат Сарыбай", "KZ")), reading_of("b", ("Kairat Sarybay", "KZ"))])

    person = next(p for p in found.people.values() if not p.is_known)
    assert "Kairat Sarybay" == person.name
    assert ["Kairat Sarybay", "Кайрат Сарыбай"] == [spelling.text for spelling in person.spellings]


def test_sound_alone_never_joins_across_countries():
    """The same name in another country, or without one, is somebody else."""
    assert 3 == len(
        ids_of(
            reading_of("a", ("Jan Kowalski", "PL")),
            reading_of("b", ("Ян Ковальский", "RU")),
            reading_of("c", ("Jan Kovalski", None)),
        )
    )


def test_an_id_never_takes_one_of_the_tables():
    """Somebody else who is called like a person of the tables gets a number."""
    assert ["hakan-fidan-2"] == ids_of(reading_of("a", ("Hakan Fidan", "DE")))


def test_the_order_of_articles_changes_nothing():
    """Ids, names and spellings are the same however the folder is listed."""
    found = [
        reading_of(n, (name, "KZ")) for n, name in (("a", "Kairat Sarybay"), ("b", "Q. Sarybai"), ("c", "Сарыбай"))
    ]

    assert build_directory(found) == build_directory(found[::-1])


def test_known_people_keep_their_offices_and_forms():
    """The tables give the usual forms; every spelling of every script is an alias."""
    person = build_directory([reading_of("a")]).people["sergey-lavrov"]

    assert person.is_known
    assert "RU" == person.country
    assert "Сергей Лавров" in person.aliases
