"""Dates in digits alone: `22/07/2024`, `2024-07-22`, `7/22`, `1403/05/01`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sitegen.extract.calendars import SOLAR_YEARS, YEARS, converted
from sitegen.extract.time_words import TimeScan, TimeWord, dated, first_of_range
from sitegen.fold import fold
from sitegen.model import Basis, Constraint, Evidence

# `am Montag (30.1.)`: German writes ordinals with a dot; elsewhere `a magnitude of 7.7.` ends a sentence.
DOTTED = frozenset({"de"})
_NUMERIC = re.compile(r"(?<![\d.,/])(\d{1,4})([/.\-])(\d{1,2})(?:\2(\d{2,4}))?(?![\d/]|[.,]\d)")


def read_numeric(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the dates that stand in digits."""
    for found in _NUMERIC.finditer(_digits_folded(time)):
        word = _solar(time, found) or _ours(time, found)
        if word:
            yield word


def _digits_folded(time: TimeScan) -> str:
    """The text with the digits of every script as ours, where folding keeps each character's place."""
    text = time.scan.text
    return fold(text, time.lexicon.language) if len(fold(text)) == len(text) else text


def _ours(time: TimeScan, found: re.Match[str]) -> TimeWord | None:
    has_dots = time.lexicon.language in DOTTED and re.match(r"\d+\.\d+\.", found.string[found.start() :]) is not None
    parts = _parts(found, time.lexicon.order, has_dots)
    if parts is None:
        return None
    day, month, year = parts
    start = found.start()
    at = sum(token.start < start for token in time.scan.tokens)
    if found.group(1).lstrip("0") == str(day):
        day, at = first_of_range(time, at, day)
        start = time.scan.tokens[at].start
    text = time.scan.text[start : found.end()]
    return dated(time, day, month, year, Evidence(time.article, time.scan.number, text, "numeric-date"), at)


def _solar(time: TimeScan, found: re.Match[str]) -> TimeWord | None:
    """`1403/08/02`: a Solar Hijri date in digits."""
    year, _, month, day = found.groups()
    if len(year) != 4 or not day or int(year) not in SOLAR_YEARS:
        return None
    exact = converted("solar_hijri", int(year), int(month), int(day))
    evidence = Evidence(time.article, time.scan.number, found.group(), "solar-hijri")
    return TimeWord(Constraint(Basis.EXPLICIT, evidence, exact, exact), 0, True) if exact else None


def _parts(found: re.Match[str], order: str, has_dots: bool) -> tuple[int, int, int | None] | None:
    """Day, month and year, or None where the digits are no date.

    `order` is that of the language: dmy, mdy, ymd; `has_dots`: day and month each with the dot of an ordinal.
    """
    a, mark, b, c = found.groups()
    if len(a) == 4 and c:  # 2024-07-22
        return (int(c), int(b), int(a)) if int(a) in YEARS and int(c) <= 31 else None
    if len(a) > 2 or (c is None and mark != "/" and not has_dots):
        return None
    year = int(c) + (2000 if len(c) == 2 else 0) if c else None
    if year is not None and year not in YEARS:
        return None
    day, month = int(a), int(b)
    if order == "mdy" or month > 12 >= day or (order == "ymd" and c is None):
        day, month = month, day
    return (day, month, year) if 1 <= day <= 31 and 1 <= month <= 12 else None
