"""Quotation marks in a sentence → what is quoted, and who is said to have spoken."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS
from sitegen.model import Evidence, Quote

SHORTEST_QUOTE = 20  # characters; shorter ones are names, titles or single ironic words
SHORTEST_QUOTE_SPACELESS = 8


def quoted_spans(text: str, pairs: Sequence[str]) -> list[tuple[int, int]]:
    """Return the spans between quotation marks, marks left out; an unclosed mark quotes to the end of the text."""
    closers = {pair[0]: pair[-1] for pair in pairs if len(pair) >= 2 and pair[0] in text}
    if not closers:
        return []
    spans: list[tuple[int, int]] = []
    opened, closer = -1, ""
    for at, char in enumerate(text):
        if opened < 0 and char in closers:
            opened, closer = at + 1, closers[char]
        elif opened >= 0 and char == closer:
            spans.append((opened, at))
            opened = -1
    if opened >= 0 and opened < len(text):
        spans.append((opened, len(text)))
    return spans


def read_quotes(scan: Scan, cast: Cast, lexicon: Lexicon, article: str) -> list[Quote]:
    """Return the quotations of a sentence that has a verb of saying, with its speaker where one is named outside."""
    shortest = SHORTEST_QUOTE_SPACELESS if lexicon.language in SPACELESS else SHORTEST_QUOTE
    quotes = []
    for start, end in quoted_spans(scan.text, lexicon.quote_pairs):
        text = scan.text[start:end].strip(" ,.;")
        if len(text) < shortest:
            continue
        speaker = _speaker(scan, cast, start, end)
        quotes.append(Quote(text, speaker, Evidence(article, scan.number, text, "quotation")))
    return quotes


def _speaker(scan: Scan, cast: Cast, start: int, end: int) -> str | None:
    """The one person named outside the quotation marks, if the sentence has a verb of saying."""
    if not (scan.has("said") or scan.has("attribution")):
        return None
    row = cast.resolved.get(scan.number, ())
    outside = [
        key
        for mention, key in row
        if key
        and not start <= scan.tokens[mention.first].start < end
        and not start < scan.tokens[mention.last].end <= end
    ]
    return outside[0] if len(set(outside)) == 1 else None
