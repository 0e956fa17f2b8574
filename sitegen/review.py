"""A Library → what an editor should look at, each doubt with the corrections that would settle it, as TOML to paste."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz.fuzz import ratio

from sitegen.explain.dates import WHY
from sitegen.fold import romanised
from sitegen.model import Conflict, Event, Library, Person, Reason, Related


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that is not sure: its sort, what is in doubt, and the corrections among which an editor chooses."""

    sort: str
    notes: tuple[str, ...]
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """A correction, as lines of TOML, and when it is right."""

    when: str
    lines: tuple[str, ...]


SORTS = (
    ("unsure", "Events that may be one"),
    ("conflict", "Facts in which the reports of one event differ"),
    ("person", "People whom no table knows"),
    ("undated", "Events without a day"),
)
LIKE_NAME = 70  # surnames as near as this are offered as one person; the editor decides
# What the reports differ in and a correction can settle: fact → the sort of correction, which names its key likewise.
CORRECTABLE = frozenset({"date", "place", "kind"})


def find_doubts(library: Library) -> tuple[Doubt, ...]:
    """Return the doubts by sort, those of the newest events first; what a correction has settled is none."""
    events = sorted(library.events.values(), key=_newest_first)
    found = [_unsure(e, related, library) for e in events for related in e.related if e.id < related.event]
    found += [_conflict(e, c) for e in events for c in e.conflicts if c.field in CORRECTABLE and c.why != "correction"]
    found += [_unknown(person, library) for _, person in sorted(library.people.items()) if not person.is_known]
    found += [
        _undated(e, library) for e in events if e.when.day is None and not any("[[date]]" in c for c in e.corrected_by)
    ]
    return tuple(found)


def as_toml(doubts: Iterable[Doubt], most: int | None = None) -> Iterator[str]:
    """Yield the lines of a corrections file: what is in doubt as comments, each choice as a correction.

    Every correction stands alone and may be pasted alone; the choices of one doubt exclude each other. `most` limits
    each sort.
    """
    by_sort: defaultdict[str, list[Doubt]] = defaultdict(list)
    for doubt in doubts:
        by_sort[doubt.sort].append(doubt)
    for sort, title in SORTS:
        rows = by_sort[sort]
        yield f"# ==== {title}: {len(rows)}"
        for doubt in rows[:most]:
            yield ""
            yield from (f"# {_one_line(note)}" for note in doubt.notes)
            for choice in doubt.choices:
                yield f"# {choice.when}:"
                yield from choice.lines
        if most is not None and len(rows) > most:
            yield f"# … and {len(rows) - most} more: sitegen review --all"
        yield ""


def _newest_first(event: Event) -> tuple[int, int, str]:
    day = event.when.latest or event.when.earliest
    return (0, -day.toordinal(), event.id) if day else (1, 0, event.id)


# ---------------------------------------------------------------- one function a sort


def _unsure(event: Event, related: Related, library: Library) -> Doubt:
    other = library.events[related.event]
    total = sum(reason.weight for reason in related.reasons)
    notes = (
        f"unsure ({total:+.2f}): {event.id} and {other.id}",
        *(f"  {event.id}: {title}" for title in _titles(event, library)),
        *(f"  {other.id}: {title}" for title in _titles(other, library)),
        *(f"  {_reason(reason)}" for reason in related.reasons),
    )
    events = f"events = [{_text(event.id)}, {_text(other.id)}]"
    return Doubt(
        "unsure", notes, (Choice("they are one", ("[[join]]", events)), Choice("they are two", ("[[split]]", events)))
    )


def _conflict(event: Event, conflict: Conflict) -> Doubt:
    kept, *others = conflict.variants
    notes = (
        f"{event.id}: the reports differ on the {conflict.field}",
        f"  {kept.value}: {', '.join(kept.claims) or 'no report'} (kept: {WHY.get(conflict.why, 'open')})",
        *(f"  {variant.value}: {', '.join(variant.claims)}" for variant in others),
    )
    choices = tuple(
        Choice(
            f"it is {variant.value}",
            (f"[[{conflict.field}]]", f"event = {_text(event.id)}", f"{conflict.field} = {_text(variant.value)}"),
        )
        for variant in conflict.variants
    )
    return Doubt("conflict", notes, choices)


def _unknown(person: Person, library: Library) -> Doubt:
    seen = [f"  “{s.text}” ({s.language}; {s.article}, sentence {s.sentence})" for s in person.spellings]
    office = next(iter(person.offices), None)
    role = f", {office.role} of {office.of}" if office else ""
    notes = (f"unknown: {person.name}{role or ', office not known'}", *seen)
    names = ", ".join(f"{code} = {_text(name)}" for code, name in sorted({"en": person.name, **person.names}.items()))
    head = ("[[person]]", f"person = {_text(person.id)}")
    choices = [Choice("somebody new, under the right names", (*head, f"names = {{ {names} }}"))]
    choices += [
        Choice(f"another spelling of {other.name}", (*head, f"same_as = {_text(other.id)}"))
        for other in _like(person, library)
    ]
    return Doubt("person", notes, tuple(choices))


def _like(person: Person, library: Library) -> list[Person]:
    """People of the same country in this library whose surname is written alike."""
    surname = romanised(person.name).rpartition(" ")[2]
    near = []
    for other in library.people.values():
        if other.id != person.id and other.country == person.country and surname:
            likeness = ratio(surname, romanised(other.name).rpartition(" ")[2])
            if likeness >= LIKE_NAME:
                near.append((-likeness, other.id, other))
    return [other for _, _, other in sorted(near, key=lambda row: row[:2])[:3]]


def _undated(event: Event, library: Library) -> Doubt:
    notes = (
        f"{event.id}: {event.when.edtf or 'no date at all'}",
        *(f"  {title}" for title in _titles(event, library)),
        *(f"  “{' '.join(c.evidence.text.split())}” ({c.evidence.article}; {c.basis})" for c in event.when.constraints),
    )
    date = _text(event.when.edtf or "unknown")
    lines = ("[[date]]", f"event = {_text(event.id)}", f"date = {date}")
    return Doubt("undated", notes, (Choice("narrow this date where you know more, or keep it as checked", lines),))


# ---------------------------------------------------------------- parts


def _titles(event: Event, library: Library) -> list[str]:
    articles = [library.readings[name].article for name in dict.fromkeys(claim.article for claim in event.claims)]
    return [f"{article.title or 'no title'} ({article.language}, {article.source})" for article in articles]


def _reason(reason: Reason) -> str:
    return f"{reason.weight:+.2f} {reason.feature}" + (f": {reason.detail}" if reason.detail else "")


def _one_line(text: str) -> str:
    """A comment ends with its line: whatever breaks lines in a title becomes a space."""
    return "".join(char if char.isprintable() else " " for char in text)


def _text(value: str) -> str:
    """A TOML basic string: JSON's own, but for the one control character that JSON leaves bare."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
