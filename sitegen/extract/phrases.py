"""Tables of one language → phrases: the words to look for in its sentences, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product
from math import ceil
from typing import Any

from babel import Locale

from sitegen.data.gazetteer import COUNTRIES, Gazetteer
from sitegen.extract.matcher import GAP, Entry, Phrase
from sitegen.extract.tokens import AS_VERB, SPACELESS, bare, tokenise
from sitegen.fold import fold
from sitegen.lang.schema import END, PERSON
from sitegen.toml_file import read_toml

LATIN = ("en", "fr", "de", "es", "pt", "it", "id", "ms", "tr", "vi")
# Languages that put the adjective of a country inside an office: `ministre français des Affaires étrangères`.
SPLIT_OFFICES = frozenset({"fr", "es", "pt", "it"})
SAME_VERB = 0.75  # share of a verb's letters that its future form keeps: visit|ará, bir araya gel|ecek
ZERO_WIDTH = "\u200c"  # joins parts of a Persian word
SEVERAL = "several"  # the detail of an office in the plural: `the presidents of Russia and Iran`
WEEK_WORDS = ("past", "next", "past_week", "next_week")  # what stands beside a weekday
SHORT = (2, 3)  # letters of a last name that may take any ending behind the others: `Ким Чен Ыну`, `То Ламом`
OF_ALL_LANGUAGES = {  # table of lang/ with a row for each language → topic of its words; their value is the table
    "acts": "move",
    "agreements": "agreement",
    "also": "also",
    "conferences": "conference",
    "conversations": "conversation",
    "delegations": "delegation",
    "fates": "fate",
    "lives": "life",
    "mediators": "mediation",
    "regions": "region",
    "moves": "move",
    "series": "series",
}
MOST_STEMS = 24  # combinations of stems kept for one name; long names have more, but papers inflect them less


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language and the endings that its names take, longest first."""

    language: str
    endings: tuple[str, ...]


def written(tongue: Tongue, phrases: Iterable[str], entry: Entry) -> Iterator[Phrase]:
    """Yield table phrases as they are written.

    With their `*` and `…`, with `{person}`, which begins or ends one, and with the `。` that ends a sentence.
    """
    for phrase in phrases:
        words = list(_words(tongue, phrase.removeprefix(PERSON).removesuffix(PERSON)))
        slot = "behind" if phrase.endswith(PERSON) else "before" if phrase.startswith(PERSON) else ""
        slot = "end" if phrase.endswith(END) else slot
        if words and tongue.language == "ar" and entry.detail == "verbs":
            words[0] = _as_verb(phrase)
        if words and words != [GAP]:
            yield words, replace(entry, slot=slot) if slot else entry


def _as_verb(phrase: str) -> str:
    """The first word of an Arabic verb's phrase as it is looked up: with its `ال`, which there is no article."""
    word = phrase.split(maxsplit=1)[0]
    return AS_VERB + fold(word.removesuffix("*"), "ar") + ("*" if word.endswith("*") else "")


def _words(tongue: Tongue, phrase: str) -> Iterator[str]:
    for piece in phrase.replace(GAP, f" {GAP} ").split():
        if piece == GAP:
            yield GAP
            continue
        tokens = tokenise(piece, tongue.language, ())
        for number, token in enumerate(tokens, 1):
            any_ending = piece.endswith("*") and number == len(tokens)
            yield bare(token.text, tongue.language) + ("*" if any_ending else "")


def _named(tongue: Tongue, names: Iterable[str], entry: Entry) -> Iterator[Phrase]:
    """Yield names with the endings that names of the language take; one with `*` or `…` as it is written."""
    for name in names:
        if "*" in name or GAP in name:
            yield from written(tongue, [name], entry)
            continue
        words = [bare(t.text, tongue.language) for t in tokenise(name, tongue.language, ())]
        if words:
            yield words, entry
            yield from ((variant, entry) for variant in _stems(words, tongue.endings))


def _stems(words: list[str], endings: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the words with a stem mark on each that may take an ending, in every combination, and on the last alone."""
    if not endings:
        return
    marked = [_stem_forms(word, endings) for word in words]
    yield from (list(forms) for forms in islice(product(*marked), MOST_STEMS))
    if len(words) > 1:
        for form in marked[-1]:
            yield [*words[:-1], form]
        if len(words[-1]) in SHORT:
            yield [*words[:-1], words[-1].removesuffix("ь") + "*"]


def _stem_forms(word: str, endings: tuple[str, ...]) -> list[str]:
    if len(word) < 4:
        return [word]
    short = [word[: -len(e)] for e in endings if len(e) <= 2 and word.endswith(e) and len(word) - len(e) >= 3]
    return ["~" + form for form in dict.fromkeys([word, *short])]


# ---------------------------------------------------------------- people and places


def people_phrases(tongue: Tongue, known: Gazetteer) -> Iterator[Phrase]:
    """Yield the names of people; the detail "word" marks surnames that are common words of the language."""
    common = {fold(word, tongue.language) for word in _words_of("not_names.toml", tongue.language)}
    for person in known.people.values():
        for form in sorted(set(forms_for(person.names, tongue.language))):
            detail = "word" if fold(form, tongue.language) in common else ""
            yield from _named(tongue, [form], Entry("person", person.id, detail))


def forms_for(names: Mapping[str, tuple[str, ...]], language: str) -> Iterator[str]:
    """Yield every form a newspaper of `language` might print: all Latin spellings for Latin scripts, else its own."""
    for spelling in LATIN if language in LATIN else (language,):
        yield from names.get(spelling, ())
    if language == "fa":  # `لی جائه-میونگ` is as often `لی جائه‌میونگ`
        yield from (form.replace("-", ZERO_WIDTH) for form in names.get("fa", ()) if "-" in form)


def place_phrases(tongue: Tongue, known: Gazetteer, places: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield the names of countries and their people, capitals and seats of government, of bodies and cities."""
    territories = Locale.parse(tongue.language).territories
    traditional = Locale.parse("zh_Hant").territories if tongue.language == "zh" else {}
    cities = {form: city for city, forms in sorted(places.get("cities", {}).items()) for form in forms}
    for code in COUNTRIES:
        row = places["countries"].get(code, {})
        names = {territories.get(code, ""), traditional.get(code, ""), *row.get("names", ())} - {""}
        yield from _named(tongue, sorted(names), Entry("country", code, "name"))
        yield from written(tongue, row.get("people", ()), Entry("country", code, "people"))
        for form in row.get("capital", ()):  # a government may also sit elsewhere: Tel Aviv, Amsterdam, Putrajaya
            city = cities.get(form, known.capitals.get(code, ""))
            yield from _named(tongue, [form], Entry("capital", code, city))
        yield from _named(tongue, row.get("seats", ()), Entry("country", code, "seat"))
        for form in {*names, *row.get("capital", ())}:
            cities.pop(form, None)  # it has been told as a capital, or is that of a country that is one city
    yield from _pairs(tongue)
    for code, row in sorted(places.get("bodies", {}).items()):
        yield from _named(tongue, row["names"], Entry("body", code))
    for form, city in cities.items():
        yield from _named(tongue, [form], Entry("city", city))


def _pairs(tongue: Tongue) -> Iterator[Phrase]:
    """`中美`, `日米`: two countries by one character each, the headline's way to name a pair."""
    rows = read_toml("lang", "signs.toml").get(tongue.language, {})
    signs = {fold(sign, tongue.language): code for code, row in rows.items() for sign in row}
    for left, a in signs.items():
        for right, b in signs.items():
            if a != b:
                yield [left, right], Entry("pair", a, b)


def _words_of(table: str, language: str) -> tuple[str, ...]:
    """The words of one language in a table that holds all languages."""
    return tuple(read_toml("lang", table)["words"].get(language, ()))


# ---------------------------------------------------------------- events


def event_phrases(tongue: Tongue, events: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield the words of offices, of kinds of events, of stance and of what else a sentence may say of an event."""
    yield from _roles(tongue, events["roles"])
    for role, phrases in events["several"].items():
        yield from written(tongue, phrases, Entry("role", role, SEVERAL))
    for topic in ("honorifics", "counterpart", "pronouns"):
        yield from written(tongue, events["names"][topic], Entry(topic, topic))
    yield from _kinds(tongue, events)
    for topic, phrases in events["passages"].items():
        yield from written(tongue, phrases, Entry(topic, topic))
    yield from written(tongue, events["rounds"]["round"], Entry("round", "round"))
    for number, forms in enumerate(events["rounds"]["ordinals"], 1):
        yield from written(tongue, forms.split("|"), Entry("ordinal", str(number)))
    for table, topic in OF_ALL_LANGUAGES.items():
        yield from written(tongue, _words_of(f"{table}.toml", tongue.language), Entry(topic, table))
    for topic, phrases in events["not_events"].items():
        yield from written(tongue, phrases, Entry("not-event", topic))


def adverbs(tongue: Tongue) -> Iterator[list[str]]:
    """Yield the words that may stand between those of an entry: `s'est également entretenu`, `a mardi reçu`."""
    for phrase in _words_of("adverbs.toml", tongue.language):
        yield list(_words(tongue, phrase))


def _roles(tongue: Tongue, roles: Mapping[str, Any]) -> Iterator[Phrase]:
    for role, phrases in roles.items():
        yield from written(tongue, phrases, Entry("role", role))
        for phrase in phrases if tongue.language in SPLIT_OFFICES else ():
            first, _, rest = phrase.partition(" ")  # `vice-ministre` is two tokens, and one word
            if rest and GAP not in phrase:
                yield [*_words(tongue, first), GAP, *_words(tongue, rest)], Entry("role", role, "split")


def _kinds(tongue: Tongue, events: Mapping[str, Any]) -> Iterator[Phrase]:
    for kind, row in events["kinds"].items():
        for detail in ("nouns", "verbs"):
            yield from written(tongue, row.get(detail, ()), Entry("kind", kind, detail))
    for stance, phrases in events["stance"].items():
        yield from written(tongue, phrases, Entry("stance", stance))
    for phrase in events["stance"]["announced"]:
        announced = _announced_kind(phrase, events["kinds"], tongue.language)
        if announced:
            yield from written(tongue, [phrase], Entry("kind", announced, "verbs"))


def _announced_kind(phrase: str, kinds: Mapping[str, Any], language: str) -> str | None:
    """The kind whose verb a phrase of announcement is a form of: `se reunirá` of `se reun*`, `akan bertemu`."""
    text = fold(phrase.replace("*", "").replace(GAP, " "), language)
    least = 2 if language in SPACELESS else 4
    best: tuple[int, str] | None = None
    for kind, row in sorted(kinds.items()):
        for verb in () if kind == "statement" else row.get("verbs", ()):
            core = fold(verb.replace("*", "").replace(PERSON, "").strip(), language)
            shared = len(core) if core in text else _shared_start(core, text)
            enough = GAP not in verb and shared >= max(least, ceil(SAME_VERB * len(core)))
            if enough and (best is None or shared > best[0]):
                best = (shared, kind)
    return best[1] if best else None


def _shared_start(left: str, right: str) -> int:
    """How many letters two words have in common from the start."""
    pairs = zip(left, right, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(left), len(right)))


# ---------------------------------------------------------------- times


def time_phrases(tongue: Tongue, times: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield the words of days, weekdays and months, and of distances such as "two weeks ago"."""
    locale = Locale.parse(tongue.language)
    for day, phrases in times["days"].items():
        yield from written(tongue, phrases, Entry("day", day))
    # A table that writes endings itself has its reason: `среди`, "among", is no form of `среда`.
    are_spelt = any("*" in phrase for phrases in times["weekdays"]["names"] for phrase in phrases)
    for number, phrases in enumerate(times["weekdays"]["names"]):
        names = {locale.days[context]["wide"][number] for context in ("format", "stand-alone")}
        days = written if are_spelt else _named
        yield from days(tongue, sorted({*phrases, *names}), Entry("weekday", str(number)))
        if tongue.language in SPACELESS:
            yield from _fused_weeks(tongue, times["weekdays"], number, sorted({*phrases, *names}))
    for key in WEEK_WORDS:
        yield from written(tongue, times["weekdays"].get(key, ()), Entry("weekday-beside", key))
    yield from _months(tongue, times["months"], locale)
    for topic in ("ago", "after", "ahead"):
        for unit, phrases in times.get(topic, {}).items():
            for phrase in phrases:
                yield from _counted(tongue, phrase, topic, unit)
    for day, phrases in times.get("anniversaries", {}).items():
        yield from written(tongue, phrases, Entry("anniversary", day))
    yield from written(tongue, times.get("ranges", {}).get("to", ()), Entry("range", "to"))


def _fused_weeks(tongue: Tongue, weekdays: Mapping[str, Any], number: int, names: Sequence[str]) -> Iterator[Phrase]:
    """`上周五`, `先週金曜日`: the word for the week is written into the weekday's name."""
    for key in ("past_week", "next_week"):
        joined = [before + name for before in weekdays.get(key, ()) for name in names]
        yield from written(tongue, joined, Entry("weekday", str(number), key))


def _months(tongue: Tongue, months: Mapping[str, Any], locale: Locale) -> Iterator[Phrase]:
    for number, phrases in enumerate(months["names"], 1):
        names = {*phrases, *(locale.months[context]["wide"][number] for context in ("format", "stand-alone"))}
        kept = [name for name in sorted(names) if not name[:1].isdigit() or tongue.language in SPACELESS]
        yield from _named(tongue, kept, Entry("month", str(number)))
    for calendar in ("solar_hijri", "hijri"):
        for number, phrase in enumerate(months.get(calendar, ()), 1):
            yield from _named(tongue, [phrase] if isinstance(phrase, str) else phrase, Entry(calendar, str(number)))
    yield from written(tongue, months.get("past", ()), Entry("month-past", "past"))


def _counted(tongue: Tongue, phrase: str, topic: str, unit: str) -> Iterator[Phrase]:
    """`{n} hari lalu`: the number stands before, after or within; the reader looks beside the rest for it."""
    before, number, after = (part.strip() for part in phrase.partition("{n}"))
    if not number:
        return written(tongue, [phrase], Entry(topic, unit, "1"))
    if before and after:
        return written(tongue, [f"{before} {GAP} {after}"], Entry(topic, unit, "within"))
    return written(tongue, [before or after], Entry(topic, unit, "after" if before else "before"))
