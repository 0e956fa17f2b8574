"""Claims made by hand or by hypothesis, without any text: what grouping sees of articles."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from hypothesis import strategies as st

from sitegen.model import Actor, Basis, Claim, Constraint, Evidence, Kind, Reading, Stance
from tests.articles import make_article

START = date(2024, 6, 3)
# Person id of the tables → country and role.
PEOPLE = {
    "masoud-pezeshkian": ("IR", "president"),
    "kassym-jomart-tokayev": ("KZ", "president"),
    "vladimir-putin": ("RU", "president"),
    "sergey-lavrov": ("RU", "foreign-minister"),
    "hakan-fidan": ("TR", "foreign-minister"),
    "recep-tayyip-erdogan": ("TR", "president"),
}
KINDS = (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.SIGNING, Kind.MESSAGE)
PLACES = (None, "ankara", "moscow", "tehran", "geneva")
TOPICS = ("gas", "grain", "railway", "city:baku", "143", "@UN")


def make_claim(
    article: str,
    people: Sequence[str],
    day: date | None,
    *,
    kind: Kind = Kind.CALL,
    rank: int = 0,
    basis: Basis = Basis.EXPLICIT,
    place: str | None = None,
    topics: Sequence[str] = (),
) -> Claim:
    """Return a claim that these people did something on a day; with WEEKDAY only the weekday of that day is said."""
    words = Evidence(article, 1, "words", "test")
    actors = tuple(
        Actor(person, person, PEOPLE[person][0], None, PEOPLE[person][1], Evidence(article, 1, person, "name"))
        for person in people
    )
    constraints: tuple[Constraint, ...] = ()
    if day and basis is Basis.WEEKDAY:
        published = day + timedelta(days=2)
        constraints = (
            Constraint(Basis.WEEKDAY, words, weekday=day.weekday()),
            Constraint(Basis.PUBLISHED, words, published - timedelta(days=10), published),
        )
    elif day:
        constraints = (Constraint(basis, words, day, day),)
    return Claim(
        id=f"{article}#{rank}", article=article, kind=kind, actors=actors,
        countries=tuple(sorted({PEOPLE[p][0] for p in people})), constraints=constraints, place=place,
        place_evidence=words if place else None, stance=Stance.REPORTED, sentences=(1,), evidence=(words,),
        prominence=10.0 - rank, kinds=((kind, 1.0),), topics=tuple(sorted(topics)),
    )  # fmt: skip


def make_reading(article: str, claims: Sequence[Claim], *, copy_of: str | None = None) -> Reading:
    """Return the reading of an article with these claims."""
    return Reading(make_article(article, copy_of=copy_of), (), tuple(claims))


@st.composite
def readings(draw: st.DrawFn, *, most: int = 10) -> list[Reading]:
    """Draw articles of one or two claims each, close enough in time and people to be confused."""
    found = []
    for number in range(draw(st.integers(1, most))):
        name = f"a{number:02}"
        claims = [
            make_claim(
                name,
                draw(st.lists(st.sampled_from(sorted(PEOPLE)), min_size=2, max_size=3, unique=True)),
                draw(st.one_of(st.none(), st.integers(0, 24).map(lambda n: START + timedelta(days=n)))),
                kind=draw(st.sampled_from(KINDS)),
                rank=rank,
                basis=draw(st.sampled_from((Basis.EXPLICIT, Basis.RELATIVE, Basis.WEEKDAY))),
                place=draw(st.sampled_from(PLACES)),
                topics=draw(st.lists(st.sampled_from(TOPICS), max_size=4, unique=True)),
            )
            for rank in range(draw(st.integers(1, 2)))
        ]
        found.append(make_reading(name, claims))
    return found
