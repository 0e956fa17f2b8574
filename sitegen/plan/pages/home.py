"""The front page of an edition: what is new, where the reports differ, who is talking to whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site, description_of_site, title_of_site
from sitegen.plan.lines import count_events, count_languages, count_reports, event_lines
from sitegen.plan.links import Links
from sitegen.plan.pages.countries import pairs_of
from sitegen.plan.titles import storyline_title
from sitegen.plan.views import Anchor, Count, EventLine

MOST_NEW = 12
MOST_DISPUTED = 5
MOST_PAIRS = 8
MOST_STORYLINES = 6


@dataclass(frozen=True, slots=True)
class HomeView:
    """What the template of the front page sees."""

    title: str
    description: str
    counts: str
    new: tuple[EventLine, ...]
    all_events: str
    disputed: tuple[EventLine, ...]
    pairs: tuple[Count, ...]
    storylines: tuple[Count, ...]
    about: str
    network: str


def plan_home(site: Site) -> Iterator[PlannedPage]:
    """Yield the front page of every edition."""
    for edition in site.editions:
        yield _plan_home(site, edition)


def counts_sentence(site: Site, edition: Edition) -> str:
    """Return "63 reports in 12 languages tell of 41 events."."""
    languages = len({article.language for article in site.articles})
    # Translators: reports is "63 reports", languages is "12 languages", events is "41 events".
    return edition.words.gettext("%(reports)s in %(languages)s tell of %(events)s.") % {
        "reports": count_reports(edition, len(site.articles)),
        "languages": count_languages(edition, languages),
        "events": count_events(edition, len(site.events)),
    }


def _plan_home(site: Site, edition: Edition) -> PlannedPage:
    path = urls.home(edition.code)
    links = Links(path)
    description = description_of_site(site, edition)
    spec = Spec(
        kind="home",
        path=path,
        template="home.html",
        title=title_of_site(site, edition),
        description=description,
        versions=all_versions(site, urls.home),
        page_type="CollectionPage",
        follow=tuple(event.id for event in site.events),
    )
    disputed = [event.id for event in site.events if event.conflicts][:MOST_DISPUTED]
    new = [event.id for event in site.events][:MOST_NEW]
    view = HomeView(
        title=spec.title,
        description=description,
        counts=counts_sentence(site, edition),
        new=event_lines(site, edition, links, new),
        all_events=links.to(urls.events(edition.code)),
        disputed=event_lines(site, edition, links, disputed),
        pairs=_pairs(site, edition, links),
        storylines=_storylines(site, edition, links),
        about=links.to(urls.about(edition.code)),
        network=links.to(urls.network(edition.code)),
    )
    return make_page(site, edition, spec, links, view)


def _pairs(site: Site, edition: Edition, links: Links) -> tuple[Count, ...]:
    ordered = sorted(pairs_of(site).items(), key=lambda item: (-len(item[1]), item[0]))[:MOST_PAIRS]
    found = []
    for pair, ids in ordered:
        name = " – ".join(country_name(edition, code) for code in pair)
        found.append(Count(Anchor(links.to(urls.pair(edition.code, *pair)), name), len(ids), number(edition, len(ids))))
    return tuple(found)


def _storylines(site: Site, edition: Edition, links: Links) -> tuple[Count, ...]:
    ordered = sorted(site.library.storylines.values(), key=lambda s: (-len(s.events), s.id))[:MOST_STORYLINES]
    found = []
    for storyline in ordered:
        anchor = Anchor(links.to(urls.storyline(edition.code, storyline.id)), storyline_title(edition, storyline))
        found.append(Count(anchor, len(storyline.events), number(edition, len(storyline.events))))
    return tuple(found)
