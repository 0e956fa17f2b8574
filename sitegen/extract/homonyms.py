"""Scans → scans: a surname that is also a country, a capital or a month means that, unless somebody bears it.

`کامبوج` is Cambodia in Persian and the surname of an ambassador, `باريس` Paris and, without its article, Albares;
`6 Kasım` is a day of November and no leader of Hezbollah, and `【ソウル＝岸田康平】` is by a correspondent.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import chain

from sitegen.extract.matcher import Hit
from sitegen.extract.mentions import ALONE_TOKENS
from sitegen.extract.scan import Scan

PLACES = frozenset({"country", "capital"})
MONTHS = frozenset({"month", "solar_hijri", "hijri"})
_CORRESPONDENT = re.compile(r"【[^】]{1,20}[=＝]([^】]{2,20})】")


def without_homonyms(scans: Sequence[Scan], language: str) -> list[Scan]:
    """Return the scans without surnames that are places or months, but for people whom the article names in full."""
    longest = ALONE_TOKENS.get(language, 1)
    full = {h.entry.value for s in scans for h in s.names if h.entry.topic == "person" and h.length > longest}
    return [_without(s, [h for h in s.names if _is_other(h, s, full)]) for s in scans]


def _without(scan: Scan, others: Sequence[Hit]) -> Scan:
    return replace(scan, names=tuple(h for h in scan.names if h not in others)) if others else scan


def _is_other(hit: Hit, scan: Scan, full: set[str]) -> bool:
    """Whether it is the correspondent, or the very words of a place or a month where no full name is given."""
    if hit.entry.topic != "person":
        return False
    by = _CORRESPONDENT.match(scan.text)
    if by and by.start(1) <= scan.tokens[hit.first].start < by.end(1):
        return True
    if hit.entry.value in full:
        return False
    # `السوداني`, of a people, is read apart.
    places = (h for h in scan.names if h.entry.topic in PLACES and h.entry.detail != "people")
    months = (h for h in scan.times if h.entry.topic in MONTHS)
    return any((h.first, h.last) == (hit.first, hit.last) for h in chain(places, months))
