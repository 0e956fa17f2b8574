"""A person's name → what a headline calls them: "Trump", "Prabowo", "Xi Jinping", "Mohammed bin Salman"."""

from __future__ import annotations

from sitegen.data.gazetteer import KnownPerson, gazetteer
from sitegen.locales.usage import Called, called
from sitegen.model import Person
from sitegen.plan.edition import SPACED_SCRIPTS, Edition
from sitegen.plan.scripts import script_of

DOTS = {"ja": "・", "zh": "·"}


def call(edition: Edition, person: Person, full: str) -> str:
    """Return the part of a full name that stands alone in a headline, or the whole where none surely does."""
    table = called()
    own = table.people.get(person.id, {})
    is_latin = script_of(full) == "Latn"
    if edition.code in own or ("" in own and is_latin):
        return own.get(edition.code) or own[""]
    if person.country in table.whole or len(_parts(edition, full)) == 1:
        return full if edition.code != "ja" or person.country != "JP" else _attested(edition, person, full) or full
    if person.country in table.given:
        return _parts(edition, full)[0] if is_latin else full
    known = gazetteer().people.get(person.id)
    if edition.code in SPACED_SCRIPTS:
        return _by_father(table, full, known) or _spaced(edition, table, person, full, known)
    return _last(edition, full, _words_in_english(known)) if known else full


def _spaced(edition: Edition, table: Called, person: Person, full: str, known: KnownPerson | None) -> str:
    if known is None:
        return full if person.country in table.either else _with_joined(table, full, 1)
    alone = _attested(edition, person, full)
    if alone and full.endswith(alone):
        return _with_joined(table, full, len(alone.split()))
    if alone or person.country in table.either:
        return alone or full
    count = _words_in_english(known)
    return _with_joined(table, full, count) if count else full


def _parts(edition: Edition, full: str) -> list[str]:
    return full.split() if edition.code in SPACED_SCRIPTS or " " in full else full.split(DOTS[edition.code])


def _attested(edition: Edition, person: Person, full: str) -> str:
    """Return a part of the name that the tables of people know alone; a first word only where that is the custom."""
    known = gazetteer().people.get(person.id)
    if known is None:
        return ""
    forms = (*known.names.get(edition.code, ())[1:], *known.names.get("en", ())[1:])
    inside = [form for form in forms if form != full and form in full]
    last = [form for form in inside if full.endswith(form)]
    if person.country in called().either:
        return next(iter([*(f for f in inside if full.startswith(f)), *last, *inside]), "")
    return next(iter(last), "")


def _words_in_english(known: KnownPerson | None) -> int:
    """Return of how many words the end of the name is that English prints alone ("Bagheri Kani": 2), 0 for none."""
    forms = known.names.get("en", ()) if known else ()
    alone = [form for form in forms[1:] if form != forms[0] and forms[0].endswith(f" {form}")]
    return len(alone[0].split()) if alone else 0


def _last(edition: Edition, full: str, count: int) -> str:
    parts = _parts(edition, full)
    return DOTS[edition.code].join(parts[-count:]) if 0 < count < len(parts) else full


def _with_joined(table: Called, full: str, count: int) -> str:
    """Return the last words with those before that belong to them: "de la Tour", "عبد اللهيان"."""
    words = full.split()
    start = max(len(words) - count, 0)
    while start > 1 and words[start - 1].casefold().strip("-'’") in table.joined:
        start -= 1
    return " ".join(words[start:])


def _by_father(table: Called, full: str, known: KnownPerson | None) -> str:
    """Return "Mohammed bin Salman", of the great families of the Gulf also where their name stands behind it."""
    words = full.split()
    at = next((i for i, word in enumerate(words) if i and word.casefold() in table.sons), 0)
    latin = (known.names.get("en", (full,)) if known else (full,))[0]
    is_of_family = latin.split()[-1].casefold().removeprefix("al-") in {name.casefold() for name in table.families}
    if not at:
        return " ".join(words[:2]) if is_of_family and len(words) > 3 else ""
    end = at + 3 if len(words) > at + 1 and words[at + 1] in table.joined else at + 2
    return " ".join(words[at - 1 : end]) if is_of_family or end >= len(words) else ""
