"""Whom one sentence adds to the two of the main event by a word such as "also": `He also received Wang Yi`."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.opening import SECOND_AT_LEAST
from sitegen.extract.pairs import is_in_office
from sitegen.extract.segments import DONE_ON_A_VISIT, is_near
from sitegen.extract.weigh import DOUBT, Candidate, weigh_kinds
from sitegen.model import Kind

NO_NEWS = DOUBT | {"announced"}
ADDED = frozenset({Kind.CALL, Kind.MEETING, Kind.TALKS})
BY_VERB = 3  # tokens between the word that adds and the words of the event


def find_told_also(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the calls and meetings of two that a sentence at the head of a paragraph adds to what was told before.

    Without such a word a lone sentence tells of what was before the news (benchmarks/quality: eleven of sixteen).
    """
    known = frozenset[str]().union(*(c.keys for c in (opening, *more)))
    found: list[Candidate] = []
    for frame in frames:
        pair = _two(frame, opening, cast) if _adds(frame) and _is_of_these_days(frame, cast) else ()
        kinds = {k: v for k, v in weigh_kinds([frame], pair).items() if k in ADDED}
        candidate = Candidate(pair, (frame,), kinds, SECOND_AT_LEAST, is_apart=True)
        is_told = candidate.keys <= known or any(_is_of(candidate, other) for other in (opening, *more, *found))
        if pair and kinds and not is_told:
            found.append(candidate)
    return found


def _adds(frame: Frame) -> bool:
    """Whether a sentence opens a paragraph and adds a fact by a word at its head or at those of the event."""
    if frame.number <= 1 or frame.is_heading or frame.line > 1 or frame.stances & NO_NEWS:
        return False
    spoken = [h for h in frame.scan.kinds if h.entry.value in ADDED]
    return any(
        word.first == 0 or any(h.first - BY_VERB <= word.last and word.first <= h.last + 1 for h in spoken)
        for word in frame.scan.hits("also")
    )


def _is_of_these_days(frame: Frame, cast: Cast) -> bool:
    return all(
        t.story_shift is not None or (t.is_day and not t.distance and is_near(t, cast.anchor)) for t in frame.times
    )


def _two(frame: Frame, opening: Candidate, cast: Cast) -> tuple[Side, ...]:
    """The first two of a sentence, of two countries, each of whom leads a state or its diplomacy.

    `The Russian minister also met Erdogan`: an office is whom the main event has for that country.
    """
    people = [s for s in frame.people if s.party][:2]
    able = [s for s in people if cast.role_of(s.key) in TRAVELLERS and is_in_office(s, cast)]
    if len(people) == len(able) == 1:
        offices = {s.party for s in frame.parties if "/" in s.key} - {able[0].party}
        able = [*(s for s in opening.pair if s.party in offices), *able]
    return tuple(able) if len(able) == len({s.party for s in able}) == 2 else ()


def _is_of(candidate: Candidate, other: Candidate) -> bool:
    """Whether a meeting belongs to an event told before: of these two, or of those they accompany on a visit."""
    if candidate.keys <= other.keys:
        return True  # found further up
    is_same_sides = candidate.parties == other.parties and candidate.kind != Kind.CALL
    return is_same_sides and (other.kind in DONE_ON_A_VISIT or bool(candidate.keys & other.keys))
