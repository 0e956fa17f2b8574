"""Whom one sentence adds to the two of the main event by a word such as "also": `He also received Wang Yi`."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.beside import DONE, done_by, is_fact, is_of_these_days, told_beside
from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.pairs import leads
from sitegen.extract.segments import DONE_ON_A_VISIT
from sitegen.extract.weigh import Candidate
from sitegen.model import Kind

BY_VERB = 3  # tokens between the word that adds and the words of the event; 1 to 6 fare alike


def find_told_also(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the calls and meetings of two that a sentence at the head of a paragraph adds to what was told before.

    Without such a word a lone sentence tells of what was before the news (benchmarks/quality: eleven of sixteen).
    """
    known = frozenset[str]().union(*(c.keys for c in (opening, *more)))
    found: list[Candidate] = []
    for frame in frames:
        pair = _two(frame, opening, cast) if _adds(frame) and is_of_these_days(frame, cast) else None
        if pair and (kinds := done_by(pair, [frame])):
            candidate = told_beside(pair, [frame], kinds)
            is_told = candidate.keys <= known or any(_is_of(candidate, other) for other in (opening, *more, *found))
            found += [candidate] if not is_told else []
    return found


def _adds(frame: Frame) -> bool:
    """Whether a sentence opens a paragraph and adds a fact by a word at its head or at those of the event."""
    if frame.line > 1 or not is_fact(frame):
        return False
    spoken = [h for h in frame.scan.kinds if h.entry.value in DONE]
    return any(
        word.first == 0 or any(h.first - BY_VERB <= word.last and word.first <= h.last + 1 for h in spoken)
        for word in frame.scan.hits("also")
    )


def _two(frame: Frame, opening: Candidate, cast: Cast) -> tuple[Side, Side] | None:
    """The first two of a sentence, of two countries, each of whom leads a state or its diplomacy.

    `The Russian minister also met Erdogan`: an office is whom the main event has for that country.
    """
    people = [s for s in frame.people if s.party][:2]
    able = [s for s in people if leads(s, cast)]
    if len(people) == len(able) == 1:
        offices = {s.party for s in frame.parties if "/" in s.key} - {able[0].party}
        able = [*(s for s in opening.pair if s.party in offices), *able]
    return (able[0], able[1]) if len(able) == len({s.party for s in able}) == 2 else None


def _is_of(candidate: Candidate, other: Candidate) -> bool:
    """Whether a meeting belongs to an event told before: of these two, or of those they accompany on a visit."""
    if candidate.keys <= other.keys:
        return True  # found further up
    is_same_sides = candidate.parties == other.parties and candidate.kind != Kind.CALL
    return is_same_sides and (other.kind in DONE_ON_A_VISIT or bool(candidate.keys & other.keys))
