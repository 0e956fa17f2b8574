"""What may stand in each table of a language, and the check of a table against it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from sitegen.errors import TableError, suggest

WORDS = "a list of texts"
GROUPS = "a list of texts or of lists of texts"
TEXT = "a text"
TEXTS = "a table of texts"
PERSON = "{person}"  # where a phrase needs somebody beside it: `called on {person}`, `{person} aradı`
END = "。"  # at the end of an entry: the sentence ends there; `会談する。` is yet to come, `会談するのは` is not
INNER_SLOTS = ("{n}", "{outlet}")  # a number, the name of an outlet

ROLES = (
    "president", "president-elect", "acting-president", "interim-president", "former-president", "vice-president",
    "first-vice-president", "monarch", "crown-prince", "supreme-leader", "leader", "pope", "prime-minister",
    "acting-prime-minister", "deputy-prime-minister", "former-prime-minister", "chancellor", "foreign-minister",
    "acting-foreign-minister", "deputy-foreign-minister", "defence-minister", "deputy-defence-minister",
    "finance-minister", "economy-minister", "trade-minister", "energy-minister", "interior-minister",
    "justice-minister", "minister", "deputy-minister", "national-security-adviser", "security-council-secretary",
    "presidential-aide", "chief-of-staff", "presidential-spokesperson", "spokesperson", "special-envoy", "ambassador",
    "permanent-representative", "charge-daffaires", "parliament-speaker", "party-leader", "secretary-general",
    "deputy-secretary-general", "director-general", "commission-president", "council-president",
    "high-representative", "executive-director", "cardinal", "secretary-of-state", "governor", "general",
    "intelligence-chief", "nuclear-chief", "central-bank-governor", "negotiator", "delegation-head", "diplomat",
    "former-minister", "first-lady",
)  # fmt: skip
HELD_BY_SEVERAL = ("president", "prime-minister", "foreign-minister", "defence-minister", "leader")
KINDS = ("call", "meeting", "visit", "talks", "summit", "signing", "message", "statement", "vote")

# A schema maps a key to a type above, to a schema of its own, or, under "*", says what every other key holds.
EVENTS: dict[str, Any] = {
    "roles": dict.fromkeys(ROLES, WORDS),
    "several": dict.fromkeys(HELD_BY_SEVERAL, WORDS),
    "names": dict.fromkeys(("honorifics", "counterpart", "pronouns", "suffixes", "stop", "particles"), WORDS),
    "kinds": {kind: dict.fromkeys(("nouns", "verbs"), WORDS) for kind in KINDS},
    "stance": dict.fromkeys(("announced", "background", "hypothetical", "denied"), WORDS),
    "passages": dict.fromkeys(("switch", "attribution", "said"), WORDS),
    "rounds": dict.fromkeys(("round", "ordinals"), WORDS),
    "quotes": {"pairs": WORDS},
    "not_events": {"*": WORDS},
}
TIME: dict[str, Any] = {
    "order": TEXT,
    "days": {"*": WORDS},
    "weekdays": {"names": GROUPS, **dict.fromkeys(("past", "next", "past_week", "next_week"), WORDS)},
    "months": {"names": GROUPS, "solar_hijri": GROUPS, "hijri": GROUPS, "past": WORDS, "next": WORDS},
    "ago": dict.fromkeys(("day", "week", "month", "year"), WORDS),
    "after": dict.fromkeys(("day", "week"), WORDS),
    "ahead": dict.fromkeys(("day", "week", "month", "year"), WORDS),
    "numbers": {"words": GROUPS},
    "ranges": {"to": WORDS},
    "anniversaries": {"*": WORDS},
}
PLACES: dict[str, Any] = {
    "countries": {"*": dict.fromkeys(("names", "people", "capital", "seats"), WORDS)},
    "bodies": {"*": {"names": WORDS}},
    "cities": {"*": WORDS},
}
_PHRASES = dict.fromkeys(("line", "label", "start", "part"), WORDS)
LEFTOVERS = (
    "skip", "share", "tools", "comments", "tags", "read_also", "related", "advert", "newsletter", "follow", "support",
    "caption", "media", "legal", "paging", "report", "ticker", "programme", "about", "origin",
)  # fmt: skip
READING: dict[str, Any] = {
    "language": {"words": WORDS, "telling": WORDS, "fillers": WORDS},
    "nav": {"home": WORDS, "sections": WORDS, "kickers": WORDS},
    "byline": dict.fromkeys(("by", "staff", "desk", "agencies", "given", "role", "for"), WORDS),
    "outlet": {"words": WORDS, "weak": WORDS, "verbs": WORDS, "offices": WORDS, "beside": WORDS, "sentences": WORDS},
    "stamp": {
        "published": WORDS, "modified": WORDS, "ago": WORDS, "fill": WORDS, "am": WORDS, "pm": WORDS, "order": TEXT,
        "months": GROUPS, "weekdays": GROUPS, "solar": GROUPS, "hijri": GROUPS, "zones": TEXTS,
    },
    "appeal": {"open": WORDS, "things": WORDS},
    "leftovers": dict.fromkeys(LEFTOVERS, _PHRASES),
}  # fmt: skip


def check(table: Mapping[str, Any], schema: Mapping[str, Any], where: str) -> dict[str, Any]:
    """Return `table` with an empty value for each key that it leaves out.

    Raises TableError for an unknown key or a value of the wrong type, naming both.
    """
    known = [key for key in schema if key != "*"]
    for key in table:
        if key not in schema and "*" not in schema:
            raise TableError(f"unknown key “{key}”.", where=where, hint=suggest(key, known))
    result: dict[str, Any] = {}
    for key in [*known, *(key for key in table if key not in schema)]:
        expected = schema.get(key, schema.get("*"))
        result[key] = _value(table.get(key), expected, f"{where}: {key}")
    return result


def _value(value: object, expected: object, where: str) -> object:
    """Return one checked value; None stands for a key that is left out."""
    if isinstance(expected, Mapping):
        if value is not None and not isinstance(value, Mapping):
            raise TableError(f"must be a table, not {value!r}.", where=where)
        return check(value or {}, expected, where)
    if expected == TEXT:
        return _text("" if value is None else value, where)
    if expected == TEXTS:
        if value is not None and not isinstance(value, Mapping):
            raise TableError("must be a table of texts.", where=where)
        return {key: _text(text, f"{where}.{key}") for key, text in (value or {}).items()}
    return _list([] if value is None else value, where, is_nested=expected == GROUPS)


def _list(value: object, where: str, *, is_nested: bool) -> list[object]:
    if not isinstance(value, list):
        raise TableError(f"must be {GROUPS if is_nested else WORDS}, not {value!r}.", where=where)
    return [_list(v, where, is_nested=False) if is_nested and isinstance(v, list) else _text(v, where) for v in value]


def _text(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise TableError(f"must be text in quotation marks, not {value!r}.", where=where)
    if "{" in value or "}" in value:
        _slot(value, where)
    return value


def _slot(text: str, where: str) -> None:
    rest = text.removeprefix(PERSON).removesuffix(PERSON)
    for slot in INNER_SLOTS:
        rest = rest.replace(slot, "")
    if PERSON in rest:
        raise TableError(f"“{text}”: {PERSON} stands at the beginning or at the end of an entry.", where=where)
    if unknown := re.search(r"[{}][^{}]*}?", rest):
        known = ", ".join((PERSON, *INNER_SLOTS))
        raise TableError(f"“{text}”: “{unknown[0]}” stands for nothing.", where=where, hint=f"Known are {known}.")
