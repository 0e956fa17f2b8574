"""A line that says when a page was published or changed → its days, its time and zone, and what else stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale

from sitegen.ingest.fields.dates import Day, PartDay, find_days, find_month, find_part_day, soft
from sitegen.lang.table import reading_table
from sitegen.model import Stamp

LONGEST = 200  # characters of a line that can be a stamp
_LONGEST_UPDATE = 50  # characters of "Last updated at 13:45"
_ADDED = 12  # characters beside a time or a day without a year that are as good as nothing
_TIME = re.compile(
    r"(?<![\d.:€$£¥₹])([01]?\d|2[0-4])\s?(?:[:.]|h|時|时|點|点|ساعت)\s?([0-5]\d)(?:\s?分)?(?:[:.][0-5]\d(?:\.\d+)?)?(?![\d])"
)
_OFFSET = re.compile(
    r"(?<!\w)(?:gmt|utc|z)\s?([+-]\s?\d{1,2})?(?::?(\d\d))?(?!\w)|(?<=:\d\d)([+-](?:0\d|1[0-4])):?([0-5]\d)(?!\d)"
)
_AMERICAN = re.compile(r"(?<!\w)(?:e[sd]?t|c[sd]t|m[sd]t|p[sd]?t|america/\w+)(?!\w)")
_BRITISH = re.compile(r"(?<!\w)(?:gmt|bst|ist|aes?t|aedt|europe/\w+|asia/\w+|australia/\w+)(?!\w)")
_REGION = re.compile(r"(?<!\w)[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+(?!\w)")
_LONE_WEEKDAY = re.compile(r"^[^\W\d_]+(?:\s[^\W\d_]+)?\s*[|·,،–—-]|[|·,،–—-]\s*[^\W\d_]+(?:\s[^\W\d_]+)?$")
_SPLIT = re.compile(
    r"\s*(?:[|·•–—/»›>,،、;()\[\]\t\u3000]|\s-\s|\s{2,}|(?<![\w\u0900-\u097f])-|-(?![\w\u0900-\u097f])|:(?=\s|$)|：)\s*"
)


@dataclass(frozen=True, slots=True)
class StampLine:
    """What a line says about time; `rest` are the pieces of it that are no time: outlet, author, place."""

    published: Stamp | None
    modified: Stamp | None
    weekday: int | None  # Monday is 0
    rest: tuple[str, ...]
    is_ambiguous: bool
    is_relative: bool  # "2 hours ago", "June 2025": no day at all
    part: PartDay | None = None  # the day without a year, where no full day is named


@dataclass(frozen=True, slots=True)
class _Words:
    published: re.Pattern[str]
    modified: re.Pattern[str]
    ago: re.Pattern[str]
    ago_words: tuple[str, ...]  # of which a line that says so has one: its phrases begin with any word, and are slow
    fill: re.Pattern[str]
    weekday: re.Pattern[str]
    weekdays: dict[str, int]
    am: re.Pattern[str]
    pm: re.Pattern[str]
    zone: re.Pattern[str]
    zones: dict[str, str]


@lru_cache(maxsize=2048)
def read_stamp(line: str, language: str) -> StampLine | None:
    """Return what `line` says about time, or None where it names no day, weekday with a time, or span."""
    if len(line) > LONGEST:
        return None
    words = _words(language)
    text = soft(line)
    ago = words.ago.search(text) if any(word in text for word in words.ago_words) else None
    days = tuple(_settle(day, text, language) for day in find_days(line, language))
    weekday = words.weekday.search(text)
    if weekday and not days and _ends_name(weekday, line, words):
        weekday = None
    part = None if days or ago else _part_day(line, text, language, is_sure=weekday is not None)
    month = None if days or ago or part else find_month(line, language)
    is_month = month is not None and len(text) - (month[1] - month[0]) <= _ADDED
    is_update = len(text) <= _LONGEST_UPDATE and words.modified.match(text) is not None
    if not (days or ago or part or is_month or _is_clock(text, is_sure=weekday is not None, is_update=is_update)):
        return None
    mask = _Mask(text)
    if month is not None and is_month:
        mask.cover(*month)
    if part is not None:
        mask.cover(part.start, part.end)
    for day in days:
        mask.cover(day.start, day.end)
    zone = _zone(line, mask, words)
    times = mask.find(_TIME)
    stamps = [_stamp(day, days, times, text, zone, words) for day in days]
    roles = [_role(day, days, text, words) for day in days]
    mask.find(words.ago)
    _cover_weekdays(mask, line, words, is_dated=bool(days))
    mask.grow((words.am, words.pm), is_close=True)  # "Sa" behind a dash is the end of a name
    mask.grow((words.published, words.modified, words.fill))
    return StampLine(
        published=next((s for s, r in zip(stamps, roles, strict=True) if r == "published"), None),
        modified=next((s for s, r in zip(stamps, roles, strict=True) if r == "modified"), None),
        weekday=words.weekdays[" ".join(weekday[0].split())] if weekday else None,
        rest=_pieces(line, mask),
        is_ambiguous=any(day.is_ambiguous for day in days),
        is_relative=is_month or (ago is not None and not days),
        part=part,
    )


def _cover_weekdays(mask: _Mask, line: str, words: _Words, *, is_dated: bool) -> None:
    """Mark the weekdays as read; beside a date one that is a word of a name stays."""
    for found in words.weekday.finditer(soft(line)):
        if not (is_dated and _is_in_name(found, line, mask)):
            mask.cover(found.start(), found.end())


def _is_in_name(weekday: re.Match[str], line: str, mask: _Mask) -> bool:
    """Return whether a weekday is a word of a name: "Sunday Courier - 4 March", "Çarşı Pazar Postası - 25 Ocak"."""
    start, end = weekday.span()
    if not line[start].isupper() or end + 1 >= len(line) or line[end] != " " or mask.is_read[end + 1]:
        return False
    is_after_name = start == 0 or (start > 1 and line[start - 1] == " " and line[start - 2].isalpha())
    return line[end + 1].isupper() and is_after_name


def _ends_name(weekday: re.Match[str], line: str, words: _Words) -> bool:
    """Return whether a weekday is the last word of a name of two: "Sahel Dimanche", and no "Published Sunday"."""
    start, end = weekday.span()
    before = line[:start].split()
    if len(before) != 1 or end != len(line.rstrip()) or not line[start].isupper() or not before[0].isalpha():
        return False
    first = soft(before[0])
    said = any(pattern.fullmatch(first) for pattern in (words.published, words.modified, words.fill, words.ago))
    return before[0][0].isupper() and not before[0].isupper() and not said


def _part_day(line: str, text: str, language: str, *, is_sure: bool) -> PartDay | None:
    """Return a day without a year, where a weekday (`is_sure`) or a time stands beside it, or hardly anything."""
    found = find_part_day(line, language) if any(map(str.isdigit, text)) else None
    if found is None or is_sure or len(text) - (found.end - found.start) <= _ADDED or _TIME.search(text):
        return found
    return None


def _is_clock(text: str, *, is_sure: bool, is_update: bool) -> bool:
    """Return whether a line without a day is about the time all the same.

    A weekday (`is_sure`) with a time, a time before all, or one behind "last updated" (`is_update`).
    """
    if is_sure and (len(text) < 16 or _LONE_WEEKDAY.search(text)):
        return True
    clock = _TIME.search(text)
    if clock is None:
        return False
    return is_sure or is_update or clock.start() <= 1 or len(text) - (clock.end() - clock.start()) <= _ADDED


def _settle(day: Day, text: str, language: str) -> Day:
    """Return a day that could be read in two ways as the one that the weekday or the zone beside it means."""
    if not day.is_ambiguous:
        return day
    other = day.day.replace(month=day.day.day, day=day.day.month)
    words = _words(language)
    weekday = words.weekday.search(text)
    if weekday:
        number = words.weekdays[" ".join(weekday[0].split())]
        fits = [d for d in (day.day, other) if d.weekday() == number]
    else:
        # American zones write the month first, those of London, Delhi and Sydney the day.
        fits = [other] if _AMERICAN.search(text) else [day.day] if _BRITISH.search(text) else []
    return Day(day.start, day.end, fits[0]) if len(fits) == 1 else day


class _Mask:
    """Which characters of a line have been read."""

    __slots__ = ("is_read", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.is_read = bytearray(len(text))

    def cover(self, start: int, end: int) -> None:
        self.is_read[start:end] = b"\1" * (end - start)

    def find(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """Cover and return the matches of `pattern` in what has not been read yet."""
        found = [m for m in pattern.finditer(self.text) if not any(self.is_read[m.start() : m.end()])]
        for m in found:
            self.cover(m.start(), m.end())
        return found

    def grow(self, patterns: Iterable[re.Pattern[str]], *, is_close: bool = False) -> None:
        """Cover the matches that stand beside what has been read, with no letter or digit, or only spaces, between."""
        waiting = sorted((m.span() for p in patterns for m in p.finditer(self.text)), key=lambda s: (s[0], -s[1]))
        for spans in (waiting, waiting[::-1], waiting):
            for start, end in spans:
                if self._touches(start, end, is_close=is_close):
                    self.cover(start, end)

    def _touches(self, start: int, end: int, *, is_close: bool) -> bool:
        is_between = str.isspace if is_close else _is_no_letter
        before, after = start - 1, end
        while before >= 0 and not self.is_read[before] and is_between(self.text[before]):
            before -= 1
        while after < len(self.text) and not self.is_read[after] and is_between(self.text[after]):
            after += 1
        return (before >= 0 and bool(self.is_read[before])) or (after < len(self.text) and bool(self.is_read[after]))


def _is_no_letter(char: str) -> bool:
    return not char.isalnum()


def _pieces(line: str, mask: _Mask) -> tuple[str, ...]:
    left = "".join("\t" if read else char for char, read in zip(line, mask.is_read, strict=True))
    pieces = (piece.strip(" \t.,:;|-–—*_()[]") for piece in _SPLIT.split(left))
    return tuple(piece for piece in pieces if any(char.isalpha() for char in piece))


def _role(day: Day, days: Iterable[Day], text: str, words: _Words) -> str:
    """Return published or modified for a day: by the nearest word before it, or after it at the end of the line."""
    begin = max((other.end for other in days if other.end <= day.start), default=0)
    before = text[begin : day.start]
    changed = max((m.end() for m in words.modified.finditer(before)), default=-1)
    issued = max((m.end() for m in words.published.finditer(before)), default=-1)
    return "modified" if changed > issued or (changed == issued and changed >= 0) else "published"


def _stamp(day: Day, days: tuple[Day, ...], times: list[re.Match[str]], text: str, zone: str, words: _Words) -> Stamp:
    """Return the day with the time that stands nearest to it: after it, or else before it."""
    following = min((d.start for d in days if d.start >= day.end), default=len(text))
    preceding = max((d.end for d in days if d.end <= day.start), default=0)
    after = [t for t in times if day.end <= t.start() < following]
    before = [t for t in times if preceding <= t.start() < day.start]
    if not after and (not before or len(days) > 1):
        return Stamp(day.day, day.day.isoformat())
    time = after[0] if after else before[-1]
    hour, minute = _hour(time, text, words) % 24, int(time[2])
    moment = datetime(day.day.year, day.day.month, day.day.day, hour, minute)  # noqa: DTZ001 - the zone follows as text
    return Stamp(day.day, moment.isoformat(timespec="minutes") + (_offset(zone, moment) if zone else ""))


def _hour(time: re.Match[str], text: str, words: _Words) -> int:
    hour = int(time[1])
    around = text[max(0, time.start() - 12) : time.start()], text[time.end() : time.end() + 12]
    if hour < 12 and _stands_beside(words.pm, around):
        return hour + 12
    return 0 if hour == 12 and _stands_beside(words.am, around) else hour


def _stands_beside(pattern: re.Pattern[str], around: tuple[str, str]) -> bool:
    """Return whether a word stands right after a time, or right before it."""
    before = around[0].rstrip()
    return bool(pattern.match(around[1].lstrip())) or any(m.end() >= len(before) for m in pattern.finditer(before))


def _zone(line: str, mask: _Mask, words: _Words) -> str:
    """Return the zone of a line: an offset such as "+07:00", or the IANA name of a region; "" where none is given."""
    for region in _REGION.finditer(line):
        if not any(mask.is_read[region.start() : region.end()]) and _region(region[0]) is not None:
            mask.cover(region.start(), region.end())
            return region[0]
    offsets = mask.find(_OFFSET)
    named = mask.find(words.zone)
    for m in offsets:
        hours, minutes = m[1] or m[3] or "+00", m[2] or m[4] or "00"
        hours = hours.replace(" ", "")
        return f"{hours[0]}{int(hours[1:]):02d}:{minutes}"
    return words.zones[named[0][0]] if named else ""


def _offset(zone: str, moment: datetime) -> str:
    region = _region(zone) if "/" in zone else None
    if region is None:
        return zone
    delta = moment.replace(tzinfo=region).utcoffset() or timedelta()
    text = datetime(2000, 1, 1, tzinfo=timezone(delta)).strftime("%z")
    return f"{text[:3]}:{text[3:5]}"


@cache
def _region(name: str) -> ZoneInfo | None:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


@cache
def _words(language: str) -> _Words:
    tables = [reading_table(language).stamp] + ([reading_table("en").stamp] if language != "en" else [])
    zones = {soft(name): offset for table in reversed(tables) for name, offset in table.zones.items()}
    weekdays = _weekdays(language)
    return _Words(
        published=_pattern(w for t in tables for w in t.published),
        modified=_pattern(w for t in tables for w in t.modified),
        ago=_pattern((w for t in tables for w in t.ago), is_counted=True),
        ago_words=_longest_words(w for t in tables for w in t.ago),
        fill=_pattern(w for t in tables for w in t.fill),
        weekday=_pattern(weekdays),
        weekdays=weekdays,
        am=_pattern(w for t in tables for w in t.am),
        pm=_pattern(w for t in tables for w in t.pm),
        zone=_pattern(zones),
        zones=zones,
    )


def _weekdays(language: str) -> dict[str, int]:
    names: dict[str, int] = {}
    for code in dict.fromkeys(("en", language)):
        locale = Locale.parse(code)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.days[context][width].items():
                    if len(name) > 1:
                        names[soft(name).rstrip(".")] = number
        for number, forms in enumerate(reading_table(code).stamp.weekdays):
            names.update({soft(form): number for form in forms})
    return names


def _longest_words(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return the longest word of each phrase, without those that hold another one."""
    longest = {max(soft(phrase).replace("{n}", " ").split(), key=len) for phrase in phrases}
    return tuple(sorted(word for word in longest if not any(other in word for other in longest - {word})))


def _pattern(words: Iterable[str], *, is_counted: bool = False) -> re.Pattern[str]:
    """Compile whole words (characters, in scripts without spaces); "{n}" stands for a number where one is counted."""
    sources = []
    for word in sorted({soft(w) for w in words}, key=lambda w: (-len(w), w)):
        source = re.escape(word).replace(r"\ ", r"\s+")
        if is_counted:
            source = source.replace(r"\{n\}", r"(?:\d{1,3}|\w{1,9})")
        is_whole = not "\u3040" <= word[0] <= "\u9fff" and not word.startswith("{")
        if is_whole and word[0].isalnum():
            # The first letter before the look behind it: the search then tries no other place.
            source = f"{word[0]}(?<![\\w\u0900-\u0963]{word[0]}){source[1:]}"  # Hindi marks are no \\w
        sources.append(source + r"(?!\w)" * (is_whole and word[-1].isalnum()))
    return re.compile("|".join(sources) or r"(?!)")
