"""People, A to Z in the edition's own spelling, and the page of each person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.data.gazetteer import SOLE_OFFICES
from sitegen.model import Office, Person
from sitegen.plan import urls
from sitegen.plan.dates import format_short_day
from sitegen.plan.edition import Edition, capital, country_name, direction_of, language_name, number
from sitegen.plan.evidence import SourceRef, source_ref
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.jsonld import person_node
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, country_anchor, dated_lines, group_by_year, person_anchor
from sitegen.plan.links import Links
from sitegen.plan.names import full_name, short_name
from sitegen.plan.pages.index import group_by_letter, make_index
from sitegen.plan.pictures import Ego, Rail, YearBar, make_ego, make_rail, make_years
from sitegen.plan.roles import office_of
from sitegen.plan.scripts import text_in_one_of
from sitegen.plan.views import Anchor, Count, EventGroup, Text

MOST_MET = 20


@dataclass(frozen=True, slots=True)
class OfficeView:
    """A term of office."""

    words: str
    since: str
    until: str


@dataclass(frozen=True, slots=True)
class NameView:
    """The usual form of a name in one language."""

    name: Text
    language: str


@dataclass(frozen=True, slots=True)
class SpellingView:
    """A spelling as a report wrote it, and where it was first seen."""

    words: Text
    language: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class PersonView:
    """What the template of a person sees."""

    name: str
    intro: str
    country: Anchor | None
    is_known: bool
    offices: tuple[OfficeView, ...]
    names: tuple[NameView, ...]
    spellings: tuple[SpellingView, ...]
    met: tuple[Count, ...]
    ego: Ego | None
    rail: Rail | None
    years: tuple[YearBar, ...]  # instead of a rail of too many dots
    groups: tuple[EventGroup, ...]


def plan_people(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of people and the page of each, in every edition."""
    for edition in site.editions:
        yield _plan_list(site, edition)
        for person_id in site.events_of_person:
            yield _plan_person(site, edition, site.library.people[person_id])


def _plan_list(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    links = Links(urls.people(edition.code))
    # Who looks for a person looks for the name of the headlines: Putin under P, not under V.
    entries = [
        (
            short_name(edition, site.library.people[person_id]),
            Count(
                person_anchor(site, edition, links, person_id),
                len(ids),
                number(edition, len(ids)),
                _note(edition, site.library.people[person_id]),
            ),
        )
        for person_id, ids in site.events_of_person.items()
    ]
    intro = words.ngettext(
        "%(count)s person who took part in these events.",
        "%(count)s people who took part in these events.",
        len(entries),
    ) % {"count": number(edition, len(entries))}
    groups = group_by_letter(edition, entries)
    return make_index(site, edition, "people", urls.people, (words.gettext("People"), intro), groups)


def _note(edition: Edition, person: Person) -> str:
    """Return the last office of a person, else the country, where either is known."""
    known = _last_office(edition, person)
    return known or (country_name(edition, person.country) if person.country else "")


def _plan_person(site: Site, edition: Edition, person: Person) -> PlannedPage:
    name = full_name(edition, person)
    ids = site.events_of_person[person.id]
    facts = [_last_office(edition, person), count_events(edition, len(ids))]
    if person.country and not person.offices:
        facts.insert(0, country_name(edition, person.country))
    intro = capital(edition, " · ".join(fact for fact in facts if fact))
    spec = Spec(
        kind="person",
        path=urls.person(edition.code, person.id),
        template="person.html",
        title=name,
        description=f"{name} · {intro}",
        versions=all_versions(site, urls.person, person.id),
        crumbs=((urls.people(edition.code), edition.words.gettext("People")),),
        section=urls.people(edition.code),
        nodes=(person_node(site, edition, person.id),),
        page_type="ProfilePage",
        page_extra={"mainEntity": {"@id": person_node(site, edition, person.id)["@id"]}},
        og_type="profile",
        follow=ids,
    )
    links = Links(spec.path)
    met = _met(site, edition, links, person)
    groups = group_by_year(site, edition, links, ids)
    view = PersonView(
        name=name,
        intro=intro,
        country=_country(site, edition, links, person),
        is_known=person.is_known,
        offices=_offices(edition, person),
        names=_names(edition, person),
        spellings=_spellings(site, edition, links, person),
        met=met,
        ego=make_ego(met, _short_names(site, edition)),
        rail=make_rail(edition, dated_lines(site, edition, links, ids)),
        years=make_years(edition, groups),
        groups=groups,
    )
    return make_page(site, edition, spec, links, view)


def _country(site: Site, edition: Edition, links: Links, person: Person) -> Anchor | None:
    if person.country is None:
        return None
    if person.country in site.events_of_country:
        return country_anchor(edition, links, person.country)
    return Anchor("", country_name(edition, person.country))


def _last_office(edition: Edition, person: Person) -> str:
    if not person.offices:
        return ""
    return _office_words(edition, person, max(person.offices, key=_weight))


def _weight(office: Office) -> tuple[bool, bool, str]:
    """Return what sorts offices by how far they say who someone is: a prime minister may hold the finances, too."""
    is_sole = office.role in SOLE_OFFICES
    return office.end is None, is_sole, office.start.isoformat() if office.start else ""


def _office_words(edition: Edition, person: Person, office: Office) -> str:
    return "".join(office_of(edition, office.role, office.of, person.id))


def _offices(edition: Edition, person: Person) -> tuple[OfficeView, ...]:
    ordered = sorted(person.offices, key=lambda o: (o.start.isoformat() if o.start else "", o.role), reverse=True)
    return tuple(
        OfficeView(
            capital(edition, _office_words(edition, person, office)),
            format_short_day(edition, office.start) if office.start else "",
            format_short_day(edition, office.end) if office.end else "",
        )
        for office in ordered
    )


def _names(edition: Edition, person: Person) -> tuple[NameView, ...]:
    others = {code: name for code, name in person.names.items() if code != edition.code}
    return tuple(
        NameView(Text(name, code, direction_of(code)), language_name(edition, code))
        for code, name in sorted(others.items())
    )


def _spellings(site: Site, edition: Edition, links: Links, person: Person) -> tuple[SpellingView, ...]:
    ordered = sorted(person.spellings, key=lambda s: (s.language, s.text, s.article, s.sentence))
    return tuple(
        SpellingView(
            text_in_one_of(s.text, (s.language,)),
            language_name(edition, s.language),
            source_ref(site, edition, links, s.article, s.sentence),
        )
        for s in ordered
        if s.article in site.library.readings
    )


def _short_names(site: Site, edition: Edition) -> dict[str, str]:
    people = (site.library.people[key] for key in site.events_of_person)
    return {full_name(edition, person): short_name(edition, person) for person in people}


def _met(site: Site, edition: Edition, links: Links, person: Person) -> tuple[Count, ...]:
    counts: Counter[str] = Counter()
    for event_id in site.events_of_person[person.id]:
        others = {p.person for p in site.library.events[event_id].participants if p.is_principal} - {person.id}
        counts.update(other for other in others if other in site.events_of_person)
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:MOST_MET]
    return tuple(Count(person_anchor(site, edition, links, key), n, number(edition, n)) for key, n in ordered)
