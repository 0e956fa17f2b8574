"""A list of events under headings: what the pages of all events, a year, a day, a kind and a place have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.edition import Edition, number
from sitegen.plan.frame import PlannedPage, Spec, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import country_anchor, person_anchor
from sitegen.plan.links import Links
from sitegen.plan.views import Anchor, Count, EventGroup

MOST_LISTED = 10


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


def browse_parties(site: Site, edition: Edition, links: Links, ids: Sequence[str]) -> tuple[Browse, Browse]:
    """Return the countries and the people that took part in most of these events; the headings lead to all of them."""
    events = [site.library.events[key] for key in ids]
    gettext = edition.words.gettext
    countries = Counter(code for event in events for code in event.countries)
    people = Counter(
        person
        for event in events
        for person in {p.person for p in event.participants}
        if person in site.events_of_person
    )
    return (
        Browse(
            Anchor(links.to(urls.countries(edition.code)), gettext("Countries")),
            _most(edition, countries, lambda code: country_anchor(edition, links, code)),
        ),
        Browse(
            Anchor(links.to(urls.people(edition.code)), gettext("People")),
            _most(edition, people, lambda person: person_anchor(site, edition, links, person)),
        ),
    )


def _most(edition: Edition, found: Counter[str], anchor: Callable[[str], Anchor]) -> tuple[Count, ...]:
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_LISTED]
    return tuple(Count(anchor(key), count, number(edition, count)) for key, count in ordered)
