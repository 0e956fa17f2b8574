"""What the lines of a page say about its article: outlet, author, place, days."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from sitegen.ingest.clean.rules import Cleaned
from sitegen.ingest.fields.byline import looks_like_name, read_byline
from sitegen.ingest.fields.dateline import Dateline, read_dateline, read_dateline_alone
from sitegen.ingest.fields.dates import find_days
from sitegen.ingest.fields.declared import of_stamp
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_words import has_outlet_word
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.shown_outlet import find_shown_outlet
from sitegen.ingest.fields.stamp import StampLine, read_stamp
from sitegen.ingest.lines import Line
from sitegen.ingest.phrases import Lexicon
from sitegen.model import Dropped, Found

_NEAR = 7  # days
# Dropped lines in which a date is the page's own.
_DATED = ("stamp", "byline", "before-headline", "crumb")
# Where no line is one: rules whose lines may hold the page's day beside something else, and those of the head.
_DATELINES = ("stamp", "byline", "before-headline", "before-text", "repeated")
_DATING = ("legal", "before-text")
_SLOGANS = ("newsletter", "about", "programme", "legal", "navigation", "tools", "media")
_LONGEST_DATED = 160
_FIRST_NAME = re.compile(r"\s*[,|]\s*|\s+[–—-]\s+")


def gather_fields(
    cleaned: Cleaned,
    suffix: Sighting | None,
    words: Lexicon,
    have: Collection[str],
    aside: Iterable[Dropped] = (),
    declared: Iterable[str] = (),
) -> list[Found]:
    """Return the fields that the lines give and the source does not declare (`have` names those it does).

    `aside` is what the reader of the format has left out, `declared` what it has read in the lines of the author and
    the date: they may name the outlet, too.
    """
    first = next((line for line in cleaned.kept if line.is_text), None)
    dateline = _dateline_alone(cleaned, words) or (read_dateline(first.text, words.language) if first else None)
    aside = tuple(aside)
    found = _stamps(cleaned, dateline, words, have, aside)
    if "outlet" not in have:
        found += find_shown_outlet(cleaned, dateline, suffix, words, aside, declared)
    outlet = next((f.value for f in found if f.name == "outlet"), "")
    found += _place(dateline, words, outlet)
    if "author" not in have:
        found += _author(cleaned, words, outlet)
    return found


def _dateline_alone(cleaned: Cleaned, words: Lexicon) -> Dateline | None:
    """Return the dateline that stands on a line of its own before the text."""
    first = next((line.index for line in cleaned.kept if line.is_text), 0)
    lines = [line for line, rule in cleaned.dropped if line.index < first and rule in _DATELINES]
    lines += [line for line in cleaned.kept if line.index < first]
    return next(filter(None, (read_dateline_alone(line.text, words.language) for line in lines)), None)


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


def _stamps(
    cleaned: Cleaned, dateline: Dateline | None, words: Lexicon, have: Collection[str], aside: Iterable[Dropped]
) -> list[Found]:
    """Return published, modified and a lone weekday, from the lines that say so and from the dateline."""
    found: list[Found] = []
    first = cleaned.kept[0].index if cleaned.kept else 0
    stamps = [
        (line, stamp)
        for line, rule in cleaned.dropped
        if rule in _DATED and (stamp := read_stamp(line.text, words.language)) is not None
    ]
    for _, stamp in stamps:
        found += of_stamp(stamp)
    if dateline is not None and dateline.day is not None:
        found.append(Found("published", dateline.day.text, "dateline"))
    if not any(f.name == "published" for f in found):
        found += _only_updated([(line, stamp) for line, stamp in stamps if line.index < first])
    if not any(f.name in ("published", "modified") for f in found):
        found += _completed([stamp for _, stamp in stamps], cleaned, words.language)
    if not any(f.name in ("published", "modified") for f in found):
        found += _in_frame(cleaned, aside, words.language)
    return [f for f in found if f.name not in have]


def _only_updated(head: Iterable[tuple[Line, StampLine]]) -> list[Found]:
    """Return the day of "Updated: …" in the head as the page's own, where it shows no other.

    "Last modified" is said of a file, and no newsroom says it.
    """
    for line, stamp in head:
        if stamp.modified is not None and not stamp.is_ambiguous and "last modified" not in line.text.casefold():
            return [Found("published", stamp.modified.text, "line of the update")]
    return []


def _in_frame(cleaned: Cleaned, aside: Iterable[Dropped], language: str) -> list[Found]:
    """Return the only full day of the lines around the text that are the page's own: of a slogan, of its rights.

    Two different days are of two things, and neither is surely the article's.
    """
    first = cleaned.kept[0].index if cleaned.kept else 0
    texts = [
        line.text
        for line, rule in cleaned.dropped
        if (rule in _DATING or (rule in _SLOGANS and line.index < first)) and len(line.text) <= _LONGEST_DATED
    ]
    texts += [d.text for d in aside if d.rule == "page-before" and len(d.text) <= _LONGEST_DATED]
    days = {found.day: found for text in texts for found in find_days(text, language) if not found.is_ambiguous}
    return [Found("published", day.isoformat(), "line around the text") for day in days] if len(days) == 1 else []


def _completed(stamps: Iterable[StampLine], cleaned: Cleaned, language: str) -> list[Found]:
    """Return a day without a year in the year of a full day of the page within a week of it."""
    part = next((stamp.part for stamp in stamps if stamp.part is not None), None)
    if part is None:
        return []
    lines = [*cleaned.kept, *(line for line, _ in cleaned.dropped)]
    for full in (found.day for line in lines for found in find_days(line.text[:400], language)):
        day = part.in_year_of(full)
        if day is not None and abs((day - full).days) <= _NEAR:
            return [Found("published", day.isoformat(), "date line, its year from the text")]
    return []
