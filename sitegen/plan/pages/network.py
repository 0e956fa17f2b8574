"""Who talked to whom: the countries that had most contact, all with all, in one table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import country_anchor
from sitegen.plan.links import Links
from sitegen.plan.pages.countries import pairs_of
from sitegen.plan.views import Anchor

MOST_COUNTRIES = 14
SHADES = 4


@dataclass(frozen=True, slots=True)
class Cell:
    """How often two countries were in contact; shade 0 is never."""

    text: str
    href: str
    label: str
    shade: int


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A country and its cells."""

    name: Anchor
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class NetworkView:
    """What the template sees."""

    title: str
    intro: str
    columns: tuple[tuple[str, str], ...]  # code and name
    rows: tuple[MatrixRow, ...]


def plan_network(site: Site) -> Iterator[PlannedPage]:
    """Yield the table in every edition."""
    pairs = {pair: len(ids) for pair, ids in pairs_of(site).items()}
    for edition in site.editions:
        yield _plan_network(site, edition, pairs)


def _plan_network(site: Site, edition: Edition, pairs: dict[tuple[str, str], int]) -> PlannedPage:
    words = edition.words
    path = urls.network(edition.code)
    links = Links(path)
    codes = _busiest(pairs)
    rows = []
    for one in codes:
        cells = tuple(_cell(edition, links, (one, other), pairs) for other in codes)
        rows.append(MatrixRow(country_anchor(edition, links, one), cells))
    intro = words.gettext("The countries with most contact and how many events each pair of them has in common.")
    if not rows:
        intro = words.gettext("No two countries share an event yet.")
    spec = Spec(
        kind="network",
        path=path,
        template="network.html",
        title=words.gettext("Who is talking to whom"),
        description=intro,
        versions=all_versions(site, urls.network),
        crumbs=((urls.countries(edition.code), words.gettext("Countries")),),
        section=urls.countries(edition.code),
        page_type="CollectionPage",
    )
    columns = tuple((code, country_name(edition, code)) for code in codes)
    return make_page(site, edition, spec, links, NetworkView(spec.title, intro, columns, tuple(rows)))


def _busiest(pairs: dict[tuple[str, str], int]) -> tuple[str, ...]:
    contacts: Counter[str] = Counter()
    for pair, count in pairs.items():
        for code in pair:
            contacts[code] += count
    return tuple(code for code, _ in sorted(contacts.items(), key=lambda item: (-item[1], item[0]))[:MOST_COUNTRIES])


def _cell(edition: Edition, links: Links, pair: tuple[str, str], pairs: dict[tuple[str, str], int]) -> Cell:
    one, other = pair
    count = pairs.get((min(pair), max(pair)), 0) if one != other else 0
    most = max(pairs.values())
    if not count:
        return Cell("", "", "", 0)
    shade = 1 + (SHADES - 1) * (count - 1) // max(most - 1, 1)
    names = f"{country_name(edition, one)} – {country_name(edition, other)}"
    label = f"{names}{edition.usage.signs.colon}{number(edition, count)}"
    return Cell(number(edition, count), links.to(urls.pair(edition.code, one, other)), label, shade)
