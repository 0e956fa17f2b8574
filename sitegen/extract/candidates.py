"""Frames → candidates: the events an article may report, weighed by where and how it speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.offices import SERVANTS
from sitegen.extract.opening import (
    MAIN_AT_LEAST,
    SECOND_AT_LEAST,
    find_echo,
    find_gathering,
    find_opening,
    find_statement,
)
from sitegen.extract.segments import read_segment
from sitegen.extract.tours import find_stops
from sitegen.extract.weigh import TELLING, Candidate, heaviest, position_weight
from sitegen.model import Kind

ROUNDUP_AT_LEAST = 1.4  # enough for each of several dated segments under a title that tells of none
UNHEADED_AT_LEAST = 2.4  # a segment that only a phrase such as "separately" opens
ON_A_TOUR = frozenset({Kind.VISIT, Kind.MEETING})
BESIDE = 2  # tokens between two names of one row


def find_candidates(frames: Sequence[Frame], cast: Cast) -> list[Candidate]:
    """Return the events that an article reports, the main one first."""
    if not frames:
        return []
    first, *later = _segments(frames)
    opening = find_opening(first, cast)
    dominant = _dominant(opening, first)
    hub = _hub(first, cast)
    rest = [c for segment in later if (c := read_segment(segment, opening, dominant, hub, cast))]
    stops = find_stops(first, hub, cast) if opening is None or opening.kind in ON_A_TOUR else []
    rest += stops
    if opening and (stops or _is_tour(opening, rest)):
        opening = None
    opening = opening or find_echo(first, rest, cast) or find_gathering(first, cast)
    if opening is None and not any(c.score >= SECOND_AT_LEAST for c in rest):
        opening = find_statement(first, cast)
    more = [c for c in rest if c.score >= _least(c, opening, dominant, rest)]
    if opening is None:
        return _merged(sorted(more, key=lambda c: (-c.score, c.frames[0].number)))
    known = set(opening.keys).union(*(c.keys for c in more))
    further = _further_counterparts(opening, [f for f in first if f.number <= 1], known, cast)
    for told in more:
        further += _further_counterparts(told, told.frames, known.union(*(c.keys for c in further)), cast)
    named = _counterparts_of_headline(opening, frames, known.union(*(c.keys for c in further)))
    same_day = _calls_of_the_day(opening, first, known.union(*(c.keys for c in (*further, *named))))
    return _merged([opening, *further, *named, *same_day, *more])


def _segments(frames: Sequence[Frame]) -> list[list[Frame]]:
    found: dict[int, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.segment, []).append(frame)
    return [found[key] for key in sorted(found)]


def _dominant(opening: Candidate | None, segment: Sequence[Frame]) -> Kind | None:
    """The kind that title and opening speak of, for segments that only name the next counterpart."""
    if opening:
        return opening.kind
    kinds: dict[Kind, float] = {}
    for frame in segment[:4]:
        for kind, weight in frame.kinds.items():
            kinds[kind] = kinds.get(kind, 0) + weight * TELLING[kind] * position_weight(frame)
    return heaviest(kinds) if kinds and max(kinds.values()) >= MAIN_AT_LEAST else None


def _hub(segment: Sequence[Frame], cast: Cast) -> Side | None:
    """Whom the article is about: the only one in the headline, else in the lead, who leads or is a minister."""
    for frames in ([f for f in segment if f.number == 0], [f for f in segment if f.paragraph <= 1]):
        people = {s.key: s for f in frames for s in f.people if cast.role_of(s.key) in TRAVELLERS}
        if len(people) == 1:
            return next(iter(people.values()))
    return None


def _is_tour(opening: Candidate, rest: Sequence[Candidate]) -> bool:
    """A leader's tour told stop by stop: the stops are the events."""
    bare = any(key.startswith("@") for key in opening.keys)
    return bare and opening.kind == Kind.VISIT and any(c.has_day and c.keys & opening.keys for c in rest)


def _least(candidate: Candidate, opening: Candidate | None, dominant: Kind | None, rest: Sequence[Candidate]) -> float:
    """How much a later segment must bring to be an event of its own."""
    if opening is None and dominant is None and not candidate.has_day:
        return float("inf")  # no news at the head of the article, no day here: a portrait, a comment
    if opening is None and sum(1 for c in rest if c.has_day and c.score >= ROUNDUP_AT_LEAST) >= 2:
        return ROUNDUP_AT_LEAST
    return SECOND_AT_LEAST if candidate.is_headed else UNHEADED_AT_LEAST


def _further_counterparts(
    told: Candidate, frames: Sequence[Frame], known: AbstractSet[str], cast: Cast
) -> list[Candidate]:
    """Calls and messages are between two: a sentence that names several counterparts in a row reports several."""
    if not _is_of_two(told) or _is_handed_over(told, frames, cast):
        return []
    speaks_of_it = any(f.is_heading and f.number and f.kinds.get(told.kind) for f in frames)  # for what is below it
    found: dict[str, Candidate] = {}
    for frame in frames:
        if not (speaks_of_it or frame.kinds.get(told.kind)) or len({s.party for s in frame.people}) < 3:
            continue
        hub = frame.people[0]
        for side in frame.people[1:]:
            if side.key not in known and side.party != hub.party and _is_in_row(frame, side, BESIDE + speaks_of_it):
                found.setdefault(side.key, Candidate((hub, side), (frame,), {told.kind: 1.0}, SECOND_AT_LEAST))
    return list(found.values())


def _is_of_two(opening: Candidate) -> bool:
    return len(opening.pair) == 2 and opening.kind in (Kind.CALL, Kind.MESSAGE)


def _counterparts_of_headline(opening: Candidate, frames: Sequence[Frame], known: AbstractSet[str]) -> list[Candidate]:
    """`Putin calls Netanyahu after speaking to Iran and Syria`: those whom a headline adds, where the text tells so."""
    title = next((f for f in frames if f.number == 0), None)
    if title is None or not _is_of_two(opening) or opening.kind != Kind.CALL:
        return []  # a letter's headline also names whom it passed through
    added = {s.key for s in title.people} | {s.party for s in (*title.people, *title.parties)}
    added -= opening.keys | opening.parties
    found: dict[str, Candidate] = {}
    for frame in frames:
        sides = [s for s in frame.people if added & {s.key, s.party} and s.key not in known]
        if frame.is_heading or not sides or not (Kind.CALL in frame.kinds or len(sides) > 1):
            continue
        here = [s for s in opening.pair if s.key in frame.people_keys]
        hub = (here or [max(opening.pair, key=lambda s: title.people_keys.count(s.key))])[0]
        for side in sides:
            if side.party != hub.party:
                found.setdefault(side.key, Candidate((hub, side), (frame,), {opening.kind: 1.0}, SECOND_AT_LEAST))
    return list(found.values())


def _calls_of_the_day(opening: Candidate, segment: Sequence[Frame], known: AbstractSet[str]) -> list[Candidate]:
    """`The same night Putin also telephoned …`: in an article about a call another one of the same day is news, too.

    What one of the two said on the telephone the day before is background (benchmarks/quality: six of six).
    """
    found: dict[str, Candidate] = {}
    for frame in segment if opening.kind == Kind.CALL else ():
        hub = next((s for s in frame.people if s.key in opening.keys), None)
        is_same_day = any(t.story_shift == 0 for t in frame.times)
        if hub and is_same_day and Kind.CALL in frame.kinds and not frame.stances & {"hypothetical", "denied"}:
            for side in frame.people:
                if side.key not in known and side.party not in {hub.party, None}:
                    found.setdefault(side.key, Candidate((hub, side), (frame,), {Kind.CALL: 1.0}, SECOND_AT_LEAST))
    return list(found.values())


def _is_handed_over(opening: Candidate, segment: Sequence[Frame], cast: Cast) -> bool:
    """A letter from one through an envoy to another is one message."""
    lead = [s.key for f in segment if f.number <= 1 and f.kinds.get(Kind.MESSAGE) for s in f.people]
    return opening.kind == Kind.MESSAGE and any(cast.role_of(key) in SERVANTS for key in lead)


def _is_in_row(frame: Frame, side: Side, reach: int) -> bool:
    """`Rahmon, Ramaphosa, and Lula`: right beside another name of the row; `reach` in tokens."""
    here = side.mention
    others = [s.mention for s in frame.people[1:] if s.key != side.key]
    return any(min(abs(o.first - here.last), abs(here.first - o.last)) <= reach for o in others)


def _merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each two sides; what later segments say of them is added to the first."""
    kept: dict[frozenset[str], Candidate] = {}
    for candidate in candidates:
        twin = kept.get(candidate.keys)
        more = tuple(f for f in candidate.frames if twin and f not in twin.frames)
        kept[candidate.keys] = replace(twin, frames=(*twin.frames, *more)) if twin else candidate
    return list(kept.values())
