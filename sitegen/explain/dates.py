"""A date → the constraints that it rests on, those that were set aside, and why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sitegen.explain.evidence import note_evidence
from sitegen.explain.note import Note
from sitegen.model import Basis, Constraint, Library, When

BASES: Mapping[Basis, str] = MappingProxyType(
    {
        Basis.EXPLICIT: "the whole date stands there",
        Basis.PARTIAL: "a part of the date stands there",
        Basis.WEEKDAY: "a weekday stands there",
        Basis.RELATIVE: "counted from the day of the report",
        Basis.PUBLISHED: "bounded by the day of publication",
        Basis.TERM: "bounded by a term of office",
        Basis.MENTIONED: "bounded by another dated fact",
    }
)
WHY: Mapping[str, str] = MappingProxyType(
    {
        "term": "the person did not hold that office then",
        "weekday": "that day is not the weekday that is named",
        "published": "it does not fit the day of publication",
        "majority": "more of the evidence says otherwise",
        "explicit": "a whole date contradicts it",
        "correction": "a correction says otherwise",
    }
)
# The names of days and months in English, whatever the locale of the machine.
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def note_when(when: When, library: Library, name: str = "date") -> Note:
    """Return a date with every constraint that was kept and every one that was set aside."""
    held = tuple(Note(f"kept: {_says(c)}", (note_evidence(c.evidence, library),)) for c in when.constraints)
    lost = tuple(
        Note(
            f"set aside, since {WHY.get(gone.why, gone.why)}: {_says(gone.constraint)}",
            _words(gone.constraint, library),
        )
        for gone in when.set_aside
    )
    certain = "certain" if when.is_certain else "not certain"
    return Note(f"{name}: {when.edtf or 'not known'} ({certain})", held + lost)


def _words(constraint: Constraint, library: Library) -> tuple[Note, ...]:
    return (note_evidence(constraint.evidence, library),)


def _says(c: Constraint) -> str:
    """Return what a constraint asks of a day, and what it rests on."""
    parts = []
    if c.earliest and c.earliest == c.latest:
        parts.append(str(c.earliest))
    elif c.earliest or c.latest:
        parts.append(f"{c.earliest or 'any day'} to {c.latest or 'any day'}")
    if c.weekday is not None:
        parts.append(f"a {DAYS[c.weekday]}")
    if c.month is not None:
        parts.append(f"{c.day} {MONTHS[c.month - 1]}" if c.day else MONTHS[c.month - 1])
    elif c.day is not None:
        parts.append(f"day {c.day} of a month")
    return f"{', '.join(parts) or 'no bound'} ({BASES[c.basis]})"
