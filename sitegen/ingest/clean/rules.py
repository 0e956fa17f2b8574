"""The rules in their order, and the pass over a page that applies them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sitegen.ingest.clean import appeals, around, ends, heads, signs, words
from sitegen.ingest.clean.page import Page, Rule
from sitegen.ingest.fields.headline import find_headline, same_headline
from sitegen.ingest.lines import Line
from sitegen.ingest.phrases import Lexicon
from sitegen.model import Dropped

# Rules that need no headline: what a line says or looks like is enough.
BY_LINE: tuple[Rule, ...] = (
    signs.signs,
    signs.hashtags,
    signs.marks,
    signs.doubled_caption,
    signs.glued_crumb,
    words.leftovers,
    signs.arrows,
    appeals.appeals,
    signs.notes,
    heads.stamps,
    heads.bylines,
    signs.navigation,
)
# Rules by position around the headline and the text.
BY_PLACE: tuple[Rule, ...] = (
    heads.bare_names,
    heads.signatures,
    around.repeats,
    around.before_headline,
    around.before_text,
    around.strangers,
    heads.stamps,
    heads.bylines,
    around.after_end,
    around.foot,
    around.after_end,
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning made of a page: the headline, the lines that are the article, and what it took away."""

    title: Line | None
    kept: tuple[Line, ...]  # without the headline
    dropped: tuple[tuple[Line, str], ...]
    initials: tuple[Dropped, ...]


# Rules of words that a headline may hold, too: "Live: …", "Comment: …", "Support for …".
MAY_HEAD = frozenset({"read_also", "ticker", "media", "comments", "support"})


def clean(lines: Sequence[Line], lexicon: Lexicon, *, title: str | None = None, is_marked: bool = False) -> Cleaned:
    """Return the article in `lines`. `title` is a headline that the source declares; it wins over any line."""
    page = Page(tuple(lines), tuple(lines), lexicon, {}, is_marked, clocks=signs.item_clocks(lines))
    if title:
        page = replace(page, title=_declared(page, title), is_titled=True)
    for rule in BY_LINE:
        page = page.without(rule(page))
    if page.title is None and not title:
        page, found = _find_headline(page)
        page = replace(page, title=found, is_titled=found is not None)
    for rule in BY_PLACE:
        page = page.without(rule(page))
    by_index = {line.index: line for line in page.all_lines}
    kept, initials = _without_initials([line for line in page.lines if line is not page.title])
    return Cleaned(
        title=page.title,
        kept=kept,
        dropped=tuple((by_index[index], rule) for index, rule in sorted(page.dropped.items())),
        initials=initials,
    )


def _find_headline(page: Page) -> tuple[Page, Line | None]:
    """Return the headline, and the page with it: where no other line is one, "Comment: …" or "Live: …" may be."""
    found = find_headline(page)
    if found is not None or page.first_text >= len(page.lines):
        return page, found
    first = page.lines[page.first_text].index
    labelled = {i for i, rule in page.dropped.items() if rule in MAY_HEAD and i < first}
    lines = tuple(line for line in page.all_lines if line.index in labelled or line.index not in page.dropped)
    again = find_headline(replace(page, lines=lines))
    if again is None:
        return page, None
    dropped = {index: rule for index, rule in page.dropped.items() if index != again.index}
    kept = tuple(line for line in page.all_lines if line.index not in dropped)
    return replace(page, lines=kept, dropped=dropped), again


def _declared(page: Page, title: str) -> Line | None:
    """Return the line that shows the declared headline, if one does."""
    return next((line for line in page.lines if same_headline(line.text, title, page.lexicon.language)), None)


def _without_initials(lines: list[Line]) -> tuple[tuple[Line, ...], tuple[Dropped, ...]]:
    """Take the initials off the last paragraph that carries any."""
    kept, dropped = list(lines), []
    for position in range(len(kept) - 1, max(-1, len(kept) - 4), -1):
        text, initials = ends.split_initials(kept[position].text)
        if initials:
            kept[position] = replace(kept[position], text=text)
            dropped.append(Dropped(initials, "initials"))
            break
    return tuple(kept), tuple(dropped)
