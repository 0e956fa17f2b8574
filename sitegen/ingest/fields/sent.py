"""Datelines and the initials at the head of a text → the outlet: "PUNE (The Heron) —", "(TSPN) …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.ingest.fields.dateline import Dateline
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_domain,
    is_like_person,
    tidy,
)
from sitegen.ingest.fields.outlet_words import has_outlet_word, without_desk
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.lines import is_spaceless
from sitegen.ingest.phrases import Lexicon

_INITIALS = re.compile(r"^\s*[(\[（]\s*([^\W\d_]{2,6})\s*[)\]）]")
_WIRED = re.compile(r"^(?![本综綜])([\u4e00-\u9fff]{2,10})(?:讯|訊|电|電)$")


def in_initials(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """Return those of `seen` whose initials stand in brackets before the text: "(TSPN) …" for Tin Sáng Phương Nam."""
    found = _INITIALS.match(text)
    if found is None:
        return []
    names = [s for s in seen if "".join(word[0] for word in s.name.split()).upper() == found[1].upper()]
    return [Sighting(s.name, "initials", s.weight, s.line) for s in names[:1]]


def in_dateline(dateline: Dateline | None, body: str, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the names of a dateline that may be the outlet: the one after the place, or one that is no place at all."""
    if dateline is None:
        return
    wired = _WIRED.match(dateline.parts[0]) if len(dateline.parts) == 1 and not dateline.bracketed else None
    if wired:
        yield Sighting(wired[1], "dateline", 0.5)  # "【晨报讯】"
        return
    first = dateline.parts[0] if dateline.parts else ""
    is_sent = not first or first.isupper() or is_place(first, lexicon.language)
    for number, part in enumerate(dateline.parts):
        if number > 0:
            weight = 0.55 if is_sent or not is_like_person(tidy(part), lexicon) else 0.2
            yield Sighting(tidy(part), "dateline", weight)
        elif len(dateline.parts) > 1 or part.isupper():
            is_before_town = len(dateline.parts) == 2 and not is_sent and is_place(dateline.parts[1], lexicon.language)
            yield Sighting(tidy(part), "dateline", 0.4 if is_before_town else 0.15)  # "Heron Siang, Jakarta --"
        elif len(part.split()) > 1:
            name = without_desk(tidy(part), lexicon)
            weight = 0.2 if part in body else 0.5
            yield Sighting(name, "dateline", weight, is_titled=name != tidy(part))  # "Political desk of The Heron"
        elif is_domain(part) or (is_spaceless(part) and has_outlet_word(part, lexicon)):
            yield Sighting(part, "dateline", 0.5)  # "〔晨報 記者林一／台北報導〕"
    yield from _behind_dash(dateline, body, lexicon, is_sent=is_sent)
    for part in dateline.bracketed:
        weight = 0.5 if is_sent or dateline.day else 0.3
        yield Sighting(tidy(part), "dateline", weight, is_titled=begins_with_article(tidy(part), lexicon))


def _behind_dash(dateline: Dateline, body: str, lexicon: Lexicon, *, is_sent: bool) -> Iterator[Sighting]:
    """Yield the name between the dash of a dateline and its end: "Наш маяк." is one, "Встреча началась." none."""
    name = tidy(dateline.second)
    is_small = " " in name and name.rsplit(maxsplit=1)[-1][0].islower()
    if name and (not is_small or has_outlet_word(name, lexicon)):
        weight = 0.5 if is_sent and dateline.second not in body else 0.2
        yield Sighting(name, "dateline", weight)
