"""`reading.toml` of a language → Lexicon: its phrases compiled, looked up by where a word begins."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from sitegen.fold import fold
from sitegen.lang.table import Reading, reading_table

SPACELESS = ("zh", "ja")
# Pages of every language carry buttons and boxes in English, and neighbours share theirs.
_ALSO = {"ms": ("en", "id"), "id": ("en", "ms"), "en": ()}
MARKS = ":>»›|–—-•▶►→·】』」〉》＞］)]/=～~"
_STARTS = re.compile(r"(?<!\w)\S|[\u3040-\u9fff]|(?<=[\u3040-\u9fff])\S")
_LEADING = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; `name` is the leftover it belongs to, `needs_mark` says that a colon or dash must follow."""

    name: str
    literal: str  # what it begins with, up to an open ending or gap
    source: str  # of its pattern
    length: int
    needs_mark: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern, made when a line first begins like the phrase: most phrases never see one."""
        return _compile(self.source)


@cache
def _compile(source: str) -> re.Pattern[str]:
    return re.compile(source)


Index: TypeAlias = dict[str, list[Phrase]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of one language, with those of English and of its neighbours."""

    language: str
    tables: tuple[Reading, ...]  # its own first
    line: Index
    label: Index
    start: Index
    part: Index
    names: Index  # words that may stand in a crumb or a bar of sections
    open: Index
    things: Index


@cache
def lexicon(language: str) -> Lexicon:
    """Return the compiled phrases of `language`. Raises TableError where a table is broken."""
    tables = (reading_table(language), *(reading_table(code) for code in _ALSO.get(language, ("en",))))
    modes: dict[str, Index] = {mode: {} for mode in ("line", "label", "start", "part")}
    names: Index = {}
    opens: Index = {}
    things: Index = {}
    for table in tables:
        for leftover, phrases in table.leftovers.items():
            for mode, index in modes.items():
                add(index, getattr(phrases, mode), leftover, table.code)
        add(modes["line"], table.fillers, "", table.code)
        add(names, (*table.home, *table.sections, *table.kickers), "section", table.code)
        add(opens, table.appeal_open, "appeal", table.code)
        add(things, table.appeal_things, "appeal", table.code)
    for index in (*modes.values(), names, opens, things):
        for bucket in index.values():
            bucket.sort(key=lambda p: (-p.length, p.name, p.source))
    return Lexicon(language, tables, **modes, names=names, open=opens, things=things)


def add(index: Index, phrases: Iterable[str], name: str, language: str) -> None:
    """Enter `phrases` of `language` into `index`."""
    for written in phrases:
        needs_mark = written.endswith(":") and len(written) > 1
        folded = [fold(piece, language) for piece in written.removesuffix(":").split("…")]
        gap = r".{0,12}?" if language in SPACELESS else r"(?:\W+[\w']+){0,6}?\W+"
        source = gap.join(_piece(piece.strip()) for piece in folded)
        first = folded[0].strip()
        if not first:
            continue
        before = r"(?<!\w)" if first[0].isalnum() and language not in SPACELESS else ""
        after = r"(?!\w)" if folded[-1][-1:].isalnum() and language not in SPACELESS else ""
        literal = " ".join(first.partition("*")[0].split())
        phrase = Phrase(name, literal, before + source + after, len("".join(folded)), needs_mark)
        index.setdefault(first[:2].rstrip("*"), []).append(phrase)


def _piece(text: str) -> str:
    return re.escape(text).replace(r"\*", r"\w*").replace(r"\ ", r"\s+")


def match_at(index: Index, key: str, position: int) -> tuple[Phrase, int] | None:
    """Return the longest phrase of `index` that stands at `position`, and where it ends."""
    head = key[position : position + 2]
    for begin in (head, head[:1]):
        bucket = index.get(begin)
        if bucket is None:
            continue
        for phrase in bucket:
            if key.startswith(phrase.literal, position):
                found = phrase.pattern.match(key, position)
                if found:
                    return phrase, found.end()
    return None


def find(index: Index, key: str) -> Phrase | None:
    """Return a phrase that stands anywhere in `key`: at words, signs, and characters of a script without spaces."""
    for start in _STARTS.finditer(key):
        position = start.start()
        if key[position : position + 2] in index or key[position] in index:
            found = match_at(index, key, position)
            if found:
                return found[0]
    return None


def head_of(key: str) -> int:
    """Return where the words of a line begin, after bullets, arrows, quotes and brackets."""
    found = _LEADING.match(key)
    return found.end() if found and found.end() < len(key) else 0


def cover(index: Index, key: str) -> str | None:
    """Return the name of the first phrase if phrases, digits and signs make up the whole of `key`, else None."""
    position, name = 0, None
    while position < len(key):
        found = match_at(index, key, position)
        if found and found[1] > position:
            name = name or found[0].name or None
            position = found[1]
        elif key[position].isalpha():
            return None
        else:
            position += 1
    return name
