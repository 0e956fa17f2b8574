"""Actors of all claims → Directory: known people by their id, unknown ones joined by country, role and name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from types import MappingProxyType

from anyascii import anyascii

from sitegen.corrections import added_rows
from sitegen.data.gazetteer import Gazetteer, KnownPerson, gazetteer
from sitegen.fold import romanised
from sitegen.model import Actor, Corrections, Directory, Office, PeopleChange, Person, Reading, Spelling
from sitegen.resolve.correct import with_names, with_same_people
from sitegen.resolve.names import SAME_SURNAME, compare_names


def build_directory(readings: Iterable[Reading], corrections: Corrections = Corrections()) -> Directory:  # noqa: B008 - frozen
    """Return everybody who acts in a claim. People no table knows are one person only with one country and alike names.

    Across the corpus a sound alone never joins two people: the country must be the same and known. Raises
    CorrectionError where a correction names somebody who is not there.
    """
    known = gazetteer(added_rows(corrections))
    seen: dict[str, list[tuple[Actor, str]]] = {}
    for reading in sorted(readings, key=lambda r: r.article.id):
        for claim in reading.claims:
            for actor in claim.actors:
                if not actor.key.startswith("@"):
                    seen.setdefault(actor.key, []).append((actor, reading.article.language))
    by_key = {key: key for key in seen if not key.startswith("?")}
    by_key |= _unknown_groups({key: rows for key, rows in seen.items() if key.startswith("?")}, known)
    by_key = with_same_people(by_key, corrections.names, known)
    members: dict[str, list[tuple[Actor, str]]] = {}
    for key in sorted(seen):
        members.setdefault(by_key[key], []).extend(seen[key])
    people = {person: _person(person, rows, known) for person, rows in sorted(members.items())}
    for person in sorted({added.person for c in corrections.changes if isinstance(c, PeopleChange) for added in c.add}):
        if person in known.people and person not in people:
            people[person] = _known(known.people[person], ())
    people = with_names(people, corrections.names, known)
    return Directory(MappingProxyType(dict(sorted(people.items()))), MappingProxyType(dict(sorted(by_key.items()))))


def _unknown_groups(unknown: dict[str, list[tuple[Actor, str]]], tables: Gazetteer) -> dict[str, str]:
    """Map each unknown key to the id of its person."""
    groups: list[list[str]] = []
    of_country: dict[str, list[list[str]]] = {}
    for key in sorted(unknown):
        name, country = unknown[key][0][0].name, _country(unknown[key])
        alike = (g for g in of_country.get(country or "", ()) if _is_spelling(unknown[g[0]][0][0].name, name))
        group = next(alike, None)
        if group is not None:
            group.append(key)
            continue
        groups.append([key])
        if country:
            of_country.setdefault(country, []).append(groups[-1])
    ids: dict[str, str] = {}
    taken: set[str] = set(tables.people)
    for group in groups:
        best = max(group, key=lambda k: (len(romanised(unknown[k][0][0].name).split()), k))
        slug = romanised(unknown[best][0][0].name).replace(" ", "-") or "person"
        number, name = 1, slug
        while name in taken:
            number += 1
            name = f"{slug}-{number}"
        taken.add(name)
        ids |= dict.fromkeys(group, name)
    return ids


def _is_spelling(left: str, right: str) -> bool:
    return compare_names(left, right).score >= SAME_SURNAME


def _country(rows: Sequence[tuple[Actor, str]]) -> str | None:
    return next((actor.country for actor, _ in rows if actor.country), None)


def _person(person: str, rows: Sequence[tuple[Actor, str]], tables: Gazetteer) -> Person:
    known = tables.people.get(person)
    spellings = _spellings(rows)
    if known:
        return _known(known, spellings)
    names = dict(reversed([(s.language, s.text) for s in spellings]))
    latin = next((s.text for s in spellings if s.text.isascii() or _is_latin(s.text)), None)
    name = latin or anyascii(spellings[0].text).title()
    offices = sorted({(a.role, a.country or a.body) for a, _ in rows if a.role and (a.country or a.body)})
    terms = tuple(Office(role, side, None, None) for role, side in offices if role and side)
    aliases = tuple(sorted({s.text for s in spellings}))
    return Person(person, name, MappingProxyType(names), _country(rows), terms, spellings, False, aliases)


def _is_latin(text: str) -> bool:
    return all(ord(c) < 0x250 for c in text if c.isalpha())


def _known(known: KnownPerson, spellings: tuple[Spelling, ...]) -> Person:
    names = {language: forms[0] for language, forms in known.names.items()}
    aliases = tuple(sorted({form for forms in known.names.values() for form in forms}))
    return Person(
        known.id, names["en"], MappingProxyType(names), country_of(known), known.offices, spellings, True, aliases
    )


def country_of(known: KnownPerson) -> str | None:
    """Return the country that a person's latest national office is of."""
    national = [o for o in known.offices if len(o.of) == 2 and o.of not in ("EU", "UN")]
    return max(national, key=lambda o: (o.start or date.min, o.of)).of if national else None


def _spellings(rows: Sequence[tuple[Actor, str]]) -> tuple[Spelling, ...]:
    first: dict[tuple[str, str], Spelling] = {}
    for actor, language in rows:
        evidence = actor.evidence
        key = (language, actor.name)
        new = Spelling(actor.name, language, evidence.article, evidence.sentence)
        if key not in first or (new.article, new.sentence) < (first[key].article, first[key].sentence):
            first[key] = new
    return tuple(sorted(first.values(), key=lambda s: (s.language, s.text)))
