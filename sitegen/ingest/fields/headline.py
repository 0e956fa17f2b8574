"""Which line of the head of a page is the headline, if any."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.ingest.clean.page import Page
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.model import BlockKind

SHORTEST, LONGEST = 8, 260
BODY = 6000  # characters of the text that a headline is compared with
_WORD = re.compile(r"\w+")
_STEM = 5  # letters by which two forms of a word are held to be one


def find_headline(page: Page) -> Line | None:
    """Return the first line of the head that reads like the headline of this text, or None.

    A headline shares words with the text below it; slogans, kickers and names of outlets seldom do.
    """
    first = page.first_text
    body = stems(line.key for line in page.lines[first : first + 40])
    candidates = [line for line in page.lines[:first] if _can_be_headline(line)]
    candidates += [line for line in page.lines[first : first + 1] if _is_sentence_headline(page, line)]
    best: tuple[float, Line] | None = None
    for rank, line in enumerate(candidates):
        score = _score(line, body, page) - 0.08 * min(rank, 6)
        if score >= 0.5 and (best is None or score > best[0] + 0.45):
            best = (score, line)
    return best[1] if best else None


def _can_be_headline(line: Line) -> bool:
    return line.shape in (Shape.HEADLINE, Shape.SENTENCE) and SHORTEST <= len(line.text) * _width(line.text) <= LONGEST


def _is_sentence_headline(page: Page, line: Line) -> bool:
    """Return whether the first sentence is followed by a date or byline, as a headline with a full stop is."""
    following = page.dropped.get(line.index + 1, "") or page.dropped.get(line.index + 2, "")
    return line.shape is Shape.PROSE and len(line.text) <= 150 and line.index <= 3 and following in ("stamp", "byline")


def _width(text: str) -> int:
    return 3 if is_spaceless(text) else 1


def _score(line: Line, body: frozenset[str], page: Page) -> float:
    words = stems([line.key])
    shared = len(words & body) / len(words) if words else 0.0
    length = len(line.text) * _width(line.text)
    enough = 1.0 if length >= 40 else 0.55 if length >= 24 else 0.15
    is_heading = 0.6 if line.kind is BlockKind.HEADING else 0.0
    copies = 0.7 * any(other is not line and other.text.endswith(line.text) for other in page.all_lines[:40])
    return 1.2 * shared + 0.4 * enough + is_heading + copies - (0.35 if length < 24 else 0.0) - 0.5 * line.is_text


def stems(keys: Iterable[str]) -> frozenset[str]:
    """Return the beginnings of the content words of folded texts; pairs of characters in scripts without spaces."""
    found: set[str] = set()
    for key in keys:
        for word in _WORD.findall(key):
            if is_spaceless(word):
                found.update(word[i : i + 2] for i in range(len(word) - 1))
            elif len(word) >= 4 or word.isdigit():
                found.add(word[:_STEM])
    return frozenset(found)


def same_headline(left: str, right: str, language: str) -> bool:
    """Return whether two lines are one headline in different writing."""
    return key_of(left, language) == key_of(right, language)
