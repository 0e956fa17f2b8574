"""A person or a storyline → what it is put together from."""

from __future__ import annotations

from sitegen.explain.note import Note, Table
from sitegen.model import Library, Person, Storyline


def explain_storyline(storyline: Storyline, library: Library) -> Note:
    """Return the events of a storyline in order, with the rounds that reports count."""
    rows = tuple(
        (library.events[name].when.edtf or "not known", name, str(storyline.rounds.get(name, "")))
        for name in storyline.events
        if name in library.events
    )
    topic = f", {storyline.topic}" if storyline.topic else ""
    title = f"storyline {storyline.id}: {'–'.join(storyline.parties)}{topic}"
    return Note(title, (Note("people: " + ", ".join(storyline.people)),), Table(("date", "event", "round"), rows))


def explain_person(person: Person, library: Library) -> Note:
    """Return the spellings of a person, where each was found, the terms of office and the events."""
    spellings = tuple((s.text, s.language, f"{s.article}, sentence {s.sentence}") for s in person.spellings)
    offices = tuple(
        (office.role, office.of, str(office.start or ""), str(office.end or "")) for office in person.offices
    )
    events = tuple(
        Note(event.id)
        for event in library.events.values()
        if any(participant.person == person.id for participant in event.participants)
    )
    known = "known to the tables" if person.is_known else "found by the words before the name"
    return Note(
        f"person {person.id}: {person.name}, {person.country or 'country not known'}, {known}",
        (
            Note("spellings", table=Table(("as written", "language", "first seen"), spellings)),
            Note("offices", table=Table(("role", "of", "from", "to"), offices)),
            Note("events", events),
        ),
    )
