"""A piece of HTML, as feeds and lists of articles carry it → its blocks."""

from __future__ import annotations

import re

from sitegen.ingest.page.body import Body, read_body
from sitegen.ingest.page.frame import find_frame, sum_sizes
from sitegen.ingest.page.lines import Line, read_lines
from sitegen.ingest.page.parse import parse_fragment
from sitegen.ingest.page.words import tidy
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Block, BlockKind

_TAG = re.compile(r"<[a-zA-Z/!][^>]*>|&(?:#\d+|#x[0-9a-fA-F]+|[a-zA-Z]+);")
_PARAGRAPH = re.compile(r"\n\s*\n|\r\n\s*\r\n")


def read_fragment(text: str, address: str = "") -> Body:
    """Return the blocks of a piece of HTML or of plain text.

    `address` is that of the article: a last line that links back to it ("The post … appeared first on …") is left out.
    """
    if not _TAG.search(text):
        return Body(read_plain(text), (), ())
    try:
        lines = read_lines(parse_fragment(text))
    except UnreadableSource:
        return Body((), (), ())
    frame = list(find_frame(lines, None))
    if lines and _links_back(lines[-1], address):
        frame[-1] = "links"
    return read_body(lines, frame, range(len(lines)), None, sum_sizes(lines))


def read_plain(text: str) -> tuple[Block, ...]:
    """Return a TEXT block for each paragraph: parted by empty lines, or by line ends where there are none."""
    parts = _PARAGRAPH.split(text)
    if len(parts) == 1:
        parts = text.splitlines()
    tidied = (tidy(part) for part in parts)
    return tuple(Block(BlockKind.TEXT, part) for part in tidied if any(c.isalnum() for c in part))


def read_inline(text: str) -> str:
    """Return a value that may hold markup or entities, such as a feed's title, as plain text."""
    if not _TAG.search(text):
        return tidy(text)
    try:
        return tidy(" ".join(line.text for line in read_lines(parse_fragment(text))))
    except UnreadableSource:
        return ""


def _links_back(line: Line, address: str) -> bool:
    links = [link.get("href") or "" for link in line.element.iter("a")]
    bare = address.partition("?")[0].rstrip("/")
    return bool(bare) and any(link.partition("?")[0].rstrip("/") == bare for link in links)
