"""RawArticle → Article: its language, its own words, its fields, and what was dropped on the way."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sitegen.ingest.clean.rules import Cleaned, clean
from sitegen.ingest.detect import detect_language
from sitegen.ingest.fields import outlet as outlets
from sitegen.ingest.fields.byline import looks_like_name, read_byline
from sitegen.ingest.fields.dateline import Dateline, read_dateline
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import StampLine, read_stamp
from sitegen.ingest.lines import Line, Shape, read_lines
from sitegen.ingest.clean.signs import split_glued
from sitegen.ingest.phrases import Lexicon, lexicon
from sitegen.ingest.shown import collapsed, shown
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.lang import codes
from sitegen.model import Article, Block, BlockKind, Dropped, Found, RawArticle, Stamp

MARKED = frozenset({"html", "mhtml", "md", "feed", "jsonl"})


@dataclass(frozen=True, slots=True)
class _Fields:
    """What was found, by name of the field; the first of a name is the one that counts."""

    found: tuple[Found, ...]

    def get(self, name: str) -> str | None:
        return next((f.value for f in self.found if f.name == name and f.value), None)


def finish(raw: RawArticle) -> Article:
    """Return the article of `raw`, with an empty id. Raises UnreadableSource where no article is in it."""
    declared = _Fields(tuple(Found(f.name, collapsed(shown(f.value)), f.where) for f in raw.fields))
    language = detect_language((block.text for block in raw.blocks), declared.get("language"))
    if language is None:
        raise UnreadableSource(
            "its text is in none of the languages that sitegen reads.", "They are: " + ", ".join(codes()) + "."
        )
    words = lexicon(language)
    captions = [collapsed(block.text) for block in raw.blocks if block.kind is BlockKind.CAPTION and block.text.strip()]
    lines = read_lines(_without_captions(raw.blocks), language)
    title, suffix = outlets.split_suffix(declared.get("title") or "", words)
    cleaned = clean(lines, words, title=title or None, is_marked=raw.format in MARKED)
    if not cleaned.kept and not cleaned.title and not title:
        raise UnreadableSource("no article is left when the page around it is taken away.", "Look at what the file holds.")
    kept = (_without_words(f, words) for f in declared.found if f.name not in ("title", "published-text"))
    found = [*_passed_on(declared, language), *kept]
    found += _title(cleaned, title, declared, words)
    found += [f for f in _from_lines(cleaned, lines, suffix, words, {f.name for f in declared.found if f.value})]
    captions += [line.text.strip() for line, rule in cleaned.dropped if rule == "caption"]
    return _article(raw, language, cleaned, _Fields(tuple(found)), tuple(captions))


def _article(raw: RawArticle, language: str, cleaned: Cleaned, fields: _Fields, captions: tuple[str, ...]) -> Article:
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
        published=_stamp(fields, "published", language),
        modified=_stamp(fields, "modified", language),
        url=fields.get("url"),
        section=fields.get("section"),
        blocks=blocks,
        captions=captions,
        found=fields.found,
        dropped=(*raw.dropped, *dropped, *cleaned.initials),
    )


def _without_captions(blocks: Iterable[Block]) -> list[Block]:
    """Replace captions by blank lines, so that the indexes of the other blocks stay."""
    return [Block(BlockKind.TEXT, "") if block.kind is BlockKind.CAPTION else Block(block.kind, shown(block.text)) for block in blocks]


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


def _title(cleaned: Cleaned, declared: str, fields: _Fields, words: Lexicon) -> list[Found]:
    if declared:
        where = next(f.where for f in fields.found if f.name == "title" and f.value)
        return [Found("title", declared, where)]
    if cleaned.title is None:
        return []
    text = cleaned.title.text.strip()
    text = text[split_glued(cleaned.title, words) :] if cleaned.title.text == text else text
    return [Found("title", collapsed(outlets.split_suffix(text, words)[0]), "first lines")]


def _from_lines(
    cleaned: Cleaned, lines: Sequence[Line], suffix: outlets.Sighting | None, words: Lexicon, have: set[str]
) -> list[Found]:
    """Return the fields that the lines of the page give and its source does not declare."""
    first = next((line for line in cleaned.kept if line.is_text), None)
    dateline = read_dateline(first.text, words.language) if first else None
    found = _stamps(cleaned, dateline, words, have)
    if "outlet" not in have:
        found += _outlet(cleaned, lines, dateline, suffix, words)
    found += _place(dateline, words, {f.value.casefold() for f in found if f.name == "outlet"})
    if "author" not in have:
        found += _author(cleaned, words, next((f.value for f in found if f.name == "outlet"), ""))
    return found


def _author(cleaned: Cleaned, words: Lexicon, outlet: str) -> list[Found]:
    """Return the name that a byline gives, or else a bare name beside the date that is not the outlet's."""
    lines = [line.text.strip() for line, rule in cleaned.dropped if rule == "byline"]
    bylines = [read_byline(text, words) for text in lines]
    named = next((byline.name for byline in bylines if byline and byline.kind == "author" and byline.name), None)
    if named is not None:
        return [Found("author", named, "byline")]
    for text, byline in zip(lines, bylines, strict=True):
        is_name = byline is None and len(text.split()) > 1 and looks_like_name(text, words)
        if is_name and not outlets.has_outlet_word(text, words) and (not outlet or outlet not in text):
            return [Found("author", re.split(r"\s*[,|]\s*|\s+[–—-]\s+", text)[0], "line beside the date")]
    return []


def _place(dateline: Dateline | None, words: Lexicon, outlet: set[str]) -> list[Found]:
    if dateline is None or not dateline.parts:
        return []
    place = next((part for part in dateline.parts if is_place(part, words.language)), None)
    others = [part for part in dateline.parts if part.casefold() not in outlet]
    if place is None and others and (len(dateline.parts) > 1 or others[0].isupper()):
        place = others[0]
    return [Found("dateline", place, "dateline")] if place else []


def _stamps(cleaned: Cleaned, dateline: Dateline | None, words: Lexicon, have: set[str]) -> list[Found]:
    """Return published, modified and a lone weekday, from the lines that say so and from the dateline."""
    found: list[Found] = []
    for line, rule in cleaned.dropped:
        stamp = read_stamp(line.text, words.language) if rule in ("stamp", "byline", "before-headline", "crumb") else None
        if stamp is not None:
            found += _of_stamp(stamp)
    if dateline is not None and dateline.day is not None:
        found.append(Found("published", dateline.day.text, "dateline"))
    return [f for f in found if f.name not in have]


def _without_words(found: Found, words: Lexicon) -> Found:
    """Return a declared author without the words of a byline: pages mark "By Ada Wren" as the author."""
    byline = read_byline(found.value, words) if found.name == "author" else None
    return Found("author", byline.name, found.where) if byline and byline.kind == "author" and byline.name else found


def _passed_on(declared: _Fields, language: str) -> list[Found]:
    """Return the times in the lines that a reader passed on as they stand.

    They know more than the address does, and the day that a page shows is its own where the declared one is in UTC.
    """
    have = {f.name for f in declared.found if f.value and f.where != "address"}
    found: list[Found] = []
    for line in (f for f in declared.found if f.name == "published-text"):
        stamp = read_stamp(line.value, language)
        if stamp is not None:
            found += [Found(f.name, f.value, line.where) for f in _of_stamp(stamp)]
    return [f for f in found if f.name not in have or _is_local_day(declared.get(f.name), f.value)]


def _is_local_day(declared: str | None, shown: str) -> bool:
    """Return whether `shown` is the day before or after a declared moment in UTC: the same moment on another clock."""
    try:
        moment = datetime.fromisoformat(declared or "")
        day = date.fromisoformat(shown[:10])
    except ValueError:
        return False
    return moment.tzinfo is not None and not moment.utcoffset() and abs((moment.date() - day).days) == 1


def _of_stamp(stamp: StampLine) -> list[Found]:
    found = []
    if stamp.published is not None and not stamp.is_ambiguous:
        found.append(Found("published", stamp.published.text, "date line"))
    if stamp.modified is not None and not stamp.is_ambiguous:
        found.append(Found("modified", stamp.modified.text, "date line"))
    if stamp.weekday is not None and stamp.published is None and stamp.modified is None:
        found.append(Found("weekday", str(stamp.weekday), "date line"))
    return found


def _outlet(
    cleaned: Cleaned, lines: Sequence[Line], dateline: Dateline | None, suffix: outlets.Sighting | None, words: Lexicon
) -> list[Found]:
    first = cleaned.kept[0].index if cleaned.kept else 0
    body = "\n".join(line.text[60:] if n == 0 else line.text for n, line in enumerate(cleaned.kept))
    head = [(line, rule) for line, rule in cleaned.dropped if line.index < first + 8 and (not cleaned.kept or line.index < cleaned.kept[-1].index)]
    title = cleaned.title
    sightings = [
        *outlets.in_dateline(dateline, body, words),
        *outlets.in_sentences((line for line, _ in cleaned.dropped), words),
        *outlets.in_legal((line for line, rule in cleaned.dropped if rule == "legal"), words),
        *outlets.in_captions((line for line, rule in cleaned.dropped if rule == "caption"), words),
        *outlets.in_head(head, words, title.index if title else None),
    ]
    if suffix is None and title is not None:
        suffix = outlets.split_suffix(title.text.strip(), words)[1]
    if suffix is not None:
        sightings.append(suffix)
    result = outlets.find_outlet(sightings, words)
    return [result] if result else []


def _stamp(fields: _Fields, name: str, language: str) -> Stamp | None:
    """Return a declared or found moment as a Stamp: ISO 8601 as it stands, else as the language writes days."""
    value = fields.get(name)
    if value is None:
        return None
    try:
        if len(value) == 10:
            return Stamp(date.fromisoformat(value), value)
        return Stamp(datetime.fromisoformat(value).date(), value)
    except ValueError:
        found = read_stamp(value, language)
        return found.published or found.modified if found and not found.is_ambiguous else None
