"""Calendars: spans of months, and days of the Solar Hijri and the Hijri calendar in ours."""

from __future__ import annotations

from datetime import date, timedelta

import jdatetime
from hijridate import Hijri

YEARS = range(1990, 2036)  # that a newspaper's dates are of
SOLAR_YEARS = range(1370, 1420)
HIJRI_YEARS = range(1410, 1465)


def month_span(year: int, month: int) -> tuple[date, date]:
    """Return the first and the last day of a month."""
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def next_span(anchor: date, unit: str) -> tuple[date, date]:
    """Return next week from Monday to Sunday, or next month, seen from `anchor`."""
    if unit == "month":
        return month_span(anchor.year + anchor.month // 12, anchor.month % 12 + 1)
    monday = anchor + timedelta(days=7 - anchor.weekday())
    return monday, monday + timedelta(days=6)


def same_day_of_years(anchor: date, month: int, day: int) -> list[date]:
    """Return the days of that name in the year of `anchor` and in the two beside it."""
    days = []
    for year in range(anchor.year - 1, anchor.year + 2):
        try:
            days.append(date(year, month, day))
        except ValueError:  # 29 February
            continue
    return days


def converted(calendar: str, year: int, month: int, day: int) -> date | None:
    """Return our date of a day of `solar_hijri` or `hijri`, or None where there is no such day."""
    try:
        if calendar == "solar_hijri":
            found: date = jdatetime.date(year, month, day).togregorian()
        else:
            found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return found


def years_around(calendar: str, anchor: date) -> list[int]:
    """Return the years of `solar_hijri` or `hijri` that news of our date `anchor` may mean."""
    if calendar == "solar_hijri":
        middle = jdatetime.date.fromgregorian(date=anchor).year
    else:
        middle = int((anchor.year - 622) * 33 / 32)  # a Hijri year is 32/33 of ours, counted from 622
    return [middle - 1, middle, middle + 1]
