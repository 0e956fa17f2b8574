"""The outlet of an article, from every place of its page that names one; a name needs more than one weak sign."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sitegen.ingest.fields.outlet_name import (
    are_alike,
    has_outlet_word,
    is_acronym,
    is_something_else,
    tidy,
    weigh_words,
)
from sitegen.ingest.lines import is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon
from sitegen.model import Found

ENOUGH = 0.5  # set on the pages of tests/cases/ingest: one strong sign, or two weak ones
_SUFFIX = re.compile(r"\s*(?P<mark>[|｜_]|\s[-–—]\s|::)\s*(?P<name>[^|｜_]{2,40})$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name that may be the outlet's, where it was seen, and how far that place speaks for it (0 to 1)."""

    name: str
    where: str
    weight: float


def find_outlet(sightings: Iterable[Sighting], lexicon: Lexicon) -> Found | None:
    """Return the most likely outlet, or None where no sign is strong enough or only places and agencies are named."""
    seen = [s for s in sightings if s.name and not is_something_else(s.name, lexicon)]
    best: tuple[float, Sighting] | None = None
    for sighting in seen:
        score = sighting.weight + weigh_words(sighting.name, lexicon) + _weigh_others(sighting, seen, lexicon)
        if score >= ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, sighting)
    if best is None:
        return None
    key = key_of(best[1].name, lexicon.language)
    same = [s for s in seen if are_alike(key, key_of(s.name, lexicon.language)) and len(s.name) <= len(key) + 5]
    shown = min(same, key=lambda s: (s.name.isupper(), s.where != "masthead", -s.weight, s.name), default=best[1])
    return Found("outlet", shown.name, best[1].where)


def _weigh_others(sighting: Sighting, seen: Sequence[Sighting], lexicon: Lexicon) -> float:
    """Return how far the other places of the page that show the name speak for it."""
    if is_acronym(sighting.name) and sighting.where in ("sentence", "dateline"):
        return -0.5  # "Source: ABC", "(ABC)": an agency, unless the page itself bears the name
    key = key_of(sighting.name, lexicon.language)
    others = {s.where for s in seen if s.where != sighting.where and are_alike(key, key_of(s.name, lexicon.language))}
    return 0.4 * min(len(others), 2)


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
