"""The country of an outlet: what the site says, then the table, then the end of the address."""

from __future__ import annotations

import pytest

from sitegen.data import outlets as outlets_module
from sitegen.data.outlets import country_of_outlet, known_outlets
from sitegen.errors import TableError


@pytest.mark.parametrize(
    ("country", "name", "url"),
    [
        ("ID", "Kompas.com", None),
        ("ID", None, "https://internasional.kompas.com/read/1"),
        ("GB", "BBC News Türkçe", "https://www.bbc.com/turkce/1"),
        ("IR", "خبرگزاري تسنیم", None),  # an Arabic yeh for the Persian one
        ("CN", "新华网", "http://www.news.cn/world/1.htm"),
        ("KZ", "An outlet no table knows", "https://news.outlet.kz/1"),
        ("GB", None, "https://www.outlet.co.uk/1"),
        ("LV", "Meduza", "https://meduza.io/news/1"),
        (None, "An outlet no table knows", "https://outlet.io/1"),
        (None, "An outlet no table knows", "https://outlet.example/1"),
        (None, "An outlet no table knows", None),
        (None, None, None),
    ],
)
def test_an_outlet_has_a_country_where_something_says_it(country, name, url):
    """The table by address and by name, then an address whose end is a country's; else it is not known."""
    assert country == country_of_outlet(name, url, {})


def test_what_the_site_says_wins():
    """site.toml knows its outlets better than a table."""
    assert "SG" == country_of_outlet("Tempo", "https://tempo.co/1", {"tempo": "SG"})


def test_a_row_that_is_none_of_an_outlet_is_named(monkeypatch):
    """A country that is no code stops the build with the row."""
    rows = {"a": {"country": "Indonesia", "names": ["A"]}}
    monkeypatch.setattr(outlets_module, "read_toml", lambda *_: rows)

    with pytest.raises(TableError, match="“a”"):
        known_outlets.__wrapped__()


def test_no_outlet_is_in_two_countries(monkeypatch):
    """One name that two rows give to different countries would be read by chance."""
    rows = {"a": {"country": "ID", "names": ["A"]}, "b": {"country": "MY", "names": ["a"]}}
    monkeypatch.setattr(outlets_module, "read_toml", lambda *_: rows)

    with pytest.raises(TableError, match="two countries"):
        known_outlets.__wrapped__()
