"""What the table of bodies and the words for them in each language keep to."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from sitegen.data.gazetteer import COUNTRIES

ROOT = Path(__file__).parents[2]
PLACES = sorted((ROOT / "sitegen" / "lang").glob("*/places.toml"))


def test_no_body_bears_the_code_of_a_country() -> None:
    """An id tells a body from a country: AU is Australia, EC is Ecuador, so bodies are called otherwise."""
    assert set() == set(_read(ROOT / "sitegen" / "data" / "bodies.toml")) & set(COUNTRIES)


def test_seats_and_members_are_known() -> None:
    """A body that has a seat has it in a city of the tables, and its members are countries."""
    cities = _read(ROOT / "sitegen" / "data" / "cities.toml")
    bodies = _read(ROOT / "sitegen" / "data" / "bodies.toml")

    assert [] == [key for key, body in bodies.items() if body["seat"] and body["seat"] not in cities]
    assert [] == [(key, m) for key, body in bodies.items() for m in body["members"] if m not in COUNTRIES]


def test_organs_belong_to_known_bodies() -> None:
    """What an organ is part of stands in the table, and is no organ itself."""
    bodies = _read(ROOT / "sitegen" / "data" / "bodies.toml")
    wholes = {body["organ_of"] for body in bodies.values() if "organ_of" in body}

    assert wholes
    assert set() == wholes - {key for key, body in bodies.items() if "organ_of" not in body}


def test_languages_name_known_bodies_only() -> None:
    """A language's words for a body stand under an id of data/bodies.toml."""
    bodies = _read(ROOT / "sitegen" / "data" / "bodies.toml")

    assert [] == [(p.parent.name, key) for p in PLACES for key in _read(p).get("bodies", {}) if key not in bodies]


def _read(table: Path) -> dict[str, Any]:
    return tomllib.loads(table.read_text(encoding="utf-8"))
