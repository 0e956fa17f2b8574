"""What one claim is made from, and what several of its parts ask of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.data.gazetteer import gazetteer, whole_of
from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.weigh import DOUBT, Candidate
from sitegen.model import Evidence, Kind

NEAR_SENTENCES = 8  # of a segment, counted without background: there the news is told


@dataclass(frozen=True, slots=True)
class Draft:
    """A candidate with the article around it. `story` is the day of the main event, for what is told beside it."""

    article: str
    candidate: Candidate
    frames: Sequence[Frame]  # of the whole article
    cast: Cast
    lexicon: Lexicon
    story: date | None
    elsewhere: frozenset[str] = frozenset()  # keys and parties of the sides of the article's other events
    decided: Kind | None = None

    @property
    def kind(self) -> Kind:
        """The kind that was decided on, before that the one for which most speaks."""
        return self.decided or self.candidate.kind

    @property
    def anchor(self) -> date | None:
        """The day of publication."""
        return self.cast.anchor

    @property
    def segment(self) -> int:
        """The segment in which the event is told."""
        return self.candidate.frames[0].segment

    def evidence(self, sentence: int, text: str, rule: str) -> Evidence:
        """Return words of the article as evidence."""
        return Evidence(self.article, sentence, text, rule)


def own_frames(draft: Draft) -> list[Frame]:
    """Return the sentences of the segment in which the event is told."""
    segment = draft.segment
    return [f for f in draft.frames if f.segment == segment]


def news_frames(draft: Draft) -> list[Frame]:
    """Return the first sentences of the segment that are no background."""
    return [f for f in own_frames(draft) if _is_news(f)][:NEAR_SENTENCES]


def all_news_frames(draft: Draft) -> list[Frame]:
    """Return the sentences of the whole article that are no background."""
    return [f for f in draft.frames if _is_news(f)]


def _is_news(frame: Frame) -> bool:
    """The lead is news even where it adds what was before: "the first meeting since January"."""
    if frame.number == 1 and not frame.is_heading:
        return True
    return frame.number > 0 and not frame.stances & DOUBT and not any(t.distance == "ago" for t in frame.times)


def find_round(draft: Draft) -> int | None:
    """Return which round of talks it is, where one of the first sentences says so."""
    return next((number for f in draft.candidate.frames[:4] if (number := f.scan.round()) is not None), None)


def find_body(draft: Draft) -> str | None:
    """Return the body whose gathering a summit is: named within or beside the word for it."""
    for frame in own_frames(draft)[:6]:
        hits = [h for h in frame.scan.kinds if h.entry.value == Kind.SUMMIT]
        for side in frame.parties:
            near = any(h.first - 2 <= side.mention.last and side.mention.first <= h.last + 2 for h in hits)
            if side.mention.body and near:
                return side.mention.body
    return None


def find_voting_body(draft: Draft) -> str | None:
    """Return the body that votes: of those named where the vote is told the first that has a seat, by its organ.

    Papers name both: "the UN Security Council", "a UN vote". The lead is asked before the headline, which may name what
    was voted on.
    """
    told = [f for f in draft.candidate.frames if f.kinds.get(Kind.VOTE)]
    near = own_frames(draft)[:NEAR_SENTENCES]
    lead = [f for f in near if f.paragraph == 1]
    order = (*[f for f in lead if f in told], *lead, *told, *near)
    bodies = [s.mention.body for f in order for s in f.parties if s.mention.body]
    seated = [b for b in bodies if gazetteer().bodies[b].seat]
    first = next(iter(seated), None)
    organs = [b for b in seated if first and b != first and whole_of(b) == first]
    return next(iter(organs), first)
