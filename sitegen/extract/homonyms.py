"""Scans → scans: a surname that is also the name of a country or capital means the place, unless somebody bears it.

`کامبوج` is Cambodia in Persian and the surname of an ambassador, `باريس` Paris and, without its article, Albares.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from sitegen.extract.matcher import Hit
from sitegen.extract.mentions import ALONE_TOKENS
from sitegen.extract.scan import Scan

PLACES = frozenset({"country", "capital"})


def without_homonyms(scans: Sequence[Scan], language: str) -> list[Scan]:
    """Return the scans without the surnames that are places, but for people whom the article names in full."""
    longest = ALONE_TOKENS.get(language, 1)
    full = {h.entry.value for s in scans for h in s.names if h.entry.topic == "person" and h.length > longest}
    return [_without(s, [h for h in s.names if _is_place(h, s.names, full)]) for s in scans]


def _without(scan: Scan, places: Sequence[Hit]) -> Scan:
    return replace(scan, names=tuple(h for h in scan.names if h not in places)) if places else scan


def _is_place(hit: Hit, names: Iterable[Hit], full: set[str]) -> bool:
    """Whether a person of whom no full name is given has the very words of a place."""
    if hit.entry.topic != "person" or hit.entry.value in full:
        return False
    places = (h for h in names if h.entry.topic in PLACES and h.entry.detail != "people")  # `السوداني` is read apart
    return any((h.first, h.last) == (hit.first, hit.last) for h in places)
