"""What a first line parts from a name, a tagline, products or sections → the outlet: "The Heron – Trade and ports"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_domain,
    is_section,
    is_something_else,
    tidy,
    without_product,
)
from sitegen.ingest.fields.outlet_words import (
    has_outlet_word,
    is_generic,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon, cover
from sitegen.ingest.stems import stems

_PIECES = re.compile(r"\s*[|｜•·›>＞<／¦‹→▸►■◆●♦]\s*|(?<!«)\s*»\s+|\s+[«:_ـ~*–—―/\\-]+\s+|\s{2,}|\s*::\s*|\s*\u3000\s*")
_CRUMB = re.compile(r"\s*[>›»＞→▸►‹«<]\s*|\s+/\s+|\s*／\s*")
_LONGEST_CRUMB = 5  # pieces
_LONGEST_LINE = 160
_FEWEST_BEHIND = 2  # pieces behind the first one of a row
_LONGEST_TAGGED = 4  # words of a name before a tagline
_PRODUCT_KEYS = frozenset({"下载", "下載", "打开", "打開", "लाइव टीवी", "live tv", "e-paper", "अपना शहर"})
_BAR = 3  # pieces from which a line is a row of sections, and not a name with its slogan


def in_tagline(line: Line, lexicon: Lexicon, title: int | None, known: frozenset[str]) -> Iterator[Sighting]:
    """Yield the name that the first line of the frame begins with, over the headline; under it after "name·column".

    `known` are the stems of the article's words: a kicker has some of them, the name of a paper none.
    """
    is_first = line.index == 0 and (title is None or title > 0)
    is_beside_title = is_spaceless(line.text) and "·" in line.text
    name = _before_tagline(line, lexicon, known) if is_first or is_beside_title else ""
    if name:
        yield Sighting(name, "masthead", 0.55, line.index, is_titled=begins_with_article(name, lexicon))


def _before_tagline(line: Line, lexicon: Lexicon, known: frozenset[str]) -> str:
    """Return the name of "Name – what it is about", of "名·一周外事", of "Name E-Paper   Live TV"; else ""."""
    pieces = [piece.strip() for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    if is_spaceless(line.text) and len(pieces) == 1:
        pieces = line.text.split()
    if len(pieces) < 2:
        return ""
    name, rest = without_product(tidy(pieces[0])), pieces[1:]
    if name != tidy(pieces[0]) or all(_is_of_site(piece, lexicon) for piece in rest):
        return "" if is_something_else(name, lexicon) or _is_shared(name, known, lexicon) else name
    words = len(rest[0].split()) if not is_spaceless(rest[0]) else len(rest[0]) - 1
    if len(rest) > 1 or len(name.split()) > _LONGEST_TAGGED or words < _BAR or any(map(str.isdigit, line.text)):
        return ""
    # "The third year", "In the war": a phrase of small words alone tells no paper.
    return "" if is_something_else(name, lexicon) or not known.isdisjoint(stems([name])) else name


def _is_shared(name: str, known: frozenset[str], lexicon: Lexicon) -> bool:
    return not has_outlet_word(name, lexicon) and not known.isdisjoint(stems([name]))


def _is_of_site(piece: str, lexicon: Lexicon) -> bool:
    """Return whether a piece of a first line is a product or a button of the site: "Live TV", "E-Paper", "下载"."""
    key = key_of(piece, lexicon.language)
    return cover(lexicon.things, key) is not None or is_generic(piece, lexicon.language) or key in _PRODUCT_KEYS


def in_crumbs(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the first piece of a path of sections where it is neither one of them nor "Home": "The Heron > World"."""
    for line in lines:
        pieces = [tidy(piece) for piece in _CRUMB.split(line.text.strip()) if piece.strip()]
        if len(line.text) > _LONGEST_LINE or not 2 <= len(pieces) <= _LONGEST_CRUMB:
            continue
        name = pieces[0]
        if name and not is_something_else(name, lexicon) and lead_to(pieces[1:], lexicon):
            yield Sighting(name, "masthead", 0.5, line.index, is_titled=begins_with_article(name, lexicon))


def is_set_off(pieces: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether the first piece of a row is written otherwise than the rest: "The Heron · ports · trade".

    An address is; so are capitals before sections that have none, and a capital before small letters.
    """
    first, rest = pieces[0], [piece for piece in pieces[1:] if piece and piece[0].isalpha()]
    if len(rest) < _FEWEST_BEHIND or is_something_else(first, lexicon) or first.lower() == first.upper():
        return False
    if is_domain(first) or all(piece[0].islower() for piece in rest):
        return is_domain(first) or first[0].isupper()
    sections = sum(lead_to([piece], lexicon) for piece in rest)
    return first.isupper() and not any(map(str.isupper, rest)) and 2 * sections >= len(rest)


def lead_to(pieces: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether all pieces of a crumb behind its first one are sections or places."""
    return all(is_place(piece, lexicon.language) or is_section(piece, lexicon) for piece in pieces)
