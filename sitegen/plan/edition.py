"""One language of the site: its words, its direction, and how it writes numbers, lists, countries and languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from unicodedata import combining, normalize

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal

from sitegen.locales import Words, load_words
from sitegen.locales.usage import Usage, load_usage

# English is read here by people of every country: day before month, and no comma before "and".
LOCALES = {"en": "en_GB"}
# Where the parts of a name stand apart; in the others a dot stands in the middle of a foreign name.
SPACED_SCRIPTS = frozenset(["ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ms", "pt", "ru", "tr", "vi"])
# "y" is "e" before the sound i: "francés e indonesio", but "agua y hielo".
_SPANISH_I = re.compile(r"h?[ií](?![aeo])", re.IGNORECASE)
PERSIAN_DIGITS = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
# What Open Graph wants beside the language; the country is only a form there.
OG_LOCALES = {
    "ar": "ar_AR", "de": "de_DE", "en": "en_GB", "es": "es_ES", "fa": "fa_IR", "fr": "fr_FR", "hi": "hi_IN",
    "id": "id_ID", "it": "it_IT", "ja": "ja_JP", "ms": "ms_MY", "pt": "pt_BR", "ru": "ru_RU", "tr": "tr_TR",
    "vi": "vi_VN", "zh": "zh_CN",
}  # fmt: skip
# CLDR names the language of a group of speakers ("Indonesia", "Melayu"); these are what the speakers put on a menu.
# The Malay edition is written as Malaysia writes it, so it bears the name that the language has there.
AUTONYMS = {"id": "Bahasa Indonesia", "ms": "Bahasa Malaysia"}


@dataclass(frozen=True, slots=True, eq=False)  # there is one of each, so that it can be the key of a cache
class Edition:
    """A language of the site; `code` is BCP 47 and the name of its folder."""

    code: str
    direction: str  # ltr or rtl
    autonym: str
    locale: Locale
    words: Words
    usage: Usage
    og_locale: str


@cache
def make_edition(code: str) -> Edition:
    """Return the edition of a language. Raises TableError where it has no catalogue."""
    locale = Locale.parse(LOCALES.get(code, code))
    og_locale = OG_LOCALES.get(code, code)
    return Edition(code, direction_of(code), autonym(code), locale, load_words(code), load_usage(code), og_locale)


@cache
def direction_of(language: str) -> str:
    """Return ltr or rtl for a language of the sixteen or any other that CLDR knows."""
    return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"


@cache
def autonym(language: str) -> str:
    """Return a language's name in itself, with a capital as on a menu: "Français", "فارسی"."""
    name = AUTONYMS.get(language) or Locale.parse(language, sep="-").get_language_name() or language
    return name[:1].upper() + name[1:]


def language_name(edition: Edition, language: str) -> str:
    """Return the name of a language in the edition's own, as it stands within a sentence: "Indonesian", "tiếng Nga"."""
    name = str(edition.locale.languages.get(language, language))
    return name[:1].lower() + name[1:] if edition.code == "vi" else name  # CLDR has "Tiếng Nga", as on a menu


def country_name(edition: Edition, code: str) -> str:
    """Return the name of a country as the language's newsrooms write it, or its code where CLDR has none."""
    return edition.usage.names.get(code) or str(edition.locale.territories.get(code, code))


@lru_cache(maxsize=10_000)
def number(edition: Edition, value: int) -> str:
    """Return a count as the language writes it."""
    return in_own_digits(edition, format_decimal(value, locale=edition.locale))


def in_own_digits(edition: Edition, text: str) -> str:
    """Return the text with Persian digits in Persian; the other languages' news pages print Western ones."""
    return text.translate(PERSIAN_DIGITS) if edition.code == "fa" else text


def join_words(edition: Edition, words: Iterable[str]) -> str:
    """Return "A, B and C" as the language's newsrooms write lists."""
    found = list(words)
    if edition.code == "fa" and len(found) > 1:  # CLDR sets a comma before "and", which Persian style guides do not
        return f"{comma(edition).join(found[:-1])} و {found[-1]}"
    text = str(format_list(found, style="standard", locale=edition.locale))
    if edition.code == "es" and len(found) > 1 and _SPANISH_I.match(found[-1]):
        return f"{text.removesuffix(found[-1]).removesuffix('y ')}e {found[-1]}"
    return text


def in_brackets(edition: Edition, text: str, inner: str) -> str:
    """Return "text (inner)" with the brackets of the language; the text alone where there is nothing to add."""
    signs = edition.usage.signs
    return f"{text}{signs.opening}{inner}{signs.closing}" if inner else text


def comma(edition: Edition) -> str:
    """Return what stands between the things of a row, with what follows it."""
    return edition.usage.signs.row


def capital(edition: Edition, text: str) -> str:
    """Return the text with a capital at its beginning, as a heading or a sentence has one."""
    first = "İ" if edition.code == "tr" and text.startswith("i") else text[:1].upper()
    return first + text[1:]


def sort_key(text: str) -> tuple[str, str]:
    """Return a key that puts names in a reader's order: without accents and case, then as written."""
    bare = "".join(c for c in normalize("NFKD", text.casefold()) if not combining(c))
    return bare, text
