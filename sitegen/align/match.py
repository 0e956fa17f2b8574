"""Scores of two reports → links: each sentence with its best counterpart, where that is mutual and sure enough."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from sitegen.align.compare import FEATURES, Matrix, Table
from sitegen.align.profile import Profile
from sitegen.model import Reason

# In log-odds. Measured on benchmarks/alignment/events, each event left out in turn.
SAME = 0.0
DIFFERS = 1.0  # what contradicts must be all the surer to tell the same point
# Two sentences here are one there: the second must fill in the meaning of the one there, so that the sum of the two
# vectors comes nearer to it (in cosine), the more so the less sure it is by itself. Without vectors it must be sure
# and stand right beside the first.
SECOND, LEAST_GAIN = 2.0, 0.03
UNSURE_SECOND, UNSURE_GAIN = -2.0, 0.1
NEAR = 2  # how far apart in their report the two may stand where there are no vectors
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
    pairs = [*mutual.items(), *_seconds(table, mutual)]
    return tuple(Match(i, j, float(scores[i, j]), table.differs.get((i, j), ())) for i, j in sorted(set(pairs)))


def _best(row: Matrix, place: int) -> int:
    return min(range(len(row)), key=lambda other: (-row[other], abs(other - place), other))


def _is_enough(table: Table, i: int, j: int, least: float) -> bool:
    return bool(table.scores[i, j] > max(least, DIFFERS if (i, j) in table.differs else least))


def _seconds(table: Table, mutual: dict[int, int]) -> Iterator[tuple[int, int]]:
    """Pairs of a free sentence with one that is matched already and says both."""
    back = {j: i for i, j in mutual.items()}
    free_left = [i for i in range(table.scores.shape[0]) if i not in mutual]
    free_right = [j for j in range(table.scores.shape[1]) if j not in back]
    for i, j in sorted(mutual.items()):
        for k in free_right:
            if _is_second(table, (i, k), abs(k - j), _gain(table.vectors, i, j, k)):
                yield i, k
        for k in free_left:
            if _is_second(table, (k, j), abs(k - i), _gain(table.vectors[::-1], j, i, k)):
                yield k, j


def _is_second(table: Table, pair: tuple[int, int], distance: int, gain: float) -> bool:
    if pair in table.differs:
        return False
    score = table.scores[pair]
    if not table.has_vectors[pair]:
        return bool(score > SECOND and distance <= NEAR)
    return bool((score > SECOND and gain > LEAST_GAIN) or (score > UNSURE_SECOND and gain > UNSURE_GAIN))


def _gain(vectors: tuple[Matrix, ...], i: int, j: int, k: int) -> float:
    """How much nearer `i` is to `j` and `k` together than to `j` alone (the sum stands for the two read as one)."""
    both = vectors[1][j] + vectors[1][k]
    length = float(np.linalg.norm(both))
    return float(vectors[0][i] @ both) / length - float(vectors[0][i] @ vectors[1][j]) if length else 0.0


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
