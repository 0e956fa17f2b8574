"""RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0 → the common form; hardened against what a hostile feed may hold."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from lxml import etree

from sitegen.ingest.feed.entry import Entry, Feed
from sitegen.ingest.unreadable import UnreadableSource

_PREFIXES = {
    "http://purl.org/rss/1.0/modules/content/": "content",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://search.yahoo.com/mrss/": "media",
    "http://search.yahoo.com/mrss": "media",
    "http://www.itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_ENTITY = re.compile(r"&([a-zA-Z][a-zA-Z0-9]{1,31});")
_XML_ENTITIES = frozenset(["amp", "lt", "gt", "quot", "apos"])
_BARE_AMPERSAND = re.compile(r"&(?!(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)")
_DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL | re.IGNORECASE)
_PROLOG = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def read_xml_feed(text: str) -> Feed:
    """Return the feed. Raises UnreadableSource where the text is no XML or no feed."""
    root, problem = _parse(text)
    kind = _name(root)
    if kind == "feed":
        holder, names = root, ("entry",)
    elif kind in ("rss", "rdf:RDF", "RDF"):
        holder, names = next((child for child in root if _name(child) == "channel"), root), ("item",)
    else:
        raise UnreadableSource(
            f"this XML is no feed: it begins with <{kind}>.", "Feeds are RSS or Atom; other XML cannot be read."
        )
    entries = [_read_entry(each, number) for number, each in enumerate(_all(root, names), start=1)]
    if not entries:
        raise UnreadableSource("the feed holds no entries.", "Save it again, or leave it out.")
    return Feed(
        title=_value(holder, "title"),
        address=_address(holder),
        language=_value(holder, "language", "dc:language") or root.get(_XML_LANG, ""),
        author=_author(holder) if kind == "feed" else "",
        entries=tuple(entries),
        problems=(problem,) if problem else (),
    )


def _parse(text: str) -> tuple[etree._Element, str]:
    """The root and a warning. A feed that is not well formed is read as far as it can be."""
    text = _DOCTYPE.sub("", _PROLOG.sub("", _CONTROLS.sub("", text.lstrip("\ufeff \t\r\n"))), count=1)
    text = _ENTITY.sub(_replace_entity, text)  # those of HTML are known to no XML parser
    try:
        return etree.fromstring(text.encode("utf-8"), _parser(recover=False)), ""
    except etree.XMLSyntaxError as error:
        problem = f"the feed is not well formed ({error.msg}); it was read as far as it could be."
    root = _recover(_BARE_AMPERSAND.sub("&amp;", text))
    if root is None:
        raise UnreadableSource("this is not XML.", "Save the feed again; a web page should end in .html.")
    return root, problem


def _recover(text: str) -> etree._Element | None:
    """What can be read of XML that is not well formed; the library's types do not say that it may be nothing."""
    try:
        return etree.fromstring(text.encode("utf-8"), _parser(recover=True))
    except etree.XMLSyntaxError:
        return None  # nothing but white space is left


def _parser(*, recover: bool) -> etree.XMLParser:
    return etree.XMLParser(
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        encoding="utf-8",
    )


def _replace_entity(match: re.Match[str]) -> str:
    if match[1] in _XML_ENTITIES:
        return match[0]
    return html.unescape(match[0]) if html.unescape(match[0]) != match[0] else f"&amp;{match[1]};"


def _name(element: etree._Element) -> str:
    """The name with the usual prefix of its namespace; RSS and Atom themselves have none here."""
    tag = str(element.tag)
    if tag.startswith("{"):
        space, _, local = tag[1:].partition("}")
        prefix = _PREFIXES.get(space, "")
        return f"{prefix}:{local}" if prefix else local
    return tag.removeprefix("atom:")


def _all(root: etree._Element, names: tuple[str, ...]) -> Iterator[etree._Element]:
    return (element for element in root.iter() if _name(element) in names)


def _read_entry(element: etree._Element, number: int) -> Entry:
    address = _address(element)
    about = element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "")
    content = _markup(element, "content:encoded", "content", "xhtml:body", "fulltext", "full-text")
    return Entry(
        id=_value(element, "guid", "id") or about or address or str(number),
        title=_markup(element, "title"),
        address=address,
        author=_author(element),
        published=_value(
            element, "pubDate", "published", "issued", "dc:date", "dcterms:created", "dcterms:issued", "date"
        )
        or _value(element, "updated", "modified"),
        modified=_value(element, "updated", "modified", "dcterms:modified"),
        content=content,
        summary=_markup(element, "description", "summary", "dc:description", "media:description"),
        section=_section(element),
        language=_value(element, "dc:language", "language") or element.get(_XML_LANG, ""),
        outlet=_source(element),
        caption=_value(element, "media:description") if content else "",
    )


def _value(element: etree._Element, *names: str) -> str:
    """The text of the first child of one of the names, in the order of the names."""
    for name in names:
        for child in element:
            if _name(child) == name:
                text = _all_text(child).strip()
                if text:
                    return text
    return ""


def _all_text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())


def _markup(element: etree._Element, *names: str) -> str:
    """As `_value`, for what may be HTML: Atom marks plain text and XHTML as such."""
    for name in names:
        for child in element:
            if _name(child) == name:
                text = _as_html(child)
                if text:
                    return text
    return ""


def _as_html(element: etree._Element) -> str:
    kind = element.get("type", "html").lower()
    if len(element):  # XHTML, or HTML that somebody forgot to escape
        inner = "".join(etree.tostring(child, encoding="unicode") for child in element)
        return (html.escape(element.text or "") + re.sub(r"(</?)\w+:", r"\1", inner)).strip()
    text = (element.text or "").strip()
    return html.escape(text, quote=False) if kind in ("text", "text/plain") and element.get("type") else text


def _address(element: etree._Element) -> str:
    for child in element:
        if _name(child) == "link":
            address = (child.get("href") or child.text or "").strip()
            if address.startswith(("http://", "https://")) and child.get("rel", "alternate") == "alternate":
                return address
    for child in element:
        if _name(child) == "guid" and child.get("isPermaLink", "true") == "true":
            address = (child.text or "").strip()
            return address if address.startswith(("http://", "https://")) else ""
    return ""


def _author(element: etree._Element) -> str:
    names = []
    for child in element:
        if _name(child) in ("author", "dc:creator", "itunes:author", "creator"):
            inner = [part for part in child if _name(part) == "name"]
            text = _all_text(inner[0] if inner else child).strip()
            match = re.fullmatch(r"\S+@\S+\s*\((.+)\)", text)  # RSS 2.0 asks for an address with the name in brackets
            text = match[1] if match else text
            if text and "@" not in text:
                names.append(text)
    return ", ".join(dict.fromkeys(names))


def _section(element: etree._Element) -> str:
    for child in element:
        if _name(child) in ("category", "dc:subject"):
            text = (child.get("label") or child.text or child.get("term") or "").strip()
            if text:
                return text
    return ""


def _source(element: etree._Element) -> str:
    for child in element:
        if _name(child) == "source":
            return _value(child, "title") or (child.text or "").strip()
    return ""
