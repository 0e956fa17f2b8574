"""A list of events under headings: what the pages of all events, a year, a day, a kind and a place have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.edition import Edition, number
from sitegen.plan.frame import PlannedPage, Spec, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import country_anchor
from sitegen.plan.links import Links
from sitegen.plan.views import Anchor, Count, EventGroup

MOST_COUNTRIES = 12


@dataclass(frozen=True, slots=True)
class Browse:
    """Narrower lists under a heading, with how many events each holds; the heading is a link where it has a page."""

    heading: Anchor
    counts: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class ListingView:
    """What the template of a list sees."""

    title: str
    intro: str
    groups: tuple[EventGroup, ...]
    browse: tuple[Browse, ...]
    before: Anchor | None
    after: Anchor | None
    downloads: tuple[Anchor, ...]


def make_listing(
    site: Site,
    edition: Edition,
    spec: Spec,
    links: Links,
    groups: Iterable[EventGroup],
    *,
    intro: str = "",
    browse: Iterable[Browse] = (),
    before: Anchor | None = None,
    after: Anchor | None = None,
    downloads: tuple[Anchor, ...] = (),
) -> PlannedPage:
    """Return the page of a list."""
    view = ListingView(spec.title, intro, tuple(groups), tuple(b for b in browse if b.counts), before, after, downloads)
    return make_page(site, edition, spec, links, view)


def browse_countries(site: Site, edition: Edition, links: Links, ids: Iterable[str]) -> Browse:
    """Return the countries that took part in most of these events; the heading leads to all countries."""
    counts = Counter(code for key in ids for code in site.library.events[key].countries)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_COUNTRIES]
    found = tuple(Count(country_anchor(edition, links, code), n, number(edition, n)) for code, n in ordered)
    return Browse(Anchor(links.to(urls.countries(edition.code)), edition.words.gettext("Countries")), found)
