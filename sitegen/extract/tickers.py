"""Scans → the items of a live ticker: `18.40 - Trump …`, `+++ 07:15 Biden calls Zelensky +++ …`, each a report."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby, pairwise

from sitegen.extract.scan import Scan
from sitegen.extract.time_words import TimeWord
from sitegen.model import Basis, Constraint, Evidence

FEWEST = 2  # paragraphs that begin with a clock: a lone one is the time of publication
INTRODUCTION = 1  # paragraphs before the first item; below a whole article clocks head a list of other news
_CLOCK = re.compile(
    r"[\s+|•*\[(]*([01]?\d|2[0-3]) ?[.:h点點時时] ?([0-5]\d)(?!\d)[\])]?(?: ?(?:Uhr|hrs?|h|分|น\.))?[\s\-–—:|,+]*"
)
_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Item:
    """Where an item begins: the text of its clock, and the day of that clock."""

    clock: str
    day: date | None


def with_clocks(scans: Sequence[Scan]) -> list[Scan]:
    """Return the scans with those that are nothing but the clock of an item made headings."""
    starts = _clocks(scans)
    return [replace(s, is_heading=True) if s.number in starts and _is_clock_alone(s) else s for s in scans]


def read_items(scans: Sequence[Scan], anchor: date | None) -> Mapping[int, Item]:
    """Return the items of a ticker by the number of their first sentence; none of an article that is no ticker.

    The newest item stands first in most tickers: where the clock then runs forward, the day before is told.
    """
    starts = _clocks(scans)
    minutes = list(starts.values())
    is_newest_first = len(minutes) > 1 and minutes[1] < minutes[0]
    nights = [0, *(int(is_newest_first and after > before) for before, after in pairwise(minutes))]
    found: dict[int, Item] = {}
    for at, number in enumerate(starts):
        first, *rest = (scan for scan in scans if scan.number >= number)
        clock = _CLOCK.match(first.text)
        opening = rest[0] if rest and _is_clock_alone(first) else first
        day = anchor - sum(nights[: at + 1]) * _A_DAY if anchor else None
        found[opening.number] = Item(clock.group().strip() if clock else "", day)
    return found


def day_of(item: Item, article: str, sentence: int) -> TimeWord | None:
    """Return the day of an item's clock as a word for it, or None where nobody knows when the article was published."""
    if item.day is None:
        return None
    evidence = Evidence(article, sentence, item.clock, "ticker")
    return TimeWord(Constraint(Basis.PUBLISHED, evidence, item.day, item.day), 0, is_day=True)


def _clocks(scans: Sequence[Scan]) -> dict[int, int]:
    """The first sentences of the paragraphs that begin with a clock → its minutes since midnight."""
    text = [s for s in scans if s.number > 0 and (not s.is_heading or _is_clock_alone(s))]
    firsts = [next(block) for _, block in groupby(text, key=lambda scan: scan.block)]
    clocks = {scan.number: clock for scan in firsts if (clock := _CLOCK.match(scan.text))}
    if len(clocks) < FEWEST or not any(scan.number in clocks for scan in firsts[: INTRODUCTION + 1]):
        return {}
    return {number: 60 * int(clock[1]) + int(clock[2]) for number, clock in clocks.items()}


def _is_clock_alone(scan: Scan) -> bool:
    return _CLOCK.fullmatch(scan.text) is not None
