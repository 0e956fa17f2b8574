"""The lines of a page that the rules have left so far, and where its text begins and ends."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from sitegen.ingest.lines import Line, Shape
from sitegen.ingest.phrases import Lexicon

Drops: TypeAlias = Mapping[int, str]  # Line.index → name of the rule
Rule: TypeAlias = "Callable[[Page], Drops]"


@dataclass(frozen=True, slots=True)
class Page:
    """What the rules look at. `lines` are those still there; `all_lines` those that the page had."""

    lines: tuple[Line, ...]
    all_lines: tuple[Line, ...]
    lexicon: Lexicon
    dropped: Mapping[int, str]  # Line.index → the rule that took it
    is_marked: bool  # the format says what is a heading
    title: Line | None = None
    is_titled: bool = False  # a headline is known, whether or not a line shows it
    clocks: frozenset[int] = frozenset()  # Line.index of those above the items of a live ticker: no rule takes them

    @property
    def first_text(self) -> int:
        """The position in `lines` of the first paragraph, or of the first sentence where there is none."""
        for wanted in (Shape.PROSE, Shape.SENTENCE):
            for position, line in enumerate(self.lines):
                if line.shape is wanted and line is not self.title:
                    return position
        return len(self.lines)

    @property
    def last_text(self) -> int:
        """The position in `lines` of the last paragraph or sentence; -1 where there is none."""
        return max((p for p, line in enumerate(self.lines) if line.is_text), default=-1)

    @property
    def second_text(self) -> int:
        """The position of the second paragraph: between the first two may stand what belongs to the head."""
        first = self.first_text
        return next((p for p in range(first + 1, len(self.lines)) if self.lines[p].is_text), len(self.lines))

    def without(self, drops: Drops) -> Page:
        """Return the page without the lines that a rule took."""
        taken = {index: rule for index, rule in drops.items() if index not in self.clocks}
        if not taken:
            return self
        left = tuple(line for line in self.lines if line.index not in taken)
        return replace(self, lines=left, dropped={**self.dropped, **taken})

    def margins(self) -> tuple[Line, ...]:
        """Return the lines before the second paragraph and after the last one: the head and the foot of the page."""
        prose = [p for p, line in enumerate(self.lines) if line.shape is Shape.PROSE]
        second, last = self.second_text, prose[-1] if prose else self.last_text
        return tuple(line for p, line in enumerate(self.lines) if p < second or p > last)

    def headings_after(self, position: int, limit: int = 12) -> list[Line]:
        """Return the run of headline-like lines that follows `position`."""
        run: list[Line] = []
        for line in self.lines[position + 1 : position + 1 + limit]:
            if line.shape is not Shape.HEADLINE:
                break
            run.append(line)
        return run


def neighbours(lines: Collection[Line], index: int) -> tuple[Line | None, Line | None]:
    """Return the lines before and after the one with `index` among `lines`."""
    ordered = list(lines)
    position = next((p for p, line in enumerate(ordered) if line.index == index), -1)
    before = ordered[position - 1] if position > 0 else None
    after = ordered[position + 1] if 0 <= position < len(ordered) - 1 else None
    return before, after
