"""Which lines describe a picture."""

from __future__ import annotations

from collections import Counter

from lxml import html

from sitegen.ingest.page.lines import Line
from sitegen.ingest.page.roles import is_set_off

_LONGEST = 260  # letters; longer text beside a picture is the article wrapping around it
_SHORT = 140  # letters of a line that shares a box with a picture and nothing else


def is_caption(line: Line, roles: frozenset[str], sizes: Counter[html.HtmlElement]) -> bool:
    """Whether a line belongs to a picture: by its element's name, or since a small box holds both and nothing else."""
    if line.level or line.size > _LONGEST:
        return False
    if "caption" in roles or any(a.tag in ("figure", "figcaption") for a in line.element.iterancestors()):
        return True
    if line.image is None or roles & {"standfirst", "byline", "date", "meta"}:
        return False
    box = _common(line.element, line.image)
    if box is None:
        return False
    if sizes[box] <= (_LONGEST if is_set_off(line) or box.tag in ("table", "tbody") else _SHORT):
        return is_set_off(line) or box is not line.element
    return is_set_off(line) and line.size <= _SHORT and _follows(line.element, line.image, sizes)


def _follows(element: html.HtmlElement, image: html.HtmlElement, sizes: Counter[html.HtmlElement]) -> bool:
    """Whether the element stands directly under one that holds the picture and no text."""
    before = element.getprevious()
    while before is not None and before.tag == "br":
        before = before.getprevious()
    return before is not None and not sizes[before] and any(each is image for each in before.iter())


def _common(left: html.HtmlElement, right: html.HtmlElement) -> html.HtmlElement | None:
    around = [left, *left.iterancestors()]
    return next((each for each in (right, *right.iterancestors()) if any(each is a for a in around)), None)
