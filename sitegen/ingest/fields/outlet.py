"""The outlet of an article, from every place of its page that names one; a name needs more than one weak sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from sitegen.fold import fold
from sitegen.ingest.fields.byline import is_given_name, looks_like_name, read_byline
from sitegen.ingest.fields.dateline import Dateline
from sitegen.ingest.fields.dates import names_month
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon, cover, find, match_at
from sitegen.lang.table import reading_table
from sitegen.model import Found

ENOUGH = 0.5
_DOMAIN = re.compile(r"^[\w-]{3,30}\.(?:com|net|org|id|co\.id|ru|fr|de|it|es|tr|com\.tr|my|com\.my|vn|in|ir|cn|jp|news|info|tv|az|kz|br|mx|ar|co)$", re.I)
_PIECES = re.compile(r"\s*[|｜•·»›>]\s*|\s+[–—/-]+\s+|\s{3,}|\s*::\s*")
_COMMAS = re.compile(r"\s*[|｜·•,،、＝=/／]\s*|\s+[–—-]+\s+|\s{3,}")
_COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*(?:\d{4}(?:\s?[-–]\s?\d{4})?)?\s*[,.:|–-]?\s*(?P<name>[^\d©|]{2,50}?)(?:\s*,?\s*\d{4})?(?:[.,|–—-]|$)", re.I)
_SUFFIX = re.compile(r"\s*(?P<mark>[|｜_]|\s[-–—]\s|::)\s*(?P<name>[^|｜_]{2,40})$")
_LATIN_TAIL = re.compile(r"(?<=[\u3040-\u9fff])\s+[A-Za-z][A-Za-z .]*$")
_YEARS = re.compile(r"^(?:[©\s]|\(c\)|copyright|(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)+|[\s,]+(?:19|20)\d\d$", re.I)
_COMPANY = re.compile(
    r",?\s+(?:Inc|LLC|Ltd|Pte Ltd|Pvt Ltd|PLC|Sdn\.? Bhd|GmbH|AG|S\.?A\.?|SAS|SARL|S\.?p\.?A|S\.?r\.?l|S\.?L|Ltda|A\.Ş|JSC)\.?$",
    re.I,
)
_QUOTED = re.compile(r"^[«»“”\"„'‘’『「《]+|[«»“”\"„'‘’』」》]+$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name that may be the outlet's, where it was seen, and how far that place speaks for it (0 to 1)."""

    name: str
    where: str
    weight: float


def find_outlet(sightings: Iterable[Sighting], lexicon: Lexicon) -> Found | None:
    """Return the most likely outlet, or None where no sign is strong enough or nothing but places and agencies is named."""
    seen = [s for s in sightings if s.name and not _is_something_else(s.name, lexicon)]
    best: tuple[float, Sighting] | None = None
    for sighting in seen:
        score = sighting.weight + _by_words(sighting.name, lexicon) + _by_others(sighting, seen, lexicon)
        if score >= ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, sighting)
    if best is None:
        return None
    key = key_of(best[1].name, lexicon.language)
    same = [s for s in seen if _are_alike(key, key_of(s.name, lexicon.language)) and len(s.name) <= len(key) + 5]
    shown = min(same, key=lambda s: (s.name.isupper(), s.where != "masthead", -s.weight, s.name), default=best[1])
    return Found("outlet", shown.name, best[1].where)


def _by_words(name: str, lexicon: Lexicon) -> float:
    """Return how far the words of a name speak for an outlet (above 0) or for a person (below)."""
    if _DOMAIN.match(name):
        return 0.45
    if is_given_name(name, lexicon) and looks_like_name(name, lexicon):
        return -0.6
    if has_outlet_word(name, lexicon):
        return 0.4
    return 0.0 if looks_like_name(name, lexicon) and not is_spaceless(name) else 0.15


def _by_others(sighting: Sighting, seen: Sequence[Sighting], lexicon: Lexicon) -> float:
    key = key_of(sighting.name, lexicon.language)
    if name_is_acronym(sighting.name) and sighting.where in ("sentence", "dateline"):
        return -0.5  # "Source: ABC", "(ABC)": an agency, unless the page itself bears the name
    others = {
        other.where
        for other in seen
        if other.where != sighting.where and _are_alike(key, key_of(other.name, lexicon.language))
    }
    return 0.4 * min(len(others), 2)


def name_is_acronym(name: str) -> bool:
    """Return whether a name is up to five capitals, as agencies are called."""
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= 5


def _are_alike(left: str, right: str) -> bool:
    """Return whether two names are one, or the shorter one is most of the longer."""
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) >= 5 and short in long)


def has_outlet_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a word that names of outlets are made of: Times, Kurier, 日报."""
    return any(pattern.search(fold(name, lexicon.language)) for pattern in _outlet_words(lexicon))


@cache
def _outlet_words_of(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for code in languages:
        words = sorted({fold(word, languages[0]) for word in reading_table(code).outlet_words})
        if words:
            edge = "" if code in ("zh", "ja") else r"(?!\w)"
            start = "" if code in ("zh", "ja", "de") else r"(?<!\w)"
            patterns.append(re.compile(start + "(?:" + "|".join(re.escape(w).replace(r"\*", r"\w*") for w in words) + ")" + edge))
    return tuple(patterns)


def _outlet_words(lexicon: Lexicon) -> tuple[re.Pattern[str], ...]:
    return _outlet_words_of(tuple(table.code for table in lexicon.tables))


def _is_something_else(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a place, a section, an agency, a button or a time."""
    key = key_of(name, lexicon.language)
    if not _has_form_of_name(name) or is_place(name, lexicon.language) or names_month(name, lexicon.language):
        return True
    if cover(lexicon.names, key) or cover(lexicon.line, key) or key in _agencies(tuple(t.code for t in lexicon.tables)):
        return True
    role = {key_of(word, lexicon.language) for table in lexicon.tables for word in table.role}
    has_role = any(word in key for word in role) if is_spaceless(name) else bool(role & set(key.split()))
    return has_role or _is_time(name, lexicon.language)


def _has_form_of_name(name: str) -> bool:
    """Return whether a text has the length and the characters of a name: "France 24", "20 Minutes", no prices or times."""
    if len(name) < (2 if is_spaceless(name) else 3) or len(name) > 60 or len(name.split()) > 7:
        return False
    return sum(char.isdigit() for char in name) <= 2 and not any(char in "[]【】〔〕:：=＝€$%#@_" for char in name)


def _is_time(name: str, language: str) -> bool:
    found = read_stamp(name, language)
    return found is not None and not found.rest


@cache
def _agencies(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(
        key_of(word, languages[0]) for code in languages for word in (*reading_table(code).agencies, *reading_table(code).desk)
    )


@cache
def _desks(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, languages[0]) for code in languages for word in reading_table(code).desk)


def without_agencies(name: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Return a name without "with agencies" at its end and "Newsroom" at its beginning, and whether the first stood there."""
    words = name.split()
    if len(words) > 1 and key_of(words[0], lexicon.language) in _desks(tuple(t.code for t in lexicon.tables)):
        words = words[1:]
        name = " ".join(words)
    known = _agencies(tuple(t.code for t in lexicon.tables))
    for count in (4, 3, 2, 1):
        if len(words) > count and key_of(" ".join(words[-count:]), lexicon.language) in known:
            return " ".join(words[:-count]).rstrip(" -–—|,"), True
    return name, False


def tidy(name: str) -> str:
    """Return a name without signs, years and forms of companies around it, and without a second name in Latin letters."""
    name = _COMPANY.sub("", _YEARS.sub("", name.strip(" \t.,:;|*_–—-")))
    name = _LATIN_TAIL.sub("", name.strip(" \t.,:;|*_–—-"))
    return _QUOTED.sub("", name).strip()


def in_sentences(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield what stands where the table's sentences name the outlet: "This article first appeared in …"."""
    patterns = _sentences(tuple(table.code for table in lexicon.tables))
    for line in lines:
        if len(line.text) > 260 or line.shape is Shape.PROSE and len(line.text) > 160:
            continue
        for pattern in patterns:
            found = pattern.search(line.text)
            if found:
                name = tidy(found["outlet"])
                if _may_be_name(name, lexicon):
                    # A slot at the beginning of a sentence takes in whatever stands before: it needs a second sign.
                    yield Sighting(name, "sentence", 0.3 if pattern.pattern.startswith(r"\s*") else 0.6)
        marked = _COPYRIGHT.search(line.text) if line.shape is not Shape.PROSE and "/" not in line.text else None
        if marked and not find(lexicon.part, key_of(marked["name"], lexicon.language)):
            yield Sighting(tidy(marked["name"]), "copyright", 0.55)


def _may_be_name(name: str, lexicon: Lexicon) -> bool:
    """Return whether what stands in the slot of a sentence could name an outlet, and not "our channel" or a price."""
    if not name or name[0].islower() or any(char in name for char in "€%$"):
        return False
    key = key_of(name, lexicon.language)
    if match_at(lexicon.things, key, 0) is not None:
        return False
    return find(lexicon.things, key) is None or has_outlet_word(name, lexicon)


def in_legal(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of a line of rights that are no words of law: "All rights reserved. The Courier"."""
    for line in lines:
        for piece in re.split(r"[.|©–—]|\s-\s", line.text[:160]):
            name = tidy(piece)
            if 1 < len(name.split()) <= 5 and has_outlet_word(name, lexicon):
                yield Sighting(name, "line of rights", 0.2)


@cache
def _sentences(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for code in languages:
        for sentence in reading_table(code).outlet_sentences:
            before, _, after = (part.strip() for part in sentence.partition("{outlet}"))
            name = r"[\"“«»『「《]?(?P<outlet>[^\s,.;:!?«»“”\"|–—()『』「」《》][^,;:!?«»“”\"|–—()『』「」《》]{1,38}?)[\"”»』」》]?"
            gap = r"\s*" if code in ("zh", "ja") or not before[-1:].isalnum() else r"\s+"
            end = r"(?:[,;:!?.|–—()]|$)"
            if after:
                end = (r"\s*" if code in ("zh", "ja") or not after[0].isalnum() else r"\s+") + re.escape(after)
                end += r"(?!\w)" if after[-1].isalnum() and code not in ("zh", "ja") else ""
            start = re.escape(before).replace(r"\ ", r"\s+") + gap if before else r"\s*"
            patterns.append(re.compile(start + name + r"\s*" + end, re.IGNORECASE))
    return tuple(patterns)


def in_captions(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the name at the end of a picture's caption, where it is made of words for outlets."""
    for line in lines:
        pieces = re.split(r"[.:;,/(|–—©-]\s*|(?<=\s)(?=[A-ZÀ-ÞА-ЯЁ])", line.text.strip(" .)"))
        for count in range(1, min(5, len(pieces))):
            name = " ".join(piece.strip() for piece in pieces[-count:])
            is_agency = name.isupper() or without_agencies(name, lexicon)[1]
            if has_outlet_word(name, lexicon) and len(name.split()) >= 2 and not is_agency:
                yield Sighting(tidy(name), "caption", 0.1)


def in_head(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> Iterator[Sighting]:
    """Yield the names in the dropped lines of the head: mastheads, crumbs, the line of the date and those beside it."""
    stamps = {line.index for line, rule in lines if rule == "stamp"}
    for rank, (line, rule) in enumerate(lines):
        if len(line.text) > 160 or rule in ("caption", "read_also", "related", "advert", "share", "comments", "tags", "skip"):
            continue
        if rule == "stamp":
            yield from _in_stamp(line, lexicon)
            continue
        byline = read_byline(line.text, lexicon) if rule == "byline" else None
        if byline is not None and byline.kind != "desk":
            continue
        is_above = title is None or line.index < title
        separators = _COMMAS if rule == "byline" else _PIECES
        pieces = [tidy(piece) for piece in separators.split(line.text.strip(" 【】[]〔〕")) if piece.strip()]
        if rule == "byline" and len(pieces) > 1:
            pieces = sorted(pieces, key=lambda piece: not has_outlet_word(without_agencies(piece, lexicon)[0], lexicon))
        if not pieces:
            continue
        second = pieces[1] if len(pieces) > 1 else ""
        known = _agencies(tuple(t.code for t in lexicon.tables))
        speaks = 0.3 * (key_of(second, lexicon.language) in known or bool(second and has_outlet_word(second, lexicon)))
        is_beside = line.index + 1 in stamps or line.index - 1 in stamps
        base = {"crumb": 0.45, "byline": 0.2}.get(rule, 0.33 if is_above and rank < 3 else 0.25)
        if is_beside and rule != "crumb":
            base = max(base, 0.38)
        where = "line beside the date" if is_beside else "byline" if rule == "byline" else "masthead"
        for piece in pieces[: 2 if rule == "byline" else 1]:
            name, has_agency = without_agencies(piece, lexicon)
            yield Sighting(name, where, base + (0.3 if has_agency else speaks))


def _in_stamp(line: Line, lexicon: Lexicon) -> Iterator[Sighting]:
    found = read_stamp(line.text, lexicon.language)
    if found is None:
        return
    for number, piece in enumerate(found.rest[:3]):
        byline = read_byline(piece, lexicon)
        if byline is not None and byline.kind != "desk":
            continue
        name, has_agency = without_agencies(tidy(piece), lexicon)
        is_first = line.text.strip().startswith(piece)
        yield Sighting(name, "date line", (0.5 if is_first else 0.3 - 0.1 * number) + 0.3 * has_agency)


def in_dateline(dateline: Dateline | None, body: str, lexicon: Lexicon) -> Iterator[Sighting]:
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
        elif _DOMAIN.match(part):
            yield Sighting(part, "dateline", 0.5)
    for part in dateline.bracketed:
        yield Sighting(tidy(part), "dateline", 0.25)


def split_suffix(title: str, lexicon: Lexicon) -> tuple[str, Sighting | None]:
    """Return a headline without the outlet's name behind it, and that name."""
    found = _SUFFIX.search(title)
    if found is None or len(title[: found.start()].strip()) < 12 and not is_spaceless(title):
        return title, None
    name = tidy(found["name"])
    is_strong = found["mark"].strip() in ("|", "｜", "_", "::")
    if not is_strong and not has_outlet_word(name, lexicon):
        return title, None
    if len(name.split()) > 5 and not has_outlet_word(name, lexicon):
        return title, None
    return title[: found.start()].strip(), Sighting(name, "headline", 0.5)
