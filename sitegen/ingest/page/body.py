"""The lines of the article's region → blocks, the fields that stand among them, and what was left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from sitegen.ingest.page.frame import is_prose
from sitegen.ingest.page.lines import Line, markup_of
from sitegen.ingest.page.words import ends_sentence, weigh
from sitegen.model import Block, BlockKind, Dropped, Found

# A day in figures, with a month name between day and year, or in Chinese and Japanese: what a line under a headline has.
# Digits of every script; years of the Gregorian and the Solar Hijri calendar.
_YEAR = r"(?<!\d)(?:19|20|13|14|[۱١][۳۴٣٤]|[۲٢][۰٠]|१९|२०)\d\d(?!\d)"
_DATE = re.compile(rf"\d{{1,4}}\s*[./\-]\s*\d{{1,2}}\s*[./\-]\s*\d{{1,4}}|{_YEAR}|\d{{1,2}}\s*月\s*\d{{1,2}}\s*日")
_LONGEST_DATE_LINE = 130
_LONGEST_CAPTION = 260  # letters; longer text beside a picture is the article wrapping around it
_SMALL_BOX = 700  # letters in an element whose name may speak for a line inside it
_LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Body:
    """What the region of the article gave."""

    blocks: tuple[Block, ...]
    fields: tuple[Found, ...]
    dropped: tuple[Dropped, ...]


@dataclass(slots=True)
class _Parts:
    blocks: list[Block]
    fields: list[Found]
    dropped: list[Dropped]


def read_body(
    lines: Sequence[Line], frame: Sequence[str], region: range, headline: Line | None, sizes: Counter[html.HtmlElement]
) -> Body:
    """Return the blocks of the lines in `region`; every other line of the page is in `dropped` with the reason."""
    parts = _Parts([], [], [])
    roles = {n: _roles(lines[n], sizes) for n in region}
    kinds = {n: frame[n] or _judge(lines[n], roles[n], sizes) for n in region}
    first = next((n for n in region if not kinds[n] and is_prose(lines[n])), region.stop)
    _mark_empty_headings(lines, kinds, first)
    for line in lines:
        number = line.number
        if line is headline:
            continue
        if number not in region:
            _leave_out(line, frame, region, headline, parts)
        elif kinds[number] == "caption":
            parts.blocks.append(Block(BlockKind.CAPTION, line.text))
        elif kinds[number]:
            parts.dropped.append(Dropped(line.text, f"page-{kinds[number]}"))
        elif headline is not None and line.text == headline.text:
            parts.dropped.append(Dropped(line.text, "page-repeated-headline"))
        elif number < first:
            _place_front(line, roles[number], parts)
        else:
            _place(line, roles[number], parts)
    return Body(tuple(parts.blocks), tuple(parts.fields), tuple(parts.dropped))


def is_date_line(text: str) -> bool:
    """Whether a line says when something was published and hardly anything else."""
    return weigh(text) <= _LONGEST_DATE_LINE and len(text.split()) <= 18 and bool(_DATE.search(text))


def _roles(line: Line, sizes: Counter[html.HtmlElement]) -> frozenset[str]:
    """What the names of the line's element and of the small ones around it say."""
    found: set[str] = set()
    for element in (line.element, *line.element.iterancestors()):
        if element is not line.element and sizes[element] > _SMALL_BOX:
            break
        found |= markup_of(element).roles
    return frozenset(found)


def _judge(line: Line, roles: frozenset[str], sizes: Counter[html.HtmlElement]) -> str:
    """Why a line that no named frame holds is no part of the article, or ""."""
    if line.linked >= 0.6 and line.size < 240 and not line.text.endswith((".", "。", "।")) and line.level != 1:
        return "links" if not roles & {"byline", "date", "standfirst"} else ""
    return "caption" if _is_caption(line, roles, sizes) else ""


def _is_caption(line: Line, roles: frozenset[str], sizes: Counter[html.HtmlElement]) -> bool:
    if line.level or line.size > _LONGEST_CAPTION:
        return False
    if "caption" in roles or any(a.tag in ("figure", "figcaption") for a in line.element.iterancestors()):
        return True
    if line.image is None:
        return False
    box = _common(line.element, line.image)
    around = sizes[box] if box is not None else _SMALL_BOX
    set_off = line.slanted > 0.8 or any(a.tag == "table" and a is box for a in line.element.iterancestors())
    return around <= (_LONGEST_CAPTION if set_off else 140) and (set_off or box is not line.element)


def _common(left: html.HtmlElement, right: html.HtmlElement) -> html.HtmlElement | None:
    around = [left, *left.iterancestors()]
    return next((each for each in (right, *right.iterancestors()) if any(each is a for a in around)), None)


def _mark_empty_headings(lines: Sequence[Line], kinds: dict[int, str], first: int) -> None:
    """A heading over a list of links goes with the list; so does one with nothing under it."""
    for number in sorted(kinds, reverse=True):
        if kinds[number] or number <= first or not _is_heading(lines[number]):
            continue
        below = [n for n in sorted(kinds) if n > number]
        kept = next((n for n in below if not kinds[n]), None)
        between = [kinds[n] for n in below if kept is None or n < kept]
        if kept is None or between.count("links") > 1 or _is_alone_in_box(lines, kinds, number):
            kinds[number] = "links"


def _is_heading(line: Line) -> bool:
    return bool(line.level) or (
        line.bold > 0.95 and line.size <= _LONGEST_HEADING and not line.text.endswith((".", "。"))
    )


def _is_alone_in_box(lines: Sequence[Line], kinds: dict[int, str], number: int) -> bool:
    """Whether all other lines in the smallest box around a heading were left out."""
    for box in lines[number].element.iterancestors():
        others = [n for n in kinds if n != number and any(a is box for a in lines[n].element.iterancestors())]
        if others:
            return all(kinds[n] for n in others)
    return False


def _leave_out(line: Line, frame: Sequence[str], region: range, headline: Line | None, parts: _Parts) -> None:
    kind = frame[line.number]
    before = line.number < region.start
    if headline is not None and before and not kind and line.number >= headline.number - 8:
        _read_above(line, headline, parts)
    parts.dropped.append(Dropped(line.text, f"page-{kind}" if kind else "page-before" if before else "page-after"))


def _read_above(line: Line, headline: Line, parts: _Parts) -> None:
    """Kicker and date that stand over the headline, in its own box."""
    box = headline.element.getparent()
    if box is None or not any(a is box for a in (line.element, *line.element.iterancestors())) or box.tag == "body":
        return
    if is_date_line(line.text):
        parts.fields.append(Found("published-text", line.text, "line over the headline"))
    elif "kicker" in markup_of(line.element).roles:
        parts.fields.append(Found("section", line.text, "kicker"))


def _place_front(line: Line, roles: frozenset[str], parts: _Parts) -> None:
    """A line between the headline and the first paragraph."""
    inner = frozenset[str]().union(*(markup.roles for markup, _ in line.parts))
    if is_date_line(line.text) and not ("standfirst" in roles and line.size > 70):
        parts.fields.append(Found("published-text", line.text, "line under the headline"))
        _read_parts(line, parts)
    elif "byline" in roles | inner and line.size <= 120:
        _read_byline(line, parts)
    elif "kicker" in roles and line.size <= 40:
        parts.fields.append(Found("section", line.text, "kicker"))
    elif (line.level or line.bold > 0.9 or "standfirst" in roles) and line.size >= 25:
        parts.blocks.append(Block(BlockKind.STANDFIRST, line.text))
    elif "meta" in roles and line.size <= 120 and not ends_sentence(line.text):
        parts.dropped.append(Dropped(line.text, "page-meta"))
    elif _looks_like_name(line):
        parts.fields.append(Found("author", line.text, "line under the headline"))
    else:
        _place(line, roles, parts)


def _read_byline(line: Line, parts: _Parts) -> None:
    names = [text for markup, text in line.parts if "byline" in markup.roles]
    parts.fields.append(Found("author", names[0] if names else line.text, "byline"))


def _read_parts(line: Line, parts: _Parts) -> None:
    """The author's name in a line that is mainly a date."""
    for markup, text in line.parts:
        if "byline" in markup.roles and not is_date_line(text):
            parts.fields.append(Found("author", text, "byline"))
            return


def _looks_like_name(line: Line) -> bool:
    """A short line without a sentence, set in italics, small print or an element that is no paragraph."""
    set_off = line.slanted > 0.9 or line.element.tag in ("address", "cite")
    return set_off and line.size <= 60 and len(line.text.split()) <= 8 and not any(c.isdigit() for c in line.text)


def _place(line: Line, roles: frozenset[str], parts: _Parts) -> None:
    text = line.text
    in_quote = any(a.tag == "blockquote" for a in (line.element, *line.element.iterancestors()))
    if _is_heading(line) or ("heading" in roles and line.size <= _LONGEST_HEADING):
        parts.blocks.append(Block(BlockKind.HEADING, text))
    elif "standfirst" in roles and not any(b.kind is BlockKind.TEXT for b in parts.blocks):
        parts.blocks.append(Block(BlockKind.STANDFIRST, text))
    elif _is_small(line) and "byline" in roles:
        _read_byline(line, parts)
    elif _is_small(line) and "date" in roles and is_date_line(text):
        parts.fields.append(Found("published-text", text, "line under the text"))
    else:
        parts.blocks.append(Block(BlockKind.QUOTE if in_quote else BlockKind.TEXT, text))


def _is_small(line: Line) -> bool:
    return line.size <= 80 and not ends_sentence(line.text, "。．!！?？۔।")
