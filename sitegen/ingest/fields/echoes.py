"""How often the other lines of a page show a name: in full, inflected, shortened, or in an address of the house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from rapidfuzz import fuzz

from sitegen.fold import romanised
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon

# Languages that change the end of a name, or write a preposition onto its beginning.
_INFLECTED = frozenset({"ru", "tr", "de", "ar", "fa"})
_JOINED = frozenset({"ar"})
_WORD = re.compile(r"[\w\u0900-\u0963\u0971-\u097f]+")
_ADDRESS = re.compile(
    r"(?:[\w.-]+@|www\.|https?://(?:www\.)?)([\w-]{4,40})\.[\w.]{2,12}|(?<!\w)@([\w.]{5,40})"
    r"|(?<![\w.@/-])([a-z][a-z0-9-]{4,40})\.(?:com|net|org|info|news|example|co|[a-z]{2})(?![\w@])"
)
_SOUNDS_ALIKE = 80  # of a hundred: how far the consonants of a name and of an address agree
_CLEAR = 4  # letters from which a word tells a name from another
SHORTENED = 0.6  # "The Heron" for "The Heron of the East"


def count_echoes(name: str, at: int, frame: Sequence[Line], lexicon: Lexicon) -> float:
    """Return how many lines of `frame` other than the one with index `at` show `name`; a short form counts in part."""
    key = key_of(name, lexicon.language)
    others = [line for line in frame if line.index != at]
    latin = "" if name.isascii() else _consonants(romanised(name))
    written = sum(_is_written_so(line.text, latin) for line in others) if latin else 0
    if is_spaceless(name):
        return written + sum(key in line.key for line in others if len(key) > 1)
    words = _WORD.findall(key)
    if not words:
        return 0.0
    small = _function_words(lexicon)
    short = _shortened(words, small)
    letters = "".join(words[1:] if words[0] in small and len(words) > 1 else words)
    found = float(written)
    for line in others:
        if _is_address(line.text, letters):
            found += 1
            continue
        shown = _words_of(line.key)
        if _stands_in(words, shown, lexicon.language):
            found += 1
        elif short and _stands_in(short, shown, lexicon.language):
            found += SHORTENED
    return found


@lru_cache(maxsize=512)  # each line of a page is compared with each name it may have
def _words_of(key: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(key))


def is_same_word(left: str, right: str, language: str) -> bool:
    """Return whether two folded words are one, in whatever form a language gives it."""
    if left == right:
        return True
    if language not in _INFLECTED or min(len(left), len(right)) < _CLEAR:
        return False
    if language in _JOINED:
        left, right = _without_preposition(left), _without_preposition(right)
        return left == right
    common = min(len(left), len(right)) - 2
    return abs(len(left) - len(right)) <= 4 and left[: max(3, common)] == right[: max(3, common)]


def is_same_name(left: str, right: str, language: str) -> bool:
    """Return whether two folded names are one, each word in whatever form."""
    pairs = _WORD.findall(left), _WORD.findall(right)
    return len(pairs[0]) == len(pairs[1]) and all(is_same_word(a, b, language) for a, b in zip(*pairs, strict=True))


def _stands_in(words: Sequence[str], others: Sequence[str], language: str) -> bool:
    last = len(others) - len(words)
    return any(
        all(is_same_word(word, others[start + n], language) for n, word in enumerate(words))
        for start in range(last + 1)
    )


def _without_preposition(word: str) -> str:
    """Return an Arabic word without "and", "for", "by" and the article before it."""
    for prefix in ("وال", "لل", "بال", "ال", "ل", "ب", "و"):
        if word.startswith(prefix) and len(word) - len(prefix) >= 3:
            return word[len(prefix) :]
    return word


def _shortened(words: Sequence[str], small: frozenset[str]) -> Sequence[str]:
    """Return the words before "of the East", where one of them tells the name; empty where there is no such end."""
    end = next((n for n, word in enumerate(words) if n and word in small), 0)
    return words[:end] if any(len(w) >= _CLEAR and w not in small for w in words[:end]) else ()


def _is_address(text: str, letters: str) -> bool:
    """Return whether a line holds an address or a handle made of the letters of a name."""
    if len(letters) < 5 or ("@" not in text and "." not in text):
        return False
    hosts = ("".join(filter(str.isalnum, (m[1] or m[2] or m[3]).lower())) for m in _ADDRESS.finditer(text[:300]))
    return any(letters in host or (len(host) >= 6 and host in letters) for host in hosts)


def is_written_so(name: str, host: str) -> bool:
    """Return whether an address has the letters of a name, or in another script its consonants."""
    letters = romanised(name).replace(" ", "")
    plain = "".join(filter(str.isalnum, host.lower()))
    if len(letters) >= _CLEAR and (letters in plain or (len(plain) >= _CLEAR and plain in letters)):
        return True
    latin = _consonants(letters)
    return not name.isascii() and len(latin) > 1 and fuzz.ratio(latin, _consonants(plain)) >= _SOUNDS_ALIKE


def _is_written_so(text: str, latin: str) -> bool:
    """Return whether a line holds an address or a handle with the consonants of a name in another script."""
    if len(latin) < _CLEAR or ("@" not in text and "." not in text):
        return False
    hosts = (_consonants((m[1] or m[2] or m[3]).lower()) for m in _ADDRESS.finditer(text[:300]))
    return any(len(host) >= _CLEAR and fuzz.ratio(latin, host) >= _SOUNDS_ALIKE for host in hosts)


def _consonants(text: str) -> str:
    """Return the consonants of a text in Latin letters, those that transliterations keep."""
    return re.sub(r"[^b-df-hj-np-tv-z]|(?<=[cgkpst])h|y|w", "", text)


@cache
def _small(language: str, words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, language) for word in words)


def _function_words(lexicon: Lexicon) -> frozenset[str]:
    return _small(lexicon.language, lexicon.tables[0].words)
