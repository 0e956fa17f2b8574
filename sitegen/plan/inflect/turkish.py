"""Turkish names → the same with an ending after an apostrophe, in harmony with their last vowel."""

from __future__ import annotations

from collections.abc import Mapping

_VOWELS = "aıoueiöü"
_FOLD = str.maketrans("âîûáéíóúàèìòùäëïãåøæ", "aiuaeiouaeiouaeiaaöe")
_NARROW = {"a": "ı", "ı": "ı", "o": "u", "u": "u", "e": "i", "i": "i", "ö": "ü", "ü": "ü"}
_WIDE = {"a": "a", "ı": "a", "o": "a", "u": "a", "e": "e", "i": "e", "ö": "e", "ü": "e"}
_VOICELESS = "fstkçşhpx"


def add_ending(text: str, case: str, sounds: Mapping[str, str]) -> str:
    """Return a name in a case: of (genitive), to (dative), in (locative), from (ablative).

    `sounds` says how a foreign name is said, where its letters would mislead.
    """
    said = sounds.get(text, text).replace("I", "ı").replace("İ", "i").casefold().translate(_FOLD)
    last = next((letter for letter in reversed(said) if letter in _VOWELS), "e")
    ends_in_vowel = said[-1:] in _VOWELS
    if case == "of":
        ending = ("n" if ends_in_vowel else "") + _NARROW[last] + "n"
    elif case == "to":
        ending = ("y" if ends_in_vowel else "") + _WIDE[last]
    else:
        ending = ("t" if said[-1:] in _VOICELESS else "d") + _WIDE[last] + ("n" if case == "from" else "")
    return f"{text}’{ending}"
