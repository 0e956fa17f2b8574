"""Numbers of a sentence, whatever the digits, separators and words of the language, and the days that it names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from sitegen.lang.magnitudes import magnitudes
from sitegen.lang.table import time_table
from sitegen.names_index import Name
from sitegen.phrase_table import Found, PhraseTable, Word

_GROUPED = re.compile(r"\d{1,3}(?:([.,\u066c \u00a0\u202f])\d{3})(?:\1\d{3})*")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_MONTHS = frozenset(str(number) for number in range(1, 13))
_HAN = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
# The Gregorian day on which each month of the Solar Hijri year begins, give or take one.
_SOLAR = ("03-21", "04-21", "05-22", "06-22", "07-23", "08-23", "09-23", "10-23", "11-22", "12-22", "01-21", "02-20")
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
SMALLEST_TELLING = 20  # below it, a number written as a word is as often "the fifth round" as a figure
LONGEST_NUMBER = 4  # words
SMALLEST_WORD = 3  # "one" and "two" are articles and pairs in half of the languages


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of a sentence: amounts as plain decimals, days as MM-DD, months as MM, years, weekdays from 0."""

    amounts: Mapping[str, str]  # value → as written
    heads: Mapping[str, str]  # of those with a magnitude word, the number before it: 40000000000 → 40
    small: frozenset[str]  # of the amounts, those written as a word and small enough to mean little
    days: Mapping[str, str]
    months: frozenset[str]
    years: frozenset[str]
    weekdays: Mapping[str, str]

    @property
    def has_times(self) -> bool:
        """Whether the sentence names a day, a month or a year."""
        return bool(self.days or self.weekdays or self.months or self.years)


@dataclass(slots=True)
class _Draft:
    amounts: dict[str, str]
    heads: dict[str, str]
    small: set[str]
    days: dict[str, str]
    months: set[str]
    years: set[str]


def read_figures(text: str, language: str, words: Sequence[Word], names: Sequence[Found[Name]]) -> Figures:
    """Return the figures of a sentence, given its words and the months and weekdays among its names."""
    draft = _Draft({}, {}, set(), {}, set(), set())
    taken = _read_days(text, language, words, names, draft)
    at = 0
    while at < len(words):
        if at not in taken:
            at = _read_amount(text, language, words, at, draft)
        at += 1
    weekdays = {n.code: _written(text, words, found) for found in names for n in found.entries if n.kind == "weekday"}
    return Figures(
        draft.amounts, draft.heads, frozenset(draft.small), draft.days, frozenset(draft.months), frozenset(draft.years),
        weekdays,
    )  # fmt: skip


def shared_amounts(one: Figures, other: Figures) -> frozenset[str]:
    """Return the amounts of `one` that `other` has, too; "from 32 to 40" meets "40 billion"."""
    if not one.amounts or not other.amounts:
        return frozenset()
    bare = other.amounts.keys() - other.heads.keys()
    met = {value for value in one.amounts if value in other.amounts or one.heads.get(value) in bare}
    heads = set(other.heads.values())
    return frozenset(met | {value for value in one.amounts if value not in one.heads and value in heads})


def _written(text: str, words: Sequence[Word], found: Found[Name]) -> str:
    return text[words[found.first].start : words[found.last].end]


# ---------------------------------------------------------------- days


def _read_days(
    text: str, language: str, words: Sequence[Word], names: Sequence[Found[Name]], draft: _Draft
) -> set[int]:
    """Enter the days and months, and return the places of the words that they take up."""
    taken: set[int] = set()
    for found in names:
        for name in found.entries:
            if name.kind not in ("month", "solar"):
                continue
            taken.update(range(found.first, found.last + 1))
            beside = _day_beside(language, words, found)
            if beside is None:
                draft.months |= {f"{int(name.code):02}"} if name.kind == "month" else set()
                continue
            number, at = beside
            taken.add(at)
            month = int(name.code)
            value = f"{month:02}-{number:02}" if name.kind == "month" else _from_solar(month, number)
            first, last = min(at, found.first), max(at, found.last)
            draft.days[value] = text[words[first].start : words[last].end]
    for at in range(len(words) - 1):  # 5月9日, ngày 9 tháng 5
        taken |= _read_numbered(text, words, at, draft)
    return taken


def _day_beside(language: str, words: Sequence[Word], found: Found[Name]) -> tuple[int, int] | None:
    """The day of the month before the name of the month, a word apart at most, or after it where English writes it."""
    order = (found.first - 1, found.last + 1, found.first - 2)
    for at in order:
        if 0 <= at < len(words):
            number = _day_number(words[at], language)
            if number is not None and 1 <= number <= 31:
                return number, at
    return None


def _day_number(word: Word, language: str) -> int | None:
    digits = re.fullmatch(r"(\d{1,2})", word.folded)
    found = None if digits else next(_number_table(language).find((word,)), None)
    return int(digits[1]) if digits else found.entries[0] if found else None


def _read_numbered(text: str, words: Sequence[Word], at: int, draft: _Draft) -> set[int]:
    """`5月9日` and `ngày 9 tháng 5`: the month is a number, too."""
    window = [word.folded for word in words[at : at + 4]]
    if len(window) >= 2 and window[0].isdigit() and window[1] == "月" and 1 <= int(window[0]) <= 12:
        if len(window) == 4 and window[2].isdigit() and window[3] == "日":
            draft.days[f"{int(window[0]):02}-{int(window[2]):02}"] = text[words[at].start : words[at + 3].end]
            return {at, at + 2}
        draft.months.add(f"{int(window[0]):02}")
        return {at}
    if len(window) >= 2 and window[1] == "日" and window[0].isdigit():
        return {at}
    if len(window) >= 3 and window[1] == "tháng" and window[0].isdigit() and window[2] in _MONTHS:
        draft.days[f"{int(window[2]):02}-{int(window[0]):02}"] = text[words[at].start : words[at + 2].end]
        return {at, at + 2}
    if window[0] == "tháng" and window[1].isdigit() and (at == 0 or not words[at - 1].folded.isdigit()):
        return {at + 1}
    return set()


def _from_solar(month: int, day: int) -> str:
    start_month, start_day = (int(part) for part in _SOLAR[month - 1].split("-"))
    shifted = start_day + day - 1
    length = _MONTH_DAYS[start_month - 1]
    if shifted > length:
        start_month, shifted = start_month % 12 + 1, shifted - length
    return f"{start_month:02}-{shifted:02}~"


def same_day(one: str, other: str) -> bool:
    """Return whether two days may be one; a day of the Solar Hijri calendar (marked ~) is known to within one."""
    if one == other:
        return True
    slack = one.endswith("~") or other.endswith("~")
    return slack and abs(_ordinal(one) - _ordinal(other)) in (0, 1, 365)


def _ordinal(day: str) -> int:
    month, number = (int(part) for part in day.rstrip("~").split("-"))
    return sum(_MONTH_DAYS[: month - 1]) + number


# ---------------------------------------------------------------- amounts


def _read_amount(text: str, language: str, words: Sequence[Word], at: int, draft: _Draft) -> int:
    """Enter the amount that begins at a word, and return the last word that it takes up."""
    value, last = _number(words, at, language)
    if value is None:
        return at
    power, last = _power(words, last, language)
    head, value = _plain(value), value * Decimal(10) ** power
    shown = text[words[at].start : words[last].end]
    is_digits = words[at].folded[0].isdigit()
    if is_digits and power == 0 and _is_year(words[at].folded):
        draft.years.add(str(_gregorian(int(words[at].folded))))
        return last
    if is_digits and power == 0 and _is_clock(text, words, at):
        return last
    if not is_digits and value < SMALLEST_WORD:
        return last
    plain = _plain(value)
    draft.amounts.setdefault(plain, shown)
    if power:
        draft.heads[plain] = head
    if not is_digits and power == 0 and value < SMALLEST_TELLING:
        draft.small.add(plain)
    return last


def _number(words: Sequence[Word], at: int, language: str) -> tuple[Decimal | None, int]:
    folded = words[at].folded
    if folded[0].isdigit() and folded.translate(_LOOSE).replace(".", "").replace(",", "").isdigit():
        return _decimal(folded), at
    if language in ("zh", "ja"):
        return _han_number(words, at)
    if any(words[beside].folded.isdigit() for beside in (at - 1, at + 1) if 0 <= beside < len(words)):
        return None, at  # Vietnamese "5 năm 2025": "năm" is a year, not a five
    found = next(_number_table(language).find(words[at : at + LONGEST_NUMBER]), None)
    return (None, at) if found is None or found.first else (Decimal(found.entries[0]), at + found.last)


_LOOSE = str.maketrans({"\u066b": ".", "\u066c": ",", "\u00a0": "", "\u202f": "", " ": ""})


def _decimal(folded: str) -> Decimal:
    """`4,8` and `4.8` are one number, `260.000`, `260,000` and `2,60,000` another."""
    digits = folded.translate(_LOOSE)
    if _GROUPED.fullmatch(folded) or _GROUPED.fullmatch(digits) or _INDIAN.fullmatch(digits):
        return Decimal(re.sub(r"\D", "", digits))
    whole, mark, rest = digits.replace(",", ".").partition(".")
    return Decimal(f"{whole}.{rest}") if mark and rest.isdigit() else Decimal(re.sub(r"\D", "", digits))


def _han_number(words: Sequence[Word], at: int) -> tuple[Decimal | None, int]:
    """`一百四十三` → 143. A lone digit word is no number: 一 and 两 stand in half of all sentences."""
    total, section, digit, last = 0, 0, 0, at - 1
    for place in range(at, len(words)):
        char = words[place].folded
        if char in _HAN:
            digit = _HAN[char]
        elif char in _HAN_UNITS and _HAN_UNITS[char] < 10_000 and (digit or char == "十"):
            section, digit = section + (digit or 1) * _HAN_UNITS[char], 0
        elif char in _HAN_UNITS and _HAN_UNITS[char] >= 10_000 and (section or digit):
            total, section, digit = total + (section + digit) * _HAN_UNITS[char], 0, 0
        else:
            break
        last = place
    value = total + section + digit
    return (Decimal(value), last) if last > at and value > 10 else (None, at)


def _power(words: Sequence[Word], last: int, language: str) -> tuple[int, int]:
    """The exponent of ten that the words right after a number multiply it by."""
    found = next(_magnitude_table(language).find(words[last + 1 : last + 3]), None)
    if found is None or found.first != 0:
        return 0, last
    power, end = found.entries[0], last + 1 + found.last
    more = next(_magnitude_table(language).find(words[end + 1 : end + 2]), None)
    return (power, end) if more is None else (power + more.entries[0], end + 1)


@cache
def _magnitude_table(language: str) -> PhraseTable[int]:
    table: PhraseTable[int] = PhraseTable(language)
    for word, exponent in magnitudes(language).items():
        table.add(word, exponent)
    return table


@cache
def _number_table(language: str) -> PhraseTable[int]:
    """Numbers of one or more words, `vingt-cinq`; stems for any ending are left to the reader of dates."""
    table: PhraseTable[int] = PhraseTable(language)
    for number, row in enumerate(time_table(language)["numbers"]["words"], 1):
        for word in _as_list(row):
            if not word.endswith("*"):
                table.add(word, number)
    return table


def _as_list(row: str | list[str]) -> list[str]:
    return [row] if isinstance(row, str) else row


def _plain(value: Decimal) -> str:
    return format(value.normalize(), "f")


def _is_year(folded: str) -> bool:
    return re.fullmatch(r"(?:19|20)\d\d|1[34]\d\d", folded) is not None


def _gregorian(year: int) -> int:
    return year + 621 if year < 1500 else year


def _is_clock(text: str, words: Sequence[Word], at: int) -> bool:
    before, after = text[max(0, words[at].start - 1) : words[at].start], text[words[at].end : words[at].end + 1]
    beside = [words[n].folded for n in (at - 1, at + 1) if 0 <= n < len(words)]
    return ":" in (before, after) and any(word.isdigit() for word in beside)
