"""Texts → the beginnings of their content words, by which a headline is known to belong to a text."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Python's \w leaves out the vowel signs of Devanagari, which stand inside words.
_WORD = re.compile(r"[\w\u0900-\u0963\u0971-\u097f]+")
_OTHER_SCRIPT = re.compile("[\u0600-\u06ff\u3040-\u9fff]")  # of which stems are made in other ways
# Letters that newsrooms write in several ways, and what is written onto the beginning of a word, the longest first.
_VARIANTS = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه"})
_PREFIXES = ("وال", "فال", "بال", "كال", "لل", "ال", "و")
_STEM = 5  # letters by which two forms of a word are held to be one


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the content words of texts; pairs of characters in scripts without spaces."""
    found: set[str] = set()
    for text in texts:
        words = _WORD.findall(text.casefold())
        if not _OTHER_SCRIPT.search(text):
            found.update(word[:_STEM] for word in words if len(word) >= 4 or word.isdigit())
            continue
        for word in words:
            if "\u3040" <= word[0] <= "\u9fff":
                found.update(word[i : i + 2] for i in range(len(word) - 1))
            elif "\u0600" <= word[0] <= "\u06ff":
                found.update([_arabic(word)] if len(word) >= 4 or word.isdigit() else ())
            elif len(word) >= 4 or word.isdigit():
                found.add(word[:_STEM])
    return frozenset(found)


def _arabic(word: str) -> str:
    """Return the stem of an Arabic or Persian word without "and", "for", "the" written onto it."""
    word = word.translate(_VARIANTS)
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= 4:
            word = word[len(prefix) :]
            break
    return word[:_STEM]
