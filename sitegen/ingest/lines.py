"""Blocks → Lines: each line of a page with its folded key, its group and its shape."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from sitegen.fold import fold
from sitegen.ingest.shown import collapsed
from sitegen.model import Block, BlockKind

COMPARED = 240  # characters of a line that rules look at: leftovers are short, and a hostile line must cost no more

_CLOSERS = "\"'”’»›)]）］】」』〉》*_ \u200c\u200f\u200e"
# "(sl)", "(PH)", "(nvc/imk)", "(dpa)", "(red, APA, 12.6.2025)": short, no spaces but around signs, at the very end.
INITIALS = re.compile(
    r"\s*[(\[（]\s*(?=[^)\]）]{1,34}[)\]）])[\w.]{1,10}(?:\s?[/*&+|,-]\s?[\w.]{1,10}){0,4}\s*[)\]）]\s*$"
)
# "… pulang. - AGENSI", "… el martes. EFE", "… repart mardi. (avec agences)": the agency after the last full stop.
_CREDIT = re.compile(
    r"(?<=[.!?…”»\"।۔。])\s*(?:[-–—]{1,2}\s?[^\W\d_][\w.]{1,19}|(?<=\s)[A-Z]{2,6}|[(\[（][^()（）\[\]]{2,34}[)\]）])\s*$"
)
_INNER_END = re.compile(r"[.!?…][\"”’»)]*\s+\S|[。！？।؟۔]")
_SPACELESS = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]")


# Lines are compared once: the cache of `fold` is for words. Names and buttons come again and again.
_fold = fold.__wrapped__
_SHORT = 48  # characters


class Shape(StrEnum):
    """What a line looks like, whatever its words."""

    PROSE = "prose"  # a paragraph
    SENTENCE = "sentence"  # short, ends like a sentence
    HEADLINE = "headline"  # short, does not
    EMPTY = "empty"  # no letter in it


@dataclass(frozen=True, slots=True)
class Line:
    """One block of a raw article, ready for the rules."""

    index: int  # into RawArticle.blocks
    kind: BlockKind
    text: str  # as shown
    key: str  # the first characters, folded
    group: int  # lines with the same number stood together without a blank line
    shape: Shape

    @property
    def is_text(self) -> bool:
        """Whether the line ends or runs like the article's own sentences."""
        return self.shape in (Shape.PROSE, Shape.SENTENCE)


def read_lines(blocks: Iterable[Block], language: str, first: int = 0) -> tuple[Line, ...]:
    """Return the lines of `blocks`, numbered from `first`; a block without text is a blank line and ends a group."""
    lines = []
    group = paragraphs = 0
    for index, block in enumerate(blocks, first):
        text = block.text.strip()
        if not text:
            group += 1
            continue
        shape = shape_of(text)
        if shape is Shape.HEADLINE and paragraphs >= 2:
            # A caption has its credit in this form, too, but stands before the text or says what it is.
            shape = shape_of(_CREDIT.sub("", text))
        paragraphs += shape in (Shape.PROSE, Shape.SENTENCE)
        lines.append(Line(index, block.kind, text, key_of(text, language), group, shape))
    return tuple(lines)


def key_of(text: str, language: str) -> str:
    """Return the beginning of `text` as it is compared: folded, single spaces."""
    if len(text) <= _SHORT:
        return _short_key(text, language)
    return collapsed(_fold(text[:COMPARED], language))


@lru_cache(maxsize=2048)
def _short_key(text: str, language: str) -> str:
    return collapsed(_fold(text, language))


def size(text: str) -> int:
    """Return the length of `text` in Latin letters: a Chinese or Japanese character counts for two and a half."""
    if text.isascii():
        return len(text)
    wide = len(_SPACELESS.findall(text[:400]))
    return len(text) + wide + wide // 2


def is_spaceless(text: str) -> bool:
    """Return whether most letters of the beginning of `text` belong to a script without spaces."""
    head = text[:200]
    if head.isascii() or not _SPACELESS.search(head):
        return False
    return 2 * len(_SPACELESS.findall(head)) > sum(c.isalpha() for c in head)


def shape_of(text: str) -> Shape:
    """Return what the line looks like: its length and how it ends."""
    if not any(c.isalpha() for c in text[:COMPARED]):
        return Shape.EMPTY
    length = size(text)
    if length >= 220:
        return Shape.PROSE
    if not _ends_like_sentence(text, length):
        return Shape.HEADLINE
    return Shape.PROSE if length >= 75 else Shape.SENTENCE


def _ends_like_sentence(text: str, length: int) -> bool:
    tail = INITIALS.sub("", text[-60:]).rstrip(_CLOSERS) or text[-1:]
    last = tail[-1:]
    if last in ".。।۔॥":
        return not tail.endswith("...") or length >= 75
    if last in "!?！？؟…":
        return length >= 140 or bool(_INNER_END.search(text[:-2]))
    return last in ":：" and length >= 36
