"""What every table of office holders keeps to, whatever region it is of."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from sitegen.data.gazetteer import COUNTRIES

ROOT = Path(__file__).parents[2]
TABLES = sorted((ROOT / "sitegen" / "data" / "people").glob("*.toml"))
EVERYBODY_HAS = ("en", "ru", "ar", "fa", "zh", "ja", "hi")
NAMES = (*EVERYBODY_HAS, "fr", "de", "es", "it", "pt", "tr", "id_names", "ms", "vi")
SCRIPTS = {
    "ru": r"[\u0400-\u04ff]",
    "ar": r"[\u0600-\u06ff]",
    "fa": r"[\u0600-\u06ff]",
    "zh": r"[\u4e00-\u9fff]",
    "ja": r"[\u30a0-\u30ff\u4e00-\u9fff]",
    "hi": r"[\u0900-\u097f]",
}
KEYS = {"id", "offices", *NAMES}
MIDDLE_DOTS = ("·", "・")
LARGE_ENOUGH = 500


@dataclass(frozen=True, slots=True)
class Term:
    """One term of office of one person, with open ends as the ends of time."""

    person: str
    office: tuple[str, str]
    start: date
    end: date


def test_tables_hold_at_least_five_hundred_people() -> None:
    """The tables together know at least five hundred office holders."""
    assert len(_people()) >= LARGE_ENOUGH


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.stem)
def test_table_names_its_source_and_stays_narrow(table: Path) -> None:
    """A table opens with comments that name its source, and no line is wider than 120 columns."""
    lines = table.read_text(encoding="utf-8").splitlines()
    head = [line for line in lines[:5] if line.startswith("#")]

    assert any("Source" in line for line in head)
    assert [] == [number for number, line in enumerate(lines, 1) if len(line) > 120]


def test_ids_are_unique_and_plain() -> None:
    """One person, one entry: ids are lower-case ASCII words joined by hyphens and stand once in all tables."""
    ids = [person["id"] for person in _people()]

    assert [] == sorted({i for i in ids if ids.count(i) > 1})
    assert [] == [i for i in ids if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", i)]


def test_every_key_is_known() -> None:
    """A misspelt key of a person is found: only id, offices and the languages stand there."""
    assert [] == [(p["id"], key) for p in _people() for key in p if key not in KEYS]


def test_roles_are_the_documented_ones() -> None:
    """Every role is one of the codes that docs/reference/tables.md lists."""
    roles = _documented_roles()

    assert "president-elect" in roles
    assert [] == [(p["id"], o["role"]) for p in _people() for o in p["offices"] if o["role"] not in roles]


def test_offices_are_of_known_countries_and_bodies() -> None:
    """Every office is of a country (alpha-2) or of a body of data/bodies.toml."""
    bodies = tomllib.loads((ROOT / "sitegen" / "data" / "bodies.toml").read_text(encoding="utf-8"))
    sides = {*COUNTRIES, *bodies}

    assert [] == [(p["id"], o["of"]) for p in _people() for o in p["offices"] if o["of"] not in sides]


def test_everybody_is_named_in_seven_scripts() -> None:
    """Everybody has a name in English, Russian, Arabic, Persian, Chinese, Japanese and Hindi, and an office."""
    assert [] == [(p["id"], lang) for p in _people() for lang in EVERYBODY_HAS if not p.get(lang)]
    assert [] == [p["id"] for p in _people() if not p["offices"]]


def test_names_are_in_the_script_of_their_language() -> None:
    """A Russian name is written in Cyrillic, a Hindi one in Devanagari, and so on: a slip of script never matches."""
    strange = [
        (p["id"], form)
        for p in _people()
        for lang, script in SCRIPTS.items()
        for form in p[lang]
        if not re.search(script, form)
    ]
    assert [] == strange


def test_no_form_stands_twice_in_a_list() -> None:
    """A list of names holds each form once, without stray spaces."""
    doubled = [
        (p["id"], lang)
        for p in _people()
        for lang in NAMES
        if len(set(p.get(lang, ()))) != len(p.get(lang, ())) or any(f != " ".join(f.split()) for f in p.get(lang, ()))
    ]
    assert [] == doubled


def test_terms_do_not_end_before_they_start() -> None:
    """A term of office ends on the day it starts or later."""
    assert [] == [term for term in _terms() if term.end < term.start]


def test_full_name_is_of_one_person() -> None:
    """A name in full, as headlines introduce someone, leads to one person."""
    bearers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for person in _people():
        for lang in NAMES:
            for form in _full_forms(person, lang):
                bearers[lang, form.casefold()].add(person["id"])

    assert [] == sorted((form, *sorted(ids)) for form, ids in bearers.items() if len(ids) > 1)


def test_no_form_names_two_people_in_one_office_at_one_time() -> None:
    """A surname may be shared, but never by two people of one role and country whose terms overlap.

    To have been president is no office: two former ones of one name are told apart by the name in full.
    """
    forms = _forms_of_people()
    clashes = [
        (min(shared), one.person, other.person, one.office)
        for one, other in _overlaps(_terms())
        if not one.office[0].startswith("former-")
        if (shared := forms[one.person] & forms[other.person])
    ]
    assert [] == sorted(clashes)


def test_overlap_is_found_where_there_is_one() -> None:
    """Two terms of one office that share a day beyond the hand-over overlap; a hand-over on one day does not."""
    office = ("foreign-minister", "XX")
    first = Term("a", office, date(2022, 1, 1), date(2023, 1, 1))
    meets = Term("b", office, date(2022, 12, 31), date(2024, 1, 1))
    follows = Term("c", office, date(2024, 1, 1), date.max)

    assert [(first, meets)] == list(_overlaps((first, meets, follows)))


@cache
def _people() -> tuple[Mapping[str, Any], ...]:
    return tuple(p for table in TABLES for p in tomllib.loads(table.read_text(encoding="utf-8"))["person"])


def _documented_roles() -> frozenset[str]:
    text = (ROOT / "docs" / "reference" / "tables.md").read_text(encoding="utf-8")
    listed = re.search(r"### Role codes\s+`([^`]+)`", text)
    assert listed, "docs/reference/tables.md no longer lists the role codes between back quotes"
    return frozenset(listed[1].split())


def _terms() -> tuple[Term, ...]:
    return tuple(
        Term(
            p["id"],
            (o["role"], o["of"]),
            date.fromisoformat(str(o["from"])) if "from" in o else date.min,
            date.fromisoformat(str(o["to"])) if "to" in o else date.max,
        )
        for p in _people()
        for o in p["offices"]
    )


def _overlaps(terms: tuple[Term, ...]) -> Iterator[tuple[Term, Term]]:
    by_office: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        by_office[term.office].append(term)
    for holders in by_office.values():
        for one, other in combinations(holders, 2):
            if one.person != other.person and one.start < other.end and other.start < one.end:
                yield one, other


def _full_forms(person: Mapping[str, Any], lang: str) -> tuple[str, ...]:
    """The first form where words are spaced; in Chinese and Japanese the forms with a middle dot."""
    forms = tuple(person.get(lang, ()))
    if lang in ("zh", "ja"):
        return tuple(form for form in forms if any(dot in form for dot in MIDDLE_DOTS))
    return forms[:1]


def _forms_of_people() -> Mapping[str, frozenset[str]]:
    return {
        p["id"]: frozenset(f"{lang} {form.casefold()}" for lang in NAMES for form in p.get(lang, ())) for p in _people()
    }
