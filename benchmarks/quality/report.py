"""Figures of several programs on several corpora → a table, and the table's place in the README."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.corpus import Corpus
from benchmarks.quality.measures import ARTICLES, FACTS, GROUPING, READING

BEGIN, END = "<!-- figures: python -m benchmarks.quality --write -->", "<!-- end of figures -->"
SECTIONS = {"Grouping": GROUPING, "Articles": ARTICLES, "Facts": FACTS, "Reading": READING}
NONE = "–"


@dataclass(frozen=True, slots=True)
class Column:
    """What a program reached; `threshold` where it was given the best one."""

    program: str
    figures: Mapping[str, float]
    threshold: float | None = None


def show(corpus: Corpus, columns: Sequence[Column]) -> str:
    """Return a Markdown table of one corpus that also reads well as plain text."""
    head = ["figure", *(column.program for column in columns)]
    rows = [
        [f"{section}: {figure}", *(_number(column.figures.get(figure)) for column in columns)]
        for section, figures in SECTIONS.items()
        for figure in figures
    ]
    rows.append(["best threshold (cosine distance)", *(_number(column.threshold) for column in columns)])
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [_line(head, widths), _line(["-" * widths[0], *("-" * (w - 1) + ":" for w in widths[1:])], widths)]
    lines += [_line(row, widths) for row in rows]
    languages = len({article.language for article in corpus.articles})
    what = f"{len(corpus.articles)} articles in {languages} languages about {len(corpus.events)} events"
    return "\n".join([f"### {corpus.name}: {what}", "", *lines])


def write_into(readme: Path, text: str) -> None:
    """Put the text between the README's two marks. Raises ValueError where they are not there."""
    old = readme.read_text(encoding="utf-8")
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{readme}: the lines “{BEGIN}” and “{END}” must both be there.")
    readme.write_text(f"{before}{begin}\n\n{unicodedata.normalize('NFC', text)}\n\n{end}{after}", encoding="utf-8")


def _number(value: float | None) -> str:
    return NONE if value is None else f"{value:.3f}"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    first = cells[0].ljust(widths[0])
    return (
        "| "
        + " | ".join([first, *(cell.rjust(width) for cell, width in zip(cells[1:], widths[1:], strict=True))])
        + " |"
    )
