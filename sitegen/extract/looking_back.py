"""What a text without a date looks back on: it was written after the latest fact that it recalls."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sitegen.data.gazetteer import first_years
from sitegen.extract.draft import Draft
from sitegen.extract.frames import Frame
from sitegen.extract.matcher import Hit
from sitegen.extract.time_words import BESIDE, PRINTED
from sitegen.model import Basis, Constraint, Evidence
from sitegen.when import solve

NEAR_ANNIVERSARY = 4  # tokens between the name of an anniversary and its number


def read_older_facts(draft: Draft, terms: Sequence[Constraint]) -> list[Constraint]:
    """Return what other dated facts say of the day: their year, the latest recalled, the first that is to come.

    `terms` are the terms of office of those who take part: they tell in which year a weekday and a date meet.
    """
    year = _anniversary_year(draft) or _year_of_a_fact(draft, terms)
    facts = list(_dated_facts(draft, year.earliest if year else None))
    found = [year] if year else []
    # Without a known year a day to come may be of any: it bounds nothing.
    coming = [(fact.day, fact.evidence) for fact in facts if fact.is_ahead] if year else []
    last = min((day for day, _ in coming), default=date.max)
    # What lies after a day that is still to come is to come itself, whatever the tense.
    past = [(fact.day, fact.evidence) for fact in facts if not fact.is_ahead and fact.day <= last]
    if past:
        earliest, evidence = max(past, key=_by_day)
        found.append(Constraint(Basis.MENTIONED, evidence, earliest=earliest))
    if coming:
        latest, evidence = min(coming, key=_by_day)
        found.append(Constraint(Basis.MENTIONED, evidence, latest=latest))
    return found


def _by_day(fact: tuple[date, Evidence]) -> tuple[date, int, str]:
    return fact[0], fact[1].sentence, fact[1].text


@dataclass(frozen=True, slots=True)
class _Fact:
    day: date  # the first possible one
    is_ahead: bool
    evidence: Evidence


def _dated_facts(draft: Draft, year: date | None) -> Iterator[_Fact]:
    """Yield each dated fact beside the news; the day of the main event tells nothing of what is told beside it."""
    for frame in draft.frames:
        if frame in draft.candidate.frames[:2]:
            continue
        for time in frame.times:
            day = _first_day(time.constraint, year) if time.constraint.basis in PRINTED else None
            if day and day != draft.story:
                yield _Fact(day, "announced" in frame.stances, time.constraint.evidence)


def _year_of_a_fact(draft: Draft, terms: Sequence[Constraint]) -> Constraint | None:
    """`on Friday, 22 August`, said of another day: weekday and date together give the year within the terms."""
    for frame in draft.frames:
        weekdays = [t for t in frame.times if t.constraint.basis == Basis.WEEKDAY]
        for one in (t for t in frame.times if t.constraint.basis == Basis.PARTIAL and t.constraint.day):
            beside = [w.constraint for w in weekdays if abs(w.at - one.at) <= BESIDE and one.constraint.month]
            when = solve([one.constraint, *beside[:1], *terms]) if beside else None
            if when and when.day and not when.set_aside:
                evidence = replace(one.constraint.evidence, rule="year-of-a-dated-fact")
                return Constraint(Basis.MENTIONED, evidence, date(when.day.year, 1, 1), date(when.day.year, 12, 31))
    return None


def _first_day(constraint: Constraint, year: date | None) -> date | None:
    """A day and month without a year are of the year that the text is known to be of."""
    if constraint.earliest:
        return constraint.earliest
    if year and constraint.month and constraint.day:
        return _day_of_year(year.year, constraint.month, constraint.day)
    return None


def _day_of_year(year: int, month: int, day: int) -> date | None:
    """29 February is a day of leap years alone."""
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def _anniversary_year(draft: Draft) -> Constraint | None:
    """`80 tahun Hari Kemenangan`: the number of an anniversary gives the year of the text."""
    for frame in draft.frames:
        for hit in frame.scan.times:
            first = first_years().get(hit.entry.value) if hit.entry.topic == "anniversary" else None
            found = _number_beside(frame, hit) if first else None
            if first and found:
                at, number = found
                text = frame.scan.words(min(at, hit.first), max(at, hit.last))
                evidence = draft.evidence(frame.number, text, "anniversary")
                return Constraint(Basis.MENTIONED, evidence, date(first + number, 1, 1), date(first + number, 12, 31))
    return None


def _number_beside(frame: Frame, hit: Hit) -> tuple[int, int] | None:
    """The first number of two or three digits near a hit, with its token."""
    tokens = frame.scan.tokens
    for at in range(max(0, hit.first - NEAR_ANNIVERSARY), min(len(tokens), hit.last + NEAR_ANNIVERSARY)):
        number = re.match(r"\d{2,3}", tokens[at].folded)
        if number:
            return at, int(number.group())
    return None
