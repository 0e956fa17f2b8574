"""Scans → scans with the lines for headings that head what follows without being marked: `Monday, New Delhi`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS

PLACES = frozenset({"city", "capital", "country"})
# A paragraph of its own that opens with a day and is no longer than this says only when, where and of whom is told:
# `Tuesday: first the border, then the prime minister.` News sentences with a subject and a verb are longer.
LONGEST, LONGEST_SPACELESS = 8, 16  # words, characters


def with_day_labels(scans: Sequence[Scan], language: str) -> list[Scan]:
    """Return the scans with the lines and the first words of paragraphs that only name a day made headings."""
    sizes = Counter(scan.block for scan in scans)
    longest = LONGEST_SPACELESS if language in SPACELESS else LONGEST
    found = []
    for before, scan in zip([None, *scans], scans, strict=False):
        starts = before is None or before.block != scan.block
        is_label = _opens_with_day(scan) and (
            len(scan.tokens) <= longest if sizes[scan.block] == 1 else starts and _is_day_and_place(scan)
        )
        found.append(replace(scan, is_heading=True) if is_label else scan)
    return found


def _opens_with_day(scan: Scan) -> bool:
    """Whether a sentence opens with a day and tells of nothing yet."""
    opens = any(h.first <= 1 and h.entry.topic in ("weekday", "month", "day") for h in scan.times)
    return scan.number > 1 and opens and not scan.kinds and not scan.is_heading


def _is_day_and_place(scan: Scan) -> bool:
    """`Tuesday, Moscow.`: every word is of a day or a place, before the same paragraph tells what happened."""
    covered = {at for h in scan.times for at in range(h.first, h.last + 1)}
    covered |= {at for h in scan.names if h.entry.topic in PLACES for at in range(h.first, h.last + 1)}
    return all(at in covered or token.text.isdigit() for at, token in enumerate(scan.tokens))
