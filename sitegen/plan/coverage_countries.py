"""The reports of an event → how many come from outlets of which country, and which of those took part."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sitegen.model import Event
from sitegen.plan.coverage import BAR_WIDTH
from sitegen.plan.edition import Edition, country_name, number
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import count_reports, country_anchor
from sitegen.plan.links import Links
from sitegen.plan.outlets import country_of
from sitegen.plan.views import Anchor


@dataclass(frozen=True, slots=True)
class CountryBar:
    """A country in the bar and its row in the table; the width in the picture's own units, 0 where all are alike."""

    name: Anchor
    is_party: bool
    count: str
    width: int


@dataclass(frozen=True, slots=True)
class CountryCoverage:
    """The bars, their table and their sentences, made from one count; `all` is how many reports they count."""

    bars: tuple[CountryBar, ...]
    all: str
    sentences: tuple[str, ...]


def by_country(site: Site, edition: Edition, links: Links, event: Event) -> CountryCoverage | None:
    """Return the coverage by the country of the outlet, None where no outlet's country is known."""
    reports = reports_of(site, event)
    found = Counter(code for code in (country_of(site, article) for article in reports) if code)
    if not found:
        return None
    most, is_drawn = max(found.values()), len(set(found.values())) > 1
    bars = tuple(
        CountryBar(
            _anchor(site, edition, links, code),
            code in event.countries,
            number(edition, n),
            BAR_WIDTH * n // most * is_drawn,
        )
        for code, n in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )
    return CountryCoverage(bars, number(edition, found.total()), _sentences(edition, event, found, len(reports)))


def _anchor(site: Site, edition: Edition, links: Links, code: str) -> Anchor:
    if code in site.events_of_country:
        return country_anchor(edition, links, code)
    return Anchor("", country_name(edition, code))


def _sentences(edition: Edition, event: Event, found: Counter[str], reports: int) -> tuple[str, ...]:
    gettext, sentences = edition.words.gettext, []
    if event.countries:
        inside = sum(n for code, n in found.items() if code in event.countries)
        values = {"count": number(edition, inside), "all": number(edition, found.total())}
        sentences.append(gettext("From countries that took part: %(count)s of %(all)s.") % values)
    unknown = reports - found.total()
    if unknown:
        values = {"reports": count_reports(edition, unknown)}
        sentences.append(gettext("Country of the outlet not known: %(reports)s.") % values)
    return tuple(sentences)
