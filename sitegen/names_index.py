"""The names of a language in a text: people, countries, bodies and cities of the tables, months and weekdays."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from babel import Locale

from sitegen.data.gazetteer import COUNTRIES, Gazetteer, KnownPerson, gazetteer
from sitegen.fold import fold
from sitegen.lang.table import events_table, places_table, time_table
from sitegen.phrase_table import SPACELESS, Found, PhraseTable, Word

# Languages whose papers take over each other's Latin spellings of a foreign name.
LATIN = ("en", "fr", "de", "es", "pt", "it", "id", "ms", "tr", "vi")
CASED = frozenset({*LATIN, "ru"})
GAP = "…"


@dataclass(frozen=True, slots=True, order=True)
class Name:
    """What a word or phrase names: `kind` is person, country, body, city, month, solar, hijri or weekday."""

    kind: str
    code: str


def find_names(text: str, language: str) -> tuple[tuple[Word, ...], tuple[Found[Name], ...]]:
    """Return the words of a text and the names in them, the longest at each place.

    A spelling that several people share gives all of them. Raises TableError where a table of the language is broken.
    """
    table = _table(language)
    words = table.split(text)
    found = table.find(words)
    return words, tuple(found if language not in CASED else (f for f in found if _is_written_as_name(f, words)))


def _is_written_as_name(found: Found[Name], words: tuple[Word, ...]) -> bool:
    """A person's name in small letters is a word of the language: Vietnamese `trong`, Italian `draghi`."""
    if found.entries[0].kind != "person":
        return True
    return words[found.first].text[0].isupper() and words[found.last].text[0].isupper()


@cache
def english_names() -> dict[Name, str]:
    """Return the usual English name of everyone and everything in the tables."""
    known = gazetteer()
    territories = Locale.parse("en").territories
    names = {Name("person", person.id): _usual(person) for person in known.people.values()}
    names |= {Name("country", code): territories[code] for code in COUNTRIES}
    names |= {Name("body", body.id): body.name for body in known.bodies.values()}
    names |= {Name("city", city.id): city.name for city in known.cities.values()}
    months = Locale.parse("en").months["format"]["wide"]
    days = Locale.parse("en").days["format"]["wide"]
    names |= {Name("month", str(n)): months[n] for n in range(1, 13)}
    names |= {Name("weekday", str(n)): days[n] for n in range(7)}
    return names


def _usual(person: KnownPerson) -> str:
    return next(iter(person.names.get("en", ())), person.id.replace("-", " ").title())


@cache
def _table(language: str) -> PhraseTable[Name]:
    endings = {fold(ending, language) for ending in events_table(language)["names"]["suffixes"]} - {""}
    table: PhraseTable[Name] = PhraseTable(language, tuple(sorted(endings, key=lambda e: (-len(e), e))))
    known = gazetteer()
    for person in known.people.values():
        for form in sorted(set(_forms(person, language))):
            table.add(form, Name("person", person.id), may_inflect=True)
    for phrase, name in (*_places(language, known), *_times(language)):
        if GAP not in phrase:
            table.add(phrase, name, may_inflect=True)
    return table


def _forms(person: KnownPerson, language: str) -> Iterator[str]:
    for code in LATIN if language in LATIN else (language,):
        yield from person.names.get(code, ())


def _places(language: str, known: Gazetteer) -> Iterator[tuple[str, Name]]:
    """Every word for a country, with its inhabitants, and its capital and seats of power, which stand for it."""
    places = places_table(language)
    scripts = [Locale.parse(code).territories for code in (("zh", "zh_Hant") if language == "zh" else (language,))]
    for code in COUNTRIES:
        row = places["countries"].get(code, {})
        written = {names[code] for names in scripts if code in names}
        for key in ("names", "people", "capital", "seats"):
            written.update(row.get(key, ()))
        for phrase in sorted(written):
            yield phrase, Name("country", code)
        for phrase in row.get("capital", ()) if code in known.capitals else ():
            yield phrase, Name("city", known.capitals[code])  # the place, and the government that sits there
    for code, row in sorted(places["bodies"].items()):
        for phrase in row["names"]:
            yield phrase, Name("body", code)
    for city, forms in sorted(places["cities"].items()):
        if city in known.cities and not known.cities[city].is_capital:
            for phrase in forms:
                yield phrase, Name("city", city)


def _times(language: str) -> Iterator[tuple[str, Name]]:
    times, locale = time_table(language), Locale.parse(language)
    for number in range(7):
        written = {locale.days[context]["wide"][number] for context in ("format", "stand-alone")}
        for phrase in sorted(written | _group(times["weekdays"]["names"], number)):
            yield phrase, Name("weekday", str(number))
    for number in range(1, 13):
        written = {locale.months[context]["wide"][number] for context in ("format", "stand-alone")}
        for phrase in sorted(written | _group(times["months"]["names"], number - 1)):
            if not phrase[:1].isdigit() and language not in SPACELESS:  # 5月 is read with its number
                yield phrase, Name("month", str(number))
        for key, kind in (("solar_hijri", "solar"), ("hijri", "hijri")):
            for phrase in sorted(_group(times["months"][key], number - 1)):
                yield phrase, Name(kind, str(number))


def _group(groups: list[str | list[str]], number: int) -> set[str]:
    if number >= len(groups):
        return set()
    group = groups[number]
    return {group} if isinstance(group, str) else set(group)
