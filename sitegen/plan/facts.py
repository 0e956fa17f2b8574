"""An event → its facts, each with the reports that carry it, and where the reports differ."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.model import Article, Claim, Conflict, Event, Kind, Participant, Stance
from sitegen.plan import urls
from sitegen.plan.dates import DateView, show_when
from sitegen.plan.edition import Edition, country_name
from sitegen.plan.edtf import show_edtf
from sitegen.plan.evidence import DateReason, SourceRef, binding, date_reason, set_aside_reason, source_ref, why_words
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site, claims_by_id
from sitegen.plan.lines import country_anchor, person_anchor, support, text_in
from sitegen.plan.links import Links
from sitegen.plan.names import body_name, participant_name, place_country, place_name
from sitegen.plan.roles import office_of, role_name
from sitegen.plan.views import Anchor, Text

MOST_REASONS = 4  # for a date that is certain; one that is not shows everything it rests on


@dataclass(frozen=True, slots=True)
class Who:
    """A participant: name and page, office at that date, country, and how many reports name them."""

    name: Anchor
    role: str  # the office, up to the name of the country where one follows
    country: Anchor | None
    rest: str  # what follows the country
    support: str
    is_principal: bool


@dataclass(frozen=True, slots=True)
class Fact:
    """A value with its support and its doubt; `link` where the value has a page."""

    value: str
    link: str
    support: str
    doubt: str


@dataclass(frozen=True, slots=True)
class When:
    """The date with its support, and all that speaks for and against it."""

    date: DateView
    link: str
    support: str
    doubt: str
    reasons: tuple[DateReason, ...]
    further: tuple[DateReason, ...]  # more that says the same of a date that nothing contradicts
    set_aside: tuple[DateReason, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the page opens with."""

    who: tuple[Who, ...]
    what: Fact
    when: When
    where: Fact


@dataclass(frozen=True, slots=True)
class Reading:
    """One value of a fact in which reports differ, and who says it."""

    value: Text
    is_kept: bool
    sources: tuple[SourceRef, ...]


@dataclass(frozen=True, slots=True)
class Dispute:
    """A fact in which the reports differ."""

    field: str
    readings: tuple[Reading, ...]
    why: str


def make_facts(site: Site, edition: Edition, links: Links, event: Event) -> Facts:
    """Return the facts of an event."""
    return Facts(
        who=(
            *(_make_who(site, edition, links, event, p) for p in event.participants),
            *_unnamed(edition, links, event),
        ),
        what=_make_what(site, edition, links, event),
        when=_make_when(site, edition, links, event),
        where=_make_where(site, edition, links, event),
    )


def supporting(site: Site, claims: Iterable[Claim]) -> tuple[Article, ...]:
    """Return the articles of these claims, each once, by id."""
    return tuple(site.library.readings[article_id].article for article_id in sorted({c.article for c in claims}))


def _make_who(site: Site, edition: Edition, links: Links, event: Event, participant: Participant) -> Who:
    claims = claims_by_id(event)
    articles = supporting(site, (claims[key] for key in participant.claims if key in claims))
    country = country_anchor(edition, links, participant.country) if participant.country in event.countries else None
    if participant.person in site.library.people:
        name = person_anchor(site, edition, links, participant.person)
    elif participant.country and country and not participant.body:
        name, country = country, None
    else:
        name = Anchor("", participant_name(edition, site.library, participant))
    role, country, rest = _office(edition, participant, country, is_person=participant.person in site.library.people)
    return Who(name, role, country, rest, support(edition, articles) if articles else "", participant.is_principal)


def _office(
    edition: Edition, participant: Participant, country: Anchor | None, *, is_person: bool
) -> tuple[str, Anchor | None, str]:
    """Return the office up to the name of the country, the country as it stands there, and the rest."""
    role, body, person = participant.role, participant.body, participant.person
    comma = edition.usage.signs.comma
    if body and is_person:
        words = "".join(office_of(edition, role, body, person)) if role else body_name(edition, body)
        return words + (comma if country else ""), country, ""
    if not role:
        return "", country, ""
    if participant.country and country:
        before, of, rest = office_of(edition, role, participant.country, person)
        return (before, replace(country, text=of), rest) if of else (before + comma, country, "")
    return role_name(edition, role, participant.country, person), None, ""


def _unnamed(edition: Edition, links: Links, event: Event) -> Iterator[Who]:
    """Yield the countries and organisations that take part without a person who is named."""
    words = edition.words
    note = words.gettext("no person named") if event.participants else ""
    for code in event.countries:
        if all(p.country != code for p in event.participants):
            yield Who(country_anchor(edition, links, code), note, None, "", "", is_principal=True)
    for body in event.bodies:
        if all(p.body != body for p in event.participants):
            yield Who(Anchor("", body_name(edition, body)), note, None, "", "", is_principal=True)


def _make_what(site: Site, edition: Edition, links: Links, event: Event) -> Fact:
    articles = supporting(site, (claim for claim in event.claims if claim.kind == event.kind))
    doubt = ""
    if event.stance is Stance.ANNOUNCED:
        doubt = edition.words.gettext("Announced: none of these reports says that it took place.")
    link = links.to(urls.kind(edition.code, event.kind.value))
    return Fact(kind_name(edition, event.kind), link, support(edition, articles) if articles else "", doubt)


def _make_when(site: Site, edition: Edition, links: Links, event: Event) -> When:
    carrying = {c.evidence.article for c in event.when.constraints}
    articles = [site.library.readings[article_id].article for article_id in sorted(carrying)]
    day = event.when.day
    reasons = tuple(date_reason(site, edition, links, c) for c in binding(event.when.constraints))
    shown = MOST_REASONS if event.when.is_certain and len(reasons) > MOST_REASONS + 1 else len(reasons)
    return When(
        date=show_when(edition, event.when, event.end, weekday=True),
        link=links.to(urls.day(edition.code, day.isoformat())) if day else "",
        support=support(edition, articles) if articles else "",
        doubt=_date_doubt(edition, event),
        reasons=reasons[:shown],
        further=reasons[shown:],
        set_aside=tuple(set_aside_reason(site, edition, links, aside) for aside in event.when.set_aside),
    )


def _date_doubt(edition: Edition, event: Event) -> str:
    words = edition.words
    if event.when.set_aside:
        return words.gettext("Inferred: the reports contradict each other on the date.")
    if event.when.day is None and event.when.edtf:
        return words.gettext("The reports do not say the day.")
    if event.when.day is not None and not event.when.is_certain:
        return words.gettext("Inferred from what the reports say.")
    return ""


def _make_where(site: Site, edition: Edition, links: Links, event: Event) -> Fact:
    words = edition.words
    if not event.place:
        if event.kind is Kind.CALL:
            # Translators: where a call took place, instead of a city.
            return Fact(words.gettext("by telephone or video"), "", "", "")
        if event.kind is Kind.MESSAGE:
            # Translators: where a letter or message "took place", instead of a city.
            return Fact(words.gettext("in writing"), "", "", "")
        return Fact(words.gettext("not stated in these reports"), "", "", "")
    articles = supporting(site, (claim for claim in event.claims if claim.place == event.place))
    value = place_name(edition, event.place)
    country = place_country(event.place)
    if country and country != event.place and country_name(edition, country) != value:
        # Translators: a city and its country: "Geneva, Switzerland".
        pattern = words.pgettext("place", "%(city)s, %(country)s")
        value = pattern % {"city": value, "country": country_name(edition, country)}
    return Fact(
        value, links.to(urls.place(edition.code, event.place)), support(edition, articles) if articles else "", ""
    )


def make_disputes(site: Site, edition: Edition, links: Links, event: Event) -> tuple[Dispute, ...]:
    """Return the facts in which the reports differ, each value with who says it."""
    return tuple(_make_dispute(site, edition, links, event, conflict) for conflict in event.conflicts)


def _make_dispute(site: Site, edition: Edition, links: Links, event: Event, conflict: Conflict) -> Dispute:
    claims = claims_by_id(event)
    readings = []
    for rank, variant in enumerate(conflict.variants):
        said_by = [claims[key] for key in variant.claims if key in claims]
        value = _show_value(site, edition, conflict.field, variant.value, said_by)
        sources = tuple(_claim_source(site, edition, links, claim) for claim in said_by)
        readings.append(Reading(value, bool(conflict.why) and rank == 0, sources))
    why = why_words(edition, conflict.why) if conflict.why else ""
    return Dispute(field_name(edition, conflict.field), tuple(readings), why)


def _claim_source(site: Site, edition: Edition, links: Links, claim: Claim) -> SourceRef:
    return source_ref(site, edition, links, claim.article, claim.sentences[0] if claim.sentences else 0)


def field_name(edition: Edition, field: str) -> str:
    """Return what a field of an event is called, or its code in words."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "date": lambda: pgettext("fact", "Date"),
        "place": lambda: pgettext("fact", "Place"),
        "kind": lambda: pgettext("fact", "Kind of event"),
        "participants": lambda: pgettext("fact", "Participants"),
        "figure": lambda: pgettext("fact", "Figure"),
        "role": lambda: pgettext("fact", "Office"),
        "name": lambda: pgettext("fact", "Name"),
        "quotation": lambda: pgettext("fact", "Quotation"),
    }
    return names[field]() if field in names else field.replace("-", " ")


def _show_value(site: Site, edition: Edition, field: str, value: str, said_by: Sequence[Claim]) -> Text:
    own = edition.code
    if field == "date":
        return text_in(show_edtf(edition, value), own)
    if field == "place":
        return text_in(place_name(edition, value), own)
    if field == "kind" and value in set(Kind):
        return text_in(kind_name(edition, Kind(value)), own)
    if field == "role":
        return text_in(role_name(edition, value), own)
    language = site.library.readings[said_by[0].article].article.language if said_by else own
    return text_in(value, language if not value.isascii() or not value.replace(" ", "").isdigit() else own)
