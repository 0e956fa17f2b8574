"""Events → storylines: what the same parties do over time, in order, with the rounds of their negotiations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import combinations
from types import MappingProxyType

from sitegen.model import Event, Kind, Storyline

LEAST_EVENTS = 2
MOST_PARTIES = 4  # a larger gathering is no story of each pair in it


def find_storylines(events: Sequence[Event]) -> tuple[Storyline, ...]:
    """Return a storyline for each pair of parties, and each group of three or four, with two events or more."""
    members: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    for event in events:
        parties = sorted({*event.countries, *event.bodies})
        if event.kind in (Kind.SUMMIT, Kind.VOTE) or not 2 <= len(parties) <= MOST_PARTIES:
            continue
        for size in range(2, len(parties) + 1):
            for group in combinations(parties, size):
                members[group].append(event)
    return tuple(
        _storyline(parties, found)
        for parties, found in sorted(members.items())
        if len(found) >= LEAST_EVENTS and (len(parties) == 2 or any(e.kind == Kind.TALKS for e in found))
    )


def _storyline(parties: tuple[str, ...], events: Sequence[Event]) -> Storyline:
    ordered = sorted(events, key=order_of)
    people = sorted({p.person for e in ordered for p in e.participants if p.is_principal})
    rounds = {e.id: r for e in ordered if (r := _round(e)) is not None}
    return Storyline(
        id="-".join(p.lower() for p in parties),
        parties=parties,
        topic=None,
        events=tuple(e.id for e in ordered),
        people=tuple(people),
        rounds=MappingProxyType(rounds),
    )


def _round(event: Event) -> int | None:
    if event.kind != Kind.TALKS:
        return None
    numbers = sorted(c.round for c in event.claims if c.round is not None)
    return max(numbers, key=lambda n: (numbers.count(n), -n)) if numbers else None


def order_of(event: Event) -> tuple[date, date, str]:
    """Return the key that puts events in order of time; what is known only to lie in a span stands at its end."""
    last = event.when.latest or event.when.earliest or date.max
    return (last, event.when.earliest or last, event.id)
