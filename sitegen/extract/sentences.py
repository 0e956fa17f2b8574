"""Article → sentences, numbered through the article: the unit that evidence points to."""

from __future__ import annotations

import re
from functools import cache

from sitegen.fold import fold
from sitegen.model import Article, BlockKind, Sentence
from sitegen.toml_file import read_toml

DOTTED_DAYS = frozenset({"de", "tr"})  # languages that write a dot behind the day of the month
_CLOSERS = "\"'”’»›」』）)]"
_END = re.compile(rf"[.!?…؟。！？｡।۔]+[{re.escape(_CLOSERS)}]*")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_LAST_WORD = re.compile(r"[\w.]+$")


@cache
def _abbreviations() -> frozenset[str]:
    table = read_toml("lang", "abbreviations.toml")
    return frozenset(fold(word) for words in table["abbreviations"].values() for word in words)


def read_sentences(article: Article) -> tuple[Sentence, ...]:
    """Return the sentences of all blocks; a heading is one sentence, whatever stands in it."""
    sentences: list[Sentence] = []
    for index, block in enumerate(article.blocks):
        spans = [(0, len(block.text))] if block.kind == BlockKind.HEADING else split(block.text, article.language)
        for start, end in spans:
            sentences.append(Sentence(len(sentences) + 1, index, start, end, block.text[start:end]))
    return tuple(sentences)


def split(text: str, language: str) -> list[tuple[int, int]]:
    """Return the spans of the sentences of `text`, without the white space between them."""
    spans: list[tuple[int, int]] = []
    start = 0
    for found in _END.finditer(text):
        if _ends(text, found, language):
            spans += _trimmed(text, start, found.end())
            start = found.end()
    return spans + _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    piece = text[start:end]
    left = start + len(piece) - len(piece.lstrip())
    right = start + len(piece.rstrip())
    return [(left, right)] if left < right else []


def _ends(text: str, found: re.Match[str], language: str) -> bool:
    marks, rest = found.group(), text[found.end() :]
    if not rest.strip():
        return True
    if marks[0] in "。！？｡।۔؟":
        # 「……。」と述べた: a closed quotation that the sentence goes on from.
        return not (language == "ja" and marks[-1] in _CLOSERS)
    if not rest[0].isspace():
        return False
    following = rest.lstrip().lstrip("\"'“‘«‹„「『([¿¡—–- ")
    if marks[-1] in _CLOSERS and following[:1].islower():
        return False
    if marks[0] == "." and len(marks) == 1:
        return _full_stop_ends(text[: found.start()], following, language)
    return not following[:1].islower()


def _full_stop_ends(before: str, following: str, language: str) -> bool:
    last = _LAST_WORD.search(before)
    word = last.group() if last else ""
    if following[:1].islower():
        return False
    if fold(word + ".") in _abbreviations() or fold(word) in _abbreviations():
        return False
    if word.isupper() and _INITIALS.fullmatch(word):  # K.-J. Tokayev, J. D. Vance, J.D. Vance
        return False
    # "15. August": a day of the month
    return not (
        language in DOTTED_DAYS
        and word.isdigit()
        and len(word) <= 2
        and following[:1].isalpha()
        and _is_ordinal(before)
    )


def _is_ordinal(before: str) -> bool:
    words = before.split()
    return len(words) < 2 or not words[-2][-1:].isdigit()
