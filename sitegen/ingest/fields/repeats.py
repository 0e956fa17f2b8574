"""Names that a page shows twice or more in lines of its own: whatever their words, one of them may be the outlet's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.ingest.fields.byline import looks_like_name, read_byline
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import begins_with_article, may_be_name, tidy, without_sections
from sitegen.ingest.fields.outlet_words import has_weak_word, names_role
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon

_CUT = re.compile(r"\s*[|｜•·›»>©:：,،、;（(【\[]\s*|\s+[–—―-]+\s+|\s{2,}|\s*\u3000\s*|\)|\.\s")
_LONGEST, _LONGEST_NAME = 120, 5  # characters of a line, words of a name
_SHORTEST = 3  # characters
_WEIGHT, _LIKE_PERSON = 0.15, 0.02
_LOOKED_AT = 40  # lines at either end: a page of many more is a list
_MOST_PIECES = 3  # a line of more is a row of sections, of which only the first may be a name


def in_repeats(lines: Sequence[tuple[Line, str]], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the names that begin or end pieces of two lines or more; authors' names are none."""
    seen: dict[str, list[tuple[Line, str]]] = {}
    authors = _authors(lines, lexicon)
    for line, _ in (*lines[:_LOOKED_AT], *lines[_LOOKED_AT:][-_LOOKED_AT:]):
        for piece in _pieces(line, lexicon):
            seen.setdefault(key_of(piece, lexicon.language), []).append((line, piece))
    for key, places in seen.items():
        if len({line.key for line, _ in places}) < 2 or key in authors:
            continue
        line, name = places[0]
        is_person = not is_spaceless(name) and looks_like_name(name, lexicon) and not has_weak_word(name, lexicon)
        weight = _LIKE_PERSON if is_person else _WEIGHT
        yield Sighting(name, "repeated", weight, line.index, is_titled=begins_with_article(name, lexicon))


def _pieces(line: Line, lexicon: Lexicon) -> Iterator[str]:
    """Yield the pieces of a line of the frame that have the form of a name."""
    if line.shape is Shape.PROSE or len(line.text) > _LONGEST:
        return
    pieces = [tidy(piece) for piece in _CUT.split(line.text.strip(" *_>")) if piece.strip()]
    for piece in pieces[:1] if len(pieces) > _MOST_PIECES else pieces:
        name = without_sections(piece, lexicon) if piece else ""
        if len(name) < _SHORTEST or len(name.split()) > _LONGEST_NAME or any(map(str.isdigit, name)):
            continue
        if may_be_name(name, lexicon) and not names_role(name, lexicon):
            yield name


def _authors(lines: Iterable[tuple[Line, str]], lexicon: Lexicon) -> frozenset[str]:
    """Return the folded names of those who wrote or edited the page."""
    bylines = (read_byline(line.text, lexicon) for line, rule in lines if rule == "byline")
    return frozenset(key_of(byline.name, lexicon.language) for byline in bylines if byline and byline.name)
