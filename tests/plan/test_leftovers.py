"""Lines that were left out are named in the reader's words, never by the name of a rule."""

from __future__ import annotations

import pytest

from sitegen.data.gazetteer import LANGUAGES
from sitegen.model import Dropped
from sitegen.plan.edition import make_edition
from sitegen.plan.leftovers import count_leftovers, leftover_words
from sitegen.toml_file import read_toml

RULES = sorted(
    {f"page-{kind}" for kind in read_toml("ingest", "page", "markup.toml")["noise"]}
    | {sort for language in LANGUAGES for sort in read_toml("lang", language, "reading.toml")["leftovers"]}
)


@pytest.mark.parametrize("rule", RULES)
def test_every_sort_of_leftover_has_words(rule):
    """Each kind of noise of a page and each sort of the languages' tables says what it is."""
    assert leftover_words(make_edition("en"), rule) != "other lines"


def test_rules_of_one_sort_are_counted_together():
    """A menu is a menu whether its markup or its words gave it away; a rule that is new is not shown by its id."""
    dropped = [Dropped("a", "page-navigation"), Dropped("b", "navigation"), Dropped("c", "brand-new-rule")]

    assert count_leftovers(make_edition("de"), dropped) == (("Menüs und Pfade der Website", 2), ("andere Zeilen", 1))


def test_pages_name_no_rule(files):
    """Neither the page of an article nor the page on the method shows an id."""
    for path in ("id/articles/warta-tokayev.html", "fr/about.html"):
        html = files[path].decode("utf-8")

        assert "share-buttons" not in html
        assert "read-also" not in html
