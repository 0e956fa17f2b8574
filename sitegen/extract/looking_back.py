"""What a text without a date looks back on: it was written after the latest fact that it recalls."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from sitegen.data.gazetteer import first_years
from sitegen.extract.draft import Draft
from sitegen.extract.frames import Frame
from sitegen.extract.matcher import Hit
from sitegen.extract.time_words import PRINTED
from sitegen.model import Basis, Constraint, Evidence

NEAR_ANNIVERSARY = 4  # tokens between the name of an anniversary and its number


def read_older_facts(draft: Draft) -> list[Constraint]:
    """Return the bounds that dated facts of the past set: the year of an anniversary, and the latest fact's day."""
    year = _anniversary_year(draft)
    facts = list(_dated_facts(draft, year.earliest if year else None))
    found = [year] if year else []
    if facts:
        earliest, evidence = max(facts, key=lambda fact: (fact[0], fact[1].sentence, fact[1].text))
        found.append(Constraint(Basis.MENTIONED, evidence, earliest=earliest))
    return found


def _dated_facts(draft: Draft, year: date | None) -> Iterator[tuple[date, Evidence]]:
    """Yield the first possible day of each dated fact beside the news."""
    for frame in draft.frames:
        if frame in draft.candidate.frames[:2] or "announced" in frame.stances:
            continue
        for time in frame.times:
            day = _first_day(time.constraint, year) if time.constraint.basis in PRINTED else None
            if day:
                yield day, time.constraint.evidence


def _first_day(constraint: Constraint, year: date | None) -> date | None:
    """A day and month without a year are of the year that the text is known to be of."""
    if constraint.earliest:
        return constraint.earliest
    if year and constraint.month and constraint.day:
        return year.replace(month=constraint.month, day=min(constraint.day, 28))
    return None


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
