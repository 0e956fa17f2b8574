"""Text → words with their places, and a table of phrases that finds its entries in them, the longest first.

Languages without spaces are read a character at a time. A phrase may end words in `*` for any ending, as the tables
of the languages write them (docs/reference/tables.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import islice, product
from typing import Generic, TypeVar

from sitegen.fold import KEEPS_ACCENTS, fold

# Word characters with the marks that \w leaves out: Devanagari signs, Arabic vowel marks, ZWNJ, combining accents.
_MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u064b-\u065f\u0670\u200c\u200d"
_HAN_KANA = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_NUMBER = r"(?:\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)|\d+(?:[.,\u066b\u066c]\d+)*)"
_WORD = re.compile(rf"{_NUMBER}|(?:(?!\d)[\w{_MARKS}])+")
_CHARACTER = re.compile(rf"{_NUMBER}|[{_HAN_KANA}]|(?:(?![{_HAN_KANA}\d])[\w{_MARKS}])+")
SPACELESS = frozenset({"zh", "ja"})
# Clitics that Arabic writes onto the next word: and, so, by, for, like, will, the (longest first).
_ARABIC_CLITICS = ("وبال", "وال", "فال", "بال", "کال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ک", "س")
MOST_VARIANTS = 24  # of one phrase, over the stems of its words
SHORTEST_STEM = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or character of a text, folded, with the forms it may be listed under."""

    text: str
    start: int
    end: int
    forms: tuple[str, ...]  # as it stands, without clitics; "~stem" for each stem that an ending may leave

    @property
    def folded(self) -> str:
        """The word as it is compared."""
        return self.forms[0]


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The entries of a phrase and where it stands: words `first` to `last`, both inclusive."""

    entries: tuple[T, ...]
    first: int
    last: int


def split_words(text: str, language: str, endings: tuple[str, ...] = ()) -> tuple[Word, ...]:
    """Return the words of `text`; `endings` are what a name may take in the language, the longest first.

    What folds to nothing, such as a lone Persian tatweel for a dash, is no word.
    """
    pattern = _CHARACTER if language in SPACELESS else _WORD
    words = (
        Word(found.group(), found.start(), found.end(), _forms(found.group(), language, endings))
        for found in pattern.finditer(text)
    )
    return tuple(word for word in words if word.folded)


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    folded = fold(word, language)
    forms = [folded]
    if language == "ar":
        forms += [folded[len(c) :] for c in _ARABIC_CLITICS if folded.startswith(c) and len(folded) - len(c) >= 2]
    if endings and len(folded) > SHORTEST_STEM:
        forms += ["~" + stem for stem in (folded, *_cut(folded, endings, longest=9))]
    return tuple(dict.fromkeys(forms))


def _cut(word: str, endings: tuple[str, ...], longest: int) -> Iterator[str]:
    for ending in endings:
        if len(ending) <= longest and word.endswith(ending) and len(word) - len(ending) >= SHORTEST_STEM:
            yield word[: -len(ending)]


@dataclass(slots=True)
class _Node(Generic[T]):
    exact: dict[str, _Node[T]] = field(default_factory=dict)
    prefixes: dict[str, _Node[T]] = field(default_factory=dict)
    entries: list[T] = field(default_factory=list)


class PhraseTable(Generic[T]):
    """Phrases of one language and what each stands for. Filled once, then only read.

    A table holds thousands of names of which a text has a few: a phrase is spelled out, with all the endings it may
    take, when its first word is first met.
    """

    __slots__ = ("_endings", "_language", "_root", "_waiting")

    def __init__(self, language: str, endings: tuple[str, ...] = ()) -> None:
        self._language = language
        self._endings = endings
        self._root: _Node[T] = _Node()
        self._waiting: dict[str, list[tuple[Sequence[str], T, bool]]] = {}  # by first word: its other words, …

    def add(self, phrase: str, entry: T, *, may_inflect: bool = False) -> None:
        """Add a phrase; one that may inflect is also found with the endings of the language."""
        keys: Sequence[str] = _keys(phrase, _writing(self._language))
        if self._language == "ar":
            keys = [_bare(key) for key in keys]
        if not keys:
            return
        inflects = may_inflect and bool(self._endings)
        for first in self._stems(keys[0]) if inflects else keys[:1]:
            if first.endswith("*"):
                self._insert(first, keys[1:], entry, inflects=inflects)
            else:
                self._waiting.setdefault(first, []).append((keys[1:], entry, inflects))

    def _insert(self, first: str, rest: Sequence[str], entry: T, *, inflects: bool) -> None:
        variants: Iterable[Sequence[str]] = [rest]
        if inflects:
            variants = islice(product(*(self._stems(key) for key in rest)), MOST_VARIANTS)
        for variant in variants:
            node = self._root
            for key in (first, *variant):
                level, name = (node.prefixes, key[:-1]) if key.endswith("*") else (node.exact, key)
                node = level.setdefault(name, _Node())
            if entry not in node.entries:
                node.entries.append(entry)

    def _stems(self, key: str) -> list[str]:
        if len(key) <= SHORTEST_STEM or key.endswith("*"):
            return [key]
        return list(dict.fromkeys([key, "~" + key, *("~" + stem for stem in _cut(key, self._endings, longest=2))]))

    def split(self, text: str) -> tuple[Word, ...]:
        """Return the words of a text as this table reads them."""
        return split_words(text, self._language, self._endings)

    def find(self, words: Sequence[Word]) -> Iterator[Found[T]]:
        """Yield the phrases from left to right, the longest at each place, none overlapping another."""
        at = 0
        while at < len(words):
            last, entries = self._longest(words, at)
            if last >= at:
                yield Found(entries, at, last)
            at = max(last, at) + 1

    def _longest(self, words: Sequence[Word], first: int) -> tuple[int, tuple[T, ...]]:
        for form in words[first].forms:
            for rest, entry, inflects in self._waiting.pop(form, ()):
                self._insert(form, rest, entry, inflects=inflects)
        best = first - 1
        entries: tuple[T, ...] = ()
        stack = [(self._root, first)]
        while stack:
            node, at = stack.pop()
            if node.entries:
                if at - 1 > best:
                    best, entries = at - 1, tuple(node.entries)
                elif at - 1 == best:
                    entries = tuple(dict.fromkeys((*entries, *node.entries)))
            if at < len(words):
                stack += [(child, at + 1) for child in _children(node, words[at])]
        return best, entries


def _children(node: _Node[T], word: Word) -> list[_Node[T]]:
    found = [node.exact[form] for form in word.forms if form in node.exact]
    if node.prefixes:
        plain = [form for form in word.forms if form[0] != "~"]
        found += [node.prefixes[f[:n]] for f in plain for n in range(1, len(f) + 1) if f[:n] in node.prefixes]
    return found


def _writing(language: str) -> str:
    """The language, where it splits or folds words in a way of its own; the others share what is read once."""
    return language if language in SPACELESS or language in KEEPS_ACCENTS else ""


@lru_cache(maxsize=200_000)
def _keys(phrase: str, writing: str) -> tuple[str, ...]:
    pattern = _CHARACTER if writing in SPACELESS else _WORD
    keys = []
    for piece in phrase.split():
        words = [fold(word, writing) for word in pattern.findall(piece)]
        keys += words
        if words and piece[-1] == "*":
            keys[-1] += "*"
    return tuple(keys)


def _bare(key: str) -> str:
    """An Arabic word as words are looked up: without the article."""
    return key[2:] if key.startswith("ال") and len(key) > 4 else key
