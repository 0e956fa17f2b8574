"""Which line of the head of a page is the headline, if any."""

from __future__ import annotations

import re

from sitegen.ingest.clean.page import Page
from sitegen.ingest.fields.byline import is_given_name, looks_like_name
from sitegen.ingest.fields.dateline import read_dateline
from sitegen.ingest.fields.outlet_words import has_outlet_word, stands_beside_names
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.stems import stems
from sitegen.model import BlockKind

SHORTEST, LONGEST = 8, 260
CLEARLY = 0.35  # by how much a later line must be better: the first of several is the headline as a rule
ENOUGH = 0.5  # the score from which a line is taken for a headline
PARAGRAPH, PARAGRAPHS = 500, 6  # characters and paragraphs of the text that a headline is compared with
_FEW_WORDS = 4
_LONG, _MANY_WORDS = 40, 5  # Latin letters, words
_LONGEST_MASTHEAD = 5  # words
_LONGEST_NAME = 40
_BULLET = re.compile(r"^\s*[-–—*•▪■●○>]\s")
_COMMA = re.compile(r"\s*[,،]\s*")
_BAR = re.compile(r"\s*[|｜]\s*|\s+[–—-]\s+")


def find_headline(page: Page) -> Line | None:
    """Return the first line of the head that reads like the headline of this text, or None.

    A headline shares words with the text below it; slogans, kickers and names of outlets seldom do.
    """
    first = page.first_text
    text = page.lines[first : first + PARAGRAPHS]
    body = stems([_without_dateline(line, page) for line in text[:2]] + [line.text[:PARAGRAPH] for line in text[2:]])
    candidates = [line for line in page.lines[: min(first, 60)] if _can_be_headline(line) and not _is_name(line, page)]
    candidates += [line for line in page.lines[first : first + 1] if _is_sentence_headline(page, line)]
    candidates = [line for line in candidates if not _could_be_author(line, page)] or candidates
    scores = [(_score(line, body, page) - 0.08 * min(rank, 6), line) for rank, line in enumerate(candidates)]
    if len(candidates) == 1 and _is_alone_enough(candidates[0], body, page):
        return candidates[0]
    best: tuple[float, Line] | None = None
    for score, line in scores:
        is_better = best is None or score > best[0] + CLEARLY or (_is_kicker(best[1]) and not _is_kicker(line))
        if score >= ENOUGH and is_better:
            best = (score, line)
    if best is None and candidates and _leads(candidates[0], candidates[1:], body, page):
        return candidates[0]
    return best[1] if best else None


def _leads(line: Line, others: list[Line], body: frozenset[str], page: Page) -> bool:
    """Return whether a long first line stands over short ones alone: a headline in words of its own over its deck."""
    is_long = len(line.text) * _width(line.text) >= _LONG and len(line.text.split()) >= _MANY_WORDS
    is_longest = all(len(other.text) < len(line.text) for other in others)
    return len(others) < _FEW_WORDS and is_long and is_longest and _is_alone_enough(line, body, page)


def _is_alone_enough(line: Line, body: frozenset[str], page: Page) -> bool:
    """Return whether the only line left in the head is a headline: it shares a word, or the date follows it."""
    if line.is_text or _is_masthead(line.text, page) or has_outlet_word(line.text, page.lexicon):
        return False
    if len(line.text.split()) < 3 and not is_spaceless(line.text):
        return False
    length = len(line.text) * _width(line.text)
    if len(page.all_lines) > 1 and page.all_lines[1].shape is Shape.PROSE and len(line.text.split()) >= _FEW_WORDS:
        return True  # nothing but this line stands over the text
    return bool(stems([line.text]) & body) or length >= 40 or (length >= 24 and _has_foot(line, page, reach=4))


def _has_foot(line: Line, page: Page, reach: int) -> bool:
    """Return whether the date or the author stands within so many lines below, as below a headline."""
    below = {page.dropped.get(line.index + step) for step in range(1, reach + 1)}
    return not below.isdisjoint(("stamp", "byline"))


def _is_kicker(line: Line) -> bool:
    """Return whether a line is as short as what stands above a headline: "The Chancellor in Amman"."""
    return len(line.text) * _width(line.text) < 24 or (len(line.text.split()) <= 3 and not is_spaceless(line.text))


def _without_dateline(line: Line, page: Page) -> str:
    """Return a paragraph without its dateline, which names the outlet and not the news."""
    dateline = read_dateline(line.text, page.lexicon.language)
    return line.text[dateline.end if dateline else 0 : PARAGRAPH]


def _can_be_headline(line: Line) -> bool:
    return (
        not _BULLET.match(line.text)
        and line.shape in (Shape.HEADLINE, Shape.SENTENCE)
        and SHORTEST <= len(line.text) * _width(line.text) <= LONGEST
    )


def _is_name(line: Line, page: Page) -> bool:
    """Return whether a line is a name of two or three words beside the date or the byline."""
    if len(line.text.split()) > 3 or is_spaceless(line.text):
        return False
    beside = {page.dropped.get(line.index - 1), page.dropped.get(line.index + 1)}
    if beside.isdisjoint(("stamp", "byline")):
        return False
    is_cased = line.text.lower() != line.text.upper()
    return looks_like_name(line.text, page.lexicon) if is_cased else is_given_name(line.text, page.lexicon)


def _is_sentence_headline(page: Page, line: Line) -> bool:
    """Return whether the first sentence is followed by a date or byline, as a headline with a full stop is."""
    following = page.dropped.get(line.index + 1, "") or page.dropped.get(line.index + 2, "")
    return line.shape is Shape.PROSE and len(line.text) <= 150 and line.index <= 3 and following in ("stamp", "byline")


def _width(text: str) -> int:
    return 3 if is_spaceless(text) else 1


def _score(line: Line, body: frozenset[str], page: Page) -> float:
    words = stems([line.text])
    common = len(words & body)
    shared = common / len(words) if words else 0.0
    length = len(line.text) * _width(line.text)
    enough = 1.0 if length >= 40 else 0.55 if length >= 24 else 0.15
    is_heading = 0.6 if line.kind is BlockKind.HEADING else 0.0
    copies = 0.7 * any(
        other is not line and other.text.endswith(line.text) and not _BULLET.match(other.text)
        for other in page.all_lines[:40]
    )
    is_masthead = 0.5 * _is_masthead(line.text, page)
    is_slogan = 0.5 * _is_slogan(line, page)
    # A standfirst may stand between a headline and the date; a kicker is shorter.
    has_foot = 0.3 * (
        length >= 24 and _has_foot(line, page, reach=4 if length >= 40 and not _BAR.search(line.text) else 2)
    )
    return (
        0.6 * shared
        + 0.15 * min(common, 4)
        + 0.4 * enough
        - is_masthead
        - is_slogan
        + is_heading
        + has_foot
        + copies
        - (0.35 if length < 24 else 0.0)
        - 0.5 * line.is_text
    )


def _could_be_author(line: Line, page: Page) -> bool:
    """Return whether a line has the form of a name of two or three words; headlines in such capitals are longer."""
    count = len(line.text.split())
    if not 2 <= count <= 3 or line.text.lower() == line.text.upper() or line.text.isupper():
        return False
    return looks_like_name(line.text, page.lexicon) and all(word[0].isupper() for word in line.text.split())


def _is_slogan(line: Line, page: Page) -> bool:
    """Return whether a line stands under the name that a page begins with and tells what paper it is."""
    position = next((n for n, other in enumerate(page.all_lines[:3]) if other is line), -1)
    if position == 0 and len(line.text.split()) <= _LONGEST_MASTHEAD and not is_spaceless(line.text):
        # "News site Heron Online" over the day and a bar: no headline tells what paper it stands in.
        below = page.all_lines[1:4]
        is_framed = any(page.dropped.get(other.index) in ("stamp", "crumb", "navigation", "tools") for other in below)
        return is_framed and stands_beside_names(line.text, page.lexicon) and not has_digits(line.text)
    if position != 1 or not stands_beside_names(line.text, page.lexicon):
        return False
    above = page.all_lines[0]
    return above.shape is Shape.HEADLINE and len(above.text) * _width(above.text) <= _LONGEST_NAME


def _is_masthead(text: str, page: Page) -> bool:
    """Return whether a line is "Name | Slogan": a short name and a bar, and a word for outlets in either part."""
    parts = _COMMA.split(text, maxsplit=1)
    if (
        len(parts) == 2
        and len(parts[0].split()) <= 3
        and len(parts[1].split()) <= 3
        and any(map(str.isdigit, parts[1]))
    ):
        return stands_beside_names(parts[1], page.lexicon)  # "The Heron, No. 214"
    pieces = [piece for piece in _BAR.split(text, maxsplit=1) if piece]
    if len(pieces) < 2 or len(pieces[0].split()) > 4:
        return False
    return any(has_outlet_word(" ".join(piece.split()[:2]), page.lexicon) for piece in pieces)


def has_digits(text: str) -> bool:
    """Return whether a text holds a digit."""
    return any(map(str.isdigit, text))


def same_headline(left: str, right: str, language: str) -> bool:
    """Return whether two lines are one headline in different writing."""
    return key_of(left, language) == key_of(right, language)
