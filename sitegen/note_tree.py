"""The notes of an explanation → a tree for a terminal."""

from __future__ import annotations

from rich.markup import escape
from rich.table import Table as RichTable
from rich.tree import Tree

from sitegen.explain.note import Note, Table


def as_tree(note: Note) -> Tree:
    """Return a note as a tree for a terminal."""
    tree = Tree(f"[bold]{escape(note.text)}[/]", guide_style="dim")
    _fill(tree, note)
    return tree


def _fill(tree: Tree, note: Note) -> None:
    if note.table:
        tree.add(_rich(note.table))
    for below in note.notes:
        style = "bold" if below.notes or below.table else "none"
        _fill(tree.add(f"[{style}]{escape(below.text)}[/]"), below)


def _rich(table: Table) -> RichTable:
    shown = RichTable(box=None, header_style="dim", pad_edge=False)
    for number, name in enumerate(table.head):
        shown.add_column(escape(name), justify="right" if number in table.numbers else "left")
    for row in table.rows:
        shown.add_row(*(escape(cell) for cell in row))
    return shown
