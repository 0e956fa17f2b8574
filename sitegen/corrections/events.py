"""Entries about events → joins, splits, changes and what is hidden."""

from __future__ import annotations

from datetime import date

from sitegen.corrections.edtf import read_edtf
from sitegen.corrections.entry import Entry
from sitegen.data.gazetteer import COUNTRIES, gazetteer
from sitegen.lang.schema import ROLES
from sitegen.model import (
    DateChange,
    Hide,
    Join,
    Kind,
    KindChange,
    Participant,
    PeopleChange,
    PlaceChange,
    ReportRef,
    Split,
    TitleChange,
)

EVENT = "2024-07-22-call-ir-kz"
ARTICLE = "call.txt"


def read_join(entry: Entry) -> Join:
    """Return an order that reports are of one event: whole events, single reports, or both."""
    entry.check_keys(("events", "reports"))
    events = entry.texts("events", EVENT)
    rows = entry.values.get("reports", [])
    example = f'Write reports = [{{ article = "{ARTICLE}", event = "{EVENT}" }}, …].'
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise entry.fail(f"“reports” is {rows!r}, not a list of reports.", example)
    if len(events) + len(rows) < 2:
        raise entry.fail("it names nothing to join.", f'Write events = ["{EVENT}", "…"], or name reports. {example}')
    reports = []
    for row in rows:
        part = Entry(f"{entry.where}, reports", row)
        part.check_keys(("article", "event"))
        reports.append(ReportRef(part.text("article", ARTICLE), part.text("event", EVENT)))
    return Join(entry.where, events, tuple(reports))


def read_split(entry: Entry) -> Split:
    """Return an order that some reports of an event are of another one, or that events are and stay apart."""
    entry.check_keys(("event", "articles", "events"))
    events = entry.texts("events", EVENT)
    if events:
        if len(set(events)) < 2 or {"event", "articles"} & entry.values.keys():
            hint = f'Write events = ["{EVENT}", "…"] alone, or event = "{EVENT}" with articles = ["{ARTICLE}"].'
            raise entry.fail("“events” is for two or more events that are to stay apart.", hint)
        return Split(entry.where, "", (), events)
    articles = entry.texts("articles", ARTICLE)
    if not articles:
        raise entry.fail("it names no articles to split off.", f'Write articles = ["{ARTICLE}"].')
    return Split(entry.where, entry.text("event", EVENT), articles, ())


def read_hide(entry: Entry) -> Hide:
    """Return an order to leave something out."""
    entry.check_keys(("event", "article"))
    hide = Hide(entry.where, entry.optional_text("event", EVENT), entry.optional_text("article", ARTICLE))
    if not hide.event and not hide.article:
        hint = f'Write event = "{EVENT}", article = "{ARTICLE}", or both for one report of an event.'
        raise entry.fail("it names nothing to hide.", hint)
    return hide


def read_date(entry: Entry) -> DateChange:
    """Return a date for an event: EDTF, or "unknown"."""
    entry.check_keys(("event", "date", "end"))
    value = entry.values.get("date")
    text = value.isoformat() if type(value) is date else entry.text("date", "2024-07-22")
    end = entry.day("end")
    if text == "unknown":
        return DateChange(entry.where, entry.text("event", EVENT), "", None, None, None)
    try:
        earliest, latest = read_edtf(text)
    except ValueError as error:
        hint = 'Write EDTF: date = "2024-07-22", "2024-07", "2024-07-20/2024-07-22", "../2024-07-28", or "unknown".'
        raise entry.fail(f"“date” cannot be read: {error}.", hint) from error
    if end and (earliest is None or end < earliest):
        raise entry.fail(f"it ends on {end}, before it begins.", "Give the first day as date, the last as end.")
    return DateChange(entry.where, entry.text("event", EVENT), text, earliest, latest, end)


def read_kind(entry: Entry) -> KindChange:
    """Return a kind for an event."""
    entry.check_keys(("event", "kind"))
    kind = Kind(entry.code("kind", [str(kind) for kind in Kind], "call"))
    return KindChange(entry.where, entry.text("event", EVENT), kind)


def read_place(entry: Entry) -> PlaceChange:
    """Return a place for an event: the id or the English name of a city, a country, or "unknown"."""
    entry.check_keys(("event", "place"))
    text = entry.text("place", "geneva")
    cities = gazetteer().cities
    if text == "unknown":
        return PlaceChange(entry.where, entry.text("event", EVENT), None)
    by_name = {city.name: city.id for city in cities.values()}
    place = by_name.get(text, text)
    entry.known("place", place, {*cities, *COUNTRIES})
    return PlaceChange(entry.where, entry.text("event", EVENT), place)


def read_rename(entry: Entry) -> TitleChange:
    """Return titles for an event."""
    entry.check_keys(("event", "title"))
    titles = entry.by_language("title")
    for code, text in sorted(titles.items()):
        if not isinstance(text, str) or not text.strip():
            raise entry.fail(f"the title in “{code}” is {text!r}, not text.", f'Write title = {{ {code} = "…" }}.')
    return TitleChange(
        entry.where, entry.text("event", EVENT), tuple((code, str(titles[code]).strip()) for code in sorted(titles))
    )


def read_participants(entry: Entry) -> PeopleChange:
    """Return who took part in an event and who did not."""
    entry.check_keys(("event", "add", "remove", "principals", "countries"))
    rows = entry.values.get("add", [])
    if not isinstance(rows, list):
        raise entry.fail(f"“add” is {rows!r}, not a list of people.", 'Write add = ["masoud-pezeshkian"].')
    countries = entry.texts("countries", "IR")
    for code in countries:
        entry.known("country", code, COUNTRIES)
    change = PeopleChange(
        entry.where,
        entry.text("event", EVENT),
        tuple(_added(entry, row) for row in rows),
        entry.texts("remove", "masoud-pezeshkian"),
        entry.texts("principals", "masoud-pezeshkian"),
        tuple(sorted(set(countries))),
    )
    if not (change.add or change.remove or change.principals or change.countries):
        raise entry.fail(
            "it changes nothing.", 'Write add = […], remove = […], principals = […] or countries = ["IR"].'
        )
    return change


def _added(entry: Entry, row: object) -> Participant:
    """A person by id alone, or a table of person, role, country or body, and is_principal."""
    part = Entry(f"{entry.where}, add", row if isinstance(row, dict) else {"person": row})
    part.check_keys(("person", "role", "country", "body", "is_principal"))
    country = part.optional_text("country", "IR") or None
    body = part.optional_text("body", "UN") or None
    role = part.optional_text("role", "president") or None
    principal = part.values.get("is_principal", True)
    if country:
        part.known("country", country, COUNTRIES)
    if body:
        part.known("body", body, gazetteer().bodies)
    if role:
        part.known("role", role, ROLES)
    if not isinstance(principal, bool):
        raise part.fail(f"“is_principal” is {principal!r}.", "Write is_principal = true or false.")
    return Participant(part.text("person", "masoud-pezeshkian"), country, body, role, (), principal)
