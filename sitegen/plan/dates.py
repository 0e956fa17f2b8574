"""Dates as an edition writes them: as narrow as the evidence, with Solar Hijri beside them in Persian."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

import jdatetime
from babel.dates import format_date, format_interval, format_skeleton, get_day_names

from sitegen.model import When
from sitegen.plan.edition import Edition, in_own_digits

LONG_MONTHS = frozenset(["ar", "de", "fa", "hi", "ja", "vi"])  # short dates are numbers there, or stiff
SOLAR_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DateView:
    """A date in words; `iso` is a value for `<time datetime>` or "" where HTML has none (a span, nothing known)."""

    text: str
    iso: str
    second: str  # the same day in the edition's second calendar, or ""


@lru_cache(maxsize=20_000)
def format_day(edition: Edition, day: date, *, weekday: bool = False) -> str:
    """Return "22 July 2024", or "Monday 22 July 2024"."""
    return in_own_digits(
        edition, _as_printed(edition, str(format_date(day, "full" if weekday else "long", edition.locale)))
    )


@lru_cache(maxsize=20_000)
def format_short_day(edition: Edition, day: date) -> str:
    """Return "22 Jul 2024", or the month in full where the language's press does not shorten it."""
    return format_day(edition, day) if edition.code in LONG_MONTHS else str(format_date(day, "medium", edition.locale))


@lru_cache(maxsize=20_000)
def format_day_month(edition: Edition, day: date) -> str:
    """Return "22 July", for lists that stand under their year."""
    return in_own_digits(edition, str(format_skeleton("MMMMd", day, locale=edition.locale)))


@lru_cache(maxsize=20_000)
def format_month(edition: Edition, year: int, month: int) -> str:
    """Return "July 2024"."""
    return in_own_digits(
        edition, _as_printed(edition, str(format_skeleton("yMMMM", date(year, month, 1), locale=edition.locale)))
    )


@lru_cache(maxsize=20_000)
def format_year(edition: Edition, year: int) -> str:
    """Return "2024"."""
    return in_own_digits(edition, str(format_skeleton("y", date(year, 1, 1), locale=edition.locale)))


@lru_cache(maxsize=20_000)
def format_span(edition: Edition, first: date, last: date) -> str:
    """Return "22–24 July 2024", or months where both ends are whole ones."""
    whole = first.day == 1 and last == _end_of_month(last.year, last.month)
    span = str(format_interval(first, last, "yMMMM" if whole else "yMMMd", locale=edition.locale))
    return in_own_digits(edition, _as_printed(edition, span if whole else _in_full(edition, span, first, last)))


def _in_full(edition: Edition, text: str, *days: date) -> str:
    """Return a span of CLDR, which has only short months for it, with the names of its months in full."""
    short, full = (edition.locale.months["format"][width] for width in ("abbreviated", "wide"))
    for month in {day.month for day in days}:
        text = re.sub(rf"(?<!\w){re.escape(short[month])}(?!\w)", full[month], text)
    return re.sub(r"\b0(?=\d\b)", "", text)  # "05–22" in Italian


def _as_printed(edition: Edition, text: str) -> str:
    """Return a date of CLDR as the press prints it.

    Vietnamese and Malay set no comma before the year, Persian no hamza over the end of a month.
    """
    if edition.code == "fa":
        return text.replace("\N{ARABIC HAMZA ABOVE}", "")
    year = {"ms": r" \1", "vi": r" năm \1"}.get(edition.code)
    return re.sub(r", (\d{4})\b", year, text) if year else text


@lru_cache(maxsize=20_000)
def second_calendar(edition: Edition, day: date) -> str:
    """Return the Solar Hijri date in Persian, "" elsewhere."""
    if edition.code != "fa":
        return ""
    solar = jdatetime.date.fromgregorian(date=day)
    return in_own_digits(edition, f"{solar.day} {SOLAR_MONTHS[solar.month - 1]} {solar.year}")


def show_day(edition: Edition, day: date, *, weekday: bool = False) -> DateView:
    """Return the view of one day."""
    return DateView(format_day(edition, day, weekday=weekday), day.isoformat(), second_calendar(edition, day))


def show_when(edition: Edition, when: When, end: date | None = None, *, weekday: bool = False) -> DateView:
    """Return the view of an event's date, never narrower than what is known."""
    if when.day is not None and end is not None and end > when.day:
        return DateView(format_span(edition, when.day, end), "", "")
    if when.day is not None:
        return show_day(edition, when.day, weekday=weekday)
    known = _known_weekday(when)
    text, iso = _span_words(edition, when)
    if known is None or not text:
        return DateView(text or edition.words.gettext("date not known"), iso, "")
    name = str(get_day_names("wide", locale=edition.locale)[known])
    one_of = edition.words.pgettext("a date of which only the weekday is known", "a %(weekday)s, %(span)s")
    return DateView(one_of % {"weekday": name, "span": text}, "", "")


def _span_words(edition: Edition, when: When) -> tuple[str, str]:
    first, last = when.earliest, when.latest
    words = edition.words
    if first is None:
        return (words.gettext("on or before %(day)s") % {"day": format_day(edition, last)}, "") if last else ("", "")
    if last is None:
        return words.gettext("on or after %(day)s") % {"day": format_day(edition, first)}, ""
    if first == date(first.year, 1, 1) and last == date(first.year, 12, 31):
        return format_year(edition, first.year), f"{first.year:04}"
    if first.day == 1 and last == _end_of_month(first.year, first.month):
        return format_month(edition, first.year, first.month), f"{first.year:04}-{first.month:02}"
    return format_span(edition, first, last), ""


def _known_weekday(when: When) -> int | None:
    """Return the weekday that all weekday constraints agree on, where the span leaves several such days."""
    found = {c.weekday for c in when.constraints if c.weekday is not None}
    return found.pop() if len(found) == 1 else None


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def is_one_month(when: When) -> bool:
    """Return whether the whole span lies in one month, so that a month's page can list it."""
    if when.earliest is None or when.latest is None:
        return False
    return (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)


def day_after(day: date) -> date:
    """Return the next day, the exclusive end that calendars want."""
    return day + timedelta(days=1)
