"""A mention: a name, office or place in a sentence, with what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """Something named in a sentence. `candidates` are person ids; empty for an office without a known bearer."""

    kind: str  # person, office, country, body, city
    candidates: tuple[str, ...]
    text: str
    first: int
    last: int
    role: str | None = None
    country: str | None = None
    body: str | None = None
    city: str | None = None
    is_counterpart: bool = False
    is_metonym: bool = False  # a capital or palace that may stand for a government
    palace_in: str | None = None  # the city of a palace that is told as a place: "at the White House"
    is_located: bool = False  # a city with a word of place beside it: "in Doha", "to Doha"
    is_within: bool = False  # a city in which something was: "in Doha", not "to Doha"
    is_alone: bool = False  # one short word, a surname perhaps
    is_word: bool = False  # alone, and a common word of the language
    is_inhabitant: bool = False  # "the Frenchman", "iranien"
    guesses: tuple[str, ...] = ()  # words beside an office that may name its bearer in a spelling no table has
    is_owner: bool = False  # "Trump's envoy Witkoff": named only to say whose envoy
    is_spoken_of: bool = False  # "the death of President Raisi": takes no part, as his country may
    beside: tuple[str, ...] = ()  # folded capitalised words beside a lone name: "Brigitte" Macron
