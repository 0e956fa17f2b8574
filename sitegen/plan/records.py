"""Events, people, countries and storylines → what the search of each edition finds, under every spelling."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from sitegen.fold import fold
from sitegen.model import Event, OutputFile, Person
from sitegen.page import Record
from sitegen.plan import urls
from sitegen.plan.dates import show_when
from sitegen.plan.edition import Edition, comma, country_name, language_name
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import article_title, count_events, support
from sitegen.plan.names import full_name, place_name
from sitegen.plan.roles import role_name
from sitegen.plan.titles import event_title, storyline_title

LONGEST_PASSAGE = 2000  # characters of passages that one record holds


def plan_records(site: Site) -> tuple[Record, ...]:
    """Return the records of all editions, by edition and path."""
    found = [record for edition in site.editions for record in _records_of(site, edition)]
    return tuple(sorted(found, key=lambda record: (record.lang, record.path)))


def plan_disk_index(site: Site, records: Iterable[Record]) -> Iterator[OutputFile]:
    """Yield, for each edition, a script with its records: for readers from disk, where Pagefind cannot run."""
    by_lang: dict[str, list[list[str]]] = {edition.code: [] for edition in site.editions}
    for record in records:
        names = "|".join(record.names)
        row = [
            record.path,
            record.title,
            record.note,
            record.sort,
            names,
            fold(f"{record.title} {record.text} {names}"),
        ]
        facets = [record.kind, "|".join(record.languages), "|".join(record.countries), record.year]
        by_lang[record.lang].append([*row, *facets])
    for lang, rows in sorted(by_lang.items()):
        text = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        yield OutputFile(urls.disk_index(lang), f"window.sitegenRecords={text};\n".encode())


def _records_of(site: Site, edition: Edition) -> Iterator[Record]:
    for event in site.events:
        yield _event(site, edition, event)
    for person_id in site.events_of_person:
        yield _person(site, edition, site.library.people[person_id])
    for code in site.events_of_country:
        yield _country(site, edition, code)
    for storyline in site.library.storylines.values():
        title = storyline_title(edition, storyline)
        titles = tuple(dict.fromkeys(storyline_title(other, storyline) for other in site.editions))
        note = count_events(edition, len(storyline.events))
        path = urls.storyline(edition.code, storyline.id)
        yield Record(edition.code, path, title, note, "storyline", titles, fold(title), "", (), (), "")


def _event(site: Site, edition: Edition, event: Event) -> Record:
    reports = reports_of(site, event)
    day = event.when.earliest or event.when.latest
    people = [site.library.people[p.person] for p in event.participants if p.person in site.library.people]
    names = dict.fromkeys(name for person in people for name in spellings_of(person))
    titles = [event_title(site, other, event) for other in site.editions]
    passages = " ".join(_passages(site, event))[:LONGEST_PASSAGE]
    place = place_name(edition, event.place) if event.place else ""
    text = " ".join(
        [*titles, *(article_title(a) for a in reports), *(a.outlet or "" for a in reports), place, passages]
    )
    note = f"{show_when(edition, event.when, event.end).text} · {support(edition, reports)}"
    return Record(
        lang=edition.code,
        path=urls.event(edition.code, event.id),
        title=event_title(site, edition, event),
        note=note,
        sort="event",
        names=tuple(names),
        text=fold(text),
        kind=kind_name(edition, event.kind),
        languages=tuple(sorted({language_name(edition, a.language) for a in reports})),
        countries=tuple(country_name(edition, code) for code in event.countries),
        year=f"{day.year}" if day else "",
    )


def _passages(site: Site, event: Event) -> Iterator[str]:
    for claim in event.claims:
        numbers = {number for number in claim.sentences if number}
        yield from (s.text for s in site.library.readings[claim.article].sentences if s.number in numbers)


def _person(site: Site, edition: Edition, person: Person) -> Record:
    words = (role_name(edition, office.role, office.of, person.id) for office in person.offices)
    offices = comma(edition).join(dict.fromkeys(words))
    country = country_name(edition, person.country) if person.country else ""
    note = " · ".join(part for part in (country, count_events(edition, len(site.events_of_person[person.id]))) if part)
    return Record(
        lang=edition.code,
        path=urls.person(edition.code, person.id),
        title=full_name(edition, person),
        note=note,
        sort="person",
        names=spellings_of(person),
        text=fold(f"{offices} {country}"),
        kind="",
        languages=(),
        countries=(country,) if country else (),
        year="",
    )


def _country(site: Site, edition: Edition, code: str) -> Record:
    name = country_name(edition, code)
    names = tuple(dict.fromkeys(country_name(other, code) for other in site.editions))
    note = count_events(edition, len(site.events_of_country[code]))
    return Record(
        edition.code, urls.country(edition.code, code), name, note, "country", names, fold(name), "", (), (name,), ""
    )


def spellings_of(person: Person) -> tuple[str, ...]:
    """Return every spelling of a person's name, each once, in a fixed order."""
    found = (person.name, *person.names.values(), *person.aliases, *(s.text for s in person.spellings))
    return tuple(sorted(dict.fromkeys(found)))
