"""Numbers and days of sixteen languages, whatever their digits, separators and words."""

from __future__ import annotations

import pytest

from sitegen.align.figures import read_figures, same_day, shared_amounts
from sitegen.align.oppose import are_rivals, lone_amounts
from sitegen.align.profile import read_profile
from sitegen.names_index import find_names
from tests.align.reports import CASES


def read_rows() -> list[list[str]]:
    lines = (CASES / "figures.txt").read_text(encoding="utf-8").splitlines()
    return [[part.strip() for part in line.split("|")] for line in lines if not line.startswith("#")]


@pytest.mark.parametrize("row", read_rows(), ids=lambda row: f"{row[0]}-{row[1][:20]}")
def test_figures_of_each_language(row):
    """Amounts become plain decimals, days MM-DD, years Gregorian ones."""
    language, text, amounts, times = row

    found = read_figures(text, language, *find_names(text, language))

    assert amounts.split() == sorted(found.amounts, key=float)
    assert times.split() == [*sorted(found.days), *sorted(found.years)]


def test_a_day_of_another_calendar_is_known_to_within_one():
    """Farvardin begins on 20 or 21 March: a converted day meets its neighbours, but no day further off."""
    assert same_day("04-26~", "04-25")
    assert same_day("01-01~", "12-31")
    assert not same_day("04-26~", "04-28")
    assert not same_day("04-26", "04-25")


def figures(text):
    return read_profile(text, "en").figures


def test_amounts_clash_only_where_each_has_its_own():
    """What one sentence adds is no clash; where each has a number that the other lacks, they do."""
    assert ((), ("9",)) == lone_amounts(figures("143 states voted for it"), figures("143 for it, 9 against it"))
    assert (("9",), ("11",)) == lone_amounts(figures("143 for it, 9 against"), figures("143 for it, 11 against"))
    assert are_rivals(figures("57 people died"), figures("70 people died"))
    assert not are_rivals(figures("57 people died"), figures("1,200 people were hurt"))


def test_a_number_meets_its_magnitude():
    """Where billions are meant, "from 32 to 40" says the same as "40 billion"."""
    assert {"40"} == shared_amounts(figures("it will grow to 40"), figures("40 billion dollars"))
