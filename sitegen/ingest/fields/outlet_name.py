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
from sitegen.ingest.phrases import SPACELESS, Index, Lexicon, add, cover, find, match_at
from sitegen.ingest.phrases import lexicon as lexicon_of
from sitegen.lang.table import reading_table

_DOMAIN = re.compile(r"^[A-Za-z0-9-]{3,30}(?:\.[A-Za-z]{2,4})?\.(?:[a-z]{2,7}|[A-Z]{2,7})$")
_LATIN_TAIL = re.compile(r"(?<=[\u3040-\u9fff])\s+[A-Za-z][A-Za-z .]*$")
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"^(?:[©\s]|\(c\)|copyright|{_YEAR}(?:\s?[-–]\s?(?:19|20)?\d\d)?)+|[\s,]+{_YEAR}$", re.IGNORECASE)
# Forms of companies that stand behind a name, and those that stand before it.
_FORMS = (
    "Inc|LLC|Ltd|Co., Ltd|Co|Corp|Pte Ltd|Pte. Ltd|Pvt Ltd|Pvt. Ltd|PLC|Limited|Sdn Bhd|Sdn. Bhd|Berhad|Tbk|"
    "GmbH|GmbH & Co. KG|mbH|m.b.H|Verlag|Verlagsgesellschaft|Verlagsgesellschaft mbH|Verlagsgesellschaft m.b.H|"
    "Verlags GmbH|Verlags-GmbH|Medien GmbH|AG|KG|SE|eG|SA|S.A|SAS|S.A.S|SARL|SpA|S.p.A|Srl|S.r.l|SL|S.L|S.L.U|"
    "S.A. de C.V|C.A|Ltda|Ltda. ME|A.Ş|Ltd. Şti|Yayıncılık|Yayıncılık A.Ş|Gazetecilik|Gazetecilik A.Ş|JSC|BV|NV|"
    "Oy|AB|ООО|АО|ЗАО|प्रा. लि|प्रा लि|प्रा|लिमिटेड|Editore|Editora|Editorial|Publishing|株式会社|有限公司|股份有限公司"
)
_COMPANY = re.compile(rf",?(?:\s+|(?<=[\u3040-\u9fff]))(?:{_FORMS.replace('.', '[.]')})\.?$", re.IGNORECASE)
_BEFORE = re.compile(
    r"^(?:PT\.?|CV\.?|ООО|АО|ЗАО|ИА|ИД|株式会社|Công ty(?: cổ phần| TNHH)?)\s*(?=[\"«„“]|[A-ZА-ЯĐ\u3040-\u9fff])"
)
# Articles with which names of papers begin; no sentence and no person does so in capitals.
_REPORTS = ("報導", "报道", "報道")  # "Taipei report": where a reporter sends from
_ARTICLES = {
    "en": ("The",), "es": ("El", "La", "Los", "Las"), "fr": ("Le", "La", "Les"), "it": ("Il", "La", "Lo", "Gli", "Le"),
    "pt": ("O", "A", "Os", "As"),
}  # fmt: skip
_PRODUCTS = (
    "digital",
    "premium",
    "plus",
    "online",
    "app",
    "pro",
    "e-paper",
    "epaper",
    "newsletter",
    "podcast",
    "tv",
    "live",
)
_QUOTED = re.compile(r"^[«»“”\"„'‘’『「《]+|[«»“”\"„'‘’』」》]+$")


def tidy(name: str) -> str:
    """Return a name without signs, years, quotation marks and forms of companies around it.

    A second name in Latin letters behind a Chinese or Japanese one goes, too.
    """
    name = _COMPANY.sub("", _BEFORE.sub("", _YEARS.sub("", name.strip(" \t.,:;|*_–—-"))))
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
    return 0.0 if _could_be_person(name, lexicon) else 0.15


def _could_be_person(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name has the form of a person's: up to three characters in Chinese, five kanji in Japanese."""
    if not is_spaceless(name):
        return looks_like_name(name, lexicon)
    longest = 3 if lexicon.language == "zh" else 5
    return len(name) <= longest and all("\u3400" <= char <= "\u9fff" for char in name)


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
    if not name or _is_phrase(name, lexicon):
        return True
    key = key_of(name, lexicon.language)
    opening = match_at(lexicon.open, key, 0)
    if opening is not None and len(opening[0].literal) < len(key) and not has_outlet_word(name, lexicon):
        return True  # "Follow the …", "Read in …"
    if not _has_form_of_name(name) or is_place(name, lexicon.language) or names_month(name, lexicon.language):
        return True
    if (
        cover(lexicon.names, key)
        or cover(lexicon.line, key)
        or is_agency(name, lexicon)
        or announces_name(name, lexicon)
    ):
        return True
    if cover(_generic(lexicon.language), key):
        return True  # "Digital newspaper", "E-Paper"
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
    if match_at(lexicon.things, key, 0) is not None or _ends_open(name, key, lexicon):
        return False
    return find(lexicon.things, key) is None or has_outlet_word(name, lexicon)


def _is_phrase(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a part of a sentence, or somebody's role: it begins small, or ends at a small word.

    A single word that begins small may be a brand ("detakkini"), unless it is a word of the language's papers.
    """
    is_brand = len(name.split()) == 1 and len(name) >= 5 and not has_outlet_word(name, lexicon)
    if name[0].islower() and not is_domain(name) and not is_brand:
        return True
    return (
        _is_role(name, lexicon) or name.endswith(_REPORTS) or _ends_open(name, key_of(name, lexicon.language), lexicon)
    )


def _is_role(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a title: "Kingstown correspondent", but not "El Economista"."""
    if not names_role(name, lexicon):
        return False
    last = name.rsplit(maxsplit=1)[-1]
    is_written_small = last[0].islower() and lexicon.language != "ru"  # Russian names of papers begin one capital
    return is_written_small or not has_outlet_word(name, lexicon)


def _ends_open(name: str, key: str, lexicon: Lexicon) -> bool:
    """Return whether a name breaks off at a small word: "Hindi news for"."""
    last = name.rsplit(maxsplit=1)[-1]
    is_small = not is_spaceless(name) and last[0] == last[0].lower()
    return is_small and key.rsplit(maxsplit=1)[-1] in _small(lexicon.language)


def begins_with_article(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is written as names of papers are: "The Heron", "La Garza del Este", no "La entrevista"."""
    words = name.split()
    known = [article for table in lexicon.tables for article in _ARTICLES.get(table.code, ())]
    if len(words) < 2 or (name.isupper() and words[0] != "THE"):
        return False  # "EL ANÁLISIS" is a kicker
    return words[0].capitalize() in known and words[1][0].isupper()


def is_set_as_name(text: str) -> bool:
    """Return whether a text is a name in quotation marks, or behind the form of a company: "ИА «Берег»"."""
    bare = text.strip()
    return _BEFORE.match(bare) is not None or (bare[:1] in "«„“『「《" and bare[-1:] in "»“”』」》")


def stands_beside_names(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text holds a word that stands beside names of papers: "a weekly", "founded in", "licence"."""
    return find(_beside(lexicon.language), key_of(text, lexicon.language)) is not None


@cache
def _beside(language: str) -> Index:
    index: Index = {}
    for table in lexicon_of(language).tables:
        add(index, table.outlet_beside, "beside", table.code)
    return index


@cache
def _generic(language: str) -> Index:
    """Return what papers call themselves and their products: a text of nothing else names none of them."""
    index: Index = {}
    for table in lexicon_of(language).tables:
        add(index, (*table.outlet_beside, *_PRODUCTS), "generic", table.code)
    return index


def announces_name(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a word before the name of an author or editor, as "Author" and "Edited by" are."""
    return key_of(text, lexicon.language) in _announcing(_codes(lexicon))


@cache
def _announcing(languages: tuple[str, ...]) -> frozenset[str]:
    words = (w for code in languages for w in (*reading_table(code).by, *reading_table(code).staff))
    return frozenset(key_of(word.rstrip(": "), languages[0]) for word in words)


def without_desk(name: str, lexicon: Lexicon) -> str:
    """Return a name without the desk around it: "Political Newsroom of The Heron", "The Heron Sports Desk"."""
    words, desks = name.split(), _desks(_codes(lexicon))
    count = len(words)
    for size in (3, 2, 1):
        lead = " ".join(words[:size])
        if len(words) > size and key_of(lead, lexicon.language) in desks and not has_outlet_word(lead, lexicon):
            words = _without_section(words[size:], lexicon, at=0)
            words = words[1:] if len(words) > 1 and words[0].lower() in _small(lexicon.language) else words
        elif len(words) > size and key_of(" ".join(words[-size:]), lexicon.language) in desks:
            words = _without_section(words[:-size], lexicon, at=-1)
    return _without_link(words, lexicon) if len(words) < count else name


def _without_section(words: list[str], lexicon: Lexicon, *, at: int) -> list[str]:
    is_section = len(words) > 1 and cover(lexicon.names, key_of(words[at], lexicon.language)) is not None
    return words if not is_section else words[1:] if at == 0 else words[:-1]


@cache
def _small(language: str) -> frozenset[str]:
    return frozenset(key_of(word, language) for word in reading_table(language).words)


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
            return _without_link(words[:-count], lexicon), True
    return name, False


def _without_link(words: list[str], lexicon: Lexicon) -> str:
    """Return a name without "with" or "and" behind it, which led to an agency."""
    while len(words) > 1 and (words[-1].lower() in _small(lexicon.language) or not words[-1].strip("-–—|,/&+")):
        words = words[:-1]
    return " ".join(words).rstrip(" -–—|,")


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
