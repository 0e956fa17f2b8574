"""Which lines of a page are its frame: decided for whole elements, by their names and by how much prose they hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from lxml import html

from sitegen.ingest.page.lines import Line, markup_of
from sitegen.ingest.page.words import ends_sentence

# An element that is named as noise and holds this share of all prose is the layout itself ("with-sidebar").
_MOST = 0.5
# Readers' comments are prose too, and more of it than a short report.
_NEARLY_ALL = 0.9
# Boxes of these kinds hold a sentence or two; what holds paragraphs is a part of the article ("subscribers-only", text
# that shows on a click).
_BRIEF = frozenset(["newsletter", "advert", "share", "tags", "embed", "form", "hidden"])
_LONG = 500  # letters of prose
_HIDDEN_STYLES = ("display:none", "visibility:hidden")


def is_prose(line: Line) -> bool:
    """Whether a line reads as a paragraph: long, or a whole sentence; no heading, and not mainly links.

    60 letters is where menus end and paragraphs begin: of the lines of that length in the project's test pages all but
    cookie notes are text.
    """
    if line.level or line.linked >= 0.5:
        return False
    return line.size >= 60 or (line.size >= 30 and ends_sentence(line.text))


def sum_sizes(lines: Sequence[Line]) -> Counter[html.HtmlElement]:
    """Return for every element how much text its lines hold."""
    sizes: Counter[html.HtmlElement] = Counter()
    for line in lines:
        for element in (line.element, *line.element.iterancestors()):
            sizes[element] += line.size
    return sizes


def find_frame(lines: Sequence[Line], headline: Line | None) -> tuple[str, ...]:
    """Return for each line the kind of noise that the nearest named element around it is, or ""."""
    prose = sum_sizes([line for line in lines if is_prose(line)])
    holders = set() if headline is None else {headline.element, *headline.element.iterancestors()}
    root = lines[0].element.getroottree().getroot() if lines else None
    total = prose[root] if root is not None else 0
    known: dict[html.HtmlElement, str] = {}

    def kind(element: html.HtmlElement) -> str:
        chain = [element]
        while chain[-1] not in known and chain[-1].getparent() is not None:
            chain.append(chain[-1].getparent())
        above = known.get(chain[-1], "")
        for each in reversed(chain):
            if each not in known:
                known[each] = above or _judge(each, prose[each], total, is_holder=each in holders)
            above = known[each]
        return known[element]

    return tuple(kind(line.element) for line in lines)


def _judge(element: html.HtmlElement, prose: int, total: int, *, is_holder: bool) -> str:
    """The kind of noise that an element is by itself."""
    if element.tag in ("html", "body", "main") or is_holder:
        return ""
    kind = markup_of(element).noise or ("hidden" if is_hidden(element) else "")
    if not kind or (element.tag == "header" and kind == "navigation" and _is_inside_article(element)):
        return ""
    if total and prose >= total * (_NEARLY_ALL if kind == "comments" else _MOST):
        return ""
    return "" if kind in _BRIEF and prose >= _LONG else kind


def _is_inside_article(element: html.HtmlElement) -> bool:
    return any(above.tag in ("article", "main", "section") for above in element.iterancestors())


def is_hidden(element: html.HtmlElement) -> bool:
    """Whether the page's own markup hides the element."""
    style = element.get("style", "").replace(" ", "").lower()
    return element.get("hidden") is not None or any(hidden in style for hidden in _HIDDEN_STYLES)
