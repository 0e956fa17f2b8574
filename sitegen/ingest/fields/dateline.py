"""The beginning of a first paragraph → the place it was sent from, the outlet it names, and its day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.ingest.fields.dates import find_days, names_month
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import is_spaceless
from sitegen.model import Stamp

LONGEST = 90  # characters up to the dash
_LONGEST_SECOND = 45
_DASH = re.compile(r"\s*(?:\s[–—-]{1,2}\s?|[–—]{1,2}\s?|\.\s?[–—-]{1,2}\s?|--\s?|(?<=\))\s?[–—-]\s?|(?<=\))\s*:\s|:\s)")
_BRACKET = re.compile(r"^[【\[［(（](?P<inner>[^】\]］)）]{2,40})[】\]］)）]")
_WIRE = re.compile(r"^[（(【]?(?P<head>[\u4e00-\u9fff·]{4,16})\d{1,2}月\d{1,2}日[电電讯訊]")
_PARENS = re.compile(r"\s*[(（](?P<inner>[^)）]{2,40})[)）]")
_DOT_DATE = re.compile(r"^(?P<place>[^\W\d_a-zа-яё][\w .-]{2,30}),\s*(?P<date>\d{1,2}\s\w{3,10}(?:\s\d{4})?)\.\s")
_PLACE = re.compile(r"^[^\W\d_][\w .'’/\u200c-]{1,44}$")
_CASED = re.compile(r"[A-Za-zА-Яа-яЁёÀ-ÿ]")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What stands before a first paragraph's text. `parts` are its names that are no day: places and outlets."""

    parts: tuple[str, ...]
    bracketed: tuple[str, ...]  # in parentheses: an agency, or the outlet
    day: Stamp | None
    end: int  # where the paragraph's own words begin
    second: str = ""  # what stands between its dash and another one: an agency, perhaps


def read_dateline(text: str, language: str) -> Dateline | None:
    """Return the dateline at the beginning of `text`, or None."""
    wire = _WIRE.match(text)
    if wire:
        return Dateline(_split_wire(wire["head"], language), (), None, wire.end())
    bracket = _BRACKET.match(text)
    if bracket and is_spaceless(text):
        inner = re.split(r"[=＝・,，、\s]", bracket["inner"])
        # "【City＝Reporter】": no paper stands behind that sign.
        names = () if "＝" in bracket["inner"] else tuple(inner[1:2])
        return Dateline((inner[0],), names, None, bracket.end())
    dotted = _DOT_DATE.match(text)
    if dotted:
        return Dateline((dotted["place"],), (), _day(dotted["date"], language), dotted.end())
    return _dashed(text, language)


def _split_wire(head: str, language: str) -> tuple[str, ...]:
    """Return outlet and place of "晨报河内5月14日电": the longest known place at the end, the outlet before it."""
    for size in range(min(8, len(head) - 2), 1, -1):
        if is_place(head[-size:], language):
            return (head[-size:], head[:-size])
    return (head,)


def _dashed(text: str, language: str) -> Dateline | None:
    dash = _DASH.search(text[:LONGEST])
    if dash is None or dash.start() < 3:
        return None
    head = text[: dash.start()]
    bracketed = tuple(m["inner"].strip() for m in _PARENS.finditer(head))
    names = [piece.strip(" .*") for piece in re.split(r"[,،、]", _PARENS.sub("", head))]
    parts = tuple(name for name in names if name and not _is_time(name, language) and not name[0].isdigit())
    if not parts or len(parts) > 3 or not all(_is_name(part) for part in parts):
        return None
    following = _DASH.search(text, dash.end(), dash.end() + _LONGEST_SECOND)
    second = text[dash.end() : following.start()].strip() if following else ""
    return Dateline(parts, bracketed, _day(head, language), dash.end(), second if _is_name(second) else "")


def _is_name(text: str) -> bool:
    """Return whether a part could be a place or an outlet: few words, capitalised where the script has capitals."""
    words = text.split()
    if not text or not _PLACE.match(text) or not 1 <= len(words) <= 5:
        return False
    capital = sum(word[:1].isupper() for word in words)
    return not _CASED.search(text) or (words[0][:1].isupper() and 2 * capital >= len(words)) or "." in text


def _is_time(text: str, language: str) -> bool:
    found = read_stamp(text, language)
    return (found is not None and not found.rest) or names_month(text, language)


def _day(text: str, language: str) -> Stamp | None:
    days = find_days(text, language)
    return Stamp(days[0].day, days[0].day.isoformat()) if days and not days[0].is_ambiguous else None
