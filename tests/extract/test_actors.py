"""Who takes part in an event, and who is only spoken of."""

from __future__ import annotations

from sitegen.extract import read_claims
from tests.articles import make_article


def test_leaders_whose_delegations_talk_do_not_come_along():
    """Trump and Xi are named, Bessent and He sit at the table."""
    article = make_article(
        "a",
        "Delegationen aus den USA und China haben am Montag in Stockholm über Zölle verhandelt.",
        "Donald Trump und Xi Jinping wollen sich im Herbst treffen.",
        "Die eine führte Finanzminister Scott Bessent, die andere Vizepremier He Lifeng.",
        language="de",
        published="2025-07-29",
    )

    claim = read_claims(article).claims[0]

    assert {actor.key for actor in claim.actors} == {"scott-bessent", "he-lifeng"}
