"""What the lines of a page say about its article: outlet, author, place, days."""

from __future__ import annotations

import re
from collections.abc import Collection

from sitegen.ingest.clean.rules import Cleaned
from sitegen.ingest.fields import sightings
from sitegen.ingest.fields.byline import looks_like_name, read_byline
from sitegen.ingest.fields.dateline import Dateline, read_dateline
from sitegen.ingest.fields.declared import of_stamp
from sitegen.ingest.fields.outlet import Sighting, find_outlet, split_suffix
from sitegen.ingest.fields.outlet_name import has_outlet_word
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.phrases import Lexicon
from sitegen.model import Found

# Dropped lines in which a date is the page's own.
_DATED = ("stamp", "byline", "before-headline", "crumb")
_FIRST_NAME = re.compile(r"\s*[,|]\s*|\s+[–—-]\s+")


def gather_fields(cleaned: Cleaned, suffix: Sighting | None, words: Lexicon, have: Collection[str]) -> list[Found]:
    """Return the fields that the lines give and the source does not declare (`have` names those it does)."""
    first = next((line for line in cleaned.kept if line.is_text), None)
    dateline = read_dateline(first.text, words.language) if first else None
    found = _stamps(cleaned, dateline, words, have)
    if "outlet" not in have:
        found += _outlet(cleaned, dateline, suffix, words)
    outlet = next((f.value for f in found if f.name == "outlet"), "")
    found += _place(dateline, words, outlet)
    if "author" not in have:
        found += _author(cleaned, words, outlet)
    return found


def _author(cleaned: Cleaned, words: Lexicon, outlet: str) -> list[Found]:
    """Return the name that a byline gives, or else a bare name beside the date that is not the outlet's."""
    lines = [line.text.strip() for line, rule in cleaned.dropped if rule == "byline"]
    bylines = [read_byline(text, words) for text in lines]
    named = next((byline.name for byline in bylines if byline and byline.kind == "author" and byline.name), None)
    if named is not None:
        return [Found("author", named, "byline")]
    for text, byline in zip(lines, bylines, strict=True):
        is_name = byline is None and len(text.split()) > 1 and looks_like_name(text, words)
        if is_name and not has_outlet_word(text, words) and (not outlet or outlet not in text):
            return [Found("author", _FIRST_NAME.split(text)[0], "line beside the date")]
    return []


def _place(dateline: Dateline | None, words: Lexicon, outlet: str) -> list[Found]:
    if dateline is None or not dateline.parts:
        return []
    place = next((part for part in dateline.parts if is_place(part, words.language)), None)
    others = [part for part in dateline.parts if part.casefold() != outlet.casefold()]
    if place is None and others and (len(dateline.parts) > 1 or others[0].isupper()):
        place = others[0]
    return [Found("dateline", place, "dateline")] if place else []


def _stamps(cleaned: Cleaned, dateline: Dateline | None, words: Lexicon, have: Collection[str]) -> list[Found]:
    """Return published, modified and a lone weekday, from the lines that say so and from the dateline."""
    found: list[Found] = []
    for line, rule in cleaned.dropped:
        stamp = read_stamp(line.text, words.language) if rule in _DATED else None
        if stamp is not None:
            found += of_stamp(stamp)
    if dateline is not None and dateline.day is not None:
        found.append(Found("published", dateline.day.text, "dateline"))
    return [f for f in found if f.name not in have]


def _outlet(cleaned: Cleaned, dateline: Dateline | None, suffix: Sighting | None, words: Lexicon) -> list[Found]:
    kept, title = cleaned.kept, cleaned.title
    body = "\n".join(line.text[60:] if n == 0 else line.text for n, line in enumerate(kept))
    end = min(kept[0].index + 8, kept[-1].index) if kept else len(cleaned.dropped)
    if suffix is None and title is not None:
        suffix = split_suffix(title.text.strip(), words)[1]
    seen = [
        *sightings.in_dateline(dateline, body),
        *sightings.in_sentences((line for line, _ in cleaned.dropped), words),
        *sightings.in_legal((line for line, rule in cleaned.dropped if rule == "legal"), words),
        *sightings.in_captions((line for line, rule in cleaned.dropped if rule == "caption"), words),
        *sightings.in_head([d for d in cleaned.dropped if d[0].index < end], words, title.index if title else None),
        *([suffix] if suffix is not None else ()),
    ]
    result = find_outlet(seen, words)
    return [result] if result else []
