"""Short lines that a page sets apart from the paragraphs around them: teasers and notes without a telling name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import html

from sitegen.ingest.page.lines import Line
from sitegen.ingest.page.roles import is_heading, is_set_off

# A text of three paragraphs or more that are all set alike, and one short line among them that is not.
_FEWEST = 3
_LONGEST = 160  # letters
_BOXES = frozenset(["p", "div", "section", "table", "center"])
_NO_STOP = (".", "。", "।", "۔", "…", "”", "»", "」", '"')
_QUOTES = "\"'“„«»‘「『"
_OWN_ROLES = frozenset(["heading", "caption", "standfirst", "byline", "date", "editor"])


@dataclass(frozen=True, slots=True)
class _Setting:
    """How the children of an element are set."""

    paragraphs: int  # `p` elements
    plain: int  # those of them without a class
    long: frozenset[tuple[str, str | None]]  # tag and class of children that hold a long text: the page's paragraphs


def find_odd(
    lines: Sequence[Line],
    roles: Mapping[int, frozenset[str]],
    sizes: Mapping[html.HtmlElement, int],
    numbers: Iterable[int],
) -> set[int]:
    """Return which of the numbered lines are no paragraphs by how they are set.

    A `div` or a table of one cell among `p`, or the one `p` with a class among plain ones; only short lines that do not
    end as a sentence, are no heading and no quotation.
    """
    settings: dict[html.HtmlElement, _Setting] = {}
    found = set()
    for number in numbers:
        line = lines[number]
        box = _box_of(line, sizes)
        parent = box.getparent()
        if parent is None or box.tag not in _BOXES or not _may_be_odd(line, roles[number]):
            continue
        setting = settings.get(parent) or settings.setdefault(parent, _read_setting(parent))
        if (box.tag, box.get("class")) in setting.long:
            continue
        is_named = bool((box.get("class") or box.get("id") or "").strip())
        same = setting.plain if box.tag == "p" else setting.paragraphs
        if same >= _FEWEST and (is_named or box.tag != "p"):
            found.add(number)
    return found


def _may_be_odd(line: Line, roles: frozenset[str]) -> bool:
    if line.size > _LONGEST or line.text.endswith(_NO_STOP) or line.text[0] in _QUOTES:
        return False
    return not (roles & _OWN_ROLES or is_heading(line) or is_set_off(line))


def _box_of(line: Line, sizes: Mapping[html.HtmlElement, int]) -> html.HtmlElement:
    """The largest element that holds this line and no other text."""
    box = line.element
    above = box.getparent()
    while above is not None and above.tag != "body" and sizes[above] == line.size:
        box, above = above, above.getparent()
    return box


def _read_setting(parent: html.HtmlElement) -> _Setting:
    paragraphs = [child for child in parent if child.tag == "p"]
    long = frozenset((child.tag, child.get("class")) for child in parent if len("".join(child.itertext())) > _LONGEST)
    return _Setting(len(paragraphs), sum(not child.get("class") for child in paragraphs), long)
