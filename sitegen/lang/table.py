"""The TOML tables of a language → checked values; each file is read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from sitegen.errors import TableError
from sitegen.lang import codes, schema


@dataclass(frozen=True, slots=True)
class Phrases:
    """The words of one kind of leftover, by how much of a line they must be (docs/reference/tables.md)."""

    line: tuple[str, ...]
    label: tuple[str, ...]
    start: tuple[str, ...]
    part: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StampWords:
    """How pages of a language say when they were published or changed."""

    published: tuple[str, ...]
    modified: tuple[str, ...]
    ago: tuple[str, ...]  # "{n}" stands for a number
    fill: tuple[str, ...]
    am: tuple[str, ...]
    pm: tuple[str, ...]
    order: str  # of numeric dates: dmy, mdy, ymd; "" where both dmy and mdy are in use
    months: tuple[tuple[str, ...], ...]  # twelve, or none; forms beyond CLDR's
    weekdays: tuple[tuple[str, ...], ...]  # seven, Monday first, or none; forms beyond CLDR's
    solar: tuple[tuple[str, ...], ...]
    hijri: tuple[tuple[str, ...], ...]
    zones: Mapping[str, str]  # abbreviation → offset from UTC, "+07:00"


@dataclass(frozen=True, slots=True)
class Reading:
    """`reading.toml` of one language: what stands around an article on its news pages."""

    code: str
    words: tuple[str, ...]
    telling: tuple[str, ...]  # words that its nearest neighbour does not have
    fillers: tuple[str, ...]  # small words between the buttons of a page
    home: tuple[str, ...]
    sections: tuple[str, ...]
    kickers: tuple[str, ...]
    by: tuple[str, ...]
    staff: tuple[str, ...]
    desk: tuple[str, ...]
    agencies: tuple[str, ...]
    given: tuple[str, ...]
    role: tuple[str, ...]
    written_for: tuple[str, ...]  # between an author and the paper: "Ada Wren for The Heron"
    outlet_words: tuple[str, ...]
    outlet_weak: tuple[str, ...]  # words of names of papers and other things, and of no person's
    outlet_beside: tuple[str, ...]  # words of what stands beside the name: its slogan, its imprint
    outlet_sentences: tuple[str, ...]
    outlet_offices: tuple[str, ...]  # words of names of ministries and the like, which papers quote
    outlet_verbs: tuple[str, ...]  # what follows the name in a sentence that tells what paper it is
    stamp: StampWords
    appeal_open: tuple[str, ...]
    appeal_things: tuple[str, ...]
    leftovers: Mapping[str, Phrases]


@cache
def reading_table(code: str) -> Reading:
    """Return the leftovers, bylines and datelines of a language. Raises TableError where the file is broken."""
    table = _read(code, "reading.toml", schema.READING)
    byline, outlet, nav = table["byline"], table["outlet"], table["nav"]
    return Reading(
        code=code,
        words=tuple(table["language"]["words"]),
        telling=tuple(table["language"]["telling"]),
        fillers=tuple(table["language"]["fillers"]),
        home=tuple(nav["home"]),
        sections=tuple(nav["sections"]),
        kickers=tuple(nav["kickers"]),
        by=tuple(byline["by"]),
        staff=tuple(byline["staff"]),
        desk=tuple(byline["desk"]),
        agencies=tuple(byline["agencies"]),
        given=tuple(byline["given"]),
        role=tuple(byline["role"]),
        written_for=tuple(byline["for"]),
        outlet_words=tuple(outlet["words"]),
        outlet_weak=tuple(outlet["weak"]),
        outlet_beside=tuple(outlet["beside"]),
        outlet_sentences=tuple(outlet["sentences"]),
        outlet_offices=tuple(outlet["offices"]),
        outlet_verbs=tuple(outlet["verbs"]),
        stamp=_stamp(table["stamp"], code),
        appeal_open=tuple(table["appeal"]["open"]),
        appeal_things=tuple(table["appeal"]["things"]),
        leftovers=MappingProxyType({name: _phrases(row) for name, row in table["leftovers"].items()}),
    )


@cache
def events_table(code: str) -> dict[str, Any]:
    """Return who did what in a language, every section and key there. Raises TableError where the file is broken."""
    return _read(code, "events.toml", schema.EVENTS)


@cache
def time_table(code: str) -> dict[str, Any]:
    """Return the words for days, months and spans of a language. Raises TableError where the file is broken."""
    return _read(code, "time.toml", schema.TIME)


@cache
def places_table(code: str) -> dict[str, Any]:
    """Return the names of countries, bodies and cities in a language. Raises TableError where the file is broken."""
    return _read(code, "places.toml", schema.PLACES)


def _read(code: str, name: str, expected: Mapping[str, Any]) -> dict[str, Any]:
    where = f"sitegen/lang/{code}/{name}"
    if code not in codes():
        raise TableError(
            f"there are no tables for the language “{code}”.", where=where, hint="Known: " + ", ".join(codes())
        )
    try:
        text = (files("sitegen") / "lang" / code / name).read_text(encoding="utf-8")
        table = tomllib.loads(text)
    except FileNotFoundError as error:
        raise TableError(
            "the table is missing.", where=where, hint="docs/reference/tables.md says how to write it."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"is no TOML: {error}", where=where) from error
    return schema.check(table, expected, where)


def _phrases(row: Mapping[str, list[str]]) -> Phrases:
    return Phrases(tuple(row["line"]), tuple(row["label"]), tuple(row["start"]), tuple(row["part"]))


def _stamp(row: Mapping[str, Any], code: str) -> StampWords:
    where = f"sitegen/lang/{code}/reading.toml: stamp"
    if row["order"] not in ("dmy", "mdy", "ymd", ""):
        raise TableError(f"order must be dmy, mdy, ymd or empty, not “{row['order']}”.", where=where)
    groups = {key: _groups(row[key], size, f"{where}.{key}") for key, size in
              (("months", 12), ("weekdays", 7), ("solar", 12), ("hijri", 12))}  # fmt: skip
    return StampWords(
        published=tuple(row["published"]),
        modified=tuple(row["modified"]),
        ago=tuple(row["ago"]),
        fill=tuple(row["fill"]),
        am=tuple(row["am"]),
        pm=tuple(row["pm"]),
        order=row["order"],
        months=groups["months"],
        weekdays=groups["weekdays"],
        solar=groups["solar"],
        hijri=groups["hijri"],
        zones=MappingProxyType(dict(row["zones"])),
    )


def _groups(value: list[Any], size: int, where: str) -> tuple[tuple[str, ...], ...]:
    """Return a list of words or of lists of words as tuples; it must be empty or complete."""
    if value and len(value) != size:
        raise TableError(f"must have {size} entries, has {len(value)}.", where=where)
    return tuple((v,) if isinstance(v, str) else tuple(v) for v in value)
