"""A feed (RSS, Atom, JSON Feed) → its entries as articles."""

from __future__ import annotations

from sitegen.ingest.feed.entry import make_articles
from sitegen.ingest.feed.json_feed import read_json_feed
from sitegen.ingest.feed.xml_feed import read_xml_feed
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import RawArticle, Source

MAX_FEED = 60_000_000  # characters; 5,000 entries with their whole text are about 25 MB


def read_feed(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return an article for each entry with text. Raises UnreadableSource where the file is no feed or none has any."""
    if len(text) > MAX_FEED:
        raise UnreadableSource(
            f"the feed is larger than {MAX_FEED // 1_000_000} MB.",
            "Cut it into several files, or leave out old entries.",
        )
    if not text.strip():
        raise UnreadableSource("the file is empty.", "Save the feed again.")
    feed = read_json_feed(text) if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")) else read_xml_feed(text)
    articles = make_articles(source.path, feed)
    if not articles:
        raise UnreadableSource(
            "no entry of the feed holds any text.",
            "Feeds with headlines alone cannot be read; save the articles themselves.",
        )
    return articles
