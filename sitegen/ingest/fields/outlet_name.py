"""What a name of an outlet looks like, and what is none: a place, a section, an agency, a button, a day."""

from __future__ import annotations

import re
from functools import lru_cache

from sitegen.ingest.fields.byline import is_given_name, looks_like_name
from sitegen.ingest.fields.company import has_form_before, without_company
from sitegen.ingest.fields.dates import names_month
from sitegen.ingest.fields.outlet_words import (
    announces_name,
    has_outlet_word,
    has_weak_word,
    is_agency,
    is_generic,
    is_paper_word,
    is_role_alone,
    names_office,
    names_role,
    small_words,
    stands_beside_names,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon, cover, find, match_at
from sitegen.ingest.phrases import lexicon as lexicon_of

_DOMAIN = re.compile(
    r"^(?:[A-Za-z0-9-]{3,30}(?:\.[A-Za-z]{2,4})?\.(?:[a-z]{2,7}|[A-Z]{2,7})|[А-Яа-яЁё0-9-]{3,30}\.(?:ру|РУ|рф|РФ|ком))$"
)
_INITIALED = re.compile(r"(?<!\w)(?:[^\W\d_]{1,3}\.\s?){1,2}[^\W\d_]{2,}")
_COMMA = re.compile(r"\s*[,،]\s+")
_LETTERS = re.compile(r"[^\W\d_]{2}|[\u0900-\u097f]{2}")
_LATIN_TAIL = re.compile(r"(?<=[\u3040-\u9fff])\s+[A-Za-z][A-Za-z .]*$")
_FREQUENCY = re.compile(r"\s+\d{2,3}[.,]\d(?:\s?(?:FM|MHz|AM))?\s*$|\s+(?:FM|AM)\s*$")
_YEAR = r"(?:19|20)\d\d"
_YEARS = re.compile(rf"^(?:[©\s]|\(c\)|copyright|{_YEAR}(?:\s?[-–]\s?(?:19|20)?\d\d)?)+|[\s,]+{_YEAR}$", re.IGNORECASE)
_REPORTS = ("報導", "报道", "報道")  # "Taipei report": where a reporter sends from
# Articles with which names of papers begin; no sentence and no person does so in capitals.
_ARTICLES = {
    "en": ("The",), "es": ("El", "La", "Los", "Las"), "fr": ("Le", "La", "Les"), "it": ("Il", "La", "Lo", "Gli", "Le"),
    "pt": ("O", "A", "Os", "As"),
}  # fmt: skip
_TITLE_CASED = frozenset({"en", "id", "ms", "tr", "de"})
# Languages whose verbs stand last, and forms of these that ask: their buttons end with one.
_VERB_LAST = frozenset({"hi", "tr", "fa"})
_ASKED_HI = frozenset(
    ("देखें", "देखिए", "पढ़ें", "पढ़िए", "पढें", "सुनें", "जानें", "जानिए", "करें", "कीजिए", "जुड़ें",
     "पाएं", "पाएँ", "लें", "दें", "बताएं", "बनें", "चुनें", "खेलें", "लिखें", "भेजें", "खोलें", "बनाएं", "जीतें")
)  # fmt: skip
_ASKED_TR = re.compile(
    r"(?<!\w)(?:t[iı]klay[iı]n(?:[iı]z)?|t[iı]kla|izleyin(?:iz)?|okuyun(?:uz)?|edin(?:iz)?|indirin(?:iz)?|olun(?:uz)?"
    r"|kat[iı]l[iı]n(?:[iı]z)?|payla[sş][iı]n(?:[iı]z)?|bildirin(?:iz)?|dinleyin(?:iz)?)$"
)
_ASKED_FA = frozenset(
    ("کنید", "بخوانید", "ببینید", "بشنوید", "شوید", "بزنید", "نمایید",
     "بنویسید", "بفرستید", "بپیوندید", "بگیرید", "فرمایید")
)  # fmt: skip
_DESCRIPTION = re.compile(r"(?<=\w{3})[,،]\s+([^\W\d_A-ZÀ-ÞА-Я].*)$")
_PRODUCT = re.compile(r"(?:客户端|客戶端|[\s·-]+(?:e-?paper|e-gazete|ई-?पेपर))$", re.IGNORECASE)
_SHORTEST_PART = 5  # characters by which a part of a name may stand for it
_QUOTED = re.compile(r"^[«»“”\"„'‘’『「《]+|[«»“”\"„'‘’』」》]+$")


@lru_cache(maxsize=4096)  # many rules ask for each piece of a line
def tidy(name: str) -> str:
    """Return a name without signs, years, quotation marks and forms of companies around it.

    A second name in Latin letters behind a Chinese or Japanese one goes, too.
    """
    name = _FREQUENCY.sub("", name)
    name = without_company(_YEARS.sub("", name.strip(" \t.,:;|*_–—-")))
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
    if "・" in name and is_spaceless(name):
        return 0.0  # "Shipping・Ports": a section of two parts
    words = name.split()
    if lexicon.language in _TITLE_CASED and len(words) > 1 and words[-1][0].islower():
        return -0.1  # "Shipping lanes" is a kicker where names have capitals throughout
    return 0.0 if _could_be_person(name, lexicon) and not has_weak_word(name, lexicon) else 0.15


def is_like_person(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is two or three words as persons' are, and none of them one of papers."""
    if is_spaceless(name) or not 2 <= len(name.split()) <= 3 or begins_with_article(name, lexicon):
        return False
    is_named = has_outlet_word(name, lexicon) or has_weak_word(name, lexicon)
    return not is_named and _could_be_person(name, lexicon)


def _could_be_person(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name has the form of a person's: up to three characters in Chinese, five kanji in Japanese."""
    if " & " in name:
        return False
    if not is_spaceless(name):
        return looks_like_name(name, lexicon)
    longest = 3 if lexicon.language == "zh" else 5
    return len(name) <= longest and all("\u3400" <= char <= "\u9fff" for char in name)


def is_domain(name: str) -> bool:
    """Return whether a name is an address: "example.com"."""
    return _DOMAIN.match(name) is not None


def is_acronym(name: str) -> bool:
    """Return whether a name is up to five capitals, as agencies are called, and sites for those who pay: "FRW+"."""
    name = name.removesuffix("+")
    return name.isascii() and name.isalpha() and name.isupper() and len(name) <= 5


def is_something_else(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is a place, a section, an agency, a button or a time."""
    return _is_something_else(name, lexicon.language)


@lru_cache(maxsize=2048)  # cleaning asks, and the search for the outlet again
def _is_something_else(name: str, language: str) -> bool:
    lexicon = lexicon_of(language)
    if not name or _is_phrase(name, lexicon):
        return True
    key = key_of(name, lexicon.language)
    opening = match_at(lexicon.open, key, 0)
    is_opened = opening is not None and len(opening[0].literal) < len(key) and not _is_capped(name, key, lexicon)
    if _ends_as_appeal(name, key, lexicon):
        return True  # "See the live score" where the verb stands last
    if is_opened and (
        is_spaceless(name)
        or not has_outlet_word(name, lexicon)
        or _is_in_small_letters(name, lexicon)
        or find(lexicon.things, key) is not None
    ):
        return True  # "Follow the …", "Read in …", "Подпишись на канал"
    if not _has_form_of_name(name) or is_place(name, lexicon.language) or names_month(name, lexicon.language):
        return True
    if (
        cover(lexicon.names, key)
        or cover(lexicon.line, key)
        or is_agency(name, lexicon)
        or announces_name(name, lexicon)
    ):
        return True
    if is_generic(name, lexicon.language) or (is_spaceless(name) and is_paper_word(name, lexicon)):
        return True  # "Digital newspaper", "E-Paper", "早报"
    if names_office(name, lexicon) and not begins_with_article(name, lexicon):
        return True
    if _is_section_with_product(key, lexicon) or _is_with_agency(name, lexicon):
        return True
    stamp = read_stamp(name, lexicon.language)
    return stamp is not None and not stamp.rest


def _is_with_agency(name: str, lexicon: Lexicon) -> bool:
    """Return whether a small word and an agency make up a name: "Avec MAP"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and key_of(first, lexicon.language) in small_words(lexicon.language) and is_agency(rest, lexicon)


def _is_in_small_letters(name: str, lexicon: Lexicon) -> bool:
    """Return whether a text goes on in small letters where names have capitals: "Follow the latest news of …"."""
    return lexicon.language in _TITLE_CASED and any(word[0].islower() for word in name.split()[1:3])


def _is_section_with_product(key: str, lexicon: Lexicon) -> bool:
    """Return whether a text without spaces is a section and a product of the house's: "財經電子報"."""
    if not is_spaceless(key):
        return False
    halves = ((key[:n], key[n:]) for n in range(2, len(key) - 1))
    return any(cover(lexicon.names, left) and cover(lexicon.things, right) for left, right in halves)


def _is_capped(name: str, key: str, lexicon: Lexicon) -> bool:
    """Return whether each of two to four words is written as a name's, and none is a thing of the site's."""
    words = name.split()
    if not 2 <= len(words) <= 4 or name.isupper() or find(lexicon.things, key) is not None:
        return False
    return all(word[0].isupper() for word in words) and cover(lexicon.line, key) is None


def _ends_as_appeal(name: str, key: str, lexicon: Lexicon) -> bool:
    """Return whether a text ends with a verb that asks the reader, in a language whose verbs stand last."""
    words = name.split()
    if lexicon.language not in _VERB_LAST or len(words) < 2 or has_outlet_word(words[-1], lexicon):
        return False
    return ends_as_appeal(key, lexicon)


def ends_as_appeal(key: str, lexicon: Lexicon) -> bool:
    """Return whether the last one or two words of a folded text open appeals elsewhere, or ask: "tap", "see"."""
    words = key.strip(" .!»›>:)").split()
    tails = (words[-1:], words[-2:])
    return any(tail and _is_verb(" ".join(tail), lexicon) for tail in tails)


def _is_verb(text: str, lexicon: Lexicon) -> bool:
    if lexicon.language == "hi":
        return text in _ASKED_HI
    if lexicon.language == "tr":
        return _ASKED_TR.search(text) is not None
    return text in _ASKED_FA


def without_sections(name: str, lexicon: Lexicon) -> str:
    """Return a name without the row of sections, places and numbers that a copied masthead has glued behind it."""
    words = name.split()
    end = len(words)
    while end > 1 and _is_of_bar(words[end - 1], lexicon):
        end -= 1
    cut, left = len(words) - end, " ".join(words[:end])
    fewest = 2 if is_spaceless(name) or (left.isupper() and not name.isupper()) else 3
    return left if cut >= fewest and not is_something_else(left, lexicon) else name


def _is_of_bar(word: str, lexicon: Lexicon) -> bool:
    if not any(map(str.isalpha, word)):
        return True
    if is_section(word, lexicon) or is_place(word, lexicon.language):
        return True
    return is_spaceless(word) and is_paper_word(word, lexicon)


def _has_form_of_name(name: str) -> bool:
    """Return whether a text has the length and characters of a name: "France 24", "20 Minutes"; no prices or times."""
    if len(name) < (2 if is_spaceless(name) else 3) or len(name) > 60 or len(name.split()) > 7:
        return False
    if not _LETTERS.search(name):
        return False  # "A- A A+"
    return sum(char.isdigit() for char in name) <= 2 and not any(char in "[]【】〔〕:：=＝€$%#@_?？؟°" for char in name)


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
        _is_role(name, lexicon)
        or _holds_author(name, lexicon)
        or name.endswith(_REPORTS)
        or _ends_open(name, key_of(name, lexicon.language), lexicon)
    )


def _holds_author(name: str, lexicon: Lexicon) -> bool:
    """Return whether a comma parts a name into an author's and another: "Muh. Rizal, heron.example"."""
    parts = _COMMA.split(name)
    return len(parts) > 1 and any(_INITIALED.fullmatch(p) or _is_author(p, lexicon) for p in parts)


def _is_author(part: str, lexicon: Lexicon) -> bool:
    is_named = 2 <= len(part.split()) <= 4 and is_given_name(part, lexicon) and looks_like_name(part, lexicon)
    return is_named and not has_outlet_word(part, lexicon)


def _is_role(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name holds a title: "Kingstown correspondent", but not "El Economista"."""
    if not names_role(name, lexicon):
        return False
    if is_role_alone(name, lexicon):
        return True
    last = name.rsplit(maxsplit=1)[-1]
    is_written_small = last[0].islower() and lexicon.language != "ru"  # Russian names of papers begin one capital
    return is_written_small or not has_outlet_word(name, lexicon)


def _ends_open(name: str, key: str, lexicon: Lexicon) -> bool:
    """Return whether a name breaks off at a small word: "Hindi news for"."""
    last = name.rsplit(maxsplit=1)[-1]
    is_small = not is_spaceless(name) and last[0] == last[0].lower()
    return is_small and key.rsplit(maxsplit=1)[-1] in small_words(lexicon.language)


def begins_with_article(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is written as names of papers are: "The Heron", "La Garza del Este", no "La entrevista"."""
    words = name.split()
    known = [article for table in lexicon.tables for article in _ARTICLES.get(table.code, ())]
    if len(words) < 2 or (name.isupper() and words[0] != "THE"):
        return False  # "EL ANÁLISIS" is a kicker
    return words[0].capitalize() in known and words[1][0].isupper()


def is_section(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is made of the names of sections alone."""
    return cover(lexicon.names, key_of(text, lexicon.language)) is not None


def without_product(name: str) -> str:
    """Return a name without the product that no paper is called by: "Heron E-Paper", "江湾晨报客户端"."""
    bare = _PRODUCT.sub("", name).rstrip()
    return bare if len(bare) >= 2 else name


def without_description(name: str, lexicon: Lexicon) -> str:
    """Return a name without what it calls itself behind a comma: "Il Molo, quotidiano online"."""
    found = _DESCRIPTION.search(name)
    return name[: found.start()] if found and stands_beside_names(found[1], lexicon) else name


def is_set_as_name(text: str) -> bool:
    """Return whether a text is a name in quotation marks, or behind the form of a company: "ИА «Берег»"."""
    bare = text.strip()
    return has_form_before(bare) or (bare[:1] in "«„“『「《" and bare[-1:] in "»“”』」》")


def are_alike(left: str, right: str) -> bool:
    """Return whether two folded names are one, or the shorter one is some words of the longer."""
    short, long = sorted((left, right), key=len)
    if short == long or len(short) < _SHORTEST_PART or short not in long:
        return short == long
    return is_spaceless(short) or re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long) is not None
