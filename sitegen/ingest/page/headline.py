"""Which line of a page is its headline, and what is left of the page's title without it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from sitegen.fold import fold
from sitegen.ingest.page.frame import is_hidden, is_prose
from sitegen.ingest.page.lines import Line, markup_of

# What sites put between headline, section and their own name in the title of a page.
_SEPARATOR = re.compile(
    r"\s+[-–—―·•»«/:~*]+\s+|\s*(?:\||｜|¦|::|»|«|_{1,2}|--+|—{2,}|‹|›)\s*|\s+[-–—]|[-–—]\s+|(?<=[^\s\d])[-–—](?=[^\s\d]+$)"
)
# Two wordings of one headline: a truncated one, one with other quotation marks, one with the kicker in front.
_ALIKE = 85.0
_NEAR = 8  # lines over the first paragraph in which a heading is its headline


def split_title(title: str) -> tuple[str, ...]:
    """Return the parts of a page's title: the headline in one or several of them, section, outlet."""
    return tuple(part for part in (p.strip() for p in _SEPARATOR.split(title)) if part)


def find_headline(lines: Sequence[Line], titles: Sequence[str]) -> Line | None:
    """Return the line that shows the headline; `titles` are what the head of the page declares, the surest first."""
    wanted = tuple(dict.fromkeys(folded for title in titles for folded in _spans(title)))
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
        if line.level and not frame[line.number] and line.size >= 12 and line.linked < 0.9
    ]
    return min(headings, key=lambda line: (line.level, -line.number), default=None)


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


def _spans(title: str) -> Iterator[str]:
    parts = split_title(title)
    yield fold(title).strip(" .…")
    if len(parts) <= 6:  # a title of more parts is a list of words for search engines
        for start in range(len(parts)):
            for end in range(len(parts), start, -1):
                yield fold(" ".join(parts[start:end])).strip(" .…")


def _score(line: Line, wanted: tuple[str, ...]) -> float:
    """How sure it is that the line is the headline; 2 is enough."""
    if not 6 <= line.size <= 400:
        return 0
    roles = markup_of(line.element).roles
    level = line.level
    folded = fold(line.text).strip(" .…")
    whole = wanted[0] if wanted else ""
    score = {1: 2.0, 2: 0.6, 3: 0.5}.get(level, 0.3 if level else 0.0)
    score += 1.0 if "headline" in roles and (level or line.size >= 15) else 0.0
    if folded in wanted or _is_alike(folded, whole):
        # The more of a title a line says, the likelier it is the headline and not the name of the outlet.
        score += 1.0 + 2.0 * min(1.0, len(folded) / max(1, len(whole)))
    elif level == 1 and wanted and (line.size < 15 or line.linked > 0.9):
        score -= 1.0
    if any("brand" in markup_of(each).roles for each in (line.element, *line.element.iterancestors("div", "a", "h1"))):
        score -= 2.0  # a masthead repeats the title of a page that has no other
    if any(each.tag in ("footer", "aside") for each in line.element.iterancestors()):
        score -= 2.0
    hidden = any(is_hidden(each) for each in (line.element, *line.element.iterancestors()))
    return score - (0.4 if line.linked > 0.9 else 0.0) - (0.8 if hidden else 0.0)
