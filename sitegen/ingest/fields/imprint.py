"""Lines of the foot about the house itself → the outlet: “Name · Founded in 1911”, “Name Publishing Pvt. Ltd.”."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from sitegen.ingest.fields.company import is_company, names_trade, without_dots
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import begins_with_article, may_be_name, tidy
from sitegen.ingest.fields.outlet_words import small_words, stands_beside_names, without_desk
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon, cover, find

# Forms of companies whose dots end no sentence.
_ABBREVIATED = re.compile(r"(?<!\w)(Sdn|Bhd|Pvt|Pte|Ltd|Inc|Corp|Tic|San|Şti|प्रा|लि)\.")
_BREAK = re.compile(r"\s*[|｜·•,،、;(（©–—]\s*|\.\s+|\.$|\s-\s|\s{2,}|\s*\u3000\s*")
# What separates the pieces of an imprint; the full stops of "S.r.l." and "A.Ş." do not.
_IMPRINTED = re.compile(
    r"\s*[|｜·•;(（©]\s*|(?<=\w{3})\.\s+|(?<=Ş)\.\s+|\s[-–—]\s|,\s(?=\d|[^,]*$)|:\s|\s{2,}|\s*\u3000\s*"
)
_ROW = re.compile(r"\s*[|｜·•]\s*|\s{3,}|\s+[-–—]\s+")
_LONGEST_COMPANY = 6  # words
_LONGEST = 260


def in_imprint(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the name that begins a line of the foot which goes on about the paper: "Name · Founded in 1911"."""
    for line in lines:
        if len(line.text) > _LONGEST or line.shape is Shape.EMPTY:
            continue
        pieces = [piece for piece in _BREAK.split(line.text.strip(" *_>")) if piece.strip()]
        if is_spaceless(line.text):
            pieces = [part for piece in pieces for part in piece.split()]
        name = _behind_phrase(tidy(pieces[0]), lexicon) if len(pieces) > 1 else ""
        if not _may_open_imprint(name):
            continue
        bare = without_desk(name, lexicon)
        if bare != name:
            yield Sighting(bare, "imprint", 0.4, line.index)
            continue
        beside = [piece for piece in pieces[1:4] if stands_beside_names(piece, lexicon)]
        if beside:
            # A year, a number or two such pieces are said of a paper; one may be said of its editor.
            is_clear = len(beside) > 1 or any(char.isdigit() for char in beside[0])
            is_titled = begins_with_article(name, lexicon)
            yield Sighting(name, "imprint", 0.5 if is_clear else 0.35, line.index, is_titled=is_titled)


def _behind_phrase(name: str, lexicon: Lexicon) -> str:
    """Return what an appeal is about: "To support {The Heron}"; a name that begins with no small word as it is."""
    words, small = name.split(), small_words(lexicon.language)
    if len(words) < 2 or key_of(words[0], lexicon.language) not in small or begins_with_article(name, lexicon):
        return name
    last = max(n for n, word in enumerate(words) if key_of(word, lexicon.language) in small)
    return " ".join(words[last + 1 :])


def in_rows(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the one name in a row of the site's own links: "Imprint · Privacy · The Heron"."""
    for line in lines:
        pieces = [piece for piece in _ROW.split(line.text.strip()) if piece] if len(line.text) <= _LONGEST else []
        named = [p for p in pieces if cover(lexicon.line, key_of(p, lexicon.language)) is None]
        if len(pieces) > 1 and len(named) == 1 and not any(map(str.isdigit, named[0])):
            name = tidy(named[0])
            is_sentence = any(sign in name for sign in "?!؟？！…")
            if not is_sentence and may_be_name(name, lexicon) and len(name.split()) <= _LONGEST_COMPANY:
                yield Sighting(name, "imprint", 0.5, line.index, is_titled=begins_with_article(name, lexicon))


def in_companies(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the names of companies in the foot: who prints a paper is called like it, "Heron Publishing Pvt. Ltd."."""
    for line in lines:
        if len(line.text) > _LONGEST or line.shape is Shape.EMPTY:
            continue
        pieces = [
            p.strip(" *_>.")
            for p in _IMPRINTED.split(_ABBREVIATED.sub(r"\1", without_dots(line.text)))
            if p.strip(" *_>.")
        ]
        for number, bare in enumerate(pieces):
            name = tidy(bare)
            if not is_company(bare) or not may_be_name(name, lexicon) or len(name.split()) > _LONGEST_COMPANY:
                continue
            is_labelled = number == 1 and stands_beside_names(pieces[0], lexicon)  # "Publisher: Heron Ltd., Pune"
            if (
                names_trade(bare)
                or (is_labelled and len(pieces) == 3)
                or all(_is_of_imprint(p, lexicon) for p in pieces[:number] + pieces[number + 1 :])
            ):
                yield Sighting(name, "imprint", 0.5, line.index, is_titled=begins_with_article(name, lexicon))


def _is_of_imprint(piece: str, lexicon: Lexicon) -> bool:
    """Return whether a piece beside a company's name is a button, a town, a number or a word of law, and no advert."""
    if any(map(str.isdigit, piece)) or is_place(piece, lexicon.language) or stands_beside_names(piece, lexicon):
        return True
    key = key_of(piece, lexicon.language)
    return cover(lexicon.line, key) is not None or find(lexicon.label, key) is not None


def _may_open_imprint(name: str) -> bool:
    """Return whether the first piece of a line has the form of a name, not of a button or a sentence."""
    words = name.split()
    if not 1 <= len(words) <= 6 or len(name) < 2:
        return False
    return not words[0][0].islower() and not any(char.isdigit() for char in name)
