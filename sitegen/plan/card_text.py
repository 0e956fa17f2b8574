"""A text, a size and a width → its lines on a card; widths are estimated from the fonts' own, rather too wide.

A card is drawn from fixed fonts, but planning does not read them: what matters is that nothing runs off the card.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

# Widths in ems of the bold Noto faces (their hmtx tables), rounded up.
_NARROW = frozenset(" .,:;'’!|()[]-·/ijlI،؛")
_WIDE = frozenset("mwMW—ЖШЩЮжшщюыфМ")
_OF_SCRIPT = {"ARABIC": 0.56, "DEVANAGARI": 0.66, "CYRILLIC": 0.68}
# A break may stand between Chinese characters and kana, but not before these (JIS X 4051, GB/T 15834).
_STAYS = "、。，．・：；！？）」』》〉】〕ーぁぃぅぇぉっゃゅょ々–—…"
_EAST = "\u3000-\u30ff\u3400-\u9fff\uff01-\uff60"
_KATAKANA = "\u30a1-\u30fa\u30fc"  # a name in them is not broken
_UNIT = re.compile(rf"(?:[{_KATAKANA}]+|[{_EAST}]|[^\s{_EAST}]+)[{_STAYS}]*\s*")


def width_of(text: str) -> float:
    """Return the width of a line in ems."""
    return sum(_width(letter) for letter in text)


def _width(letter: str) -> float:
    if unicodedata.category(letter) in ("Mn", "Cf"):
        return 0.0
    if unicodedata.east_asian_width(letter) in ("W", "F"):
        return 1.0
    if letter in _NARROW:
        return 0.38
    if letter in _WIDE:
        return 1.0
    script = unicodedata.name(letter, "").split(" ", 1)[0]
    base = _OF_SCRIPT.get(script, 0.62)
    return base + 0.12 if letter.isupper() else base


def wrap(text: str, width: float) -> tuple[str, ...]:
    """Return the lines of a text that are at most `width` ems wide, as even in length as their number allows."""
    units = [piece for unit in _UNIT.findall(text) for piece in _cut(unit, width)]
    lines = _fill(units, width)
    narrow = width
    while narrow > width / 2:
        tried = _fill(units, narrow - 1)
        if len(tried) > len(lines):
            break
        narrow -= 1
        lines = tried
    return tuple(lines)


def _cut(unit: str, width: float) -> list[str]:
    """Return a word in pieces that each fit a line."""
    pieces = [""]
    for letter in unit:
        if width_of(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _fill(units: Sequence[str], width: float) -> list[str]:
    lines = [""]
    for unit in units:
        if lines[-1] and width_of((lines[-1] + unit).rstrip()) > width:
            lines.append("")
        lines[-1] += unit
    return [line.strip() for line in lines if line.strip()]


def fit(text: str, sizes: Sequence[int], width: int, height: int, leading: float) -> tuple[int, tuple[str, ...]]:
    """Return the first of the sizes (in pixels) in which a text fits, with its lines; in the last it is cut to fit."""
    for size in sizes:
        lines = wrap(text, width / size)
        if len(lines) * size * leading <= height:
            return size, lines
    size = sizes[-1]
    most = max(int(height / (size * leading)), 1)
    lines = tuple(_fill([p for unit in _UNIT.findall(text) for p in _cut(unit, width / size - 1)], width / size - 1))
    return size, (*lines[: most - 1], lines[most - 1].rstrip(" ,;:،、，") + "…")
