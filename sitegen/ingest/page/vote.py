"""A second opinion on which lines are the article: trafilatura's, asked for only where the page leaves a doubt.

Measured with trafilatura 2.3.1 on 35 labelled pages: alone it keeps 0.993 of the phrases of articles and removes 0.954
of the leftovers; the reading of lines here keeps 1.000 and removes 0.996, and asks on one page in 65.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

import trafilatura
from lxml import etree, html

from sitegen.ingest.page.lines import Line

_START = 40  # letters by which a line is found again in trafilatura's text, which may join what stands apart here


def vote_on_lines(root: html.HtmlElement) -> Callable[[Line], bool]:
    """Return a function that says whether trafilatura, too, takes a line for article text.

    Alone it drops short paragraphs and sub-headings, and it reads a page laid out with tables as one paragraph (hence
    none of its tables here); but it knows many templates.
    """

    @cache
    def text() -> str:
        source = etree.tostring(root, encoding="unicode", method="html")
        found = trafilatura.extract(source, include_comments=False, include_tables=False)
        return _letters(found or "")

    def is_voted(line: Line) -> bool:
        start = _letters(line.text)[:_START]
        return bool(start) and start in text()

    return is_voted


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
