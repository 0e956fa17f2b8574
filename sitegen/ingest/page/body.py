"""The lines of the article's region → blocks, the fields that stand among them, and what was left out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import html

from sitegen.ingest.page.bylines import read_above, read_byline, read_date_line, read_kicker, says_when
from sitegen.ingest.page.frame import is_prose
from sitegen.ingest.page.leftovers import find_leftovers, first_paragraph
from sitegen.ingest.page.lines import Line
from sitegen.ingest.page.roles import inner_roles, is_date_line, is_heading, is_name, is_set_off, roles_of
from sitegen.ingest.page.words import ends_sentence
from sitegen.model import Block, BlockKind, Dropped, Found

_LONGEST_BYLINE = 120  # letters
_SHORTEST_STANDFIRST = 16  # letters of a heading under the headline; shorter ones are labels ("Share")
_STOPS = "。．!！?？۔।"


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

    def drop(self, line: Line, rule: str) -> None:
        self.dropped.append(Dropped(line.text, f"page-{rule}"))


def read_body(
    lines: Sequence[Line], frame: Sequence[str], region: range, headline: Line | None, sizes: Counter[html.HtmlElement]
) -> Body:
    """Return the blocks of the lines in `region`; every other line of the page is in `dropped` with the reason."""
    parts = _Parts([], [], [])
    roles = {n: roles_of(lines[n], sizes) for n in region}
    kinds = find_leftovers(lines, frame, region, roles, sizes)
    first = first_paragraph(lines, kinds, roles, region)
    last = max(
        (n for n in region if not kinds[n] and is_prose(lines[n]) and not is_set_off(lines[n])), default=region.stop
    )
    paragraph = lines[first] if first in region else None
    for line in lines:
        number = line.number
        if line is headline:
            continue
        if number not in region:
            if headline is not None and number < headline.number:
                parts.fields.extend(read_above(line, headline, frame[number], paragraph))
            parts.drop(line, frame[number] or ("before" if number < region.start else "after"))
        elif kinds[number]:
            _place_leftover(line, kinds[number], roles[number], parts, is_front=number < first)
        elif headline is not None and line.text == headline.text:
            parts.drop(line, "repeated-headline")
        elif number < first:
            _place_front(line, roles[number], parts)
        elif number <= last or not _place_tail(line, roles[number], parts):
            _place(line, roles[number], parts)
    return Body(tuple(parts.blocks), tuple(parts.fields), tuple(parts.dropped))


def _place_leftover(line: Line, kind: str, roles: frozenset[str], parts: _Parts, *, is_front: bool) -> None:
    """A caption, or what is no part of the article; the date may stand in a bar of share buttons."""
    if kind == "caption":
        parts.blocks.append(Block(BlockKind.CAPTION, line.text))
        return
    if is_front and says_when(line, roles | inner_roles(line)):
        parts.fields.extend(read_date_line(line, "line under the headline"))
    parts.drop(line, kind)


def _place_front(line: Line, roles: frozenset[str], parts: _Parts) -> None:
    """A line between the headline and the first paragraph."""
    named = roles | inner_roles(line)
    if says_when(line, named) and not ("standfirst" in roles and line.size > 70):
        parts.fields.extend(read_date_line(line, "line under the headline"))
    elif "byline" in named and line.size <= _LONGEST_BYLINE:
        parts.fields.append(read_byline(line))
    elif "editor" in named and line.size <= _LONGEST_BYLINE:
        parts.drop(line, "editor")
    elif "kicker" in roles and line.size <= 40:
        parts.fields.append(read_kicker(line))
    elif _is_standfirst(line, roles):
        parts.blocks.append(Block(BlockKind.STANDFIRST, line.text))
    elif is_name(line) and "meta" not in roles and (line.slanted > 0.9 or line.element.tag in ("address", "cite")):
        parts.fields.append(Found("author", line.text, "line under the headline"))
    elif "meta" in roles and line.size <= _LONGEST_BYLINE and not ends_sentence(line.text):
        parts.drop(line, "meta")
    else:
        _place(line, roles, parts)


def _is_standfirst(line: Line, roles: frozenset[str]) -> bool:
    return line.size >= _SHORTEST_STANDFIRST and (bool(line.level) or line.bold > 0.9 or "standfirst" in roles)


def _place_tail(line: Line, roles: frozenset[str], parts: _Parts) -> bool:
    """A line after the last paragraph; returns whether it was a field or a leftover and is placed."""
    named = roles | inner_roles(line)
    if ends_sentence(line.text, _STOPS) or line.size > _LONGEST_BYLINE:
        return False
    if "editor" in named:
        parts.drop(line, "editor")
    elif "date" in named and is_date_line(line.text):
        parts.fields.append(Found("published-text", line.text, "line under the text"))
    elif "byline" in named and "©" not in line.text:
        parts.fields.append(read_byline(line))
    elif is_name(line) and is_set_off(line) and not line.level:
        parts.fields.append(Found("author", line.text, "line under the text"))
    else:
        return False
    return True


def _place(line: Line, roles: frozenset[str], parts: _Parts) -> None:
    text = line.text
    if is_heading(line) or ("heading" in roles and line.size <= 120 and not ends_sentence(text, _STOPS)):
        parts.blocks.append(Block(BlockKind.HEADING, text))
    elif "standfirst" in roles and not any(b.kind is BlockKind.TEXT for b in parts.blocks):
        parts.blocks.append(Block(BlockKind.STANDFIRST, text))
    else:
        in_quote = any(a.tag == "blockquote" for a in (line.element, *line.element.iterancestors()))
        parts.blocks.append(Block(BlockKind.QUOTE if in_quote else BlockKind.TEXT, text))
