"""Names of places that a language's tables know, so that none of them is taken for an outlet."""

from __future__ import annotations

from functools import cache

from babel import Locale

from sitegen.ingest.lines import key_of
from sitegen.lang.table import places_table


@cache
def place_names(language: str) -> frozenset[str]:
    """Return the folded names of countries, capitals and cities in `language` and in English."""
    names: set[str] = set()
    for code in dict.fromkeys((language, "en")):
        table = places_table(code)
        names.update(form for forms in table["cities"].values() for form in forms)
        for row in table["countries"].values():
            names.update((*row["names"], *row["capital"], *row["seats"]))
        names.update(Locale.parse(code).territories.values())
        zones = Locale.parse(code).time_zones.values()
        names.update(str(zone["city"]) for zone in zones if "city" in zone)
    return frozenset(key_of(name, language) for name in names)


def is_place(text: str, language: str) -> bool:
    """Return whether `text` is a known place, or several with a slash or hyphen between."""
    known = place_names(language)
    key = key_of(text, language)
    return key in known or ("/" in key and all(piece.strip() in known for piece in key.split("/")))


def is_country(text: str, language: str) -> bool:
    """Return whether `text` is the name of a country, and not of a town."""
    return key_of(text, language) in _country_names(language)


@cache
def _country_names(language: str) -> frozenset[str]:
    names: set[str] = set()
    for code in dict.fromkeys((language, "en")):
        names.update(name for row in places_table(code)["countries"].values() for name in row["names"])
        names.update(Locale.parse(code).territories.values())
    return frozenset(key_of(name, language) for name in names)
