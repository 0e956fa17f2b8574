"""Which office a claim gives to whom it names."""

from __future__ import annotations

import pytest

from sitegen.extract import read_claims
from tests.articles import make_article


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        (
            "fr",
            "La vice-ministre ukrainienne des Affaires étrangères Mariana Betsa a rencontré Maia Sandu à Kiev jeudi.",
            "deputy-foreign-minister",
        ),
        (
            "fr",
            "Le ministre français des Affaires étrangères Jean-Noël Barrot a rencontré Maia Sandu à Paris jeudi.",
            "foreign-minister",
        ),
        (
            "es",
            "La viceministra ucraniana de Exteriores Mariana Betsa se reunió el jueves en Kiev con Maia Sandu.",
            "deputy-foreign-minister",
        ),
    ],
)
def test_an_office_cut_in_two_by_the_adjective_of_its_country_is_the_whole_office(language, text, role):
    """A deputy stays one, however many signs the first word has."""
    (claim,) = read_claims(make_article("a", text, language=language)).claims

    assert role in {actor.role for actor in claim.actors}
