"""Days in a short line of any of our languages: Gregorian, Solar Hijri, lunar Hijri and Japanese eras."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TypeAlias

import jdatetime
from babel import Locale
from hijridate import Hijri

from sitegen.fold import fold
from sitegen.lang.table import Reading, reading_table

_YEAR = r"((?:19|20)\d\d)"
# One sign between the figures: in "30 December 2024 - 08.10" the year begins no date.
_YMD = re.compile(
    rf"(?<!\d){_YEAR}(?:\s?([-/.])\s?(\d{{1,2}})\s?\2\s?|\s?年\s?(\d{{1,2}})\s?月\s?)(\d{{1,2}})(?:\s?日)?(?!\d)"
)
_NUMERIC = re.compile(r"(?<![\d.:/-])(\d{1,2})\s?([-/.])\s?(\d{1,2})\s?\2\s?((?:19|20)\d\d|\d\d)(?!\d|\.\d|:\d)")
_ERA = re.compile(r"(令和|平成|民国|民國)\s?(\d{1,3}|元)年\s?(\d{1,2})月\s?(\d{1,2})日")
_ERAS = {"令和": 2018, "平成": 1988, "民国": 1911, "民國": 1911}  # the year before the first of each era
_SOLAR_NUMERIC = re.compile(r"(?<!\d)(1[34]\d\d)\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})(?!\d)")
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|o|\.)?"
_OF = r"(?:\s*(?:[-/.,،]|de|del|do|of|ke|tahun)\s*|\s*)"


_Convert: TypeAlias = Callable[[int, int, int], date]
# "3/20(月)", "3/20（一）": portals leave out the year, and the weekday shows that the numbers are a day.
_BEFORE_WEEKDAY = re.compile(
    r"(?<![\d/])(1[0-2]|0?[1-9])/(3[01]|[12]\d|0?[1-9])(?=\s?[(（][月火水木金土日一二三四五六][)）])"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day as a line writes it: from code point `start` to `end` of the line."""

    start: int
    end: int
    day: date
    is_ambiguous: bool = False  # 03/04/2025 on an English page


@dataclass(frozen=True, slots=True)
class PartDay:
    """A day without its year: from code point `start` to `end` of the line."""

    start: int
    end: int
    month: int
    day: int
    is_solar: bool = False  # of the Solar Hijri calendar

    def in_year_of(self, near: date) -> date | None:
        """Return the day in the year, of its own calendar, that holds `near`; None where the calendar has none."""
        try:
            if self.is_solar:
                year: int = jdatetime.date.fromgregorian(date=near).year
                return _from_solar(year, self.month, self.day)
            return date(near.year, self.month, self.day)
        except ValueError:
            return None


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The month names of a language and the patterns made of them."""

    months: Mapping[str, int]
    day_month: re.Pattern[str]
    month_day: re.Pattern[str]
    solar: Mapping[str, int]
    solar_pattern: re.Pattern[str] | None
    solar_part: re.Pattern[str] | None
    part: re.Pattern[str]
    month_year: re.Pattern[str]
    hijri: Mapping[str, int]
    hijri_pattern: re.Pattern[str] | None
    order: str


def soft(text: str) -> str:
    """Return `text` folded character by character, so that offsets stay those of `text`."""
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(_soft_char(char) for char in text)


@cache
def _soft_char(char: str) -> str:
    folded = fold(char)
    return folded if len(folded) == 1 else char


def find_days(line: str, language: str) -> tuple[Day, ...]:
    """Return the full days (with a year) that `line` names, in order; a day that no calendar has is left out."""
    text = soft(line)
    if sum(char.isdigit() for char in text) < 3:
        return ()
    taken: list[Day] = []
    for day in _candidates(text, language):
        if all(day.end <= other.start or other.end <= day.start for other in taken):
            taken.append(day)
    return tuple(sorted(taken, key=lambda d: (d.start, d.end)))


def find_part_day(line: str, language: str) -> PartDay | None:
    """Return the first day of a line that is written without a year: "16 мая", "4月26日", "۱۸ میزان"."""
    text = soft(line)
    calendar = _calendar(language)
    for m in calendar.part.finditer(text):
        number, name, later = m[1] or m[5], m[2] or m[3], m[4] or m[6]
        month = calendar.months[_name(name)] if name else int(number)
        day = int(later) if m[5] or m[4] else int(number)
        if 1 <= month <= 12 and 1 <= day <= 31:
            return PartDay(m.start(), m.end(), month, day)
    for m in calendar.solar_part.finditer(text) if calendar.solar_part else ():
        return PartDay(m.start(), m.end(), calendar.solar[_name(m[2])], int(m[1]), is_solar=True)
    numbers = _BEFORE_WEEKDAY.search(text)
    return PartDay(numbers.start(), numbers.end(), int(numbers[1]), int(numbers[2])) if numbers else None


def find_month(line: str, language: str) -> tuple[int, int] | None:
    """Return where a line names a month and its year without a day: "June 2025", "خرداد ۱۴۰۴"."""
    found = _calendar(language).month_year.search(soft(line))
    return found.span() if found else None


def names_month(text: str, language: str) -> bool:
    """Return whether a short text holds a number and the name of a month."""
    words = soft(text)
    return any(char.isdigit() for char in words) and any(
        piece in _calendar(language).months for piece in re.split(r"[^\w]+", words)
    )


def _candidates(text: str, language: str) -> Iterator[Day]:
    """Yield possible days, the least mistakable forms first."""
    calendar = _calendar(language)
    for m in _ERA.finditer(text):
        yield from _day(m, _ERAS[m[1]] + (1 if m[2] == "元" else int(m[2])), int(m[3]), int(m[4]))
    for m in _YMD.finditer(text):
        yield from _day(m, int(m[1]), int(m[3] or m[4]), int(m[5]))
    for m in calendar.day_month.finditer(text):
        yield from _day(m, _full_year(m[3]), calendar.months[_name(m[2])], int(m[1]))
    for m in calendar.month_day.finditer(text):
        yield from _day(m, int(m[3]), calendar.months[_name(m[1])], int(m[2]))
    for m in _NUMERIC.finditer(text):
        yield from _numeric(m, calendar.order)
    yield from _of_other_calendars(text, calendar)


def _of_other_calendars(text: str, calendar: _Calendar) -> Iterator[Day]:
    """Yield the days of the Solar and the lunar Hijri calendar."""
    if calendar.solar_pattern is not None:
        for m in calendar.solar_pattern.finditer(text):
            yield from _other(m, _from_solar, int(m[3]), calendar.solar[_name(m[2])], int(m[1]))
        for m in _SOLAR_NUMERIC.finditer(text):
            yield from _other(m, _from_solar, int(m[1]), int(m[3]), int(m[4]))
    if calendar.hijri_pattern is not None:
        for m in calendar.hijri_pattern.finditer(text):
            yield from _other(m, _from_hijri, int(m[3]), calendar.hijri[_name(m[2])], int(m[1]))


def _numeric(m: re.Match[str], order: str) -> Iterator[Day]:
    first, second, year = int(m[1]), int(m[3]), _full_year(m[4])
    if len(m[4]) == 2 and m[2] != "." and order != "dmy":
        return
    if order == "mdy" or (order == "" and second > 12):
        yield from _day(m, year, first, second)
    else:
        yield from _day(m, year, second, first, is_ambiguous=order == "" and first <= 12 and first != second)


def _full_year(text: str) -> int:
    return int(text) if len(text) == 4 else 2000 + int(text)


def _day(m: re.Match[str], year: int, month: int, day: int, *, is_ambiguous: bool = False) -> Iterator[Day]:
    try:
        yield Day(m.start(), m.end(), date(year, month, day), is_ambiguous)
    except ValueError:
        return


def _other(m: re.Match[str], convert: _Convert, year: int, month: int, day: int) -> Iterator[Day]:
    try:
        yield Day(m.start(), m.end(), convert(year, month, day))
    except (ValueError, OverflowError):
        return


def _from_solar(year: int, month: int, day: int) -> date:
    converted: date = jdatetime.date(year, month, day).togregorian()
    return converted


def _from_hijri(year: int, month: int, day: int) -> date:
    gregorian = Hijri(year, month, day).to_gregorian()
    return date(gregorian.year, gregorian.month, gregorian.day)


@cache
def _calendar(language: str) -> _Calendar:
    table = reading_table(language)
    months = month_names(table)
    if language != "en":
        months = {**month_names(reading_table("en")), **months}
    solar = _numbered(table.stamp.solar)
    hijri = _numbered(table.stamp.hijri)
    name = _any(months)
    twin = rf"({name})(?:\s?/\s?(?:{name}))?"
    return _Calendar(
        months=months,
        day_month=re.compile(rf"(?<!\d)(\d{{1,2}}){_ORDINAL}{_OF}{twin}\.?{_OF}(?:nam\s*)?{_YEAR}(?!\d)"),
        month_day=re.compile(rf"(?<!\w){twin}\.?\s*(\d{{1,2}}){_ORDINAL},?\s+{_YEAR}(?!\d)"),
        solar=solar,
        solar_pattern=_day_month(solar, r"(1[34]\d\d)"),
        solar_part=re.compile(rf"(?<!\d)(\d{{1,2}})\s+({_any(solar)})(?!\w)") if solar else None,
        month_year=re.compile(
            rf"(?<!\w)(?:(?:{name}){_OF}(?:19|20)\d\d"
            + (rf"|(?:{_any(solar)})\s+1[34]\d\d" if solar else "")
            + r")(?!\d)"
        ),
        part=re.compile(
            rf"(?<!\d)(\d{{1,2}}){_ORDINAL}{_OF}({name})(?!\w)|(?<!\w)({name})\.?\s*(\d{{1,2}})(?!\d)"
            r"|(?<!\d)(\d{1,2})月\s?(\d{1,2})日"
        ),
        hijri=hijri,
        hijri_pattern=_day_month(hijri, r"(1[34]\d\d)"),
        order=table.stamp.order,
    )


def month_names(table: Reading) -> dict[str, int]:
    """Return every folded name of a month in CLDR and in the table → its number."""
    locale = Locale.parse(table.code)
    names: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                names[_name(soft(name))] = number
    names.update(_numbered(table.stamp.months))
    # "5月" and "5" as names of months are read by the numeric patterns.
    return {name: number for name, number in names.items() if name and not name[0].isdigit()}


def _numbered(groups: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    return {_name(soft(form)): number for number, forms in enumerate(groups, 1) for form in forms}


def _name(text: str) -> str:
    return " ".join(text.rstrip(".").split())


def _any(names: Mapping[str, int]) -> str:
    ordered = sorted(names, key=lambda n: (-len(n), n))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in ordered)


def _day_month(names: Mapping[str, int], year: str) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\d)(\d{{1,2}}){_OF}({_any(names)}){_OF}{year}(?!\d)") if names else None
