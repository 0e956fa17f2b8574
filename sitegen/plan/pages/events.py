"""The list of all events, by year, with the ways to narrow it."""

from __future__ import annotations

from collections import Counter
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
from sitegen.plan.names import place_name
from sitegen.plan.pages.days import make_calendar
from sitegen.plan.pages.listing import Browse, make_listing
from sitegen.plan.views import Anchor, Count

MOST_PLACES = 8
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
    browse = (_years(site, edition, links), _kinds(site, edition, links), _places(site, edition, links))
    return make_listing(site, edition, spec, links, groups, intro=intro, browse=browse)


def _years(site: Site, edition: Edition, links: Links) -> Browse:
    calendar = make_calendar(site)
    found = [
        _count(edition, links.to(urls.year(edition.code, year)), format_year(edition, year), len(calendar.years[year]))
        for year in sorted(calendar.years, reverse=True)
    ]
    if calendar.undated:
        name = edition.words.gettext("Date not known")
        found.append(_count(edition, links.to(urls.undated(edition.code)), name, len(calendar.undated)))
    return Browse(Anchor("", edition.words.gettext("Over time")), tuple(found))


def _kinds(site: Site, edition: Edition, links: Links) -> Browse:
    counts = Counter(event.kind for event in site.events)
    found = (
        _count(edition, links.to(urls.kind(edition.code, kind.value)), kind_heading(edition, kind), counts[kind])
        for kind in Kind
        if counts[kind]
    )
    return Browse(Anchor("", edition.words.gettext("Kind")), tuple(found))


def _places(site: Site, edition: Edition, links: Links) -> Browse:
    """Return the places of most events; the heading leads to all of them."""
    ordered = sorted(site.events_of_place.items(), key=lambda item: (-len(item[1]), item[0]))[:MOST_PLACES]
    found = tuple(
        _count(edition, links.to(urls.place(edition.code, place)), place_name(edition, place), len(ids))
        for place, ids in ordered
    )
    return Browse(Anchor(links.to(urls.places(edition.code)), edition.words.gettext("Places")), found)


def _count(edition: Edition, href: str, name: str, count: int) -> Count:
    return Count(Anchor(href, name), count, number(edition, count))
