"""From which line to which the article goes: the largest cluster of prose, and what belongs to it before and after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from lxml import html

from sitegen.ingest.page.frame import is_prose
from sitegen.ingest.page.lines import Line, markup_of

_CELLS = frozenset(["p", "li", "ul", "ol", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "dl", "pre"])


_SERIOUS = 200  # letters of text outside the cluster that are worth a second opinion


def find_region(
    lines: Sequence[Line], frame: Sequence[str], headline: Line | None, is_voted: Callable[[Line], bool]
) -> range | None:
    """Return the numbers of the lines from the article's first to its last, or None where the page holds no prose.

    `is_voted` is a second opinion on single lines. It settles what stands outside the cluster: an article in two
    containers goes on there, a list of teasers does not.
    """
    first = 0 if headline is None else headline.number + 1
    prose = [line for line in lines if not frame[line.number] and is_prose(line)]
    after = [line for line in prose if line.number >= first]
    if not after and headline is not None:
        first, after = 0, prose  # the headline stands below its text, or is none
    if not after:
        return None
    top = _find_cluster(after)
    inside = [line for line in lines[first:] if _is_in(line, top) and not frame[line.number]]
    end = _extend(after, inside[-1].number, top, is_voted)
    if end != inside[-1].number:  # the rest of the container that the article goes on in
        holder = container_of(lines[end].element)
        end = max(line.number for line in lines[end:] if _is_in(line, holder) and not frame[line.number])
    start = first if headline is not None and first else _extend_back(after, inside[0].number, top, is_voted)
    return range(start, end + 1)


def _find_cluster(prose: Sequence[Line]) -> html.HtmlElement:
    """The element whose own paragraphs weigh most; half the weight counts for the element around it."""
    scores: Counter[html.HtmlElement] = Counter()
    for line in prose:
        holder = container_of(line.element)
        weight = line.size * _hint(holder)
        scores[holder] += round(weight)
        above = holder.getparent()
        if above is not None and above.tag != "html":
            scores[above] += round(weight / 2)
    order = {element: number for number, element in enumerate(scores)}
    return max(scores, key=lambda element: (scores[element], -order[element]))


def container_of(element: html.HtmlElement) -> html.HtmlElement:
    """Return the element that holds paragraphs of which `element` is one."""
    while element.tag in _CELLS and element.getparent() is not None:
        element = element.getparent()
    return element


def _hint(element: html.HtmlElement) -> float:
    """What the names of an element and of those around it say for its being the article."""
    around = [element, *element.iterancestors()][:4]
    weight = 1.4 if any(markup_of(each).is_content for each in around) else 1.0
    return weight * (1.2 if any(each.tag in ("article", "main") for each in element.iterancestors()) else 1.0)


def _is_in(line: Line, top: html.HtmlElement) -> bool:
    return line.element is top or any(above is top for above in line.element.iterancestors())


def _is_near(line: Line, top: html.HtmlElement) -> bool:
    """Whether a paragraph lies in an element like the cluster's, or directly around it."""
    holder = container_of(line.element)
    is_sibling = holder.getparent() is top.getparent() and holder.tag not in ("td", "aside")
    if holder.tag == top.tag and holder.get("class") == top.get("class") and (holder.get("class") or is_sibling):
        return True
    return holder is top.getparent() and holder.tag not in ("tr", "table", "body")


def _is_in_same_article(line: Line, top: html.HtmlElement) -> bool:
    article = next((above for above in top.iterancestors() if above.tag == "article"), None)
    return article is not None and _is_in(line, article)


def _joined(far: Sequence[Line], top: html.HtmlElement, is_voted: Callable[[Line], bool]) -> list[int]:
    """The numbers of the paragraphs outside the cluster that are the article's all the same."""
    near = [line for line in far if _is_near(line, top)]
    rest = [line for line in far if line not in near]
    inside = [line for line in rest if _is_in_same_article(line, top) and is_voted(line)]
    rest = [line for line in rest if line not in inside]
    voted = [line for line in rest if is_voted(line)] if sum(line.size for line in rest) >= _SERIOUS else []
    if len(voted) < 2 or sum(line.size for line in voted) < _SERIOUS:
        voted = []  # one line that both take for text is as often a copyright or a cookie note
    return [line.number for line in (*near, *inside, *voted)]


def _extend(prose: Sequence[Line], end: int, top: html.HtmlElement, is_voted: Callable[[Line], bool]) -> int:
    return max([end, *_joined([line for line in prose if line.number > end], top, is_voted)])


def _extend_back(prose: Sequence[Line], start: int, top: html.HtmlElement, is_voted: Callable[[Line], bool]) -> int:
    return min([start, *_joined([line for line in prose if line.number < start], top, is_voted)])
