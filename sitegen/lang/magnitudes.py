"""The words that multiply the number before them: thousand, लाख, 亿."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sitegen.errors import TableError
from sitegen.lang import codes, schema

WHERE = "sitegen/lang/magnitudes.toml"


@cache
def magnitudes(code: str) -> Mapping[str, int]:
    """Return word → exponent of ten in a language. Raises TableError where the file is broken."""
    rows = _read()[code]
    if unknown := sorted(exponent for exponent in rows if not exponent.isdigit()):
        raise TableError(f"“{unknown[0]}” is no exponent of ten.", where=f"{WHERE}: {code}")
    return MappingProxyType({word: int(exponent) for exponent, words in rows.items() for word in words})


@cache
def _read() -> Mapping[str, Mapping[str, list[str]]]:
    try:
        table = tomllib.loads((files("sitegen") / "lang" / "magnitudes.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"is no TOML: {error}", where=WHERE) from error
    return schema.check(table, {code: {"*": schema.WORDS} for code in codes()}, WHERE)
