"""A sentence → what it can be compared by: its names, figures, days, words and length, and the text for its vector."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.align.figures import Figures, read_figures
from sitegen.align.gloss import gloss, has_gloss, without_words
from sitegen.align.vectors import SERVED
from sitegen.data.gazetteer import gazetteer
from sitegen.names_index import Name, find_names
from sitegen.phrase_table import Found, Word

TIMES = frozenset({"month", "solar", "hijri", "weekday"})


@dataclass(frozen=True, slots=True)
class Profile:
    """What one sentence says that survives translation."""

    language: str
    text: str
    words: frozenset[str]  # folded, each once
    codes: frozenset[str]  # of the words, those that pass between languages unchanged: Rafale, OECD, Scorpene
    names: Mapping[Name, str]  # as written
    people: frozenset[Name]
    countries: frozenset[str]  # those named, and those whose offices the people named hold
    figures: Figures
    for_vector: str | None  # the sentence, or English for it; None where neither helps


@lru_cache(maxsize=50_000)
def read_profile(text: str, language: str) -> Profile:
    """Return the profile of a sentence. Raises TableError where a table of its language is broken."""
    words, found = find_names(text, language)
    if has_gloss(language):
        found = without_words(language, words, found)
    figures = read_figures(text, language, words, found)
    names = {
        name: text[words[f.first].start : words[f.last].end]
        for f in reversed(found)
        for name in f.entries
        if name.kind not in TIMES
    }
    return Profile(
        language=language,
        text=text,
        words=frozenset(word.folded for word in words),
        codes=frozenset(w.folded for w in words if w.folded.isascii() and w.folded.isalpha() and len(w.folded) > 3),
        names=names,
        people=frozenset(name for name in names if name.kind == "person"),
        countries=_countries(names),
        figures=figures,
        for_vector=_for_vector(text, language, words, found),
    )


def _for_vector(text: str, language: str, words: Sequence[Word], found: Sequence[Found[Name]]) -> str | None:
    if language in SERVED:
        return text
    return gloss(language, words, found) or None if has_gloss(language) else None


def _countries(names: Mapping[Name, str]) -> frozenset[str]:
    known = gazetteer()
    named = {name.code for name in names if name.kind == "country"}
    for name in names:
        if name.kind == "person":
            named.update(office.of for office in known.people[name.code].offices)
        elif name.kind == "city":
            named.add(known.cities[name.code].country)
    return frozenset(named)
