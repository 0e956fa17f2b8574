"""The table of news outlets → the country an outlet is edited in, by its name or by the address of an article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

from sitegen.data.gazetteer import COUNTRIES
from sitegen.errors import TableError
from sitegen.fold import fold
from sitegen.toml_file import read_toml

_WHERE = "sitegen/data/outlets.toml"
# Ends of addresses that are sold to everyone, whatever country they stand for (IANA root zone, operators' own words).
_SOLD_TO_ALL = frozenset({
    "ac", "ag", "ai", "am", "bz", "cc", "cd", "co", "fm", "gg", "io", "la", "ly", "me", "mn", "ms", "nu", "pw", "sc",
    "sh", "st", "su", "tk", "to", "tv", "vc", "ws",
})  # fmt: skip
_OTHER_ENDS = {"uk": "GB"}


@dataclass(frozen=True, slots=True)
class KnownOutlets:
    """Countries (alpha-2) by folded name and by domain."""

    by_name: Mapping[str, str]
    by_domain: Mapping[str, str]


@cache
def known_outlets() -> KnownOutlets:
    """Return the table. Raises TableError for a country or key that cannot be, or an outlet in two."""
    names: dict[str, str] = {}
    domains: dict[str, str] = {}
    for key, row in read_toml("data", "outlets.toml").items():
        _check(key, row)
        for name in row["names"]:
            _add(names, fold(name), row["country"], key)
        for domain in row.get("domains", ()):
            _add(domains, domain, row["country"], key)
    return KnownOutlets(names, domains)


def _check(key: str, row: Mapping[str, Any]) -> None:
    if not {"country", "names"} <= set(row) <= {"country", "names", "domains"} or row["country"] not in COUNTRIES:
        hint = 'A row has country = "ID", names = ["…"] and, where it needs them, domains = ["…"].'
        raise TableError(f"the row “{key}” is not one of an outlet.", where=_WHERE, hint=hint)


def _add(table: dict[str, str], name: str, country: str, key: str) -> None:
    if table.setdefault(name, country) != country:
        raise TableError(f"“{name}” is in two countries.", where=f"{_WHERE}: {key}", hint="Leave it in one row.")


def country_of_outlet(name: str | None, url: str | None, own: Mapping[str, str]) -> str | None:
    """Return the alpha-2 code of the country an outlet is edited in, None where nothing says it.

    What the site says itself wins (`own`: folded name → code), then the table by the article's address, then by the
    outlet's name, then the end of the address where that is a country's and not sold to everyone.
    """
    known, folded = known_outlets(), fold(name) if name else ""
    host = (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    return own.get(folded) or _by_domain(host, known.by_domain) or known.by_name.get(folded) or _by_end(host)


def _by_domain(host: str, domains: Mapping[str, str]) -> str | None:
    parts = host.split(".")
    wholes = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((domains[whole] for whole in wholes if whole in domains), None)


def _by_end(host: str) -> str | None:
    end = host.rpartition(".")[2]
    if end in _SOLD_TO_ALL:
        return None
    code = _OTHER_ENDS.get(end, end.upper())
    return code if code in COUNTRIES else None
