"""Which body votes."""

from __future__ import annotations

import pytest

from sitegen.extract import read_claims
from tests.articles import make_article


@pytest.mark.parametrize(
    ("language", "paragraphs", "body"),
    [
        (
            "fa",
            (
                "قطعنامه سه کشور اروپایی علیه ایران پنج‌شنبه در شورای حکام آژانس بین‌المللی انرژی اتمی تصویب شد.",
                "روسیه و چین به آن رأی منفی دادند.",
            ),
            "IAEA",
        ),
        (
            "en",
            (
                "The UN voted on Ukraine on Monday. The UN General Assembly adopted the text by 93 votes to 18.",
                "US ambassador Dorothy Shea voted against it, with Russia.",
            ),
            "UNGA",
        ),
    ],
)
def test_the_body_that_votes_is_the_first_of_the_lead_that_has_a_seat(language, paragraphs, body):
    """Neither those who proposed the text nor who may be asked next, and of a whole its organ."""
    claim = read_claims(make_article("a", *paragraphs, language=language, published="2025-06-13")).claims[0]

    assert (claim.kind, claim.body) == ("vote", body)
