"""Where the head of a page names its outlet: masthead, crumb, the lines of the date and the author, the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.ingest.clean.appeals import is_appeal
from sitegen.ingest.fields.credits import in_byline, in_stamp
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_set_as_name,
    is_something_else,
    tidy,
    without_sections,
)
from sitegen.ingest.fields.outlet_words import (
    has_outlet_word,
    is_agency,
    small_words,
    stands_beside_names,
    without_agencies,
    without_desk,
    written_for,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.tagline import is_set_off, lead_to
from sitegen.ingest.lines import Line, is_spaceless
from sitegen.ingest.phrases import Lexicon

# Rules that take lines in which a page may show its name: no buttons, no appeals, no teasers.
_OWN = frozenset({"crumb", "navigation", "byline", "stamp", "before-headline", "before-text", "origin", "repeated"})
# Rules that take a first line with the name of a paper in it: "Name - the Tuesday newsletter".
_SLOGANS = frozenset({"newsletter", "about", "legal", "programme", "follow"})
_PIECES = re.compile(r"\s*[|｜•·›>＞<／¦‹→▸►■◆●♦]\s*|(?<!«)\s*»\s+|\s+[«:_ـ~*–—―/\\-]+\s+|\s{2,}|\s*::\s*|\s*\u3000\s*")
_AFTER_PLACE = re.compile(r"\s*[/:：،,_ـ]\s+")
_AFTER_NAME = re.compile(r"\s*[,،:：.]\s+")
_LONGEST_LINE = 160
_DATED = 0.15
_BESIDE = 0.3  # what a slogan, or a word of an imprint, beside a name speaks for it
_LONGEST_NAME, _LONGEST_SPACELESS = 5, 12  # words, characters
_SET_OFF = 0.5  # what it speaks for the first piece of the first row that it is written otherwise than the rest
_BAR = 3  # pieces from which a line is a row of sections, and not a name with its slogan


def in_head(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> Iterator[Sighting]:
    """Yield the names in the dropped lines of the head: mastheads, crumbs, the line of the date and those beside it."""
    stamps = [line for line, rule in lines if rule == "stamp"]
    under_slogan = _is_slogan_first(lines, lexicon, title)
    for rank, (line, rule) in enumerate(lines[under_slogan:]):
        if not may_name(line, rule, rank, lexicon):
            continue
        if rule == "stamp":
            yield from in_stamp(line, lexicon)
            continue
        if rank == 1 and _is_slogan_below(line, lines[under_slogan][0], lexicon, title):
            continue
        is_beside = any(_are_neighbours(line, stamp) for stamp in stamps)
        is_above = (title is None or line.index < title) and rank < 3
        weight = _weigh_rule(rule, is_above=is_above, is_beside=is_beside)
        where = _place_of(line, rule, title, is_beside=is_beside)
        is_masthead = is_above and rank == 0 and _speaks_of_paper(line, lines, lexicon, title)
        if is_above and rule != "crumb":
            weight += _BESIDE + 0.1 if under_slogan and rank == 0 else _weigh_place(line, rank, lines, lexicon, title)
        paper = written_for(line.text, lexicon) if rule == "before-text" else ""
        if paper:
            yield Sighting(tidy(paper), where, 0.5, line.index, is_titled=begins_with_article(tidy(paper), lexicon))
            continue
        if is_above and rank == 0 and _is_over_day(lines, title):
            weight = max(weight, 0.38) + _DATED  # a name and the day over a headline: authors stand under it
        if rule == "byline" and not is_masthead:
            yield from in_byline(line, where, weight, lexicon)
            continue
        if is_above and rank == 0 and rule != "crumb":
            weight += _weigh_below(lines, lexicon, title)
        yield from _in_masthead(line, where, weight, lexicon, is_first=is_above and rank == 0)


def _are_neighbours(line: Line, other: Line) -> bool:
    """Return whether two lines stand next to each other, with a blank line between them at most."""
    blank = line.group != other.group
    return 0 < abs(line.index - other.index) <= 1 + blank


def may_name(line: Line, rule: str, rank: int, lexicon: Lexicon) -> bool:
    """Return whether a rule that took a line of the head leaves it to name the paper."""
    is_slogan = rule in _SLOGANS and rank == 0 and not is_appeal(line, lexicon)
    return len(line.text) <= _LONGEST_LINE and (rule in _OWN or is_slogan)


def _weigh_rule(rule: str, *, is_above: bool, is_beside: bool) -> float:
    """Return how far the rule that took a line, and the headline or the date beside it, speak for a name in it."""
    weight = {"crumb": 0.45, "byline": 0.2}.get(rule, 0.33 if is_above else 0.25)
    return max(weight, 0.38) if is_beside and rule != "crumb" else weight


def _place_of(line: Line, rule: str, title: int | None, *, is_beside: bool) -> str:
    """Return what the place of a line of the head is called where a field says where it was found."""
    if not is_beside:
        return "byline" if rule == "byline" else "masthead"
    return "line under the headline" if title is not None and line.index > title else "line beside the date"


def _is_over_day(lines: Sequence[tuple[Line, str]], title: int | None) -> bool:
    """Return whether the page begins with a line that the date follows over the headline, or a slogan and the date."""
    if title is None or not lines or lines[0][0].index > 0:
        return False
    first = lines[0][0]
    return any(r == "stamp" and n.group == first.group and n.index < title for n, r in lines[1:3])


def _is_slogan_first(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> bool:
    """Return whether a page begins with its slogan, and the name of the paper stands below: above the headline."""
    if len(lines) < 2 or title is None or lines[1][0].index >= title or lines[1][1] not in _OWN - {"crumb", "stamp"}:
        return False
    (slogan, _), (name, rule) = lines[:2]
    if rule == "navigation" or name.index - slogan.index > 2 or len(name.text.split()) > _LONGEST_NAME:
        return False
    is_word = len(name.text.split()) < 2 and not has_outlet_word(name.text, lexicon)
    if is_word or is_something_else(tidy(name.text), lexicon):
        return False  # "Review of the North" over "Portraits": a section
    first = _PIECES.split(slogan.text.strip(), maxsplit=1)[0]
    is_slogan = len(first.split()) > 2 and stands_beside_names(first, lexicon) and not has_article(first, lexicon)
    return is_slogan and not stands_beside_names(name.text, lexicon)


def _is_slogan_below(line: Line, above: Line, lexicon: Lexicon, title: int | None) -> bool:
    """Return whether the second line of a page says what paper the first one names."""
    if title is None or line.index >= title or len(line.text.split()) < _BAR:
        return False
    return stands_beside_names(line.text, lexicon) and not is_something_else(tidy(above.text), lexicon)


def has_article(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text begins as names of papers do, and not in capitals: "The Voice of the North"."""
    return begins_with_article(text, lexicon) and not text.isupper()


def _weigh_place(
    line: Line, rank: int, lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None
) -> float:
    """Return how far its place speaks for a line above the headline that a blank line sets apart from it.

    A kicker stands on the headline, or above all; the name of a page under its bar of sections.
    """
    if title is None or line.index + 1 == title or len(line.text.split()) > _LONGEST_NAME:
        return 0.0
    _, rule = lines[rank - 1]
    if rank == 0 or rule not in ("navigation", "crumb"):
        return 0.0
    small = small_words(lexicon.language)
    return 0.1 if all(word[0] == word[0].upper() or word in small for word in line.text.split()) else 0.0


def _speaks_of_paper(line: Line, lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> bool:
    """Return whether a first line that looks like an author's has a slogan behind or below it: it is a masthead."""
    pieces = [piece for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    is_beside = len(pieces) == 2 and stands_beside_names(pieces[1], lexicon)
    return is_beside or _weigh_below(lines, lexicon, title) > _BESIDE


def _weigh_below(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> float:
    """Return how far the line under the first one speaks for it, where the headline stands further down.

    Over a row of sections, the date or a slogan stands the name of the paper; over a headline stands a kicker, too.
    """
    if len(lines) < 2 or title is None or lines[1][0].index >= title:
        return 0.0
    below, rule = lines[1]
    if stands_beside_names(below.text, lexicon):
        return _BESIDE + 0.1
    return 0.2 if rule in ("navigation", "crumb", "stamp") else 0.1


def _in_masthead(line: Line, where: str, weight: float, lexicon: Lexicon, *, is_first: bool) -> Iterator[Sighting]:
    """Yield the first piece of "Name | Slogan", "Name / Section", "Name with agencies"."""
    raw = [piece for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    if len(raw) == 1:
        raw = _behind_place(raw[0], lexicon)
    pieces = [tidy(piece) for piece in raw]
    if len(pieces) == 1:
        pieces = _before_slogan(pieces[0], lexicon)
    if len(pieces) == 1 and is_first:
        bare = without_sections(pieces[0], lexicon)
        weight += 0.2 * (bare != pieces[0])  # "The Heron World Sport Food": a name before its bar
        pieces = [bare]
    if len(pieces) == 2 and is_place(pieces[0], lexicon.language):
        pieces.reverse()  # "Muscat — The Heron"
        weight += _DATED
    if not pieces:
        return
    name, has_agency = without_agencies(pieces[0], lexicon)
    if is_spaceless(name):
        name = without_desk(name, lexicon)
    speaks = len(pieces) > 1 and (
        is_agency(pieces[1], lexicon)
        or has_outlet_word(pieces[1], lexicon)
        or stands_beside_names(pieces[1], lexicon)
        # "Name / Politics" above the headline: the section shows whose page it is.
        or (is_first and is_something_else(pieces[1], lexicon))
    )
    if len(pieces) >= _BAR and "|" not in line.text and lead_to(pieces[1:], lexicon):
        speaks = True  # "The Heron > World > Asia"
    elif len(pieces) >= _BAR and where != "byline":
        # A row of sections; the first row may begin with the name of the paper.
        is_named = is_first and has_outlet_word(name, lexicon)
        weight = _SET_OFF if is_first and is_set_off(pieces, lexicon) else 0.12 if is_named else 0.0
        speaks = False
    weight += _BESIDE * (has_agency or speaks)
    is_titled = begins_with_article(name, lexicon) or is_set_as_name(raw[0])
    yield Sighting(name, where, weight, line.index, is_titled=is_titled)


def _behind_place(text: str, lexicon: Lexicon) -> list[str]:
    """Return the place and the name of "Muscat/ The Heron", "Muscat: The Heron"; else the text."""
    parts = _AFTER_PLACE.split(text, maxsplit=1)
    return parts if len(parts) == 2 and parts[1] and is_place(tidy(parts[0]), lexicon.language) else [text]


def _before_slogan(text: str, lexicon: Lexicon) -> list[str]:
    """Return the name and the slogan of "Name, the magazine for …" or "Name. Weekend supplement"; else the text."""
    parts = _AFTER_NAME.split(text, maxsplit=1)
    return parts if len(parts) == 2 and stands_beside_names(parts[1], lexicon) else [text]
