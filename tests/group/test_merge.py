"""What the reports of an event make of it together."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.extract import read_claims
from sitegen.group import group_claims
from sitegen.model import Article, Block, BlockKind, Event, Stamp
from sitegen.resolve import build_directory


def read_event(language: str, day: str, *paragraphs: str) -> Event:
    """Return the only event of an article."""
    article = Article(
        id="a", source="a.txt", entry="", language=language, title=None, standfirst=None, outlet=None, author=None,
        dateline=None, published=Stamp(date.fromisoformat(day), day), modified=None, url=None, section=None,
        blocks=tuple(Block(BlockKind.TEXT, paragraph) for paragraph in paragraphs), captions=(), found=(), dropped=(),
    )  # fmt: skip
    readings = [read_claims(article)]
    (event,) = group_claims(readings, build_directory(readings)).events
    return event


@pytest.mark.parametrize(
    ("language", "day", "paragraphs", "countries"),
    [
        (
            "de",
            "2025-07-25",
            (
                "Vertreter Deutschlands, Frankreichs und Großbritanniens haben am Freitag mit dem Iran verhandelt.",
                "Irans Vizeaußenminister Kasem Gharibabadi sprach von einer ernsthaften Diskussion.",
            ),
            ("DE", "FR", "GB", "IR"),
        ),
        (
            "en",
            "2025-02-13",
            ("Narendra Modi spoke by phone with Benjamin Netanyahu on Wednesday about Iran and the United States.",),
            ("IL", "IN"),
        ),
    ],
)
def test_countries_without_a_name_take_part_where_a_row_of_them_negotiates(language, day, paragraphs, countries):
    """Each country of a row that sent somebody is of the event; what a call is about is not."""
    assert countries == read_event(language, day, *paragraphs).countries
