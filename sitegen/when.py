"""Constraints → When: a date is the intersection of its reasons; where they clash the least reliable is set aside."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sitegen.model import Basis, Constraint, SetAside, When

# From the most to the least reliable. A term of office is a matter of record; a text's own day is checked against it.
# Slips of the pen are in the month more often than in the day (sitegen/docs explanation: dates), so parts are tried apart.
ORDER = (Basis.TERM, Basis.EXPLICIT, Basis.RELATIVE, Basis.PARTIAL, Basis.WEEKDAY, Basis.PUBLISHED, Basis.MENTIONED)
# The span that a date may lie in when nothing else bounds it: sitegen reads the news of these years.
EARLIEST, LATEST = date(2015, 1, 1), date(2035, 12, 31)


def solve(constraints: Iterable[Constraint]) -> When:
    """Return the narrowest date that the constraints allow, and those set aside with the reason.

    Constraints of one basis that contradict each other are settled by the number of articles behind each.
    """
    ordered = _by_reliability(tuple(constraints))
    if not any(c.weekday is not None or c.month or c.day or c.earliest or c.latest for c in ordered):
        return When("", None, None, False, ordered)
    days = _all_days(ordered)
    kept: list[Constraint] = []
    aside: list[SetAside] = []
    for constraint in ordered:
        days = _apply(days, constraint, kept, aside)
    return _as_when(days, tuple(kept), tuple(aside))


def _by_reliability(constraints: tuple[Constraint, ...]) -> tuple[Constraint, ...]:
    backing: dict[tuple[object, ...], set[str]] = {}
    for c in constraints:
        backing.setdefault(_content(c), set()).add(c.evidence.article)

    def rank(c: Constraint) -> tuple[object, ...]:
        width = (c.latest - c.earliest).days if c.earliest and c.latest else 99_999
        return (
            ORDER.index(c.basis) if width > 0 or c.basis == Basis.TERM else _exact_rank(c),
            -len(backing[_content(c)]),
            width,
            c.evidence.article,
            c.evidence.sentence,
            c.evidence.text,
        )

    return tuple(sorted(constraints, key=rank))


def _exact_rank(constraint: Constraint) -> int:
    return ORDER.index(Basis.EXPLICIT if constraint.basis != Basis.PUBLISHED else Basis.PUBLISHED)


def _content(c: Constraint) -> tuple[object, ...]:
    return (c.earliest, c.latest, c.weekday, c.month, c.day)


def _all_days(constraints: Sequence[Constraint]) -> list[date]:
    # The hull of all bounds, so that one far-off bound does not make thousands of days of every event.
    starts = [c.earliest for c in constraints if c.earliest]
    ends = [c.latest for c in constraints if c.latest]
    first = min(starts) if starts else EARLIEST
    last = max(ends) if ends else LATEST
    if starts and not ends:
        last = LATEST
    if first > last:
        first, last = last, first
    first, last = max(first, EARLIEST), min(last, LATEST)
    return [first + timedelta(days=n) for n in range((last - first).days + 1)]


def _apply(days: list[date], constraint: Constraint, kept: list[Constraint], aside: list[SetAside]) -> list[date]:
    left = [day for day in days if satisfies(day, constraint)]
    if left:
        kept.append(constraint)
        return left
    for part in _parts(constraint):
        left = [day for day in days if satisfies(day, part)]
        if left:
            kept.append(part)
            aside.append(SetAside(constraint, _why(kept, constraint)))
            return left
    aside.append(SetAside(constraint, _why(kept, constraint)))
    return days


def _parts(constraint: Constraint) -> list[Constraint]:
    """The day of the month alone, then the month alone: which part of a wrong date may still be right."""
    whole = replace(constraint, earliest=None, latest=None)
    parts = []
    day = constraint.day or (constraint.earliest.day if _is_day(constraint) and constraint.earliest else None)
    if constraint.basis in (Basis.PARTIAL, Basis.EXPLICIT) and day:
        parts.append(replace(whole, day=day, month=None, weekday=None))
    return parts


def _is_day(constraint: Constraint) -> bool:
    return constraint.earliest is not None and constraint.earliest == constraint.latest


def _why(kept: Sequence[Constraint], constraint: Constraint) -> str:
    for basis, code in ((Basis.TERM, "term"), (constraint.basis, "majority"), (Basis.EXPLICIT, "explicit")):
        if any(k.basis == basis for k in kept):
            return code
    return "weekday" if any(k.weekday is not None for k in kept) else "published"


def satisfies(day: date, constraint: Constraint) -> bool:
    """Return whether a day fits every part of a constraint that is set."""
    return (
        (constraint.earliest is None or constraint.earliest <= day)
        and (constraint.latest is None or day <= constraint.latest)
        and (constraint.weekday is None or constraint.weekday == day.weekday())
        and (constraint.month is None or constraint.month == day.month)
        and (constraint.day is None or constraint.day == day.day)
    )


def _as_when(days: list[date], kept: tuple[Constraint, ...], aside: tuple[SetAside, ...]) -> When:
    first, last = days[0], days[-1]
    if len(days) == 1:
        edtf = first.isoformat()
    elif first <= EARLIEST and last >= LATEST:
        edtf = ""
    elif (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(days=1)).day == 1:
        edtf = f"{first:%Y-%m}"
    else:
        edtf = f"{'..' if first <= EARLIEST else first.isoformat()}/{'..' if last >= LATEST else last.isoformat()}"
    return When(
        edtf,
        None if first <= EARLIEST else first,
        None if last >= LATEST else last,
        len(days) == 1 and not aside,
        kept,
        aside,
    )
