"""One spelling for everything that is compared: case, accents, width, letter variants and marks folded away.

Shown text is never folded. The same table serves names, table words and search queries, so that what is
found in one place is found in all.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from anyascii import anyascii

# Arabic-script letters that newsrooms write in several ways, and marks that they leave out (Unicode 16, Arabic block).
_ARABIC = {
    "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ی", "ي": "ی", "ئ": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ؤ": "و",
    "ـ": "", "ء": "", "ٔ": "", "ٰ": "", "\u200c": "", "\u200d": "", "\u200e": "", "\u200f": "",
    "\u200b": "", "\ufeff": "", "\u00ad": "", "\u2066": "", "\u2067": "", "\u2068": "", "\u2069": "",
    "\u202a": "", "\u202b": "", "\u202c": "", "\u202d": "", "\u202e": "",
}  # fmt: skip
_LETTERS = {
    "ß": "ss", "ı": "i", "ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ə": "a",
    "ʼ": "'", "’": "'", "‘": "'", "`": "'", "´": "'", "ʻ": "'", "‐": "-", "‑": "-", "–": "-", "—": "-",
}  # fmt: skip
_TABLE = str.maketrans({**_ARABIC, **_LETTERS})
_MARKS = str.maketrans({**{chr(c): "" for c in range(0x064B, 0x0660)}, "़": ""})

_BOTH = {**_TABLE, **_MARKS}  # no key of one is made by the other
_ACCENTS = re.compile("[\u0300-\u036f]+")
_DIGITS = re.compile(r"(?![0-9])\d")
_NO_LETTERS = re.compile(r"[^a-z ]+")
# Languages in which an accent makes another word, not another spelling of it.
KEEPS_ACCENTS = frozenset({"vi"})


@lru_cache(maxsize=200_000)
def fold(text: str, language: str = "") -> str:
    """Return `text` as it is compared: NFKC, case-folded, without accents (kept in Vietnamese), one letter a variant.

    Devanagari vowel signs stay (they are letters), the nukta goes; digits of every script become ASCII digits.
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    if text.isascii():
        return text.replace("`", "'")
    text = text.translate(_BOTH)
    if not text.isascii():
        if language not in KEEPS_ACCENTS:
            text = _ACCENTS.sub("", unicodedata.normalize("NFD", text))
            # Cyrillic й decomposes too, but и and й are two letters: both sides fold alike, so matching is unharmed.
            text = unicodedata.normalize("NFC", text)
        text = _DIGITS.sub(lambda found: str(unicodedata.digit(found[0])), text)
    return text


def romanised(name: str) -> str:
    """Return a name in lower-case ASCII letters, whatever its script: `Шойгу` → `shoigu`."""
    text = anyascii(fold(name)).casefold().replace("-", " ").replace("'", "").replace("`", "")
    return " ".join(_NO_LETTERS.sub(" ", text).split())


def folding_table() -> dict[str, str]:
    """Return the letters that `fold` replaces beyond what Unicode itself folds, for programs that fold a query so."""
    found = {chr(code): str(new) for code, new in {**_TABLE, **_MARKS}.items()}
    for zero in (0x0660, 0x06F0, 0x0966):  # Arabic, Persian and Devanagari digits; our other languages write ASCII ones
        found |= {chr(zero + digit): str(digit) for digit in range(10)}
    return dict(sorted(found.items()))
