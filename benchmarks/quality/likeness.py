"""When a title, an outlet, a phrase or a person that was found is the labelled one."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

from benchmarks.quality.corpus import Person

TITLE, OUTLET, NAME = 0.9, 0.8, 0.8  # at least this like, of 1
SHORT = 25  # characters: a shorter leftover may also stand within a sentence of the article


def plain(text: str) -> str:
    """Return the letters and digits of any script, casefolded, without accents, one space between words."""
    folded = unicodedata.normalize("NFKD", text.casefold())
    bare = (character for character in folded if not unicodedata.combining(character))
    return " ".join("".join(character if character.isalnum() else " " for character in bare).split())


def likeness(one: str, other: str) -> float:
    """Return Ratcliff and Obershelp's measure of two texts, from 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def is_alike(found: str | None, labelled: str, at_least: float) -> bool:
    """Return whether the two are the same text but for case, accents, punctuation and small differences."""
    return likeness(plain(found or ""), plain(labelled)) >= at_least


def is_kept(phrase: str, title: str | None, paragraphs: tuple[str, ...]) -> bool:
    """Return whether the phrase stands in the article that was read."""
    return plain(phrase) in plain(" ".join([title or "", *paragraphs]))


def is_gone(phrase: str, paragraphs: tuple[str, ...]) -> bool:
    """Return whether the leftover is away: a short one as a paragraph of its own, a long one anywhere."""
    wanted, texts = plain(phrase), [plain(paragraph) for paragraph in paragraphs]
    return wanted not in texts if len(wanted) < SHORT else not any(wanted in text for text in texts)


def is_same_person(labelled: Person, found: Person) -> bool:
    """Return whether a word of the names is alike, and the countries do not contradict each other."""
    if labelled.country and found.country and labelled.country != found.country:
        return False
    words, others = ([word for word in plain(person.name).split() if len(word) > 1] for person in (labelled, found))
    return any(likeness(word, other) >= NAME for word in words for other in others)
