"""Comparisons → clusters: the surest pairs join first, and no cluster ever holds a pair that was vetoed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sitegen.group.compare import VETO
from sitegen.model import Comparison, Verdict


def cluster(
    ids: Sequence[str], comparisons: Iterable[Comparison], join: Iterable[tuple[str, str]] = ()
) -> list[list[str]]:
    """Return the clusters of claim ids, each sorted, in order of their first id.

    Greedy average linkage: pairs in order of score; two clusters join if the mean score between their compared
    claims is SAME and none of those pairs is vetoed. `join` holds pairs that a correction orders to be one.
    """
    table = {(c.left, c.right): c for c in comparisons}
    home = {claim: [claim] for claim in ids}
    for left, right in join:
        if left in home and right in home:
            _unite(home, left, right)
    ordered = sorted(table.values(), key=lambda c: (-c.score, c.left, c.right))
    for comparison in ordered:
        if comparison.verdict != Verdict.SAME:
            break
        one, other = home[comparison.left], home[comparison.right]
        if one is not other and _may_join(one, other, table):
            _unite(home, comparison.left, comparison.right)
    return [list(members) for members in sorted({tuple(sorted(members)) for members in home.values()})]


def _may_join(left: Sequence[str], right: Sequence[str], table: dict[tuple[str, str], Comparison]) -> bool:
    scores = []
    for a in left:
        for b in right:
            found = table.get((min(a, b), max(a, b)))
            if found is None:
                continue
            if found.score <= VETO / 2:
                return False
            scores.append(found.score)
    return bool(scores) and sum(scores) / len(scores) > 0


def _unite(home: dict[str, list[str]], left: str, right: str) -> None:
    if home[left] is home[right]:
        return
    joined = sorted([*home[left], *home[right]])
    for claim in joined:
        home[claim] = joined
