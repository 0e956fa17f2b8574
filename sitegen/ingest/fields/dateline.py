"""The beginning of a first paragraph → the place it was sent from, the outlet it names, and its day."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sitegen.ingest.fields.dates import find_days, names_month
from sitegen.ingest.fields.places import is_country, is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import is_spaceless
from sitegen.model import Stamp

LONGEST = 90  # characters up to the dash
_LONGEST_SECOND = 45
_LONGEST_BEFORE = 4  # words of a name before its town
_DASH = re.compile(r"\s*(?:\s[–—-]{1,2}\s?|[–—]{1,2}\s?|\.\s?[–—-]{1,2}\s?|--\s?|(?<=\))\s?[–—-]\s?|(?<=\))\s*:\s|:\s)")
_BRACKET = re.compile(r"^[【〔\[［(（](?P<inner>[^】〕\]］)）]{2,40})[】〕\]］)）]")
_WIRE = re.compile(r"^[（(【]?(?P<head>[\u4e00-\u9fff·]{4,16})\d{1,2}月\d{1,2}日[电電讯訊]")
_PARENS = re.compile(r"\s*[(（](?P<inner>[^)）]{2,40})[)）]")
_DOT_DATE = re.compile(r"^(?P<place>[^\W\d_a-zа-яё][\w .-]{2,30}),\s*(?P<date>\d{1,2}\s\w{3,10}(?:\s\d{4})?)\.\s")
# "Lima, 4 de marzo (The Heron). ", "PUNE (The Heron): ", "पुणे (हेरॉन)। ": place, perhaps a day, and a name in brackets.
_BRACKETED = re.compile(
    r"^(?P<head>[^()（）.!?:]{2,60}\.?[^()（）.!?:]{0,12})\s*[(（/](?P<inner>[^()（）/]{2,40})[)）/]\s*(?:[.:।：]\s*[-–—]{0,2}\s*|[-–—]{1,2}\s*)"
)
_OPENING = re.compile(r"[(（/]")
# "(The Heron) - ": a name before all else.
_NAMED_FIRST = re.compile(
    r"^[(（\[](?P<inner>[^()（）\[\]]{3,40})[)）\]]\s*(?:[-–—.:]{1,2})\s*(?P<place>[^,.()–—-]{2,30}(?:,[^,.()–—-]{2,20})?\s[-–—]\s)?"
)
# "The Heron, Pune. ", "हेरॉन, पुणे। ": a name, its town and a full stop.
_NAMED_TOWN = re.compile(r"^(?P<name>[^,،.()।–—:]{3,40})[,،]\s(?P<town>[^,،.()।–—:]{2,30})[.।]\s")
# "PUNE, 4 March — Heron-Inform. ": the name between the dash and a full stop.
_STOPPED = re.compile(r"[«\"]?(?P<second>[^\s.:()–—«»][^.:()–—«»]{2,38})[»\"]?\.(?:\s|$)")
_PLACE = re.compile(r"^[^\W\d_][\w\u0900-\u0963 .'’/\u200c-]{1,44}$")
_RUSSIAN_PAIR = re.compile(r"[А-ЯЁ][а-яё]+ [а-яё]{3,}")
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
        # "【City＝Reporter】": no paper stands behind that sign alone, but before a reporter.
        is_reporter = any(sign in bracket["inner"] for sign in "＝=") and len(inner) < 3
        return Dateline((inner[0],), () if is_reporter else tuple(inner[1:2]), None, bracket.end())
    named = _bracketed(text, language)
    dotted = _DOT_DATE.match(text) if named is None else None
    if dotted:
        return Dateline((dotted["place"],), (), _day(dotted["date"], language), dotted.end())
    return named or _dashed(text, language) or _named(text, language)


def read_dateline_alone(text: str, language: str) -> Dateline | None:
    """Return the dateline that a line of its own is, or None: it names a place and a paper and no more."""
    bare = text.strip()
    found = read_dateline(f"{bare} ", language) if len(bare) <= LONGEST else None
    rest = bare[found.end :].strip() if found is not None else ""
    if found is None or (rest and not _is_time(rest, language) and not _is_second(rest, found)):
        return None
    names = (*found.bracketed, *filter(None, (found.second,)), *found.parts[1:])
    return found if names and any(is_place(part, language) for part in found.parts) else None


def _is_second(rest: str, found: Dateline) -> bool:
    return bool(found.second) and rest.strip(' .:«»"') == found.second


def _bracketed(text: str, language: str) -> Dateline | None:
    """Read "Lima, 4 de marzo (The Heron). ": a place that is known, or one in capitals, days, and nothing else."""
    head = text[:LONGEST]
    found = _BRACKETED.match(head) if _OPENING.search(head) else None
    if found is None:
        return None
    pieces = [piece.strip(" .*") for piece in re.split(r"[,،、]", found["head"])]
    parts = tuple(piece for piece in pieces if piece and not _is_time(piece, language) and not _begins_day(piece))
    is_day = len(parts) < len([piece for piece in pieces if piece])
    if not 1 <= len(parts) <= 2 or not all(_is_name(part) for part in parts):
        return None
    if not (is_place(parts[0], language) or parts[0].isupper() or is_day):
        return None
    return Dateline(parts, (found["inner"].strip(),), _day(found["head"], language), found.end())


def _named(text: str, language: str) -> Dateline | None:
    """Read "(The Heron) - " and "The Heron, Pune. ", which begin with a name."""
    first = _NAMED_FIRST.match(text[:LONGEST])
    if first is not None and _is_name(first["inner"]):
        place = (first["place"] or "").strip(" -–—").split(",")[0]
        known = (place,) if is_place(place, language) else ()
        return Dateline(known, (first["inner"].strip(),), None, first.end())
    town = _NAMED_TOWN.match(text[:LONGEST])
    if town is None or not _is_name(town["name"]) or len(town["name"].split()) > _LONGEST_BEFORE:
        return None
    # Where a name's last word is small no town is it: "Guaymas, Sonora. " is a town and its state.
    is_lone = len(town["town"].split()) == 1 and _is_capital(town["town"])
    is_town = is_place(town["town"], language) or (is_lone and town["name"].split()[-1][:1].islower())
    if not is_town or is_country(town["town"], language) or is_place(town["name"], language):
        return None
    return Dateline((town["town"], town["name"]), (), None, town.end())


def _is_capital(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()


def _begins_day(piece: str) -> bool:
    return piece[:1].isdigit() or piece.startswith(("le ", "el ", "il "))


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
    names = [piece.strip(" .*") for piece in re.split(r"[,،、/]", _PARENS.sub("", head))]
    parts = tuple(name for name in names if name and not _is_time(name, language) and not name[0].isdigit())
    if not parts or len(parts) > 3 or not all(_is_name(part) for part in parts):
        return None
    following = _DASH.search(text, dash.end(), dash.end() + _LONGEST_SECOND)
    second = text[dash.end() : following.start()].strip() if following else ""
    stopped = _STOPPED.match(text, dash.end()) if not second else None
    if stopped and (_is_name_throughout(stopped["second"]) or _is_russian_pair(stopped["second"])):
        second = stopped["second"]
    return Dateline(parts, bracketed, _day(head, language), dash.end(), second if _is_name(second) else "")


def _is_name(text: str) -> bool:
    """Return whether a part could be a place or an outlet: few words, capitalised where the script has capitals."""
    words = text.split()
    if not text or not _PLACE.match(text) or not 1 <= len(words) <= 5:
        return False
    capital = sum(word[:1].isupper() for word in words)
    return not _CASED.search(text) or (words[0][:1].isupper() and 2 * capital >= len(words)) or "." in text


def _is_name_throughout(text: str) -> bool:
    """Return whether each word of a name begins with a capital, or a hyphen holds two names together."""
    return _CASED.search(text) is not None and all(word[:1].isupper() for word in text.split()[:_LONGEST_BEFORE])


def _is_russian_pair(text: str) -> bool:
    """Return whether a text is two words as Russian names of papers are written, as sentences are, too: "Наш маяк"."""
    return _RUSSIAN_PAIR.fullmatch(text) is not None


def _is_time(text: str, language: str) -> bool:
    found = read_stamp(text, language)
    return (found is not None and not found.rest) or names_month(text, language)


def _day(text: str, language: str) -> Stamp | None:
    days = find_days(text, language)
    return Stamp(days[0].day, days[0].day.isoformat()) if days and not days[0].is_ambiguous else None
