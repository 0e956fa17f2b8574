"""Numbers in sentences → figures: normalised value, the words as written, the sentence that holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.scan import Scan
from sitegen.fold import fold
from sitegen.model import Evidence, Figure

_NUMBER = re.compile(r"(?<![\w.,])\d+(?:[.,\u00a0\u202f ]\d{3})*(?:[.,]\d+)?")
_YEAR = re.compile(r"(?:19|20)\d\d|1[34]\d\d")
FOLLOWING_WORDS = 3
# `18.40 - Trump …`, `3. `: a number that heads a sentence and is cut off from it counts nothing.
_LABEL = re.compile(r"\W*\d{1,2}(?:[.:]\d\d)?[\])]?(?:\.?\s+[-–—|]\s|[.\s]*$)")


def read_figures(scans: Iterable[Scan], article: str, lexicon: Lexicon) -> list[Figure]:
    """Return the figures of the sentences, each value once; days, years and clock times are none."""
    figures: dict[str, Figure] = {}
    for scan in scans:
        taken = [(scan.tokens[h.first].start, scan.tokens[h.last].end) for h in scan.times]
        label = _LABEL.match(scan.text)
        for found in _NUMBER.finditer(scan.text, label.end() if label else 0):
            value = _value(fold(found.group(), lexicon.language))
            if value is None or value in figures or _is_time(scan.text, found, taken):
                continue
            end = _end(scan, found.end())
            figures[value] = Figure(
                value, scan.text[found.start() : end].strip(), Evidence(article, scan.number, found.group(), "number")
            )
    return list(figures.values())


def _value(text: str) -> str | None:
    digits = re.sub(r"[\u00a0\u202f ]", "", text)
    if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", digits):
        digits = re.sub(r"[.,]", "", digits)
    digits = digits.replace(",", ".")
    if _YEAR.fullmatch(digits) or len(digits) > 15:
        return None
    return digits.lstrip("0") or None


def _is_time(text: str, found: re.Match[str], taken: list[tuple[int, int]]) -> bool:
    before, after = text[max(0, found.start() - 1) : found.start()], text[found.end() : found.end() + 1]
    if (
        before in ("/", ":", "-")
        or after in ("/", ":")
        or (after == "-" and text[found.end() + 1 : found.end() + 2].isdigit())
    ):
        return True
    return any(start - 2 <= found.end() and found.start() <= end + 2 for start, end in taken)


def _end(scan: Scan, start: int) -> int:
    following = [t for t in scan.tokens if t.start >= start][:FOLLOWING_WORDS]
    end = start
    for token in following:
        if any(mark in scan.text[end : token.start] for mark in ",.;:()。、，"):
            break
        end = token.end
    return end
