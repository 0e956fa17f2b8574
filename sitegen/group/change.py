"""An event and a correction of one of its facts → the event as the editors say, the machine's value as a variant."""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from sitegen.data.gazetteer import holds
from sitegen.errors import CorrectionError, suggest
from sitegen.model import (
    Change,
    Conflict,
    Constraint,
    DateChange,
    Directory,
    Event,
    KindChange,
    Participant,
    PeopleChange,
    PlaceChange,
    SetAside,
    TitleChange,
    Variant,
    When,
)
from sitegen.when import satisfies


def change_event(event: Event, change: Change, directory: Directory) -> Event:
    """Return the corrected event.

    Raises CorrectionError for a person whom nobody knows or who does not take part.
    """
    said = ""
    match change:
        case DateChange():
            event, said = _date(event, change), f"date {change.edtf or 'unknown'}"
        case KindChange():
            event, said = _kind(event, change), f"kind {change.kind}"
        case PlaceChange():
            event, said = _place(event, change), f"place {change.place or 'unknown'}"
        case TitleChange():
            titles = MappingProxyType({**event.title_override, **dict(change.titles)})
            event, said = replace(event, title_override=titles), "title"
        case PeopleChange():
            event, said = _people(event, change, directory), "participants"
    return replace(event, was_corrected=True, corrected_by=(*event.corrected_by, f"{change.where}: {said}"))


# ---------------------------------------------------------------- date, kind, place


def _date(event: Event, change: DateChange) -> Event:
    """What fits the editors' date stays as its evidence; the rest is set aside for it."""
    kept, aside = [], list(event.when.set_aside)
    for constraint in event.when.constraints:
        if _fits(constraint, change):
            kept.append(constraint)
        else:
            aside.append(SetAside(constraint, "correction"))
    is_day = change.earliest is not None and change.earliest == change.latest
    is_certain = is_day and not change.edtf.endswith(("?", "~", "%"))
    when = When(change.edtf, change.earliest, change.latest, is_certain, tuple(kept), tuple(aside))
    values = _machine_values(event, "date", event.when.edtf)
    conflicts = _conflicts(event, "date", change.edtf, values) if change.edtf else event.conflicts
    return replace(event, when=when, end=change.end, conflicts=conflicts)


def _fits(constraint: Constraint, change: DateChange) -> bool:
    if change.earliest is None or change.latest is None:
        return True
    if change.earliest == change.latest:
        return satisfies(change.earliest, constraint)
    too_late = constraint.earliest is not None and constraint.earliest > change.latest
    return not too_late and not (constraint.latest is not None and constraint.latest < change.earliest)


def _kind(event: Event, change: KindChange) -> Event:
    values = tuple(
        Variant(str(kind), tuple(sorted(c.id for c in event.claims if c.kind == kind)))
        for kind in sorted({c.kind for c in event.claims})
        if kind != change.kind
    )
    return replace(event, kind=change.kind, conflicts=_conflicts(event, "kind", str(change.kind), values))


def _place(event: Event, change: PlaceChange) -> Event:
    values = tuple(
        Variant(place, tuple(sorted(c.id for c in event.claims if c.place == place)))
        for place in sorted({c.place for c in event.claims if c.place and c.place != change.place})
    )
    conflicts = _conflicts(event, "place", change.place, values) if change.place else event.conflicts
    return replace(event, place=change.place, conflicts=conflicts)


def _machine_values(event: Event, field: str, value: str) -> tuple[Variant, ...]:
    """What the reports differed in before, else the one value that they were read to give."""
    old = next((c for c in event.conflicts if c.field == field), None)
    if old:
        return old.variants
    return (Variant(value, tuple(sorted(c.id for c in event.claims))),) if value else ()


def _conflicts(event: Event, field: str, value: str, others: tuple[Variant, ...]) -> tuple[Conflict, ...]:
    """The conflicts with the editors' value first in its field, then what the reports say instead."""
    rest = tuple(c for c in event.conflicts if c.field != field)
    said = next((v.claims for v in others if v.value == value), ())
    others = tuple(v for v in others if v.value != value)
    if not others:
        return rest
    return tuple(sorted((*rest, Conflict(field, (Variant(value, said), *others), "correction")), key=lambda c: c.field))


# ---------------------------------------------------------------- people


def _people(event: Event, change: PeopleChange, directory: Directory) -> Event:
    there = {p.person: p for p in event.participants}
    for person in (*change.remove, *(p for p in change.principals if p not in {a.person for a in change.add})):
        if person not in there:
            hint = suggest(person, there) or f"They are {', '.join(there)}."
            raise CorrectionError(f"“{person}” does not take part in it.", where=change.where, hint=hint)
    kept = {key: p for key, p in there.items() if key not in change.remove}
    for added in change.add:
        kept[added.person] = _added(event, added, directory, change.where)
    people = list(kept.values())
    if change.principals:
        people = [replace(p, is_principal=p.person in change.principals) for p in people]
        people.sort(key=lambda p: change.principals.index(p.person) if p.is_principal else len(change.principals))
    else:
        people.sort(key=lambda p: not p.is_principal)
    countries = change.countries or _countries(event, people)
    bodies = {p.body for p in people if p.body and p.is_principal}
    unnamed = set(event.bodies) - {p.body for p in event.participants}
    return replace(event, participants=tuple(people), countries=countries, bodies=tuple(sorted(bodies | unnamed)))


def _added(event: Event, added: Participant, directory: Directory, where: str) -> Participant:
    person = directory.people.get(added.person)
    if person is None:
        hint = suggest(added.person, directory.people) or "Add somebody new as a [[holder]] first."
        raise CorrectionError(f"nobody has the id “{added.person}”.", where=where, hint=hint)
    when = event.when
    offices = [o for o in person.offices if when.earliest is None or holds(o, when.earliest, when.latest)]
    office = next((o for o in offices if added.role in (None, o.role)), None)
    side = office.of if office and not (added.country or added.body) else None
    is_country = side is not None and side == person.country
    claims = tuple(
        sorted(c.id for c in event.claims if any(directory.by_key.get(a.key) == added.person for a in c.actors))
    )
    country = added.country or (side if is_country else None) or (person.country if not side else None)
    body = added.body or (side if side and not is_country else None)
    return Participant(
        added.person, country, body, added.role or (office.role if office else None), claims, added.is_principal
    )


def _countries(event: Event, people: list[Participant]) -> tuple[str, ...]:
    """Those of the principals, and those that take part without anybody who is named."""
    unnamed = set(event.countries) - {p.country for p in event.participants}
    return tuple(sorted(unnamed | {p.country for p in people if p.country and p.is_principal}))
