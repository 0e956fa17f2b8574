"""Which numbers of an article are figures of its event."""

from __future__ import annotations

import pytest

from sitegen.extract import read_claims
from tests.articles import make_article

MET = "Antony Blinken met Antonio Tajani on Capri on Thursday"


@pytest.mark.parametrize(
    ("lead", "figures"),
    [
        (f"11.42 - {MET} and pledged 18.5 million euros.", ["18.5"]),
        (f"{MET} and pledged 18.5 million euros.", ["18.5"]),
        (f"12 - {MET} with 40 aides.", ["40"]),
        (f"12 ministers stood by as {MET} with 40 aides.", ["12", "40"]),
    ],
)
def test_a_number_that_labels_a_sentence_is_no_figure(lead, figures):
    """The clock of a ticker and the number of an item count nothing."""
    article = make_article("a", lead, title="Blinken meets Tajani", published="2024-04-19")

    (claim,) = read_claims(article).claims

    assert sorted(figure.value for figure in claim.figures) == figures
