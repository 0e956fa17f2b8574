"""A folder of labels and the articles they speak of → a Corpus."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
# Name → (folder of the labels, folder of the articles).
CORPORA = {
    "demonstration": (HERE / "demonstration", REPOSITORY / "content"),
    "corpus": (HERE / "corpus", HERE / "corpus" / "articles"),
    "practice": (HERE / "practice", HERE / "practice" / "articles"),
    "unseen": (HERE / "unseen", HERE / "unseen" / "articles"),
}


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who took part. `country` is None for a person who speaks for an organisation."""

    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class EventFacts:
    """What is labelled, or found, about an event. Dates are ISO days; `last_day` closes an event of several days."""

    id: str
    kind: str | None = None
    day: str | None = None
    last_day: str | None = None
    people: tuple[Person, ...] = ()
    countries: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class LabelledArticle:
    """What a reader says of an article: its fields (None: the file does not show it), its text, its events."""

    key: str
    language: str
    title: str | None
    outlet: str | None
    published: str | None
    noise: tuple[str, ...]
    keep: tuple[str, ...]
    events: frozenset[str]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Labelled articles, the events they report, and the folder that holds the article files."""

    name: str
    content: Path
    articles: tuple[LabelledArticle, ...]
    events: tuple[EventFacts, ...]


def read_corpus(name: str, labels: Path, content: Path) -> Corpus:
    """Return the corpus. Raises ValueError where an article names an event that is not labelled."""
    articles = tuple(_read_article(row) for row in read_rows(labels / "articles.jsonl"))
    events = tuple(read_event(row) for row in read_rows(labels / "events.jsonl"))
    unknown = set().union(*(article.events for article in articles)) - {event.id for event in events}
    if unknown:
        raise ValueError(f"{labels}: articles name events that are not labelled: {', '.join(sorted(unknown))}")
    return Corpus(name, content, articles, events)


def key_of(path: str, entry: str | None) -> str:
    """Return how an article is named in labels and answers: its path, and its id within a file of several."""
    return f"{path}#{entry}" if entry else path


def read_rows(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file with one JSON object a line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_event(row: dict[str, Any]) -> EventFacts:
    """Return the facts of an event, as labels and sitegen's export both write them."""
    people = tuple(Person(person["name"], person.get("country")) for person in row["participants"])
    day, last_day = ((row.get(key) or "")[:10] or None for key in ("date", "date_end"))
    return EventFacts(row["id"], row.get("type"), day, last_day, people, frozenset(row["countries"]))


def _read_article(row: dict[str, Any]) -> LabelledArticle:
    return LabelledArticle(
        key=key_of(row["file"], row.get("entry")),
        language=row["lang"],
        title=row["title"],
        outlet=row["outlet"],
        published=row["published"],
        noise=tuple(row["noise"]),
        keep=tuple(row["keep"]),
        events=frozenset(row["events"]),
    )
