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
from sitegen.model import Block, BlockKind, Dropped, Found, RawArticle, Source

_HTML = re.compile(r"<!--.*?-->|</?[a-zA-Z][^<>]{0,300}>", re.DOTALL)
# What is left out: the share of a paragraph's letters that makes it a link is that of saved pages.
_LINKS, _NOTE = "page-links", "page-note"
_MAINLY_LINK = 0.6
_LONGEST_ASIDE = 240  # letters
_FEWEST = 2  # paragraphs of a text that can have asides


def read_md(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return the one article of a Markdown file. Raises UnreadableSource for broken front matter or missing text."""
    front, body, broken = split_front_matter(text.replace("\r\n", "\n").replace("\r", "\n"), source.path)
    fields, problems = read_fields(front, source.path)
    blocks, dropped = _read_blocks(body)
    if not any(char.isalpha() for block in blocks for char in block.text):
        raise UnreadableSource("there is no text below its front matter.", "Put the article there, or delete the file.")
    if not any(found.name == "title" for found in fields):
        title = next((b.text for b in blocks if b.kind is BlockKind.HEADING), None)
        if title and blocks[0].text == title and body.lstrip().startswith(("# ", title)):
            fields = (*fields, Found("title", title, "first heading"))
    standfirst = next((found.value for found in fields if found.name == "standfirst"), None)
    blocks = tuple(Block(BlockKind.STANDFIRST, b.text) if b.text == standfirst else b for b in blocks)
    captions = tuple(Block(BlockKind.CAPTION, found.value) for found in fields if found.name == "caption")
    return (RawArticle(source.path, "", "md", (*blocks, *captions), fields, dropped, (*broken, *problems)),)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable(["table", "strikethrough"])


def _read_blocks(body: str) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Return the blocks of the text, and the teasers and notes that its marks tell from it."""
    try:
        tokens = _parser().parse(body)
    except RecursionError as error:
        raise UnreadableSource("its Markdown is nested too deep.", "Take the nested quotes or lists apart.") from error
    walk = _Walk()
    for token in tokens:
        walk.take(token)
    return _without_asides(walk)


def _without_asides(walk: _Walk) -> tuple[tuple[Block, ...], tuple[Dropped, ...]]:
    """Leave out paragraphs that are a link, and those in italics after the last one that is not: notes of the house."""
    own = [n for n, b in enumerate(walk.blocks) if b.text and n not in walk.asides and b.kind is not BlockKind.HEADING]
    if len(own) < _FEWEST:
        return tuple(walk.blocks), ()
    rules = {n: rule for n, rule in walk.asides.items() if rule == _LINKS or n > own[-1]}
    blocks = (Block(BlockKind.TEXT, "") if n in rules else block for n, block in enumerate(walk.blocks))
    return tuple(blocks), tuple(Dropped(walk.blocks[n].text, rule) for n, rule in sorted(rules.items()))


@dataclass(slots=True)
class _Walk:
    """What the tokens passed so far have opened."""

    blocks: list[Block] = field(default_factory=list)
    kinds: list[BlockKind] = field(default_factory=list)
    item: str = ""
    asides: dict[int, str] = field(default_factory=dict)  # number of the block → what sets it apart

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
            first = len(self.blocks)
            for number, part in enumerate(_texts(token.children or [])):
                self.blocks.extend(_blocks((self.item if number == 0 else "") + part.text, part.kind or kind))
            self.item = ""
            aside = _aside_of(token.children or []) if kind is not BlockKind.HEADING else ""
            if aside:
                self.asides.update(dict.fromkeys(range(first, len(self.blocks)), aside))
        if token.level == 0 and token.nesting <= 0:
            self.blocks.append(Block(BlockKind.TEXT, ""))


def _aside_of(children: list[Token]) -> str:
    """Return what sets a paragraph apart: that most of it is a link, or that all of it is in italics; else ""."""
    depth = {"link": 0, "em": 0}
    letters = {"link": 0, "em": 0, "": 0}
    for child in children:
        name, _, side = child.type.partition("_")
        if name in depth and side in ("open", "close"):
            depth[name] += 1 if side == "open" else -1
        count = sum(map(str.isalnum, child.content)) if child.type in ("text", "code_inline") else 0
        letters[""] += count
        for each, opened in depth.items():
            letters[each] += count if opened else 0
    if not 0 < letters[""] <= _LONGEST_ASIDE:
        return ""
    is_sentence = letters["link"] < letters[""] and children[-1].content.rstrip().endswith((".", "。", "।", "۔"))
    if letters["link"] >= _MAINLY_LINK * letters[""] and not is_sentence:
        return _LINKS
    return _NOTE if letters["em"] == letters[""] else ""


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
