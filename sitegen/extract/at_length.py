"""Whom several sentences in a row tell of beside one side of the main event: what is told at length is news, too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.beside import DONE, done_by, is_fact, is_of_these_days, told_beside
from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.offices import LEADERS
from sitegen.extract.pairs import leads
from sitegen.extract.weigh import Candidate
from sitegen.model import Kind

MORE = 2  # sentences behind the first that name nobody else; with 1 twice as many are wrong
SENTENCES = 4  # read behind the first; 3 to 6 fare alike


def find_told_at_length(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the meetings of a side of the main event with leaders whom no other event names, each told at length.

    Below a call others are named for what they, too, said on the telephone, or said of it.
    """
    if opening.kind == Kind.CALL or len(opening.pair) != 2:
        return []
    known = opening.keys.union(*(c.keys for c in more))
    found: dict[str, Candidate] = {}
    for frame in frames:
        for side in _new(frame, opening, frames, cast):
            if side.key in known | set(found):
                continue
            hub, told = max(
                ((hub, _passage(frame, frames, hub, side)) for hub in _hubs(side, opening, frames, cast)),
                key=lambda item: sum(item[0].key in f.people_keys for f in item[1]),
                default=(None, ()),
            )
            if hub and _is_of(side, told):
                found[side.key] = told_beside((hub, side), told, done_by((hub, side), told) or {Kind.MEETING: 1.0})
    return list(found.values())


def _new(frame: Frame, opening: Candidate, frames: Sequence[Frame], cast: Cast) -> Iterator[Side]:
    """Who leads or is a minister of a country or body that has no part in the main event, where a fact is told."""
    if not is_fact(frame, may_look_back=True) or not is_of_these_days(frame, cast):
        return
    for side in frame.people:
        is_other = side.party is not None and side.party not in opening.parties
        is_named = any(mention is side.mention for mention, _ in cast.resolved[frame.number])
        is_third = any(opening.keys | {side.key} <= set(f.people_keys) for f in frames)
        if is_other and leads(side, cast) and is_named and not is_third:
            yield side


def _hubs(side: Side, opening: Candidate, frames: Sequence[Frame], cast: Cast) -> list[Side]:
    """The sides of the main event whom the headline names and who meet such a one: of the same rank, or on a journey.

    Who is on a journey stands first.
    """
    headline = {s.key for f in frames if f.number == 0 for s in f.people}
    where = {gazetteer().cities[city].country for f in opening.frames[:MORE] for city in f.cities}
    is_leader = cast.role_of(side.key) in LEADERS
    sides = [s for s in opening.pair if s.key in headline]
    sides = [s for s in sides if where - {s.party} or (cast.role_of(s.key) in LEADERS) == is_leader]
    return sorted(sides, key=lambda s: not where - {s.party})


def _passage(first: Frame, frames: Sequence[Frame], hub: Side, side: Side) -> tuple[Frame, ...]:
    """The sentences around the first that tell of the two and nobody else: the head of its paragraph, and what follows.

    `Two days later, on Wednesday, it was Japan's turn. Kishida welcomed him …`
    """
    here = [f for f in frames if f.segment == first.segment and not f.is_heading]
    ahead = [f for f in here if f.paragraph == first.paragraph and f.number < first.number]
    behind = [f for f in here if first.number <= f.number <= first.number + SENTENCES]
    told = list(takewhile(lambda f: set(f.people_keys) <= {hub.key, side.key}, behind))
    return (*(ahead if not any(f.people for f in ahead) else ()), *told) if len(told) > MORE else ()


def _is_of(side: Side, told: Sequence[Frame]) -> bool:
    """Whether a passage names somebody twice and says what he did, or begins with what he said."""
    acts = any(set(f.kinds) & DONE for f in told)
    speaks = any(f.kinds and f.people and f.people[0].key == side.key for f in told[:2])
    return sum(side.key in f.people_keys for f in told) > 1 and (acts or speaks)
