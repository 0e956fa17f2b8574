"""A line that says who wrote, edited or sent an article → the name, and whether it is the author's."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.ingest.lines import is_spaceless, key_of
from sitegen.ingest.phrases import MARKS, Index, Lexicon, add, head_of, lexicon, match_at

LONGEST = 140
_PARTICLES = frozenset(
    ("de", "del", "della", "di", "da", "dos", "van", "von", "der", "bin", "binti", "al", "el", "la", "le", "du")
)
# Between two authors of one article stands a sign or "and".
_SPLIT = re.compile(r"\s*[|,;/()·•،、]\s*|\s+[-–—]\s+|\s+(?:and|und|et|y|e|ed|dan|và|и|ve|و|और|&)\s+")


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a line names. `kind` is author, staff (an editor, a translator) or desk (an agency, a newsroom)."""

    kind: str
    name: str


@cache
def _index(language: str, kind: str) -> Index:
    index: Index = {}
    for table in lexicon(language).tables:
        add(index, getattr(table, kind), kind, table.code)
    for bucket in index.values():
        bucket.sort(key=lambda p: (-p.length, p.source))
    return index


def read_byline(text: str, words: Lexicon) -> Byline | None:
    """Return who `text` says wrote or edited the article, or None where it is no byline."""
    return _read(text, words.language) if len(text) <= LONGEST else None


@lru_cache(maxsize=256)  # several rules ask for each line of a page
def _read(text: str, language: str) -> Byline | None:
    words = lexicon(language)
    key = key_of(text, words.language)
    head = head_of(key)
    for kind, index in (("desk", "desk"), ("staff", "staff"), ("author", "by")):
        found = match_at(_index(words.language, index), key, head)
        if found is None:
            continue
        rest = key[found[1] :].lstrip()
        marked = rest[:1] in MARKS if rest else False
        if found[0].needs_mark and not marked:
            continue
        name = _original(text, rest.lstrip(MARKS + ",،、 "))
        if kind == "desk" and len(rest) <= 60 and (marked or not rest or _is_desk_rest(rest)):
            return Byline(kind, "")
        if kind != "desk" and name and (looks_like_name(name, words) or (marked and len(name.split()) <= 8)):
            return Byline(kind, _first_name(name))
    return None


def without_by(text: str, words: Lexicon) -> str:
    """Return a text without the words of a byline before it: "By The Heron" is "The Heron"."""
    key = key_of(text, words.language)
    found = match_at(_index(words.language, "by"), key, head_of(key))
    rest = key[found[1] :].lstrip(MARKS + " ") if found else ""
    return _original(text, rest) if rest else text


def _is_desk_rest(rest: str) -> bool:
    return len(rest.split()) <= 7


def _original(text: str, rest: str) -> str:
    """Return the end of `text` that corresponds to the folded `rest`: as many characters from the end, word by word."""
    count = len(rest.split())
    if not count:
        return ""
    if is_spaceless(rest) and count <= 2:
        return text.strip()[-len(rest) :].strip(" ：:")
    return " ".join(text.split()[-count:]).strip(" :：-–—")


def _first_name(name: str) -> str:
    """Return the person before a comma, a place or a role."""
    return _SPLIT.split(name)[0].strip(" .*")


def looks_like_name(text: str, page_words: Lexicon) -> bool:
    """Return whether the part before the first comma has the form of one to five names."""
    first = _SPLIT.split(text.strip())[0].strip()
    words = first.split()
    if is_spaceless(first):
        return 2 <= len(first.replace(" ", "")) <= 8
    if not 1 <= len(words) <= 6 or any(char.isdigit() for char in first):
        return False
    if page_words.language in ("ar", "fa", "hi"):
        return len(words) <= 4
    is_cased = all(word[0].isupper() or word in _PARTICLES for word in words)
    return is_cased and any(len(word) > 2 and word[0].isupper() for word in words)


@cache
def _given(language: str) -> frozenset[str]:
    return frozenset(key_of(name, language) for table in lexicon(language).tables for name in table.given)


def is_given_name(text: str, page_words: Lexicon) -> bool:
    """Return whether `text` begins with a first name that the tables know."""
    words = text.split()
    return bool(words) and key_of(words[0], page_words.language) in _given(page_words.language)
