"""Finds table entries in a row of tokens: one walk through a trie, endings and gaps included."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from sitegen.extract.tokens import Token

GAP = "…"
MAX_GAP_WORDS = 6  # docs/reference/tables.md: up to six other words …
MAX_GAP_CHARACTERS = 12  # … or twelve characters where no spaces are written


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table says about a phrase: `topic` is person, country, role, kind …; `value` and `detail` are its codes."""

    topic: str
    value: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in tokens `first` to `last` (inclusive)."""

    entry: Entry
    first: int
    last: int

    @property
    def length(self) -> int:
        return self.last - self.first + 1


@dataclass(slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)  # (gapped phrase, which part)


@dataclass(slots=True)
class Matcher:
    """A compiled table. Built once a language, then only read."""

    root: _Node = field(default_factory=_Node)
    gapped: list[tuple[Entry, int]] = field(default_factory=list)  # entry, number of parts

    def add(self, words: Sequence[str], entry: Entry) -> None:
        """Add a phrase: folded words, `stem*` for any ending, `~stem` for a name's endings, `…` for a gap."""
        if GAP not in words:
            self._insert(words).entries.append(entry)
            return
        parts = _split(words)
        self.gapped.append((entry, len(parts)))
        for number, part in enumerate(parts):
            self._insert(part).parts.append((len(self.gapped) - 1, number))

    def _insert(self, words: Sequence[str]) -> _Node:
        node = self.root
        for word in words:
            if word.endswith("*"):
                node = node.prefixes.setdefault(word[:-1], _Node())
            else:
                node = node.exact.setdefault(word, _Node())
        return node

    def find(self, tokens: Sequence[Token], max_gap: int = MAX_GAP_WORDS) -> list[Hit]:
        """Return every hit in order of first token; overlapping ones are all there."""
        hits: list[Hit] = []
        parts: list[tuple[int, int, int, int]] = []
        for first in range(len(tokens)):
            self._walk(tokens, first, hits, parts)
        if parts:
            hits += self._join(parts, max_gap)
        return sorted(dict.fromkeys(hits), key=lambda hit: (hit.first, -hit.last))

    def _walk(
        self, tokens: Sequence[Token], first: int, hits: list[Hit], parts: list[tuple[int, int, int, int]]
    ) -> None:
        stack = [(self.root, first)]
        while stack:
            node, at = stack.pop()
            if at > first:
                hits += [Hit(entry, first, at - 1) for entry in node.entries]
                parts += [(phrase, number, first, at - 1) for phrase, number in node.parts]
            if at < len(tokens):
                stack += [(child, at + 1) for child in _children(node, tokens[at])]

    def _join(self, parts: list[tuple[int, int, int, int]], max_gap: int) -> list[Hit]:
        by_part: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for phrase, number, first, last in parts:
            by_part.setdefault((phrase, number), []).append((first, last))
        hits = []
        for phrase in sorted({phrase for phrase, number in by_part if number == 0}):
            entry, count = self.gapped[phrase]
            for first, last in by_part[phrase, 0]:
                end = last
                for number in range(1, count):
                    end = _next_end(by_part.get((phrase, number), ()), end, max_gap)
                    if end < 0:
                        break
                if end >= 0:
                    hits.append(Hit(entry, first, end))
        return hits


def _children(node: _Node, token: Token) -> list[_Node]:
    found = [node.exact[form] for form in token.forms if form in node.exact]
    if node.prefixes:
        for form in token.forms:
            if form[0] == "~":
                continue
            found += [node.prefixes[form[:n]] for n in range(1, len(form) + 1) if form[:n] in node.prefixes]
    return found


def _next_end(candidates: Iterable[tuple[int, int]], after: int, max_gap: int) -> int:
    ends = [last for first, last in candidates if after < first <= after + max_gap + 1]
    return min(ends, default=-1)


def _split(words: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word == GAP:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def longest(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits of which none overlaps another, the longer before the shorter; equal spans all stay."""
    kept: list[Hit] = []
    taken: dict[int, tuple[int, int]] = {}
    for hit in sorted(hits, key=lambda h: (-h.length, h.first)):
        span = (hit.first, hit.last)
        if all(taken.get(at, span) == span for at in range(hit.first, hit.last + 1)):
            kept.append(hit)
            taken.update(dict.fromkeys(range(hit.first, hit.last + 1), span))
    return sorted(kept, key=lambda hit: (hit.first, hit.entry.topic, hit.entry.value, hit.entry.detail))
