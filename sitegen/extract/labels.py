"""Scans → scans with the lines for headings that head what follows without being marked: `Monday, New Delhi`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, takewhile

from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS

PLACES = frozenset({"city", "capital", "country"})
NAMES = PLACES | {"person", "body"}
DAYS = frozenset({"weekday", "month", "day"})
# A paragraph of its own that opens with a day and is no longer than this says only when, where and of whom is told:
# `Tuesday: first the border, then the prime minister.` News sentences with a subject and a verb are longer.
LONGEST, LONGEST_SPACELESS = 8, 16  # words, characters
RUN_INS = 2  # run-in heads of one article at least: a lone one is a dateline
IN_CAPITALS = 4  # words of a run-in head that only its capitals mark; with 2 an event fewer is exact, 8 fares alike


def with_labels(scans: Sequence[Scan], language: str) -> list[Scan]:
    """Return the scans with those that only say when, where or of whom is told made headings."""
    sizes = Counter(scan.block for scan in scans)
    run_ins = _run_ins(scans)
    longest = LONGEST_SPACELESS if language in SPACELESS else LONGEST
    found = []
    for before, scan in zip([None, *scans], scans, strict=False):
        starts = before is None or before.block != scan.block
        is_label = _opens_with_day(scan) and (
            len(scan.tokens) <= longest if sizes[scan.block] == 1 else starts and _is_made_of(PLACES, scan)
        )
        found.append(replace(scan, is_heading=True) if is_label or scan.number in run_ins else scan)
    return found


def _opens_with_day(scan: Scan) -> bool:
    """Whether a sentence opens with a day and tells of nothing yet."""
    return scan.number > 1 and _has_day_first(scan) and not scan.kinds and not scan.is_heading


def _has_day_first(scan: Scan) -> bool:
    return any(h.first <= 1 and h.entry.topic in DAYS for h in scan.times)


def _is_made_of(topics: AbstractSet[str], scan: Scan) -> bool:
    """`Tuesday, Moscow.`: every word is a number, of a day or a name of these topics."""
    hits = [*scan.times, *(h for h in scan.names if h.entry.topic in topics)]
    covered = {at for h in hits for at in range(h.first, h.last + 1)}
    return all(at in covered or token.text.isdigit() for at, token in enumerate(scan.tokens))


def _run_ins(scans: Sequence[Scan]) -> set[int]:
    """The heads that stand within their paragraphs, where several do: `Paris. The conversation …`, `2. Qatar. …`."""
    found: list[list[int]] = []
    for _, block in groupby(scans, key=lambda scan: scan.block):
        sentences = list(block)
        heads = [scan.number for scan in takewhile(_is_run_in, sentences)]
        if 0 < len(heads) < len(sentences):
            found.append(heads)
    return {number for heads in found for number in heads} if len(found) >= RUN_INS else set()


def _is_run_in(scan: Scan) -> bool:
    """`Paris.`, `Quarta, 20 de agosto.`, `Tuesday, Erdogan, second call.`, `2.`, `WHERE NEXT.`: no sentence yet."""
    is_day = _has_day_first(scan) and "," in scan.text and len(scan.tokens) <= LONGEST
    is_in_capitals = scan.text.isupper() and len(scan.tokens) <= IN_CAPITALS
    return not scan.is_heading and (is_day or is_in_capitals or (not scan.kinds and _is_made_of(NAMES, scan)))
