"""When two claims are said to have happened → a reason for or against their being one event."""

from __future__ import annotations

from datetime import timedelta

from sitegen.group.compare_people import is_one_visit
from sitegen.group.facts import VETO, DateParts, Facts
from sitegen.model import Basis, Kind, Reason, When
from sitegen.when import solve

# Kinds that last for days, of which two papers may tell two: who leaves on Wednesday was received on Monday.
STAYS = frozenset({Kind.VISIT, Kind.TALKS, Kind.SUMMIT})
STAY_DAYS = 2  # state visits and rounds of talks seldom last longer than three days
ONE_STAY, SLIP = 1.5, 1.5  # against 3.5 for the same day; at 0 and 0.5 the corpora lose four events of 444
NEWS_DAYS = 14  # two spans of at most this length that meet are news of the same days


def compare_days(left: Facts, right: Facts) -> Reason:
    """Return what the days of two claims say for or against their being one event."""
    a, b = left.when, right.when
    if a.day and b.day:
        gap = abs((a.day - b.day).days)
        if gap == 0:
            return Reason("same-day", 3.5, a.day.isoformat())
        if _may_be_one_stay(left, right) and gap <= STAY_DAYS:
            return Reason("days-of-one-stay", ONE_STAY, f"{a.day} / {b.day}")
        if gap == 1:
            # A day apart: a slip, a time zone, or the next meeting; the rest must decide.
            return Reason("next-day", 0.0 if _is_loose(left) or _is_loose(right) else -3.0, f"{a.day} / {b.day}")
        if _slip(left, right):
            return Reason("slip-of-date", SLIP, f"{a.edtf} / {b.edtf}")
        return Reason("veto-day", VETO, f"{a.day} / {b.day}")
    if can_be_one_day(left, right):
        return Reason("days-can-meet", _meeting_weight(left, right), f"{a.edtf} / {b.edtf}")
    if _slip(left, right):
        return Reason("slip-of-date", SLIP, f"{a.edtf} / {b.edtf}")
    if _may_be_one_stay(left, right) and _near_weekdays(left, right, STAY_DAYS):
        return Reason("days-of-one-stay", ONE_STAY, f"{a.edtf} / {b.edtf}")
    if len(left.people & right.people) > 1 and _near_weekdays(left, right, 1):
        # A weekday and the next: Thursday in Washington is Friday in Tehran.
        return Reason("next-day", -1.0, f"{a.edtf} / {b.edtf}")
    return Reason("veto-day", VETO, f"{a.edtf} / {b.edtf}")


def _may_be_one_stay(left: Facts, right: Facts) -> bool:
    many = len(left.people & right.people) > 1
    return is_one_visit(left, right) or (bool({left.claim.kind, right.claim.kind} & STAYS) and many)


def _near_weekdays(left: Facts, right: Facts, days: int) -> bool:
    """Whether two reports of which one gives only a weekday can be so many days apart."""
    if left.when.day and right.when.day:
        return False
    return any(
        min((a - b) % 7, (b - a) % 7) <= days for a in _weekdays(left) for b in _weekdays(right)
    ) and not are_apart(left.when, right.when, timedelta(days=days))


def are_apart(a: When, b: When, slack: timedelta = timedelta(0)) -> bool:
    """Return whether one of two spans ends more than `slack` before the other begins; an open end is never apart."""
    return bool(
        (a.latest and b.earliest and a.latest + slack < b.earliest)
        or (b.latest and a.earliest and b.latest + slack < a.earliest)
    )


def _meeting_weight(left: Facts, right: Facts) -> float:
    """How telling it is that two open dates can meet: both must say something about the day."""
    return 1.5 if _says_a_day(left) and _says_a_day(right) else 0.0


def _says_a_day(facts: Facts) -> bool:
    return bool(_weekdays(facts)) or _span(facts) <= NEWS_DAYS or any(c.day for c in facts.when.constraints)


def _span(facts: Facts) -> int:
    when = facts.when
    return (when.latest - when.earliest).days if when.earliest and when.latest else 99_999


def _is_loose(facts: Facts) -> bool:
    """Whether the day rests on nothing firmer than a word such as "yesterday" or a weekday."""
    return not any(c.basis in (Basis.EXPLICIT, Basis.PARTIAL) for c in facts.when.constraints)


def can_be_one_day(left: Facts, right: Facts) -> bool:
    """Return whether one day can satisfy both claims without any of their reasons being set aside."""
    a, b = left.when, right.when
    if are_apart(a, b):
        return False
    together = solve([*a.constraints, *b.constraints])
    return len(together.set_aside) <= len(a.set_aside) + len(b.set_aside)


def _weekdays(facts: Facts) -> set[int]:
    days = {c.weekday for c in facts.when.constraints if c.weekday is not None}
    return days | ({facts.when.day.weekday()} if facts.when.day else set())


def _has_year(facts: Facts) -> bool:
    """Whether anything says which year: without it the days of two reports cannot be told apart by years."""
    return any(
        c.basis in (Basis.EXPLICIT, Basis.PUBLISHED, Basis.RELATIVE) and c.earliest for c in facts.when.constraints
    )


def _slip(left: Facts, right: Facts) -> bool:
    """Two of weekday, day and month agree: one of the papers slipped in the third."""
    a, b = left.parts, right.parts
    agree = (not a[0].isdisjoint(b[0])) + (not a[1].isdisjoint(b[1])) + (not a[2].isdisjoint(b[2]))
    if agree >= 2 and _near_enough(left, right):
        return True
    return _slips_into(a, right) or _slips_into(b, left)


def _slips_into(parts: DateParts, other: Facts) -> bool:
    """Whether the month with the weekday or the day of one report falls on a day of the other's short span."""
    if other.when.day or _span(other) > NEWS_DAYS or other.when.earliest is None:
        return False
    weekdays, days, months = parts
    span = [other.when.earliest + timedelta(days=n) for n in range(_span(other) + 1)]
    return any(d.month in months and (d.weekday() in weekdays or d.day in days) for d in span)


def _near_enough(left: Facts, right: Facts) -> bool:
    """Days both fixed by day, month and year in print may differ by a slip only by a few days or in the month."""
    a, b = left.when.day, right.when.day
    if a is None or b is None or not (_has_year(left) and _has_year(right)):
        return True
    return abs(a - b) <= timedelta(days=2) or (a.day == b.day and abs((a - b).days) < 40)
