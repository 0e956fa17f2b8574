"""Phrases of time in sixteen languages → the date that they give a text of a day."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest

from sitegen.extract.dates import read_times
from sitegen.extract.lexicon import lexicon
from sitegen.extract.scan import scan_sentence
from sitegen.model import Basis, BlockKind, Constraint, Evidence, Sentence
from sitegen.when import solve

FILE = Path(__file__).parent.parent / "cases" / "dates.tsv"
with FILE.open(encoding="utf-8", newline="") as _handle:
    ROWS = list(csv.DictReader(_handle, delimiter="\t"))


def read_phrase(phrase: str, language: str, published: date | None) -> str:
    """Return the date in EDTF that a phrase gives, "?" where it fixes none."""
    tables = lexicon(language, ())
    scan = scan_sentence(Sentence(1, 0, 0, len(phrase), phrase), BlockKind.TEXT, tables)
    constraints = [time.constraint for time in read_times(scan, tables, published, "a")]
    if not constraints:
        return "?"
    if published:
        # As for a claim: news is of the year before its publication, a day of grace for time zones.
        reach = (published - timedelta(days=365), published + timedelta(days=1))
        constraints.append(Constraint(Basis.PUBLISHED, Evidence("a", 0, published.isoformat(), "test"), *reach))
    return solve(constraints).edtf or "?"


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['language']} {row['phrase']}")
def test_phrase(row):
    """A phrase gives the date of the table, and nothing narrower."""
    published = date.fromisoformat(row["published"]) if row["published"] else None

    assert row["expected"] == read_phrase(row["phrase"], row["language"], published)


def test_every_language_has_phrases():
    """At least three a language, sixty in all."""
    languages = [row["language"] for row in ROWS]

    assert 60 <= len(ROWS)
    assert 16 == len(set(languages))
    assert 3 <= min(languages.count(code) for code in set(languages))
