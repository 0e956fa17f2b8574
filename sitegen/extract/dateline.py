"""The day of a dateline, `CAIRO, 19 Dec (Reuters) -`: on it an article was written, and what it tells may be older."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from sitegen.extract.dates import read_times
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.months import read_months
from sitegen.extract.scan import Scan
from sitegen.extract.time_words import TimeScan

PLACES = frozenset({"city", "capital", "country"})
LONGEST_PLACE = 40  # characters before the day
OTHER_DAY_WITHIN = 2  # sentences that may say on which day something happened
# A page may be stamped a day before its dateline where the sun is elsewhere, and is put up days after it was written.
EARLIEST, LATEST = timedelta(days=4), timedelta(days=1)
# Behind the day stands an agency in brackets, a dash, a colon: `(Reuters) -`, `(EFE).-`, `. --`, `(भाषा)`; or nothing.
_BEHIND = re.compile(r"[.,]?\s*(?:\([^()\d]{2,40}\)\s*(?:[.:]?\s*[-–—]{1,2}|[.:])?|[.:]?\s*[-–—]{1,2}|:)\s*(?=\S)|\.$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The day of a dateline, and the last token of it."""

    day: date
    last: int


def read_dateline(scan: Scan, lexicon: Lexicon, anchor: date | None) -> Dateline | None:
    """Return the dateline that a sentence begins with, or None where it has none with a day near publication.

    Where the day of publication is not known, one with its year says it: `Budapest, 16. Januar 2024. Am Dienstag …`.
    """
    if scan.number != 1:
        return None
    for word in read_months(TimeScan(scan, lexicon, anchor, "", is_ahead=False)):
        day, text = word.constraint.earliest, word.constraint.evidence.text
        start = scan.text.find(text)
        behind = _BEHIND.match(scan.text, start + len(text))
        is_near = day is not None and (anchor is None or anchor - EARLIEST <= day <= anchor + LATEST)
        if word.is_day and day and is_near and behind and _is_place(scan, start):
            return Dateline(day, max(n for n, token in enumerate(scan.tokens) if token.start < behind.end()))
    return None


def _is_place(scan: Scan, end: int) -> bool:
    """Whether the words before a day are a place alone: one that is known, or one in capitals."""
    before = scan.text[:end].strip(" ,.")
    is_known = any(h.first == 0 and h.entry.topic in PLACES for h in scan.names)
    is_told = any(scan.tokens[h.first].start < end for h in scan.kinds)
    return 0 < len(before) <= LONGEST_PLACE and (is_known or before.isupper()) and not is_told


def without_its_day(scans: Sequence[Scan], line: Dateline, lexicon: Lexicon) -> list[Scan]:
    """Return the scans, the day of the dateline taken away where the first sentences name the day of the news."""
    bare = [replace(s, times=tuple(h for h in s.times if h.first > line.last)) if s.number == 1 else s for s in scans]
    early = [scan for scan in bare if 1 <= scan.number <= OTHER_DAY_WITHIN]
    days = [t for scan in early for t in read_times(scan, lexicon, line.day, "") if t.is_day and not t.distance]
    return bare if days else list(scans)
