"""Text → tokens: words where a language writes spaces, characters where it does not."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from sitegen.fold import fold

# Word characters with the marks that \w leaves out: Devanagari signs, Arabic vowel marks, ZWNJ, combining accents.
_MARKS = "\u0300-\u036f\u0900-\u0903\u093a-\u094f\u0951-\u0957\u0962\u0963\u064b-\u065f\u0670\u200c\u200d"
_HAN_KANA = "\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[\w{_MARKS}]+")
_CHARACTER = re.compile(rf"[{_HAN_KANA}]|(?:(?![{_HAN_KANA}])[\w{_MARKS}])+")
SPACELESS = frozenset({"zh", "ja"})

# Clitics that Arabic writes onto the next word: and, so, by, for, like, will, the (longest first).
_ARABIC_CLITICS = ("وبال", "وال", "فال", "بال", "کال", "ولل", "لل", "ال", "وب", "ول", "و", "ف", "ب", "ل", "ک", "س")
# A verb takes none but these: `السافر` is no form of `سافر`, nor `بصوت` of `صوت`.
_BEFORE_VERBS = ("وس", "فس", "و", "ف", "س")
_SO_THAT, _OF_PRESENT = "ل", ("ی", "ت", "ن")  # `ليلتقي`, but `لاستضافة` is a noun
AS_VERB = "="  # marks a form under which verbs alone are looked up


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or character with its place in the text and the forms it is looked up by."""

    text: str
    start: int
    end: int
    folded: str
    # Folded, then without clitics; "=form" for what it may be as a verb, "~stem" for each stem an ending may leave.
    forms: tuple[str, ...]


def tokenise(text: str, language: str, endings: tuple[str, ...]) -> tuple[Token, ...]:
    """Return the tokens of `text`; `endings` are what names may take in this language."""
    pattern = _CHARACTER if language in SPACELESS else _WORD
    tokens = []
    for found in pattern.finditer(text):
        word = found.group()
        forms = _forms(word, language, endings)
        if forms[0]:  # a lone vowel mark or joiner folds to nothing
            tokens.append(Token(word, found.start(), found.end(), forms[0], forms))
    return tuple(tokens)


@lru_cache(maxsize=200_000)
def _forms(word: str, language: str, endings: tuple[str, ...]) -> tuple[str, ...]:
    folded = fold(word, language)
    forms = [folded]
    if language == "ar":
        forms += [
            folded[len(clitic) :]
            for clitic in _ARABIC_CLITICS
            if folded.startswith(clitic) and len(folded) - len(clitic) >= 2
        ]
        forms += [AS_VERB + form for form in _verb_forms(folded)]
    if endings and len(folded) > 3:
        forms.append("~" + folded)
        forms += [
            "~" + folded[: -len(ending)]
            for ending in endings
            if folded.endswith(ending) and len(folded) - len(ending) >= 3
        ]
    return tuple(dict.fromkeys(forms))


def _verb_forms(folded: str) -> list[str]:
    """An Arabic word as it is written, and without what may stand before a verb."""
    cut = [folded[len(c) :] for c in _BEFORE_VERBS if folded.startswith(c) and len(folded) - len(c) >= 2]
    if folded.startswith(_SO_THAT) and folded[1:].startswith(_OF_PRESENT):
        cut.append(folded[1:])
    return [folded, *cut]


def bare(word: str, language: str) -> str:
    """Return a table word as tokens are looked up: folded, in Arabic without the article."""
    folded = fold(word, language)
    if language == "ar" and folded.startswith("ال") and len(folded) > 4:
        return folded[2:]
    return folded
