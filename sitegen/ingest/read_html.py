"""A saved page → its article: what the page declares, then the body, with whatever the page's frame holds left out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence

from lxml import html

from sitegen.fold import fold
from sitegen.ingest.page.body import Body, read_body
from sitegen.ingest.page.declared import Head, read_head, settle_published
from sitegen.ingest.page.frame import find_frame, sum_sizes
from sitegen.ingest.page.headline import find_headline, guess_headline, split_title
from sitegen.ingest.page.lines import Line, read_lines
from sitegen.ingest.page.outlet import find_native, find_outlet
from sitegen.ingest.page.parse import is_cut_off, parse_page
from sitegen.ingest.page.region import find_region
from sitegen.ingest.page.vote import vote_on_lines
from sitegen.ingest.page.words import tidy, weigh
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Block, BlockKind, Dropped, Found, Problem, RawArticle, Severity, Source

_DOMAIN = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}", re.IGNORECASE)
_SHORTEST = 30  # letters of text without which a page is no article


def read_html(source: Source, text: str) -> tuple[RawArticle, ...]:
    """Return the one article of a page. Raises UnreadableSource where the page is empty, too large or holds none."""
    root = parse_page(text)
    head = read_head(root, text)
    lines = read_lines(root)
    known = [found.value for found in head.fields if found.name == "outlet"]
    headline = find_headline(lines, head.titles, known) or guess_headline(lines, find_frame(lines, None))
    body = _read(root, lines, headline)
    blocks = _fuller(body.blocks, head.body)
    if sum(weigh(b.text) for b in blocks if b.kind is not BlockKind.CAPTION) < _SHORTEST:
        raise UnreadableSource(
            "no article text was found on this page.",
            "If it is a front page or a list, save the article itself; "
            "if its text only comes with scripts, copy it into a .txt file.",
        )
    outlets = find_outlet(root, lines, headline, head.page_title, known)
    own = find_native([*known, *(found.value for found in outlets[:1])], lines, headline)
    names = {fold(found.value) for found in outlets} | {fold(name) for name in known}
    fields = (*_read_titles(head, headline, names), *_without_titles(head), *body.fields, *_rank(head, outlets, own))
    fields = settle_published(fields)
    return (RawArticle(source.path, "", "html", blocks, fields, body.dropped, _warn(source, head, text)),)


def _read(root: html.HtmlElement, lines: Sequence[Line], headline: Line | None) -> Body:
    frame = find_frame(lines, headline)
    region = find_region(lines, frame, headline, vote_on_lines(root))
    if region is None:
        return Body((), (), tuple(Dropped(line.text, "page-no-article") for line in lines if line is not headline))
    return read_body(lines, frame, region, headline, sum_sizes(lines))


def _fuller(blocks: tuple[Block, ...], declared: str) -> tuple[Block, ...]:
    """The text that JSON-LD repeats, where the page shows hardly any of it: a page saved before its scripts ran."""
    shown = sum(weigh(block.text) for block in blocks)
    if weigh(declared) < 3 * max(shown, 100):
        return blocks
    paragraphs = [tidy(line) for line in declared.splitlines()]
    return tuple(Block(BlockKind.TEXT, text) for text in paragraphs if text)


def _read_titles(head: Head, headline: Line | None, outlets: Container[str]) -> Iterator[Found]:
    """The headline as the page shows it first, then as it is declared; the outlet's name alone is none."""
    declared = [found for found in head.fields if found.name == "title"]
    if headline is not None:
        # A declared wording of the same letters has the punctuation that a style sheet adds on the page.
        letters = _letters(headline.text)
        same = [found for found in declared if _letters(found.value) == letters]
        longest = max((found.value for found in same), key=len, default="")
        shown = headline.text if len(longest) <= len(headline.text) else longest
        yield Found("title", shown, f"<{headline.element.tag}>")
    yield from declared
    if headline is None and not declared and head.page_title:
        parts = [part for part in split_title(head.page_title) if fold(part) not in outlets]
        if parts:
            yield Found("title", max(parts, key=weigh), "page title")


def _letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _without_titles(head: Head) -> Iterator[Found]:
    return (found for found in head.fields if found.name not in {"title", "outlet"})


def _rank(head: Head, shown: Sequence[Found], own: str) -> Iterator[Found]:
    """Declared names of the outlet before those that are only shown; a bare domain only where no other name is.

    Before all, its name in the script of the page (`own`).
    """
    if own:
        yield Found("outlet", own, "masthead")
    declared = [found for found in head.fields if found.name == "outlet"]
    domains = [found for found in declared if _DOMAIN.fullmatch(found.value)] if shown else []
    yield from (found for found in declared if found not in domains)
    yield from (found for found in shown if found.value not in {each.value for each in declared})
    yield from domains


def _warn(source: Source, head: Head, text: str) -> tuple[Problem, ...]:
    messages = list(head.problems)
    if is_cut_off(text):
        messages.append("the page breaks off in the middle: the end of the article may be missing.")
    return tuple(Problem(Severity.WARNING, source.path, message, "Save the page again.") for message in messages)
