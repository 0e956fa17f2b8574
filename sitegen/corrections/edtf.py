"""EDTF text (ISO 8601-2, level 1 as far as sitegen writes it) → the first and last day that it allows."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$")
OPEN = ("", "..")


def read_edtf(text: str) -> tuple[date | None, date | None]:
    """Return the bounds of a day, month, year or interval (`2024-07-20/2024-07-22`, `../2024-07`); None is open.

    Raises ValueError for anything else, for a day that no calendar has, and for an interval that runs backwards.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _point(first)
    if first in OPEN and last in OPEN:
        raise ValueError("the interval has no end that is a date")
    earliest = None if first in OPEN else _point(first)[0]
    latest = None if last in OPEN else _point(last)[1]
    if earliest and latest and latest < earliest:
        raise ValueError("the interval runs backwards")
    return earliest, latest


def _point(text: str) -> tuple[date, date]:
    found = _POINT.match(text)
    if found is None:
        raise ValueError(f"{text!r} is no date")
    year, month, day = (int(part) if part else None for part in found.groups())
    if year is None or month is None:
        return date(int(text[:4]), 1, 1), date(int(text[:4]), 12, 31)
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    return date(year, month, day), date(year, month, day)
