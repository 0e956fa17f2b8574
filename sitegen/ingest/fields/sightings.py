"""Where a page names its outlet: the head, the dateline, sentences at the foot, lines of rights, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from sitegen.ingest.fields.byline import read_byline
from sitegen.ingest.fields.dateline import Dateline
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    has_outlet_word,
    is_agency,
    is_domain,
    is_something_else,
    may_be_name,
    names_role,
    tidy,
    without_agencies,
)
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import Line, Shape, key_of
from sitegen.ingest.phrases import SPACELESS, Lexicon, find
from sitegen.lang.table import reading_table

# Leftovers that are about other things than the page they stand on.
_ELSEWHERE = frozenset({"caption", "read_also", "related", "advert", "share", "comments", "tags", "skip"})
_PIECES = re.compile(r"\s*[|｜•·»›>]\s*|\s+[–—/-]+\s+|\s{3,}|\s*::\s*|\s*\u3000\s*")
_COMMAS = re.compile(r"\s*[|｜·•,،、＝=/／]\s*|\s+[–—-]+\s+|\s{3,}")
_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?)?"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}\s*[,.:|–-]?\s*"
    r"(?P<name>[^\d©|]{2,50}?)(?:\s*,?\s*\d{4})?(?:[.,|–—-]|$)",
    re.IGNORECASE,
)
_NOT_FIRST = r"\s,.;:!?«»“”\"|–—()『』「」《》"
_NOT_INSIDE = r",;:!?«»“”\"|–—()『』「」《》"
_SLOT = rf"[\"“«»『「《]?(?P<outlet>[^{_NOT_FIRST}][^{_NOT_INSIDE}]{{1,38}}?)[\"”»』」》]?"


def in_sentences(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield what stands where the table's sentences name the outlet: "This article first appeared in …"."""
    patterns = _sentences(tuple(table.code for table in lexicon.tables))
    for line in lines:
        if len(line.text) > 260 or (line.shape is Shape.PROSE and len(line.text) > 160):
            continue
        folded = line.text.casefold()
        for literal, pattern in patterns:
            found = pattern.search(line.text) if literal in folded else None
            if found and may_be_name(tidy(found["outlet"]), lexicon):
                # A slot at the beginning of a sentence takes in whatever stands before: it needs a second sign.
                weight = 0.3 if pattern.pattern.startswith(r"\s*") else 0.6
                yield Sighting(tidy(found["outlet"]), "sentence", weight)
        marked = _COPYRIGHT.search(line.text) if line.shape is not Shape.PROSE and "/" not in line.text else None
        if marked and not find(lexicon.part, key_of(marked["name"], lexicon.language)):
            yield Sighting(tidy(marked["name"]), "copyright", 0.55)


@cache
def _sentences(languages: tuple[str, ...]) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each sentence's longest word, by which most lines are told at once, and its pattern."""
    sentences = [(code, sentence) for code in languages for sentence in reading_table(code).outlet_sentences]
    return tuple((_longest_word(s), _compile(s, is_spaced=code not in SPACELESS)) for code, s in sentences)


def _longest_word(sentence: str) -> str:
    words = re.split(r"[\s«»“”]+", sentence.replace("{outlet}", " ").casefold())
    return max(words, key=len)


def _compile(sentence: str, *, is_spaced: bool) -> re.Pattern[str]:
    before, _, after = (part.strip() for part in sentence.partition("{outlet}"))
    start = re.escape(before).replace(r"\ ", r"\s+") + (r"\s+" if is_spaced and before[-1:].isalnum() else r"\s*")
    end = r"(?:\s{2,}|\s*(?:[,;:!?.|–—()]|$))"
    if after:
        end = (r"\s+" if is_spaced and after[0].isalnum() else r"\s*") + re.escape(after)
        end += r"(?!\w)" if is_spaced and after[-1].isalnum() else ""
    return re.compile(start + _SLOT + end, re.IGNORECASE)


def in_legal(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of a line of rights that are no words of law: "All rights reserved. The Courier"."""
    for line in lines:
        for piece in re.split(r"[.|©–—]|\s-\s", line.text[:160]):
            name = tidy(piece)
            if 1 < len(name.split()) <= 5 and has_outlet_word(name, lexicon):
                yield Sighting(name, "line of rights", 0.2)


def in_captions(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the name at the end of a picture's caption, where it is made of words for outlets."""
    for line in lines:
        pieces = re.split(r"[.:;,/(|–—©-]\s*|(?<=\s)(?=[A-ZÀ-ÞА-ЯЁ])", line.text.strip(" .)"))
        for count in range(1, min(5, len(pieces))):
            name = " ".join(piece.strip() for piece in pieces[-count:])
            if len(name.split()) < 2 or name.isupper() or not has_outlet_word(name, lexicon):
                continue
            if not without_agencies(name, lexicon)[1]:
                yield Sighting(tidy(name), "caption", 0.1)


def in_head(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> Iterator[Sighting]:
    """Yield the names in the dropped lines of the head: mastheads, crumbs, the line of the date and those beside it."""
    stamps = {line.index for line, rule in lines if rule == "stamp"}
    for rank, (line, rule) in enumerate(lines):
        if len(line.text) > 160 or rule in _ELSEWHERE:
            continue
        if rule == "stamp":
            yield from _in_stamp(line, lexicon)
            continue
        is_beside = not stamps.isdisjoint((line.index + 1, line.index - 1))
        is_above = (title is None or line.index < title) and rank < 3
        weight = {"crumb": 0.45, "byline": 0.2}.get(rule, 0.33 if is_above else 0.25)
        if is_beside and rule != "crumb":
            weight = max(weight, 0.38)
        where = "line beside the date" if is_beside else "byline" if rule == "byline" else "masthead"
        if rule == "byline":
            yield from _in_byline(line, where, weight, lexicon)
        else:
            yield from _in_masthead(line, where, weight, lexicon, is_first=is_above and rank == 0)


def _in_masthead(line: Line, where: str, weight: float, lexicon: Lexicon, *, is_first: bool) -> Iterator[Sighting]:
    """Yield the first piece of "Name | Slogan", "Name / Section", "Name with agencies"."""
    pieces = [tidy(piece) for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    if pieces:
        name, has_agency = without_agencies(pieces[0], lexicon)
        speaks = len(pieces) > 1 and (
            is_agency(pieces[1], lexicon)
            or has_outlet_word(pieces[1], lexicon)
            # "Name / Politics" above the headline: the section shows whose page it is.
            or (is_first and is_something_else(pieces[1], lexicon))
        )
        yield Sighting(name, where, weight + 0.3 * (has_agency or speaks))


def _in_byline(line: Line, where: str, weight: float, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of "Newsroom, Name, City" or "Name with agencies", the most telling first."""
    byline = read_byline(line.text, lexicon)
    if (byline is not None and byline.kind != "desk") or names_role(line.text, lexicon):
        return
    pieces = [tidy(piece) for piece in _COMMAS.split(line.text.strip(" 【】[]〔〕")) if piece.strip()]
    named = [without_agencies(piece, lexicon) for piece in pieces]
    has_agency = any(is_agency(piece, lexicon) for piece in pieces[1:])
    named.sort(key=lambda item: not has_outlet_word(item[0], lexicon))
    for name, is_with_agency in named[:2]:
        yield Sighting(name, where, weight + 0.3 * (is_with_agency or has_agency))


def _in_stamp(line: Line, lexicon: Lexicon) -> Iterator[Sighting]:
    found = read_stamp(line.text, lexicon.language)
    if found is None:
        return
    for number, piece in enumerate(found.rest[:3]):
        byline = read_byline(piece, lexicon)
        if (byline is not None and byline.kind != "desk") or names_role(piece, lexicon):
            continue
        name, has_agency = without_agencies(tidy(piece), lexicon)
        is_first = line.text.strip().startswith(piece)
        yield Sighting(name, "date line", (0.5 if is_first else 0.3 - 0.1 * number) + 0.3 * has_agency)


def in_dateline(dateline: Dateline | None, body: str) -> Iterator[Sighting]:
    """Yield the names of a dateline that may be the outlet: the one after the place, or one that is no place at all."""
    if dateline is None:
        return
    for number, part in enumerate(dateline.parts):
        if number > 0:
            yield Sighting(tidy(part), "dateline", 0.55)
        elif len(dateline.parts) > 1 or part.isupper():
            yield Sighting(tidy(part), "dateline", 0.15)
        elif len(part.split()) > 1:
            yield Sighting(tidy(part), "dateline", 0.2 if part in body else 0.5)
        elif is_domain(part):
            yield Sighting(part, "dateline", 0.5)
    for part in dateline.bracketed:
        yield Sighting(tidy(part), "dateline", 0.25)
