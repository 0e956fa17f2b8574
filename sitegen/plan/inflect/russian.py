"""Russian names → their genitive and dative, and a place after its preposition, by the endings of the nominative.

After the Russian Grammar (Академическая грамматика, 1980) on proper names: names of women that end in a consonant, and
names that end in -о, -е, -и, -у, -ы, do not change. What the endings cannot tell stands in `sitegen/locales/ru.toml`.
"""

from __future__ import annotations

import re

from sitegen.plan.scripts import script_of

_HARD = "бвгджзклмнпрстфхцчшщ"
_AFTER_THEM_I = "гкхжчшщ"  # no ы after these
_CLUSTER = re.compile("[вф][бвгджзклмнпрстфхцчшщь]", re.IGNORECASE)  # в is во before these
_FEMININE_SOFT = frozenset(["астрахань", "беларусь", "казань", "пермь", "рязань", "сызрань", "тверь"])
_SURNAME_OF_WOMAN = re.compile("(?:[оеё]в|[иы]н)а$")
# genitive, dative, prepositional, accusative
_FORMS = ("of", "to", "in", "into")
_ENDINGS: tuple[tuple[re.Pattern[str], int, tuple[str, str, str, str]], ...] = (
    (re.compile("(?:ск|цк)ая$"), 2, ("ой", "ой", "ой", "ую")),
    (re.compile("ия$"), 1, ("и", "и", "и", "ю")),
    (re.compile(f"[{_AFTER_THEM_I}]а$"), 1, ("и", "е", "е", "у")),
    (re.compile(f"[{_HARD}]а$"), 1, ("ы", "е", "е", "у")),
    (re.compile("я$"), 1, ("и", "е", "е", "ю")),
    (re.compile("ий$"), 1, ("я", "ю", "и", "й")),
    (re.compile("й$"), 1, ("я", "ю", "е", "й")),
    (re.compile("ь$"), 1, ("я", "ю", "е", "ь")),
    (re.compile(f"[{_HARD}]$"), 0, ("а", "у", "е", "")),
)
_ADJECTIVES: dict[str, tuple[str, str, str, str]] = {
    "ая": ("ой", "ой", "ой", "ую"),
    "яя": ("ей", "ей", "ей", "юю"),
    "ый": ("ого", "ому", "ом", "ый"),
    "ий": ("ого", "ому", "ом", "ий"),
    "ой": ("ого", "ому", "ом", "ой"),
}


def decline(text: str, case: str, sort: str, is_woman: bool = False) -> str:
    """Return a name in a case: of (genitive), to (dative), in (where), into (where to)."""
    form = _FORMS.index(case)
    if sort == "person":
        return _decline_person(text, form, is_woman)
    declined = _decline_words(text, form)
    if case in ("in", "into"):
        return f"{'во' if _CLUSTER.match(declined) else 'в'} {declined}"
    return declined


def _decline_person(text: str, form: int, is_woman: bool) -> str:
    *before, last = text.split(" ")
    if script_of(last) != "Cyrl":
        return text
    if _SURNAME_OF_WOMAN.search(last) and (is_woman or re.search("[оеё]ва$", last)):
        return " ".join([*before, last[:-1] + "ой"])
    if is_woman and not last.endswith(("а", "я")):
        return text
    ending = "ого" if form == 0 else "ому"
    if re.search("(?:ск|цк|н)(?:ий|ой)$|ый$", last) and not is_woman:
        return " ".join([*before, last[:-2] + ending])
    return " ".join([*before, _decline_word(last, form)])


def _decline_words(text: str, form: int) -> str:
    words = text.split(" ")
    if script_of(text) != "Cyrl" or words[-1].isupper() or not _is_known(words):
        return text
    changed = [word[:-2] + _ADJECTIVES[word[-2:]][form] for word in words[:-1]]
    return " ".join([*changed, _decline_word(words[-1], form)])


def _is_known(words: list[str]) -> bool:
    """Whether all words before the noun are adjectives; of anything else the endings tell nothing."""
    return all(word[-2:] in _ADJECTIVES and len(word) > 4 for word in words[:-1])


def _decline_word(word: str, form: int) -> str:
    if word.casefold() in _FEMININE_SOFT:
        return word[:-1] + ("и", "и", "и", "ь")[form]
    for pattern, cut, endings in _ENDINGS:
        if pattern.search(word):
            return word[: len(word) - cut] + endings[form]
    return word[:-1] + ("", "ам", "ах", "ы")[form] if word.endswith("ы") and len(word) > 3 else word
