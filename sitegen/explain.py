"""Why the site says what it says of one article or event: evidence, reasons and weights, as a tree of notes."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from sitegen.errors import NotFoundError, suggest
from sitegen.model import (
    Actor,
    Article,
    Claim,
    Comparison,
    Constraint,
    Event,
    Evidence,
    Library,
    Person,
    Reading,
    Reason,
    Storyline,
    When,
)


@dataclass(frozen=True, slots=True)
class Note:
    """A line of an explanation, and the notes that carry it."""

    text: str
    notes: tuple[Note, ...] = ()


def explain(library: Library, what: str) -> Note:
    """Return the explanation of an article (id or path), event, person or storyline (id), or of the page at a URL.

    Raises NotFoundError, with the nearest name, where the site has no such thing.
    """
    name = _read_name(what)
    if event := library.events.get(library.redirects.get(name, name)):
        return _explain_event(event, library)
    if reading := _find_reading(library, what, name):
        return _explain_article(reading, library)
    if storyline := library.storylines.get(name):
        return _explain_storyline(storyline, library)
    if person := library.people.get(name):
        return _explain_person(person, library)
    sources = [reading.article.source for reading in library.readings.values()]
    hint = suggest(name, [*library.events, *library.readings, *library.storylines, *library.people, *sources])
    raise NotFoundError("no article, event, person or storyline has this name.", where=what, hint=hint)


def _read_name(what: str) -> str:
    """Return the id in a URL or a path of the site: its last part without the ending."""
    path = unquote(urlsplit(what).path)
    last = path.rstrip("/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    return stem if dot and ending in ("html", "json", "ics", "bib", "svg") else last


def _find_reading(library: Library, what: str, name: str) -> Reading | None:
    if name in library.readings:
        return library.readings[name]
    wanted = what.removeprefix("./")
    for _, reading in sorted(library.readings.items()):
        source = reading.article.source
        if wanted == source or wanted.endswith("/" + source):
            return reading
    return None


# ---------------------------------------------------------------- articles


def _explain_article(reading: Reading, library: Library) -> Note:
    article = reading.article
    events = {claim.id: event.id for event in library.events.values() for claim in event.claims}
    claims = tuple(_explain_claim(claim, events.get(claim.id)) for claim in reading.claims)
    return Note(
        f"article {article.id} ({article.source})",
        (
            Note("fields", _list_fields(article)),
            Note(
                f"dropped on reading: {len(article.dropped)}",
                tuple(Note(f"{d.rule}: {d.text}") for d in article.dropped),
            ),
            Note(f"claims: {len(claims)}", claims),
        ),
    )


def _list_fields(article: Article) -> tuple[Note, ...]:
    where = {found.name: found.where for found in article.found}
    values = {
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "dateline": article.dateline,
        "published": article.published.text if article.published else None,
        "url": article.url,
    }
    notes = [Note(f"{name}: {value or 'not known'}" + _from(where.get(name))) for name, value in values.items()]
    if article.copy_of:
        notes.append(Note(f"repeats the text of {article.copy_of}"))
    return tuple(notes)


def _from(where: str | None) -> str:
    return f" (found in: {where})" if where else ""


def _explain_claim(claim: Claim, event: str | None) -> Note:
    notes = [
        Note("event: " + (event or "none")),
        Note(f"stance: {claim.stance}; prominence {claim.prominence:.2f}"),
        Note("why this kind", tuple(_note_evidence(evidence) for evidence in claim.evidence)),
        Note("people", tuple(_note_actor(actor) for actor in claim.actors)),
        Note("date", tuple(_note_constraint(constraint) for constraint in claim.constraints)),
    ]
    if claim.place and claim.place_evidence:
        notes.append(Note(f"place: {claim.place}", (_note_evidence(claim.place_evidence),)))
    return Note(f"{claim.id}: {claim.kind}, {', '.join(claim.countries) or 'no country'}", tuple(notes))


def _note_evidence(evidence: Evidence) -> Note:
    where = f"sentence {evidence.sentence}" if evidence.sentence else "title"
    return Note(f"“{evidence.text}” ({evidence.article}, {where}; rule {evidence.rule})")


def _note_actor(actor: Actor) -> Note:
    side = actor.country or actor.body or "country not known"
    return Note(
        f"{actor.name} → {actor.key}, {actor.role or 'role not known'}, {side}", (_note_evidence(actor.evidence),)
    )


def _note_constraint(constraint: Constraint) -> Note:
    parts = [
        f"from {constraint.earliest}" if constraint.earliest else "",
        f"to {constraint.latest}" if constraint.latest else "",
        f"weekday {constraint.weekday + 1} of 7" if constraint.weekday is not None else "",
        f"month {constraint.month}" if constraint.month is not None else "",
        f"day {constraint.day}" if constraint.day is not None else "",
    ]
    says = ", ".join(part for part in parts if part)
    return Note(f"{constraint.basis}: {says or 'no bound'}", (_note_evidence(constraint.evidence),))


# ---------------------------------------------------------------- events


def _explain_event(event: Event, library: Library) -> Note:
    notes = [
        _explain_when(event.when),
        Note("participants", tuple(_note_participant(event, i, library) for i in range(len(event.participants)))),
        Note(
            f"reports: {len(event.claims)}, independent texts: {event.texts}",
            tuple(_explain_claim(claim, event.id) for claim in event.claims),
        ),
        Note("why these reports are one event", tuple(_explain_comparison(c) for c in event.comparisons)),
    ]
    if event.conflicts:
        conflicts = tuple(
            Note(
                f"{c.field} ({c.why or 'undecided'})",
                tuple(Note(f"{v.value}: {', '.join(v.claims)}") for v in c.variants),
            )
            for c in event.conflicts
        )
        notes.append(Note("where the reports differ", conflicts))
    if event.related:
        related = tuple(Note(r.event, tuple(_note_reason(reason) for reason in r.reasons)) for r in event.related)
        notes.append(Note("possibly related, not joined", related))
    if event.was_corrected:
        notes.append(Note("a correction in content/corrections.toml had its say"))
    place = f", at {event.place}" if event.place else ""
    return Note(f"event {event.id}: {event.kind}, {event.when.edtf or 'date not known'}{place}", tuple(notes))


def _explain_when(when: When) -> Note:
    held = tuple(_note_constraint(constraint) for constraint in when.constraints)
    lost = tuple(Note(f"set aside ({gone.why})", (_note_constraint(gone.constraint),)) for gone in when.set_aside)
    certain = "certain" if when.is_certain else "not certain"
    return Note(f"date {when.edtf or 'not known'}, {certain}", held + lost)


def _note_participant(event: Event, index: int, library: Library) -> Note:
    participant = event.participants[index]
    person = library.people.get(participant.person)
    name = person.name if person else participant.person
    side = participant.country or participant.body or "country not known"
    rank = "principal" if participant.is_principal else "also there"
    return Note(f"{name}, {participant.role or 'role not known'}, {side} ({rank}; {', '.join(participant.claims)})")


def _explain_comparison(comparison: Comparison) -> Note:
    head = f"{comparison.left} and {comparison.right}: {comparison.verdict}, score {comparison.score:+.2f}"
    return Note(head, tuple(_note_reason(reason) for reason in comparison.reasons))


def _note_reason(reason: Reason) -> Note:
    return Note(f"{reason.weight:+.2f} {reason.feature}: {reason.detail}")


# ---------------------------------------------------------------- storylines and people


def _explain_storyline(storyline: Storyline, library: Library) -> Note:
    events = tuple(Note(f"{library.events[name].when.edtf or 'date not known'} {name}") for name in storyline.events)
    topic = f", {storyline.topic}" if storyline.topic else ""
    return Note(f"storyline {storyline.id}: {'–'.join(storyline.parties)}{topic}", events)


def _explain_person(person: Person, library: Library) -> Note:
    spellings = tuple(Note(f"{s.text} ({s.language}; {s.article}, sentence {s.sentence})") for s in person.spellings)
    events = tuple(
        Note(event.id)
        for event in library.events.values()
        if any(participant.person == person.id for participant in event.participants)
    )
    known = "known to the tables" if person.is_known else "found by the words before the name"
    return Note(
        f"person {person.id}: {person.name}, {person.country or 'country not known'}, {known}",
        (Note("spellings", spellings), Note("events", events)),
    )
