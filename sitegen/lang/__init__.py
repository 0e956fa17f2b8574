"""The languages that sitegen reads: one folder of tables each."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def codes() -> tuple[str, ...]:
    """Return the BCP 47 codes of the languages that have tables, sorted."""
    folder = files("sitegen") / "lang"
    return tuple(sorted(entry.name for entry in folder.iterdir() if entry.is_dir() and entry.name.isalpha()))
