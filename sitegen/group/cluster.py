"""Comparisons → clusters: the surest pairs join first, and no cluster ever holds a pair that was vetoed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sitegen.group.compare_days import are_apart
from sitegen.group.facts import VETO
from sitegen.model import Comparison, Verdict, When


def cluster(
    dates: Mapping[str, When], comparisons: Iterable[Comparison], join: Iterable[tuple[str, str]] = ()
) -> list[list[str]]:
    """Return the clusters of claim ids, each sorted, in order of their first id. `dates` holds each claim's.

    Greedy average linkage: pairs in order of score; two clusters join if the mean score between their compared
    claims is SAME and no pair is vetoed, nor too far apart in time to have been compared at all. `join` holds pairs
    that a correction orders to be one.
    """
    table = {(c.left, c.right): c for c in comparisons}
    home = {claim: [claim] for claim in dates}
    for left, right in join:
        if left in home and right in home:
            _unite(home, left, right)
    ordered = sorted(table.values(), key=lambda c: (-c.score, c.left, c.right))
    for comparison in ordered:
        if comparison.verdict != Verdict.SAME:
            break
        one, other = home[comparison.left], home[comparison.right]
        if one is not other and _may_join(one, other, table, dates):
            _unite(home, comparison.left, comparison.right)
    return [list(members) for members in sorted({tuple(sorted(members)) for members in home.values()})]


def _may_join(
    left: Sequence[str],
    right: Sequence[str],
    table: Mapping[tuple[str, str], Comparison],
    dates: Mapping[str, When],
) -> bool:
    scores = []
    for a in left:
        for b in right:
            found = table.get((min(a, b), max(a, b)))
            if found is None:
                if are_apart(dates[a], dates[b]):
                    return False  # a report without a date may be of either, but they are not of one
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
