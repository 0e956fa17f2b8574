"""Text → the fonts that draw it on a preview card, where they are installed: the extra `cards` of pyproject.toml.

Fonts come from packages, pinned with the other dependencies, so that a card looks the same wherever it is made; the
fonts of the machine are never asked. All are Noto faces under the SIL Open Font Licence.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

RENDERER = "resvg_py"


@dataclass(frozen=True, slots=True)
class Face:
    """A font family and the file of a package that holds it."""

    family: str
    package: str
    file: str


LATIN = Face("Noto Serif", "fontpkg_noto_serif", "files/NotoSerif[wdth,wght].ttf")
ARABIC = Face("Noto Naskh Arabic", "pylopdf_fonts_ar", "NotoNaskhArabic-Variable.ttf")
DEVANAGARI = Face("Noto Serif Devanagari", "pylopdf_fonts_hi", "NotoSerifDevanagari-Variable.ttf")
JAPANESE = Face("Noto Serif JP", "pylopdf_fonts_jp", "NotoSerifJP-Regular.otf")
CHINESE = Face("Noto Serif SC", "pylopdf_fonts_zh_cn", "NotoSerifSC-Regular.otf")

# The first word of a letter's name in the Unicode data → the face that has it; Chinese characters look otherwise
# in Japanese than elsewhere, so there the language decides.
_FACES: Mapping[str, Face] = {
    "ARABIC": ARABIC,
    "CJK": CHINESE,
    "CYRILLIC": LATIN,
    "DEVANAGARI": DEVANAGARI,
    "GREEK": LATIN,
    "HIRAGANA": JAPANESE,
    "KATAKANA": JAPANESE,
    "KATAKANA-HIRAGANA": JAPANESE,
    "LATIN": LATIN,
}


def faces_for(text: str, language: str) -> tuple[Face, ...]:
    """Return the faces that have the letters of a text, that of its language's script first.

    () where a letter has none among ours, the fonts that have it are not installed, or nothing is there to draw with.
    """
    found: dict[Face, None] = {}
    for letter in text:
        if letter.isalpha():
            face = _face_of(unicodedata.name(letter, "").split(" ", 1)[0], language)
            if face is None or not file_of(face):
                return ()
            found[face] = None
    is_drawn = find_spec(RENDERER) is not None and file_of(LATIN)  # Latin has the digits and the marks of all
    return tuple(sorted({**found, LATIN: None}, key=lambda face: (face is LATIN, face.family))) if is_drawn else ()


def _face_of(script: str, language: str) -> Face | None:
    face = _FACES.get(script)
    if face in (CHINESE, JAPANESE):
        return JAPANESE if language == "ja" else CHINESE
    return face


@cache
def file_of(face: Face) -> Path | None:
    """Return the file of a face, None where its package is not installed."""
    spec = find_spec(face.package)
    if spec is None or spec.origin is None:
        return None
    file = Path(spec.origin).parent / face.file
    return file if file.is_file() else None
