"""Tables of one language and the gazetteer → Lexicon: everything that can be looked up in its sentences, compiled once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from os.path import commonprefix
from typing import Any

from babel import Locale

from sitegen.data.gazetteer import COUNTRIES, Gazetteer, KnownPerson, gazetteer
from sitegen.extract.matcher import GAP, MAX_GAP_CHARACTERS, MAX_GAP_WORDS, Entry, Matcher
from sitegen.extract.tokens import SPACELESS, bare, tokenise
from sitegen.fold import fold
from sitegen.lang.table import events_table, places_table, time_table
from sitegen.model import PersonRow
from sitegen.toml_file import read_toml

LATIN = ("en", "fr", "de", "es", "pt", "it", "id", "ms", "tr", "vi")
CASED = frozenset({*LATIN, "ru"})
# Characters are shorter than words, and German closes its sentences with the verb: both need the wider gap.
WIDE_GAPS = SPACELESS | {"de"}
# Languages that put the adjective of a country inside an office: `ministre français des Affaires étrangères`.
SPLIT_OFFICES = frozenset({"fr", "es", "pt", "it"})
SAME_VERB = 0.75  # share of a verb's letters that its future form keeps: visit|ará, bir araya gel|ecek
MOST_STEMS = 24  # combinations of stems kept for one name; long names have more, but papers inflect them less


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled tables of one language."""

    language: str
    matcher: Matcher
    endings: tuple[str, ...]
    max_gap: int
    particles: frozenset[str]
    stop: frozenset[str]
    numbers: Mapping[str, int]
    order: str
    quote_pairs: tuple[str, ...]
    is_cased: bool
    first_last: Mapping[tuple[str, str], str]  # folded first and last word of a full name → person id
    people: Mapping[str, KnownPerson]  # of the tables and the user's own rows
    extra: tuple[PersonRow, ...]  # the user's own rows


@cache
def lexicon(language: str, extra: tuple[PersonRow, ...]) -> Lexicon:
    """Return the compiled tables of `language` with the user's rows of people. Raises TableError where a table is broken."""
    events, times, places = events_table(language), time_table(language), places_table(language)
    folded = {fold(e, language) for e in events["names"]["suffixes"]} - {""}  # ZWNJ alone folds to nothing
    endings = tuple(sorted(folded, key=lambda e: (-len(e), e)))
    matcher = Matcher()
    compiler = _Compiler(language, endings, matcher)
    known = gazetteer(extra)
    compiler.add_people(known)
    compiler.add_places(known, places)
    compiler.add_events(events)
    compiler.add_times(times)
    numbers = {fold(w.rstrip("*"), language): n for n, words in enumerate(times["numbers"]["words"], 1) for w in words}
    return Lexicon(
        language=language,
        matcher=matcher,
        endings=endings,
        max_gap=MAX_GAP_CHARACTERS if language in WIDE_GAPS else MAX_GAP_WORDS,
        particles=frozenset(fold(w, language) for w in events["names"]["particles"]),
        stop=frozenset(fold(w, language) for w in events["names"]["stop"]),
        numbers=numbers,
        order=times["order"],
        quote_pairs=tuple(events["quotes"]["pairs"]),
        is_cased=language in CASED,
        first_last=_first_last(known, language),
        people=known.people,
        extra=extra,
    )


@dataclass(slots=True)
class _Compiler:
    language: str
    endings: tuple[str, ...]
    matcher: Matcher

    def add(self, phrase: str, entry: Entry) -> None:
        """Add a table phrase as it is written, with its `*` and `…`."""
        words = list(self._words(phrase))
        if words and words != [GAP]:
            self.matcher.add(words, entry)

    def add_name(self, name: str, entry: Entry) -> None:
        """Add a name, with the endings that names of this language take."""
        words = [bare(t.text, self.language) for t in tokenise(name, self.language, ())]
        if not words:
            return
        self.matcher.add(words, entry)
        if self.endings:
            for variant in _stems(words, self.endings):
                self.matcher.add(variant, entry)

    def _words(self, phrase: str) -> Iterator[str]:
        for piece in phrase.replace(GAP, f" {GAP} ").split():
            if piece == GAP:
                yield GAP
                continue
            tokens = tokenise(piece, self.language, ())
            for number, token in enumerate(tokens, 1):
                any_ending = piece.endswith("*") and number == len(tokens)
                yield bare(token.text, self.language) + ("*" if any_ending else "")

    def add_people(self, known: Gazetteer) -> None:
        words = _not_names(self.language)
        for person in known.people.values():
            for form in sorted(set(_forms_for(person.names, self.language))):
                detail = "word" if fold(form, self.language) in words else ""
                self.add_name(form, Entry("person", person.id, detail))

    def add_places(self, known: Gazetteer, places: Mapping[str, Any]) -> None:
        territories = Locale.parse(self.language).territories
        traditional = Locale.parse("zh_Hant").territories if self.language == "zh" else {}
        for code in COUNTRIES:
            row = places["countries"].get(code, {})
            for name in {territories.get(code, ""), traditional.get(code, ""), *row.get("names", ())} - {""}:
                self._add_country(name, Entry("country", code, "name"))
            for phrase in row.get("people", ()):
                self.add(phrase, Entry("country", code, "people"))
            for name in row.get("capital", ()):
                self._add_country(name, Entry("capital", code, known.capitals.get(code, "")))
            for phrase in row.get("seats", ()):
                self._add_country(phrase, Entry("country", code, "seat"))
        self._add_pairs()
        for code, row in sorted(places.get("bodies", {}).items()):
            for name in row["names"]:
                self._add_country(name, Entry("body", code))
        for city, forms in sorted(places.get("cities", {}).items()):
            if known.cities.get(city) is None or not known.cities[city].is_capital:
                for name in forms:
                    self._add_country(name, Entry("city", city))

    def _add_pairs(self) -> None:
        """`中美`, `日米`: two countries by one character each, the headline's way to name a pair."""
        signs = _signs(self.language)
        for left, a in signs.items():
            for right, b in signs.items():
                if a != b:
                    self.matcher.add([left, right], Entry("pair", a, b))

    def _add_country(self, name: str, entry: Entry) -> None:
        """Names of places take endings like names of people, and may be written with `*`."""
        if "*" in name or GAP in name:
            self.add(name, entry)
        else:
            self.add_name(name, entry)

    def add_events(self, events: Mapping[str, Any]) -> None:
        for role, phrases in events["roles"].items():
            self._add_all(phrases, Entry("role", role))
            if self.language in SPLIT_OFFICES:
                for phrase in phrases:
                    self._add_split(phrase, Entry("role", role, "split"))
        for topic in ("honorifics", "counterpart", "pronouns"):
            self._add_all(events["names"][topic], Entry(topic, topic))
        for kind, row in events["kinds"].items():
            for detail in ("nouns", "verbs"):
                self._add_all(row.get(detail, ()), Entry("kind", kind, detail))
        for stance, phrases in events["stance"].items():
            self._add_all(phrases, Entry("stance", stance))
        for phrase in events["stance"]["announced"]:
            kind = _announced_kind(phrase, events["kinds"], self.language)
            if kind:
                self.add(phrase, Entry("kind", kind, "verbs"))
        for topic, phrases in events["passages"].items():
            self._add_all(phrases, Entry(topic, topic))
        self._add_all(events["rounds"]["round"], Entry("round", "round"))
        for number, forms in enumerate(events["rounds"]["ordinals"], 1):
            self._add_all(forms.split("|"), Entry("ordinal", str(number)))
        self._add_all(_words_of("mediators.toml", self.language), Entry("mediation", "mediation"))
        for topic, phrases in events["not_events"].items():
            self._add_all(phrases, Entry("not-event", topic))

    def _add_split(self, phrase: str, entry: Entry) -> None:
        words = list(self._words(phrase))
        if len(words) > 1 and GAP not in words:
            self.matcher.add([words[0], GAP, *words[1:]], entry)

    def _add_all(self, phrases: Iterable[str], entry: Entry) -> None:
        for phrase in phrases:
            self.add(phrase, entry)

    def add_times(self, times: Mapping[str, Any]) -> None:
        locale = Locale.parse(self.language)
        for day, phrases in times["days"].items():
            self._add_all(phrases, Entry("day", day))
        for number, phrases in enumerate(times["weekdays"]["names"]):
            names = {locale.days[c][w][number] for c in ("format", "stand-alone") for w in ("wide",)}
            for phrase in sorted({*phrases, *names}):
                self._add_country(phrase, Entry("weekday", str(number)))
        for key in ("past", "next"):
            self._add_all(times["weekdays"].get(key, ()), Entry("weekday-" + key, key))
        self._add_months(times, locale)
        self._add_all(times["months"].get("past", ()), Entry("month-past", "past"))
        for topic in ("ago", "after", "ahead"):
            for unit, phrases in times.get(topic, {}).items():
                for phrase in phrases:
                    self._add_counted(phrase, topic, unit)
        for day, phrases in times.get("anniversaries", {}).items():
            self._add_all(phrases, Entry("anniversary", day))
        self._add_all(times.get("ranges", {}).get("to", ()), Entry("range", "to"))

    def _add_months(self, times: Mapping[str, Any], locale: Locale) -> None:
        for number, phrases in enumerate(times["months"]["names"], 1):
            names = {locale.months[c]["wide"][number] for c in ("format", "stand-alone")}
            for phrase in sorted({*phrases, *names}):
                if not phrase[:1].isdigit() or self.language in SPACELESS:
                    self._add_country(phrase, Entry("month", str(number)))
        for calendar in ("solar_hijri", "hijri"):
            for number, phrase in enumerate(times["months"].get(calendar, ()), 1):
                for form in [phrase] if isinstance(phrase, str) else phrase:
                    self._add_country(form, Entry(calendar, str(number)))

    def _add_counted(self, phrase: str, topic: str, unit: str) -> None:
        """`{n} hari lalu`: the number stands before or within; the reader looks beside the rest for it."""
        if "{n}" not in phrase:
            self.add(phrase, Entry(topic, unit, "1"))
            return
        before, _, after = phrase.partition("{n}")
        if before.strip() and after.strip():
            self.add(f"{before} {GAP} {after}", Entry(topic, unit, "within"))
        elif after.strip():
            self.add(after, Entry(topic, unit, "before"))
        elif before.strip():
            self.add(before, Entry(topic, unit, "after"))


def _announced_kind(phrase: str, kinds: Mapping[str, Any], language: str) -> str | None:
    """The kind whose verb a phrase of announcement is a form of: `se reunirá` of `se reun*`, `akan bertemu` of `bertemu`."""
    text = fold(phrase.replace("*", "").replace(GAP, " "), language)
    least = 2 if language in SPACELESS else 4
    best: tuple[int, str] | None = None
    for kind, row in sorted(kinds.items()):
        for verb in () if kind == "statement" else row.get("verbs", ()):
            core = fold(verb.replace("*", ""), language)
            shared = len(core) if core in text else len(commonprefix([core, text]))
            if (
                GAP not in verb
                and shared >= max(least, round(SAME_VERB * len(core)))
                and (best is None or shared > best[0])
            ):
                best = (shared, kind)
    return best[1] if best else None


@cache
def _signs(language: str) -> Mapping[str, str]:
    """The one character by which a language's headlines name a country."""
    table = read_toml("lang", "signs.toml")
    return {fold(sign, language): code for code, signs in table.get(language, {}).items() for sign in signs}


@cache
def _not_names(language: str) -> frozenset[str]:
    """Surnames that are common words of the language."""
    return frozenset(fold(word, language) for word in _words_of("not_names.toml", language))


def _words_of(table: str, language: str) -> tuple[str, ...]:
    """The words of one language in a table that holds all languages."""
    return tuple(read_toml("lang", table)["words"].get(language, ()))


def _forms_for(names: Mapping[str, tuple[str, ...]], language: str) -> Iterator[str]:
    """Every form a newspaper of `language` might print: all Latin spellings for Latin scripts, else its own."""
    if language in LATIN:
        for latin in LATIN:
            yield from names.get(latin, ())
    else:
        yield from names.get(language, ())


def _first_last(known: Gazetteer, language: str) -> dict[tuple[str, str], str]:
    """First and last word of every full name that only one person bears: `Kevin [Joseph] Farrell`."""
    found: dict[tuple[str, str], set[str]] = {}
    for person in known.people.values():
        for form in _forms_for(person.names, language):
            words = [t.folded for t in tokenise(form, language, ())]
            if len(words) > 1:
                found.setdefault((words[0], words[-1]), set()).add(person.id)
    return {pair: min(ids) for pair, ids in sorted(found.items()) if len(ids) == 1}


def _stems(words: list[str], endings: tuple[str, ...]) -> Iterator[list[str]]:
    """Yield the words with a stem mark on each that may take an ending, in every combination, and on the last alone."""
    marked = [_stem_forms(word, endings) for word in words]
    yield from (list(forms) for forms in islice(product(*marked), MOST_STEMS))
    if len(words) > 1:
        for form in marked[-1]:
            yield [*words[:-1], form]


def _stem_forms(word: str, endings: tuple[str, ...]) -> list[str]:
    if len(word) < 4:
        return [word]
    short = [word[: -len(e)] for e in endings if len(e) <= 2 and word.endswith(e) and len(word) - len(e) >= 3]
    return ["~" + form for form in dict.fromkeys([word, *short])]
