"""Where the lines of the author and of the date name the outlet: "Newsroom, Name, City", "The Heron | 4 March"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.ingest.fields.byline import read_byline, without_by
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_like_person,
    is_section,
    is_set_as_name,
    tidy,
)
from sitegen.ingest.fields.outlet_words import (
    announces_name,
    has_outlet_word,
    is_agency,
    names_role,
    stands_beside_names,
    without_agencies,
    without_desk,
    written_for,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import Line, is_spaceless
from sitegen.ingest.phrases import Lexicon

_COMMAS = re.compile(r"\s*[|｜·•,，،、＝=/／¦]\s*|\s+[_ـ–—―:-]+\s+|\s{3,}|\s*\u3000\s*")
_TOLD = re.compile(r"[|｜·•,،、;:/>»›«‹–—―()\[\]\t\u3000]|\s-\s|\s{2,}")  # what separates the pieces of a date line
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,40})(?:[)）]|$)")
_LONGEST_LINE = 160
_DATED = 0.15
_BESIDE = 0.3  # what a slogan, or a word of an imprint, beside a name speaks for it
_LONGEST_NAME, _LONGEST_SPACELESS = 5, 12  # words, characters


def in_byline(line: Line, where: str, weight: float, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of "Newsroom, Name, City" or "Name with agencies", the most telling first."""
    byline = read_byline(line.text, lexicon)
    if byline is not None and byline.kind != "desk":
        yield from _behind_author(line, where, lexicon)
        return
    paper = written_for(line.text, lexicon)
    if paper:
        yield Sighting(tidy(paper), where, max(weight, 0.5), line.index)
        return
    text = _BRACKETED.sub(r" / \1", line.text.strip(" 【】[]〔〕()（）/"))
    pieces = [tidy(piece) for piece in _COMMAS.split(text) if piece.strip()]
    if "＝" in line.text and len(pieces) == 2 and not has_outlet_word(pieces[1], lexicon):
        pieces = pieces[:1]  # "City＝Reporter"
    if len(pieces) > 1 and is_section(pieces[0], lexicon):
        pieces = [piece for piece in pieces[1:] if has_outlet_word(piece, lexicon)]  # "World / Middle East crisis"
    if any(names_role(piece, lexicon) for piece in pieces):
        # "Ada Wren, correspondent": what is left is a person, unless its words say otherwise.
        pieces = [piece for piece in pieces if _keeps_paper(piece, lexicon)]
    has_agency = any(is_agency(piece, lexicon) for piece in pieces[1:])
    is_set = is_set_as_name(line.text)
    named = []
    if len(pieces) == 2 and len(pieces[0].split()) == 1 and is_place(pieces[1], lexicon.language):
        weight += _DATED * (weight > 0.3 and not is_spaceless(pieces[0]))  # "Heron / Nairobi": persons have two names
    for piece in pieces:
        bare = without_desk(piece, lexicon)
        name, is_with_agency = without_agencies(bare, lexicon)
        if has_agency and is_like_person(name, lexicon):
            continue  # "Ada Wren / Reuters": the agency's reporter
        named.append((name, weight + _BESIDE * (is_with_agency or has_agency) + 0.3 * (bare != piece)))
    named.sort(key=lambda item: not has_outlet_word(item[0], lexicon))
    for name, sign in named[:2]:
        yield Sighting(name, where, sign, line.index, is_titled=is_set or begins_with_article(name, lexicon))


def _keeps_paper(piece: str, lexicon: Lexicon) -> bool:
    """Return whether a piece beside a role may name the paper: by its words, or as what stands before "记者 …"."""
    if is_spaceless(piece) and without_desk(piece, lexicon) != piece:
        return True
    return has_outlet_word(piece, lexicon) and not piece[0].islower()


def _behind_author(line: Line, where: str, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces behind "By Ada Wren / …" that are written or made as names of papers are."""
    pieces = [tidy(piece) for piece in _COMMAS.split(line.text.strip()) if piece.strip()]
    paper = written_for(line.text, lexicon)
    if paper:
        yield Sighting(tidy(paper), where, 0.5, line.index, is_titled=begins_with_article(tidy(paper), lexicon))
        pieces = pieces[:1]
    own = without_by(pieces[0], lexicon) if pieces else ""
    if own != "" and own != pieces[0] and len(own.split()) == 1 and not is_spaceless(own):
        yield Sighting(own, where, 0.15, line.index)  # "By Windrow": nobody signs with one name
    if own and (has_outlet_word(own, lexicon) or without_desk(own, lexicon) != own):
        yield Sighting(without_desk(own, lexicon), where, 0.3, line.index)  # "By The Heron Staff"
    for piece in pieces[1:3]:
        if piece and not names_role(piece, lexicon) and read_byline(piece, lexicon) is None:
            # "वार्ता" is the end of an agency's name, and of other papers' names.
            is_own_end = has_outlet_word(piece.split()[-1], lexicon)
            name = piece if is_own_end else without_desk(piece, lexicon)
            weight = 0.3 if name == piece else 0.5  # "Edited by: Ada Wren | Heron Digital Desk"
            yield Sighting(name, where, weight, line.index, is_titled=begins_with_article(name, lexicon))


def in_stamp(line: Line, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of the line of the date that are neither a time nor a person: "The Heron | 4 March"."""
    found = read_stamp(line.text, lexicon.language)
    if found is None:
        return
    bare = line.text.strip()
    if found.rest and not any(map(str.isdigit, bare)) and not _TOLD.search(bare):
        yield Sighting(tidy(bare), "masthead", 0.5, line.index)  # "The Nile Now": the time is a part of the name
        return
    for number, piece in enumerate(found.rest[:3]):
        byline = read_byline(piece, lexicon)
        # "Haber Terası": the Turkish word before reporters is one of papers' names, too.
        is_named = has_outlet_word(piece.split()[0], lexicon)
        own = piece if is_named else without_by(piece, lexicon)
        newsroom = without_desk(own, lexicon)
        if own not in (piece, newsroom) and not is_spaceless(own):
            yield Sighting(tidy(newsroom), "date line", 0.5, line.index)  # "by the newsroom of The Heron"
            continue
        is_lone = len(own.split()) == 1 and not is_spaceless(own)
        if own != piece and (has_outlet_word(own, lexicon) or is_lone):
            weight = 0.4 if has_outlet_word(own, lexicon) else 0.2  # "by Windrow": no person has one name
            yield Sighting(without_desk(tidy(own), lexicon), "date line", weight, line.index)
            continue
        is_announced = number > 0 and announces_name(found.rest[number - 1], lexicon)
        if (byline is not None and byline.kind != "desk") or is_announced:
            continue
        if names_role(piece, lexicon) and not has_outlet_word(piece, lexicon):
            continue
        name, has_agency = without_agencies(tidy(piece), lexicon)
        if is_spaceless(name) and _is_sent_from(without_desk(name, lexicon), lexicon):
            continue
        is_first = line.text.strip().startswith(piece)
        speaks = has_agency or (number + 1 < len(found.rest) and stands_beside_names(found.rest[number + 1], lexicon))
        weight = (0.5 if is_first else 0.3 - 0.1 * number) + _BESIDE * speaks
        yield Sighting(without_desk(name, lexicon), "date line", weight, line.index)


def _is_sent_from(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a reporter and a town: "許芷寧／台北"."""
    pieces = _COMMAS.split(name)
    return len(pieces) == 2 and is_place(pieces[1], lexicon.language) and not has_outlet_word(pieces[0], lexicon)


def in_desks(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the papers whose newsroom signs under the text: "The Heron Newsroom"."""
    for line in lines:
        name = tidy(_COMMAS.split(line.text.strip())[0]) if len(line.text) <= _LONGEST_LINE else ""
        bare = without_desk(name, lexicon) if name else ""
        if bare != name and len(bare.split()) <= _LONGEST_NAME and not is_spaceless(bare):
            yield Sighting(bare, "byline", 0.5, line.index, is_titled=begins_with_article(bare, lexicon))
