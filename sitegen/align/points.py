"""Links between the reports of an event → points: what one or more of them say, and where they differ in saying it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations

from sitegen.align.differences import find_differences
from sitegen.align.profile import Profile
from sitegen.model import Difference, Link, Passage, Point

NEAR = 2  # sentences of one report that tell one point stand at most this far apart


def make_points(
    passages: Sequence[Passage], links: Iterable[Link], profiles: Mapping[Passage, Profile], sources: Mapping[str, str]
) -> tuple[Point, ...]:
    """Return the points in the order in which the reports tell them; `sources` maps an article to what it repeats.

    The surest links are joined first, and none that would bring two far sentences of one report together: of three
    reports, A and B or B and C may have been linked by mistake.
    """
    links = tuple(links)
    groups: dict[Passage, frozenset[Passage]] = {passage: frozenset({passage}) for passage in passages}
    for link in sorted(links, key=_by_strength):
        joined = groups[link.left] | groups[link.right]
        if _holds_together(joined):
            groups.update(dict.fromkeys(joined, joined))
    order = _positions(passages)
    found = sorted(set(groups.values()), key=lambda group: _rank(group, order))
    differs = {group: {f for k in links if {k.left, k.right} <= group for f in k.differs} for group in found}
    return tuple(
        _make_point(number, group, find_differences(_in_order(group), profiles, differs[group]), sources)
        for number, group in enumerate(found, 1)
    )


def _in_order(group: frozenset[Passage]) -> tuple[Passage, ...]:
    return tuple(sorted(group, key=lambda p: (p.article, p.sentence)))


def _by_strength(link: Link) -> tuple[float, str, int, str, int]:
    return (-link.strength, link.left.article, link.left.sentence, link.right.article, link.right.sentence)


def _holds_together(group: frozenset[Passage]) -> bool:
    pairs = combinations(group, 2)
    return all(a.article != b.article or abs(a.sentence - b.sentence) <= NEAR for a, b in pairs)


def _positions(passages: Sequence[Passage]) -> dict[Passage, float]:
    """Where in its report each passage stands, from 0 to 1."""
    by_article: dict[str, list[Passage]] = {}
    for passage in passages:
        by_article.setdefault(passage.article, []).append(passage)
    return {
        passage: place / len(rows)
        for rows in by_article.values()
        for place, passage in enumerate(sorted(rows, key=lambda p: p.sentence))
    }


def _rank(group: frozenset[Passage], order: Mapping[Passage, float]) -> tuple[float, str, int]:
    first = min(group, key=lambda p: (p.article, p.sentence))
    return (round(sum(order[p] for p in group) / len(group), 6), first.article, first.sentence)


def _make_point(
    number: int, group: frozenset[Passage], differences: tuple[Difference, ...], sources: Mapping[str, str]
) -> Point:
    passages = _in_order(group)
    articles = tuple(dict.fromkeys(passage.article for passage in passages))
    return Point(
        id=f"p{number}",
        passages=passages,
        articles=articles,
        texts=len({sources.get(article, article) for article in articles}),
        differences=differences,
    )
