"""What a program made of a corpus: the articles as it read them and the events it found, from sitegen's data export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.quality.corpus import REPOSITORY, EventFacts, key_of, read_event
from sitegen.config import read_config
from sitegen.pipeline import read_library
from sitegen.plan.exports import article_record, event_record
from sitegen.plan.library import make_site


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as it was read, and the events it was given."""

    key: str
    language: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    paragraphs: tuple[str, ...] = ()
    events: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Answer:
    """Articles by key and events by id. `has_facts` is false of a program that only groups articles."""

    articles: dict[str, ReadArticle]
    events: dict[str, EventFacts]
    has_facts: bool = True


def answer_by_sitegen(content: Path) -> Answer:
    """Return what sitegen's export would say of these articles. No page is made and nothing is written."""
    with TemporaryDirectory() as folder:
        config = read_config(REPOSITORY, content=content, output=Path(folder) / "public")
        site = make_site(read_library(config), config)
    articles = [article_record(site, article) for article in site.articles]
    return read_answer(articles, [event_record(site, event) for event in site.events])


def read_answer(articles: Iterable[dict[str, Any]], events: Iterable[dict[str, Any]]) -> Answer:
    """Return what the two files of a data export say, an object a line."""
    read = [_read_article(row) for row in articles]
    found = [read_event(row) for row in events]
    return Answer({article.key: article for article in read}, {event.id: event for event in found})


def _read_article(row: dict[str, Any]) -> ReadArticle:
    return ReadArticle(
        key=key_of(row["source"], row.get("entry")),
        language=row["language"],
        title=row["title"],
        outlet=row["outlet"],
        published=(row["published"] or "")[:10] or None,
        paragraphs=tuple(row["paragraphs"]),
        events=frozenset(row["events"]),
    )
