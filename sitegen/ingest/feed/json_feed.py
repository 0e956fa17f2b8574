"""JSON Feed 1 and 1.1 (jsonfeed.org) → the common form."""

from __future__ import annotations

import html
import json
from typing import Any

from sitegen.ingest.feed.entry import Entry, Feed
from sitegen.ingest.unreadable import UnreadableSource


def read_json_feed(text: str) -> Feed:
    """Return the feed. Raises UnreadableSource where the text is no JSON or no feed."""
    try:
        data = json.loads(text.lstrip("\ufeff"), strict=False)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(f"this is not the JSON of a feed: {error}.", "Save the feed again.") from None
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(items, list) or "jsonfeed" not in str(data.get("version", "jsonfeed")):
        raise UnreadableSource("this JSON is no feed: it has no list of items.", "See jsonfeed.org for the form.")
    entries, bad = [], 0
    for number, item in enumerate(items, start=1):
        if isinstance(item, dict):
            entries.append(_read_item(item, number))
        else:
            bad += 1
    problems = (f"{bad} of {len(items)} items are no objects and were left out.",) if bad else ()
    address = _text(data.get("home_page_url")) or _text(data.get("feed_url"))
    return Feed(
        _text(data.get("title")), address, _text(data.get("language")), _authors(data), tuple(entries), problems
    )


def _read_item(item: dict[str, Any], number: int) -> Entry:
    address = _text(item.get("url")) or _text(item.get("external_url"))
    tags = item.get("tags")
    return Entry(
        id=_text(item.get("id")) or address or str(number),
        title=_text(item.get("title")),
        address=address,
        author=_authors(item),
        published=_text(item.get("date_published")),
        modified=_text(item.get("date_modified")),
        content=_text(item.get("content_html")) or _escape(_text(item.get("content_text"))),
        summary=_escape(_text(item.get("summary"))),
        section=_text(tags[0]) if isinstance(tags, list) and tags else "",
        language=_text(item.get("language")),
    )


def _text(value: object) -> str:
    return str(value).strip() if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _escape(text: str) -> str:
    """Plain text that looks like markup stays what it is."""
    return "".join(f"<p>{html.escape(part)}</p>" for part in text.split("\n\n")) if "<" in text or "&" in text else text


def _authors(item: dict[str, Any]) -> str:
    authors = item.get("authors") or [item.get("author")]
    names = [_text(a.get("name")) for a in authors if isinstance(a, dict)] if isinstance(authors, list) else []
    return ", ".join(name for name in names if name)
