"""Dates with the name of a month, of three calendars: `22 July 2024`, `July 22`, `7月22日`, `31 تیر ۱۴۰۳`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from sitegen.extract.calendars import converted, month_span, years_around
from sitegen.extract.matcher import Hit
from sitegen.extract.time_words import (
    TimeScan,
    TimeWord,
    dated,
    first_of_range,
    is_like_year,
    number_at,
    word_number_at,
    year_at,
)
from sitegen.extract.tokens import SPACELESS
from sitegen.model import Basis, Constraint, Evidence

LONGEST_JOINER = 4  # letters of a word between the parts of a date
RECENT_DAYS = 10  # a date not further back than this is of the news


def read_months(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the dates and months that the names of months make."""
    for hit in time.scan.times:
        if hit.entry.topic in ("month", "solar_hijri", "hijri"):
            word = _month(time, hit)
            if word:
                yield word


def _month(time: TimeScan, hit: Hit) -> TimeWord | None:
    day, first = _day_beside(time, hit)
    year, last = _year_beside(time, hit, day is not None and first > hit.last)
    first, last = min(first, hit.first), max(last, first, hit.last)
    month = int(hit.entry.value)
    if hit.entry.topic != "month":
        evidence = time.evidence(first, last, hit.entry.topic.replace("_", "-"))
        return _other_calendar(time, hit, day, year, evidence)
    evidence = time.evidence(first, last, "month-name")
    if year is None and _is_past(time, last):
        return _past_month(time, month, day, hit.first, evidence)
    if day is not None:
        return dated(time, day, month, year, evidence, hit.first)
    if year is None:
        return _month_alone(time, month, hit.first, evidence)
    return TimeWord(Constraint(Basis.PARTIAL, evidence, *month_span(year, month)), hit.first, False)


def _month_alone(time: TimeScan, month: int, at: int, evidence: Evidence) -> TimeWord:
    """`in March`: of the year of publication or the one before, of an announcement that or the one after."""
    if time.anchor is None:
        return TimeWord(Constraint(Basis.PARTIAL, evidence, month=month), at, False)
    if time.is_ahead:
        year = time.anchor.year + (1 if month < time.anchor.month else 0)
    else:
        year = time.anchor.year - (1 if month > time.anchor.month else 0)
    first, last = month_span(year, month)
    distance = "ago" if last < time.anchor - timedelta(days=RECENT_DAYS) else ""
    return TimeWord(Constraint(Basis.PARTIAL, evidence, first, last), at, False, None, distance)


def _is_past(time: TimeScan, last: int) -> bool:
    """`Januari lalu`, `le 17 janvier dernier`: the last one before the news."""
    return any(h.entry.topic == "month-past" and 0 < h.first - last <= 1 for h in time.scan.times)


def _past_month(time: TimeScan, month: int, day: int | None, at: int, evidence: Evidence) -> TimeWord:
    if time.anchor is None:
        parts = Constraint(Basis.PARTIAL, evidence, month=month, day=day)
        return TimeWord(parts, at, False, None, "ago")
    year = time.anchor.year - (1 if month > time.anchor.month else 0)
    start = date(year, month, day or 1)
    end = start if day else month_span(year, month)[1]
    recent = day is not None and (time.anchor - start).days <= RECENT_DAYS
    return TimeWord(Constraint(Basis.PARTIAL, evidence, start, end), at, recent, None, "" if recent else "ago")


def _other_calendar(time: TimeScan, hit: Hit, day: int | None, year: int | None, evidence: Evidence) -> TimeWord | None:
    calendar, anchor = hit.entry.topic, time.anchor
    if day is None or (year is None and anchor is None):
        return None
    years = [year] if year else years_around(calendar, anchor) if anchor else []
    days = [d for y in years if (d := converted(calendar, y, int(hit.entry.value), day))]
    if not days:
        return None
    exact = min(days, key=lambda d: (abs((d - (anchor or d)).days), d))
    basis = Basis.EXPLICIT if year else Basis.PARTIAL
    return TimeWord(Constraint(basis, evidence, exact, exact), hit.first, True)


# ---------------------------------------------------------------- the day and the year beside a month


def _day_beside(time: TimeScan, hit: Hit) -> tuple[int | None, int]:
    """The day of the month before or after a month's name, and its token."""
    after = hit.last + 1
    if time.lexicon.language in SPACELESS:
        return (number, after) if (number := number_at(time, after)) else (None, hit.first)
    before = _skip(time, hit.first - 1, -1)
    number = number_at(time, before)
    if number:
        return _two_word_number(time, before) or first_of_range(time, before, number)
    if not _is_day_first(time) and (number := number_at(time, after)):
        return number, after
    return None, hit.first


def _is_day_first(time: TimeScan) -> bool:
    """`May 14` is a day; in day-first languages the number after a month, `Mei 2 …`, counts something else."""
    return time.lexicon.order == "dmy" and time.lexicon.language != "en"


def _two_word_number(time: TimeScan, at: int) -> tuple[int, int] | None:
    """Arabic "الرابع عشر": the number of two words that ends at `at`."""
    number = time.lexicon.numbers.get(f"{time.folded(at - 1)} {time.folded(at)}")
    return (number, at - 1) if number else None


def _year_beside(time: TimeScan, hit: Hit, day_follows: bool) -> tuple[int | None, int]:
    start = hit.last + (2 if day_follows else 1)
    for at in (_skip(time, start, 1), start):
        year = year_at(time, at, hit.entry.topic)
        if year:
            return year, at
    if time.lexicon.language in SPACELESS:
        year = year_at(time, hit.first - 2, "month")
        if year and time.scan.tokens[hit.first - 1].text == "年":
            return year, hit.first - 2
    return None, hit.last


def _skip(time: TimeScan, at: int, step: int) -> int:
    """Pass over one joining word: `31 de agosto`, `14 من فبراير`, `26 tháng 5`, `10 of May`."""
    joiner = time.folded(at)
    if not joiner or joiner.isdigit() or len(joiner) > LONGEST_JOINER or word_number_at(time, at):
        return at
    if time.lexicon.is_cased and time.scan.tokens[at].text[0].isupper():
        return at  # `Papa 14. Leo, mayıs ayında`: a name joins nothing
    follows = number_at(time, at + step) is not None or is_like_year(time, at + step)
    return at + step if follows else at
