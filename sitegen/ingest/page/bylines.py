"""The lines over, under and after an article that say who wrote it and when: fields, no paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from sitegen.ingest.page.lines import Line, markup_of
from sitegen.ingest.page.markup import read_markup
from sitegen.ingest.page.roles import inner_roles, is_date_line
from sitegen.ingest.page.words import tidy, weigh
from sitegen.model import Found

_FAR = 8  # lines over the headline that are looked at
_ADJACENT = 3  # lines over it, where the box around both is that of the whole article
_LABEL = re.compile(r"^\s*\S+(?:\s+\S+)?\s*[:：]\s*(?=\S)")
_CLOCK = re.compile(r"(?<!\d)\d{1,2}[:：]\d\d(?!\d)")
_UPDATED = frozenset(["datemodified", "modified"])


def says_when(line: Line, roles: frozenset[str]) -> bool:
    """Whether a line near the headline is about the time of publication, were it "two hours ago"."""
    if line.level:
        return False
    if roles & {"meta", "date"} and _CLOCK.search(line.text) and line.size <= 100:
        return True
    return is_date_line(line.text) or ("date" in roles and "byline" not in roles and line.size <= 60)


def read_date_line(line: Line, where: str) -> Iterator[Found]:
    """Yield the times of a line that is mainly a date, and the name of the writer where it stands in the same line."""
    yield from _read_times(line)
    yield Found("published-text", line.text, where)
    for markup, text in line.parts:
        if "byline" in markup.roles and not is_date_line(text):
            yield Found("author", _without_label(text), "byline")
            return


def read_byline(line: Line) -> Found:
    """Return the writer named in a line: the name that is a link, else the part that is called so, else the line."""
    links = [tidy("".join(a.itertext())) for a in line.element.iter("a") if is_author_link(a)]
    names = [text for markup, text in line.parts if "byline" in markup.roles and not is_date_line(text)]
    chosen = [name for name in (*links, *names) if 1 < weigh(name) <= 80 and name in line.text]
    return Found("author", chosen[0] if chosen else _without_label(line.text), "byline")


def read_kicker(line: Line) -> Found:
    """Return the section that a line over or under the headline names."""
    return Found("section", _without_label(line.text), "kicker")


def is_author_link(link: html.HtmlElement) -> bool:
    """Whether a link leads to the page of a writer, by its relation or by the words of its address."""
    address = (link.get("href") or "").partition("?")[0]
    return link.get("rel") == "author" or "byline" in read_markup("a", address, "", "").roles


def read_above(line: Line, headline: Line, kind: str, paragraph: Line | None) -> Iterator[Found]:
    """Yield what a line over the headline says; `kind` is the frame it belongs to, or "".

    The date of today in the site's masthead is no date of the article: the smallest box around it and the headline
    holds the text (`paragraph` is its first line), too, and a menu stands between them.
    """
    if line.number < headline.number - _FAR or line.size > 100:
        return
    around = [line.element, *line.element.iterancestors()]
    boxes = [headline.element, *headline.element.iterancestors()]
    box = next((each for each in boxes if any(each is other for other in around)), None)
    if box is None or box.tag in ("body", "html", "tr", "table", "tbody"):
        return
    holds_text = paragraph is not None and any(
        a is box for a in (paragraph.element, *paragraph.element.iterancestors())
    )
    if holds_text and (kind or line.number < headline.number - _ADJACENT):
        return
    if is_date_line(line.text):
        yield from _read_times(line)
        yield Found("published-text", line.text, "line over the headline")
    elif "kicker" in markup_of(line.element).roles | inner_roles(line) and line.size <= 60:
        yield read_kicker(line)


def _read_times(line: Line) -> Iterator[Found]:
    """The machine-readable times of the elements in a line."""
    for element in line.element.iter("time", "abbr"):
        value = (element.get("datetime") or element.get("title") or "").strip()
        names = f"{element.get('class', '')} {element.get('itemprop', '')}".lower().split()
        if re.match(r"\d{4}-\d\d-\d\d", value):
            yield Found("modified" if _UPDATED & set(names) else "published", value, f"<{element.tag}>")


def _without_label(text: str) -> str:
    """The name without "Reporter:" before it, in any language."""
    return _LABEL.sub("", text, count=1) if weigh(text) <= 100 else text
