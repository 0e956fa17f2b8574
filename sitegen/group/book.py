"""Which event an id means: as it is now, as it was before a correction, or as it was when it was published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sitegen.errors import CorrectionError, suggest
from sitegen.group.follow import follow
from sitegen.model import Article, Claim, Event, Published


@dataclass(frozen=True, slots=True)
class Book:
    """Every id that an event has borne, with the claims it had when it first did, and what an article is called.

    The id that the machine gave comes before one that a correction made: so a new correction never changes what an
    older one means.
    """

    claims: Mapping[str, frozenset[str]]  # event id → claim ids
    published: tuple[Published, ...]
    articles: Mapping[str, frozenset[str]]  # what a correction may call an article → article ids
    addresses: Mapping[str, str]  # article id → address

    def learn(self, events: Iterable[Event]) -> Book:
        """Return the book with the ids that these events bear, where they are new."""
        claims = dict(self.claims)
        for event in events:
            claims.setdefault(event.id, frozenset(c.id for c in event.claims))
        return Book(claims, self.published, self.articles, self.addresses)

    def find(self, name: str, events: Sequence[Event]) -> Event | None:
        """Return the event that holds most of what the name meant, or None where nothing of it is left."""
        meant = self.claims.get(name)
        if meant is not None:
            near = [event for event in events if _shared(event.claims, meant)]
            return max(near, key=lambda e: (_shared(e.claims, meant), e.id == name, _reversed(e.id)), default=None)
        gone = next((p for p in self.published if p.id == name), None)
        return follow(gone, events, self.addresses) if gone else None

    def claims_of(self, name: str, events: Sequence[Event]) -> frozenset[str]:
        """Return the claims that an event id means; none for an id that nobody knows."""
        if name in self.claims:
            return self.claims[name]
        event = self.find(name, events)
        return frozenset(c.id for c in event.claims) if event else frozenset()

    def articles_called(self, name: str) -> frozenset[str]:
        """Return the ids of the articles with this path, address or id."""
        return self.articles.get(name, frozenset())

    def no_event(self, name: str, where: str) -> CorrectionError:
        """Return the error for an id that no event bears, with the nearest one that an event does."""
        hint = (
            suggest(name, self.claims) or "sitegen review lists the events; sitegen explain says what one is made of."
        )
        return CorrectionError(f"no event has the id “{name}”.", where=where, hint=hint)


def open_book(articles: Sequence[Article], published: tuple[Published, ...]) -> Book:
    """Return a book that knows the articles and what was published."""
    names: dict[str, set[str]] = {}
    addresses = {}
    for article in articles:
        address = f"{article.source}#{article.entry}" if article.entry else article.source
        addresses[article.id] = address
        for name in (article.id, article.source, address):
            names.setdefault(name, set()).add(article.id)
    return Book({}, published, {name: frozenset(ids) for name, ids in names.items()}, addresses)


def _shared(claims: Iterable[Claim], meant: frozenset[str]) -> int:
    return sum(claim.id in meant for claim in claims)


def _reversed(text: str) -> tuple[int, ...]:
    """A key by which the first text in order is the greatest."""
    return tuple(-ord(char) for char in text)
