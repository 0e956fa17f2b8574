"""Days counted from publication or from another event: `yesterday`, `the next day`, `two weeks ago`, `a day after`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from sitegen.extract.calendars import next_span
from sitegen.extract.matcher import Hit
from sitegen.extract.time_words import TimeScan, TimeWord, word_number_at
from sitegen.model import Basis, Constraint, Evidence

_DAY_SHIFT = {"today": 0, "yesterday": -1, "before_yesterday": -2, "tomorrow": 1, "after_tomorrow": 2}
_STORY_SHIFT = {"same_day": 0, "next_day": 1, "previous_day": -1}
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
AFTER_REACH = 4  # words between "two days after" and the event


def read_relative(time: TimeScan) -> Iterator[TimeWord]:
    """Yield the day words and distances of a sentence."""
    for hit in time.scan.times:
        topic = hit.entry.topic
        evidence = time.evidence(hit.first, hit.last, topic)
        word = None
        if topic == "day":
            word = _day(time, hit, evidence)
        elif topic in ("ago", "ahead"):
            word = _distance(time, hit, evidence)
        elif topic == "after":
            word = _after(time, hit, evidence)
        if word:
            yield word


def _day(time: TimeScan, hit: Hit, evidence: Evidence) -> TimeWord | None:
    value = hit.entry.value
    if value in _STORY_SHIFT:
        return TimeWord(Constraint(Basis.RELATIVE, evidence), hit.first, True, _STORY_SHIFT[value])
    if time.anchor is None or value not in _DAY_SHIFT:
        return None
    day = time.anchor + timedelta(days=_DAY_SHIFT[value])
    return TimeWord(Constraint(Basis.RELATIVE, evidence, day, day), hit.first, True)


def _after(time: TimeScan, hit: Hit, evidence: Evidence) -> TimeWord | None:
    """`Two days after the call`: the event lies so many days before the day of the article."""
    kind = _event_beside(time, hit)
    if time.folded(_number_of(hit) - 1) in time.lexicon.adpositions["during"]:
        return None
    if not kind or any(h.entry.topic == "day" and h.first <= hit.last and hit.first <= h.last for h in time.scan.times):
        return None  # "il giorno dopo" is also "the day after" by itself
    constraint = Constraint(Basis.RELATIVE, evidence)
    if time.anchor:
        day = time.anchor - timedelta(days=_count(time, hit) * _UNIT_DAYS[hit.entry.value])
        # Articles appear on the day they tell of or the day after.
        constraint = replace(constraint, earliest=day - timedelta(days=1), latest=day)
    return TimeWord(constraint, hit.first, True, event_kind=kind)


def _event_beside(time: TimeScan, hit: Hit) -> str:
    """`Two days after [his] call`: the kind whose words follow, or, in languages that put them first, precede."""
    near = [k for k in time.scan.kinds if abs(k.first - hit.last) <= AFTER_REACH and k.entry.value != "statement"]
    return min(near, key=lambda k: abs(k.first - hit.last)).entry.value if near else ""


def _distance(time: TimeScan, hit: Hit, evidence: Evidence) -> TimeWord:
    """`Three weeks ago`: about so long from publication, give or take a unit; days are exact."""
    unit, topic, anchor = hit.entry.value, hit.entry.topic, time.anchor
    count = _count(time, hit)
    days = _UNIT_DAYS.get(unit, 365)
    is_day = unit == "day" and anchor is not None
    constraint = Constraint(Basis.RELATIVE, evidence)
    if anchor and topic == "ahead" and unit in ("week", "month") and count == 1:
        constraint = Constraint(Basis.RELATIVE, evidence, *next_span(anchor, unit))
    elif anchor:
        middle = anchor + timedelta(days=count * days * (-1 if topic == "ago" else 1))
        slack = timedelta(days=0 if is_day else max(days, 7))
        constraint = Constraint(Basis.RELATIVE, evidence, middle - slack, middle + slack)
    return TimeWord(constraint, hit.first, is_day, None, topic)


def _count(time: TimeScan, hit: Hit) -> int:
    """The number that the table says stands before, after or within the phrase."""
    if hit.entry.detail not in ("before", "after", "within"):
        return 1
    at = _number_of(hit)
    text = time.folded(at)
    return int(text) if text.isdigit() and len(text) <= 3 else word_number_at(time, at) or 1


def _number_of(hit: Hit) -> int:
    """The token at which the number of a phrase stands, its first where it has none."""
    return {"before": hit.first - 1, "after": hit.last + 1, "within": hit.first + 1}.get(hit.entry.detail, hit.first)
