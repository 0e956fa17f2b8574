"""Two names of people → whether they are spellings of one name, with reasons: used for people no table knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from sitegen.fold import romanised

# Romanised surnames of one person across scripts (Farrellu/Farrell 93, Shukri/Shoukry 77) against other people's
# with the same first letter (Petrov/Pavlov 67); measured on tests/cases/name_pairs.csv.
SAME_SURNAME = 76
SAME_FIRST_NAME = 60
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two names are, 0 to 100, and what decided it."""

    score: float
    reason: str


def compare_names(left: str, right: str) -> Likeness:
    """Return how alike two names are: surname first, then first names where both have one."""
    a, b = romanised(left).split(), romanised(right).split()
    if not a or not b:
        return Likeness(0.0, "empty")
    surname = max(ratio(a[-1], b[-1]), ratio(_skeleton(a[-1]), _skeleton(b[-1])) - 5 if min(len(a[-1]), len(b[-1])) > 4 else 0)
    if surname < SAME_SURNAME:
        return Likeness(surname, "surname")
    if len(a) > 1 and len(b) > 1:
        first = max(ratio(a[0], b[0]), 100.0 if a[0][0] == b[0][0] and 1 in (len(a[0]), len(b[0])) else 0.0)
        if first < SAME_FIRST_NAME:
            return Likeness(min(surname, first), "first-name")
    return Likeness(surname, "same")


def _skeleton(word: str) -> str:
    """Consonants alone: vowels are what transliterations differ in most."""
    return _VOWELS.sub("", word)
