"""What those share who look for events that an article tells beside its main one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.opening import BILATERAL, SECOND_AT_LEAST
from sitegen.extract.segments import is_near
from sitegen.extract.weigh import DOUBT, Candidate, weigh_kinds
from sitegen.model import Kind

DONE = BILATERAL | {Kind.TALKS, Kind.SIGNING}  # what two do besides
NO_FACT = DOUBT | {"announced"}


def is_fact(frame: Frame, may_look_back: bool = False) -> bool:
    """Return whether a sentence below the lead's first tells something as done, by itself or in a longer passage.

    A passage `may_look_back` where it begins: `After the talks in Israel Macron saw Abbas. He told him …`
    """
    doubts = NO_FACT - {"background"} if may_look_back else NO_FACT
    return frame.number > 1 and not frame.is_heading and not frame.stances & doubts


def is_of_these_days(frame: Frame, cast: Cast) -> bool:
    """Return whether every time that a sentence names is a day of the news or is counted from it."""
    return all(t.story_shift is not None or (t.is_day and is_near(t, cast.anchor)) for t in frame.times)


def rest_of_paragraph(frame: Frame, frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """Return a sentence and those that follow it in its paragraph."""
    here = (frame.segment, frame.paragraph)
    return tuple(f for f in frames if (f.segment, f.paragraph) == here and f.number >= frame.number)


def done_by(pair: tuple[Side, Side], told: Iterable[Frame]) -> dict[Kind, float]:
    """Return what sentences say that two did with each other, weighed."""
    return {kind: weight for kind, weight in weigh_kinds(told, pair).items() if kind in DONE}


def told_beside(pair: tuple[Side, ...], told: Sequence[Frame], kinds: Mapping[Kind, float]) -> Candidate:
    """Return the event of two that sentences apart from the main event tell of."""
    return Candidate(pair, tuple(told), kinds, SECOND_AT_LEAST, is_apart=True)
