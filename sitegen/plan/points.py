"""The alignment of an event → the table of its points by report, and what one report alone says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import Alignment, Event, Passage, Point
from sitegen.plan import urls
from sitegen.plan.edition import Edition, number
from sitegen.plan.evidence import SourceRef, source_ref
from sitegen.plan.library import Site
from sitegen.plan.lines import text_in
from sitegen.plan.links import Links
from sitegen.plan.scripts import text_in_one_of
from sitegen.plan.views import Anchor, Text

MOST_SHOWN = 10  # points before the fold


@dataclass(frozen=True, slots=True)
class PointCell:
    """What one report does with one point: `state` is says, differs or silent."""

    state: str
    href: str  # of its sentence, "" where it is silent
    values: tuple[Text, ...]  # what it says otherwise


@dataclass(frozen=True, slots=True)
class PointRow:
    """A point in the words of one report, and what each report does with it."""

    id: str
    words: Text
    cells: tuple[PointCell, ...]


@dataclass(frozen=True, slots=True)
class LoneView:
    """What one report alone says, folded under a sentence that names it and the pool."""

    outlet: SourceRef
    pool: str
    sentences: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class PointsView:
    """What the part of the template sees; `more` is what the fold hides."""

    columns: tuple[SourceRef, ...]
    rows: tuple[PointRow, ...]
    more: tuple[PointRow, ...]
    lone: tuple[LoneView, ...]


def make_points(site: Site, edition: Edition, links: Links, event: Event) -> PointsView | None:
    """Return the points of an event by its independent texts, the most carried first; None without two of them."""
    alignment = site.library.alignments.get(event.id)
    columns = _independent(site, alignment) if alignment else ()
    if alignment is None or len(columns) < 2:
        return None
    shared = sorted((p for p in alignment.points if _carriers(p, columns) > 1), key=lambda p: -_carriers(p, columns))
    rows = [_make_row(site, edition, links, point, columns) for point in shared]
    lone = [_make_lone(site, edition, links, alignment, article, columns) for article in columns]
    return PointsView(
        columns=tuple(source_ref(site, edition, links, article, 0) for article in columns),
        rows=tuple(rows[:MOST_SHOWN]),
        more=tuple(rows[MOST_SHOWN:]),
        lone=tuple(view for view in lone if view.sentences),
    )


def _independent(site: Site, alignment: Alignment) -> tuple[str, ...]:
    """The reports without those that repeat the text of another that is there."""
    readings = site.library.readings
    return tuple(a for a in alignment.articles if readings[a].article.copy_of not in alignment.articles)


def _carriers(point: Point, columns: Sequence[str]) -> int:
    return sum(article in columns for article in point.articles)


def _make_row(site: Site, edition: Edition, links: Links, point: Point, columns: Sequence[str]) -> PointRow:
    passages = [p for p in point.passages if p.article in columns]
    spoken = [p for p in passages if _language(site, p) == edition.code]
    shown = min(spoken or passages, key=lambda p: (columns.index(p.article), p.sentence))
    cells = tuple(_make_cell(site, links, point, article) for article in columns)
    return PointRow(point.id, text_in(sentence_text(site, shown), _language(site, shown)), cells)


def _make_cell(site: Site, links: Links, point: Point, article: str) -> PointCell:
    own = [passage for passage in point.passages if passage.article == article]
    if not own:
        return PointCell("silent", "", ())
    href = sentence_link(site, links, own[0])
    otherwise = tuple(
        text_in_one_of(value, (_language(site, passage) for passage in (*own, *passages)))
        for difference in point.differences
        for value, passages in difference.variants
        if any(passage.article == article for passage in passages)
    )
    return PointCell("differs" if otherwise else "says", href, otherwise)


def _make_lone(
    site: Site, edition: Edition, links: Links, alignment: Alignment, article: str, columns: Sequence[str]
) -> LoneView:
    alone = [p for p in alignment.points if _carriers(p, columns) == 1 and article in p.articles]
    passages = [passage for point in alone for passage in point.passages if passage.article == article]
    # Translators: follows the name of a report that alone says something; count is how many were compared, itself too.
    pattern = edition.words.gettext("alone (reports compared: %(count)s)")
    sentences = tuple(
        Anchor(sentence_link(site, links, p), sentence_text(site, p), *_spoken(site, p))
        for p in sorted(passages, key=lambda p: p.sentence)
    )
    pool = pattern % {"count": number(edition, len(columns))}
    return LoneView(source_ref(site, edition, links, article, 0), pool, sentences)


def sentence_text(site: Site, passage: Passage) -> str:
    """Return the words of a passage."""
    sentences = site.library.readings[passage.article].sentences
    return next(s.text for s in sentences if s.number == passage.sentence)


def sentence_link(site: Site, links: Links, passage: Passage) -> str:
    """Return the link to a passage on the page of its report."""
    article = site.library.readings[passage.article].article
    return links.to(urls.article(article.language, article.id), f"s{passage.sentence}")


def _language(site: Site, passage: Passage) -> str:
    return site.library.readings[passage.article].article.language


def _spoken(site: Site, passage: Passage) -> tuple[str, str]:
    text = text_in("", _language(site, passage))
    return text.lang, text.dir
