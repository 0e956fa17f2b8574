"""Countries, the page of each, and the page of each pair that took part in an event together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, country_anchor, group_by_year, person_anchor
from sitegen.plan.links import Links
from sitegen.plan.maps import MapView, map_of_country, map_of_pair
from sitegen.plan.pages.index import group_by_letter, make_index
from sitegen.plan.titles import storyline_title
from sitegen.plan.views import Anchor, Count, EventGroup

MOST_MEMBERS = 6  # of a gathering of more, the pairs are not listed: all with all says nothing


@dataclass(frozen=True, slots=True)
class CountryView:
    """What the template of a country, or of a pair, sees."""

    title: str
    intro: str
    parties: tuple[Anchor, ...]  # of a pair: its two countries
    people: tuple[Count, ...]
    partners: tuple[Count, ...]
    storylines: tuple[Count, ...]
    groups: tuple[EventGroup, ...]
    map: MapView | None


def pairs_of(site: Site) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return the events of each pair of countries, the newest first; large gatherings make no pairs."""
    found: dict[tuple[str, str], list[str]] = {}
    for event in site.events:
        if len(event.countries) <= MOST_MEMBERS:
            for one, other in combinations(sorted(event.countries), 2):
                found.setdefault((one, other), []).append(event.id)
    return {pair: tuple(ids) for pair, ids in sorted(found.items())}


def plan_countries(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of countries, the page of each and of each pair, in every edition."""
    pairs = pairs_of(site)
    for edition in site.editions:
        yield _plan_list(site, edition)
        for code, ids in site.events_of_country.items():
            yield _plan_country(site, edition, code, ids, pairs)
        for pair, ids in pairs.items():
            yield _plan_pair(site, edition, pair, ids)


def _plan_list(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    links = Links(urls.countries(edition.code))
    entries = [
        (
            country_name(edition, code),
            Count(country_anchor(edition, links, code), len(ids), number(edition, len(ids))),
        )
        for code, ids in site.events_of_country.items()
    ]
    intro = words.ngettext(
        "%(count)s country that took part in these events.",
        "%(count)s countries that took part in these events.",
        len(entries),
    ) % {"count": number(edition, len(entries))}
    groups = group_by_letter(edition, entries)
    return make_index(site, edition, "countries", urls.countries, (words.gettext("Countries"), intro), groups)


def _plan_country(
    site: Site, edition: Edition, code: str, ids: tuple[str, ...], pairs: dict[tuple[str, str], tuple[str, ...]]
) -> PlannedPage:
    name = country_name(edition, code)
    path = urls.country(edition.code, code)
    links = Links(path)
    intro = count_events(edition, len(ids))
    node = {
        "@type": "Country",
        "@id": _node_id(site, path),
        "name": name,
        "url": _node_id(site, path).partition("#")[0],
    }
    spec = Spec(
        kind="country",
        path=path,
        template="country.html",
        title=name,
        description=f"{name} · {intro}",
        versions=all_versions(site, urls.country, code),
        crumbs=((urls.countries(edition.code), edition.words.gettext("Countries")),),
        section=urls.countries(edition.code),
        nodes=(node,),
        page_extra={"about": {"@id": node["@id"]}},
        follow=ids,
        page_type="CollectionPage",
    )
    partners, shares = _partners(edition, links, code, pairs)
    view = CountryView(
        title=name,
        intro=intro,
        parties=(),
        people=_people(site, edition, links, frozenset({code}), ids),
        partners=partners,
        storylines=_storylines(site, edition, links, frozenset({code})),
        groups=group_by_year(site, edition, links, ids),
        map=map_of_country(edition, links, code, shares),
    )
    return make_page(site, edition, spec, links, view)


def _partners(
    edition: Edition, links: Links, code: str, pairs: dict[tuple[str, str], tuple[str, ...]]
) -> tuple[tuple[Count, ...], list[tuple[str, int]]]:
    """Return the countries that one was in contact with, as lines of a list and as codes with counts."""
    partners = []
    shares = []
    for pair, shared in pairs.items():
        if code in pair:
            other = pair[1] if pair[0] == code else pair[0]
            shares.append((other, len(shared)))
            anchor = Anchor(links.to(urls.pair(edition.code, *pair)), country_name(edition, other))
            partners.append(Count(anchor, len(shared), number(edition, len(shared))))
    partners.sort(key=lambda entry: (-entry.count, sort_key(entry.name.text)))
    shares.sort(key=lambda share: (-share[1], share[0]))
    return tuple(partners), shares


def _node_id(site: Site, path: str) -> str:
    return f"{urls.absolute(site.config.base_url, path)}#country"


def _plan_pair(site: Site, edition: Edition, pair: tuple[str, str], ids: tuple[str, ...]) -> PlannedPage:
    names = [country_name(edition, code) for code in pair]
    title = " – ".join(names)
    links = Links(urls.pair(edition.code, *pair))
    intro = count_events(edition, len(ids))
    spec = Spec(
        kind="pair",
        path=links.page,
        template="country.html",
        title=title,
        description=f"{title} · {intro}",
        versions=all_versions(site, urls.pair, *pair),
        crumbs=(
            (urls.countries(edition.code), edition.words.gettext("Countries")),
            (urls.country(edition.code, pair[0]), names[0]),
        ),
        section=urls.countries(edition.code),
        page_type="CollectionPage",
    )
    view = CountryView(
        title=title,
        intro=intro,
        parties=tuple(country_anchor(edition, links, code) for code in pair),
        people=_people(site, edition, links, frozenset(pair), ids),
        partners=(),
        storylines=_storylines(site, edition, links, frozenset(pair)),
        groups=group_by_year(site, edition, links, ids),
        map=map_of_pair(edition, links, pair),
    )
    return make_page(site, edition, spec, links, view)


def _people(
    site: Site, edition: Edition, links: Links, countries: frozenset[str], ids: tuple[str, ...]
) -> tuple[Count, ...]:
    counts: Counter[str] = Counter()
    for event_id in ids:
        found = {p.person for p in site.library.events[event_id].participants if p.country in countries}
        counts.update(person for person in found if person in site.library.people)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Count(person_anchor(site, edition, links, key), n, number(edition, n)) for key, n in ordered)


def _storylines(site: Site, edition: Edition, links: Links, countries: frozenset[str]) -> tuple[Count, ...]:
    found = []
    for storyline in site.library.storylines.values():
        if countries <= set(storyline.parties):
            anchor = Anchor(links.to(urls.storyline(edition.code, storyline.id)), storyline_title(edition, storyline))
            count = len(storyline.events)
            found.append(Count(anchor, count, number(edition, count)))
    return tuple(sorted(found, key=lambda entry: (-entry.count, sort_key(entry.name.text))))
