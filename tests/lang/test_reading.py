"""The reading tables: all languages have one, and a mistake in one names the file and the key."""

from __future__ import annotations

import pytest

from sitegen.errors import TableError
from sitegen.lang import codes, schema
from sitegen.lang.table import reading_table


@pytest.mark.parametrize("code", codes())
def test_every_language_names_its_leftovers(code: str) -> None:
    """No language leaves out the leftovers that every news page has."""
    table = reading_table(code)

    empty = [
        name
        for name in ("skip", "share", "tools", "comments", "tags", "read_also", "related", "advert", "caption", "legal")
        if not (table.leftovers[name].line or table.leftovers[name].label)
    ]
    assert [] == empty
    assert table.home
    assert len(table.words) >= 8
    assert table.stamp.ago


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ({"leftovers": {"read_aslo": {}}}, "read_aslo"),
        ({"leftovers": {"share": {"lines": ["x"]}}}, "lines"),
        ({"nav": {"home": "Home"}}, "home"),
        ({"stamp": {"zones": {"WIB": 7}}}, "WIB"),
        ({"stamp": {"months": [["Jan"], 2]}}, "months"),
    ],
)
def test_a_mistake_names_file_and_key(table: dict[str, object], message: str) -> None:
    """A misspelt key or a wrong type is an error with the place of it."""
    with pytest.raises(TableError) as caught:
        schema.check(table, schema.READING, "lang/xx/reading.toml")

    assert message in str(caught.value)
    assert "lang/xx/reading.toml" in str(caught.value)


def test_a_language_without_tables_is_an_error() -> None:
    """Asking for an unknown language names those that there are."""
    with pytest.raises(TableError, match="Known: ar, de"):
        reading_table("xx")
