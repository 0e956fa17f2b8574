"""The search page: a form that works by keyboard, with the ways to browse beside it for readers without a script."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.fold import folding_table
from sitegen.model import Kind
from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name, in_own_digits, language_name, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site
from sitegen.plan.links import Links
from sitegen.plan.views import Anchor


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet: what the index calls it, and what the reader sees."""

    value: str
    text: str


@dataclass(frozen=True, slots=True)
class Facet:
    """A way to narrow the results."""

    name: str
    label: str
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the template of the search sees."""

    title: str
    facets: tuple[Facet, ...]
    root: str  # from here to the root of the site
    disk_index: str
    browse: tuple[Anchor, ...]


def plan_search(site: Site) -> Iterator[PlannedPage]:
    """Yield the search page of every edition."""
    for edition in site.editions:
        yield _plan_search(site, edition)


def _plan_search(site: Site, edition: Edition) -> PlannedPage:
    words, code = edition.words, edition.code
    path = urls.search(code)
    links = Links(path)
    spec = Spec(
        kind="search",
        path=path,
        template="search.html",
        title=words.gettext("Search"),
        description=words.gettext("Find events, people and countries under any spelling in any script."),
        versions=all_versions(site, urls.search),
        section=path,
        has_search=True,
        data=json.dumps(folding_table(), ensure_ascii=True, separators=(",", ":")),
    )
    view = SearchView(
        title=spec.title,
        facets=_facets(site, edition),
        root="../",
        disk_index=links.to(urls.disk_index(code)),
        browse=(
            Anchor(links.to(urls.events(code)), words.gettext("All events")),
            Anchor(links.to(urls.people(code)), words.gettext("People")),
            Anchor(links.to(urls.countries(code)), words.gettext("Countries")),
            Anchor(links.to(urls.places(code)), words.gettext("Places")),
        ),
    )
    return make_page(site, edition, spec, links, view)


def _facets(site: Site, edition: Edition) -> tuple[Facet, ...]:
    gettext = edition.words.gettext
    kinds = [kind_name(edition, kind) for kind in Kind if any(event.kind is kind for event in site.events)]
    languages = {language_name(edition, article.language) for article in site.articles}
    countries = {country_name(edition, code) for code in site.events_of_country}
    years = {day.year for e in site.events for day in [e.when.earliest or e.when.latest] if day}
    facets = (
        Facet("kind", gettext("Kind"), _choices(kinds)),
        Facet("language", gettext("Language of a report"), _choices(sorted(languages, key=sort_key))),
        Facet("country", gettext("Country"), _choices(sorted(countries, key=sort_key))),
        Facet(
            "year", gettext("Year"),
            tuple(Choice(str(year), in_own_digits(edition, str(year))) for year in sorted(years, reverse=True)),
        ),
    )  # fmt: skip
    return tuple(facet for facet in facets if facet.choices)


def _choices(names: list[str]) -> tuple[Choice, ...]:
    return tuple(Choice(name, name) for name in names)
