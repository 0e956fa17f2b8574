"""Events whose day is known → iCalendar files, one an event and one a followed page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from functools import cache
from urllib.parse import urlsplit

from icalendar import Calendar
from icalendar import Event as CalendarEvent

from sitegen.model import Event, OutputFile, Stance
from sitegen.plan import urls
from sitegen.plan.dates import day_after
from sitegen.plan.edition import Edition
from sitegen.plan.feeds import changed_on
from sitegen.plan.frame import PlannedPage, public
from sitegen.plan.library import Site
from sitegen.plan.names import place_name
from sitegen.plan.pages.event import describe_event
from sitegen.plan.titles import event_title

PRODUCT = "-//sitegen//diplomatic events//EN"


def has_calendar(site: Site, event: Event) -> bool:
    """Return whether an event can stand in a calendar: its day and the site's public address are known."""
    return event.when.day is not None and bool(site.config.base_url)


def plan_calendars(site: Site, pages: Sequence[PlannedPage]) -> Iterator[OutputFile]:
    """Yield the calendar of every dated event in every edition, and that of every followed page."""
    if not site.config.base_url:
        return

    @cache
    def entry_for(code: str, event_id: str) -> bytes:
        edition = next(e for e in site.editions if e.code == code)
        return _make_entry(site, edition, site.library.events[event_id])

    dated = [event for event in site.events if has_calendar(site, event)]
    for edition in site.editions:
        for event in dated:
            path = urls.beside(urls.event(edition.code, event.id), "ics")
            yield OutputFile(path, _wrap([entry_for(edition.code, event.id)], event_title(site, edition, event)))
    known = {event.id for event in dated}
    for page in pages:
        ids = [event_id for event_id in page.follow if event_id in known]
        if ids:
            entries = (entry_for(page.edition.code, event_id) for event_id in sorted(ids))
            yield OutputFile(urls.beside(page.path, "ics"), _wrap(entries, page.frame.title))


def _wrap(entries: Iterable[bytes], name: str) -> bytes:
    """Return a calendar around entries that are made once and used in several."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    shell = bytes(calendar.to_ical())
    end = b"END:VCALENDAR\r\n"
    return shell.removesuffix(end) + b"".join(entries) + end


def _make_entry(site: Site, edition: Edition, event: Event) -> bytes:
    """Return a VEVENT: all-day, its end the day after the last (RFC 5545, 3.6.1), its UID the same in every edition."""
    entry = CalendarEvent()
    day = event.when.day
    if day is None:
        return b""
    last = event.end if event.end and event.end > day else day
    entry.add("uid", f"{event.id}@{urlsplit(site.config.base_url).hostname}")
    entry.add("dtstamp", datetime.combine(changed_on(site, event), time(), tzinfo=UTC))
    entry.add("dtstart", day)
    entry.add("dtend", day_after(last))
    entry.add("summary", event_title(site, edition, event))
    entry.add("description", describe_event(site, edition, event))
    entry.add("url", public(site, urls.event(edition.code, event.id)))
    entry.add("categories", [event.kind.value])
    entry.add("transp", "TRANSPARENT")
    entry.add("status", "CONFIRMED" if event.stance is Stance.REPORTED else "TENTATIVE")
    if event.place:
        entry.add("location", place_name(edition, event.place))
    return bytes(entry.to_ical())
