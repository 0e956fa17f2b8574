"""Which language tells of which event: the table for the page of the languages, and the events told in one alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.edition import Edition, language_name, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import group_by_year
from sitegen.plan.links import Links
from sitegen.plan.pages.listing import browse_parties, make_listing
from sitegen.plan.titles import event_title
from sitegen.plan.views import Anchor

MOST_ROWS = 30
SHADES = 4


@dataclass(frozen=True, slots=True)
class ToldCell:
    """How many reports of an event a language has, with a link to them; all "" where it has none."""

    text: str
    href: str
    label: str
    shade: int


@dataclass(frozen=True, slots=True)
class ToldRow:
    """An event that several languages tell of."""

    event: Anchor
    cells: tuple[ToldCell, ...]


@dataclass(frozen=True, slots=True)
class ToldView:
    """The table; the last row is the pool that every count is out of."""

    columns: tuple[tuple[str, str], ...]  # code and name
    rows: tuple[ToldRow, ...]
    pool: tuple[str, ...]


def counts_of(site: Site) -> dict[str, Counter[str]]:
    """Return how many reports of each event there are by language."""
    return {event.id: Counter(article.language for article in reports_of(site, event)) for event in site.events}


def make_told(site: Site, edition: Edition, links: Links, told: Mapping[str, Counter[str]]) -> ToldView | None:
    """Return the events told of in the most languages, by language; None where each is told in one."""
    shared = sorted((key for key in told if len(told[key]) > 1), key=lambda key: (-len(told[key]), key))[:MOST_ROWS]
    if not shared:
        return None
    pool = Counter(article.language for article in site.articles)
    codes = sorted({code for key in shared for code in told[key]}, key=lambda code: (-pool[code], code))
    rows = tuple(_make_row(site, edition, links, key, told[key], codes) for key in shared)
    columns = tuple((code, language_name(edition, code)) for code in codes)
    return ToldView(columns, rows, tuple(number(edition, pool[code]) for code in codes))


def _make_row(site: Site, edition: Edition, links: Links, key: str, counts: Counter[str], codes: list[str]) -> ToldRow:
    path = urls.event(edition.code, key)
    title = event_title(site, edition, site.library.events[key])
    cells = tuple(
        ToldCell(
            number(edition, counts[code]),
            links.to(path, f"in-{code}"),
            f"{language_name(edition, code)}{edition.usage.signs.colon}{number(edition, counts[code])}",
            min(counts[code], SHADES),
        )
        if counts[code]
        else ToldCell("", "", "", 0)
        for code in codes
    )
    return ToldRow(Anchor(links.to(path), title), cells)


def plan_told(site: Site) -> Iterator[PlannedPage]:
    """Yield, in every edition, the events that the reports in one language alone tell of."""
    told = counts_of(site)
    for edition in site.editions:
        for code in sorted({code for counts in told.values() for code in counts}):
            ids = tuple(key for key, counts in told.items() if set(counts) == {code})
            if ids:
                yield _plan_only(site, edition, code, ids)


def _plan_only(site: Site, edition: Edition, code: str, ids: tuple[str, ...]) -> PlannedPage:
    words = edition.words
    intro = words.ngettext(
        "%(count)s event that no report here in another language tells of.",
        "%(count)s events that no report here in another language tells of.",
        len(ids),
    ) % {"count": number(edition, len(ids))}
    # Translators: the title of a list of events; language is "Indonesian".
    title = words.gettext("Told only in: %(language)s") % {"language": language_name(edition, code)}
    spec = Spec(
        kind="told-only",
        path=urls.told_only_in(edition.code, code),
        template="listing.html",
        title=title,
        description=f"{title} · {intro}",
        versions=all_versions(site, urls.told_only_in, code),
        crumbs=((urls.languages(edition.code), words.gettext("Languages")),),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
    )
    links = Links(spec.path)
    lists = browse_parties(site, edition, links, ids)
    return make_listing(site, edition, spec, links, group_by_year(site, edition, links, ids), intro=intro, browse=lists)
