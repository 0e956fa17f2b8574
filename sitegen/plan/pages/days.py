"""Events by day, month and year, empty ones skipped; previous and next lead to the nearest that is not empty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from sitegen.model import Event
from sitegen.plan import urls
from sitegen.plan.dates import format_day, format_month, format_year, is_one_month
from sitegen.plan.edition import Edition, number
from sitegen.plan.frame import PlannedPage, Spec, all_versions
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, event_lines, group_by_year
from sitegen.plan.links import Links
from sitegen.plan.pages.listing import Browse, browse_parties, make_listing
from sitegen.plan.views import Anchor, Count, EventGroup

Key = TypeVar("Key", int, tuple[int, int], date)
LONGEST_VISIT = 31  # days that an event of several days is listed under


@dataclass(frozen=True, slots=True)
class Calendar:
    """The ids of the events of each year, month and day, and of those whose year is not known; newest first."""

    years: Mapping[int, tuple[str, ...]]
    months: Mapping[tuple[int, int], tuple[str, ...]]
    days: Mapping[date, tuple[str, ...]]
    undated: tuple[str, ...]


def make_calendar(site: Site) -> Calendar:
    """Return which events happened when."""
    years: defaultdict[int, list[str]] = defaultdict(list)
    months: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    days: defaultdict[date, list[str]] = defaultdict(list)
    undated = []
    for event in site.events:
        start = event.when.earliest or event.when.latest
        if start is None:
            undated.append(event.id)
            continue
        years[start.year].append(event.id)
        if is_one_month(event.when):
            months[start.year, start.month].append(event.id)
        for day in days_of(event):
            days[day].append(event.id)
    return Calendar(_freeze(years), _freeze(months), _freeze(days), tuple(undated))


def days_of(event: Event) -> tuple[date, ...]:
    """Return the days of an event whose first day is known."""
    first = event.when.day
    if first is None:
        return ()
    last = event.end if event.end and event.end > first else first
    count = min((last - first).days + 1, LONGEST_VISIT)
    return tuple(first + timedelta(days=n) for n in range(count))


def _freeze(found: Mapping[Key, list[str]]) -> dict[Key, tuple[str, ...]]:
    return {key: tuple(found[key]) for key in sorted(found)}


def plan_days(site: Site) -> Iterator[PlannedPage]:
    """Yield the pages of every year, month and day that has events, and of the events without a date."""
    calendar = make_calendar(site)
    for edition in site.editions:
        yield from _plan_years(site, edition, calendar)
        yield from _plan_months(site, edition, calendar)
        yield from _plan_day_pages(site, edition, calendar)
        if calendar.undated:
            yield _plan_undated(site, edition, calendar.undated)


def _spec(
    site: Site, edition: Edition, names: tuple[str, str, str], address: Callable[..., str], *parts: object
) -> Spec:
    kind, title, intro = names
    events = edition.words.gettext("Events")
    return Spec(
        kind=kind,
        path=address(edition.code, *parts),
        template="listing.html",
        # Translators: the title of a list of events; title is a day, a month, a year, a kind or a place.
        title=edition.words.pgettext("title of a list", "Events: %(title)s") % {"title": title},
        description=intro,
        versions=all_versions(site, address, *parts),
        crumbs=((urls.events(edition.code), events),),
        section=urls.events(edition.code),
        page_type="CollectionPage",
    )


def _neighbours(keys: list[Key], key: Key, anchor: Callable[[Key], Anchor]) -> tuple[Anchor | None, Anchor | None]:
    at = keys.index(key)
    return (anchor(keys[at - 1]) if at else None, anchor(keys[at + 1]) if at + 1 < len(keys) else None)


def _plan_years(site: Site, edition: Edition, calendar: Calendar) -> Iterator[PlannedPage]:
    keys = list(calendar.years)
    for year, ids in calendar.years.items():
        name = format_year(edition, year)
        intro = f"{name} · {count_events(edition, len(ids))}"
        spec = _spec(site, edition, ("year", name, intro), urls.year, year)
        links = Links(spec.path)

        def anchor(other: int, links: Links = links) -> Anchor:
            return Anchor(links.to(urls.year(edition.code, other)), format_year(edition, other))

        browse = tuple(
            Count(
                Anchor(links.to(urls.month(edition.code, *m)), format_month(edition, *m)),
                len(found),
                number(edition, len(found)),
            )
            for m, found in calendar.months.items()
            if m[0] == year
        )
        before, after = _neighbours(keys, year, anchor)
        group = EventGroup(Anchor("", ""), "", event_lines(site, edition, links, ids))
        months = Browse(Anchor("", edition.words.gettext("Months")), browse)
        lists = (months, *browse_parties(site, edition, links, ids))
        yield make_listing(site, edition, spec, links, [group], intro=intro, browse=lists, before=before, after=after)


def _plan_months(site: Site, edition: Edition, calendar: Calendar) -> Iterator[PlannedPage]:
    keys = list(calendar.months)
    for month, ids in calendar.months.items():
        name = format_month(edition, *month)
        intro = f"{name} · {count_events(edition, len(ids))}"
        spec = _spec(site, edition, ("month", name, intro), urls.month, *month)
        links = Links(spec.path)

        def anchor(other: tuple[int, int], links: Links = links) -> Anchor:
            return Anchor(links.to(urls.month(edition.code, *other)), format_month(edition, *other))

        browse = tuple(
            Count(
                Anchor(links.to(urls.day(edition.code, day.isoformat())), format_day(edition, day)),
                len(found),
                number(edition, len(found)),
            )
            for day, found in calendar.days.items()
            if (day.year, day.month) == month
        )
        before, after = _neighbours(keys, month, anchor)
        group = EventGroup(Anchor("", ""), "", event_lines(site, edition, links, ids))
        days = Browse(Anchor("", edition.words.gettext("Days")), browse)
        lists = (days, *browse_parties(site, edition, links, ids))
        yield make_listing(site, edition, spec, links, [group], intro=intro, browse=lists, before=before, after=after)


def _plan_day_pages(site: Site, edition: Edition, calendar: Calendar) -> Iterator[PlannedPage]:
    keys = list(calendar.days)
    for day, ids in calendar.days.items():
        name = format_day(edition, day, weekday=True)
        intro = f"{name} · {count_events(edition, len(ids))}"
        spec = _spec(site, edition, ("day", name, intro), urls.day, day.isoformat())
        links = Links(spec.path)

        def anchor(other: date, links: Links = links) -> Anchor:
            return Anchor(links.to(urls.day(edition.code, other.isoformat())), format_day(edition, other))

        before, after = _neighbours(keys, day, anchor)
        group = EventGroup(Anchor("", ""), "", event_lines(site, edition, links, ids))
        lists = browse_parties(site, edition, links, ids)
        yield make_listing(site, edition, spec, links, [group], intro=intro, browse=lists, before=before, after=after)


def _plan_undated(site: Site, edition: Edition, ids: tuple[str, ...]) -> PlannedPage:
    name = edition.words.gettext("Date not known")
    intro = edition.words.gettext("Nothing in the reports of these events tells when they took place.")
    spec = _spec(site, edition, ("undated", name, intro), urls.undated)
    links = Links(spec.path)
    groups = group_by_year(site, edition, links, ids)
    lists = browse_parties(site, edition, links, ids)
    return make_listing(site, edition, spec, links, groups, intro=intro, browse=lists)
