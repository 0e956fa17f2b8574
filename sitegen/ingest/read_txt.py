"""A copied page → RawArticle: one block a line, a block without text for blank lines."""

from __future__ import annotations

from itertools import pairwise

from sitegen.ingest.shown import shown
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Block, BlockKind, RawArticle, Source

# A text that was broken at a fixed width: lines between these lengths, most of which do not end a sentence.
_WIDTHS = (52, 100)


def read_txt(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return the one article of a text file. Raises UnreadableSource where it holds no letter."""
    if not any(char.isalpha() for char in text):
        raise UnreadableSource("the file holds no text.", "Put the article into it, or delete it.")
    lines = [shown(line).rstrip() for line in text.splitlines()]
    if _is_wrapped(lines):
        lines = _unwrap(lines)
    blocks = tuple(Block(BlockKind.TEXT, line) for line in lines)
    return (RawArticle(source.path, "", "txt", blocks, ()),)


def _is_wrapped(lines: list[str]) -> bool:
    """Return whether the paragraphs of a text are broken into lines of one width."""
    inner = [line for line, following in pairwise(lines) if line.strip() and following.strip()]
    if len(inner) < 4 or max(len(line) for line in lines) > _WIDTHS[1] or "" not in lines:
        return False
    broken = [line for line in inner if len(line) >= _WIDTHS[0] and line.rstrip()[-1:] not in ".!?:。！？।"]
    return 10 * len(broken) >= 6 * len(inner)


def _unwrap(lines: list[str]) -> list[str]:
    """Join the lines of each paragraph; a short line ends one."""
    joined: list[str] = []
    is_open = False
    for line in lines:
        if is_open and line.strip():
            joined[-1] = f"{joined[-1]} {line.strip()}"
        else:
            joined.append(line)
        is_open = len(line) >= _WIDTHS[0]
    return joined
