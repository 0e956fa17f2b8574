"""How the site is made: the method, what was dropped, what is uncertain, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.dates import show_day
from sitegen.plan.edition import Edition, direction_of, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.leftovers import count_leftovers
from sitegen.plan.library import Site
from sitegen.plan.lines import article_title
from sitegen.plan.links import Links
from sitegen.plan.pages.home import counts_sentence
from sitegen.plan.views import Anchor

MOST_LISTED = 50


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table: a name and a number."""

    name: str
    count: str


@dataclass(frozen=True, slots=True)
class AboutView:
    """What the template sees."""

    title: str
    counts: str
    built: str
    built_iso: str
    has_encoder: bool  # sentences were compared by meaning, not by their anchors alone
    gaps: tuple[Row, ...]
    dropped: tuple[Row, ...]
    without: tuple[Anchor, ...]  # reports in which no event was found
    problems: tuple[Row, ...]
    data: tuple[Anchor, ...]


def plan_about(site: Site) -> Iterator[PlannedPage]:
    """Yield the page in every edition."""
    for edition in site.editions:
        yield _plan_about(site, edition)


def _plan_about(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    path = urls.about(edition.code)
    links = Links(path)
    spec = Spec(
        kind="about",
        path=path,
        template="about.html",
        title=words.gettext("How this site is made"),
        description=words.gettext("The method, what was left out, and what is uncertain."),
        versions=all_versions(site, urls.about),
        page_type="AboutPage",
    )
    built = show_day(edition, site.built) if site.built else None
    dropped = count_leftovers(edition, (line for article in site.articles for line in article.dropped))
    without = [a for a in site.articles if a.id not in site.events_of_article][:MOST_LISTED]
    view = AboutView(
        title=spec.title,
        counts=counts_sentence(site, edition),
        built=built.text if built else "",
        built_iso=built.iso if built else "",
        has_encoder=all(a.method == "vectors" for a in site.library.alignments.values()),
        gaps=_gaps(site, edition),
        dropped=tuple(Row(name, number(edition, count)) for name, count in dropped),
        without=tuple(
            Anchor(links.to(urls.article(a.language, a.id)), article_title(a), a.language, direction_of(a.language))
            for a in without
        ),
        problems=tuple(Row(f"{p.where}: {p.message}", p.severity.value) for p in site.library.problems[:MOST_LISTED]),
        data=_data(edition, links),
    )
    return make_page(site, edition, spec, links, view)


def _gaps(site: Site, edition: Edition) -> tuple[Row, ...]:
    gettext = edition.words.gettext
    counts = (
        (gettext("Events of which the day is not known"), sum(e.when.day is None for e in site.events)),
        (
            gettext("Events whose date was inferred"),
            sum(e.when.day is not None and not e.when.is_certain for e in site.events),
        ),
        (gettext("Events on which the reports differ"), sum(bool(e.conflicts) for e in site.events)),
        (
            gettext("Events known from a single report"),
            sum(len({c.article for c in e.claims}) == 1 for e in site.events),
        ),
        (gettext("Events that may be the same as another"), sum(bool(e.related) for e in site.events)),
        (gettext("Reports without a headline"), sum(a.title is None for a in site.articles)),
        (gettext("Reports without a date"), sum(a.published is None for a in site.articles)),
        (gettext("Reports that repeat another’s text"), sum(a.copy_of is not None for a in site.articles)),
        (
            gettext("Reports in which no event was found"),
            sum(a.id not in site.events_of_article for a in site.articles),
        ),
        (
            gettext("People whom no table knows, found by their office"),
            sum(not site.library.people[p].is_known for p in site.events_of_person),
        ),
    )
    return tuple(Row(name, number(edition, count)) for name, count in counts)


def _data(edition: Edition, links: Links) -> tuple[Anchor, ...]:
    gettext = edition.words.gettext
    return (
        Anchor(links.to(urls.EVENTS_JSONL), gettext("All events (JSON Lines)")),
        Anchor(links.to(urls.EVENTS_CSV), gettext("All events (CSV)")),
        Anchor(links.to(urls.ARTICLES_JSONL), gettext("All reports (JSON Lines)")),
        Anchor(links.to(urls.ARTICLES_CSV), gettext("All reports (CSV)")),
    )
