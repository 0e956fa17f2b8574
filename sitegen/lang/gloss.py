"""The glossary of a language that the sentence encoder does not read: its news words → English ones."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from sitegen.errors import TableError
from sitegen.lang import codes, schema

GLOSS = {"words": {"*": schema.WORDS}}


@cache
def glossed() -> frozenset[str]:
    """Return the languages that have a glossary."""
    folder = files("sitegen") / "lang"
    return frozenset(code for code in codes() if (folder / code / "gloss.toml").is_file())


@cache
def gloss_table(code: str) -> Mapping[str, tuple[str, ...]]:
    """Return English → the words that the language has for it. Raises TableError where the file is broken."""
    where = f"sitegen/lang/{code}/gloss.toml"
    try:
        table = tomllib.loads((files("sitegen") / "lang" / code / "gloss.toml").read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TableError(f"is no TOML: {error}", where=where) from error
    words = schema.check(table, GLOSS, where)["words"]
    return MappingProxyType({english: tuple(forms) for english, forms in words.items()})
