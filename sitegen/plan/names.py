"""What people, countries, bodies and places are called in a language."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from unicodedata import normalize

from sitegen.data.gazetteer import COUNTRIES, gazetteer
from sitegen.errors import TableError
from sitegen.model import Library, Participant, Person
from sitegen.plan.called import call
from sitegen.plan.edition import Edition, country_name


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
    bodies = {key: _shown(row.get("names", ())) for key, row in table.get("bodies", {}).items()}
    cities = {key: _shown(forms) for key, forms in table.get("cities", {}).items()}
    return PlaceWords(bodies, cities)


def _shown(forms: Iterable[str]) -> str:
    """Return the first form that is a word to show and no stem to find others by ("Еврокомисси*"), else ""."""
    form = next((form for form in forms if "*" not in form), "")
    return normalize("NFKC", form).replace("'", "’")  # Japanese print sets "ＥＵ" in full width; a screen does not


def body_name(edition: Edition, body: str) -> str:
    """Return the name of an organisation, in English where the language has none, or its id."""
    own = edition.usage.names.get(body) or place_words(edition.code).bodies.get(body)
    known = gazetteer().bodies.get(body)
    return own or (_shown([known.name]) if known else body)


def party_name(edition: Edition, party: str) -> str:
    """Return the name of a country (alpha-2) or of an organisation."""
    return country_name(edition, party) if is_country(edition, party) else body_name(edition, party)


def short_party(edition: Edition, party: str) -> str:
    """Return the name of a country or an organisation that a headline has room for: "US", "ЕС"."""
    return edition.usage.short.get(party) or party_name(edition, party)


def is_country(edition: Edition, party: str) -> bool:
    """Return whether a party is a country; EU and UN look like codes of countries and are none."""
    return party in COUNTRIES and party in edition.locale.territories


def place_name(edition: Edition, place: str) -> str:
    """Return the name of a place: a city of the tables, or a country, or its id in words."""
    own = edition.usage.names.get(place) or place_words(edition.code).cities.get(place)
    city = gazetteer().cities.get(place)
    if own or city:
        return own or (_shown([city.name]) if city else place)
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
    """Return what a headline calls someone."""
    return call(edition, person, full_name(edition, person))


def participant_name(edition: Edition, library: Library, participant: Participant, *, short: bool = False) -> str:
    """Return the name of a participant: a person, or the country or organisation that no person is named for."""
    person = library.people.get(participant.person)
    if person:
        return short_name(edition, person) if short else full_name(edition, person)
    if participant.body:
        return body_name(edition, participant.body)
    return country_name(edition, participant.country) if participant.country else participant.person
