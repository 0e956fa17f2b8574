"""A date in EDTF (ISO 8601-2) → the words of an edition."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from sitegen.model import When
from sitegen.plan.dates import show_when
from sitegen.plan.edition import Edition

_POINT = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?[?~%]?$")


def show_edtf(edition: Edition, edtf: str) -> str:
    """Return a day, month, year or interval in words; what is none of these stands as it is."""
    first, slash, last = edtf.partition("/")
    earliest = _bounds(first)[0]
    latest = _bounds(last)[1] if slash else _bounds(first)[1]
    if earliest is None and latest is None:
        return edtf
    return show_when(edition, When(edtf, earliest, latest, is_certain=False)).text


def _bounds(point: str) -> tuple[date | None, date | None]:
    found = _POINT.match(point)
    if found is None:
        return None, None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if year else (None, None)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except ValueError:
        return None, None
