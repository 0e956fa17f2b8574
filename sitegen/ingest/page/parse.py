"""Text of a page → its tree, whatever is broken in it: lxml's lenient parser, no network, no deep recursion."""

from __future__ import annotations

import re

from lxml import etree, html

from sitegen.ingest.unreadable import UnreadableSource

MAX_PAGE = 10_000_000  # characters; the largest saved news pages seen in the wild are 4 MB, with their scripts inside

# libxml2 gives up on a page nested deeper than 256 elements and loses what follows. Pages of news reach 60.
_MAX_DEPTH = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9:-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*'){0,5000})>")
_VOID = frozenset(
    [
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        # no void elements, but often closed without a word:
        "p", "li", "dt", "dd", "td", "th", "tr", "option",
    ]
)  # fmt: skip


def parse_page(text: str) -> html.HtmlElement:
    """Return the `html` element of a page. Raises UnreadableSource where the page is empty or too large."""
    if len(text) > MAX_PAGE:
        raise UnreadableSource(
            f"the page is larger than {MAX_PAGE // 1_000_000} MB.",
            "Save it without its pictures and scripts (“HTML only”), or copy its text into a .txt file.",
        )
    text = text.replace("\0", "")
    if not text.strip():
        raise UnreadableSource("the file is empty.", "Save the page again.")
    root, is_too_deep = _parse(text)
    if is_too_deep:
        root, _ = _parse(_flatten(text))
    if root is None:
        raise UnreadableSource("the file holds no HTML.", "Save the page again as “HTML only”.")
    return root


def parse_fragment(text: str) -> html.HtmlElement:
    """Return a page around a piece of HTML, as feeds carry it."""
    return parse_page(f"<html><body>{text}</body></html>")


def _parse(text: str) -> tuple[html.HtmlElement | None, bool]:
    parser = html.HTMLParser(encoding="utf-8", no_network=True, remove_pis=True, remove_comments=True, huge_tree=False)
    data = text.encode("utf-8", errors="replace")
    try:
        root = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    is_too_deep = any("xcessive depth" in entry.message for entry in parser.error_log)
    return root, is_too_deep


def _flatten(text: str) -> str:
    """The page without the tags that open below `_MAX_DEPTH`: their text stays, one level up."""
    depth = 0

    def keep(match: re.Match[str]) -> str:
        nonlocal depth
        if match[2].lower() in _VOID or match[3].endswith("/"):
            return match[0]
        if match[1]:
            depth = max(0, depth - 1)
            return match[0] if depth < _MAX_DEPTH else " "
        depth += 1
        return match[0] if depth <= _MAX_DEPTH else " "

    return _TAG.sub(keep, text)


def is_cut_off(text: str) -> bool:
    """Whether a page that opens its `html` element ends in the middle of a tag, a script or an open article."""
    tail = text[-4096:].rstrip().lower()
    if tail.endswith(">") and ("</html" in tail or "</body" in tail):
        return False
    lower = text.lower()
    return "<html" in lower and "</html" not in lower and ("<body" in lower or "<p" in lower) and _is_open(lower)


def _is_open(lower: str) -> bool:
    if not lower.rstrip().endswith(">"):
        return True
    return any(
        lower.count(f"<{tag}") > lower.count(f"</{tag}") for tag in ("div", "article", "main", "table", "script")
    )
