"""Spellings of one name are told from names of two people, across scripts."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path

import pytest

from sitegen.resolve.names import SAME_SURNAME, compare_names

FILE = Path(__file__).parent.parent / "cases" / "name_pairs.csv"
with FILE.open(encoding="utf-8", newline="") as _handle:
    PAIRS = list(csv.DictReader(_handle))


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: f"{p['left']} / {p['right']}")
def test_pair(pair):
    """The verdict on a pair of names is the label of the file, whichever name comes first."""
    forth, back = compare_names(pair["left"], pair["right"]), compare_names(pair["right"], pair["left"])

    assert forth == back
    assert pair["label"] == ("same" if forth.score >= SAME_SURNAME else "different"), forth


def test_the_confusion_table():
    """No category of pairs holds a wrong verdict; `pytest tests/resolve -s` shows how many pairs each has."""
    table: Counter[tuple[str, str, str]] = Counter()
    for pair in PAIRS:
        is_same = compare_names(pair["left"], pair["right"]).score >= SAME_SURNAME
        table[pair["category"], pair["label"], "same" if is_same else "different"] += 1

    for (category, label, verdict), count in sorted(table.items()):
        sys.stdout.write(f"\n{category:18} {label:10} called {verdict:10} {count:3}")

    assert {} == {key: count for key, count in table.items() if key[1] != key[2]}


def test_a_name_without_letters_is_like_nothing():
    """Digits and marks are no name."""
    assert (0.0, "empty") == (compare_names("123", "Putin").score, compare_names("…", "…").reason)
