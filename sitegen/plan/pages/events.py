"""The list of all events, by year, with the ways to narrow it."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import Kind
from sitegen.plan import urls
from sitegen.plan.dates import format_year
from sitegen.plan.edition import Edition, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions
from sitegen.plan.kinds import kind_heading
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, count_reports, group_by_year
from sitegen.plan.links import Links
from sitegen.plan.pages.days import make_calendar
from sitegen.plan.pages.listing import make_listing
from sitegen.plan.views import Anchor, Count

MOST_ON_ONE_PAGE = 200  # beyond it the list gives way to the years' own pages


def plan_event_list(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of all events in every edition."""
    for edition in site.editions:
        yield _plan_list(site, edition)


def _plan_list(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    path = urls.events(edition.code)
    links = Links(path)
    counts = {"events": count_events(edition, len(site.events)), "reports": count_reports(edition, len(site.articles))}
    # Translators: events is "41 events", reports is "63 reports".
    intro = words.gettext("%(events)s, from %(reports)s.") % counts
    spec = Spec(
        kind="events",
        path=path,
        template="listing.html",
        title=words.gettext("Events"),
        description=intro,
        versions=all_versions(site, urls.events),
        section=path,
        page_type="CollectionPage",
    )
    ids = [event.id for event in site.events]
    groups = group_by_year(site, edition, links, ids[:MOST_ON_ONE_PAGE])
    browse = (words.gettext("Browse"), _browse(site, edition, links))
    return make_listing(site, edition, spec, links, groups, intro=intro, browse=browse)


def _browse(site: Site, edition: Edition, links: Links) -> tuple[Count, ...]:
    calendar = make_calendar(site)
    found = []
    for year in sorted(calendar.years, reverse=True):
        count = len(calendar.years[year])
        anchor = Anchor(links.to(urls.year(edition.code, year)), format_year(edition, year))
        found.append(Count(anchor, count, number(edition, count)))
    if calendar.undated:
        anchor = Anchor(links.to(urls.undated(edition.code)), edition.words.gettext("Date not known"))
        found.append(Count(anchor, len(calendar.undated), number(edition, len(calendar.undated))))
    for kind in Kind:
        count = sum(event.kind is kind for event in site.events)
        if count:
            anchor = Anchor(links.to(urls.kind(edition.code, kind.value)), kind_heading(edition, kind))
            found.append(Count(anchor, count, number(edition, count)))
    if site.events_of_place:
        anchor = Anchor(links.to(urls.places(edition.code)), edition.words.gettext("Places"))
        found.append(Count(anchor, len(site.events_of_place), number(edition, len(site.events_of_place))))
    return tuple(found)
