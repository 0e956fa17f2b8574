"""Finds table entries in a row of tokens: one walk through a trie, endings and gaps included."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sitegen.extract.tokens import Token

GAP = "…"
MAX_GAP_WORDS = 6  # docs/reference/tables.md: up to six other words …
MAX_GAP_CHARACTERS = 12  # … or twelve characters where no spaces are written
MOST_BEGUN = 20_000  # words whose beginnings are kept: those of some hundred articles


@dataclass(frozen=True, slots=True)
class Entry:
    """What a table says about a phrase: `topic` is person, country, role, kind …; the others are its codes.

    `slot` says on which side somebody must stand beside the phrase, "before" or "behind", or that the sentence must end
    there, "end"; "" for no matter.
    """

    topic: str
    value: str
    detail: str = ""
    slot: str = ""


# Folded words and what they stand for: `stem*` for any ending, `~stem` for a name's endings, `…` for a gap.
Phrase = tuple[Sequence[str], Entry]


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry found in tokens `first` to `last` (inclusive)."""

    entry: Entry
    first: int
    last: int
    gap: int = 0  # how many other tokens stand between its own

    @property
    def length(self) -> int:
        """How many tokens it covers."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class _Node:
    exact: dict[str, _Node] = field(default_factory=dict)
    prefixes: dict[str, _Node] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)  # (gapped phrase, which part)


@dataclass(frozen=True, slots=True)
class Matcher:
    """A compiled table; beside it only what words it has seen begin with."""

    root: _Node
    gapped: tuple[tuple[Entry, int], ...]  # entry, number of parts
    adverbs: Mapping[
        str, tuple[tuple[str, ...], ...]
    ]  # first word → adverbs that may stand within entries, longest first
    begun: dict[tuple[str, ...], list[_Node]] = field(default_factory=dict)  # forms of a word → where it leads to

    def find(self, tokens: Sequence[Token], max_gap: int = MAX_GAP_WORDS) -> list[Hit]:
        """Return every hit in order of first token; overlapping ones are all there."""
        hits: list[Hit] = []
        parts: list[tuple[int, int, int, int]] = []
        behind = self._adverbs(tokens)
        for first, token in enumerate(tokens):
            nodes = self._begin(token)
            if nodes:
                _walk(nodes, tokens, first, behind, hits, parts)
        if parts:
            hits += _join(self.gapped, parts, max_gap)
        return sorted(dict.fromkeys(hits), key=lambda hit: (hit.first, -hit.last))

    def _begin(self, token: Token) -> list[_Node]:
        """The nodes that a word leads to; most words of a page stand on it, or on the next, again."""
        nodes = self.begun.get(token.forms)
        if nodes is None:
            if len(self.begun) >= MOST_BEGUN:
                self.begun.clear()
            nodes = self.begun[token.forms] = _children(self.root, token)
        return nodes

    def _adverbs(self, tokens: Sequence[Token]) -> dict[int, int]:
        """Where an adverb begins → the token behind the longest that does."""
        found = {}
        for at, token in enumerate(tokens):
            for words in self.adverbs.get(token.folded, ()):
                if words == tuple(t.folded for t in tokens[at : at + len(words)]):
                    found[at] = at + len(words)
                    break
        return found


def _walk(
    nodes: Iterable[_Node],
    tokens: Sequence[Token],
    first: int,
    adverbs: Mapping[int, int],
    hits: list[Hit],
    parts: list[tuple[int, int, int, int]],
) -> None:
    stack = [(node, first + 1) for node in nodes]
    while stack:
        node, at = stack.pop()
        if node.entries:
            hits += [Hit(entry, first, at - 1) for entry in node.entries]
        if node.parts:
            parts += [(phrase, number, first, at - 1) for phrase, number in node.parts]
        if node.exact or node.prefixes:
            while at < len(tokens):
                stack += [(child, at + 1) for child in _children(node, tokens[at])]
                at = adverbs.get(at, len(tokens))


def build_matcher(phrases: Iterable[Phrase], adverbs: Iterable[Sequence[str]] = ()) -> Matcher:
    """Return the matcher of these phrases; of several entries of one phrase all are found.

    Between the words of an entry `adverbs` may stand.
    """
    root = _Node()
    gapped: list[tuple[Entry, int]] = []
    for words, entry in phrases:
        if GAP not in words:
            _insert(root, words).entries.append(entry)
            continue
        parts = _split(words)
        for number, part in enumerate(parts):
            _insert(root, part).parts.append((len(gapped), number))
        gapped.append((entry, len(parts)))
    by_head: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted(adverbs, key=len, reverse=True):
        by_head.setdefault(words[0], []).append(tuple(words))
    return Matcher(root, tuple(gapped), {head: tuple(them) for head, them in by_head.items()})


def _insert(node: _Node, words: Sequence[str]) -> _Node:
    for word in words:
        if word.endswith("*"):
            node = node.prefixes.setdefault(word[:-1], _Node())
        else:
            node = node.exact.setdefault(word, _Node())
    return node


def _split(words: Sequence[str]) -> list[list[str]]:
    parts: list[list[str]] = [[]]
    for word in words:
        if word == GAP:
            parts.append([])
        else:
            parts[-1].append(word)
    return [part for part in parts if part]


def _children(node: _Node, token: Token) -> list[_Node]:
    found = [node.exact[form] for form in token.forms if form in node.exact]
    if node.prefixes:
        for form in token.forms:
            if form[0] == "~":
                continue
            found += [node.prefixes[form[:n]] for n in range(1, len(form) + 1) if form[:n] in node.prefixes]
    return found


def _join(gapped: Sequence[tuple[Entry, int]], parts: Iterable[tuple[int, int, int, int]], max_gap: int) -> list[Hit]:
    """The phrases whose parts follow one another within reach."""
    by_part: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for phrase, number, first, last in parts:
        by_part.setdefault((phrase, number), []).append((first, last))
    hits = []
    for phrase in sorted({phrase for phrase, number in by_part if number == 0}):
        entry, count = gapped[phrase]
        for first, last in by_part[phrase, 0]:
            end, gap = last, 0
            for number in range(1, count):
                part = _next_part(by_part.get((phrase, number), ()), end, max_gap)
                if part is None:
                    break
                gap += part[0] - end - 1
                end = part[1]
            else:
                hits.append(Hit(entry, first, end, gap))
    return hits


def _next_part(candidates: Iterable[tuple[int, int]], after: int, max_gap: int) -> tuple[int, int] | None:
    """The first and last token of the part that ends first within reach."""
    near = [(first, last) for first, last in candidates if after < first <= after + max_gap + 1]
    return min(near, key=lambda part: (part[1], part[0]), default=None)


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
