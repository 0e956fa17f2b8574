"""RawArticle → Article: its language, its own words, its fields, and what was dropped on the way."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.ingest.clean.rules import Cleaned, clean
from sitegen.ingest.clean.signs import split_glued
from sitegen.ingest.detect import detect_language
from sitegen.ingest.fields.declared import Fields, read_declared, settle
from sitegen.ingest.fields.gather import gather_fields
from sitegen.ingest.fields.outlet import split_suffix
from sitegen.ingest.lines import Line, Shape, read_lines
from sitegen.ingest.phrases import Lexicon, lexicon
from sitegen.ingest.shown import collapsed, shown
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.lang import codes
from sitegen.model import Article, Block, BlockKind, Dropped, Found, RawArticle

MARKED = frozenset({"html", "mhtml", "md", "feed", "jsonl"})  # formats that say what is a heading


def finish(raw: RawArticle) -> Article:
    """Return the article of `raw`, with an empty id. Raises UnreadableSource where no article is in it."""
    declared = read_declared(raw.fields)
    language = detect_language((block.text for block in raw.blocks), declared.get("language"))
    if language is None:
        raise UnreadableSource(
            "its text is in none of the languages that sitegen reads.", "They are: " + ", ".join(codes()) + "."
        )
    words = lexicon(language)
    captions = [collapsed(block.text) for block in raw.blocks if block.kind is BlockKind.CAPTION and block.text.strip()]
    lines = read_lines(_without_captions(raw.blocks), language)
    title, suffix = split_suffix(declared.get("title") or "", words)
    cleaned = clean(lines, words, title=title or None, is_marked=raw.format in MARKED)
    if not cleaned.kept and not cleaned.title and not title:
        raise UnreadableSource(
            "no article is left when the page around it is taken away.", "Look at what the file holds."
        )
    found = settle(declared, words)
    found += _title(cleaned, title, declared, words)
    shown_lines = [f.value for f in declared.found if f.name in ("author", "published-text")]
    have = {f.name for f in found if f.value}
    found += gather_fields(cleaned, suffix, words, have, raw.dropped, shown_lines)
    captions += [line.text.strip() for line, rule in cleaned.dropped if rule == "caption"]
    return _article(raw, language, cleaned, Fields(tuple(found)), tuple(captions))


def _article(raw: RawArticle, language: str, cleaned: Cleaned, fields: Fields, captions: tuple[str, ...]) -> Article:
    blocks = _blocks(cleaned)
    standfirst = next((block.text for block in blocks if block.kind is BlockKind.STANDFIRST), fields.get("standfirst"))
    dropped = [Dropped(collapsed(line.text), rule) for line, rule in cleaned.dropped]
    return Article(
        id="",
        source=raw.source,
        entry=raw.entry,
        language=language,
        title=fields.get("title"),
        standfirst=standfirst,
        outlet=fields.get("outlet"),
        author=fields.get("author"),
        dateline=fields.get("dateline"),
        published=fields.read_stamp("published", language),
        modified=fields.read_stamp("modified", language),
        url=fields.get("url"),
        section=fields.get("section"),
        blocks=blocks,
        captions=captions,
        found=fields.found,
        dropped=(*raw.dropped, *dropped, *cleaned.initials),
    )


def _without_captions(blocks: Iterable[Block]) -> list[Block]:
    """Replace captions by blank lines, so that the indexes of the other blocks stay."""
    return [Block(BlockKind.TEXT, "") if block.kind is BlockKind.CAPTION else _shown(block) for block in blocks]


def _shown(block: Block) -> Block:
    text = shown(block.text)
    return block if text == block.text else Block(block.kind, text)


def _blocks(cleaned: Cleaned) -> tuple[Block, ...]:
    """Return the kept lines as blocks: a short line without a full stop is a sub-heading, a deck is the standfirst."""
    rows = {line.index: rule for line, rule in cleaned.dropped}
    blocks: list[Block] = []
    for line in cleaned.kept:
        kind = line.kind
        if kind is BlockKind.TEXT and line.shape is Shape.HEADLINE:
            kind = BlockKind.HEADING
        if not blocks and cleaned.title is not None and _is_standfirst(line, rows, cleaned):
            kind = BlockKind.STANDFIRST
        blocks.append(Block(kind, collapsed(line.text)))
    return tuple(blocks)


def _is_standfirst(first: Line, dropped: dict[int, str], cleaned: Cleaned) -> bool:
    """Return whether the first line kept is a deck: it ends without a full stop, or the date and byline follow it."""
    if len(cleaned.kept) < 2:
        return False
    if first.shape is Shape.HEADLINE and first.kind is not BlockKind.HEADING:
        return len(first.text) >= 30
    following = cleaned.kept[1].index
    return any(dropped.get(i) in ("stamp", "byline") for i in range(first.index + 1, min(following, first.index + 8)))


def _title(cleaned: Cleaned, declared: str, fields: Fields, words: Lexicon) -> list[Found]:
    if declared:
        where = next(f.where for f in fields.found if f.name == "title" and f.value)
        return [Found("title", declared, where)]
    if cleaned.title is None:
        return []
    text = cleaned.title.text.strip()
    text = text[split_glued(cleaned.title, words) :] if cleaned.title.text == text else text
    headline, _ = split_suffix(text, words, (line for line, _ in cleaned.dropped))
    return [Found("title", collapsed(headline), "first lines")]
