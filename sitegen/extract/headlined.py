"""Whom a headline names beside the two of the main event: a paragraph that begins with them tells of another event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.opening import BILATERAL, SECOND_AT_LEAST
from sitegen.extract.pairs import is_in_office
from sitegen.extract.segments import CONVERSATION
from sitegen.extract.weigh import Candidate, speaks, weigh_kinds
from sitegen.model import Kind

BESIDE = BILATERAL | {Kind.VISIT}  # kinds of a main event beside which a headline adds others
FIRST_LINES = 2  # sentences of a paragraph that say whom it is about
AT_HEAD = 12  # tokens from the start of a sentence to whom it is about


def find_headlined(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the events of the leaders whom the headline adds to the two of the main event, each told apart from it."""
    title = next((f for f in frames if f.number == 0), None)
    if title is None or opening.kind not in BESIDE or len(opening.pair) != 2:
        return []
    known = opening.keys.union(*(c.keys for c in more))
    found = []
    for side in title.people:
        is_new = side.key not in known and side.party and side.party not in opening.parties
        if is_new and cast.role_of(side.key) in TRAVELLERS and is_in_office(side, cast):
            found += list(_told_apart(side, opening, more, frames, cast))
    return found


def _told_apart(
    side: Side, opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> Iterator[Candidate]:
    for before, frame in pairwise(frames):
        if frame.number > 1 and _begins_with(frame, side) and not opening.keys <= set(frame.people_keys):
            told = _rest_of_paragraph(frame, frames)
            hub = _hub(told, opening, more, cast)
            kinds = _kinds(told, (hub, side), opening)
            if kinds and _is_told(frame, before, side, hub):
                yield Candidate((hub, side), told, kinds, SECOND_AT_LEAST, is_apart=True)
                return


def _begins_with(frame: Frame, side: Side) -> bool:
    """Whether a sentence at the head of a paragraph is about somebody, as of a fact."""
    if frame.is_heading or frame.line > FIRST_LINES or frame.stances & {"hypothetical", "denied"}:
        return False
    return any(s.key == side.key and s.mention.first < AT_HEAD for s in frame.people)


def _is_told(frame: Frame, before: Frame, side: Side, hub: Side) -> bool:
    """Whether a sentence says what somebody did: with whom, on which day, or with the words for it behind the name."""
    if hub.key in frame.people_keys or any(t.is_day and not t.distance for t in frame.times):
        return True
    at = min(s.mention.first for s in frame.people if s.key == side.key)
    is_told = speaks(frame) or (before.is_heading and not frame.kinds)
    return is_told and all(at < h.first for h in frame.scan.kinds)


def _rest_of_paragraph(frame: Frame, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    here = (frame.segment, frame.paragraph)
    return tuple(f for f in frames if (f.segment, f.paragraph) == here and f.number >= frame.number)


def _hub(told: Sequence[Frame], opening: Candidate, more: Sequence[Candidate], cast: Cast) -> Side:
    """Which of the two is the other side: whom the passage names, who is one elsewhere, who is named most."""
    here = {x for f in told for s in (*f.people, *f.parties) for x in (s.key, s.party)}
    order = {s.key: -n for n, s in enumerate(opening.pair)}
    return max(
        opening.pair,
        key=lambda s: (
            s.key in told[0].people_keys,
            s.key in here,
            any(s.key in c.keys for c in more),
            s.party in here,
            cast.counts.get(s.key, 0),
            order[s.key],
        ),
    )


def _kinds(told: Sequence[Frame], pair: tuple[Side, Side], opening: Candidate) -> Mapping[Kind, float]:
    """What the passage says they did; that they only spoke is beside a call a call, and a day alone tells as much."""
    spoken = weigh_kinds(told, pair)
    has_day = any(t.is_day and not t.distance for t in told[0].times)
    if opening.kind == Kind.CALL and spoken and set(spoken) - {Kind.CALL} <= CONVERSATION:
        return {Kind.CALL: 1.0}
    kinds = {kind: weight for kind, weight in spoken.items() if kind in BILATERAL | {Kind.TALKS}}
    if kinds or not has_day or set(spoken) == {Kind.STATEMENT}:
        return kinds
    return {opening.kind if opening.kind in BILATERAL else Kind.MEETING: 1.0}
