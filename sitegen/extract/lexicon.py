"""Tables of one language and the gazetteer → Lexicon: all that can be looked up in its sentences, compiled once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain

from sitegen.data.gazetteer import Gazetteer, KnownPerson, gazetteer
from sitegen.extract.matcher import MAX_GAP_CHARACTERS, MAX_GAP_WORDS, Matcher, build_matcher
from sitegen.extract.phrases import (
    LATIN,
    Tongue,
    adverbs,
    event_phrases,
    forms_for,
    people_phrases,
    place_phrases,
    time_phrases,
)
from sitegen.extract.tokens import SPACELESS, tokenise
from sitegen.fold import fold
from sitegen.lang.table import events_table, places_table, time_table
from sitegen.model import PersonRow
from sitegen.toml_file import read_toml

CASED = frozenset({*LATIN, "ru"})
# Characters are shorter than words, and German closes its sentences with the verb: both need the wider gap.
WIDE_GAPS = SPACELESS | {"de"}


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled tables of one language."""

    language: str
    matcher: Matcher
    endings: tuple[str, ...]
    max_gap: int
    particles: frozenset[str]
    stop: frozenset[str]
    numbers: Mapping[str, int]
    order: str
    quote_pairs: tuple[str, ...]
    is_cased: bool
    first_last: Mapping[tuple[str, str], str]  # folded first and last word of a full name → person id
    people: Mapping[str, KnownPerson]  # of the tables and the user's own rows
    extra: tuple[PersonRow, ...]  # the user's own rows
    adpositions: Mapping[str, frozenset[str]]  # "before" and "after" a city, "genitive", "apart"


@cache
def lexicon(language: str, extra: tuple[PersonRow, ...]) -> Lexicon:
    """Return the compiled tables of `language` with the user's rows of people.

    Raises TableError where a table is broken.
    """
    events, times, places = events_table(language), time_table(language), places_table(language)
    folded = {fold(e, language) for e in events["names"]["suffixes"]} - {""}  # ZWNJ alone folds to nothing
    endings = tuple(sorted(folded, key=lambda e: (-len(e), e)))
    tongue, known = Tongue(language, endings), gazetteer(extra)
    phrases = chain(
        people_phrases(tongue, known),
        place_phrases(tongue, known, places),
        event_phrases(tongue, events),
        time_phrases(tongue, times),
    )
    numbers = {fold(w.rstrip("*"), language): n for n, words in enumerate(times["numbers"]["words"], 1) for w in words}
    return Lexicon(
        language=language,
        matcher=build_matcher(phrases, adverbs(tongue)),
        endings=endings,
        max_gap=MAX_GAP_CHARACTERS if language in WIDE_GAPS else MAX_GAP_WORDS,
        particles=frozenset(fold(w, language) for w in events["names"]["particles"]),
        stop=frozenset(fold(w, language) for w in events["names"]["stop"]),
        numbers=numbers,
        order=times["order"],
        quote_pairs=tuple(events["quotes"]["pairs"]),
        is_cased=language in CASED,
        first_last=_first_last(known, language),
        people=known.people,
        extra=extra,
        adpositions={
            use: frozenset(fold(w, language) for w in words.get(language, ()))
            for use, words in read_toml("lang", "adpositions.toml").items()
        },
    )


def _first_last(known: Gazetteer, language: str) -> dict[tuple[str, str], str]:
    """First and last word of every full name that only one person bears: `Kevin [Joseph] Farrell`."""
    found: dict[tuple[str, str], set[str]] = {}
    for person in known.people.values():
        for form in forms_for(person.names, language):
            words = [t.folded for t in tokenise(form, language, ())]
            if len(words) > 1:
                found.setdefault((words[0], words[-1]), set()).add(person.id)
    return {pair: min(ids) for pair, ids in sorted(found.items()) if len(ids) == 1}
