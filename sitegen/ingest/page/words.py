"""The text of a page as it is shown: white space, invisible marks, how much a line says, how it ends."""

from __future__ import annotations

import re
import unicodedata

_CJK = "\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff60"
_CJK_CHAR = re.compile(f"[{_CJK}]")
_CJK_BREAK = re.compile(f"(?<=[{_CJK}\u3001\u3002])[ \t]*[\r\n][ \t\r\n]*(?=[{_CJK}\u3001\u3002])")
_SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029]+")
_WIDE_SPACES = re.compile(r"[ \u00a0]*\u00a0[ \u00a0]+|[ ]+\u00a0+")
_INVISIBLE = re.compile("[\u00ad\u200b\ufeff\u2060\ue000-\uf8ff]")

_CLOSING = "\"'”’»›）)】」』]…"
_STOPS = ".。．।۔!！?？؟…"


def tidy(text: str) -> str:
    """Return the text as a browser shows it: one space where the source has several, no soft hyphens, NFC.

    No-break spaces, ZWNJ, ZWJ and bidi controls are part of what is shown and stay. A line end between two Chinese or
    Japanese characters is no space (CSS Text 3, section 4.1.2).
    """
    text = _INVISIBLE.sub("", _CJK_BREAK.sub("", text))
    text = _WIDE_SPACES.sub("\u00a0", _SPACES.sub(" ", text))
    return unicodedata.normalize("NFC", text).strip(" \u00a0\u3000\u2003\u2002\u2009")


def weigh(text: str) -> int:
    """Return how much a text says, in Latin letters: one Chinese or Japanese character counts as two."""
    return len(text) - text.count(" ") + len(_CJK_CHAR.findall(text))


def ends_sentence(text: str, stops: str = _STOPS) -> bool:
    """Whether the text ends as a sentence does, closing quotation marks and brackets aside."""
    bare = text.rstrip(_CLOSING + " \u00a0") if not text.endswith("…") else text
    return bool(bare) and (bare[-1] in stops or (text[-1:] in "”»」』" and len(text) > 60))
