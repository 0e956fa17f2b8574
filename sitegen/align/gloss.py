"""A sentence in a language that the encoder does not read → the English words of what its tables know of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sitegen.lang.gloss import gloss_table, glossed
from sitegen.names_index import Name, english_names
from sitegen.phrase_table import Found, PhraseTable, Word


def has_gloss(language: str) -> bool:
    """Return whether the sentences of a language are glossed."""
    return language in glossed()


def without_words(language: str, words: Sequence[Word], names: Sequence[Found[Name]]) -> tuple[Found[Name], ...]:
    """Return the names without people whose name is but a word here: Persian زمان is "time" before it is Mr Zeman."""
    plain = [range(found.first, found.last + 1) for found in _table(language).find(words)]
    return tuple(
        name
        for name in names
        if name.entries[0].kind != "person" or not any(name.first in span and name.last in span for span in plain)
    )


def gloss(language: str, words: Sequence[Word], names: Sequence[Found[Name]]) -> str:
    """Return the English of the names, numbers and known words of a sentence in its order; the rest is left out.

    Words in Latin capitals (Rafale, BRICS) are names in any language and stay.
    """
    covered = {at for found in names for at in range(found.first, found.last + 1)}
    pieces = [(found.first, _name(found)) for found in names]
    for found in _table(language).find(words):
        places = range(found.first, found.last + 1)
        if not covered.intersection(places):
            pieces.append((found.first, found.entries[0]))
            covered.update(places)
    pieces += [(at, _kept(word)) for at, word in enumerate(words) if at not in covered]
    return " ".join(piece for _, piece in sorted(pieces) if piece)


def _name(found: Found[Name]) -> str:
    return english_names().get(found.entries[0], "")


def _kept(word: Word) -> str:
    if word.folded[0].isdigit():
        return word.folded
    return word.text if word.text.isascii() and word.text[0].isupper() else ""


@cache
def _table(language: str) -> PhraseTable[str]:
    table: PhraseTable[str] = PhraseTable(language)
    for english, forms in gloss_table(language).items():
        for form in forms:
            table.add(form, english)
    return table
