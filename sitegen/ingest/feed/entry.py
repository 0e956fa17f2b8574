"""One entry of a feed, whatever its dialect, → an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from sitegen.fold import fold
from sitegen.ingest.page.fragment import read_fragment, read_inline
from sitegen.ingest.page.headline import split_title
from sitegen.ingest.page.words import weigh
from sitegen.model import Block, BlockKind, Found, Problem, RawArticle, Severity

# Words that outlets add to the name of a feed; they are no part of an outlet's name in any language.
_FEED_WORDS = frozenset(["rss", "feed", "feeds", "atom", "rss2.0", "2.0", "xml"])


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of an entry as the feed gives them, HTML where it may be; "" where it has none."""

    id: str
    title: str = ""
    address: str = ""
    author: str = ""
    published: str = ""
    modified: str = ""
    content: str = ""
    summary: str = ""
    section: str = ""
    language: str = ""
    outlet: str = ""  # the entry's own source, in a feed that gathers from several
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself, and its entries."""

    title: str
    address: str
    language: str
    author: str
    entries: tuple[Entry, ...]
    problems: tuple[str, ...] = ()


def make_articles(path: str, feed: Feed) -> tuple[RawArticle, ...]:
    """Return an article for each entry that holds text; the first carries the warnings about the feed."""
    articles: list[RawArticle] = []
    empty = 0
    for entry in _latest(feed.entries):
        article = _make_article(path, feed, entry)
        if any(block.kind is not BlockKind.CAPTION for block in article.blocks):
            articles.append(article)
        else:
            empty += 1
    messages = list(feed.problems)
    if empty:
        messages.append(f"{empty} of {len(feed.entries)} entries hold no text and were left out.")
    if articles and messages:
        problems = tuple(Problem(Severity.WARNING, path, message) for message in messages)
        first = articles[0]
        articles[0] = RawArticle(path, first.entry, "feed", first.blocks, first.fields, first.dropped, problems)
    return tuple(articles)


def read_time(value: str) -> str:
    """Return an RFC 822 time as ISO 8601 in its own zone; any other text as it is."""
    text = " ".join(value.split())
    try:
        return datetime.fromisoformat(text).isoformat()
    except ValueError:
        pass
    try:
        return parsedate_to_datetime(text).isoformat()
    except (ValueError, TypeError, IndexError):
        return text


def _latest(entries: Sequence[Entry]) -> list[Entry]:
    """One entry an id: a feed may carry several states of one, of which the last counts (RFC 4287, section 4.1.1)."""
    kept: dict[str, Entry] = {}
    for entry in entries:
        other = kept.get(entry.id)
        if other is None or read_time(entry.modified) > read_time(other.modified):
            kept[entry.id] = entry
    return list(kept.values())


def _make_article(path: str, feed: Feed, entry: Entry) -> RawArticle:
    content = read_fragment(entry.content or entry.summary, entry.address)
    blocks = content.blocks
    if entry.content and entry.summary:
        blocks = (*_standfirst(read_inline(entry.summary), blocks), *blocks)
    if entry.caption:
        blocks = (*blocks, Block(BlockKind.CAPTION, read_inline(entry.caption)))
    fields = (*_fields(feed, entry), *content.fields)
    return RawArticle(path, entry.id, "feed", blocks, fields, content.dropped)


def _standfirst(summary: str, blocks: Sequence[Block]) -> Iterator[Block]:
    """The summary, where it is no mere beginning of the text."""
    start = fold(summary.rstrip(" .…[]"))[:60]
    whole = fold(" ".join(block.text for block in blocks))
    if 25 <= weigh(summary) <= 600 and start not in whole:
        yield Block(BlockKind.STANDFIRST, summary)


def _fields(feed: Feed, entry: Entry) -> Iterator[Found]:
    own_outlet = read_inline(entry.outlet)
    title = read_inline(entry.title)
    if own_outlet and fold(title).endswith(f"- {fold(own_outlet)}"):
        title = title[: -len(own_outlet)].rstrip(" -")  # aggregators glue the outlet to the headline
    values = [
        ("title", title, "feed entry"),
        ("outlet", own_outlet, "feed entry source"),
        ("author", read_inline(entry.author), "feed entry"),
        ("modified", read_time(entry.modified), "feed entry"),
        ("section", read_inline(entry.section), "feed entry"),
        ("url", entry.address, "feed entry"),
        ("language", entry.language, "feed entry"),
        ("language", feed.language, "feed"),
    ]
    stamp = read_time(entry.published)
    values.append(("published" if _is_iso(stamp) else "published-text", stamp, "feed entry"))
    values.extend(("outlet", name, "feed title") for name in _outlets(feed))
    if not entry.author:
        values.append(("author", read_inline(feed.author), "feed"))
    for name, value, where in values:
        if value:
            yield Found(name, value, where)


def _is_iso(stamp: str) -> bool:
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return False
    return True


def _outlets(feed: Feed) -> Iterator[str]:
    """The outlet in a feed's title: the part that its address holds too, else the first."""
    title = read_inline(feed.title)
    words = [word for word in title.split() if word.casefold().strip("()[]:") not in _FEED_WORDS]
    parts = split_title(" ".join(words))
    host = "".join(c for c in fold(feed.address) if c.isalnum())
    named = [part for part in parts if "".join(c for c in fold(part) if c.isalnum()) in host and weigh(part) > 3]
    yield from dict.fromkeys([*named, *parts[:1]])
