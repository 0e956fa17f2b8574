"""A Markdown file with front matter → RawArticle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sitegen.ingest.front_matter import read_fields, split_front_matter
from sitegen.ingest.shown import shown
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Block, BlockKind, Found, RawArticle, Source

_HTML = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,300}>", re.DOTALL)
_TOP = 1


def read_md(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return the one article of a Markdown file. Raises UnreadableSource for broken front matter or missing text."""
    front, body, broken = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), source.path)
    fields, problems = read_fields(front, source.path)
    blocks = _read_blocks(body)
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise UnreadableSource("there is no text below its front matter.", "Put the article there, or delete the file.")
    if not any(found.name == "title" for found in fields):
        title = next((b.text for b in blocks if b.kind is BlockKind.HEADING), None)
        if title and blocks[0].text == title and body.lstrip().startswith(("# ", title)):
            fields = (*fields, Found("title", title, "first heading"))
    standfirst = next((found.value for found in fields if found.name == "standfirst"), None)
    blocks = tuple(Block(BlockKind.STANDFIRST, b.text) if b.text == standfirst else b for b in blocks)
    captions = tuple(Block(BlockKind.CAPTION, found.value) for found in fields if found.name == "caption")
    return (RawArticle(source.path, "", "md", (*blocks, *captions), fields, (), (*broken, *problems)),)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _read_blocks(body: str) -> tuple[Block, ...]:
    try:
        tokens = _parser().parse(body)
    except RecursionError as error:
        raise UnreadableSource("its Markdown is nested too deep.", "Take the nested quotes or lists apart.") from error
    walk = _Walk()
    for token in tokens:
        walk.take(token)
    return tuple(walk.blocks)


@dataclass(slots=True)
class _Walk:
    """What the tokens passed so far have opened."""

    blocks: list[Block] = field(default_factory=list)
    kinds: list[BlockKind] = field(default_factory=list)
    item: str = ""

    def take(self, token: Token) -> None:
        """Add the blocks of one token."""
        if token.type in ("heading_open", "blockquote_open"):
            self.kinds.append(BlockKind.HEADING if token.type == "heading_open" else BlockKind.QUOTE)
        elif token.type in ("heading_close", "blockquote_close"):
            self.kinds.pop()
        elif token.type == "list_item_open":
            self.item = f"{token.info}{token.markup} " if token.info else "• "
        elif token.type in ("fence", "code_block", "html_block"):
            self.blocks.extend(_blocks(_HTML.sub(" ", token.content), BlockKind.TEXT))
        elif token.type == "inline":
            kind = self.kinds[-1] if self.kinds else BlockKind.TEXT
            for number, part in enumerate(_texts(token.children or [])):
                self.blocks.extend(_blocks((self.item if number == 0 else "") + part.text, part.kind or kind))
            self.item = ""
        if token.level == 0 and token.nesting <= 0:
            self.blocks.append(Block(BlockKind.TEXT, ""))


@dataclass(frozen=True, slots=True)
class _Part:
    text: str
    kind: BlockKind | None = None


def _texts(children: list[Token]) -> Iterator[_Part]:
    """Yield the text of a paragraph, one part a line that breaks hard; a picture's words are a caption."""
    text = ""
    for child in children:
        if child.type == "image":
            if child.content.strip():
                yield _Part(child.content, BlockKind.CAPTION)
        elif child.type == "hardbreak":
            yield _Part(text)
            text = ""
        elif child.type == "softbreak":
            text += "\n"
        elif child.content:
            text += child.content
    yield _Part(text)


def _blocks(text: str, kind: BlockKind) -> Iterator[Block]:
    """Yield a block a paragraph. A soft break joins two lines, unless the first ends one: people break so, too."""
    text = shown(_HTML.sub("", text))
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    joined: list[str] = []
    for line in lines:
        if joined and not _ends(joined[-1]):
            joined[-1] += " " + line
        else:
            joined.append(line)
    for line in joined:
        yield Block(kind, line)


def _ends(line: str) -> bool:
    return len(line) < 60 or line.rstrip("\"'”»)").endswith((".", "!", "?", "。", "！", "？", "।", "؟", ":"))
