"""A folder of articles as people have them → Articles, cleaned, and Problems for what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from sitegen.ingest.article import finish
from sitegen.ingest.copies import mark_copies
from sitegen.ingest.encoding import Decoded, decode
from sitegen.ingest.ids import article_ids
from sitegen.ingest.read_feed import read_feed
from sitegen.ingest.read_html import read_html
from sitegen.ingest.read_jsonl import read_jsonl
from sitegen.ingest.read_md import read_md
from sitegen.ingest.read_mhtml import read_mhtml
from sitegen.ingest.read_txt import read_txt
from sitegen.ingest.sources import find_sources, kind_of
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Article, Problem, RawArticle, Severity, Source

Reader = Callable[[Source, str], tuple[RawArticle, ...]]

READERS: dict[str, Reader] = {
    "txt": read_txt,
    "md": read_md,
    "html": read_html,
    "mhtml": read_mhtml,
    "feed": read_feed,
    "jsonl": read_jsonl,
}


def read_articles(content: Path) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles under `content`, sorted by id, and what is wrong with the other files.

    A file that cannot be read is a Problem and the rest is read all the same. Raises TableError where a table of a
    language is broken.
    """
    articles: list[Article] = []
    problems: list[Problem] = []
    for item in find_sources(content):
        if isinstance(item, Problem):
            problems.append(item)
            continue
        for result in _read_source(item):
            if isinstance(result, Article):
                articles.append(result)
            else:
                problems.append(result)
    ids = article_ids([(article.source, article.entry) for article in articles])
    named = [replace(article, id=name) for article, name in zip(articles, ids, strict=True)]
    return mark_copies(tuple(sorted(named, key=lambda a: a.id))), tuple(problems)


def _read_source(source: Source) -> Iterator[Article | Problem]:
    """Yield the articles of one source and what is wrong with it or them."""
    kind = kind_of(source)
    try:
        decoded = None if kind == "mhtml" else decode(source.data)
        raws = READERS[kind](source, decoded.text if decoded else "")
    except UnreadableSource as error:
        yield Problem(Severity.ERROR, source.path, error.message, error.hint)
        return
    if decoded and (note := _note_encoding(decoded)):
        yield Problem(Severity.WARNING, source.path, note, "Save the file as UTF-8.")
    for raw in raws:
        yield from raw.problems
        try:
            yield finish(raw)
        except UnreadableSource as error:
            where = f"{source.path}: {raw.entry}" if raw.entry else source.path
            yield Problem(Severity.ERROR, where, error.message, error.hint)


def _note_encoding(decoded: Decoded) -> str:
    """Return what the user should know: a guess may be wrong, however likely it is."""
    if decoded.how == "detected" and not decoded.note:
        return f"the file is not UTF-8 and names no encoding; it was read as {decoded.encoding}."
    return decoded.note
