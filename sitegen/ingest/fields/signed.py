"""A line that a person and a paper share → the paper: "Ada Wren / The Heron", "Ada Wren (Heron) - PUNE"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from sitegen.ingest.fields.byline import is_given_name, looks_like_name, read_byline, without_by
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_domain,
    is_like_person,
    is_section,
    is_set_as_name,
    is_something_else,
    may_be_name,
    tidy,
)
from sitegen.ingest.fields.outlet_words import (
    announces_name,
    has_outlet_word,
    has_weak_word,
    is_agency,
    names_role,
    small_words,
    without_desk,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon
from sitegen.ingest.phrases import lexicon as lexicon_of

# A comma joins authors, too; a slash, a bar, a dash or a bracket sets apart what is of another kind.
_SIGN = re.compile(r"\s*([/／|｜•·・(（])\s*|\s+([-–—])\s+|\s*([,，،、])\s*")
_CLOSING = ")）"
_COMMAS = ",，،、"
_INITIALS = re.compile(r"^(?:[^\W\d_]{1,2}\.\s?-?\s?){1,3}[^\W\d_]{2,}(?:[ -][^\W\d_]{2,})?$")
_LONGEST, _LONGEST_NAME = 90, 6  # characters of a line, words of a name
_LONGEST_PERSON, _LONGEST_KANJI = 4, 3  # words, characters of a person's name
_MOST_PIECES = 4
_SURE, _LIKELY = 0.6, 0.5


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    raw: str
    sign: str  # what stands before it


def in_signatures(lines: Iterable[Line], lexicon: Lexicon, body: str) -> Iterator[Sighting]:
    """Yield the papers of lines that name a person and a paper and no more than a place or a day beside them.

    `body` is the article's text: what it speaks of is the place or the party of the person, not the paper.
    """
    for line in lines:
        if line.shape is Shape.PROSE or len(line.text) > _LONGEST:
            continue
        found = _read(line.text, lexicon)
        if found is not None and found[0] not in body:
            name, weight = found
            is_titled = begins_with_article(name, lexicon)
            yield Sighting(name, "byline", weight, line.index, is_titled=is_titled)


def is_signature(text: str, lexicon: Lexicon) -> bool:
    """Return whether a short line names a person and a paper and no more than a place beside them."""
    return len(text) <= _LONGEST and _read(text, lexicon) is not None


def _read(text: str, lexicon: Lexicon) -> tuple[str, float] | None:
    """Return the paper of a line and how surely it is one."""
    return _read_cached(text.strip(), lexicon.language) if _SIGN.search(text) else None


@lru_cache(maxsize=256)  # cleaning asks, and the search for the outlet again
def _read_cached(text: str, language: str) -> tuple[str, float] | None:
    lexicon = lexicon_of(language)
    pieces = [piece for piece in _split(text, lexicon) if not _says_where(piece.text, lexicon)]
    if len(pieces) != 2 or any(is_agency(piece.text, lexicon) for piece in pieces):
        return None  # "Ada Wren / Reuters": the agency sent it, and any paper may print it
    first, second = pieces
    if _is_surely_person(first.text, lexicon) and _may_be_paper(second, second, lexicon):
        return without_desk(second.text, lexicon), _SURE
    is_second = _is_surely_person(second.text, lexicon) and not _is_person(first.text, lexicon)
    if is_second and _may_be_paper(first, second, lexicon):
        return without_desk(first.text, lexicon), _SURE
    is_likely = _is_person(first.text, lexicon) and second.sign not in _COMMAS
    if is_spaceless(text) and _is_person(second.text, lexicon) and has_outlet_word(first.text, lexicon):
        return without_desk(
            first.text, lexicon
        ), _SURE  # "晨报・李明": where nothing else parts them, the paper stands first
    if is_spaceless(text) and _is_person(first.text, lexicon) and has_outlet_word(second.text, lexicon):
        return without_desk(second.text, lexicon), _SURE
    if is_likely and _may_be_paper(second, second, lexicon):
        return without_desk(second.text, lexicon), _LIKELY
    return None


def _split(text: str, lexicon: Lexicon) -> list[_Piece]:
    """Return the pieces of a line and the signs before them; none where it has too many."""
    bare = without_by(text.strip(" \t.*_【】[]〔〕"), lexicon)
    pieces, start, sign = [], 0, ""
    for found in _SIGN.finditer(bare):
        pieces.append((bare[start : found.start()], sign))
        start, sign = found.end(), found[1] or found[2] or found[3]
    pieces.append((bare[start:], sign))
    parts = [_Piece(tidy(raw.strip(_CLOSING)), raw.strip(_CLOSING), sign) for raw, sign in pieces]
    parts = [part for part in parts if part.text]
    return parts if 2 <= len(parts) <= _MOST_PIECES else []


def _says_where(text: str, lexicon: Lexicon) -> bool:
    """Return whether a piece is a place, a section, a day, a role or a word before a name."""
    if is_place(text, lexicon.language) or is_section(text, lexicon) or announces_name(text, lexicon):
        return True
    if any(map(str.isdigit, text)):
        return True
    first, _, rest = text.partition(" ")
    if rest and key_of(first, lexicon.language) in small_words(lexicon.language) and is_place(rest, lexicon.language):
        return True  # "em Windhoek"
    return names_role(text, lexicon) and not has_outlet_word(text, lexicon)


def _is_surely_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether a piece is a person's name by its first name or its initials."""
    if _INITIALS.match(text):
        return True
    if is_spaceless(text):
        return False
    is_name = 1 < len(text.split()) <= _LONGEST_PERSON and is_given_name(text, lexicon)
    is_name = is_name and looks_like_name(text, lexicon)
    return is_name and not has_outlet_word(text, lexicon)


def _is_person(text: str, lexicon: Lexicon) -> bool:
    """Return whether a piece has the form of a person's name and no word of a paper's."""
    if is_spaceless(text):
        return 2 <= len(text) <= 5 and not has_outlet_word(text, lexicon)
    first = key_of(text.split(maxsplit=1)[0], lexicon.language) if text.split() else ""
    return first not in small_words(lexicon.language) and is_like_person(text, lexicon)


def _may_be_paper(piece: _Piece, second: _Piece, lexicon: Lexicon) -> bool:
    """Return whether a piece may be the paper's name: no second author, no section, no part of a sentence."""
    name = piece.text
    if is_domain(name):
        return True
    if len(name.split()) > _LONGEST_NAME or not may_be_name(name, lexicon) or is_something_else(name, lexicon):
        return False
    if _is_surely_person(name, lexicon) or read_byline(name, lexicon) is not None:
        return False
    is_told = has_outlet_word(name, lexicon) or has_weak_word(name, lexicon) or is_set_as_name(piece.raw)
    is_bracketed = piece.sign in ("(", "（") and len(name) > _LONGEST_KANJI
    if second.sign in _COMMAS or (is_spaceless(name) and not is_bracketed):
        return is_told or begins_with_article(name, lexicon)
    return True
