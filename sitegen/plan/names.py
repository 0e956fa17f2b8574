"""What people, countries, bodies and places are called in a language."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sitegen.data.gazetteer import COUNTRIES, gazetteer
from sitegen.errors import TableError
from sitegen.model import Library, Participant, Person
from sitegen.plan.edition import Edition, country_name

# Where the family name comes first or the whole name is always said, so that no part can stand alone unattested.
FULL_NAME_COUNTRIES = frozenset(
    {"CN", "HK", "HU", "ID", "JP", "KH", "KP", "KR", "LA", "MM", "MN", "MO", "MY", "TW", "VN"}
)
# Particles that belong to the family name behind them.
PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "van", "von"]
)
SPACED_SCRIPTS = frozenset(["ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ms", "pt", "ru", "tr", "vi"])


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Display forms of one language's `places.toml`."""

    bodies: Mapping[str, str]
    cities: Mapping[str, str]


@cache
def place_words(language: str) -> PlaceWords:
    """Return the names of bodies and cities of a language; empty where it has no table yet. Raises TableError."""
    path = files("sitegen") / "lang" / language / "places.toml"
    if not path.is_file():
        return PlaceWords({}, {})
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise TableError(str(error), where=f"sitegen/lang/{language}/places.toml", hint="Mend that line.") from error
    bodies = {key: row["names"][0] for key, row in table.get("bodies", {}).items() if row.get("names")}
    cities = {key: forms[0] for key, forms in table.get("cities", {}).items() if forms}
    return PlaceWords(bodies, cities)


def body_name(edition: Edition, body: str) -> str:
    """Return the name of an organisation, in English where the language has none, or its id."""
    own = place_words(edition.code).bodies.get(body)
    known = gazetteer().bodies.get(body)
    return own or (known.name if known else body)


def party_name(edition: Edition, party: str) -> str:
    """Return the name of a country (alpha-2) or of an organisation."""
    return country_name(edition, party) if is_country(edition, party) else body_name(edition, party)


def is_country(edition: Edition, party: str) -> bool:
    """Return whether a party is a country; EU and UN look like codes of countries and are none."""
    return party in COUNTRIES and party in edition.locale.territories


def place_name(edition: Edition, place: str) -> str:
    """Return the name of a place: a city of the tables, or a country, or its id in words."""
    own = place_words(edition.code).cities.get(place)
    city = gazetteer().cities.get(place)
    if own or city:
        return own or (city.name if city else place)
    return country_name(edition, place) if len(place) == 2 else place


def place_country(place: str) -> str | None:
    """Return the country a place lies in."""
    city = gazetteer().cities.get(place)
    if city:
        return city.country
    return place if len(place) == 2 and place.isupper() else None


def full_name(edition: Edition, person: Person) -> str:
    """Return the usual form in the edition's language, else the usual Latin form."""
    return person.names.get(edition.code) or person.name


def short_name(edition: Edition, person: Person) -> str:
    """Return what a headline calls someone: the form that stands alone, or the full name where none is sure."""
    full = full_name(edition, person)
    known = gazetteer().people.get(person.id)
    if known:
        forms = (*known.names.get(edition.code, ())[1:], *known.names.get("en", ())[1:])
        inside = [form for form in forms if form != full and form in full]
        # A family name stands last or, in some countries, first; a form that only drops a part is no headline's.
        is_first = person.country in FULL_NAME_COUNTRIES
        fits = [form for form in inside if (full.startswith(form) if is_first else full.endswith(form))]
        alone = next(iter(fits or (inside if is_first else [])), None)
        return alone or _like_english(edition, full, known.names.get("en", ()))
    if person.country in FULL_NAME_COUNTRIES or edition.code not in SPACED_SCRIPTS:
        return full
    return _family_name(full)


def _like_english(edition: Edition, full: str, english: tuple[str, ...]) -> str:
    """Return the last word of a name of which English prints the last word alone ("Tokayev", so "Tokaïev")."""
    stands_last = bool(english) and english[0].split()[-1] in english[1:]
    return full.rsplit(maxsplit=1)[-1] if stands_last and edition.code in SPACED_SCRIPTS else full


def _family_name(full: str) -> str:
    words = full.split()
    start = len(words) - 1
    while start > 1 and words[start - 1].casefold().strip("-'’") in PARTICLES:
        start -= 1
    return " ".join(words[start:]) if words else full


def participant_name(edition: Edition, library: Library, participant: Participant, *, short: bool = False) -> str:
    """Return the name of a participant: a person, or the country or organisation that no person is named for."""
    person = library.people.get(participant.person)
    if person:
        return short_name(edition, person) if short else full_name(edition, person)
    if participant.body:
        return body_name(edition, participant.body)
    return country_name(edition, participant.country) if participant.country else participant.person
