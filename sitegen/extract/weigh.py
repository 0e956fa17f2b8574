"""How much a sentence says about what an article reports, and how far its words belong to two sides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.extract.frames import Frame, Side
from sitegen.model import Kind

# How much a sentence says about what the article reports, by where it stands: the inverted pyramid of news writing
# (title and lead carry the news, what follows explains it).
TITLE, LEAD, HEADING, REST = 2.0, 2.0, 1.0, 0.25
# (paragraph, sentence of it) → weight, in the opening and in later segments.
STRESS = (
    {(1, 1): LEAD, (1, 2): 1.6, (1, 3): 1.2, (2, 1): 1.2, (2, 2): 0.9, (2, 3): 0.6, (3, 1): 0.6, (3, 2): 0.4},
    {(1, 1): 1.0, (1, 2): 0.8, (1, 3): 0.6, (2, 1): 0.5},
)
# How telling the words of a kind are: a telephone is a telephone, a visit is also the frame of other events. Papers are
# signed at most meetings: benchmarks/quality/practice has 645 of 784 kinds right with 1.0, 651 with .92, 650 with .8.
TELLING = {
    Kind.CALL: 1.4,
    Kind.MESSAGE: 1.0,
    Kind.VOTE: 1.2,
    Kind.SIGNING: 0.92,
    Kind.TALKS: 0.9,
    Kind.SUMMIT: 0.8,
    Kind.MEETING: 1.1,
    Kind.VISIT: 0.75,
    Kind.STATEMENT: 0.15,
}
DOUBT = frozenset({"background", "hypothetical", "denied"})
DOUBTFUL = 0.2  # what the event words of a doubtful sentence are worth
BELONGS = 0.6  # from this nearness on a sentence is about the two sides


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible event of an article: its sides, the sentences that tell of it, and how much speaks for each kind."""

    pair: tuple[Side, ...]
    frames: tuple[Frame, ...]
    kinds: Mapping[Kind, float]
    score: float = 0.0
    is_headed: bool = False  # a heading of the article opens it
    has_day: bool = False
    is_apart: bool = False  # told in a paragraph of its own, whose words alone date it

    @property
    def kind(self) -> Kind:
        """The kind that most speaks for."""
        return heaviest(self.kinds)

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its sides."""
        return frozenset(side.key for side in self.pair)

    @property
    def parties(self) -> frozenset[str | None]:
        """The countries and bodies of its sides."""
        return frozenset(side.party for side in self.pair)


def heaviest(kinds: Mapping[Kind, float]) -> Kind:
    """Return the kind of the greatest weight, of equals the last by name. Raises ValueError where there is none."""
    return max(kinds, key=lambda kind: (kinds[kind], kind.value))


def position_weight(frame: Frame) -> float:
    """Return how much of the article's news a sentence carries by its place."""
    if frame.number == 0:
        return TITLE
    if frame.is_heading:
        return HEADING
    return STRESS[min(frame.segment, 1)].get((frame.paragraph, min(frame.line, 3)), REST)


def weigh_kinds(frames: Iterable[Frame], pair: Sequence[Side]) -> dict[Kind, float]:
    """Return how much the words of these sentences speak for each kind of event between these sides.

    Where the lead tells of a vote a body votes, whoever is named beside it.
    """
    kinds: dict[Kind, float] = {}
    for frame in frames:
        for kind, weight in frame.kinds.items():
            is_lead_of_vote = kind == Kind.VOTE and frame.paragraph <= 1 and not is_doubtful(frame)
            near = 1.0 if is_lead_of_vote else nearness(frame, pair)
            value = weight * TELLING[kind] * position_weight(frame) * near
            if kind in frame.denied and near > DOUBTFUL:
                value *= DOUBTFUL
            kinds[kind] = kinds.get(kind, 0.0) + value
    return kinds


def nearness(frame: Frame, pair: Sequence[Side]) -> float:
    """Return how far a sentence's event words belong to these sides, 0 to 1: all of them named, one, or nobody else."""
    if is_doubtful(frame) or "denied" in frame.stances:
        return DOUBTFUL  # a headline too: "an agreement without signatures" tells of talks
    here = named_in(frame)
    named = sum(1 for s in pair if s.key in here or s.party in here)
    strangers = {s.key for s in frame.people} - {s.key for s in pair}
    if named == len(pair):
        return 1.0
    return BELONGS if named or not strangers else 0.1


def bears_on(frame: Frame, pair: Sequence[Side]) -> bool:
    """Return whether a sentence tells something of these sides."""
    return nearness(frame, pair) >= BELONGS and (frame.place <= 3 or bool(frame.kinds) or bool(frame.people))


def named_in(frame: Frame) -> set[str | None]:
    """Return the keys of the people of a sentence, and the countries and bodies of everybody and everything in it."""
    return {s.key for s in frame.people} | {s.party for s in (*frame.people, *frame.parties)}


def names_all(frame: Frame, pair: Iterable[Side]) -> bool:
    """Return whether a sentence names each side, as a person or by country."""
    here = named_in(frame)
    return all(s.key in here or s.party in here for s in pair)


def is_doubtful(frame: Frame) -> bool:
    """Return whether a sentence is background, wish or denial.

    The first sentence of the article or of a segment is the news whatever its tense.
    """
    return bool(frame.stances & DOUBT) and frame.number > 1 and frame.place > 1


def speaks(frame: Frame) -> bool:
    """Return whether a sentence has words of an event beside those of saying."""
    return any(kind != Kind.STATEMENT for kind in frame.kinds)
