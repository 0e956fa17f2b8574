"""Scans → the lines of a text that head what follows without being marked as headings: `Monday, New Delhi.`"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS

# A paragraph of its own that opens with a day and is no longer than this says only when, where and of whom is told:
# `Tuesday: first the border, then the prime minister.` News sentences with a subject and a verb are longer.
LONGEST, LONGEST_SPACELESS = 8, 16  # words, characters


def with_day_labels(scans: Sequence[Scan], language: str) -> list[Scan]:
    """Return the scans with the lines that only name a day made headings."""
    sizes = Counter(scan.block for scan in scans)
    longest = LONGEST_SPACELESS if language in SPACELESS else LONGEST
    return [
        replace(scan, is_heading=True) if sizes[scan.block] == 1 and _names_a_day(scan, longest) else scan
        for scan in scans
    ]


def _names_a_day(scan: Scan, longest: int) -> bool:
    """Whether a line opens with a day and tells of nothing yet."""
    opens = any(h.first <= 1 and h.entry.topic in ("weekday", "month", "day") for h in scan.times)
    return scan.number > 1 and opens and len(scan.tokens) <= longest and not scan.kinds and not scan.is_heading
