"""Articles for tests that need no files: a language, paragraphs, and a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sitegen.model import Article, Block, BlockKind, Stamp


def make_article(
    name: str,
    *paragraphs: str,
    language: str = "en",
    title: str | None = None,
    published: str | None = None,
    copy_of: str | None = None,
) -> Article:
    """Return an article of text paragraphs; `published` is a day as `2025-07-25`."""
    blocks = [Block(BlockKind.TEXT, paragraph) for paragraph in paragraphs]
    return make_blocks(name, blocks, language=language, title=title, published=published, copy_of=copy_of)


def make_blocks(
    name: str,
    blocks: Sequence[Block],
    *,
    language: str,
    title: str | None = None,
    published: str | None = None,
    copy_of: str | None = None,
) -> Article:
    """Return an article of blocks, for those with headings."""
    stamp = Stamp(date.fromisoformat(published), published) if published else None
    return Article(
        id=name, source=f"{name}.txt", entry="", language=language, title=title, standfirst=None, outlet=None,
        author=None, dateline=None, published=stamp, modified=None, url=None, section=None, blocks=tuple(blocks),
        captions=(), found=(), dropped=(), copy_of=copy_of,
    )  # fmt: skip
