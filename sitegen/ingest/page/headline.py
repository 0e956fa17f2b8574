"""Which line of a page is its headline, and what is left of the page's title without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from lxml import html
from rapidfuzz import fuzz

from sitegen.fold import fold
from sitegen.ingest.page.frame import is_hidden, is_prose
from sitegen.ingest.page.lines import Line, markup_of

# What sites put between headline, section and their own name in the title of a page.
_SEPARATOR = re.compile(r"\s+[-–—―·•»«/:~*]+\s+|\s*(?:\||｜|¦|::|»|«|_{1,2}|--+|—{2,}|‹|›)\s*|\s+[-–—]|[-–—]\s+")
# "…标题-晨报": where nothing else separates the parts, a dash without blanks does.
_CLOSE = re.compile(r"(?<=[^\s\d])[-–—](?=[^\s\d]+$)")
# Two wordings of one headline: a truncated one, one with other quotation marks, one with the kicker in front.
_ALIKE = 85.0
_NEAR = 8  # lines over the first paragraph in which a heading is its headline


def split_title(title: str) -> tuple[str, ...]:
    """Return the parts of a page's title: the headline in one or several of them, section, outlet."""
    parts = tuple(part for part in (p.strip() for p in _SEPARATOR.split(title)) if part)
    if len(parts) > 1:
        return parts  # "… - The Standard-Bearer": the hyphen is the name's
    return tuple(part for part in (p.strip() for p in _CLOSE.split(title)) if part)


def find_headline(lines: Sequence[Line], titles: Sequence[str], outlets: Sequence[str]) -> Line | None:
    """Return the line that shows the headline.

    `titles` are what the head of the page declares, the surest first; `outlets` are names that are no headline.
    """
    names = {fold(name) for name in outlets}
    wanted: dict[str, float] = {}
    for title in titles:
        for span, share in _spans(title):
            if span not in names:
                wanted[span] = max(share, wanted.get(span, 0.0))
    best: tuple[float, int] | None = None
    last = max((line.number for line in lines if is_prose(line)), default=len(lines))
    for line in lines[: last + 1]:
        score = _score(line, wanted)
        if score >= 2 and (best is None or score > best[0]):
            best = (score, line.number)
    return None if best is None else lines[best[1]]


def guess_headline(lines: Sequence[Line], frame: Sequence[str]) -> Line | None:
    """Return the heading over the first paragraph, for a page whose title is no headline ("The Harbour Sentinel")."""
    first = next((line.number for line in lines if not frame[line.number] and is_prose(line)), 0)
    headings = [
        line
        for line in lines[max(0, first - _NEAR) : first]
        if (line.level or line.bold > 0.9) and not frame[line.number] and line.size >= 12 and line.linked < 0.9
    ]
    return min(headings, key=lambda line: (line.level or 7, -line.number), default=None)


def is_alike(left: str, right: str) -> bool:
    """Whether two headlines are one, cut short or slightly reworded."""
    a, b = fold(left).strip(" .…"), fold(right).strip(" .…")
    return _is_alike(a, b)


def _is_alike(a: str, b: str) -> bool:
    if not a or not b:
        return False
    shorter, longer = sorted((a, b), key=len)
    if len(shorter) >= 12 and longer.startswith(shorter) and len(shorter) >= 0.5 * len(longer):
        return True
    return fuzz.ratio(a, b) >= _ALIKE


def rest_of_title(title: str, headline: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the parts of the title before and after the headline; both empty where the headline is not in it."""
    parts = split_title(title)
    best: tuple[float, int, int] = (0.0, 0, 0)
    wanted = fold(headline).strip(" .…")
    for start in range(len(parts)):
        for end in range(len(parts), start, -1):
            ratio = fuzz.ratio(fold(" ".join(parts[start:end])), " ".join(fold(p) for p in split_title(wanted)))
            if ratio > best[0]:
                best = (ratio, start, end)
    if best[0] < _ALIKE:
        return (), ()
    return parts[: best[1]], parts[best[2] :]


def _spans(title: str) -> Iterator[tuple[str, float]]:
    """What may be the headline in a title, and what share of the title it is."""
    parts = split_title(title)
    whole = fold(title).strip(" .…")
    yield whole, 1.0
    if len(parts) <= 6:  # a title of more parts is a list of words for search engines
        for start in range(len(parts)):
            for end in range(len(parts), start, -1):
                span = fold(" ".join(parts[start:end])).strip(" .…")
                yield span, min(1.0, len(span) / max(1, len(whole)))


def _score(line: Line, wanted: Mapping[str, float]) -> float:
    """How sure it is that the line is the headline; 2 is enough."""
    if not 6 <= line.size <= 400:
        return 0
    roles = markup_of(line.element).roles
    level = line.level
    score = {1: 2.0, 2: 0.6, 3: 0.5}.get(level, 0.3 if level else 0.0)
    score += 1.0 if "headline" in roles and (level or line.size >= 15) else 0.0
    folded = fold(line.text).strip(" .…")
    # The more of a title a line says, the likelier it is the headline and not the name of the outlet.
    share = wanted.get(folded) or max((share for span, share in wanted.items() if _is_alike(folded, span)), default=0.0)
    if share:
        score += 1.0 + 2.0 * share
    elif level == 1 and wanted and (line.size < 15 or line.linked > 0.9):
        score -= 1.0
    return score + _by_place(line)


def _by_place(line: Line) -> float:
    """What the surroundings of a line say against its being the headline."""
    around = (line.element, *line.element.iterancestors())
    score = -0.4 if line.linked > 0.9 else 0.0
    if any("brand" in markup_of(each).roles for each in around[:3] if each.tag in ("div", "a", "h1", "p", "span")):
        score -= 2.0  # a masthead repeats the title of a page that has no other
    if any(each.tag in ("footer", "aside") for each in around):
        score -= 2.0
    if line.size < 30 and any(each.tag == "header" for each in around) and not _is_in_article(around):
        score -= 3.5  # the masthead, where the site's name may be a heading of the first level
    return score - (0.8 if any(is_hidden(each) for each in around) else 0.0)


def _is_in_article(around: Sequence[html.HtmlElement]) -> bool:
    return any(each.tag in ("article", "main", "section") for each in around)
