"""A cluster of claims → an Event: what they say together, from whom, and where they differ."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from sitegen.data.gazetteer import holds, whole_of
from sitegen.group.facts import Facts, rank
from sitegen.model import (
    Actor,
    Basis,
    Comparison,
    Conflict,
    Constraint,
    Directory,
    Event,
    Kind,
    Participant,
    Person,
    Related,
    Stance,
    Variant,
    When,
)
from sitegen.when import solve

# What a report's kind counts for. Who says that they spoke by telephone, or that others gathered, knows more. A visit,
# talks or a signing are what one paper makes of a meeting and the next does not, and papers are signed on most visits:
# they need more than an even vote (benchmarks/quality: 739 of 863 kinds were right where a visit won it, 751 are).
VOICE = {Kind.CALL: 1.2, Kind.SUMMIT: 1.2, Kind.VISIT: 0.75, Kind.TALKS: 0.6, Kind.SIGNING: 0.6}
# A person whom only a few of many texts take for a principal is one of the delegation or a misreading.
PRINCIPAL_SHARE = 0.3
EXTRA_TEXTS = 2  # texts that must name somebody who only came along
# Kinds at which a country for which nobody is named may be a third party: mediators, the other states of a row.
OPEN_TO_COUNTRIES = frozenset({Kind.TALKS, Kind.SIGNING, Kind.MEETING, Kind.SUMMIT})


def merge(
    cluster: Sequence[Facts], directory: Directory, comparisons: Sequence[Comparison], related: Sequence[Related]
) -> Event:
    """Return the event of a cluster; its id is settled later, when all events are known."""
    facts = sorted(cluster, key=lambda f: (f.claim.article, f.claim.id))
    kind = _kind(facts)
    when = _assumed(solve(_constraints(facts)), facts, kind)
    participants = _participants(facts, directory, when)
    countries, bodies = _parties(facts, participants)
    places = _votes(facts, lambda f: f.claim.place)
    ids = [f.claim.id for f in facts]
    return Event(
        id="",
        kind=kind,
        when=when,
        end=None,
        participants=participants,
        countries=countries,
        bodies=bodies,
        place=places[0][0] if places else None,
        stance=Stance.REPORTED if any(f.claim.stance == Stance.REPORTED for f in facts) else Stance.ANNOUNCED,
        claims=tuple(f.claim for f in facts),
        conflicts=tuple(_conflicts(facts, kind, when, places)),
        comparisons=tuple(c for c in comparisons if c.left in ids and c.right in ids),
        related=tuple(related),
        texts=len({f.text for f in facts}),
        storylines=(),
    )


def _kind(facts: Sequence[Facts]) -> Kind:
    votes: dict[Kind, float] = defaultdict(float)
    for fact in _one_a_text(facts):
        total = sum(weight for _, weight in fact.claim.kinds) or 1.0
        votes[fact.claim.kind] += 1.0
        for kind, weight in fact.claim.kinds:
            votes[kind] += 0.5 * weight / total
    return max(votes, key=lambda k: (round(votes[k] * VOICE.get(k, 1.0), 6), k.value))


def _one_a_text(facts: Sequence[Facts]) -> list[Facts]:
    """Near-copies count once: the first article of each text speaks for it."""
    return list({fact.text: fact for fact in reversed(facts)}.values())[::-1]


def _constraints(facts: Sequence[Facts]) -> list[Constraint]:
    return [c for fact in _one_a_text(facts) for c in fact.claim.constraints]


def _assumed(when: When, facts: Sequence[Facts], kind: Kind) -> When:
    """What is told without any day is news of the day it was published, with EDTF's "?" and never certain.

    Of ten such events of benchmarks/quality seven happened on that day, the others a day or two before. Calls are not
    assumed to be: ministries often publish what was said days later.
    """
    if when.day or any(c.basis not in (Basis.PUBLISHED, Basis.TERM) for c in when.constraints):
        return when
    bounds = [c for c in when.constraints if c.basis == Basis.PUBLISHED and c.earliest and c.latest]
    if not bounds or kind == Kind.CALL or all(f.claim.stance == Stance.ANNOUNCED for f in facts):
        return when
    day = min(date.fromisoformat(c.evidence.text) for c in bounds)
    return replace(when, edtf=f"{day.isoformat()}?", earliest=day, latest=day, is_certain=False)


def _votes(facts: Sequence[Facts], value_of: Callable[[Facts], str | None]) -> list[tuple[str, tuple[str, ...]]]:
    """Values with the claims that give them: the most texts first, then by value."""
    claims: dict[str, list[str]] = defaultdict(list)
    texts: dict[str, set[str]] = defaultdict(set)
    for fact in facts:
        value = value_of(fact)
        if value:
            claims[value].append(fact.claim.id)
            texts[value].add(fact.text)
    return [(v, tuple(claims[v])) for v in sorted(claims, key=lambda v: (-len(texts[v]), v))]


# ---------------------------------------------------------------- who


def _participants(facts: Sequence[Facts], directory: Directory, when: When) -> tuple[Participant, ...]:
    actors: dict[str, list[tuple[Actor, Facts, int]]] = defaultdict(list)
    for fact in facts:
        for place, actor in enumerate(fact.claim.actors):
            person = directory.by_key.get(actor.key)
            if person:
                actors[person].append((actor, fact, place))
    texts = {f.text for f in facts}
    found = []
    for person, rows in sorted(actors.items()):
        principal = {f.text for a, f, _ in rows if a.is_principal}
        named = {f.text for _, f, _ in rows}
        is_principal = len(principal) >= max(1, PRINCIPAL_SHARE * len(texts))
        if is_principal or len(named) >= EXTRA_TEXTS:
            places = [p for _, _, p in rows]
            # Who is named first in most reports stands first; among equals, in the first report.
            rank = (not is_principal, min(places) > 1, -len(principal), sum(places) / len(places), places[0], person)
            found.append((rank, rows))
    found.sort(key=lambda item: item[0])
    return tuple(_participant(rank[-1], rows, not rank[0], when, directory) for rank, rows in found)


def _participant(
    person: str, rows: Sequence[tuple[Actor, Facts, int]], is_principal: bool, when: When, directory: Directory
) -> Participant:
    country = _most([a.country for a, _, _ in rows])
    body = _most([a.body for a, _, _ in rows])
    role = _role_on(directory.people[person], when, country or body, [a.role for a, _, _ in rows])
    claims = tuple(sorted({f.claim.id for _, f, _ in rows}))
    return Participant(person, country, None if country else body, role, claims, is_principal)


def _most(values: Sequence[str | None]) -> str | None:
    counts = Counter(v for v in values if v)
    return min(counts, key=lambda v: (-counts[v], v)) if counts else None


def _role_on(person: Person, when: When, party: str | None, stated: Sequence[str | None]) -> str | None:
    """The office that the tables give for the day; of several the one that the articles state, else the highest."""
    if not person.is_known or when.earliest is None:
        return _most(stated)
    last = when.latest or when.earliest
    offices = [o for o in person.offices if o.start and holds(o, when.earliest, last) and party in (None, o.of)]
    offices.sort(key=lambda o: ({"head": 0, "minister": 1}.get(rank(o.role), 2), o.start, o.role))
    said = _most([role for role in stated if role in {o.role for o in offices}])
    return said or (offices[0].role if offices else _most(stated))


def _parties(facts: Sequence[Facts], participants: Sequence[Participant]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    countries = {p.country for p in participants if p.country and p.is_principal}
    bodies = {p.body for p in participants if p.body and p.is_principal}
    texts = {f.text for f in facts}
    unnamed: dict[tuple[str, str], set[str]] = defaultdict(set)
    for fact in facts:
        for place, actor in enumerate(fact.claim.actors):
            takes_part = place < 2 or (actor.is_principal and fact.claim.kind in OPEN_TO_COUNTRIES)
            if takes_part and actor.key.startswith("@"):
                side = ("country", actor.country) if actor.country else ("body", actor.body or "")
                unnamed[side].add(fact.text)
        if fact.claim.body:
            unnamed["body", fact.claim.body].add(fact.text)
    for (sort, code), backing in sorted(unnamed.items()):
        if len(backing) >= 0.5 * len(texts):
            (countries if sort == "country" else bodies).add(code)
    wholes = {whole_of(body) for body in bodies if whole_of(body) != body}  # named by its organ: "UN Security Council"
    return tuple(sorted(countries)), tuple(sorted(bodies - wholes))


# ---------------------------------------------------------------- where they differ


def _conflicts(
    facts: Sequence[Facts], kind: Kind, when: When, places: Sequence[tuple[str, tuple[str, ...]]]
) -> list[Conflict]:
    found = []
    days = _votes(facts, lambda f: f.when.day.isoformat() if f.when.day else None)
    kept = when.day.isoformat() if when.day else ""
    if len(days) > 1 or (days and kept and days[0][0] != kept):
        ordered = sorted(days, key=lambda item: item[0] != kept)
        found.append(Conflict("date", _variants(ordered), when.set_aside[0].why if when.set_aside else "majority"))
    if len(places) > 1:
        found.append(Conflict("place", _variants(places), "majority"))
    kinds = _votes(facts, lambda f: str(f.claim.kind))
    if len(kinds) > 1:
        found.append(Conflict("kind", _variants(sorted(kinds, key=lambda item: item[0] != kind)), "majority"))
    return found


def _variants(rows: Sequence[tuple[str, tuple[str, ...]]]) -> tuple[Variant, ...]:
    return tuple(Variant(value, claims) for value, claims in rows)


def event_ids(events: Sequence[Event], directory: Directory) -> Mapping[int, str]:
    """Return an id from facts for each event by its index; of two alike that of the lowest article is plain."""
    order = sorted(range(len(events)), key=lambda n: (events[n].claims[0].article, events[n].claims[0].id))
    ids: dict[int, str] = {}
    taken: set[str] = set()
    for n in order:
        event = events[n]
        base = _plain_id(event)
        people = "-".join(_family(p.person, directory) for p in event.participants[:2])
        options = [base, f"{base}-{people}" if people else base]
        unique = next((o for o in options if o not in taken), None)
        number = 2
        while unique is None:
            option = f"{options[-1]}-{number}"
            unique = option if option not in taken else None
            number += 1
        taken.add(unique)
        ids[n] = unique
    return ids


def _plain_id(event: Event) -> str:
    parties = [c.lower() for c in event.countries] + [b.lower() for b in event.bodies]
    many = event.bodies[0].lower() if event.bodies else str(len(parties))
    shown = "-".join(parties) if len(parties) <= 4 else many
    return "-".join(part for part in (_date_part(event.when), str(event.kind), shown) if part)


def _date_part(when: When) -> str:
    first, last = when.earliest, when.latest
    if when.day:
        return when.day.isoformat()
    if first and last and (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    if first and last and first.year == last.year:
        return f"{first:%Y}"
    return "undated"


def _family(person: str, directory: Directory) -> str:
    return person.rpartition("-")[2] if person in directory.people else person
