"""Whom a headline names beside the two of the main event: a paragraph that begins with them tells of another event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from sitegen.extract.beside import rest_of_paragraph, told_beside
from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.offices import LEADERS, same_office
from sitegen.extract.opening import BILATERAL
from sitegen.extract.pairs import AT_HEAD, is_in_office, subject_of_series
from sitegen.extract.segments import CONVERSATION
from sitegen.extract.weigh import Candidate, named_in, speaks, weigh_kinds
from sitegen.model import Kind

BESIDE = BILATERAL | {Kind.VISIT}  # kinds of a main event beside which a headline adds others
FIRST_LINES = 2  # sentences of a paragraph that say whom it is about; 1 loses six events of 550, 3 one
NO_FACT = frozenset({"hypothetical", "denied"})

_Passage = tuple[Side, Frame]  # somebody, and the sentence that begins to tell of him


def find_headlined(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the events of those whom the headline adds to the two of the main event, each told apart from it.

    Where headline or lead tell of a series of calls or meetings, those with whom paragraphs begin are added, too.
    """
    if opening.kind not in BESIDE or len(opening.pair) != 2:
        return []
    subject = subject_of_series(frames, cast)
    known = opening.keys.union(*(c.keys for c in more))
    found: dict[str, Candidate] = {}
    for side, frame in (*_headlined(opening, frames, cast), *_of_a_series(opening, subject, frames, cast)):
        is_new = side.key not in known and side.key not in found and side.party and side.party not in opening.parties
        if is_new and is_in_office(side, cast) and not opening.keys <= set(frame.people_keys):
            told = rest_of_paragraph(frame, frames)
            hub = subject or _hub(told, opening, more, cast)
            if kinds := _kinds(told, (hub, side), opening):
                found[side.key] = told_beside((hub, side), told, kinds)
    return list(found.values())


def _headlined(opening: Candidate, frames: Sequence[Frame], cast: Cast) -> Iterator[_Passage]:
    """The leaders whom the headline names, and where a paragraph tells what they did."""
    named = [s for f in frames if f.number == 0 for s in f.people if cast.role_of(s.key) in TRAVELLERS]
    for side in named:
        for before, frame in pairwise(frames):
            if _begins_with(frame, side) and _is_told(side, before, frame, opening):
                yield side, frame


def _of_a_series(opening: Candidate, subject: Side | None, frames: Sequence[Frame], cast: Cast) -> Iterator[_Passage]:
    """`He made a series of calls`: with whom a paragraph begins, on no day of its own, of the office of the first."""
    head = [f for f in frames if f.number == 0 or (f.segment == 0 and f.paragraph <= 1)]
    if not any(f.scan.has("series") for f in head):
        return
    for frame in frames:
        for side in frame.people if frame.line == 1 and not any(t.is_day for t in frame.times) else ():
            if _begins_with(frame, side) and (subject or _is_of_rank(side, frame, opening, cast)):
                yield side, frame


def _is_of_rank(side: Side, frame: Frame, opening: Candidate, cast: Cast) -> bool:
    """Whether somebody holds the office of one of the two or, where an event is spoken of, leads as they do."""
    role, others = cast.role_of(side.key) or "", [cast.role_of(key) or "" for key in opening.keys]
    if not speaks(frame):
        return not frame.kinds and role not in LEADERS and any(same_office(role, other) for other in others)
    return any(same_office(role, other) or {role, other} <= LEADERS for other in others)


def _begins_with(frame: Frame, side: Side) -> bool:
    """Whether a sentence at the head of a paragraph is about somebody, as of a fact."""
    if frame.number <= 1 or frame.is_heading or frame.line > FIRST_LINES or frame.stances & NO_FACT:
        return False
    if "announced" in frame.stances and not any(t.story_shift is not None for t in frame.times):
        return False  # `chegará` is yet to come, `que chegara na véspera` is not
    return any(s.key == side.key and s.mention.first < AT_HEAD for s in frame.people)


def _is_told(side: Side, before: Frame, frame: Frame, opening: Candidate) -> bool:
    """Whether a sentence says what somebody did: with whom, or with the words for it behind the name.

    `On Friday, Modi`: a day before the name says enough; behind it stands what else he did that day.
    """
    at = min(s.mention.first for s in frame.people if s.key == side.key)
    is_with_other = bool(opening.keys & set(frame.people_keys))
    if any(t.is_day and not t.distance and t.at < at for t in frame.times):
        return True
    if not speaks(frame):
        return not frame.kinds and (is_with_other or before.is_heading)  # not `while Trump threatens with tariffs`
    return is_with_other or all(at < h.first for h in frame.scan.kinds) or any(t.is_day for t in frame.times)


def _hub(told: Sequence[Frame], opening: Candidate, more: Sequence[Candidate], cast: Cast) -> Side:
    """Which of the two is the other side: whom the passage names, who is one elsewhere, who is named most."""
    here = {x for f in told for s in (*f.people, *f.parties) for x in (s.key, s.party)}
    return max(
        opening.pair,
        key=lambda s: (
            s.key in told[0].people_keys,
            s.key in here,
            any(s.key in c.keys for c in more),
            s.party in here,
            cast.counts.get(s.key, 0),
        ),
    )


def _kinds(told: Sequence[Frame], pair: tuple[Side, Side], opening: Candidate) -> Mapping[Kind, float]:
    """What the passage says they did; that they only spoke is beside a call a call, and no words are the same again."""
    spoken = weigh_kinds(told, pair)
    if opening.kind == Kind.CALL and spoken and set(spoken) - {Kind.CALL} <= CONVERSATION:
        return {Kind.CALL: 1.0}
    kinds = {kind: weight for kind, weight in spoken.items() if kind in BILATERAL | {Kind.TALKS}}
    is_of_both = any({pair[0].key, pair[0].party} & named_in(f) for f in told)
    if kinds or set(spoken) == {Kind.STATEMENT} or (set(spoken) == {Kind.VISIT} and not is_of_both):
        return kinds  # `Zelensky spent Thursday in Kyiv and toured a hospital`
    return {opening.kind if opening.kind in BILATERAL else Kind.MEETING: 1.0}
