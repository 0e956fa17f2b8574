"""The events of the same parties over time: the list of storylines, and each with its rounds in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sitegen.model import Storyline
from sitegen.plan import urls
from sitegen.plan.dates import format_span
from sitegen.plan.edition import Edition, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page, public
from sitegen.plan.jsonld import event_id, start_date
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, country_anchor, dated_lines, event_line, person_anchor
from sitegen.plan.links import Links
from sitegen.plan.names import body_name, is_country
from sitegen.plan.pages.index import IndexGroup, make_index
from sitegen.plan.pictures import Rail, make_rail
from sitegen.plan.titles import event_title, storyline_title
from sitegen.plan.views import Anchor, Count, EventLine


@dataclass(frozen=True, slots=True)
class Step:
    """One event of a storyline: its round where the reports count one, and the time since the event before it."""

    line: EventLine
    round: str
    gap: str


@dataclass(frozen=True, slots=True)
class StorylineView:
    """What the template of a storyline sees."""

    title: str
    intro: str
    parties: tuple[Anchor, ...]
    people: tuple[Anchor, ...]
    steps: tuple[Step, ...]
    rail: Rail | None


def plan_storylines(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of storylines and the page of each, in every edition."""
    for edition in site.editions:
        yield _plan_list(site, edition)
        for storyline in sorted(site.library.storylines.values(), key=lambda s: s.id):
            yield _plan_storyline(site, edition, storyline)


def _plan_list(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    links = Links(urls.storylines(edition.code))
    entries = []
    for storyline in site.library.storylines.values():
        anchor = Anchor(links.to(urls.storyline(edition.code, storyline.id)), storyline_title(edition, storyline))
        count = len(storyline.events)
        entries.append(Count(anchor, count, number(edition, count)))
    entries.sort(key=lambda entry: (-entry.count, sort_key(entry.name.text)))
    intro = words.gettext("Events of the same parties, in the order in which they happened.")
    if not entries:
        intro = words.gettext("No two of these events have the same parties, so there is no storyline yet.")
    groups = (IndexGroup("", tuple(entries)),) if entries else ()
    return make_index(site, edition, "storylines", urls.storylines, (words.gettext("Storylines"), intro), groups)


def _plan_storyline(site: Site, edition: Edition, storyline: Storyline) -> PlannedPage:
    title = storyline_title(edition, storyline)
    path = urls.storyline(edition.code, storyline.id)
    links = Links(path)
    intro = " · ".join(
        part for part in (count_events(edition, len(storyline.events)), _span(site, edition, storyline)) if part
    )
    node = _node(site, edition, storyline, title, path)
    spec = Spec(
        kind="storyline",
        path=path,
        template="storyline.html",
        title=title,
        description=f"{title} · {intro}",
        versions=all_versions(site, urls.storyline, storyline.id),
        crumbs=((urls.storylines(edition.code), edition.words.gettext("Storylines")),),
        section=urls.storylines(edition.code),
        nodes=(node,) if node else (),
        page_type="CollectionPage",
    )
    view = StorylineView(
        title=title,
        intro=intro,
        parties=tuple(_party(site, edition, links, party) for party in storyline.parties),
        people=tuple(person_anchor(site, edition, links, p) for p in storyline.people if p in site.events_of_person),
        steps=_steps(site, edition, links, storyline),
        rail=make_rail(edition, dated_lines(site, edition, links, storyline.events)),
    )
    return make_page(site, edition, spec, links, view)


def _party(site: Site, edition: Edition, links: Links, party: str) -> Anchor:
    if is_country(edition, party) and party in site.events_of_country:
        return country_anchor(edition, links, party)
    return Anchor("", body_name(edition, party))


def _span(site: Site, edition: Edition, storyline: Storyline) -> str:
    days = [d for key in storyline.events for d in (site.library.events[key].when.day,) if d]
    if len(days) < 2 or min(days) == max(days):
        return ""
    return format_span(edition, min(days), max(days))


def _steps(site: Site, edition: Edition, links: Links, storyline: Storyline) -> tuple[Step, ...]:
    steps = []
    last = None
    for key in storyline.events:
        event = site.library.events[key]
        day = event.when.day
        gap = ""
        if day and last and day > last:
            days = (day - last).days
            pattern = edition.words.ngettext("%(count)s day later", "%(count)s days later", days)
            gap = pattern % {"count": number(edition, days)}
        last = day
        turn = storyline.rounds.get(key)
        # Translators: which round of talks: "Round 3".
        name = edition.words.gettext("Round %(number)s") % {"number": number(edition, turn)} if turn else ""
        steps.append(Step(event_line(site, edition, links, event), name, gap))
    return tuple(steps)


def _node(site: Site, edition: Edition, storyline: Storyline, title: str, path: str) -> dict[str, Any]:
    """Return the storyline as the larger event, where the date of one of its events is known."""
    events = [site.library.events[key] for key in storyline.events]
    starts = sorted(start for start in (start_date(event) for event in events) if start)
    if not starts:
        return {}
    here = public(site, path)
    return {
        "@type": "Event",
        "@id": f"{here}#event",
        "url": here,
        "name": title,
        "description": f"{title} · {count_events(edition, len(events))}",
        "inLanguage": edition.code,
        "startDate": starts[0],
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
        "location": {"@type": "VirtualLocation", "url": here},
        "subEvent": [
            {"@type": "Event", "@id": event_id(site, edition, e.id), "name": event_title(site, edition, e),
             "url": public(site, urls.event(edition.code, e.id))}
            for e in events
        ],
    }  # fmt: skip
