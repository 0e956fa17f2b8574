"""A text with plain spaces → the same with those of its language's typography, so that no line breaks there.

French: Imprimerie nationale, Lexique des règles typographiques. Russian: Мильчин, Справочная книга редактора, on the
dash. German: Duden, on abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_RULES: Mapping[str, tuple[tuple[re.Pattern[str], str], ...]] = {
    "de": ((re.compile(r"\b(z|d|u|o)\. (?=[a-zA-Z]\.)"), "\\1.\u00a0"),),
    "fr": (
        (re.compile(r" (?=[;!?])"), "\u202f"),
        (re.compile(r" (?=[:»])"), "\u00a0"),
        (re.compile(r"(?<=«) "), "\u00a0"),
        (re.compile(r"(?<=n°) "), "\u00a0"),
    ),
    "ru": ((re.compile(r" (?=[—–] )"), "\u00a0"),),
}


def typeset(language: str, text: str) -> str:
    """Return the text with the unbreaking spaces of its language."""
    for pattern, space in _RULES.get(language, ()):
        text = pattern.sub(space, text)
    return text
