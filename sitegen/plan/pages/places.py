"""Where events happened: the list of places, and each place with its events."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.plan import urls
from sitegen.plan.edition import Edition, comma, country_name, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, group_by_year
from sitegen.plan.links import Links
from sitegen.plan.names import place_country, place_name
from sitegen.plan.pages.index import IndexGroup, make_index
from sitegen.plan.pages.listing import browse_parties, make_listing
from sitegen.plan.views import Anchor, Count


def plan_places(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of places and the page of each, in every edition."""
    for edition in site.editions:
        yield _plan_list(site, edition)
        for place, ids in site.events_of_place.items():
            yield _plan_place(site, edition, place, ids)


def _plan_list(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    links = Links(urls.places(edition.code))
    by_country: dict[str, list[Count]] = {}
    for place, ids in site.events_of_place.items():
        country = place_country(place)
        heading = country_name(edition, country) if country else ""
        anchor = Anchor(links.to(urls.place(edition.code, place)), place_name(edition, place))
        by_country.setdefault(heading, []).append(Count(anchor, len(ids), number(edition, len(ids))))
    groups = tuple(
        IndexGroup(heading, tuple(sorted(found, key=lambda c: sort_key(c.name.text))))
        for heading, found in sorted(by_country.items(), key=lambda item: sort_key(item[0]))
    )
    intro = words.gettext("Where the reports say that events took place.")
    if not groups:
        intro = words.gettext("No report says where its event took place.")
    crumbs = ((urls.events(edition.code), words.gettext("Events")),)
    return make_index(site, edition, "places", urls.places, (words.gettext("Places"), intro), groups, crumbs)


def _plan_place(site: Site, edition: Edition, place: str, ids: tuple[str, ...]) -> PlannedPage:
    words = edition.words
    name = place_name(edition, place)
    country = place_country(place)
    where = comma(edition).join((name, country_name(edition, country))) if country and country != place else name
    intro = f"{where} · {count_events(edition, len(ids))}"
    spec = Spec(
        kind="place",
        path=urls.place(edition.code, place),
        template="listing.html",
        title=words.pgettext("title of a list", "Events: %(title)s") % {"title": name},
        description=intro,
        versions=all_versions(site, urls.place, place),
        crumbs=(
            (urls.events(edition.code), words.gettext("Events")),
            (urls.places(edition.code), words.gettext("Places")),
        ),
        section=urls.events(edition.code),
        page_type="CollectionPage",
    )
    links = Links(spec.path)
    lists = browse_parties(site, edition, links, ids)
    return make_listing(site, edition, spec, links, group_by_year(site, edition, links, ids), intro=intro, browse=lists)
