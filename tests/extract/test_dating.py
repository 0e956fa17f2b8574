"""Which of the day words of an article are those of its event."""

from __future__ import annotations

from sitegen.extract import read_claims
from sitegen.model import Basis
from tests.articles import make_article


def test_a_lead_that_names_both_sides_gives_the_day_though_it_has_no_word_of_the_event():
    """`Biden on Thursday told Netanyahu …` is the call of the next sentence, which says what happened on Monday."""
    article = make_article(
        "a",
        "President Joe Biden on Thursday told Benjamin Netanyahu that American support for the war would depend on how "
        "Israel treats civilians, the bluntest warning he is known to have given.",
        "In a tense call, the two leaders' first since aid workers were killed by drones in Gaza on Monday, Biden "
        "asked for concrete steps.",
        title="Biden to Netanyahu: change course in Gaza",
    )

    (claim,) = read_claims(article).claims

    assert [c.evidence.text for c in claim.constraints if c.basis == Basis.WEEKDAY] == ["Thursday"]
