"""Two names of people → whether they are spellings of one name, with reasons: used for people no table knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from sitegen.fold import romanised

# Romanised surnames of one person across scripts (Farrellu/Farrell 93) against other people's with the same first
# letter (Petrov/Pavlov 67, Hassan/Hussein 62); measured on tests/cases/name_pairs.csv.
SAME_SURNAME = 76
SAME_FIRST_NAME = 60
# Family names of one syllable stand first (Li Qiang, Li Keqiang): what follows them must be all but equal.
SHORT_FIRST, SAME_AFTER_SHORT = 3, 90
BY_SOUND, BY_CONSONANTS = 5, 12  # what a likeness of sound alone, or of consonants alone, is worth less
_VOWELS = re.compile(r"[aeiou]+")
_NO_VOWELS = re.compile(r"[\u0590-\u08ff\ufb50-\ufeff]")  # scripts that leave short vowels out
# What newsrooms write for one sound, in the order of replacing: Tschernenko, Tchernenko, Chernenko; Choukri, Shoukry.
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in (
        (r"tsch|tch|dsch|sch|tsh|sh|ch|cz|c(?=[eiy])|z", "s"),
        (r"kh|gh|ck|[qcg]", "k"),
        (r"ph|f", "v"),
        (r"(?<![aeiou])(?<!^)w(?![aeiou])", "u"),
        (r"w", "v"),
        (r"ou|oo", "u"),
        (r"[yj]", "i"),
        (r"i+", "i"),
        (r"(.)\1+", r"\1"),
    )
)


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
    is_bare = bool(_NO_VOWELS.search(left) or _NO_VOWELS.search(right))
    surname = _alike(a[-1], b[-1], is_bare=is_bare)
    if surname < SAME_SURNAME:
        return Likeness(surname, "surname")
    if len(a) > 1 and len(b) > 1:
        if a[0] == b[0] and len(a[0]) <= SHORT_FIRST and surname < SAME_AFTER_SHORT:
            return Likeness(min(surname, SAME_SURNAME - 1), "given-name")
        is_initial = a[0][0] == b[0][0] and 1 in (len(a[0]), len(b[0]))
        first = 100.0 if is_initial else _alike(a[0], b[0], is_bare=is_bare)
        if first < SAME_FIRST_NAME:
            return Likeness(min(surname, first), "first-name")
    return Likeness(surname, "same")


def _alike(left: str, right: str, *, is_bare: bool) -> float:
    """The likeness of two words as written, as they sound, and, where a script left the vowels out, by consonants."""
    sounds = _sound(left), _sound(right)
    score = max(ratio(left, right), ratio(*sounds) - BY_SOUND)
    bones = _VOWELS.sub("", sounds[0]), _VOWELS.sub("", sounds[1])
    return max(score, ratio(*bones) - BY_CONSONANTS) if is_bare and all(bones) else score


def _sound(word: str) -> str:
    """Return a romanised word with one letter a sound, as far as transliterations differ in it."""
    for written, sound in _SOUNDS:
        word = written.sub(sound, word)
    return word
