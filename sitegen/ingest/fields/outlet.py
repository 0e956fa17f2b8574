"""The outlet of an article, from every place of its page that names one; a name needs more than one weak sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.ingest.fields.echoes import count_echoes, is_same_name
from sitegen.ingest.fields.outlet_name import are_alike, is_acronym, is_something_else, tidy, weigh_words
from sitegen.ingest.fields.outlet_words import has_outlet_word
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon
from sitegen.ingest.stems import stems
from sitegen.model import Found

# Places that show a name as it is, the best first; sentences and quotations may inflect or shorten it.
_UNCHANGED = ("masthead", "line beside the date", "date line", "imprint", "copyright", "headline", "byline", "dateline")
_CASED = frozenset({"sentence", "quotation"})
ENOUGH = 0.5  # set on the pages of tests/cases/ingest: one strong sign, or two weak ones
_SUFFIX = re.compile(r"\s*(?P<mark>[|｜_]|\s[-–—]\s|::)\s*(?P<name>[^|｜_]{2,40})$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name that may be the outlet's, where it was seen, and how far that place speaks for it (0 to 1)."""

    name: str
    where: str
    weight: float
    line: int = -1  # Line.index of the line that shows it
    is_titled: bool = False  # written as names of papers are, with an article before it


def find_outlet(
    sightings: Iterable[Sighting], lexicon: Lexicon, frame: Sequence[Line] = (), topics: frozenset[str] = frozenset()
) -> Found | None:
    """Return the most likely outlet, or None where no sign is strong enough or only places and agencies are named.

    `frame` are the lines of the page that are not its text; `topics` the stems of the headline's words, of which names
    of papers are not made.
    """
    found = [s for s in sightings if s.name]
    others = {name for name in {s.name for s in found} if is_something_else(name, lexicon)}
    seen = [s for s in found if s.name not in others]
    best: tuple[float, Sighting] | None = None
    for sighting in seen:
        score = sighting.weight + weigh_words(sighting.name, lexicon) + _weigh_others(sighting, seen, frame, lexicon)
        score += 0.2 * sighting.is_titled - 0.3 * _is_topic(sighting.name, topics, lexicon)
        if score >= ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, sighting)
    if best is None:
        return None
    return Found("outlet", _base_form(best[1], seen, lexicon).name, best[1].where)


def _is_topic(name: str, topics: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a name is made of words of the headline: a kicker, no masthead."""
    words = stems([name])
    return bool(words) and words <= topics and not has_outlet_word(name, lexicon)


def _base_form(chosen: Sighting, seen: Sequence[Sighting], lexicon: Lexicon) -> Sighting:
    """Return the sighting of the same name that shows it best: whole, not in capitals, and where no case changes it."""
    key = key_of(chosen.name, lexicon.language)
    same = []
    for sighting in seen:
        other = key_of(sighting.name, lexicon.language)
        is_longer = sighting.where in _UNCHANGED and sighting.line != chosen.line
        if sighting.line == chosen.line and other != key and chosen.line >= 0:
            continue  # two readings of one line: the one chosen
        is_part = are_alike(key, other) and (len(other) <= len(key) + 5 or is_longer)
        if is_part or is_same_name(key, other, lexicon.language):
            same.append(sighting)
    shown = Counter(key_of(name, lexicon.language) for name, _ in {(s.name, s.line) for s in same})
    rank = {where: number for number, where in enumerate(_UNCHANGED)}
    is_cased = chosen.where in _CASED
    return min(
        same,
        key=lambda s: (
            s.name.isupper(),
            -min(shown[key_of(s.name, lexicon.language)], 2),
            s.where != "masthead" if not is_cased else rank.get(s.where, len(rank)),
            -s.weight,
            s.name,
        ),
        default=chosen,
    )


def _weigh_others(sighting: Sighting, seen: Sequence[Sighting], frame: Sequence[Line], lexicon: Lexicon) -> float:
    """Return how far the other places of the page that show the name speak for it."""
    if is_acronym(sighting.name) and sighting.where in ("sentence", "dateline"):
        return -0.5  # "Source: ABC", "(ABC)": an agency, unless the page itself bears the name
    key = key_of(sighting.name, lexicon.language)
    others = {s.where for s in seen if s.where != sighting.where and are_alike(key, key_of(s.name, lexicon.language))}
    echoes = count_echoes(sighting.name, sighting.line, frame, lexicon) if frame else 0.0
    return 0.4 * min(max(len(others), echoes), 2)


def split_suffix(title: str, lexicon: Lexicon) -> tuple[str, Sighting | None]:
    """Return a headline without the outlet's name behind it, and that name."""
    found = _SUFFIX.search(title)
    if found is None or (len(title[: found.start()].strip()) < 12 and not is_spaceless(title)):
        return title, None
    name = tidy(found["name"])
    is_strong = found["mark"].strip() in ("|", "｜", "_", "::")
    if not is_strong and not has_outlet_word(name, lexicon):
        return title, None
    if len(name.split()) > 5 and not has_outlet_word(name, lexicon):
        return title, None
    return title[: found.start()].strip(), Sighting(name, "headline", 0.5)
