"""Rules for the head and the foot of a page: lines that say when and by whom it was published."""

from __future__ import annotations

import re
from functools import cache

from sitegen.ingest.clean.page import Drops, Page
from sitegen.ingest.fields.byline import looks_like_name, read_byline
from sitegen.ingest.fields.dateline import read_dateline_alone
from sitegen.ingest.fields.outlet_words import has_outlet_word, is_agency, names_role, without_agencies, without_desk
from sitegen.ingest.fields.signed import is_signature
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of, size
from sitegen.ingest.phrases import lexicon
from sitegen.model import BlockKind

_COMMA = re.compile(r"\s*[,،、|]\s*")
_COMPOUND = re.compile(r"^[\w-]*(?:redaktion|ressort|newsroom)$", re.IGNORECASE)
_LONGEST_DESK = 4  # words
MOST_REST_WORDS = 9
MOST_BESIDE_A_CLOCK = 5  # where no full day is named


def stamps(page: Page) -> Drops:
    """Drop lines of the head and foot that are a date, with no more beside it than an outlet, an author or a place."""
    drops: dict[int, str] = {}
    first = page.lines[page.first_text].index if page.first_text < len(page.lines) else len(page.all_lines)
    for line in page.margins():
        is_head = line.index < first
        if line.shape is Shape.PROSE or line is page.title:
            continue
        if is_stamp(line, page.lexicon.language, is_head=is_head):
            drops[line.index] = "stamp"
    return drops


def is_stamp(line: Line, language: str, *, is_head: bool = True) -> bool:
    """Return whether a line is about time and little else; below the head a weekday alone is a sub-heading."""
    found = read_stamp(line.text, language)
    if found is None or (found.published is None and found.modified is None and not found.is_relative and not is_head):
        return False
    rest = " ".join(found.rest)
    if line.shape is Shape.SENTENCE and len(rest.split()) > 3:
        return False
    words = len(rest) / 3 if is_spaceless(rest) else len(rest.split())
    has_day = found.published is not None or found.modified is not None
    if not has_day and not found.is_relative and words > MOST_BESIDE_A_CLOCK:
        return False
    return words <= MOST_REST_WORDS and len(rest) <= max(14, 0.75 * len(line.text)) and not (words > 6 and not has_day)


def bylines(page: Page) -> Drops:
    """Drop lines of the head and foot that name an author, an editor or an agency."""
    drops: dict[int, str] = {}
    for line in page.margins():
        if line.shape is Shape.PROSE or line is page.title:
            continue
        if read_byline(line.text, page.lexicon) is not None or _ends_with_agency(line, page) or _is_desk(line, page):
            drops[line.index] = "byline"
    return drops


def _is_desk(line: Line, page: Page) -> bool:
    """Return whether a short line names a newsroom, "Heron Sports Desk, Pune", or once the headline is known a role."""
    if line.shape is not Shape.HEADLINE or size(line.text) > 70:
        return False
    first, *others = _COMMA.split(line.text.strip())
    if len(first.split()) <= 5 and len(others) in (1, 2) and any(_is_desk_name(piece, page) for piece in others):
        return True  # "The Heron, Balkan desk"
    if without_desk(first, page.lexicon) != first and len(first.split()) <= 6:
        return True
    return page.is_titled and line.kind is BlockKind.TEXT and names_role(line.text, page.lexicon)


def _is_desk_name(text: str, page: Page) -> bool:
    """Return whether a piece of a line is a newsroom's name and no more: "World Desk", "Balkan-Redaktion"."""
    if page.lexicon.language == "de" and _COMPOUND.search(text.strip()):
        return True
    words = text.split()
    if 1 < len(words) <= _LONGEST_DESK and is_agency(words[0], page.lexicon) and words[0][0].islower():
        return True  # "редакция политики"
    return is_agency(text.strip(), page.lexicon)


def signatures(page: Page) -> Drops:
    """Drop lines beside the text that a person and a paper share, and datelines that stand alone."""
    if not page.is_titled:
        return {}
    words, first = page.lexicon, page.first_text
    head = [line for line in page.lines[: first + 1] if page.title is None or line.index > page.title.index]
    lines = [line for line in (*head, *page.lines[page.last_text + 1 :]) if line is not page.title]
    return {
        line.index: "byline"
        for line in lines
        if (line.shape is Shape.HEADLINE and is_signature(line.text, words))
        or (line.shape is not Shape.PROSE and read_dateline_alone(line.text, words.language) is not None)
    }


def _is_columnist(line: Line, page: Page) -> bool:
    """Return whether a line is a person's name between "Opinion" and the headline."""
    if page.title is None or line.index > page.title.index or not 2 <= len(line.text.split()) <= 3:
        return False
    above = next((other for other in reversed(page.all_lines) if other.index < line.index), None)
    if above is None or above.key not in _kickers(page.lexicon.language) or has_outlet_word(line.text, page.lexicon):
        return False
    return looks_like_name(line.text, page.lexicon)


@cache
def _kickers(language: str) -> frozenset[str]:
    return frozenset(key_of(word, language) for table in lexicon(language).tables for word in table.kickers)


def _ends_with_agency(line: Line, page: Page) -> bool:
    """Return whether a short line is a name "with agencies"."""
    return len(line.text.split()) <= 9 and without_agencies(line.text.strip(), page.lexicon)[1]


def bare_names(page: Page) -> Drops:
    """Drop a name that stands beside the date or the byline in the head of the page."""
    taken = {index for index, rule in page.dropped.items() if rule in ("stamp", "byline")}
    drops: dict[int, str] = {}
    margins = page.margins()
    for line in (*margins, *reversed(margins)):
        if line.shape is not Shape.HEADLINE or line is page.title or size(line.text) > 48:
            continue
        is_beside = not taken.isdisjoint((line.index - 1, line.index + 1))
        is_short = is_spaceless(line.text) or looks_like_name(line.text, page.lexicon) or len(line.text.split()) <= 4
        if (is_beside and is_short) or _is_columnist(line, page):
            drops[line.index] = "byline"
            taken.add(line.index)
    return drops
