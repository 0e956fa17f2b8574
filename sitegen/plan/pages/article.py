"""The page of a report: once, in its own language, every sentence an anchor, those that carry an event marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Article, BlockKind, Reading, Sentence
from sitegen.plan import urls
from sitegen.plan.dates import DateView, show_day
from sitegen.plan.edition import Edition, comma, direction_of, in_brackets, language_name, number
from sitegen.plan.frame import PlannedPage, Spec, Switch, make_page
from sitegen.plan.jsonld import article_node
from sitegen.plan.leftovers import count_leftovers
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import article_title, event_line, outlet_name, report_line
from sitegen.plan.links import Links
from sitegen.plan.outside import archived_copy, at_outlet
from sitegen.plan.references import ENDINGS
from sitegen.plan.views import Anchor, EventLine, ReportLine, Text

DESCRIPTION_LENGTH = 180


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence (with its anchor) or what stands between two; `marks` are the numbers of the events it carries."""

    text: str
    id: str
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph, sub-heading, standfirst or quotation."""

    kind: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class ReportedEvent:
    """An event that the article reports: its number in the margin, and links to the sentences that carry it."""

    mark: str
    line: EventLine
    sentences: tuple[Anchor, ...]
    others: tuple[ReportLine, ...]


@dataclass(frozen=True, slots=True)
class ArticleView:
    """What the template of an article sees."""

    title: str
    has_title: bool
    lang: str
    dir: str
    language: str
    outlet: Text
    author: str
    dateline: str
    published: DateView | None
    original: str
    archived: str
    copy_of: Anchor | None
    blocks: tuple[BlockView, ...]
    events: tuple[ReportedEvent, ...]
    dropped: str  # the sentence about lines that were left out, or ""
    source: str
    references: tuple[Anchor, ...]


def plan_articles(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every article."""
    for article in site.articles:
        yield _plan_article(site, article)


def edition_of(site: Site, language: str) -> Edition:
    """Return the edition whose words stand around a text of this language."""
    return next((edition for edition in site.editions if edition.code == language), site.default)


def _plan_article(site: Site, article: Article) -> PlannedPage:
    edition = edition_of(site, article.language)
    path = urls.article(article.language, article.id)
    links = Links(path)
    title = article_title(article)
    body = " ".join(block.text for block in article.blocks)
    description = (article.standfirst or body)[:DESCRIPTION_LENGTH]
    list_name = edition.words.gettext("Reports in %(language)s") % {
        "language": language_name(edition, article.language)
    }
    node = article_node(site, article)
    spec = Spec(
        kind="article",
        path=path,
        template="article.html",
        title=f"{title} – {article.outlet}" if article.outlet else title,
        description=description or title,
        versions={},
        crumbs=(
            (urls.languages(edition.code), edition.words.gettext("Languages")),
            (urls.articles(article.language), list_name),
        ),
        section=urls.languages(edition.code),
        nodes=(node,),
        page_extra={"mainEntity": {"@id": node["@id"]}},
        og_type="article",
        switch=_switch(site, links, article),
    )
    return make_page(site, edition, spec, links, _make_view(site, edition, links, article, title))


def _make_view(site: Site, edition: Edition, links: Links, article: Article, title: str) -> ArticleView:
    reading = site.library.readings[article.id]
    marks = {event_id: str(n) for n, event_id in enumerate(site.events_of_article.get(article.id, ()), 1)}
    original = site.library.readings.get(article.copy_of) if article.copy_of else None
    return ArticleView(
        title=title,
        has_title=article.title is not None,
        lang=article.language,
        dir=direction_of(article.language),
        language=language_name(edition, article.language),
        outlet=outlet_name(edition, article),
        author=article.author or "",
        dateline=article.dateline or "",
        published=show_day(edition, article.published.day, weekday=True) if article.published else None,
        original=at_outlet(article),
        archived=archived_copy(article),
        copy_of=_copy_anchor(edition, links, original.article) if original else None,
        blocks=_make_blocks(site, reading, marks),
        events=tuple(_reported(site, links, article, key, mark) for key, mark in marks.items()),
        dropped=_dropped(edition, article),
        source=article.source,
        references=tuple(
            Anchor(links.to(urls.beside(urls.article(article.language, article.id), ending)), name)
            for ending, name in ENDINGS
        ),
    )


def _copy_anchor(edition: Edition, links: Links, original: Article) -> Anchor:
    name = outlet_name(edition, original)
    return Anchor(links.to(urls.article(original.language, original.id)), name.text, name.lang, name.dir)


def _carrying(site: Site, article_id: str, event_id: str) -> tuple[int, ...]:
    claims = [claim for claim in site.library.events[event_id].claims if claim.article == article_id]
    return tuple(sorted({number for claim in claims for number in claim.sentences if number}))


def _make_blocks(site: Site, reading: Reading, marks: dict[str, str]) -> tuple[BlockView, ...]:
    marked: dict[int, list[str]] = {}
    for event_id, mark in marks.items():
        for sentence in _carrying(site, reading.article.id, event_id):
            marked.setdefault(sentence, []).append(mark)
    blocks = []
    for index, block in enumerate(reading.article.blocks):
        sentences = sorted((s for s in reading.sentences if s.block == index), key=lambda s: s.start)
        pieces = tuple(_pieces(block.text, sentences, marked))
        blocks.append(BlockView(_tag(block.kind), pieces))
    return tuple(blocks)


def _pieces(text: str, sentences: list[Sentence], marked: dict[int, list[str]]) -> Iterator[Piece]:
    done = 0
    for sentence in sentences:
        if sentence.start > done:
            yield Piece(text[done : sentence.start], "", ())
        marks = tuple(marked.get(sentence.number, ()))
        yield Piece(text[max(done, sentence.start) : sentence.end], f"s{sentence.number}", marks)
        done = max(done, sentence.end)
    if done < len(text):
        yield Piece(text[done:], "", ())


def _tag(kind: BlockKind) -> str:
    return {BlockKind.HEADING: "heading", BlockKind.STANDFIRST: "standfirst", BlockKind.QUOTE: "quote"}.get(
        kind, "text"
    )


def _reported(site: Site, links: Links, article: Article, event_id: str, mark: str) -> ReportedEvent:
    edition = edition_of(site, article.language)
    event = site.library.events[event_id]
    sentences = tuple(Anchor(f"#s{n}", number(edition, n)) for n in _carrying(site, article.id, event_id))
    others = tuple(report_line(edition, links, other) for other in reports_of(site, event) if other.id != article.id)
    return ReportedEvent(mark, event_line(site, edition, links, event), sentences, others)


def _dropped(edition: Edition, article: Article) -> str:
    count = len(article.dropped)
    if not count:
        return ""
    sentence = edition.words.ngettext(
        "%(count)s line of the file was left out, because it is no part of the article: %(rules)s.",
        "%(count)s lines of the file were left out, because they are no part of the article: %(rules)s.",
        count,
    )
    sorts = (in_brackets(edition, name, number(edition, n)) for name, n in count_leftovers(edition, article.dropped))
    return sentence % {"count": number(edition, count), "rules": comma(edition).join(sorts)}


def _switch(site: Site, links: Links, article: Article) -> tuple[Switch, ...]:
    """Return, for each edition, the report of the same event in its language, else the event's page there."""
    events = [site.library.events[key] for key in site.events_of_article.get(article.id, ())]
    found = []
    for other in site.editions:
        if other.code == article.language:
            found.append(
                Switch(
                    Anchor(
                        links.to(urls.article(article.language, article.id)), other.autonym, other.code, other.direction
                    ),
                    is_current=True,
                )
            )
            continue
        twin = next((a for e in events for a in reports_of(site, e) if a.language == other.code), None)
        if twin:
            path, note = urls.article(twin.language, twin.id), other.words.pgettext("language switch", "report")
        elif events:
            path, note = urls.event(other.code, events[0].id), other.words.pgettext("language switch", "event")
        else:
            path, note = urls.home(other.code), other.words.pgettext("language switch", "front page")
        found.append(
            Switch(Anchor(links.to(path), other.autonym, other.code, other.direction), is_current=False, note=note)
        )
    return tuple(found)
