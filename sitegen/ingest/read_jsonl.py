"""A file of articles as JSON, one a line, with the fields that docs/reference/jsonl.md lists."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sitegen.errors import suggest
from sitegen.ingest.page.fragment import read_fragment, read_plain
from sitegen.ingest.page.words import tidy
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Block, BlockKind, Dropped, Found, Problem, RawArticle, Severity, Source

# Our field → names under which it comes; the first is the documented one, the others are those of common exports.
_NAMES = {
    "title": ("title", "headline"),
    "standfirst": ("standfirst", "description", "summary"),
    "outlet": ("outlet", "source", "publisher", "site", "site_name"),
    "author": ("author", "authors", "byline"),
    "published": ("published", "date", "date_published", "published_at", "publish_date"),
    "modified": ("modified", "date_modified", "updated", "updated_at"),
    "language": ("language", "lang"),
    "url": ("url", "link"),
    "section": ("section", "category"),
    "dateline": ("dateline",),
}
_BODY = ("paragraphs", "text", "html", "body", "content")
_OTHER = ("id", "captions")
_ALL = frozenset(name for names in _NAMES.values() for name in names) | frozenset(_BODY) | frozenset(_OTHER)
MAX_LINE = 5_000_000  # characters of one article
_HINT = "docs/reference/jsonl.md lists the fields."


def read_jsonl(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return an article a line. Raises UnreadableSource where no line holds one.

    A bad line costs only itself: the first article carries a warning for each.
    """
    articles: list[RawArticle] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for number, line in enumerate(text.lstrip("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        where = f"{source.path}, line {number}"
        try:
            article, notes = _read_line(source.path, line, number)
        except UnreadableSource as error:
            problems.append(Problem(Severity.WARNING, where, error.message, error.hint))
            continue
        if article.entry in seen:
            problems.append(Problem(Severity.WARNING, where, f"the id “{article.entry}” is used twice.", _HINT))
            continue
        seen.add(article.entry)
        problems.extend(Problem(Severity.WARNING, where, note, _HINT) for note in notes)
        articles.append(article)
    if not articles:
        message = f"no line holds an article: {problems[0].message}" if problems else "the file is empty."
        raise UnreadableSource(message, _HINT)
    first = articles[0]
    articles[0] = RawArticle(
        first.source, first.entry, first.format, first.blocks, first.fields, first.dropped, tuple(problems)
    )
    return tuple(articles)


def _read_line(path: str, line: str, number: int) -> tuple[RawArticle, list[str]]:
    if len(line) > MAX_LINE:
        raise UnreadableSource("the line is too long for one article; it was left out.", _HINT)
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise UnreadableSource(f"this is not JSON ({error}); the line was left out.", _HINT) from None
    if not isinstance(data, dict):
        raise UnreadableSource("the line is no JSON object; it was left out.", _HINT)
    blocks, dropped = _read_blocks(data)
    if not any(block.kind is not BlockKind.CAPTION for block in blocks):
        raise UnreadableSource("the line holds no text; it was left out.", _HINT)
    entry = _text(data.get("id")) or _text(data.get("url")) or str(number)
    notes = [
        f"the field “{key}” is not known. {suggest(key, _ALL)}".rstrip() for key in sorted(data) if key not in _ALL
    ]
    return RawArticle(path, entry, "jsonl", blocks, tuple(_read_fields(data)), dropped), notes


def _read_blocks(data: dict[str, Any]) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    captions = data.get("captions")
    shown = captions if isinstance(captions, list) else [captions]
    extra = tuple(Block(BlockKind.CAPTION, text) for text in (tidy(_text(item)) for item in shown) if text)
    for name in _BODY:
        value = data.get(name)
        if isinstance(value, list):
            texts = (tidy(_text(item)) for item in value)
            return (*(Block(BlockKind.TEXT, text) for text in texts if text), *extra), ()
        if isinstance(value, str) and value.strip():
            if name in ("html", "content", "body"):
                body = read_fragment(value)
                return (*body.blocks, *extra), body.dropped
            return (*read_plain(value), *extra), ()
    return extra, ()


def _read_fields(data: dict[str, Any]) -> Iterator[Found]:
    for field, names in _NAMES.items():
        for name in names:
            value = data.get(name)
            items = value if isinstance(value, list) else [value]
            text = ", ".join(part for part in (tidy(_text(item)) for item in items) if part)
            if text:
                yield Found(field, text, f"field {name}")


def _text(value: object) -> str:
    """A string or number as text; of an object its name, as exports of authors and sites have it."""
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("title"))
    return str(value).strip() if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
