"""What a source declares about its article → fields: words of bylines taken off, lines of dates read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from sitegen.ingest.fields.byline import read_byline
from sitegen.ingest.fields.stamp import StampLine, read_stamp
from sitegen.ingest.phrases import Lexicon
from sitegen.ingest.shown import collapsed, shown
from sitegen.model import Found, Stamp


@dataclass(frozen=True, slots=True)
class Fields:
    """What was found, by name of the field; the first of a name is the one that counts."""

    found: tuple[Found, ...]

    def get(self, name: str) -> str | None:
        """Return the value of a field, or None."""
        return next((f.value for f in self.found if f.name == name and f.value), None)

    def read_stamp(self, name: str, language: str) -> Stamp | None:
        """Return a moment: ISO 8601 as it stands, else as the language writes days."""
        value = self.get(name)
        if value is None:
            return None
        try:
            if len(value) == 10:
                return Stamp(date.fromisoformat(value), value)
            return Stamp(datetime.fromisoformat(value).date(), value)
        except ValueError:
            found = read_stamp(value, language)
            return found.published or found.modified if found and not found.is_ambiguous else None


def read_declared(found: Iterable[Found]) -> Fields:
    """Return declared fields with their values as they are shown."""
    return Fields(tuple(Found(f.name, collapsed(shown(f.value)), f.where) for f in found))


def settle(declared: Fields, words: Lexicon) -> list[Found]:
    """Return the declared fields without the headline, which cleaning settles, and with the days of passed-on lines."""
    kept = (_without_words(f, words) for f in declared.found if f.name not in ("title", "published-text"))
    return [*_passed_on(declared, words.language), *kept]


def _without_words(found: Found, words: Lexicon) -> Found:
    """Return a declared author without the words of a byline: pages mark "By Ada Wren" as the author."""
    byline = read_byline(found.value, words) if found.name == "author" else None
    return Found("author", byline.name, found.where) if byline and byline.kind == "author" and byline.name else found


def _passed_on(declared: Fields, language: str) -> list[Found]:
    """Return the times in the lines that a reader passed on as they stand.

    They know more than the address does, and the day that a page shows is its own where the declared one is in UTC.
    """
    have = {f.name for f in declared.found if f.value and f.where != "address"}
    found: list[Found] = []
    for line in (f for f in declared.found if f.name == "published-text"):
        stamp = read_stamp(line.value, language)
        if stamp is not None:
            found += [Found(f.name, f.value, line.where) for f in of_stamp(stamp)]
    return [f for f in found if f.name not in have or _is_local_day(declared.get(f.name), f.value)]


def _is_local_day(declared: str | None, shown: str) -> bool:
    """Return whether `shown` is the day before or after a declared moment in UTC: the same moment on another clock."""
    try:
        moment = datetime.fromisoformat(declared or "")
        day = date.fromisoformat(shown[:10])
    except ValueError:
        return False
    return moment.tzinfo is not None and not moment.utcoffset() and abs((moment.date() - day).days) == 1


def of_stamp(stamp: StampLine) -> list[Found]:
    """Return published, modified and a lone weekday of one line; no day that could be read in two ways."""
    found = []
    if stamp.published is not None and not stamp.is_ambiguous:
        found.append(Found("published", stamp.published.text, "date line"))
    if stamp.modified is not None and not stamp.is_ambiguous:
        found.append(Found("modified", stamp.modified.text, "date line"))
    if stamp.weekday is not None and stamp.published is None and stamp.modified is None:
        found.append(Found("weekday", str(stamp.weekday), "date line"))
    return found
