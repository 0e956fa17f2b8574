"""Raw text → text as the site shows it: NFC, without invisible junk, bidi controls balanced."""

from __future__ import annotations

import re
import unicodedata

# Zero-width space, word joiner, byte order mark, soft hyphen, object replacement, controls other than tab and newline.
# ZWNJ and ZWJ stay: Persian and Devanagari words need them.
_JUNK = re.compile("[\u200b\u2060\ufeff\u00ad\ufffc\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f]")
_BIDI = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_ODD = re.compile(f"[{_JUNK.pattern[1:-1]}{_BIDI.pattern[1:-1]}\u0085]")  # most lines have none of them
_OPENING = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c",
            "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}  # fmt: skip


def shown(text: str) -> str:
    """Return `text` in NFC, without invisible junk and unbalanced direction controls; spaces are left as they are."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    if not _ODD.search(text):
        return text
    text = _JUNK.sub("", text).replace("\u0085", " ")
    if _BIDI.search(text):
        text = text if _is_balanced(text) else _BIDI.sub("", text)
    return text


def collapsed(text: str) -> str:
    """Return `text` with every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def _is_balanced(text: str) -> bool:
    """Return whether every embedding and isolate of one line is closed, in order."""
    waiting: list[str] = []
    for char in _BIDI.findall(text):
        if char in _OPENING:
            waiting.append(_OPENING[char])
        elif char in "\u202c\u2069" and (not waiting or waiting.pop() != char):
            return False
    return not waiting
