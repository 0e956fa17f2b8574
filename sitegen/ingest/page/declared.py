"""What a page declares about its article outside the text: JSON-LD, Open Graph, meta elements, links, its address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from lxml import html

from sitegen.ingest.page.jsonld import Declared, read_jsonld
from sitegen.ingest.page.words import tidy
from sitegen.model import Found

# Names of meta elements, the surest first: Open Graph and its article vocabulary, then what publishing systems add
# (Parse.ly, Sailthru, Dublin Core, PRISM, Google Scholar, Bitauto, NetEase, Sina).
_NAMES: Mapping[str, tuple[str, ...]] = {
    "title": (
        "og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "sailthru.title", "parsely-title",
        "title",
    ),
    "outlet": (
        "og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "dcterms.publisher",
        "publisher", "al:android:app_name", "al:ios:app_name", "twitter:app:name:iphone", "mediaid",
    ),
    "author": (
        "author", "article:author", "dc.creator", "dcterms.creator", "sailthru.author", "parsely-author", "byl",
        "byline", "article:author_name", "citation_author",
    ),
    "published": (
        "article:published_time", "og:published_time", "og:article:published_time", "datepublished",
        "publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "date",
        "article:published", "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created",
        "dc.date.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "citation_publication_date", "citation_date", "weibo:article:create_at",
        "article.published", "created", "bt:pubdate", "apub:time", "originalpublicationdate",
        "article_date_original", "displaydate", "nrbi:publishdate", "date_published", "ptime",
        "mediator_published_time",
    ),
    "modified": (
        "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "last-modified",
        "lastmod", "dcterms.modified", "dc.date.modified", "article.updated", "revised",
        "weibo:article:update_at",
    ),
    "section": (
        "article:section", "section", "parsely-section", "category", "og:article:section",
        "cxenseparse:category",
    ),
    "url": (
        "og:url", "twitter:url", "parsely-link",
    ),
    "language": (
        "og:locale", "content-language", "language", "dc.language", "dcterms.language", "inlanguage",
    ),
}  # fmt: skip
_TIMED = re.compile(r"(?:[+-]\d\d:?\d\d|Z)$")
_SAVED_FROM = re.compile(
    r"<!--\s*saved from url=\(\d+\)(https?://[^\s>]+?)\s*-->|^\s*url:\s*(https?://\S+)\s*$", re.MULTILINE
)
_ADDRESS_DAY = re.compile(r"/(20[0-3]\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?:/|[-_.]|\b)")


@dataclass(frozen=True, slots=True)
class Head:
    """The declared fields, and what the reader of the body needs of them."""

    fields: tuple[Found, ...]
    titles: tuple[str, ...]  # every wording of the headline, the surest first; the whole `title` element last
    page_title: str
    body: str  # the text of JSON-LD's articleBody
    problems: tuple[str, ...]


def read_head(root: html.HtmlElement, text: str) -> Head:
    """Return what the page declares. `text` is the source, for the comments that a browser leaves when it saves."""
    linked = read_jsonld(
        [script.text or "" for script in root.iter("script") if "ld+json" in script.get("type", "").lower()]
    )
    metas = _read_metas(root)
    page_title = _read_title(root)
    fields = [*_from_jsonld(linked), *_from_metas(metas), *_from_links(root, text)]
    fields.extend(_from_item_properties(root))
    titles = [found.value for found in fields if found.name == "title"]
    fields = _unique(fields)
    problems = (
        () if linked is None or linked.is_whole else ("the JSON-LD of the page is broken; only part of it was read.",)
    )
    body = linked.body if linked is not None else ""
    return Head(tuple(fields), tuple(t for t in [*titles, page_title] if t), page_title, body, problems)


def _read_title(root: html.HtmlElement) -> str:
    """The text of the `title` element; pictures in SVG have titles, too."""
    for element in root.iter("title"):
        if not any(above.tag == "svg" for above in element.iterancestors()):
            return tidy("".join(element.itertext()))
    return ""


def _from_jsonld(linked: Declared | None) -> Iterator[Found]:
    if linked is None:
        return
    where = "json-ld"
    for name, value in (
        ("title", linked.headline),
        ("outlet", linked.outlet),
        ("author", ", ".join(linked.authors)),
        ("published", linked.published),
        ("modified", linked.modified),
        ("language", linked.language),
        ("section", linked.section),
        ("url", linked.url),
        ("dateline", linked.dateline),
    ):
        if value:
            yield Found(name, value, where)


def _read_metas(root: html.HtmlElement) -> dict[str, str]:
    metas: dict[str, str] = {}
    for element in root.iter("meta"):
        value = tidy(element.get("content") or "")
        for key in ("property", "name", "itemprop", "http-equiv"):
            name = (element.get(key) or "").strip().lower()
            if name and value:
                metas.setdefault(name, value)
    return metas


def _from_metas(metas: Mapping[str, str]) -> Iterator[Found]:
    for field, names in _NAMES.items():
        for name in names:
            value = metas.get(name, "")
            if value and _is_sensible(field, value):
                yield Found(field, value, f"meta {name}")


def _is_sensible(field: str, value: str) -> bool:
    if field == "author":
        return not value.startswith(("http://", "https://", "@")) and "@" not in value
    if field == "published":
        return any(c.isdigit() for c in value)
    return len(value) <= 500


def _from_links(root: html.HtmlElement, text: str) -> Iterator[Found]:
    if root.get("lang") or root.get("xml:lang"):
        yield Found("language", root.get("lang") or root.get("xml:lang") or "", "html lang")
    for element in root.iter("link"):
        rel = (element.get("rel") or "").lower().split()
        address = element.get("href") or ""
        if "canonical" in rel and address.startswith(("http://", "https://")):
            yield Found("url", address, "link canonical")
    saved = _SAVED_FROM.search(text[:4000])
    if saved:
        yield Found("url", saved[1] or saved[2], "address it was saved from")


def _from_item_properties(root: html.HtmlElement) -> Iterator[Found]:
    """Microdata and `time` elements that are marked as the article's own."""
    for name, prop in (("published", "datePublished"), ("modified", "dateModified")):
        for element in root.xpath("//*[contains(concat(' ', @itemprop, ' '), $p)]", p=f" {prop} "):
            value = element.get("datetime") or element.get("content") or element.get("title")
            if value:
                yield Found(name, value.strip(), "microdata")
                break
    for element in root.iter("time", "abbr"):
        value = (element.get("datetime") or element.get("title") or "").strip()
        names = (element.get("class") or "").split()
        is_own = element.get("pubdate") is not None or bool({"published", "dt-published", "entry-date"} & set(names))
        in_frame = any(above.tag in ("aside", "footer") for above in element.iterancestors())
        if is_own and value[:4].isdigit() and not in_frame:
            yield Found("published", value, f"<{element.tag}>")
            break


def _unique(fields: Sequence[Found]) -> list[Found]:
    """The fields without repeated values: the first place in which a value was found is kept."""
    seen: dict[tuple[str, str], Found] = {}
    for found in fields:
        seen.setdefault((found.name, found.value), found)
    return list(seen.values())


def settle_published(fields: Sequence[Found]) -> tuple[Found, ...]:
    """Return the fields with the surest time of publication first.

    A stamp in the page's own zone comes before the same moment in UTC: it names the day that readers of the page saw.
    Where nothing declares a day, the one in the article's address does.
    """
    stamps = [f for f in fields if f.name == "published"]
    if not stamps:
        return (*fields, *_from_address(fields))
    moment = _moment(stamps[0].value)
    if moment is not None and not moment.utcoffset():
        for other in stamps[1:]:
            local = _moment(other.value)
            if local is not None and local.utcoffset() and abs(local - moment) < timedelta(minutes=1):
                return (other, *(f for f in fields if f is not other))
    return tuple(fields)


def _moment(value: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(value)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _from_address(fields: Sequence[Found]) -> Iterator[Found]:
    """The day in the article's address."""
    for found in fields:
        match = _ADDRESS_DAY.search(found.value) if found.name == "url" else None
        if match:
            yield Found("published", f"{match[1]}-{match[2]}-{match[3]}", "address")
            return
