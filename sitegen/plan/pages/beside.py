"""Two reports of one event in different languages, sentence beside sentence: each with its best counterpart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from sitegen.model import Link, Passage
from sitegen.plan import urls
from sitegen.plan.edition import Edition, comma, direction_of, in_brackets, language_name, number
from sitegen.plan.facts import field_name
from sitegen.plan.frame import PlannedPage, Spec, Switch, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import article_title, outlet_name
from sitegen.plan.links import Links
from sitegen.plan.pages.article import edition_of
from sitegen.plan.points import sentence_link, sentence_text
from sitegen.plan.titles import event_title
from sitegen.plan.views import Anchor, Text

Pair = tuple[str, str]
Found = Mapping[tuple[int, int], Link]  # sentence of the left report, sentence of the right one


@dataclass(frozen=True, slots=True)
class BesideRow:
    """Sentences that answer each other, or one without an answer; `id` is the address of the row."""

    id: str
    left: tuple[Anchor, ...]
    right: tuple[Anchor, ...]
    is_compared: bool  # a sub-heading is not: that the other report lacks it says nothing
    differs: str  # the fields in which they differ, in the reader's words
    repeats: bool  # the row before lacks the same side: to say so once is enough for the eye


@dataclass(frozen=True, slots=True)
class BesideHead:
    """One of the two reports."""

    title: Anchor
    outlet: Text
    language: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """What the template sees."""

    title: str
    counted: str
    left: BesideHead
    right: BesideHead
    rows: tuple[BesideRow, ...]
    events: tuple[Anchor, ...]


def plan_besides(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every pair, in the language of the report that is read."""
    links = gather_links(site)
    compared = frozenset(p for alignment in site.library.alignments.values() for p in alignment.passages)
    for pair in choose_pairs(site, links):
        yield _plan_beside(site, pair, links[pair], compared)


def gather_links(site: Site) -> Mapping[Pair, dict[tuple[int, int], Link]]:
    """Return the links of every two reports of different languages, over all their events, from both sides."""
    found: defaultdict[Pair, dict[tuple[int, int], Link]] = defaultdict(dict)
    for alignment in site.library.alignments.values():
        for link in alignment.links:
            one, other = link.left, link.right
            if _language(site, one.article) != _language(site, other.article):
                found[one.article, other.article][one.sentence, other.sentence] = link
                found[other.article, one.article][other.sentence, one.sentence] = link
    return found


def choose_pairs(site: Site, links: Mapping[Pair, Found]) -> tuple[Pair, ...]:
    """Return each report with its best counterpart in every other language, and each of those from the other side."""
    best: dict[tuple[str, str], tuple[float, str]] = {}
    for (one, other), found in links.items():
        key, score = (one, _language(site, other)), (-sum(link.strength for link in found.values()), other)
        best[key] = min(score, best.get(key, score))
    chosen = {(one, other) for (one, _), (_, other) in best.items()}
    return tuple(sorted(chosen | {(other, one) for one, other in chosen}))


def _language(site: Site, article: str) -> str:
    return site.library.readings[article].article.language


def beside_path(site: Site, pair: Pair) -> str:
    """Return the address of a pair's page."""
    return urls.beside_report(_language(site, pair[0]), *pair)


def _plan_beside(site: Site, pair: Pair, found: Found, compared: AbstractSet[Passage]) -> PlannedPage:
    left = site.library.readings[pair[0]].article
    edition = edition_of(site, left.language)
    path = beside_path(site, pair)
    links = Links(path)
    heads = [_make_head(site, edition, links, article) for article in pair]
    # Translators: the title of a page with two reports side by side: "Le Fil (French) beside Warta (Indonesian)".
    one, other = (in_brackets(edition, head.outlet.text, head.language) for head in heads)
    title = edition.words.gettext("%(one)s beside %(other)s") % {"one": one, "other": other}
    passages = (_passages(site, pair[0]), _passages(site, pair[1]))
    matched = len({number for number, _ in found})
    counted = edition.words.gettext("Sentences with a counterpart: %(count)s of %(all)s.") % {
        "count": number(edition, matched),
        "all": number(edition, len(passages[0])),
    }
    events = _events(site, pair)
    spec = Spec(
        kind="beside",
        path=path,
        template="beside.html",
        title=f"{title}{edition.usage.signs.colon}{article_title(left)}",
        description=f"{title}. {counted}",
        versions={},
        crumbs=((urls.events(edition.code), edition.words.gettext("Events")),),
        section=urls.events(edition.code),
        switch=_switch(site, links, pair),
        is_indexed=False,  # the sentences are those of the two reports' own pages
    )
    view = BesideView(
        title=title,
        counted=counted,
        left=heads[0],
        right=heads[1],
        rows=_once(_make_rows(_Sheet(site, edition, links, passages, found, compared))),
        events=tuple(
            Anchor(links.to(urls.event(edition.code, key)), event_title(site, edition, site.library.events[key]))
            for key in events
        ),
    )
    return make_page(site, edition, spec, links, view)


def _make_head(site: Site, edition: Edition, links: Links, article_id: str) -> BesideHead:
    article = site.library.readings[article_id].article
    href = links.to(urls.article(article.language, article.id))
    title = Anchor(href, article_title(article), article.language, direction_of(article.language))
    return BesideHead(title, outlet_name(edition, article), language_name(edition, article.language))


def _events(site: Site, pair: Pair) -> list[str]:
    alignments = site.library.alignments
    return [e.id for e in site.events if e.id in alignments and set(pair) <= set(alignments[e.id].articles)]


def _passages(site: Site, article_id: str) -> tuple[Passage, ...]:
    sentences = site.library.readings[article_id].sentences
    return tuple(Passage(article_id, s.number) for s in sentences if any(map(str.isalnum, s.text)))


def _switch(site: Site, links: Links, pair: Pair) -> tuple[Switch, ...]:
    """The page itself, and the same two reports read from the other side."""
    found = []
    for one, other in (pair, pair[::-1]):
        code = _language(site, one)
        name = language_name(edition_of(site, code), code)
        link = Anchor(links.to(beside_path(site, (one, other))), name, code, direction_of(code))
        found.append(Switch(link, is_current=one == pair[0]))
    return tuple(sorted(found, key=lambda s: s.link.lang))


# ---------------------------------------------------------------- rows


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the rows of one page are made of."""

    site: Site
    edition: Edition
    links: Links
    passages: tuple[tuple[Passage, ...], tuple[Passage, ...]]  # of the left and the right report
    found: Found
    compared: AbstractSet[Passage]


def _make_rows(sheet: _Sheet) -> Iterator[BesideRow]:
    """Yield the left report in its order; what the right one alone says stands where it says it."""
    groups = _groups(sheet)
    answered = {j for _, j in sheet.found}
    free = [p.sentence for p in sheet.passages[1] if p.sentence not in answered]
    reach = 0
    for group in groups:
        answers = _answers(sheet, group)
        for j in _between(free, reach, answers[0]) if answers else ():
            yield _row(sheet, (), (j,))
        reach = max([reach, *answers])
        yield _row(sheet, group, answers)
    for j in free:
        yield _row(sheet, (), (j,))


def _once(rows: Iterable[BesideRow]) -> tuple[BesideRow, ...]:
    """Mark the rows that lack the same report's words as the row before them."""
    found: list[BesideRow] = []
    for row in rows:
        last = found[-1] if found else None
        is_half = not (row.left and row.right)
        lacks = (bool(row.left), bool(row.right))
        is_told = last is not None and last.is_compared and (bool(last.left), bool(last.right)) == lacks
        found.append(replace(row, repeats=is_half and is_told))
    return tuple(found)


def _between(free: list[int], after: int, before: int) -> list[int]:
    """Take from the free sentences those that stand between two places."""
    taken = [j for j in free if after < j < before]
    free[:] = [j for j in free if j not in taken]
    return taken


def _answers(sheet: _Sheet, group: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({j for i, j in sheet.found if i in group}))


def _groups(sheet: _Sheet) -> list[tuple[int, ...]]:
    """The sentences of the left report, those together that answer one sentence of the right one."""
    left = [passage.sentence for passage in sheet.passages[0]]
    first: dict[int, int] = {}
    home: dict[int, int] = {}
    for i in left:
        answers = _answers(sheet, (i,))
        home[i] = min((first[j] for j in answers if j in first), default=i)
        for j in answers:
            first.setdefault(j, home[i])
    return [tuple(i for i in left if home[i] == key) for key in sorted(set(home.values()))]


def _row(sheet: _Sheet, left: Sequence[int], right: Sequence[int]) -> BesideRow:
    chosen = [
        [p for p in side if p.sentence in numbers] for side, numbers in zip(sheet.passages, (left, right), strict=True)
    ]
    cells = [tuple(_cell(sheet, passage) for passage in side) for side in chosen]
    fields = {f for i in left for j in right if (i, j) in sheet.found for f in sheet.found[i, j].differs}
    return BesideRow(
        id=f"r{left[0]}" if left else f"o{right[0]}",
        left=cells[0],
        right=cells[1],
        is_compared=any(passage in sheet.compared for side in chosen for passage in side),
        differs=comma(sheet.edition).join(field_name(sheet.edition, field) for field in sorted(fields)),
        repeats=False,
    )


def _cell(sheet: _Sheet, passage: Passage) -> Anchor:
    language = _language(sheet.site, passage.article)
    href = sentence_link(sheet.site, sheet.links, passage)
    return Anchor(href, sentence_text(sheet.site, passage), language, direction_of(language))
