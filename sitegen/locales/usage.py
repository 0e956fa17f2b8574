"""`sitegen/locales/CODE.toml` → what newsrooms of one language do that no catalogue of words can say.

Signs between words, names of countries and organisations, offices by country, and the forms that a name takes in a
sentence: with an article, after a preposition, in a case. docs/reference/tables.md describes the format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sitegen.errors import TableError
from sitegen.toml_file import read_toml

SECTIONS = frozenset(
    {"signs", "names", "short", "offices", "women", "articles", "cases", "phrases", "rounds", "sounds"}
)


@dataclass(frozen=True, slots=True)
class Signs:
    """What stands between words, each with the space that belongs to it."""

    comma: str = ", "  # between what belongs to one thing: "president, Iran"
    row: str = ", "  # between the things of a row: "Putin, Tokayev"
    semicolon: str = "; "
    colon: str = ": "
    stop: str = ". "  # between two statements
    sentence: str = " "  # between two sentences that have their full stops
    opening: str = " ("
    closing: str = ")"
    sides: str = "–"  # between the first two of three sides: "Iran–US–Oman talks"


@dataclass(frozen=True, slots=True, eq=False)
class Usage:
    """What one language does. Ids are those of countries (alpha-2), organisations, cities and people."""

    language: str
    signs: Signs
    names: Mapping[str, str]  # id → name, where the tables that are read with, or CLDR, have another
    short: Mapping[str, str]  # id → the name that a headline has room for
    offices: Mapping[str, Mapping[str, str]]  # role code → id of a country, a body or a person → word
    women: Mapping[str, Mapping[str, str]]  # the same of a woman; under "" whatever the country
    articles: Mapping[str, str]  # id, or sort of thing (country, body, city, person) → class of its article
    cases: Mapping[str, Mapping[str, str]]  # case → class of the article → phrase with {} for the name
    phrases: Mapping[str, Mapping[str, str]]  # case → id → phrase, where the class gives another
    rounds: tuple[str, ...]  # "first", "second" … as they stand with the word for a round of talks
    sounds: Mapping[str, str]  # a name → how it is said, where its last letters do not tell


@cache
def load_usage(language: str) -> Usage:
    """Return the table of a language. Raises TableError where it is missing or broken."""
    table = read_toml("locales", f"{language}.toml")
    where = f"sitegen/locales/{language}.toml"
    strangers = sorted(set(table) - SECTIONS)
    if strangers:
        hint = f"Known are: {', '.join(sorted(SECTIONS))}."
        raise TableError(f"the section “{strangers[0]}” means nothing.", where=where, hint=hint)
    try:
        return _make_usage(language, table)
    except (TypeError, ValueError, AttributeError) as error:
        raise TableError(f"a section does not have its form: {error}.", where=where, hint="Mend it.") from error


@cache
def women() -> frozenset[str]:
    """Return the ids of the women in the tables of people. Raises TableError where the list is broken."""
    return frozenset(read_toml("locales", "women.toml")["ids"])


@dataclass(frozen=True, slots=True, eq=False)
class Called:
    """How headlines call people who are not called by the last word of their name."""

    whole: frozenset[str]  # countries where the whole name is said
    given: frozenset[str]  # countries where the first word is said
    either: frozenset[str]  # countries where it may be the first or the last
    families: frozenset[str]  # last words of names of which the father's name is said instead
    sons: frozenset[str]  # "bin", "بن"
    joined: frozenset[str]  # words that belong to the word behind them
    people: Mapping[str, Mapping[str, str]]  # person id → language, or "" for the others → what they are called


@cache
def called() -> Called:
    """Return the table of what headlines call people. Raises TableError where it is broken."""
    table = read_toml("locales", "called.toml")
    lists = {key: frozenset(table[key].split()) for key in ("whole", "given", "either", "families", "sons", "joined")}
    return Called(**lists, people=table["people"])


def _make_usage(language: str, table: Mapping[str, Any]) -> Usage:
    return Usage(
        language=language,
        signs=Signs(**table.get("signs", {})),
        names=dict(table.get("names", {})),
        short=dict(table.get("short", {})),
        offices=_by_country(table.get("offices", {})),
        women=_by_country(table.get("women", {})),
        articles={key: name for name, keys in table.get("articles", {}).items() for key in keys.split()},
        cases={case: dict(rows) for case, rows in table.get("cases", {}).items()},
        phrases={case: dict(rows) for case, rows in table.get("phrases", {}).items()},
        rounds=tuple(table.get("rounds", {}).get("words", ())),
        sounds=dict(table.get("sounds", {})),
    )


def _by_country(rows: Mapping[str, Any]) -> dict[str, dict[str, str]]:
    """Read `role = "word"`, which holds for every country, and `role = { "word" = "CN VN" }`."""
    found: dict[str, dict[str, str]] = {}
    for role, value in rows.items():
        if isinstance(value, str):
            found[role] = {"": value}
        else:
            found[role] = {key: word for word, keys in value.items() for key in (keys.split() or [""])}
    return found
