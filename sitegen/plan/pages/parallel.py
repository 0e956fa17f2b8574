"""The reports of an event side by side: each point with the sentences of the reports that make it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.model import Alignment, Difference, Event, Passage, Point
from sitegen.plan import urls
from sitegen.plan.dates import show_when
from sitegen.plan.edition import Edition, direction_of, in_brackets, language_name, number
from sitegen.plan.evidence import SourceRef, source_ref
from sitegen.plan.facts import field_name
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import outlet_name
from sitegen.plan.links import Links
from sitegen.plan.pages.beside import Pair, beside_path, choose_pairs, gather_links
from sitegen.plan.scripts import text_in_one_of
from sitegen.plan.titles import event_title
from sitegen.plan.views import Anchor, Text


@dataclass(frozen=True, slots=True)
class Cell:
    """One report's sentence for a point."""

    source: SourceRef
    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    """A value in which the sentences of one point differ, and who gives it."""

    field: str
    variants: tuple[tuple[Text, tuple[SourceRef, ...]], ...]


@dataclass(frozen=True, slots=True)
class PointView:
    """Something that reports say: how many of them, in their own sentences, and where they differ."""

    id: str
    heading: str
    cells: tuple[Cell, ...]
    differences: tuple[DifferenceView, ...]
    silent: tuple[SourceRef, ...]  # the reports that do not say it, where several do


@dataclass(frozen=True, slots=True)
class PairView:
    """Two reports in different languages, sentence beside sentence: outlet and language of each."""

    href: str
    outlets: tuple[Text, Text]
    languages: tuple[str, str]


@dataclass(frozen=True, slots=True)
class ParallelView:
    """What the template sees: what several say first, then what one alone says."""

    title: str
    event: Anchor
    intro: str
    pairs: tuple[PairView, ...]
    shared: tuple[PointView, ...]
    alone: tuple[PointView, ...]


def has_parallel(site: Site, event: Event) -> bool:
    """Return whether the event's reports were set side by side."""
    found = site.library.alignments.get(event.id)
    return found is not None and len(found.articles) > 1 and bool(found.points)


def plan_parallels(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every event with two reports or more, in every edition."""
    pairs = choose_pairs(site, gather_links(site))
    for edition in site.editions:
        for event in site.events:
            if has_parallel(site, event):
                yield _plan_parallel(site, edition, event, site.library.alignments[event.id], pairs)


def _plan_parallel(
    site: Site, edition: Edition, event: Event, alignment: Alignment, pairs: Sequence[Pair]
) -> PlannedPage:
    words = edition.words
    path = urls.parallel(edition.code, event.id)
    links = Links(path)
    name = event_title(site, edition, event)
    date = show_when(edition, event.when, event.end).text
    # Translators: the title of a page; title is an event: "Side by side: Pezeshkian–Tokayev phone call".
    title = words.gettext("Side by side: %(title)s") % {"title": in_brackets(edition, name, date)}
    intro = words.ngettext(
        "What %(count)s report says, sentence by sentence.", "What %(count)s reports say, sentence by sentence.",
        len(alignment.articles),
    ) % {"count": number(edition, len(alignment.articles))}  # fmt: skip
    spec = Spec(
        kind="parallel",
        path=path,
        template="parallel.html",
        title=title,
        description=f"{intro} {in_brackets(edition, name, date)}",
        versions=all_versions(site, urls.parallel, event.id),
        crumbs=(
            (urls.events(edition.code), words.gettext("Events")),
            (urls.event(edition.code, event.id), name),
        ),
        section=urls.events(edition.code),
    )
    both = [(_make_point(site, edition, links, alignment, point), point) for point in alignment.points]
    view = ParallelView(
        title=name,
        event=Anchor(links.to(urls.event(edition.code, event.id)), name),
        intro=intro,
        pairs=tuple(_make_pair(site, edition, links, pair) for pair in pairs if set(pair) <= set(alignment.articles)),
        shared=tuple(view for view, point in both if len(point.articles) > 1),
        alone=tuple(view for view, point in both if len(point.articles) == 1),
    )
    return make_page(site, edition, spec, links, view)


def _make_pair(site: Site, edition: Edition, links: Links, pair: Pair) -> PairView:
    one, other = (site.library.readings[article].article for article in pair)
    return PairView(
        href=links.to(beside_path(site, pair)),
        outlets=(outlet_name(edition, one), outlet_name(edition, other)),
        languages=(language_name(edition, one.language), language_name(edition, other.language)),
    )


def _make_point(site: Site, edition: Edition, links: Links, alignment: Alignment, point: Point) -> PointView:
    cells = tuple(_make_cell(site, edition, links, passage) for passage in point.passages)
    heading = edition.words.gettext("%(count)s of %(all)s reports") % {
        "count": number(edition, len(point.articles)),
        "all": number(edition, len(alignment.articles)),
    }
    differences = tuple(_make_difference(site, edition, links, difference) for difference in point.differences)
    without = [key for key in alignment.articles if key not in point.articles] if len(point.articles) > 1 else []
    silent = tuple(source_ref(site, edition, links, key, 0) for key in without)
    return PointView(point.id, heading, cells, differences, silent)


def _make_cell(site: Site, edition: Edition, links: Links, passage: Passage) -> Cell:
    reading = site.library.readings[passage.article]
    text = next((s.text for s in reading.sentences if s.number == passage.sentence), reading.article.title or "")
    language = reading.article.language
    source = source_ref(site, edition, links, passage.article, passage.sentence)
    return Cell(source, text, language, direction_of(language))


def _make_difference(site: Site, edition: Edition, links: Links, difference: Difference) -> DifferenceView:
    variants = tuple(
        (
            text_in_one_of(value, (site.library.readings[p.article].article.language for p in passages)),
            tuple(source_ref(site, edition, links, p.article, p.sentence) for p in passages),
        )
        for value, passages in difference.variants
    )
    return DifferenceView(field_name(edition, difference.field), variants)
