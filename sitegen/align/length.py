"""Lengths alone: how surprising a pair is, and the whole alignment by Gale and Church, the baseline of the benchmark.

William A. Gale, Kenneth W. Church: A Program for Aligning Sentences in Bilingual Corpora. Computational Linguistics
19 (1993), 75–102: a character of one text gives rise to `ratio` characters of the other, with variance S2 a character.
They take 1 for the ratio between European languages; between Chinese and Russian it is nearer 3, so it is measured.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

S2 = 6.8
# The priors of their table 5: one to one, one to none, two to one, two to two.
_PRIORS = {(1, 1): 0.89, (1, 0): 0.00495, (0, 1): 0.00495, (2, 1): 0.0445, (1, 2): 0.0445, (2, 2): 0.011}
_NEVER = 1e9


def length_surprise(left: float, right: float, ratio: float) -> float:
    """Return how many standard deviations the two lengths (in characters) lie apart; the same for both directions."""
    ours, theirs = left * math.sqrt(ratio), right / math.sqrt(ratio)
    mean = (ours + theirs) / 2
    return abs(theirs - ours) / math.sqrt(mean * S2) if mean else 0.0


def align_by_length(left: Sequence[int], right: Sequence[int]) -> list[tuple[int, int]]:
    """Return the pairs of places of the cheapest monotone path over two rows of lengths in characters."""
    ratio = sum(right) / sum(left) if sum(left) and sum(right) else 1.0
    best = [[_NEVER] * (len(right) + 1) for _ in range(len(left) + 1)]
    step: dict[tuple[int, int], tuple[int, int]] = {}
    best[0][0] = 0.0
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            for (di, dj), prior in _PRIORS.items():
                if i < di or j < dj or best[i - di][j - dj] >= _NEVER:
                    continue
                cost = best[i - di][j - dj] + _cost(sum(left[i - di : i]), sum(right[j - dj : j]), prior, ratio)
                if cost < best[i][j]:
                    best[i][j], step[i, j] = cost, (di, dj)
    return sorted(_walk_back(step, len(left), len(right)))


def _cost(left: int, right: int, prior: float, ratio: float) -> float:
    if left == 0 or right == 0:
        return -math.log(prior)
    tail = math.erfc(length_surprise(left, right, ratio) / math.sqrt(2))  # both tails of the normal distribution
    return -math.log(prior) - math.log(max(tail, 1e-300))


def _walk_back(step: dict[tuple[int, int], tuple[int, int]], i: int, j: int) -> list[tuple[int, int]]:
    pairs = []
    while i or j:
        di, dj = step[i, j]
        pairs += [(a, b) for a in range(i - di, i) for b in range(j - dj, j)]
        i, j = i - di, j - dj
    return pairs
