"""Vectors → groups, by joining the two nearest groups again and again (average linkage, Sokal and Michener 1958)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Join:
    """Two groups become one under the number of the first. `distance` is the mean cosine distance between them."""

    one: int
    other: int
    distance: float


def join_all(vectors: NDArray[np.float64]) -> tuple[Join, ...]:
    """Return the joins that make one group of all rows, nearest first (Lance and Williams 1967)."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    units = vectors / np.where(lengths > 0, lengths, 1)
    distances = 1 - units @ units.T
    np.fill_diagonal(distances, np.inf)
    sizes = np.ones(len(vectors))
    joins = []
    for _ in range(len(vectors) - 1):
        one, other = sorted(divmod(int(np.argmin(distances)), len(vectors)))
        joins.append(Join(one, other, float(distances[one, other])))
        merged = (sizes[one] * distances[one] + sizes[other] * distances[other]) / (sizes[one] + sizes[other])
        distances[one, :] = distances[:, one] = merged
        distances[one, one] = np.inf
        distances[other, :] = distances[:, other] = np.inf
        sizes[one] += sizes[other]
    return tuple(joins)


def cut(joins: tuple[Join, ...], count: int, at_most: float) -> list[int]:
    """Return the number of each row's group when groups no farther apart than `at_most` are joined."""
    groups = list(range(count))
    for join in joins:
        if join.distance <= at_most:
            groups = [join.one if group == join.other else group for group in groups]
    return groups
