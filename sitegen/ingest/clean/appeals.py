"""Rule: lines that ask the reader to do something with the site itself (subscribe, follow, download, comment)."""

from __future__ import annotations

from sitegen.ingest.clean.page import Drops, Page
from sitegen.ingest.lines import Line, Shape
from sitegen.ingest.phrases import Lexicon, find, head_of, match_at

LONGEST = 170
_QUOTES = '"“”«»„「『'


def appeals(page: Page) -> Drops:
    """Drop short lines that open like an appeal and name a channel, a letter, an app or the outlet's own "our"."""
    first, last = page.first_text, page.last_text
    drops: dict[int, str] = {}
    for position, line in enumerate(page.lines):
        if line is page.title or line.shape is Shape.PROSE or len(line.text) > LONGEST:
            continue
        is_outside = position >= last or position < first
        if (line.shape is Shape.HEADLINE or is_outside) and is_appeal(line, page.lexicon):
            drops[line.index] = "appeal"
    return drops


def is_appeal(line: Line, lexicon: Lexicon) -> bool:
    """Return whether a line opens with an appeal and goes on to a thing of the site."""
    if any(char in line.text for char in _QUOTES) and line.is_text:
        return False
    opening = match_at(lexicon.open, line.key, head_of(line.key))
    return opening is not None and find(lexicon.things, line.key[opening[1] :]) is not None
