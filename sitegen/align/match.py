"""Scores of two reports → links: each sentence with its best counterpart, where that is mutual and sure enough."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from sitegen.align.compare import FEATURES, Table
from sitegen.align.profile import Profile
from sitegen.model import Reason

# In log-odds. Measured on benchmarks/alignment/events, each event left out in turn.
SAME = 0.0
DIFFERS = 1.0  # what contradicts must be all the surer to tell the same point
SECOND = 2.0  # a sentence whose best counterpart has a better one: two sentences here are one sentence there
NEAR = 2  # how far apart in their report those two may stand
LIGHTEST_REASON = 0.05


@dataclass(frozen=True, slots=True)
class Match:
    """Places of two sentences that answer each other, and in which fields they differ."""

    left: int
    right: int
    score: float
    differs: tuple[str, ...]


def match(table: Table) -> tuple[Match, ...]:
    """Return the links between two reports, by place in the left one; the order of the reports does not bind them.

    A tie goes to the pair whose places in the two reports are nearest: copies then answer each other line by line.
    """
    scores = table.scores
    if 0 in scores.shape:
        return ()
    best_right = [_best(scores[i], i) for i in range(scores.shape[0])]
    best_left = [_best(scores[:, j], j) for j in range(scores.shape[1])]
    mutual = {i: j for i, j in enumerate(best_right) if best_left[j] == i and _is_enough(table, i, j, SAME)}
    pairs = [*mutual.items(), *_seconds(table, mutual, best_right, best_left)]
    return tuple(
        Match(i, j, float(scores[i, j]), table.differs.get((i, j), ())) for i, j in sorted(set(pairs))
    )


def _best(row: Sequence[float], place: int) -> int:
    return min(range(len(row)), key=lambda other: (-row[other], abs(other - place), other))


def _is_enough(table: Table, i: int, j: int, least: float) -> bool:
    return bool(table.scores[i, j] > max(least, DIFFERS if (i, j) in table.differs else least))


def _seconds(table: Table, mutual: dict[int, int], best_right: list[int], best_left: list[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a free sentence with its best counterpart, whose own counterpart stands right beside the free one."""
    back = {j: i for i, j in mutual.items()}
    for i, j in enumerate(best_right):
        if i not in mutual and j in back and abs(back[j] - i) <= NEAR and _is_enough(table, i, j, SECOND):
            yield i, j
    for j, i in enumerate(best_left):
        if j not in back and i in mutual and abs(mutual[i] - j) <= NEAR and _is_enough(table, i, j, SECOND):
            yield i, j


def strength(score: float) -> float:
    """Return log-odds as a probability, to two places."""
    return round(1 / (1 + math.exp(-max(min(score, 50.0), -50.0))), 2)


def reasons(table: Table, found: Match, left: Profile, right: Profile) -> tuple[Reason, ...]:
    """Return what speaks for and against a link in log-odds, the heaviest first, with the words that it rests on."""
    weights = table.weights(found.left, found.right)
    values = table.features[found.left, found.right]
    given = [
        Reason(feature, round(float(weight * value), 2), _detail(feature, float(value), left, right))
        for feature, weight, value in zip(FEATURES, weights.by_feature, values, strict=True)
    ]
    against = [Reason(f"other-{field}", 0.0, "") for field in found.differs]
    telling = [reason for reason in given if abs(reason.weight) >= LIGHTEST_REASON]
    return (*sorted(telling, key=lambda r: (-abs(r.weight), r.feature)), *against)


def _detail(feature: str, value: float, left: Profile, right: Profile) -> str:
    if feature in ("names", "rare-names"):
        return ", ".join(sorted({name.code for name in left.names.keys() & right.names.keys()}))
    if feature == "figures":
        return ", ".join(sorted(left.figures.amounts.keys() & right.figures.amounts.keys(), key=lambda v: (len(v), v)))
    if feature == "days":
        return ", ".join(sorted((*left.figures.days, *left.figures.years)))
    return f"{np.round(value, 2):.2f}"
