"""Corrections of people, obeyed: who is the same as whom, and what somebody is called."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from sitegen.data.gazetteer import Gazetteer
from sitegen.errors import CorrectionError, suggest
from sitegen.model import NameChange, Person


def with_same_people(by_key: Mapping[str, str], names: Iterable[NameChange], known: Gazetteer) -> dict[str, str]:
    """Return the people by key with those that a correction calls the same made one.

    Raises CorrectionError where one of the two is neither in the articles nor in the tables.
    """
    result = dict(by_key)
    for change in names:
        if not change.same_as:
            continue
        present = set(by_key.values())
        _check(change, change.person, present)
        _check(change, change.same_as, {*present, *known.people})
        result = {key: change.same_as if person == change.person else person for key, person in result.items()}
    return result


def with_names(people: Mapping[str, Person], names: Iterable[NameChange], known: Gazetteer) -> dict[str, Person]:
    """Return the people with the names that corrections give those whom no table knows.

    Somebody in the tables has the names by then: they are read with the corrections' rows. Raises CorrectionError
    for somebody who is neither in the articles nor in the tables.
    """
    result = dict(people)
    for change in names:
        if not change.names or change.person in known.people:
            continue
        _check(change, change.person, set(people))
        person = result[change.person]
        shown = {language: forms[0] for language, forms in change.names}
        forms = {form for _, given in change.names for form in given}
        result[person.id] = replace(
            person,
            name=shown.get("en", person.name),
            names=MappingProxyType({**person.names, **shown}),
            aliases=tuple(sorted({*person.aliases, *forms})),
            is_known=True,
        )
    return result


def _check(change: NameChange, person: str, there: set[str]) -> None:
    if person not in there:
        hint = suggest(person, there) or "The id is the last part of the address of the person's page."
        raise CorrectionError(f"nobody has the id “{person}”.", where=change.where, hint=hint)
