"""A name and its case → how it stands in a sentence of the edition: "au Caire", "in den USA", "Путина", "Putin’den".

The cases that patterns may ask for: `in` (where something happens), `into` (where someone goes), `of` (whose), `to`
(to whom), `from` (from whom), `acc` (whom or what one visits). A language has those that its table or its rules give.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sitegen.locales.usage import Usage
from sitegen.plan.edition import Edition
from sitegen.plan.inflect.russian import decline
from sitegen.plan.inflect.turkish import add_ending

_VOWEL = re.compile("[aeiouàáâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Noun:
    """A name with what decides its forms."""

    text: str
    sort: str  # person, country, body, city
    id: str
    is_woman: bool = False


_RULES: Mapping[str, tuple[tuple[str, ...], Callable[[Usage, str, Noun], str]]] = {
    "ru": (("of", "to", "in", "into"), lambda _, case, noun: decline(noun.text, case, noun.sort, noun.is_woman)),
    "tr": (("of", "to", "in", "from"), lambda usage, case, noun: add_ending(noun.text, case, usage.sounds)),
}


def cases_of(edition: Edition) -> tuple[str, ...]:
    """Return the cases that the patterns of an edition may ask for."""
    own = _RULES[edition.code][0] if edition.code in _RULES else ()
    return (*own, *edition.usage.cases)


def fill(edition: Edition, pattern: str, **values: Noun | Sequence[Noun] | str) -> str:
    """Return a pattern with its names; `%(a:of)s` is the name `a` in the case `of`, a row of nouns is joined."""
    found: dict[str, str] = {}
    for key, value in values.items():
        if isinstance(value, str):
            found[key] = value
            continue
        nouns = (value,) if isinstance(value, Noun) else value
        sides = edition.usage.signs.sides
        found[key] = sides.join(noun.text for noun in nouns)
        found |= {f"{key}:{case}": sides.join(in_case(edition, case, n) for n in nouns) for case in cases_of(edition)}
    return pattern % found


@lru_cache(maxsize=50_000)
def in_case(edition: Edition, case: str, noun: Noun) -> str:
    """Return a name in a case of the edition."""
    usage = edition.usage
    phrase = usage.phrases.get(case, {}).get(noun.id)
    if phrase:
        return phrase
    if edition.code in _RULES:
        return _RULES[edition.code][1](usage, case, noun)
    forms = usage.cases[case]
    article = usage.articles.get(noun.id) or usage.articles.get(noun.sort, "none")
    return forms[_before(noun.text, article, forms)].format(noun.text)


def _before(text: str, article: str, forms: Mapping[str, str]) -> str:
    """Return the class as the first letter changes it: "la" before a vowel is "l’", "de" is "d’", "a" is "ad"."""
    if article == "none":
        if "vowel" in forms and _VOWEL.match(text):
            return "vowel"
        return "vowel-a" if "vowel-a" in forms and text[:1] in "AÀÁ" else article
    return "l" if "l" in forms and article in ("le", "la", "il") and _VOWEL.match(text) else article
