"""A finished Library → a Plan: every page of the site with its view, and every file that stands beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from sitegen.config import Config
from sitegen.model import Library, OutputFile
from sitegen.page import Page, Plan
from sitegen.plan import urls
from sitegen.plan.archive import make_archive, make_schema
from sitegen.plan.calendars import plan_calendars
from sitegen.plan.cards import plan_cards, without_cards
from sitegen.plan.exports import plan_exports
from sitegen.plan.feeds import plan_feeds
from sitegen.plan.frame import PlannedPage
from sitegen.plan.library import Site, make_site
from sitegen.plan.links import check_collisions, check_targets
from sitegen.plan.pages.about import plan_about
from sitegen.plan.pages.article import plan_articles
from sitegen.plan.pages.beside import plan_besides
from sitegen.plan.pages.countries import plan_countries
from sitegen.plan.pages.days import plan_days
from sitegen.plan.pages.event import plan_events
from sitegen.plan.pages.events import plan_event_list
from sitegen.plan.pages.gate import plan_gate
from sitegen.plan.pages.home import plan_home
from sitegen.plan.pages.kinds import plan_kinds
from sitegen.plan.pages.languages import plan_languages
from sitegen.plan.pages.network import plan_network
from sitegen.plan.pages.not_found import plan_not_found
from sitegen.plan.pages.outlets import plan_outlets
from sitegen.plan.pages.parallel import plan_parallels
from sitegen.plan.pages.people import plan_people
from sitegen.plan.pages.places import plan_places
from sitegen.plan.pages.redirects import plan_redirects
from sitegen.plan.pages.search import plan_search
from sitegen.plan.pages.storylines import plan_storylines
from sitegen.plan.pages.told import plan_told
from sitegen.plan.records import plan_disk_index, plan_records
from sitegen.plan.references import plan_references
from sitegen.plan.sitemap import plan_server_files

PAGE_KINDS = (
    plan_gate,
    plan_home,
    plan_event_list,
    plan_events,
    plan_days,
    plan_kinds,
    plan_places,
    plan_articles,
    plan_people,
    plan_countries,
    plan_storylines,
    plan_languages,
    plan_told,
    plan_outlets,
    plan_network,
    plan_redirects,
    plan_parallels,
    plan_besides,
    plan_search,
    plan_about,
    plan_not_found,
)
STATIC_FILES = (urls.STYLE, urls.ICON, urls.SEARCH_SCRIPT, urls.WORLD)


def plan_site(library: Library, config: Config) -> Plan:
    """Return the plan.

    Raises CollisionError where two pages want one address, LinkError where one links to a page that is not planned,
    TableError where a language lacks interface words.
    """
    site = make_site(library, config)
    pages = _tell_apart(tuple(page for plan_kind in PAGE_KINDS for page in plan_kind(site)))
    records = plan_records(site)
    files = (*_plan_files(site, pages), *plan_disk_index(site, records))
    cards = tuple(plan_cards(site))
    paths = [*(p.path for p in pages), *(f.path for f in files), *(c.path for c in cards), *STATIC_FILES]
    check_collisions(paths)
    check_targets((page.links for page in pages), paths)
    return Plan(tuple(_hand_over(page) for page in pages), files, records, cards, without_cards(site))


def _tell_apart(pages: tuple[PlannedPage, ...]) -> tuple[PlannedPage, ...]:
    """Return the pages with the id added to a title that several of one language share."""
    shared = Counter((page.frame.lang, page.frame.title) for page in pages if page.frame.is_indexed)
    found = []
    for page in pages:
        if shared[page.frame.lang, page.frame.title] > 1:
            stem = page.path.rpartition("/")[2].removesuffix(".html")
            found.append(replace(page, frame=replace(page.frame, title=f"{page.frame.title} [{stem}]")))
        else:
            found.append(page)
    return tuple(found)


def _hand_over(page: PlannedPage) -> Page:
    frame = page.frame
    return Page(page.path, page.template, page.edition.words, frame, page.view, frame.structured, frame.data)


def _plan_files(site: Site, pages: tuple[PlannedPage, ...]) -> Iterator[OutputFile]:
    exports = (*plan_exports(site), make_schema())
    yield from exports
    yield make_archive([file for file in exports if file.path.startswith("data/")])
    yield from plan_feeds(site, pages)
    yield from plan_calendars(site, pages)
    yield from plan_references(site)
    yield from plan_server_files(site, pages)
