"""What a name of an outlet looks like, and what is none: a place, a section, an agency, a button, a day."""

from __future__ import annotations

import re
from functools import cache

from sitegen.fold import fold
from sitegen.ingest.fields.byline import is_given_name, looks_like_name
from sitegen.ingest.fields.dates import names_month
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import is_spaceless, key_of
from sitegen.ingest.phrases import SPACELESS, Lexicon, cover, find, match_at
from sitegen.lang.table import reading_table

_ENDINGS = "com|net|org|info|news|tv|co|id|co.id|ru|fr|de|it|es|tr|com.tr|my|com.my|vn|in|ir|cn|jp|az|kz|br|mx|ar"
_DOMAIN = re.compile(rf"^[\w-]{{3,30}}\.(?:{_ENDINGS.replace('.', '[.]')})$", re.IGNORECASE)
_LATIN_TAIL = re.compile(r"(?<=[\u3040-\u9fff])\s+[A-Za-z][A-Za-z .]*$")
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"^(?:[©\s]|\(c\)|copyright|{_YEAR}(?:\s?[-–]\s?(?:19|20)?\d\d)?)+|[\s,]+{_YEAR}$", re.IGNORECASE)
_FORMS = (
    "Inc|LLC|Ltd|Pte Ltd|Pvt Ltd|PLC|Sdn Bhd|Sdn. Bhd|GmbH|AG|SA|S.A|SAS|SARL|SpA|S.p.A|Srl|S.r.l|SL|S.L|Ltda|A.Ş|JSC"
)
_COMPANY = re.compile(rf",?\s+(?:{_FORMS.replace('.', '[.]')})\.?$", re.IGNORECASE)
_QUOTED = re.compile(r"^[«»“”\"„'‘’『「《]+|[«»“”\"„'‘’』」》]+$")


def tidy(name: str) -> str:
    """Return a name without signs, years, quotation marks and forms of companies around it.

    A second name in Latin letters behind a Chinese or Japanese one goes, too.
    """
    name = _COMPANY.sub("", _YEARS.sub("", name.strip(" \t.,:;|*_–—-")))
    name = _LATIN_TAIL.sub("", name.strip(" \t.,:;|*_–—-"))
    return _QUOTED.sub("", name).strip()


def weigh_words(name: str, lexicon: Lexicon) -> float:
    """Return how far the words of a name speak for an outlet (above 0) or for a person (below)."""
    if is_domain(name):
        return 0.45
    if is_given_name(name, lexicon) and looks_like_name(name, lexicon):
        return -0.6
    if has_outlet_word(name, lexicon):
        return 0.4
    return 0.0 if looks_like_name(name, lexicon) and not is_spaceless(name) else 0.15


def is_domain(name: str) -> bool:
    """Return whether a name is an address: "example.com"."""
    return _DOMAIN.match(name) is not None


def is_acronym(name: str) -> bool:
    """Return whether a name is up to five capitals, as agencies are called."""
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= 5


def has_outlet_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a word that names of outlets are made of: Times, Kurier, 日报."""
    folded = fold(name, lexicon.language)
    return any(pattern.search(folded) for pattern in _outlet_words(_codes(lexicon)))


@cache
def _outlet_words(languages: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    patterns = []
    for code in languages:
        words = sorted({fold(word, languages[0]) for word in reading_table(code).outlet_words})
        # German puts them at the end of a compound: "Morgenpost".
        before = "" if code in (*SPACELESS, "de") else r"(?<!\w)"
        after = "" if code in SPACELESS else r"(?!\w)"
        joined = "|".join(re.escape(word).replace(r"\*", r"\w*") for word in words)
        patterns.append(re.compile(f"{before}(?:{joined}){after}" if words else r"(?!)"))
    return tuple(patterns)


def is_something_else(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a place, a section, an agency, a button or a time."""
    key = key_of(name, lexicon.language)
    if not _has_form_of_name(name) or is_place(name, lexicon.language) or names_month(name, lexicon.language):
        return True
    if cover(lexicon.names, key) or cover(lexicon.line, key) or is_agency(name, lexicon):
        return True
    stamp = read_stamp(name, lexicon.language)
    return stamp is not None and not stamp.rest


def names_role(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text holds a reporter's or editor's title."""
    key, roles = key_of(name, lexicon.language), _roles(_codes(lexicon))
    return any(role in key for role in roles) if is_spaceless(name) else not roles.isdisjoint(key.split())


def _has_form_of_name(name: str) -> bool:
    """Return whether a text has the length and characters of a name: "France 24", "20 Minutes"; no prices or times."""
    if len(name) < (2 if is_spaceless(name) else 3) or len(name) > 60 or len(name.split()) > 7:
        return False
    return sum(char.isdigit() for char in name) <= 2 and not any(char in "[]【】〔〕:：=＝€$%#@_" for char in name)


def may_be_name(name: str, lexicon: Lexicon) -> bool:
    """Return whether what stands in the slot of a sentence could name an outlet, and not "our channel" or a price."""
    if not name or name[0].islower() or any(char in name for char in "€%$"):
        return False
    key = key_of(name, lexicon.language)
    if match_at(lexicon.things, key, 0) is not None:
        return False
    return find(lexicon.things, key) is None or has_outlet_word(name, lexicon)


def are_alike(left: str, right: str) -> bool:
    """Return whether two folded names are one, or the shorter one is most of the longer."""
    short, long = sorted((left, right), key=len)
    return short == long or (len(short) >= 5 and short in long)


def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is that of an agency or a newsroom's own."""
    return key_of(name, lexicon.language) in _agencies(_codes(lexicon))


def without_agencies(name: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Return a name without "with agencies" behind and "Newsroom" before it, and whether the first stood there."""
    words, codes = name.split(), _codes(lexicon)
    if len(words) > 1 and key_of(words[0], lexicon.language) in _desks(codes):
        words = words[1:]
        name = " ".join(words)
    known = _agencies(codes)
    for count in (4, 3, 2, 1):
        if len(words) > count and key_of(" ".join(words[-count:]), lexicon.language) in known:
            return " ".join(words[:-count]).rstrip(" -–—|,"), True
    return name, False


def _codes(lexicon: Lexicon) -> tuple[str, ...]:
    return tuple(table.code for table in lexicon.tables)


@cache
def _agencies(languages: tuple[str, ...]) -> frozenset[str]:
    words = (w for code in languages for w in (*reading_table(code).agencies, *reading_table(code).desk))
    return frozenset(key_of(word, languages[0]) for word in words)


@cache
def _desks(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, languages[0]) for code in languages for word in reading_table(code).desk)


@cache
def _roles(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, languages[0]) for code in languages for word in reading_table(code).role)
