"""Frames → candidates: the events an article may report, weighed by where and how it speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.extract.acts import find_act
from sitegen.extract.agreements import find_agreement
from sitegen.extract.at_length import find_told_at_length
from sitegen.extract.cast import Cast
from sitegen.extract.conversations import find_conversation
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.headlined import find_headlined
from sitegen.extract.on_a_day import find_told_on_a_day
from sitegen.extract.opening import (
    MAIN_AT_LEAST,
    SECOND_AT_LEAST,
    find_echo,
    find_gathering,
    find_opening,
)
from sitegen.extract.pairs import subject_of_series
from sitegen.extract.rounds import find_calls_beside
from sitegen.extract.segments import read_segment
from sitegen.extract.statements import find_declaration, find_move, find_statement
from sitegen.extract.told_also import find_told_also
from sitegen.extract.tours import find_stops
from sitegen.extract.weigh import TELLING, Candidate, heaviest, position_weight
from sitegen.model import Kind

ROUNDUP_AT_LEAST = 1.4  # enough for each of several dated segments under a title that tells of none
UNHEADED_AT_LEAST = 2.4  # a segment that only a phrase such as "separately" opens
ON_A_TOUR = frozenset({Kind.VISIT, Kind.MEETING})


def find_candidates(frames: Sequence[Frame], cast: Cast) -> list[Candidate]:
    """Return the events that an article reports, the main one first; none of an article of thoughts."""
    found = _find_candidates(frames, cast) if frames else []
    return [] if _are_recalled(found, frames, cast) else found


def _are_recalled(found: Sequence[Candidate], frames: Sequence[Frame], cast: Cast) -> bool:
    """Whether an article gives no day to anything, and its headline names nobody of what it tells: a comment.

    Of 850 short reports none that is news is such an article, and five of twelve comments and portraits are.
    """
    titles = [f for f in frames if f.number == 0]
    has_day = any(t.is_day and not t.distance for f in frames for t in f.times)
    headed = {x for f in titles for s in (*f.people, *f.parties) for x in (s.key, s.party)}
    sides = {x for c in found for s in c.pair for x in (s.key, s.party)}
    return bool(titles) and cast.anchor is not None and not has_day and not headed & sides


def _find_candidates(frames: Sequence[Frame], cast: Cast) -> list[Candidate]:
    first, *later = _segments(frames)
    opening = find_act(first, cast) or find_opening(first, cast) or _first_of_series(first, later, cast)
    dominant = _dominant(opening, first)
    hub = _hub(first, cast)
    rest = _read_segments(later, opening, dominant, hub, cast)
    stops = find_stops(first, hub, cast) if opening is None or opening.kind in ON_A_TOUR else []
    if opening and _is_only_ahead(opening, rest):
        opening, rest = None, _read_segments(later, None, dominant, hub, cast)
    rest += stops
    if opening and (stops or _is_tour(opening, rest)):
        opening = None
    opening = opening or find_echo(first, rest, cast) or find_gathering(first, cast)
    if opening is None or opening.kind == Kind.STATEMENT:
        opening = find_conversation(first, cast) or opening
    if opening is None and not any(c.score >= SECOND_AT_LEAST for c in rest):
        opening = find_agreement(first) or find_statement(first, cast) or find_declaration(first, cast)
        opening = opening or find_move(first, cast)
    if opening and opening.kind == Kind.STATEMENT and not _is_in_lead(opening, first):
        opening = find_move(first, cast) or opening
    if opening is None and any(t.is_day and not t.distance for f in first for t in f.times):
        rest = [replace(c, has_day=True) for c in rest]  # `Sunday's diplomacy`, and below each heading what was done
    more = [c for c in rest if c.score >= _least(c, opening, dominant, rest)]
    if opening is None:
        return _merged(sorted(more, key=lambda c: (-c.score, c.frames[0].number)))
    beside = find_calls_beside(opening, more, frames, cast)
    more = [*beside, *more]
    more += find_headlined(opening, more, frames, cast)
    more += find_told_at_length(opening, more, frames, cast)
    more += find_told_on_a_day(opening, more, frames, cast)
    return _merged([opening, *more, *find_told_also(opening, more, frames, cast)])


def _read_segments(
    segments: Sequence[Sequence[Frame]], opening: Candidate | None, dominant: Kind | None, hub: Side | None, cast: Cast
) -> list[Candidate]:
    return [c for segment in segments if (c := read_segment(segment, opening, dominant, hub, cast))]


def _first_of_series(first: Sequence[Frame], later: Sequence[Sequence[Frame]], cast: Cast) -> Candidate | None:
    """`He made several calls`, and below a heading with whom: the first of them is the main event."""
    is_series = bool(later) and subject_of_series(first, cast) is not None
    return find_opening([*first, *later[0]], cast) if is_series else None


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


def _is_in_lead(candidate: Candidate, segment: Sequence[Frame]) -> bool:
    """Whether headline or first paragraph name one of its people: further down others answer what a government did."""
    return any(candidate.keys & set(f.people_keys) for f in segment if f.number == 0 or f.paragraph <= 1)


def _is_tour(opening: Candidate, rest: Sequence[Candidate]) -> bool:
    """A leader's tour told stop by stop: the stops are the events."""
    bare = any(key.startswith("@") for key in opening.keys)
    return bare and opening.kind == Kind.VISIT and any(c.has_day and c.keys & opening.keys for c in rest)


def _is_only_ahead(opening: Candidate, rest: Sequence[Candidate]) -> bool:
    """`Before Biden comes, the prince has toured his neighbours`: what the lead announces is not what is told."""
    stops = [c for c in rest if c.has_day and c.keys & opening.keys]
    both = [f for f in opening.frames if opening.keys <= set(f.people_keys)]
    is_ahead = all("announced" in f.stances for f in both)
    return opening.kind == Kind.VISIT and is_ahead and len(stops) > 1


def _least(candidate: Candidate, opening: Candidate | None, dominant: Kind | None, rest: Sequence[Candidate]) -> float:
    """How much a later segment must bring to be an event of its own."""
    if opening is None and dominant is None and not candidate.has_day:
        return float("inf")  # no news at the head of the article, no day here: a portrait, a comment
    if opening is None and sum(1 for c in rest if c.has_day and c.score >= ROUNDUP_AT_LEAST) >= 2:
        return ROUNDUP_AT_LEAST
    return SECOND_AT_LEAST if candidate.is_headed else UNHEADED_AT_LEAST


def _merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each two sides; what later segments say of them is added to the first."""
    kept: dict[tuple[frozenset[str], bool], Candidate] = {}
    for candidate in candidates:
        what = (candidate.keys, candidate.kind == Kind.SUMMIT)
        twin = kept.get(what)
        more = tuple(f for f in candidate.frames if twin and f not in twin.frames)
        kept[what] = replace(twin, frames=(*twin.frames, *more)) if twin else candidate
    return list(kept.values())
