"""A call of several at once, by video or on one line: whom its first sentences list were all there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.offices import HEADS_OF_BODIES
from sitegen.model import Kind

# Sentences of a segment that say that it was one, and that list who was there; countries and bodies of those whom one
# sentence lists; tokens from the words of another event to whom it is with, `before the summit with Putin`. From 2 to 7
# and 4 to 12 sentences, with rows of four, and from 2 tokens on the corpora of benchmarks/quality fare alike.
SAYS_SO, LISTS = 4, 7
IN_A_ROW = 3
OTHER_WITHIN = 7


def on_one_line(segment: Sequence[Frame], cast: Cast) -> tuple[Side, ...]:
    """Return who took part in a call of several, none where the first sentences tell of no such call."""
    early = [f for f in segment if f.place <= LISTS]
    says_so = [f for f in early if f.place <= SAYS_SO and f.scan.has("conference") and "announced" not in f.stances]
    if not says_so or any(f.scan.has("series") for f in early if f.place <= SAYS_SO):
        return ()
    rows = [tuple(_there(frame, cast)) for frame in early]
    listed = [row for row in rows if len({s.party for s in row}) >= IN_A_ROW]
    beside = [tuple(_there(frame, cast)) for frame in says_so]
    return tuple({s.key: s for row in (*listed, *beside) for s in row}.values()) if listed else ()


def is_spoken_of_alone(segment: Sequence[Frame]) -> bool:
    """Return whether the sentences that tell of a call of several tell of no summit: that is another gathering."""
    return all(not f.kinds.get(Kind.SUMMIT) for f in segment if f.scan.has("conference"))


def _there(frame: Frame, cast: Cast) -> Iterator[Side]:
    """Those of a sentence who lead, and of whom it does not say that they meet somebody elsewhere."""
    for side in frame.people:
        if cast.role_of(side.key) in TRAVELLERS | HEADS_OF_BODIES and not is_met_elsewhere(side, frame):
            yield side


def is_met_elsewhere(side: Side, frame: Frame) -> bool:
    """Return whether other words of an event than those of a call stand nearest before somebody."""
    at = side.mention.first
    before = [h for h in frame.scan.kinds if h.last < at and h.entry.value != Kind.STATEMENT]
    nearest = max(before, key=lambda h: h.last, default=None)
    return nearest is not None and nearest.entry.value != Kind.CALL and at - nearest.last <= OTHER_WITHIN
