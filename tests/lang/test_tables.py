"""The tables of every language: every key is there, every pattern is well formed, no form names two countries."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from babel import Locale

from sitegen.errors import TableError
from sitegen.extract.phrases import OF_ALL_LANGUAGES
from sitegen.fold import fold
from sitegen.lang import schema

ROOT = Path(__file__).parents[2] / "sitegen"
CODES = sorted(path.name for path in (ROOT / "lang").iterdir() if (path / "places.toml").exists())
SPACELESS = {"zh", "ja"}
DAYS = {"today", "yesterday", "before_yesterday", "tomorrow", "after_tomorrow", "same_day", "next_day", "previous_day"}
TERRITORIES = {"EH", "HK", "MO", "PS", "TW", "XK", "GL", "VA"}


def read(path: str) -> dict[str, Any]:
    """Return a table under sitegen/ as it is written."""
    return tomllib.loads((ROOT / path).read_text(encoding="utf-8"))


def texts(value: object) -> Iterator[str]:
    """Every text in a table, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def missing(table: Mapping[str, Any], expected: Mapping[str, Any], where: str = "") -> list[str]:
    """The keys of a schema that a table leaves out."""
    gone = [f"{where}{key}" for key in expected if key != "*" and key not in table]
    for key, inner in expected.items():
        if isinstance(inner, Mapping) and key in table:
            gone += missing(table[key], inner, f"{where}{key}.")
    return gone


@pytest.mark.parametrize("code", CODES)
def test_events_have_every_key(code: str) -> None:
    """Every role, kind and stance is written down in every language."""
    assert missing(read(f"lang/{code}/events.toml"), schema.EVENTS) == []


@pytest.mark.parametrize("table", sorted(OF_ALL_LANGUAGES))
def test_a_table_of_all_languages_has_words_in_each(table: str) -> None:
    """A language without its words would be read as if no article of it ever used them."""
    words = read(f"lang/{table}.toml")["words"]
    assert sorted(words) == CODES
    assert [code for code, row in words.items() if not row] == []


@pytest.mark.parametrize("code", CODES)
def test_time_has_every_day(code: str) -> None:
    """Every relative day, seven weekdays and three calendars of twelve months are there."""
    time = read(f"lang/{code}/time.toml")
    assert DAYS - set(time["days"]) == set()
    assert len(time["weekdays"]["names"]) == 7
    assert [len(time["months"][key]) for key in ("names", "solar_hijri", "hijri")] == [12, 12, 12]
    assert len(time["numbers"]["words"]) == 31
    assert time["order"] in ("dmy", "mdy", "ymd")


@pytest.mark.parametrize("code", CODES)
def test_places_have_every_country_body_and_city(code: str) -> None:
    """A country, body or city that one language knows is known to all."""
    places = read(f"lang/{code}/places.toml")
    countries = set(read("lang/en/places.toml")["countries"])
    assert len(countries) >= 193 + len(TERRITORIES)
    assert countries >= TERRITORIES
    assert countries ^ set(places["countries"]) == set()
    assert set(read("data/bodies.toml")) - set(places["bodies"]) == set()
    assert set(places["cities"]) - set(read("data/cities.toml")) == set()


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", ["events", "time", "places"])
def test_patterns_are_well_formed(code: str, name: str) -> None:
    """No pattern is empty; `*` ends a word of two letters or more; `…` stands between words."""
    for text in texts(read(f"lang/{code}/{name}.toml")):
        assert text, f"{code}/{name} has an empty text"
        assert text == text.strip(), f"{code}/{name}: {text!r} has space around it"
        if name == "events" and len(text) == 2 and not text.isalnum():
            continue  # a pair of quotation marks
        assert not re.search(r"\*(?!\s|$)|(?<!\S)\w?\*", text), f"{code}/{name}: {text!r} has a * within a word"
        assert not re.search(r"^\s*…|…\s*$", text), f"{code}/{name}: {text!r} has a … at an end"
        assert code not in SPACELESS or "*" not in text, f"{code}/{name}: {text!r} uses * without spaces"


@pytest.mark.parametrize("code", CODES)
def test_no_form_names_two_countries(code: str) -> None:
    """Within a language, a form stands for one country only."""
    own = Locale.parse(code).territories
    owners: dict[str, set[str]] = defaultdict(set)
    for country, entry in read(f"lang/{code}/places.toml")["countries"].items():
        for form in [own.get(country, country), *texts(entry)]:
            owners[fold(form, code)].add(country)
    assert {form: sorted(found) for form, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_form_names_two_cities(code: str) -> None:
    """Within a language, a form stands for one city only: a meeting in Putrajaya was not in Kuala Lumpur."""
    owners: dict[str, set[str]] = defaultdict(set)
    for city, forms in read(f"lang/{code}/places.toml")["cities"].items():
        for form in forms:
            owners[fold(form, code)].add(city)
    assert {form: sorted(found) for form, found in owners.items() if len(found) > 1} == {}


@pytest.mark.parametrize("code", CODES)
def test_a_role_phrase_belongs_to_one_role(code: str) -> None:
    """A phrase that stood for two roles would make a minister of a president."""
    owners: dict[str, set[str]] = defaultdict(set)
    for role, phrases in read(f"lang/{code}/events.toml")["roles"].items():
        for phrase in phrases:
            owners[fold(phrase, code)].add(role)
    assert {phrase: sorted(found) for phrase, found in owners.items() if len(found) > 1} == {}


def test_cities_lie_where_their_country_says() -> None:
    """Every city has a country that the tables know, and coordinates on the globe; a country has one capital."""
    cities = read("data/cities.toml")
    countries = set(read("lang/en/places.toml")["countries"]) | {"CK"}
    assert {name for name, city in cities.items() if city["country"] not in countries} == set()
    assert {
        name for name, city in cities.items() if not (-90 <= city["lat"] <= 90 and -180 <= city["lon"] <= 180)
    } == set()
    capitals = [city["country"] for city in cities.values() if city["is_capital"]]
    assert len(capitals) == len(set(capitals))


def test_bodies_are_told_from_countries() -> None:
    """No body has the id of a country, and its seat is a city of the table."""
    bodies = read("data/bodies.toml")
    assert set(bodies) & set(read("lang/en/places.toml")["countries"]) == set()
    cities = set(read("data/cities.toml")) | {""}
    assert {body for body, entry in bodies.items() if entry["seat"] not in cities} == set()


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("called {person} up", "beginning or at the end"),
        ("called {people}", "“{people}” stands for nothing"),
        ("called {person", "“{person” stands for nothing"),
    ],
)
def test_a_slot_out_of_place_is_named(entry: str, words: str) -> None:
    """An entry whose braces no reader fills says which entry and where it stands, and what may stand in braces."""
    with pytest.raises(TableError, match=re.escape(words)) as caught:
        schema.check({"kinds": {"call": {"verbs": ["called", entry]}}}, schema.EVENTS, "sitegen/lang/en/events.toml")

    assert entry in caught.value.message
    assert caught.value.where.startswith("sitegen/lang/en/events.toml: kinds")


@pytest.mark.parametrize("entry", ["called {person}", "{person} aradı", "{n} days ago", "told {outlet} on"])
def test_a_slot_in_its_place_is_kept(entry: str) -> None:
    """A slot for a person ends or begins an entry; a number and an outlet may stand anywhere."""
    table = schema.check({"kinds": {"call": {"verbs": [entry]}}}, schema.EVENTS, "events.toml")

    assert table["kinds"]["call"]["verbs"] == [entry]
