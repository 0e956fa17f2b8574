"""A table of the package → its values; what is wrong with it is said with its name, as the user knows it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from sitegen.errors import TableError


def read_toml(*parts: str) -> dict[str, Any]:
    """Return the table `sitegen/PARTS`. Raises TableError where it is missing, no UTF-8 or no TOML."""
    where = "/".join(("sitegen", *parts))
    try:
        return tomllib.loads(files("sitegen").joinpath(*parts).read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        hint = "Install sitegen again, or take the file from the repository."
        raise TableError("the table is missing.", where=where, hint=hint) from error
    except UnicodeDecodeError as error:
        raise TableError("the table is not UTF-8 text.", where=where, hint="Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"the table is no TOML: {error}.", where=where, hint="Mend that line.") from error
