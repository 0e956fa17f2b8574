"""The labelled events: text files → reports whose sentences carry the codes of what they say."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

FOLDER = Path(__file__).parent
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence and what it says: code → variant ("" where no report differs)."""

    says: dict[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class LabelledReport:
    """One report of an event."""

    language: str
    outlet: str
    sentences: tuple[Labelled, ...]


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """Two reports, the pairs of sentences that say the same, and those that tell one point with another value."""

    event: str
    left: LabelledReport
    right: LabelledReport
    same: frozenset[tuple[int, int]]
    differing: frozenset[tuple[int, int]]

    @property
    def languages(self) -> str:
        """The two codes in order, `en–fa`."""
        return "–".join(sorted((self.left.language, self.right.language)))


def read_event(path: Path) -> tuple[LabelledReport, ...]:
    """Return the reports of one file."""
    reports: list[LabelledReport] = []
    rows: list[Labelled] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), "== end"]:
        if line.startswith("== "):
            if reports:
                reports[-1] = LabelledReport(reports[-1].language, reports[-1].outlet, tuple(rows))
            language, _, outlet = line[3:].partition(" ")
            reports.append(LabelledReport(language, outlet, ()))
            rows = []
        elif line and not line.startswith("#"):
            codes, _, text = line.partition(": ")
            rows.append(Labelled({c[0]: c[2:] for c in codes.split("+") if c != NOTHING}, text))
    return tuple(reports[:-1])


def read_pairs(folder: str) -> Iterator[LabelledPair]:
    """Yield every two reports of every event of a folder beside this file."""
    for path in sorted((FOLDER / folder).glob("*.txt")):
        for left, right in combinations(read_event(path), 2):
            same, differing = set(), set()
            for i, one in enumerate(left.sentences):
                for j, other in enumerate(right.sentences):
                    both = one.says.keys() & other.says.keys()
                    if any(one.says[code] == other.says[code] for code in both):
                        same.add((i, j))
                    elif both:
                        differing.add((i, j))
            yield LabelledPair(path.stem, left, right, frozenset(same), frozenset(differing))
