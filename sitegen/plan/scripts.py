"""Words that came through other hands → the language they are in, as far as their script tells."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping

from sitegen.plan.views import Text

# The first word of a letter's name in the Unicode data → its script (ISO 15924); Chinese and kana count as one.
_SCRIPT_OF_NAME: Mapping[str, str] = {
    "ARABIC": "Arab",
    "CJK": "Jpan",
    "CYRILLIC": "Cyrl",
    "DEVANAGARI": "Deva",
    "HIRAGANA": "Jpan",
    "KATAKANA": "Jpan",
    "LATIN": "Latn",
}
_SCRIPT_OF_LANGUAGE: Mapping[str, str] = {
    "ar": "Arab", "fa": "Arab", "hi": "Deva", "ja": "Jpan", "ru": "Cyrl", "zh": "Jpan",
}  # fmt: skip
_TAGS: Mapping[str, str] = {"Jpan": "und-Hani"}  # a name in Chinese characters may be of either language


def script_of(text: str) -> str:
    """Return the script of most letters of a text, "" where it has none that we know."""
    names = (unicodedata.name(letter, "").split(" ", 1)[0] for letter in text if letter.isalpha())
    found = Counter(_SCRIPT_OF_NAME[name] for name in names if name in _SCRIPT_OF_NAME)
    return min(found, key=lambda script: (-found[script], script)) if found else ""


def script_of_language(language: str) -> str:
    """Return the script that a language of the sixteen is written in."""
    return _SCRIPT_OF_LANGUAGE.get(language, "Latn")


def text_in_one_of(text: str, languages: Iterable[str]) -> Text:
    """Return words with the first of the languages that is written in their script, or with their script alone.

    A report may quote a name in another script than its own, and a name that several reports share stands in the
    letters of one of them: to call it the language of the others would have it read aloud wrongly.
    """
    script = script_of(text)
    if not script:
        return Text(text, "und", "auto")
    fitting = next((code for code in languages if script_of_language(code) == script), None)
    tag = fitting or _TAGS.get(script, f"und-{script}")
    return Text(text, tag, "rtl" if script == "Arab" else "ltr")
