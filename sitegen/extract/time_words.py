"""What the readers of time expressions share: what they make, what they read from, and numbers among the tokens."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from sitegen.extract.calendars import HIJRI_YEARS, SOLAR_YEARS, YEARS, same_day_of_years
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.scan import Scan
from sitegen.model import Basis, Constraint, Evidence

PRINTED = frozenset({Basis.EXPLICIT, Basis.PARTIAL})  # a date that stands in the text, not one counted from another
BESIDE = 5  # tokens between two time expressions of one day: "on Monday, 22 July"
BEFORE_LAST_DAY = 2  # tokens from the word of a range to its last day: an article may stand between them
LONGEST_STAY = 7  # days that one event lasts; `on 4 and 25 December` are two; 4 to 14 fare alike
BETWEEN_DAYS = " .,/-–—－~〜～・、"
_DAY_NUMBER = re.compile(r"(\d{1,2})(?:er|st|nd|rd|th|º|o|ª|a|e|ος|日)?$")
_LIKE_A_YEAR = re.compile(r"(?:1[34]|19|20)\d\d")


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One time expression: the constraint it makes, and how near to the news it can be."""

    constraint: Constraint
    at: int  # token index
    is_day: bool  # names a day or weekday, not a month or year
    story_shift: int | None = None  # days from the event just told
    distance: str = ""  # "ago" or "ahead" for "two weeks ago", "next month"
    event_kind: str = ""  # the kind of event that "two days after …" counts from


@dataclass(frozen=True, slots=True)
class TimeScan:
    """A sentence whose time expressions are read. `anchor` is the day the article was published."""

    scan: Scan
    lexicon: Lexicon
    anchor: date | None
    article: str
    is_ahead: bool  # the sentence announces something

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        """Return the words from token `first` to `last` (inclusive) as evidence."""
        return Evidence(self.article, self.scan.number, self.scan.words(first, last), rule)

    def folded(self, at: int) -> str:
        """Return the folded token at an index, "" outside the sentence."""
        return self.scan.tokens[at].folded if 0 <= at < len(self.scan.tokens) else ""


def number_at(time: TimeScan, at: int) -> int | None:
    """Return the day of a month that a token may be: digits up to 31, or a word for a number."""
    digits = _DAY_NUMBER.match(time.folded(at))
    if digits and 1 <= int(digits.group(1)) <= 31:
        return int(digits.group(1))
    return word_number_at(time, at)


def word_number_at(time: TimeScan, at: int) -> int | None:
    """Return the number that a token is a word for."""
    if not 0 <= at < len(time.scan.tokens):
        return None
    return next((n for form in time.scan.tokens[at].forms if (n := time.lexicon.numbers.get(form))), None)


def first_of_range(time: TimeScan, at: int, day: int) -> tuple[int, int]:
    """Return the first day of a row of days that ends with the day at a token, and its token.

    `4-5 December`, `il 4 e il 5 dicembre`: what lasts is dated by the first day. A day that ends no row is its own.
    """
    before = [h.first for h in time.scan.times if h.entry.topic == "range" and 0 < at - h.last <= BEFORE_LAST_DAY]
    first = min((n for n in before if n < at), default=at) - 1
    is_weekday = any(h.entry.topic == "weekday" and h.first <= first <= h.last for h in time.scan.times)
    number = None if is_weekday else number_at(time, first)  # `الاثنين 5 أيار`: Monday is also "two"
    is_row = number is not None and 0 < day - number <= LONGEST_STAY and (before or _is_dashed(time, first))
    return first_of_range(time, first, number) if number and is_row else (day, at)


def _is_dashed(time: TimeScan, at: int) -> bool:
    """Whether nothing but a mark stands between a token and the next: `4-5`, `4./5.`, `4, 5`."""
    tokens = time.scan.tokens
    return not time.scan.text[tokens[at].end : tokens[at + 1].start].strip(BETWEEN_DAYS)


def is_like_year(time: TimeScan, at: int) -> bool:
    """Return whether a token is four digits that may be a year of some calendar."""
    return bool(_LIKE_A_YEAR.fullmatch(time.folded(at)))


def year_at(time: TimeScan, at: int, calendar: str) -> int | None:
    """Return the year of a calendar that a token is."""
    text = time.folded(at)
    if not re.fullmatch(r"\d{4}", text):
        return None
    span = {"solar_hijri": SOLAR_YEARS, "hijri": HIJRI_YEARS}.get(calendar, YEARS)
    return int(text) if int(text) in span else None


def dated(time: TimeScan, day: int, month: int, year: int | None, evidence: Evidence, at: int) -> TimeWord | None:
    """Return the time word of a day and month, with or without a year; None where there is no such day."""
    try:
        exact = date(year or 2024, month, day)  # without a year 29 February may be one
    except ValueError:
        return None
    if year is not None:
        return TimeWord(Constraint(Basis.EXPLICIT, evidence, exact, exact), at, True)
    near = _nearest(time.anchor, month, day) if time.anchor else None
    return TimeWord(Constraint(Basis.PARTIAL, evidence, near, near, month=month, day=day), at, True)


def _nearest(anchor: date, month: int, day: int) -> date | None:
    """The day of that name nearest to publication: news looks back further than ahead."""
    # A day up to four months ahead is an announcement; beyond that the one of the past is meant.
    days = same_day_of_years(anchor, month, day)
    return min(days, key=lambda d: (abs((d - anchor).days) * (1 if d <= anchor else 2), d), default=None)
