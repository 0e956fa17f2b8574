"""Sentence → constraints: every time expression is a reason for a date, with the words that give it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import jdatetime
from hijridate import Hijri

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.scan import Scan
from sitegen.fold import fold
from sitegen.model import Basis, Constraint, Evidence

_YEARS = range(1990, 2036)
_SOLAR_YEARS = range(1370, 1420)
_HIJRI_YEARS = range(1410, 1465)
_DAY_MARKS = frozenset("日号號")
_NUMERIC = re.compile(r"(?<![\d.,/])(\d{1,4})([/.\-])(\d{1,2})(?:\2(\d{2,4}))?(?![\d/]|[.,]\d)")
_DAY_SHIFT = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2}
_STORY_SHIFT = {"same_day": 0, "next_day": 1, "previous_day": -1}
AFTER_REACH = 4  # words between "two days after" and the event
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}


@dataclass(frozen=True, slots=True)
class TimeWord:
    """One time expression: the constraint it makes, and how near to the news it can be."""

    constraint: Constraint
    at: int  # token index
    is_day: bool  # names a day or weekday, not a month or year
    story_shift: int | None = None  # days from the event just told
    distance: str = ""  # "ago" or "ahead" for "two weeks ago", "next month"
    event_kind: str = ""  # the kind of event that "two days after …" counts from


def read_times(
    scan: Scan, lexicon: Lexicon, anchor: date | None, article: str, is_ahead: bool = False
) -> list[TimeWord]:
    """Return the time expressions of a sentence in reading order. `anchor` is the day the article was published."""
    reader = _Reader(scan, lexicon, anchor, article, is_ahead)
    found = [*reader.months(), *reader.numeric(), *reader.spaceless_days(), *reader.weekdays(), *reader.words()]
    bounds = [h for h in scan.times if h.entry.topic == "day" and h.entry.value == "since"]
    own = [replace(word, is_day=False) if _is_bound(word, bounds) else word for word in found]
    return sorted(own, key=lambda word: (word.at, not word.is_day, word.constraint.evidence.text))


def _is_bound(word: TimeWord, bounds: list[Hit]) -> bool:
    """`since Monday`, `до 1 сентября`: right before the day, or right after it where languages say it so."""
    return any(
        0 < word.at - h.last <= 1 or 0 < h.first - word.at <= 1 + len(word.constraint.evidence.text.split()) - 1
        for h in bounds
    )


@dataclass(slots=True)
class _Reader:
    scan: Scan
    lexicon: Lexicon
    anchor: date | None
    article: str
    is_ahead: bool

    def evidence(self, first: int, last: int, rule: str) -> Evidence:
        return Evidence(self.article, self.scan.number, self.scan.words(first, last), rule)

    # ---- day and month names

    def months(self) -> Iterator[TimeWord]:
        for hit in self.scan.times:
            if hit.entry.topic in ("month", "solar_hijri", "hijri"):
                word = self._month(hit)
                if word:
                    yield word

    def _month(self, hit: Hit) -> TimeWord | None:
        day, first = self._day_beside(hit)
        year, last = self._year_beside(hit, day is not None and first > hit.last)
        first, last = min(first, hit.first), max(last, first, hit.last)
        month = int(hit.entry.value)
        if hit.entry.topic != "month":
            return self._other_calendar(hit, day, year, first, last)
        evidence = self.evidence(first, last, "month-name")
        if year is None and self._is_past(last):
            return self._past_month(month, day, hit, evidence)
        if day is None:
            return self._whole_month(month, year, hit, evidence)
        return self._dated(day, month, year, evidence, hit.first)

    def _dated(self, day: int, month: int, year: int | None, evidence: Evidence, at: int) -> TimeWord | None:
        try:
            exact = date(year or 2024, month, day)
        except ValueError:
            return None
        if year is not None:
            return TimeWord(Constraint(Basis.EXPLICIT, evidence, exact, exact), at, True)
        near = self._nearest(month, day)
        return TimeWord(Constraint(Basis.PARTIAL, evidence, near, near, month=month, day=day), at, True)

    def _nearest(self, month: int, day: int) -> date | None:
        """The day of that name nearest to publication: news looks back further than ahead."""
        if self.anchor is None:
            return None
        days = []
        for year in range(self.anchor.year - 1, self.anchor.year + 2):
            try:
                days.append(date(year, month, day))
            except ValueError:
                continue
        anchor = self.anchor
        # A day up to four months ahead is an announcement; beyond that the one of the past is meant.
        return min(days, key=lambda d: (abs((d - anchor).days) * (1 if d <= anchor else 2), d), default=None)

    def _whole_month(self, month: int, year: int | None, hit: Hit, evidence: Evidence) -> TimeWord | None:
        if year is None:
            return self._month_alone(month, hit, evidence)
        first, last = _month_span(year, month)
        return TimeWord(Constraint(Basis.PARTIAL, evidence, first, last), hit.first, False)

    def _month_alone(self, month: int, hit: Hit, evidence: Evidence) -> TimeWord:
        """`in March`: of the year of publication or the one before; another month than the news's own is past or to come."""
        if self.anchor is None:
            return TimeWord(Constraint(Basis.PARTIAL, evidence, month=month), hit.first, False)
        ahead = self.is_ahead and month < self.anchor.month
        year = self.anchor.year + (1 if ahead else 0) - (1 if month > self.anchor.month and not self.is_ahead else 0)
        first, last = _month_span(year, month)
        distance = "ago" if last < self.anchor - timedelta(days=10) else ""
        return TimeWord(Constraint(Basis.PARTIAL, evidence, first, last), hit.first, False, None, distance)

    def _is_past(self, last: int) -> bool:
        """`Januari lalu`, `le 17 janvier dernier`: the last one before the news."""
        return any(h.entry.topic == "month-past" and 0 < h.first - last <= 1 for h in self.scan.times)

    def _past_month(self, month: int, day: int | None, hit: Hit, evidence: Evidence) -> TimeWord:
        if self.anchor is None:
            parts = Constraint(Basis.PARTIAL, evidence, month=month, day=day)
            return TimeWord(parts, hit.first, False, None, "ago")
        year = self.anchor.year - (1 if month > self.anchor.month else 0)
        start = date(year, month, day or 1)
        end = start if day else _month_span(year, month)[1]
        recent = day is not None and (self.anchor - start).days <= 10
        return TimeWord(
            Constraint(Basis.PARTIAL, evidence, start, end), hit.first, recent, None, "" if recent else "ago"
        )

    def _other_calendar(self, hit: Hit, day: int | None, year: int | None, first: int, last: int) -> TimeWord | None:
        if day is None:
            return None
        calendar = hit.entry.topic
        years = [year] if year else self._calendar_years(calendar)
        days = [d for d in (_converted(calendar, y, int(hit.entry.value), day) for y in years) if d]
        if not days:
            return None
        anchor = self.anchor
        exact = days[0] if year else min(days, key=lambda d: (abs((d - (anchor or d)).days), d))
        basis = Basis.EXPLICIT if year else Basis.PARTIAL
        if not year and anchor is None:
            return None
        evidence = self.evidence(first, last, calendar.replace("_", "-"))
        return TimeWord(Constraint(basis, evidence, exact, exact), hit.first, True)

    def _calendar_years(self, calendar: str) -> list[int]:
        if self.anchor is None:
            return []
        if calendar == "solar_hijri":
            middle = jdatetime.date.fromgregorian(date=self.anchor).year
        else:
            middle = int((self.anchor.year - 622) * 33 / 32)
        return [middle - 1, middle, middle + 1]

    def _day_beside(self, hit: Hit) -> tuple[int | None, int]:
        """The day of the month before or after a month's name, and its token."""
        before = self._skip(hit.first - 1, -1)
        after = hit.last + 1
        if self.lexicon.language in ("zh", "ja"):
            return (number, after) if (number := self._number(after)) else (None, hit.first)
        for at in (before, after):
            number = self._number(at)
            if number and not self._is_year_like(at) and not (at == after and self._number_is_other(at)):
                span = self._two_word_number(at) if at == before else None
                return (span or (number, at)) if at == before else (number, at)
        return None, hit.first

    def _number_is_other(self, at: int) -> bool:
        """`May 14` is a day; `Mei 2 …` in day-first languages is not."""
        return self.lexicon.order == "dmy" and self.lexicon.language not in ("en",)

    def _two_word_number(self, at: int) -> tuple[int, int] | None:
        """Arabic "الرابع عشر": the number of two words that ends at `at`."""
        if at < 1:
            return None
        pair = f"{self._bare(at - 1)} {self._bare(at)}"
        number = self.lexicon.numbers.get(pair)
        return (number, at - 1) if number else None

    def _year_beside(self, hit: Hit, day_follows: bool) -> tuple[int | None, int]:
        start = hit.last + (2 if day_follows else 1)
        for at in (self._skip(start, 1), start):
            year = self._year(at, hit.entry.topic)
            if year:
                return year, at
        if self.lexicon.language in ("zh", "ja"):
            year = self._year(hit.first - 2, "month")
            if year and self.scan.tokens[hit.first - 1].text == "年":
                return year, hit.first - 2
        return None, hit.last

    def _skip(self, at: int, step: int) -> int:
        """Pass over one joining word: `31 de agosto`, `14 من فبراير`, `26 tháng 5`, `10 of May`."""
        tokens = self.scan.tokens
        if 0 <= at < len(tokens) and not tokens[at].folded.isdigit() and len(tokens[at].folded) <= 4:
            if 0 <= at + step < len(tokens) and self._number_or_year(at + step) and not self._word_number(at):
                return at + step
        return at

    def _number_or_year(self, at: int) -> bool:
        return self._number(at) is not None or self._is_year_like(at)

    def _bare(self, at: int) -> str:
        return self.scan.tokens[at].folded if 0 <= at < len(self.scan.tokens) else ""

    def _number(self, at: int) -> int | None:
        text = self._bare(at)
        digits = re.match(r"(\d{1,2})(?:er|st|nd|rd|th|º|o|ª|a|e|ος|日)?$", text)
        if digits and 1 <= int(digits.group(1)) <= 31:
            return int(digits.group(1))
        return self._word_number(at)

    def _word_number(self, at: int) -> int | None:
        if not 0 <= at < len(self.scan.tokens):
            return None
        return next((n for form in self.scan.tokens[at].forms if (n := self.lexicon.numbers.get(form))), None)

    def _is_year_like(self, at: int) -> bool:
        return bool(re.fullmatch(r"(?:1[34]|19|20)\d\d", self._bare(at)))

    def _year(self, at: int, calendar: str) -> int | None:
        text = self._bare(at)
        if not re.fullmatch(r"\d{4}", text):
            return None
        span = {"solar_hijri": _SOLAR_YEARS, "hijri": _HIJRI_YEARS}.get(calendar, _YEARS)
        return int(text) if int(text) in span else None

    # ---- digits alone

    def numeric(self) -> Iterator[TimeWord]:
        for found in _NUMERIC.finditer(
            fold(self.scan.text, self.lexicon.language) if _aligned(self.scan.text) else self.scan.text
        ):
            a, mark, b, c = found.groups()
            solar = self._solar_numeric(a, b, c, found.group())
            if solar:
                yield solar
                continue
            parts = self._numeric_parts(a, mark, b, c)
            if parts is None:
                continue
            evidence = Evidence(self.article, self.scan.number, found.group(), "numeric-date")
            at = sum(token.start < found.start() for token in self.scan.tokens)
            word = self._dated(parts[0], parts[1], parts[2], evidence, at)
            if word:
                yield word

    def _solar_numeric(self, a: str, b: str, c: str | None, text: str) -> TimeWord | None:
        """`1403/08/02`: a Solar Hijri date in digits."""
        if len(a) != 4 or not c or int(a) not in _SOLAR_YEARS:
            return None
        day = _converted("solar_hijri", int(a), int(b), int(c))
        evidence = Evidence(self.article, self.scan.number, text, "solar-hijri")
        return TimeWord(Constraint(Basis.EXPLICIT, evidence, day, day), 0, True) if day else None

    def _numeric_parts(self, a: str, mark: str, b: str, c: str | None) -> tuple[int, int, int | None] | None:
        if len(a) == 4 and c:  # 2024-07-22
            return (int(c), int(b), int(a)) if int(a) in _YEARS and int(c) <= 31 else None
        if len(a) > 2 or (c is None and mark != "/"):
            return None
        year = None
        if c:
            year = int(c) + (2000 if len(c) == 2 else 0)
            if year not in _YEARS:
                return None
        first, second = int(a), int(b)
        if self.lexicon.order == "mdy" or second > 12 >= first or (self.lexicon.order == "ymd" and c is None):
            first, second = second, first
        return (first, second, year) if 1 <= first <= 31 and 1 <= second <= 12 else None

    def spaceless_days(self) -> Iterator[TimeWord]:
        """`25日上午`: a day of the month of publication."""
        if self.lexicon.language not in ("zh", "ja"):
            return
        tokens = self.scan.tokens
        for at in range(1, len(tokens)):
            number = self._number(at - 1)
            if tokens[at].text in _DAY_MARKS and number and not tokens[at - 1].text.isalpha():
                if at >= 2 and tokens[at - 2].text in ("月", "間", "第", "約"):
                    continue
                if at + 1 < len(tokens) and tokens[at + 1].text in ("間", "间", "内", "後"):
                    continue
                yield self._day_of_month(number, at - 1, at)

    def _day_of_month(self, number: int, first: int, last: int) -> TimeWord:
        evidence = self.evidence(first, last, "day-of-month")
        exact = self._recent(number)
        return TimeWord(Constraint(Basis.PARTIAL, evidence, exact, exact, day=number), first, True)

    def _recent(self, number: int) -> date | None:
        """The latest day of that number up to three days after publication."""
        if self.anchor is None:
            return None
        day = self.anchor + timedelta(days=31 if self.is_ahead else 3)
        for _ in range(62):
            if day.day == number:
                return day
            day -= timedelta(days=1)
        return None

    # ---- weekdays and day words

    def weekdays(self) -> Iterator[TimeWord]:
        for hit in self.scan.times:
            if hit.entry.topic == "weekday":
                yield self._weekday(hit)
                number = self._bare_day_after(hit)
                if number:
                    yield self._day_of_month(number, hit.first, hit.last + 1)

    def _bare_day_after(self, hit: Hit) -> int | None:
        """`segunda-feira (18)`, `lundi 22`: a number right after a weekday and nothing else that it could count."""
        at = hit.last + 1
        tokens = self.scan.tokens
        if at >= len(tokens) or not tokens[at].folded.isdigit() or not self._number(at):
            return None
        end = self.scan.text[tokens[at].end : tokens[at].end + 1]
        between = self.scan.text[tokens[hit.last].end : tokens[at].start]
        return self._number(at) if end == ")" and between.strip() == "(" else None

    def _weekday(self, hit: Hit) -> TimeWord:
        number = int(hit.entry.value)
        beside = {
            h.entry.topic
            for h in self.scan.times
            if h.entry.topic in ("weekday-past", "weekday-next")
            and -2 <= h.first - hit.last <= 2
            and h.first != hit.first
        }
        evidence = self.evidence(hit.first, hit.last, "weekday")
        earliest, latest = self._weekday_span(number, beside)
        return TimeWord(Constraint(Basis.WEEKDAY, evidence, earliest, latest, weekday=number), hit.first, True)

    def _weekday_span(self, number: int, beside: set[str]) -> tuple[date | None, date | None]:
        if self.anchor is None:
            return None, None
        one = timedelta(days=1)
        if "weekday-next" in beside or (self.is_ahead and "weekday-past" not in beside):
            return self.anchor + (
                0 * one if self.is_ahead and "weekday-next" not in beside else one
            ), self.anchor + 7 * one
        if "weekday-past" in beside:
            return self.anchor - 7 * one, self.anchor - one
        return self.anchor - 6 * one, self.anchor

    def words(self) -> Iterator[TimeWord]:
        for hit in self.scan.times:
            topic, value = hit.entry.topic, hit.entry.value
            evidence = self.evidence(hit.first, hit.last, topic)
            if topic == "day" and value in _STORY_SHIFT:
                yield TimeWord(Constraint(Basis.RELATIVE, evidence), hit.first, True, _STORY_SHIFT[value])
            elif topic == "day" and self.anchor and value in _DAY_SHIFT:
                day = self.anchor + timedelta(days=_DAY_SHIFT[value])
                yield TimeWord(Constraint(Basis.RELATIVE, evidence, day, day), hit.first, True)
            elif topic in ("ago", "ahead"):
                yield self._distance(hit, evidence)
            elif topic == "after":
                kind = self._event_after(hit)
                if kind:
                    yield replace(self._after(hit, evidence), event_kind=kind)

    def _event_after(self, hit: Hit) -> str:
        """`Two days after [his] call`: the kind whose words follow, or, in languages that put them first, precede."""
        near = [k for k in self.scan.kinds if abs(k.first - hit.last) <= AFTER_REACH and k.entry.value != "statement"]
        return min(near, key=lambda k: abs(k.first - hit.last)).entry.value if near else ""

    def _after(self, hit: Hit, evidence: Evidence) -> TimeWord:
        """The event lies so many days before the day of the article."""
        days = self._count(hit) * _UNIT_DAYS[hit.entry.value]
        constraint = Constraint(Basis.RELATIVE, evidence)
        if self.anchor:
            day = self.anchor - timedelta(days=days)
            # Articles appear on the day they tell of or the day after.
            constraint = Constraint(Basis.RELATIVE, evidence, day - timedelta(days=1), day)
        return TimeWord(constraint, hit.first, True)

    def _distance(self, hit: Hit, evidence: Evidence) -> TimeWord:
        count = self._count(hit)
        days = count * _UNIT_DAYS.get(hit.entry.value, 365)
        sign = -1 if hit.entry.topic == "ago" else 1
        is_day = hit.entry.value == "day" and self.anchor is not None
        constraint = Constraint(Basis.RELATIVE, evidence)
        if self.anchor and hit.entry.topic == "ahead" and hit.entry.value in ("week", "month") and count == 1:
            constraint = Constraint(Basis.RELATIVE, evidence, *_next_span(self.anchor, hit.entry.value))
        elif self.anchor:
            middle = self.anchor + timedelta(days=sign * days)
            slack = timedelta(days=0 if is_day else max(_UNIT_DAYS.get(hit.entry.value, 365), 7))
            constraint = Constraint(Basis.RELATIVE, evidence, middle - slack, middle + slack)
        return TimeWord(constraint, hit.first, is_day, None, hit.entry.topic)

    def _count(self, hit: Hit) -> int:
        where = hit.entry.detail
        at = {"before": hit.first - 1, "after": hit.last + 1, "within": hit.first + 1}.get(where)
        if at is None:
            return 1
        text = self._bare(at)
        return int(text) if text.isdigit() and len(text) <= 3 else self._word_number(at) or 1


def _next_span(anchor: date, unit: str) -> tuple[date, date]:
    """Next week from Monday to Sunday, or next month."""
    if unit == "month":
        return _month_span(anchor.year + anchor.month // 12, anchor.month % 12 + 1)
    monday = anchor + timedelta(days=7 - anchor.weekday())
    return monday, monday + timedelta(days=6)


def _month_span(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _aligned(text: str) -> bool:
    """Whether folding keeps each character's place, so that spans found in folded text hold in the text."""
    return len(fold(text)) == len(text)


def _converted(calendar: str, year: int, month: int, day: int) -> date | None:
    try:
        if calendar == "solar_hijri":
            return jdatetime.date(year, month, day).togregorian()
        return Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
