"""Entries about people → names and new office holders, and the rows that they add to the tables of people."""

from __future__ import annotations

import re

from anyascii import anyascii

from sitegen.corrections.entry import Entry
from sitegen.data.gazetteer import COUNTRIES, gazetteer
from sitegen.lang.schema import ROLES
from sitegen.model import Corrections, Holder, NameChange, Office, PersonRow


def read_person(entry: Entry) -> NameChange:
    """Return how a person is called, or whom a name of the texts stands for."""
    entry.check_keys(("person", "names", "same_as"))
    names = _names(entry) if "names" in entry.values else ()
    same_as = entry.optional_text("same_as", "sameh-shoukry")
    person = entry.text("person", "masoud-pezeshkian")
    if not names and not same_as:
        raise entry.fail("it changes nothing.", 'Write names = { en = "…" }, or same_as = "id of the person meant".')
    if same_as == person:
        raise entry.fail("a person is always the same as themselves.", "Name the other person in same_as.")
    return NameChange(entry.where, person, names, same_as)


def read_holder(entry: Entry) -> Holder:
    """Return a new office holder, or a new office of somebody whom the tables know."""
    entry.check_keys(("name", "names", "id", "role", "of", "from", "to"))
    name = entry.text("name", "Jane Doe")
    more = dict(_names(entry)) if "names" in entry.values else {}
    more["en"] = tuple(dict.fromkeys((name, *more.get("en", ()))))
    of = entry.known("country or body", entry.text("of", "KZ"), {*COUNTRIES, *gazetteer().bodies})
    start, end = entry.day("from"), entry.day("to")
    if start is None:
        raise entry.fail("“from” is missing: the first day in office.", "Write from = 2025-01-31.")
    if end and end < start:
        raise entry.fail(f"the term ends on {end}, before it begins.", "Give the first day as from, the last as to.")
    person = entry.optional_text("id", "jane-doe") or _id_of(name)
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", person):
        raise entry.fail(f"“{person}” cannot be an id.", 'Small letters, digits and hyphens: id = "jane-doe".')
    office = Office(entry.code("role", ROLES, "foreign-minister"), of, start, end)
    return Holder(entry.where, PersonRow(person, tuple(sorted(more.items())), (office,)))


def added_rows(corrections: Corrections) -> tuple[PersonRow, ...]:
    """Return the rows that holders and names add to the tables: what extract, resolve and group read people by."""
    new = {holder.row.id for holder in corrections.holders}
    named = (
        PersonRow(change.person, change.names, ())
        for change in corrections.names
        if change.names and change.person in {*gazetteer().people, *new}
    )
    # The names stand before the holders: what is added last is shown first.
    return (*(holder.row for holder in corrections.holders), *named)


def _names(entry: Entry) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """One form a language, or a list: the form to show first."""
    found = []
    for code, value in sorted(entry.by_language("names").items()):
        forms = [value] if isinstance(value, str) else value
        if not isinstance(forms, list) or not forms or not all(isinstance(f, str) and f.strip() for f in forms):
            hint = f'Write names = {{ {code} = "…" }}, or a list: the full form first, then what stands alone.'
            raise entry.fail(f"the names in “{code}” are {value!r}, not text.", hint)
        found.append((code, tuple(form.strip() for form in forms)))
    return tuple(found)


def _id_of(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(name).casefold().replace("'", "")).strip("-")
