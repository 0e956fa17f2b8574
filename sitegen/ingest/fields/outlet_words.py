"""What the tables tell of a name: words for papers, what stands beside them, newsrooms, agencies, roles."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from babel import Locale

from sitegen.fold import fold
from sitegen.ingest.fields.byline import looks_like_name, without_by
from sitegen.ingest.lines import is_spaceless, key_of
from sitegen.ingest.phrases import SPACELESS, Index, Lexicon, add, cover, find
from sitegen.ingest.phrases import lexicon as lexicon_of
from sitegen.lang.table import reading_table

_PRODUCTS = (
    "digital", "premium", "plus", "online", "app", "pro", "e-paper", "epaper", "newsletter", "podcast", "tv", "live",
)  # fmt: skip
_SPELT = {"हिन्दी": ("हिंदी",)}  # names of languages that are spelt in two ways
_LONGEST_NAME, _LONGEST_BYLINE = 40, 140
_SHORTEST_BEFORE = 4  # characters of a name without a word for papers before a role
_ELIDED = re.compile(r"^[dl]['’](?=[A-ZÀ-Þ])")  # "la rédaction d'Ici Cayenne"
_HYPHENED = re.compile(r"(?<=\w\w\w)[-–](?:redaktion|newsroom|newsdesk|desk|team)$", re.IGNORECASE)
# Python's \w leaves out the vowel signs of Devanagari, which stand inside words.
_WORD = re.compile(r"[\w\u0900-\u0963\u0971-\u097f]+")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words that names of papers are made of, by how they stand in a name."""

    whole: frozenset[str]
    parts: tuple[str, ...]  # in scripts without spaces
    ends: tuple[str, ...]  # of German compounds: "Morgenpost"
    starts: tuple[str, ...]  # "Giornaledel*"
    phrases: tuple[str, ...]  # of several words


def has_outlet_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a word that names of outlets are made of: Times, Kurier, 日报."""
    return _has_outlet_word(name, lexicon.language)


@lru_cache(maxsize=4096)  # many rules ask for each piece of a line
def _has_outlet_word(name: str, language: str) -> bool:
    key, known = key_of(name, language), _outlet_words(_codes_of(language))
    words = _WORD.findall(key)
    if not known.whole.isdisjoint(words) or any(part in key for part in known.parts):
        return True
    if any(word.endswith(known.ends) or word.startswith(known.starts) for word in words):
        return True
    return any(_stands_whole(phrase, key) for phrase in known.phrases if phrase in key)


def _stands_whole(phrase: str, key: str) -> bool:
    """Return whether the first place of `phrase` in `key` has no letter before or behind it."""
    start = key.index(phrase)
    end = start + len(phrase)
    return not key[max(0, start - 1) : start].isalnum() and not key[end : end + 1].isalnum()


def is_paper_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name without spaces is a word for papers and no more, or one with a product behind it."""
    key, known = key_of(name, lexicon.language), _outlet_words(_codes(lexicon)).parts
    return any(key.startswith(part) and _is_product(key[len(part) :], lexicon) for part in known)


def _is_product(rest: str, lexicon: Lexicon) -> bool:
    return not rest or cover(lexicon.things, rest) is not None


def has_weak_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a word that no person's name has: "Coastline Africa"."""
    key = key_of(name, lexicon.language)
    return find(_index_of("weak", lexicon.language), key) is not None


@cache
def _index_of(topic: str, language: str) -> Index:
    """The words that the tables list as `outlet.weak`, `outlet.beside` or `outlet.offices`."""
    index: Index = {}
    for table in lexicon_of(language).tables:
        topics = {"weak": table.outlet_weak, "beside": table.outlet_beside, "office": table.outlet_offices}
        add(index, topics[topic], topic, table.code)
    return index


@cache
def _outlet_words(languages: tuple[str, ...]) -> _Words:
    groups: dict[str, set[str]] = {"whole": set(), "parts": set(), "ends": set(), "starts": set(), "phrases": set()}
    for code in languages:
        for written in reading_table(code).outlet_words:
            word = " ".join(fold(written, languages[0]).split())
            if code in SPACELESS:
                groups["parts"].add(word)
            elif code == "de":
                groups["ends"].add(word)
            elif word.endswith("*"):
                groups["starts"].add(word[:-1])
            else:
                groups["whole" if _WORD.fullmatch(word) else "phrases"].add(word)
    whole = frozenset(groups.pop("whole"))
    return _Words(whole, **{name: tuple(sorted(words)) for name, words in groups.items()})


def stands_beside_names(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text holds a word that stands beside names of papers: "a weekly", "founded in", "licence"."""
    return find(_index_of("beside", lexicon.language), key_of(text, lexicon.language)) is not None


def names_office(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is that of a ministry, an embassy or a university, which papers give as their source."""
    return find(_index_of("office", lexicon.language), key_of(name, lexicon.language)) is not None


def names_role(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text holds a reporter's or editor's title."""
    key, roles = key_of(name, lexicon.language), _roles(_codes(lexicon))
    return any(role in key for role in roles) if is_spaceless(name) else not roles.isdisjoint(key.split())


def is_role_alone(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a reporter's title and no more: "Correspondent", "Our correspondent"."""
    key, codes = key_of(name, lexicon.language), _codes(lexicon)
    # A Russian paper may be called "Корреспондент"; others put an article before it.
    return (key in _roles(codes) and lexicon.language != "ru") or key in _desks(codes)


@cache
def _roles(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, languages[0]) for code in languages for word in reading_table(code).role)


def announces_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a word before the name of an author or editor, as "Author" and "Edited by" are."""
    return key_of(text, lexicon.language) in _announcing(_codes(lexicon))


@cache
def _announcing(languages: tuple[str, ...]) -> frozenset[str]:
    words = (w for code in languages for w in (*reading_table(code).by, *reading_table(code).staff))
    return frozenset(key_of(word.rstrip(": "), languages[0]) for word in words)


def without_desk(name: str, lexicon: Lexicon) -> str:
    """Return a name without the desk around it: "Political Newsroom of The Heron", "The Heron Sports Desk"."""
    if is_spaceless(name):
        return _before_role(name, lexicon)
    name = _HYPHENED.sub("", name)
    words, codes = name.split(), _codes(lexicon)
    if len(words) < 2 or _edges(codes).isdisjoint(_WORD.findall(key_of(name, lexicon.language))):
        return name
    count, desks = len(words), _desks(codes)
    for size in (3, 2, 1):
        lead = " ".join(words[:size])
        if len(words) > size and key_of(lead, lexicon.language) in desks and not has_outlet_word(lead, lexicon):
            words = _without_section(words[size:], lexicon, at=0)
            words = words[1:] if len(words) > 1 and words[0].lower() in small_words(lexicon.language) else words
            words = [_ELIDED.sub("", words[0]), *words[1:]]
        elif len(words) > size and key_of(" ".join(words[-size:]), lexicon.language) in desks:
            words = _without_section(words[:-size], lexicon, at=-1)
    return _without_link(words, lexicon) if len(words) < count else name


def written_for(text: str, lexicon: Lexicon) -> str:
    """Return the paper that a byline says its author writes for: "Ada Wren, in Pune, for The Heron"; else ""."""
    if len(text) > _LONGEST_BYLINE:
        return ""
    words = text.split()
    known = _fors(_codes(lexicon))
    place = next((n for n, word in enumerate(words) if n > 1 and word.casefold() in known), 0)
    name = " ".join(words[place + 1 :]) if place else ""
    is_cased = name.lower() != name.upper()
    if place and not looks_like_name(without_by(" ".join(words[:place]), lexicon), lexicon):
        return ""
    return name if name and len(name.split()) <= 5 and (name[0].isupper() or not is_cased) else ""


@cache
def _fors(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.casefold() for code in languages for word in reading_table(code).written_for)


def _before_role(name: str, lexicon: Lexicon) -> str:
    """Return what stands before the first role or newsroom of a name without spaces: "海峽晨報 記者林予安"."""
    for word in re.finditer(_role_pattern(lexicon.language), name[:_LONGEST_NAME]):
        before = name[: word.start()].strip(" \u3000")
        if len(before) >= _SHORTEST_BEFORE or (len(before) > 1 and has_outlet_word(before, lexicon)):
            return before
    return name


@cache
def _role_pattern(language: str) -> re.Pattern[str]:
    table = reading_table(language)
    words = {word.rstrip(":：/／ ") for word in (*table.role, *table.by, *table.staff, *table.desk)}
    # A single character is a part of other words, and an agency's name no role.
    known = sorted((w for w in words if len(w) > 1 and w not in table.agencies), key=lambda w: (-len(w), w))
    return re.compile("|".join(map(re.escape, known)) or r"(?!)")


def _without_section(words: list[str], lexicon: Lexicon, *, at: int) -> list[str]:
    is_section = len(words) > 1 and cover(lexicon.names, key_of(words[at], lexicon.language)) is not None
    return words if not is_section else words[1:] if at == 0 else words[:-1]


def is_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is that of an agency or a newsroom's own."""
    return key_of(name, lexicon.language) in _agencies(_codes(lexicon))


def without_agencies(name: str, lexicon: Lexicon) -> tuple[str, bool]:
    """Return a name without "with agencies" behind and "Newsroom" before it, and whether the first stood there."""
    words, codes = name.split(), _codes(lexicon)
    if len(words) < 2 or _edges(codes).isdisjoint(_WORD.findall(key_of(name, lexicon.language))):
        return name, False
    if key_of(words[0], lexicon.language) in _desks(codes):
        words = words[1:]
        name = " ".join(words)
    known = _agencies(codes)
    for count in (4, 3, 2, 1):
        if len(words) > count and key_of(" ".join(words[-count:]), lexicon.language) in known:
            return _without_link(words[:-count], lexicon), True
    return name, False


@cache
def _edges(languages: tuple[str, ...]) -> frozenset[str]:
    """Return the first and the last words of newsrooms and agencies: a name with none of them holds neither."""
    words = [_WORD.findall(name) for name in (*_agencies(languages), *_desks(languages))]
    return frozenset(word for parts in words if parts for word in (parts[0], parts[-1]))


def _without_link(words: list[str], lexicon: Lexicon) -> str:
    """Return a name without "with" or "and" behind it, which led to an agency."""
    while len(words) > 1 and (words[-1].lower() in small_words(lexicon.language) or not words[-1].strip("-–—|,/&+")):
        words = words[:-1]
    return " ".join(words).rstrip(" -–—|,")


@cache
def _agencies(languages: tuple[str, ...]) -> frozenset[str]:
    words = (w for code in languages for w in (*reading_table(code).agencies, *reading_table(code).desk))
    return frozenset(key_of(word, languages[0]) for word in words)


@cache
def _desks(languages: tuple[str, ...]) -> frozenset[str]:
    return frozenset(key_of(word, languages[0]) for code in languages for word in reading_table(code).desk)


def _codes(lexicon: Lexicon) -> tuple[str, ...]:
    return _codes_of(lexicon.language)


@cache
def _codes_of(language: str) -> tuple[str, ...]:
    return tuple(table.code for table in lexicon_of(language).tables)


@cache
def small_words(language: str) -> frozenset[str]:
    """Return the folded function words of a language."""
    return frozenset(key_of(word, language) for word in reading_table(language).words)


def is_generic(name: str, language: str) -> bool:
    """Return whether a text is made of what papers call themselves and their products alone: "Digital newspaper".

    So is the name of the language with a word for papers: "Hindi news".
    """
    key = key_of(name, language)
    if cover(_generic(language), key) is not None:
        return True
    own = key_of(Locale.parse(language).languages.get(language, ""), language)
    rest = [word for word in key.split() if word not in (own, *_SPELT.get(own, ()))]
    known = _outlet_words(tuple(table.code for table in lexicon_of(language).tables)).whole
    return bool(own) and 0 < len(rest) < len(key.split()) and known.issuperset(rest)


@cache
def _generic(language: str) -> Index:
    """Return what papers call themselves and their products: a text of nothing else names none of them."""
    index: Index = {}
    for table in lexicon_of(language).tables:
        add(index, (*table.outlet_beside, *_PRODUCTS), "generic", table.code)
    return index
