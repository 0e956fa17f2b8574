"""`content/corrections.toml` → Corrections, every key and value checked."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sitegen.corrections.entry import Entry
from sitegen.corrections.events import (
    read_date,
    read_hide,
    read_join,
    read_kind,
    read_participants,
    read_place,
    read_rename,
    read_split,
)
from sitegen.corrections.people import read_holder, read_person
from sitegen.errors import CorrectionError, suggest
from sitegen.model import Corrections

FILE_NAME = "corrections.toml"

# Sort of correction → the field of Corrections that it fills, and its reader.
_READERS: Mapping[str, tuple[str, Callable[[Entry], Any]]] = MappingProxyType(
    {
        "join": ("joins", read_join),
        "split": ("splits", read_split),
        "hide": ("hidden", read_hide),
        "date": ("changes", read_date),
        "kind": ("changes", read_kind),
        "place": ("changes", read_place),
        "participants": ("changes", read_participants),
        "rename": ("changes", read_rename),
        "person": ("names", read_person),
        "holder": ("holders", read_holder),
    }
)


def read_corrections(content: Path) -> Corrections:
    """Return the corrections of a content folder; none where there is no such file. Raises CorrectionError."""
    file = content / FILE_NAME
    if not file.is_file():
        return Corrections()
    try:
        text = file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise CorrectionError("the file is not UTF-8 text.", where=str(file), hint="Save it as UTF-8.") from error
    return parse_corrections(text, str(file))


def parse_corrections(text: str, where: str = FILE_NAME) -> Corrections:
    """Return the corrections that a text holds, in its order. Raises CorrectionError."""
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        hint = 'A correction begins with a line such as [[date]]; text stands in quotation marks: event = "…".'
        raise CorrectionError(f"the file is no TOML: {error}.", where=where, hint=hint) from error
    entries = [entry for sort in table for entry in _entries(sort, table[sort], text, where)]
    found: dict[str, list[Any]] = defaultdict(list)
    for _, sort, entry in sorted(entries, key=lambda item: item[0]):
        field, reader = _READERS[sort]
        if "why" in entry.values:
            entry.text("why", "the outlet corrected its report")
        found[field].append(reader(entry))
    return Corrections(**{field: tuple(values) for field, values in found.items()})


def _entries(sort: str, rows: object, text: str, where: str) -> list[tuple[int, str, Entry]]:
    """The entries of one sort, each with its line: changes of several sorts are made in the order of the file."""
    if sort not in _READERS:
        hint = suggest(sort, _READERS) or f"The corrections are {', '.join(sorted(_READERS))}."
        raise CorrectionError(f"there is no correction “{sort}”.", where=where, hint=hint)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise CorrectionError(f"“{sort}” is no list of corrections.", where=where, hint=f"Begin it with [[{sort}]].")
    lines = [n for n, line in enumerate(text.splitlines(), 1) if re.match(rf"\s*\[\[\s*{sort}\s*\]\]", line)]
    if len(lines) != len(rows):
        lines = [0] * len(rows)
    places = [f", line {line}" if line else "" for line in lines]
    return [
        (line, sort, Entry(f"{where}{place}, [[{sort}]]", row))
        for line, place, row in zip(lines, places, rows, strict=True)
    ]
