"""`sitegen import`: an address, a feed or a file → Markdown files in the content folder, never one written over."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.errors import SitegenError
from sitegen.ingest.article import finish
from sitegen.ingest.encoding import decode
from sitegen.ingest.ids import slug
from sitegen.ingest.markdown import write_markdown
from sitegen.ingest.page.words import weigh
from sitegen.ingest.read_feed import read_feed
from sitegen.ingest.read_html import read_html
from sitegen.ingest.read_jsonl import read_jsonl
from sitegen.ingest.read_mhtml import read_mhtml
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.ingest.web.fetch import FetchError, Response
from sitegen.ingest.web.polite import Visitor
from sitegen.model import Article, BlockKind, Found, Problem, RawArticle, Severity, Source

_SUFFIXES = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".mhtml": "mhtml", ".mht": "mhtml", ".xml": "feed",
    ".rss": "feed", ".atom": "feed", ".rdf": "feed", ".json": "feed", ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
_TYPES = {
    "text/html": "html", "application/xhtml+xml": "html", "multipart/related": "mhtml", "message/rfc822": "mhtml",
    "application/rss+xml": "feed", "application/atom+xml": "feed", "application/rdf+xml": "feed", "text/xml": "feed",
    "application/xml": "feed", "application/feed+json": "feed", "application/json": "feed",
    "application/x-ndjson": "jsonl", "application/jsonl": "jsonl",
}  # fmt: skip
_READERS: dict[str, Callable[[Source, str], tuple[RawArticle, ...]]] = {
    "html": read_html, "feed": read_feed, "jsonl": read_jsonl, "mhtml": read_mhtml,
}  # fmt: skip
_SUMMARY = 600  # letters of text under which a feed's entry is a summary, and its page is worth fetching
_LONGEST_NAME = 70


@dataclass(frozen=True, slots=True)
class Options:
    """What the user asked for."""

    folder: Path  # where the files go; made if it is not there
    limit: int | None = None  # articles of one source at most, in the order of the feed
    fetch_pages: bool = False  # fetch the page of an entry that carries only a summary


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written, and the title of the article in it."""

    file: Path
    title: str
    dropped: int  # lines of the page that were left out


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was there before and was left as it is."""

    file: Path
    title: str


Outcome = Written | Kept | Problem


def import_source(name: str, options: Options, visitor: Visitor) -> Iterator[Outcome]:
    """Bring the articles of an address or a file into the folder; yield what happened to each as it happens.

    What is wrong with one article is a Problem among the outcomes. Raises SitegenError where the source as a whole
    cannot be had, or the folder cannot be written to.
    """
    source, kind, charset = _open_address(name, visitor) if is_address(name) else _open_file(Path(name))
    try:
        text = "" if kind == "mhtml" else decode(source.data, charset).text
        articles = _READERS[kind](source, text)
    except UnreadableSource as error:
        raise SitegenError(error.message, where=name, hint=error.hint) from None
    yield from (problem for article in articles for problem in article.problems)
    for article in articles[: options.limit]:
        yield from _import_article(_fill(article, name), options, visitor)


def is_address(name: str) -> bool:
    """Whether a source is an address of the web and no file."""
    return name.lower().startswith(("http://", "https://"))


def _open_address(name: str, visitor: Visitor) -> tuple[Source, str, str | None]:
    response = visitor.fetch(name)
    return Source(response.address, response.data), _kind_of(response), response.charset


def _kind_of(response: Response) -> str:
    """By what the data looks like, since servers send feeds as text/html and pages as text/plain; else by its type."""
    kind = _sniff(response.data) or _TYPES.get(response.content_type)
    if kind is None:
        raise FetchError(
            f"the server sends {response.content_type}, which holds no article.",
            where=response.address,
            hint="Pages, feeds and JSON lines can be imported.",
        )
    return kind


def _sniff(data: bytes) -> str | None:
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    if start.startswith(b"<!doctype html") or b"<html" in start:
        return "html"
    if b"jsonfeed.org/version" in start:
        return "feed"
    if b"content-type: multipart/related" in start and not start.startswith(b"<"):
        return "mhtml"
    return None


def _open_file(path: Path) -> tuple[Source, str, str | None]:
    if path.is_dir():
        raise SitegenError("this is a folder.", where=str(path), hint="Name its files, or copy them into content/.")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SitegenError(f"it cannot be read: {error.strerror}.", where=str(path)) from None
    kind = _sniff(data) or _SUFFIXES.get(path.suffix.lower())
    if kind is None:
        raise SitegenError(
            "this is no page, feed or list of articles.",
            where=str(path),
            hint="Text and Markdown files need no import: copy them into content/.",
        )
    return Source(str(path), data), kind, None


def _fill(raw: RawArticle, name: str) -> RawArticle:
    """The address that was asked for, where the article names none of its own."""
    if not is_address(name) or raw.entry or any(found.name == "url" for found in raw.fields):
        return raw
    fields = (*raw.fields, Found("url", raw.source, "address it was imported from"))
    return RawArticle(raw.source, raw.entry, raw.format, raw.blocks, fields, raw.dropped, raw.problems)


def _import_article(raw: RawArticle, options: Options, visitor: Visitor) -> Iterator[Outcome]:
    address = next((found.value for found in raw.fields if found.name == "url"), "")
    is_summary = sum(weigh(block.text) for block in raw.blocks) < _SUMMARY
    if options.fetch_pages and raw.format == "feed" and is_summary and is_address(address):
        try:
            raw = _with_page(raw, address, visitor)
        except (SitegenError, UnreadableSource) as error:
            message = f"its page could not be read ({error}); the summary of the feed was taken."
            yield Problem(Severity.WARNING, address, message)
    try:
        article = finish(raw)
    except UnreadableSource as error:
        yield Problem(Severity.ERROR, address or raw.source, error.message, error.hint)
        return
    yield _write(raw, article, options.folder)


def _with_page(raw: RawArticle, address: str, visitor: Visitor) -> RawArticle:
    """The text of the page with the fields of the feed behind its own."""
    source, kind, charset = _open_address(address, visitor)
    if kind != "html":
        raise UnreadableSource("it is no page.")
    (page,) = read_html(source, decode(source.data, charset).text)
    return RawArticle(raw.source, raw.entry, "feed", page.blocks, (*page.fields, *raw.fields), page.dropped)


def _write(raw: RawArticle, article: Article, folder: Path) -> Outcome:
    values = {
        "title": article.title or "",
        # It stands in the text as well: this says which of its paragraphs it is.
        "standfirst": next((block.text for block in raw.blocks if block.kind is BlockKind.STANDFIRST), ""),
        "outlet": article.outlet or "",
        "author": article.author or "",
        "published": article.published.text if article.published is not None else "",
        "modified": article.modified.text if article.modified is not None else "",
        "lang": article.language,
        "dateline": article.dateline or "",
        "section": article.section or "",
        "url": article.url or "",
    }
    text = write_markdown(values, raw.blocks)
    title = article.title or next((b.text for b in raw.blocks if b.kind is not BlockKind.CAPTION), "")[:80]
    folder.mkdir(parents=True, exist_ok=True)
    for file in _names(folder, article, title):
        try:
            with file.open("x", encoding="utf-8", newline="\n") as out:
                out.write(text)
        except FileExistsError:
            if _is_same(file, text, article.url):
                return Kept(file, title)
            continue
        except OSError as error:
            raise SitegenError(f"it cannot be written: {error.strerror}.", where=str(file)) from None
        return Written(file, title, len(raw.dropped))
    raise SitegenError("too many files of one name.", where=str(folder))


def _names(folder: Path, article: Article, title: str) -> Iterator[Path]:
    day = article.published.day.isoformat() if article.published is not None else ""
    name = "-".join(part for part in (day, slug(title)) if part) or "article"
    short = name if len(name) <= _LONGEST_NAME else name[:_LONGEST_NAME].rpartition("-")[0] or name[:_LONGEST_NAME]
    yield folder / f"{short}.md"
    yield from (folder / f"{short}-{number}.md" for number in range(2, 1000))


def _is_same(file: Path, text: str, address: str | None) -> bool:
    """Whether a file that is there is this article, perhaps edited since."""
    old = file.read_text(encoding="utf-8", errors="replace")
    return old == text or (address is not None and f"\nurl: {address}\n" in old.partition("\n---\n")[0] + "\n")


def import_sources(names: Sequence[str], options: Options, visitor: Visitor) -> Iterator[Outcome]:
    """As `import_source` for several; a source that cannot be had is a Problem, and the others are brought."""
    for name in names:
        try:
            yield from import_source(name, options, visitor)
        except SitegenError as error:
            yield Problem(Severity.ERROR, error.where or name, error.message, error.hint)
