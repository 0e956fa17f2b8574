"""Constraints → When: the day that most of the evidence agrees on; what contradicts it is set aside and kept.

Each constraint is the set of days that satisfy it. The largest weight of constraints that can hold together wins
(a weighted maximum-satisfiability search over sets of days); the days left are the date.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from sitegen.model import Basis, Constraint, SetAside, When

# What each basis is worth where they contradict each other: a term of office is a matter of record, a printed date a
# plain statement, a weekday is copied wrong more seldom than a number. Measured on the contradictions of the
# development articles (three wrong months, two wrong weekdays, one wrong day) and of tests/cases/extract.
WEIGHT = {
    Basis.TERM: 4.0,
    Basis.EXPLICIT: 3.5,
    Basis.RELATIVE: 2.5,
    Basis.PARTIAL: 2.6,
    Basis.WEEKDAY: 2.5,
    Basis.PUBLISHED: 1.4,
    Basis.MENTIONED: 1.0,
}
SECOND_VOICE = 0.6  # a further article that says the same adds this share: papers copy from each other
PART_OF_DATE = 0.25  # what the day of the month alone is worth: with a weekday it must not outweigh the whole date
# The span that a date may lie in when nothing else bounds it: the years whose office holders the tables know.
EARLIEST, LATEST = date(2015, 1, 1), date(2027, 12, 31)
MOST_YEARS = 4
SOME_MONTHS = timedelta(days=92)  # a span in which a weekday and a day of the month seldom meet twice
OPEN_MARGIN = timedelta(days=366)
_DAYS = (LATEST - EARLIEST).days + 1
_ALL = (1 << _DAYS) - 1


def solve(constraints: Iterable[Constraint]) -> When:
    """Return the narrowest date that the evidence agrees on, and what was set aside with the reason.

    `is_certain` is False where something had to be set aside.
    """
    ordered = _sorted(tuple(constraints))
    claims = _claims(ordered)
    if not any(_is_narrow(c) for c in ordered):
        # Nothing says which weeks they were: where a weekday does not fit a printed date, the date stays whole.
        claims = [replace(claim, options=claim.options[:1]) for claim in claims]
    if not claims:
        return When("", None, None, False, ordered)
    days, chosen = _search(claims)
    kept: list[Constraint] = []
    aside: list[SetAside] = []
    for claim, option in zip(claims, chosen, strict=True):
        kept += [replace(c, **option.change) for c in claim.constraints] if option else []  # type: ignore[arg-type]
        if option is None or option.change:
            aside += [SetAside(c, _why(claims, chosen, c)) for c in claim.constraints]
    kept += [c for c in ordered if not _says(c)]
    return _as_when(days, tuple(_sorted(tuple(kept))), tuple(aside))


def satisfies(day: date, constraint: Constraint) -> bool:
    """Return whether a day fits every part of a constraint that is set."""
    return bool(_mask(constraint) >> (day - EARLIEST).days & 1)


# ---------------------------------------------------------------- what the constraints say


@dataclass(frozen=True, slots=True)
class _Option:
    """A way for a constraint to hold: its days, its worth, and what had to be dropped from it."""

    days: int
    worth: float
    change: dict[str, None]


@dataclass(frozen=True, slots=True)
class _Claim:
    """All constraints that say the same thing."""

    constraints: tuple[Constraint, ...]
    options: tuple[_Option, ...]


def _sorted(constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    def key(c: Constraint) -> tuple[object, ...]:
        e = c.evidence
        return (-WEIGHT[c.basis], e.article, e.sentence, e.text, e.rule, str(c.earliest), str(c.latest), c.day or 0)

    return tuple(sorted(constraints, key=key))


def _is_narrow(c: Constraint) -> bool:
    """Whether a bound tells a wrong month from the right one: publication, or a term of weeks."""
    if c.basis == Basis.PUBLISHED:
        return True
    return c.earliest is not None and c.latest is not None and c.latest - c.earliest <= SOME_MONTHS


def _says(c: Constraint) -> bool:
    return any(part is not None for part in (c.earliest, c.latest, c.weekday, c.month, c.day))


def _claims(ordered: Sequence[Constraint]) -> list[_Claim]:
    groups: dict[tuple[object, ...], list[Constraint]] = {}
    for c in ordered:
        if _says(c):
            groups.setdefault((c.basis, c.earliest, c.latest, c.weekday, c.month, c.day), []).append(c)
    claims = [_Claim(tuple(group), _options(group)) for group in groups.values()]
    return sorted(claims, key=lambda claim: -claim.options[0].worth)


def _options(group: Sequence[Constraint]) -> tuple[_Option, ...]:
    first = group[0]
    voices = len({c.evidence.article for c in group})
    worth = WEIGHT[first.basis] * (1 + SECOND_VOICE * (voices - 1))
    options = [_Option(_mask(first), worth, {})]
    day = first.day or (first.earliest.day if first.earliest and first.earliest == first.latest else None)
    if day and first.basis in (Basis.PARTIAL, Basis.EXPLICIT):
        alone = replace(first, earliest=None, latest=None, month=None, weekday=None, day=day)
        change: dict[str, None] = {"earliest": None, "latest": None, "month": None, "weekday": None}
        options.append(_Option(_mask(alone), worth * PART_OF_DATE, change))
    return tuple(options)


# ---------------------------------------------------------------- days as bits


def _mask(c: Constraint) -> int:
    first = max(0, (c.earliest - EARLIEST).days) if c.earliest else 0
    last = min(_DAYS - 1, (c.latest - EARLIEST).days) if c.latest else _DAYS - 1
    days = ((1 << (last + 1)) - 1) & ~((1 << first) - 1) if first <= last else 0
    for kind, value in (("weekday", c.weekday), ("month", c.month), ("day", c.day)):
        if value is not None:
            days &= _every(kind, value)
    return days


@cache
def _every(kind: str, value: int) -> int:
    """The days of one weekday, month or day of the month."""
    mask = 0
    for n in range(_DAYS):
        day = EARLIEST + timedelta(days=n)
        if value == (day.weekday() if kind == "weekday" else day.month if kind == "month" else day.day):
            mask |= 1 << n
    return mask


# ---------------------------------------------------------------- the search


def _search(claims: Sequence[_Claim]) -> tuple[int, tuple[_Option | None, ...]]:
    """Return the days left and the option taken of each claim: branch and bound, the weightiest claims first."""
    rest = [0.0] * (len(claims) + 1)
    for n in range(len(claims) - 1, -1, -1):
        rest[n] = rest[n + 1] + claims[n].options[0].worth
    best: tuple[float, int, tuple[_Option | None, ...]] = (-1.0, _ALL, (None,) * len(claims))

    def visit(n: int, days: int, worth: float, taken: tuple[_Option | None, ...]) -> None:
        nonlocal best
        if worth + rest[n] <= best[0] + 1e-9:
            return
        if n == len(claims):
            best = (worth, days, taken)
            return
        for option in claims[n].options:
            if days & option.days:
                visit(n + 1, days & option.days, worth + option.worth, (*taken, option))
        visit(n + 1, days, worth, (*taken, None))

    visit(0, _ALL, 0.0, ())
    return best[1], best[2]


def _why(claims: Sequence[_Claim], chosen: Sequence[_Option | None], lost: Constraint) -> str:
    """The code of the reason for setting a constraint aside: what stood against it."""
    against = [
        c.constraints[0].basis
        for c, option in zip(claims, chosen, strict=True)
        if option is not None and not option.change and not option.days & _mask(lost)
    ]
    for basis, code in ((Basis.TERM, "term"), (lost.basis, "majority"), (Basis.EXPLICIT, "explicit")):
        if basis in against:
            return code
    if Basis.WEEKDAY in against:
        return "weekday"
    return "published" if Basis.PUBLISHED in against else "majority"


# ---------------------------------------------------------------- writing the date


def _as_when(days: int, kept: tuple[Constraint, ...], aside: tuple[SetAside, ...]) -> When:
    first = EARLIEST + timedelta(days=(days & -days).bit_length() - 1)
    last = EARLIEST + timedelta(days=days.bit_length() - 1)
    # The last Monday of 2035 is no end that any evidence gave.
    start = None if first < EARLIEST + OPEN_MARGIN else first
    end = None if last > LATEST - OPEN_MARGIN else last
    if first == last and not _year_is_known(kept):
        # Day and month fit a weekday in one year of the span by chance: no evidence for that year.
        return When(f"XXXX-{first:%m-%d}", None, None, False, kept, aside)
    if first == last:
        start, end, edtf = first, last, first.isoformat()
    elif start is None and end is None:
        edtf = ""
    elif start and end and _is_month(start, end):
        edtf = f"{start:%Y-%m}"
    else:
        edtf = f"{start.isoformat() if start else '..'}/{end.isoformat() if end else '..'}"
    return When(edtf, start, end, first == last and not aside, kept, aside)


def _year_is_known(kept: Sequence[Constraint]) -> bool:
    """Whether the bounds alone leave few enough years for a day and month to mean one of them."""
    first = max((c.earliest for c in kept if c.earliest), default=EARLIEST)
    last = min((c.latest for c in kept if c.latest), default=LATEST)
    return (last - first).days <= MOST_YEARS * 366


def _is_month(first: date, last: date) -> bool:
    return (
        (first.year, first.month) == (last.year, last.month) and first.day == 1 and (last + timedelta(days=1)).day == 1
    )
