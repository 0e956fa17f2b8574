"""Which lines in the region of the article are no part of it, though no named element holds them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import html

from sitegen.ingest.page.captions import is_caption
from sitegen.ingest.page.frame import is_prose
from sitegen.ingest.page.lines import Line
from sitegen.ingest.page.odd import find_odd
from sitegen.ingest.page.roles import inner_roles, is_date_line, is_heading, is_name, is_set_off
from sitegen.ingest.page.words import ends_sentence

# A paragraph that is mainly a link is a teaser, unless it is as long as a paragraph and ends as one.
_MAINLY_LINK = 0.6
_LONGEST_TEASER = 240
_LONGEST_LABEL = 60


def find_leftovers(
    lines: Sequence[Line],
    frame: Sequence[str],
    region: range,
    roles: dict[int, frozenset[str]],
    sizes: Counter[html.HtmlElement],
) -> dict[int, str]:
    """Return for each line of the region what kind of leftover it is, "caption", or ""."""
    kinds = {n: frame[n] or _judge(lines[n], roles[n], sizes) for n in region}
    first = first_paragraph(lines, kinds, roles, region)
    for number in find_odd(lines, roles, sizes, (n for n in region if n > first and not kinds[n])):
        kinds[number] = "odd"
    _mark_labels(lines, kinds, first, roles)
    return kinds


def first_paragraph(
    lines: Sequence[Line], kinds: dict[int, str], roles: dict[int, frozenset[str]], region: range
) -> int:
    """Return the number of the first line of running text; what stands before it is the head of the article."""
    for number in region:
        line = lines[number]
        is_head = (is_date_line(line.text) and line.size < 100) or roles[number] & {
            "byline",
            "date",
            "meta",
            "standfirst",
        }
        if not kinds[number] and is_prose(line) and not is_head:
            return number
    return region.stop


def _judge(line: Line, roles: frozenset[str], sizes: Counter[html.HtmlElement]) -> str:
    named = roles | inner_roles(line)
    if line.linked >= _MAINLY_LINK and line.size < _LONGEST_TEASER and not line.text.endswith((".", "。", "।")):
        is_field = named & {"byline", "date", "standfirst"} or is_date_line(line.text)
        return "" if is_field and not line.level else "links"
    return "caption" if is_caption(line, roles, sizes) else ""


def _mark_labels(lines: Sequence[Line], kinds: dict[int, str], first: int, roles: dict[int, frozenset[str]]) -> None:
    """A heading over a list of links goes with the list; so does one with nothing under it, or a short label."""
    boxes = _Boxes(lines, kinds)
    is_last = True
    between: list[str] = []
    for number in sorted(kinds, reverse=True):
        line = lines[number]
        kind = kinds[number]
        if not kind and number > first and (is_heading(line) or _is_label(line)):
            is_end = is_last and is_heading(line) and not _is_signature(line, roles[number])
            in_list = is_heading(line) and between.count("links") > 1
            if is_end or in_list or boxes.is_alone(line):
                kinds[number] = kind = "links"
                boxes.leave_out(line)
        if kind and kind != "caption":
            between.append(kind)
        elif not kind:
            is_last, between = False, []


def _is_label(line: Line) -> bool:
    return line.size <= _LONGEST_LABEL and not ends_sentence(line.text)


def _is_signature(line: Line, roles: frozenset[str]) -> bool:
    """The writer's name in bold at the end of the text is no heading."""
    return not line.level and is_name(line) and (is_set_off(line) or "byline" in roles)


class _Boxes:
    """How many lines each element of the region holds, and how many of them are kept."""

    def __init__(self, lines: Sequence[Line], kinds: dict[int, str]) -> None:
        self.all: Counter[html.HtmlElement] = Counter()
        self.kept: Counter[html.HtmlElement] = Counter()
        for number, kind in kinds.items():
            for box in _around(lines[number]):
                self.all[box] += 1
                self.kept[box] += not kind or kind == "caption"

    def is_alone(self, line: Line) -> bool:
        """Whether all other lines in the smallest box around a kept line were left out."""
        box = next((box for box in _around(line) if self.all[box] > 1), None)
        return box is not None and self.kept[box] == 1

    def leave_out(self, line: Line) -> None:
        """Count a line as left out."""
        for box in _around(line):
            self.kept[box] -= 1


def _around(line: Line) -> list[html.HtmlElement]:
    return [line.element, *line.element.iterancestors()]
