"""Weekdays, and days of the month without a month: `on Monday`, `segunda-feira (18)`, `25日`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from sitegen.extract.matcher import Hit
from sitegen.extract.time_words import TimeScan, TimeWord, number_at
from sitegen.extract.tokens import SPACELESS
from sitegen.model import Basis, Constraint

_DAY_MARKS = frozenset("日号號")
_NO_DAY_AFTER = frozenset("月間第約")  # 7月25日 has its month, 約3日 is a length of time
_CLOCK = ("地", "時", "間")  # 當地時間15日, 現地時間15日 are days again
_SPAN_MARKS = frozenset("~〜～-–—－")  # 23~24日
_NO_DAY_BEFORE = frozenset("間间内後")  # 3日間, 3日内
DAY = timedelta(days=1)
FRESH_DAYS = 3
MONTH_WITHIN = 2  # tokens from a day to its month: "20 de maio"


def read_weekdays(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the weekdays, each with the day of the month in brackets after it."""
    for hit in time.scan.times:
        if hit.entry.topic == "weekday" and not _counts_a_round(time, hit):
            number = _number_in_brackets(time, hit) or _number_behind(time, hit)
            day = _day_of_month(time, number, hit.first, hit.last + 1) if number else None
            yield _on_its_day(_weekday(time, hit), day)
            if day:
                yield day


def _on_its_day(weekday: TimeWord, day: TimeWord | None) -> TimeWord:
    """The weekday as the day that a number beside it makes: `nesta quarta (10)` of the 10th is no later one."""
    exact = day.constraint.earliest if day else None
    if exact is None or exact.weekday() != weekday.constraint.weekday:
        return weekday
    return replace(weekday, constraint=replace(weekday.constraint, earliest=exact, latest=exact))


def _counts_a_round(time: TimeScan, hit: Hit) -> bool:
    """`vòng đàm phán thứ năm`: in Vietnamese the fifth is also a Thursday."""
    ordinals = {(h.first, h.last) for h in time.scan.hits("ordinal")}
    return (hit.first, hit.last) in ordinals and any(hit.first - h.last == 1 for h in time.scan.hits("round"))


def _number_in_brackets(time: TimeScan, hit: Hit) -> int | None:
    """`segunda-feira (18)`: a number in brackets right after a weekday, and nothing that it could count."""
    at, tokens, text = hit.last + 1, time.scan.tokens, time.scan.text
    if at >= len(tokens) or not tokens[at].folded.isdigit():
        return None
    opens = text[tokens[hit.last].end : tokens[at].start].strip() == "("
    return number_at(time, at) if opens and text[tokens[at].end :].startswith(")") else None


def _number_behind(time: TimeScan, hit: Hit) -> int | None:
    """`martedì 2`, `quarta, 20`: a number behind a weekday whose latest day of that number is such a weekday.

    Numbers of which that is true by chance are one in seven of those up to 31; a month or a unit behind them rules
    them out.
    """
    at, tokens = hit.last + 1, time.scan.tokens
    number = int(tokens[at].text) if at < len(tokens) and tokens[at].text.isdigit() else 0
    if time.anchor is None or not 1 <= number <= 31 or not _ends_there(time, at):
        return None
    exact = _recent(time.anchor, number, time.is_ahead)
    return number if exact and exact.weekday() == int(hit.entry.value) else None


def _ends_there(time: TimeScan, at: int) -> bool:
    """Whether a comma, a full stop or nothing stands behind a token."""
    behind = time.scan.text[time.scan.tokens[at].end :].lstrip()
    return not behind or behind[0] in ",.;:"


def _weekday(time: TimeScan, hit: Hit) -> TimeWord:
    words = [h for h in time.scan.times if h.entry.topic == "weekday-beside"]
    if time.lexicon.language in SPACELESS:
        words = [h for h in words if h.last < hit.first]  # `下周四` is next Thursday, `周四下午` its afternoon
    beside = {h.entry.value for h in words if min(abs(h.first - hit.last), abs(hit.first - h.last)) <= 2}
    beside |= {hit.entry.detail} - {""}
    earliest, latest = _span(time.anchor, beside, _is_ahead(time, hit)) if time.anchor else (None, None)
    evidence = time.evidence(hit.first, hit.last, "weekday")
    return TimeWord(
        Constraint(Basis.WEEKDAY, evidence, earliest, latest, weekday=int(hit.entry.value)), hit.first, True
    )


def _is_ahead(time: TimeScan, hit: Hit) -> bool:
    """`Said today, Thursday, that he will come`, `leaves tomorrow, Monday`: a weekday beside a day is that day."""
    days = [h for h in time.scan.times if h.entry.topic == "day"]
    beside = {h.entry.value for h in days if 0 < hit.first - h.last <= 1 or 0 < h.first - hit.last <= 1}
    if beside & {"tomorrow", "after_tomorrow"}:
        return True
    return time.is_ahead and not beside & {"today", "yesterday"}


def _span(anchor: date, beside: set[str], is_ahead: bool) -> tuple[date, date]:
    """The week in which a weekday lies, seen from publication: that before it, unless the words say otherwise."""
    monday = anchor - anchor.weekday() * DAY
    if is_ahead and not beside:
        return anchor, anchor + 7 * DAY
    if "next_week" in beside:
        return monday + 7 * DAY, monday + 13 * DAY
    if "next" in beside:
        return anchor + DAY, anchor + 7 * DAY
    if "past_week" in beside:
        return monday - 7 * DAY, monday - DAY
    if "past" in beside:
        return anchor - 7 * DAY, anchor - DAY
    return anchor - 6 * DAY, anchor


def read_numbered_days(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the days named by their number alone: `no dia 20`, `el próximo día 15`; `dia 20 de maio` has its month."""
    tokens = time.scan.tokens
    for hit in time.scan.times:
        at = hit.last + 1
        if (hit.entry.topic, hit.entry.value) != ("day", "numbered") or at >= len(tokens):
            continue
        number = number_at(time, at) if tokens[at].text.isdigit() else None
        has_month = any(h.entry.topic == "month" and 0 < h.first - at <= MONTH_WITHIN for h in time.scan.times)
        if number and not has_month:
            yield _day_of_month(time, number, hit.first, at)


def read_spaceless_days(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the days of the month of publication in Chinese and Japanese: `25日上午`."""
    if time.lexicon.language not in SPACELESS:
        return
    signs = [token.text for token in time.scan.tokens]
    for at in range(1, len(signs)):
        number = number_at(time, at - 1) if signs[at] in _DAY_MARKS and not signs[at - 1].isalpha() else None
        is_local_time = tuple(signs[max(0, at - 4) : at - 1]) == _CLOCK
        is_other = (at >= 2 and signs[at - 2] in _NO_DAY_AFTER and not is_local_time) or signs[at + 1 : at + 2] in [
            [s] for s in _NO_DAY_BEFORE
        ]
        if number and not is_other:
            first = _first_of_range(time, at - 1)
            if first:
                yield _day_of_month(time, first, at - 2, at)
            yield _day_of_month(time, number, at - 1, at)


def _first_of_range(time: TimeScan, at: int) -> int | None:
    """`20~22日`: the day that a span begins with, where one sign stands between it and the last."""
    if at < 1 or (at > 1 and time.scan.tokens[at - 2].text in _NO_DAY_AFTER):
        return None
    before, last = time.scan.tokens[at - 1], time.scan.tokens[at]
    is_joined = time.scan.text[before.end : last.start] in _SPAN_MARKS
    number = number_at(time, at - 1) if is_joined and before.text.isdigit() else None
    return number if number and number < (number_at(time, at) or 0) else None


def _day_of_month(time: TimeScan, number: int, first: int, last: int) -> TimeWord:
    evidence = time.evidence(first, last, "day-of-month")
    exact = _recent(time.anchor, number, time.is_ahead) if time.anchor else None
    return TimeWord(Constraint(Basis.PARTIAL, evidence, exact, exact, day=number), first, True)


def _recent(anchor: date, number: int, is_ahead: bool) -> date | None:
    """The latest day of that number up to three days after publication, of an announcement up to a month.

    Who announced it on the 19th did so these days.
    """
    fresh = next((day for n in range(FRESH_DAYS + 1) if (day := anchor - n * DAY).day == number), None)
    if fresh:
        return fresh
    last = anchor + (31 if is_ahead else 3) * DAY
    return next((day for n in range(62) if (day := last - n * DAY).day == number), None)
