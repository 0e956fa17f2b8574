"""Who published a page, where the page only shows it: its title, its masthead, its copyright line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import html

from sitegen.fold import fold
from sitegen.ingest.fields.company import without_company
from sitegen.ingest.page.headline import rest_of_title, split_title
from sitegen.ingest.page.lines import Line, markup_of
from sitegen.ingest.page.markup import read_markup, rights_words
from sitegen.ingest.page.words import tidy, weigh
from sitegen.model import Found

_LONGEST_NAME = 60
_SHORTEST_WITHIN = 4  # letters of a masthead that a longer name in the title may hold
_TAIL = 15  # lines at the end of a page in which its copyright line is looked for
_COPYRIGHT = re.compile(r"©|\(c\)|ⓒ", re.IGNORECASE)
_YEARS = re.compile(r"[\s,]*(?:(?:19|20)\d\d|[۰-۹]{4}|[٠-٩]{4})(?:\s*[-–—]\s*(?:19|20)?\d\d)?[\s,.]*")
_CLAUSE = re.compile(r"[.,;|｜•·。،؛]|\s[-–—]\s|\s{2,}|\u3000")


def find_outlet(
    root: html.HtmlElement, lines: Sequence[Line], headline: Line | None, page_title: str, known: Sequence[str]
) -> tuple[Found, ...]:
    """Return the candidates for the outlet's name, the surest first; `known` are names that the head declares."""
    logos = list(_logos(root, lines, headline))
    rights = list(_copyright_lines(lines))
    shown = {fold(name) for name in [*known, *logos, *rights]}
    top = headline.number if headline is not None else 0
    first = list(_first_words(lines[:top]))
    suffixes = [
        _as_shown(name, (*logos, *first))
        for name in _from_title(page_title, headline.text if headline is not None else "", shown)
    ]
    sure = [name for name in suffixes if fold(name) in shown]
    found = [
        *(Found("outlet", name, "page title") for name in sure),
        *(Found("outlet", name, "masthead") for name in logos if fold(name) in {fold(r) for r in rights}),
        *(Found("outlet", name, "page title") for name in suffixes),
        *(Found("outlet", name, "masthead") for name in logos),
        *(Found("outlet", name, "copyright line") for name in rights),
        *(Found("outlet", name, "first words of the page") for name in first),
    ]
    return tuple({f.value: f for f in reversed(found)}[value] for value in dict.fromkeys(f.value for f in found))


def find_native(names: Sequence[str], lines: Sequence[Line], headline: Line | None) -> str:
    """Return the name in the page's own script where all `names` are in Latin letters and the headline is not; or "".

    A masthead over a page in Hindi shows the name that its head writes in Latin letters for machines. Sure is only
    what stands by itself at the top of the page, and again at its end or as a heading.
    """
    if headline is None or not names or _is_latin(headline.text) or not all(map(_is_latin, names)):
        return ""
    foot = " ".join(fold(line.text) for line in lines[-_TAIL:] if line.number > headline.number)
    for line in lines[: headline.number]:
        is_name = 2 < line.size <= 40 and not _is_latin(line.text) and line.linked < 0.9
        if is_name and (line.level or _is_brand(line.element)) and f" {fold(line.text)} " in f" {foot} ":
            return line.text
    return ""


def _is_latin(text: str) -> bool:
    """Return whether most letters of a text are Latin."""
    letters = [char for char in text if char.isalpha()]
    return 2 * sum(char < "\u0250" for char in letters) > len(letters)


def _from_title(page_title: str, headline: str, shown: set[str]) -> Iterator[str]:
    """What the title says beside the headline: the outlet stands at the outer end."""
    before, after = rest_of_title(page_title, headline) if headline else ((), ())
    if not before and not after and not headline:
        parts = split_title(page_title)
        after = parts[1:] if len(parts) > 1 and weigh(parts[-1]) <= 30 else ()
    names = [*reversed(after), *before]
    known = [name for name in names if fold(name) in shown]
    for name in dict.fromkeys([*known, *names[:1]]):
        if 1 < weigh(name) <= _LONGEST_NAME:
            yield name


def _as_shown(name: str, shown: Sequence[str]) -> str:
    """Return a name in the page's title as its masthead has it: "Heron" for "Website of Heron"."""
    folded = f" {fold(name)} "
    within = [other for other in shown if weigh(other) >= _SHORTEST_WITHIN and f" {fold(other)} " in folded]
    return max(within, key=weigh, default=name)


def _logos(root: html.HtmlElement, lines: Sequence[Line], headline: Line | None) -> Iterator[str]:
    """The name in a masthead: text or picture in an element called logo or brand, or a link to the front page."""
    end = headline.number if headline is not None else len(lines)
    for line in lines[:end]:
        in_menu = any(a.tag in ("nav", "li", "ul") for a in (line.element, *line.element.iterancestors()))
        is_name = headline is None or line.text != headline.text
        if line.size <= 40 and is_name and not in_menu and (line.level == 1 or _is_brand(line.element)):
            yield line.text
    for image in root.iter("img", "amp-img"):
        name = tidy(image.get("alt") or "")
        is_logo = "brand" in read_markup("img", image.get("src") or "", "", "").roles
        if 1 < weigh(name) <= 40 and (is_logo or _is_brand(image)):
            yield _without_word_logo(name)
    for link in root.iter("a"):
        if _is_front_page(link.get("href") or ""):
            name = tidy(link.get("title") or "".join(link.itertext()))
            if 2 < weigh(name) <= 40 and link.getparent() is not None and _stands_out(link):
                yield name


def _first_words(lines: Sequence[Line]) -> Iterator[str]:
    """The name in bold type that a plain page begins with."""
    for line in lines[:2]:
        for element in line.element.iter("b", "strong", "big", "font"):
            name = tidy("".join(element.itertext()))
            if element.find(".//a") is None and 2 < weigh(name) <= 30 and line.text.startswith(name):
                yield name


def _is_brand(element: html.HtmlElement) -> bool:
    around = [element, *element.iterancestors()][:4]
    return any("brand" in markup_of(each).roles for each in around if each.tag not in ("body", "html"))


def _without_word_logo(name: str) -> str:
    return re.sub(r"^\s*logo\s*(?:de|di|da|of|:|-)?\s+|\s+logo\s*$", "", name, flags=re.IGNORECASE) or name


def _is_front_page(address: str) -> bool:
    return address in ("/", "./", "index.html", "/index.html") or re.fullmatch(r"https?://[^/]+/?", address) is not None


def _stands_out(link: html.HtmlElement) -> bool:
    """Whether a link to the front page is set as a name and not as the first word of a menu."""
    return any(each.tag in ("h1", "h2", "b", "strong", "big") for each in (link, *link.iterancestors(), *link))


def _copyright_lines(lines: Sequence[Line]) -> Iterator[str]:
    """The names beside a © at the end of the page, after it or, where nothing is left of that, before it."""
    for line in reversed(lines[-_TAIL:]):
        before, sign, after = _COPYRIGHT.sub("©", line.text).partition("©")
        if not sign or line.size > 400 or "caption" in markup_of(line.element).roles:
            continue
        for text in (after, before):
            name = _CLAUSE.split(_YEARS.sub(" ", rights_words().sub(" ", text)).strip(" ,.:|-–—"), maxsplit=1)[
                0
            ].strip()
            name = without_company(name)
            if 1 < weigh(name) <= _LONGEST_NAME and not name[0].isdigit():
                yield name
                break
