"""Tables of people, bodies and cities → Gazetteer: who holds which office when, and what everything is called."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any

from sitegen.errors import TableError
from sitegen.model import Office, PersonRow

LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ja", "ms", "pt", "ru", "tr", "vi", "zh")
# ISO 3166-1 alpha-2 of the sovereign states and of the territories that appear in diplomacy
# (UN Statistics Division, M49).
_COUNTRY_CODES = """
    AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN
    CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FM FR GA GB GD GE GH GL GM GN GQ GR GT GW GY HK
    HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA
    MC MD ME MG MH MK ML MM MN MO MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW
    PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ
    UA UG US UY UZ VA VC VE VN VU WS XK YE ZA ZM ZW
"""
COUNTRIES = tuple(_COUNTRY_CODES.split())

# Offices that one person holds at a time.
SOLE_OFFICES = frozenset(
    {"president", "prime-minister", "chancellor", "monarch", "supreme-leader", "pope", "foreign-minister"}
    | {"defence-minister", "secretary-general", "director-general", "commission-president", "council-president"}
    | {"high-representative", "secretary-of-state", "parliament-speaker"}
)


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """An office holder: forms of the name by language (the usual full form first) and terms of office."""

    id: str
    names: Mapping[str, tuple[str, ...]]
    offices: tuple[Office, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation, its English name, the city it sits in and, where few enough to matter, its members.

    Of an organ also the body that it is part of: the Security Council of the United Nations.
    """

    id: str
    name: str
    seat: str | None
    members: tuple[str, ...]
    organ_of: str | None
    votes: bool  # its members adopt resolutions by vote, where it sits


@dataclass(frozen=True, slots=True)
class City:
    """A place where events happen; latitude and longitude in degrees."""

    id: str
    name: str
    country: str
    lat: float
    lon: float
    is_capital: bool


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All tables; `capitals` maps a country to its capital's city id."""

    people: Mapping[str, KnownPerson]
    bodies: Mapping[str, Body]
    cities: Mapping[str, City]
    capitals: Mapping[str, str]


def gazetteer(extra: tuple[PersonRow, ...] = ()) -> Gazetteer:
    """Return the tables with the user's rows added, read once. Raises TableError where one is broken."""
    return _with_rows(extra) if extra else _tables()


@cache
def _with_rows(extra: tuple[PersonRow, ...]) -> Gazetteer:
    """The user's forms of a name stand before those of the tables: the first is the one that is shown."""
    known = _tables()
    people = dict(known.people)
    for row in extra:
        for office in row.offices:
            people = {key: _handed_over(person, row.id, office) for key, person in people.items()}
        person = KnownPerson(row.id, MappingProxyType(dict(row.names)), row.offices)
        people[row.id] = _joined(person, people[row.id]) if row.id in people else person
    return replace(known, people=MappingProxyType(people))


def _handed_over(person: KnownPerson, successor: str, new: Office) -> KnownPerson:
    """Whoever held an office that one person holds at a time leaves it when the successor comes."""
    if person.id == successor or new.role not in SOLE_OFFICES or new.start is None or new.end is not None:
        return person
    offices = tuple(
        replace(o, end=new.start)
        if (o.role, o.of, o.end) == (new.role, new.of, None) and (o.start is None or o.start < new.start)
        else o
        for o in person.offices
    )
    return person if offices == person.offices else replace(person, offices=offices)


@cache
def _tables() -> Gazetteer:
    folder = files("sitegen") / "data"
    people: dict[str, KnownPerson] = {}
    for entry in sorted((folder / "people").iterdir(), key=lambda item: item.name):
        if entry.name.endswith(".toml"):
            for row in _read(entry).get("person", ()):
                person = _person(row, entry.name)
                people[person.id] = _joined(people.get(person.id), person)
    bodies = {key: _body(key, row) for key, row in sorted(_read(folder / "bodies.toml").items())}
    cities = {key: _city(key, row) for key, row in sorted(_read(folder / "cities.toml").items())}
    capitals = {city.country: city.id for city in cities.values() if city.is_capital}
    return Gazetteer(
        MappingProxyType(people), MappingProxyType(bodies), MappingProxyType(cities), MappingProxyType(capitals)
    )


@cache
def first_years() -> Mapping[str, int]:
    """Return the first year of each occasion (month-day) whose number dates a text."""
    return MappingProxyType(dict(_read(files("sitegen") / "data" / "anniversaries.toml")["first_year"]))


def _read(entry: Traversable) -> dict[str, Any]:
    try:
        return tomllib.loads(entry.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"data/{entry.name}: {error}") from error


def _person(row: dict[str, Any], table: str) -> KnownPerson:
    try:
        keys = {lang: "id_names" if lang == "id" else lang for lang in LANGUAGES}  # `id` is the person's own
        names = {lang: tuple(row[key]) for lang, key in keys.items() if row.get(key)}
        offices = tuple(
            Office(o["role"], o["of"], _day(o.get("from")), _day(o.get("to"))) for o in row.get("offices", ())
        )
        return KnownPerson(row["id"], MappingProxyType(names), offices)
    except (KeyError, ValueError) as error:
        raise TableError(f"data/people/{table}: {row.get('id', row)}: {error}") from error


def _joined(old: KnownPerson | None, new: KnownPerson) -> KnownPerson:
    """A prime minister who went on to head a body stands in two regions' tables: one person, the offices of both."""
    if old is None:
        return new
    languages = sorted({*old.names, *new.names})
    names = {code: tuple(dict.fromkeys((*old.names.get(code, ()), *new.names.get(code, ())))) for code in languages}
    return KnownPerson(old.id, MappingProxyType(names), tuple(dict.fromkeys((*old.offices, *new.offices))))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(str(text)) if text else None


def _body(key: str, row: dict[str, Any]) -> Body:
    return Body(
        key, row["name"], row.get("seat"), tuple(row.get("members", ())), row.get("organ_of"), row.get("votes", False)
    )


def _city(key: str, row: dict[str, Any]) -> City:
    capital = bool(row.get("is_capital", False))
    return City(key, row["name"], row["country"], float(row["lat"]), float(row["lon"]), capital)


def whole_of(body: str) -> str:
    """Return the body that an organ belongs to, every other body itself."""
    known = gazetteer().bodies.get(body)
    return known.organ_of or body if known else body


def holds(office: Office, earliest: date | None, latest: date | None) -> bool:
    """Return whether a term meets the span from `earliest` to `latest` (None is open)."""
    starts_in_time = office.start is None or latest is None or office.start <= latest
    ends_in_time = office.end is None or earliest is None or earliest <= office.end
    return starts_in_time and ends_in_time
