"""Near misses in several languages: what looks alike and is two events, what looks unlike and is one."""

from __future__ import annotations

import pytest

from sitegen.extract import read_claims
from sitegen.group import group_claims
from sitegen.resolve import build_directory
from tests.group.cases import FOLDER, Pair, read_pairs

PAIRS = [pair for path in sorted(FOLDER.glob("*.txt")) for pair in read_pairs(path)]


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair.file} {pair.name}")
def test_pair(pair: Pair) -> None:
    """The main claims of both articles are found, and are one event or two as the case says."""
    readings = [read_claims(pair.left), read_claims(pair.right)]
    grouping = group_claims(readings, build_directory(readings))

    assert [] == [reading.article.id for reading in readings if not reading.claims], "no claim found"
    home = {claim.id: event.id for event in grouping.events for claim in event.claims}
    mains = [reading.claims[0].id for reading in readings]
    why = [(c.score, [(r.feature, r.weight, r.detail) for r in c.reasons]) for c in grouping.comparisons]
    assert pair.answer == ("one" if home[mains[0]] == home[mains[1]] else "two"), (list(home.items()), why)


def test_there_are_cases_of_every_language_and_both_answers():
    """At least thirty pairs, no language left out."""
    languages = {article.language for pair in PAIRS for article in (pair.left, pair.right)}

    assert 30 <= len(PAIRS)
    assert {"one", "two"} == {pair.answer for pair in PAIRS}
    assert {"ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ja", "ms", "pt", "ru", "tr", "vi", "zh"} == languages
