"""The form of an explanation: notes within notes, some with a table, before anything is said about how they look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells under their headings; the columns in `numbers` are set to the right."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """A line of an explanation, the notes that carry it, and a table where a list of lines would not do."""

    text: str
    notes: tuple[Note, ...] = ()
    table: Table | None = None


def as_lines(note: Note, depth: int = 0) -> Iterator[str]:
    """Yield a note as plain lines, two spaces a level: for pipes, logs and programs."""
    indent = "  " * depth
    yield indent + note.text
    if note.table:
        yield from (f"{indent}  {line}" for line in _plain(note.table))
    for below in note.notes:
        yield from as_lines(below, depth + 1)


def _plain(table: Table) -> Iterator[str]:
    rows = [table.head, *table.rows]
    widths = [max(len(row[number]) for row in rows) for number in range(len(table.head))]
    for row in rows:
        cells = (
            cell.rjust(width) if number in table.numbers else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        yield "  ".join(cells).rstrip()
