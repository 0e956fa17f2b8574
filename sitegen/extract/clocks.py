"""One event under two clocks: `early on Monday Jakarta time, or Sunday local time`: the day is that of the place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sitegen.extract.matcher import Hit
from sitegen.extract.scan import Scan
from sitegen.extract.time_words import TimeWord

NEAR_CLOCK = 6  # tokens from the words for a clock to the day that is told by it; 3 to 10 fare alike
ONE_DAY = 3  # tokens between a weekday and the date behind it, `Minggu (28/12) waktu setempat`; 2 to 5 fare alike


def by_local_clock(words: Sequence[TimeWord], scan: Scan, clock_first: bool) -> list[TimeWord]:
    """Return the time words, of which those told by another clock than that of the place are no days of the event.

    `clock_first`: in the language the clock stands before the day, `当地时间28日`.
    """
    local = _told_by("local", words, scan, clock_first)
    other = _told_by("reader", words, scan, clock_first)
    days = [w for w in words if w.is_day]
    if local:
        other = [w for w in days if w not in local]
    elif len(days) == len(other):
        return list(words)  # the only day that is told
    return [replace(w, is_day=False) if w in other else w for w in words]


def _told_by(clock: str, words: Sequence[TimeWord], scan: Scan, clock_first: bool) -> list[TimeWord]:
    days = [w for w in words if w.is_day]
    marks = [h for h in scan.times if h.entry.topic == "day" and h.entry.value == clock]
    return [day for mark in marks for day in _days_of(mark, days, clock_first)]


def _days_of(mark: Hit, days: Sequence[TimeWord], clock_first: bool) -> Iterator[TimeWord]:
    """The day beside the words for a clock, and the weekday or date that says the same day."""

    def distance(word: TimeWord) -> tuple[int, bool]:
        is_behind = word.at > mark.last
        return (word.at - mark.last if is_behind else mark.first - word.at), is_behind != clock_first

    nearest = min(days, key=distance, default=None)
    if nearest is None or distance(nearest)[0] > NEAR_CLOCK:
        return
    yield nearest
    for day in days:
        same = abs(day.at - nearest.at) <= ONE_DAY and day.constraint.basis != nearest.constraint.basis
        if same and not min(day.at, nearest.at) < mark.first < max(day.at, nearest.at):
            yield day
