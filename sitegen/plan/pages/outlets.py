"""The outlets of the reports: the list, and for each what it tells of, alone or with which others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from sitegen.model import Article
from sitegen.plan import urls
from sitegen.plan.dates import format_span, show_day
from sitegen.plan.edition import Edition, comma, country_name, direction_of, language_name, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import (
    count_events,
    count_reports,
    country_anchor,
    event_lines,
    outlet_name,
    person_anchor,
    report_line,
)
from sitegen.plan.links import Links
from sitegen.plan.outlets import country_of, outlet_id, outlets_of
from sitegen.plan.views import Anchor, Count, EventLine, ReportLine, Text

MOST_LISTED = 12

Outlets = Mapping[str, tuple[Article, ...]]


@dataclass(frozen=True, slots=True)
class OutletLine:
    """An outlet in the list, and in a line what there is of it."""

    name: Anchor
    note: str


@dataclass(frozen=True, slots=True)
class OutletsView:
    """What the template of the list sees."""

    title: str
    intro: str
    lines: tuple[OutletLine, ...]


@dataclass(frozen=True, slots=True)
class OutletView:
    """What the template of an outlet sees."""

    title: str
    outlet: Text
    intro: str
    notes: tuple[str, ...]
    country: Anchor | None
    lines: tuple[tuple[ReportLine, tuple[EventLine, ...]], ...]
    countries: tuple[Count, ...]  # of its events
    people: tuple[Count, ...]
    same: tuple[Count, ...]  # outlets that tell of the same events, with how many of them


def plan_outlets(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of outlets and the page of each, in every edition."""
    outlets = outlets_of(site)
    for edition in site.editions:
        yield _plan_list(site, edition, outlets)
        for key in outlets:
            yield _plan_outlet(site, edition, outlets, key)


def _plan_list(site: Site, edition: Edition, outlets: Outlets) -> PlannedPage:
    words = edition.words
    path = urls.outlets(edition.code)
    links = Links(path)
    unnamed = sum(article.outlet is None for article in site.articles)
    intro = words.ngettext("%(count)s outlet", "%(count)s outlets", len(outlets)) % {
        "count": number(edition, len(outlets))
    }
    if unnamed:
        note = words.ngettext("%(count)s report names none", "%(count)s reports name none", unnamed)
        intro = f"{intro} · {note % {'count': number(edition, unnamed)}}"
    spec = Spec(
        kind="outlets",
        path=path,
        template="outlets.html",
        title=words.gettext("Outlets"),
        description=" ".join((words.gettext("The outlets that published the reports."), intro)),
        versions=all_versions(site, urls.outlets),
        crumbs=((urls.languages(edition.code), words.gettext("Languages")),),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
    )
    lines = [
        OutletLine(_anchor(edition, links, key, found), _note(site, edition, found)) for key, found in outlets.items()
    ]
    lines.sort(key=lambda line: sort_key(line.name.text))
    return make_page(site, edition, spec, links, OutletsView(spec.title, spec.description, tuple(lines)))


def _anchor(edition: Edition, links: Links, key: str, articles: tuple[Article, ...]) -> Anchor:
    language = articles[0].language
    return Anchor(links.to(urls.outlet(edition.code, key)), articles[0].outlet or key, language, direction_of(language))


def _note(site: Site, edition: Edition, articles: tuple[Article, ...]) -> str:
    """Return "Indonesian, Indonesia · 3 reports, 5 events · 22–24 July 2024"."""
    country = country_of(site, articles[0])
    codes = sorted({article.language for article in articles})
    where = [*(language_name(edition, code) for code in codes), *([country_name(edition, country)] if country else [])]
    counts = [count_reports(edition, len(articles)), count_events(edition, len(_events_of(site, articles)))]
    parts = [comma(edition).join(where), comma(edition).join(counts), _span(edition, articles)]
    return " · ".join(part for part in parts if part)


def _span(edition: Edition, articles: Iterable[Article]) -> str:
    """Return the days between the first and the last dated report, "" where none is dated."""
    days = [article.published.day for article in articles if article.published]
    if not days:
        return ""
    first, last = min(days), max(days)
    return format_span(edition, first, last) if first < last else show_day(edition, first).text


def _events_of(site: Site, articles: Iterable[Article]) -> tuple[str, ...]:
    told = {key for article in articles for key in site.events_of_article.get(article.id, ())}
    return tuple(event.id for event in site.events if event.id in told)


def _plan_outlet(site: Site, edition: Edition, outlets: Outlets, key: str) -> PlannedPage:
    words, articles = edition.words, outlets[key]
    name = articles[0].outlet or key
    events = _events_of(site, articles)
    spec = Spec(
        kind="outlet",
        path=urls.outlet(edition.code, key),
        template="outlet.html",
        # Translators: the title of an outlet's page; name is its name: "Reports of Le Fil du Levant".
        title=words.gettext("Reports of %(name)s") % {"name": name},
        description=f"{name} · {_note(site, edition, articles)}",
        versions=all_versions(site, urls.outlet, key),
        crumbs=(
            (urls.languages(edition.code), words.gettext("Languages")),
            (urls.outlets(edition.code), words.gettext("Outlets")),
        ),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
    )
    links = Links(spec.path)
    view = OutletView(
        title=spec.title,
        outlet=outlet_name(edition, articles[0]),
        intro=_note(site, edition, articles),
        notes=tuple(_alone(site, edition, key, events)),
        country=_country(site, edition, links, articles[0]),
        lines=tuple(_line(site, edition, links, article) for article in articles),
        countries=_countries(site, edition, links, events),
        people=_people(site, edition, links, events),
        same=_same(site, edition, links, outlets, key),
    )
    return make_page(site, edition, spec, links, view)


def _line(site: Site, edition: Edition, links: Links, article: Article) -> tuple[ReportLine, tuple[EventLine, ...]]:
    events = event_lines(site, edition, links, site.events_of_article.get(article.id, ()))
    return report_line(edition, links, article), events


def _country(site: Site, edition: Edition, links: Links, article: Article) -> Anchor | None:
    code = country_of(site, article)
    if code is None:
        return None
    if code in site.events_of_country:
        return country_anchor(edition, links, code)
    return Anchor("", country_name(edition, code))


def _alone(site: Site, edition: Edition, key: str, events: tuple[str, ...]) -> Iterator[str]:
    count = sum(_tellers(site, event) == {key} for event in events)
    if count:
        pattern = edition.words.ngettext(
            "%(count)s of these events is told by no other outlet here.",
            "%(count)s of these events are told by no other outlet here.",
            count,
        )
        yield pattern % {"count": number(edition, count)}


def _tellers(site: Site, event_id: str) -> set[str]:
    """Return the outlets that tell of an event; reports that name none count as one more."""
    return {outlet_id(a.outlet) if a.outlet else "" for a in reports_of(site, site.library.events[event_id])}


def _countries(site: Site, edition: Edition, links: Links, events: tuple[str, ...]) -> tuple[Count, ...]:
    found = Counter(code for event in events for code in site.library.events[event].countries)
    return _counts(edition, found, lambda code: country_anchor(edition, links, code))


def _people(site: Site, edition: Edition, links: Links, events: tuple[str, ...]) -> tuple[Count, ...]:
    persons = (p.person for event in events for p in site.library.events[event].participants)
    found = Counter(person for person in persons if person in site.events_of_person)
    return _counts(edition, found, lambda person: person_anchor(site, edition, links, person))


def _same(site: Site, edition: Edition, links: Links, outlets: Outlets, key: str) -> tuple[Count, ...]:
    events = _events_of(site, outlets[key])
    found = Counter(other for event in events for other in _tellers(site, event) - {key, ""})
    return _counts(edition, found, lambda other: _anchor(edition, links, other, outlets[other]))


def _counts(edition: Edition, found: Counter[str], anchor: Callable[[str], Anchor]) -> tuple[Count, ...]:
    ordered = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:MOST_LISTED]
    return tuple(Count(anchor(key), count, number(edition, count)) for key, count in ordered)
