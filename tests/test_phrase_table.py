"""Phrases are found in running text of any script."""

from __future__ import annotations

from sitegen.phrase_table import PhraseTable


def test_a_mark_that_folds_to_nothing_is_no_word():
    """A lone Persian tatweel, used as a dash, is passed over, and the name after it found."""
    table: PhraseTable[str] = PhraseTable("fa")
    table.add("تاجیک*", "TJ")
    assert ["سغد", "تاجیکستان"] == [word.text for word in table.split("سغد ـ تاجیکستان")]
    assert [("TJ",)] == [found.entries for found in table.find(table.split("سغد ـ تاجیکستان"))]
