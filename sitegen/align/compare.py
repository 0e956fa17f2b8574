"""Two reports → how well each sentence of one answers each of the other: features, weighed as log-odds.

Everything rests on these two reports alone, so that a third one changes nothing between them, and every feature is
the same from both sides, so that swapping them mirrors the result.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sitegen.align.figures import same_day, shared_amounts
from sitegen.align.length import length_surprise
from sitegen.align.oppose import find_fields, find_veto
from sitegen.align.profile import Profile
from sitegen.align.vectors import Vector
from sitegen.names_index import Name

Matrix = NDArray[np.float64]

NEIGHBOURS = 2  # how many rivals of a pair its margin is taken over
NO_RIVAL = 0.2  # the cosine that sentences of one story have when they say different things (benchmarks/alignment)
MOST_LENGTHS = 5.0  # standard deviations; farther apart is no longer worse

FEATURES = ("meaning", "margin", "names", "rare-names", "other-names", "figures", "days", "codes", "words", "length")


@dataclass(frozen=True, slots=True)
class Weights:
    """The log-odds that one unit of each feature adds to those of the bias; fitted by benchmarks/alignment/fit.py."""

    bias: float
    by_feature: tuple[float, ...]  # in the order of FEATURES


WITH_VECTORS = Weights(-6.0, (3.5, 22.0, 1.7, 0.7, -0.2, 7.2, 2.5, 0.0, 10.0, -0.5))
WITH_ANCHORS = Weights(-3.9, (0.0, 0.0, 4.0, 1.4, -0.9, 10.0, 7.5, 5.8, 9.4, -1.4))


@dataclass(frozen=True, slots=True)
class Table:
    """All pairs of sentences of two reports: log-odds (−inf under a veto), features, and how each was weighed."""

    scores: Matrix
    features: Matrix  # left × right × FEATURES
    has_vectors: NDArray[np.bool_]
    differs: Mapping[tuple[int, int], tuple[str, ...]]
    vectors: tuple[Matrix, Matrix]  # of the left and the right sentences, a row each; zeros where there is none

    def weights(self, i: int, j: int) -> Weights:
        """The weights that a pair was judged by."""
        return WITH_VECTORS if self.has_vectors[i, j] else WITH_ANCHORS


def compare(left: Sequence[Profile], right: Sequence[Profile], vectors: Mapping[str, Vector]) -> Table:
    """Return how well the sentences of two reports answer each other; without vectors by their anchors alone."""
    shape = (len(left), len(right), len(FEATURES))
    features = np.zeros(shape)
    stacked = _stack(left, vectors), _stack(right, vectors)
    features[:, :, 0] = np.round(stacked[0] @ stacked[1].T, 4)
    has_vectors = np.outer(stacked[0].any(axis=1), stacked[1].any(axis=1))
    features[:, :, 1] = np.where(has_vectors, _margins(features[:, :, 0]), 0.0)
    rarity = _rarity((*left, *right))
    shared = frozenset(name for p in left for name in p.names) & frozenset(name for p in right for name in p.names)
    ratio = _length_ratio(left, right)
    vetoes = np.zeros(shape[:2], dtype=bool)
    differs = {}
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            features[i, j, 2:] = _anchors(one, other, rarity, shared, ratio)
            vetoes[i, j] = find_veto(one, other, shared) is not None
            if not vetoes[i, j] and (fields := find_fields(one, other, shared)):
                differs[i, j] = fields
    scores = np.where(has_vectors, _weigh(features, WITH_VECTORS), _weigh(features, WITH_ANCHORS))
    scores[vetoes] = -np.inf
    return Table(scores.round(4), features, has_vectors, differs, stacked)


def _weigh(features: Matrix, weights: Weights) -> Matrix:
    weighed: Matrix = features @ np.array(weights.by_feature, dtype=np.float64) + weights.bias
    return weighed


def _stack(profiles: Sequence[Profile], vectors: Mapping[str, Vector]) -> Matrix:
    size = len(next(iter(vectors.values()), ()))
    nothing = np.zeros(size)
    found = [vectors.get(profile.for_vector or "", nothing) for profile in profiles]
    return np.array(found, dtype=np.float64).reshape(len(profiles), size)


def _margins(cosines: Matrix) -> Matrix:
    """How far a cosine stands above its rivals in both reports (Artetxe and Schwenk 2019, the distance form)."""
    return cosines - (_rivals(cosines) + _rivals(cosines.T).T) / 2


def _rivals(cosines: Matrix) -> Matrix:
    """The mean of the highest others in the row of each entry; NO_RIVAL stands in where there are too few."""
    padded = np.hstack([cosines, np.full((cosines.shape[0], NEIGHBOURS), NO_RIVAL)])
    best = -np.sort(-padded, axis=1)[:, : NEIGHBOURS + 1]
    all_of_them, without_last = best.sum(axis=1, keepdims=True), best[:, :NEIGHBOURS].sum(axis=1, keepdims=True)
    is_among = cosines >= best[:, NEIGHBOURS - 1 : NEIGHBOURS]
    result: Matrix = np.where(is_among, all_of_them - cosines, without_last) / NEIGHBOURS
    return result


def _rarity(profiles: Sequence[Profile]) -> dict[Name, float]:
    """From 0 for a name in every sentence of both reports to 1 for a name in one."""
    counts = Counter(name for profile in profiles for name in profile.names)
    most = math.log(len(profiles) + 1)
    return {name: math.log((len(profiles) + 1) / count) / most for name, count in counts.items()}


def _length_ratio(left: Sequence[Profile], right: Sequence[Profile]) -> float:
    lengths = [sum(len(p.text) for p in side) / max(len(side), 1) for side in (left, right)]
    return lengths[1] / lengths[0] if all(lengths) else 1.0


def _anchors(
    one: Profile, other: Profile, rarity: Mapping[Name, float], shared: frozenset[Name], ratio: float
) -> tuple[float, ...]:
    both = one.names.keys() & other.names.keys() if one.names and other.names else frozenset()
    weight = sum(sorted(rarity[name] for name in both)) if both else 0.0  # sorted: a sum depends on its order
    return (
        2 * weight / _total(one, other, rarity) if weight else 0.0,
        weight,
        _strangers(one, other, both, shared),
        _shared_figures(one, other),
        _shared_days(one, other),
        _shared_codes(one, other),
        _shared_words(one, other),
        min(length_surprise(len(one.text), len(other.text), ratio), MOST_LENGTHS),
    )


def _total(one: Profile, other: Profile, rarity: Mapping[Name, float]) -> float:
    return sum(sorted(rarity[name] for side in (one, other) for name in side.names))


def _strangers(one: Profile, other: Profile, both: AbstractSet[Name], shared: frozenset[Name]) -> float:
    """Names on each side that the other report knows, but that this sentence of it has not."""
    if len(both) == len(one.names) or len(both) == len(other.names):
        return 0.0
    left, right = ((side.names.keys() - both) & shared for side in (one, other))
    return float(min(len(left), len(right), 3))


def _shared_figures(one: Profile, other: Profile) -> float:
    """Amounts that both have; a small number written as a word counts for a third."""
    both = shared_amounts(one.figures, other.figures)
    if not both:
        return 0.0
    weak = both & (one.figures.small | other.figures.small)
    return min(len(both - weak) + len(weak) / 3, 3.0)


def _shared_days(one: Profile, other: Profile) -> float:
    left, right = one.figures, other.figures
    if not left.has_times or not right.has_times:
        return 0.0
    days = any(same_day(a, b) for a in left.days for b in right.days)
    weekdays = bool(left.weekdays.keys() & right.weekdays.keys())
    return min(days + (weekdays + bool(left.months & right.months) + bool(left.years & right.years)) / 2, 2.0)


def _shared_codes(one: Profile, other: Profile) -> float:
    """Dice's coefficient of the words that pass between languages unchanged."""
    return _dice(one.codes, other.codes) if one.language != other.language else 0.0


def _shared_words(one: Profile, other: Profile) -> float:
    """Dice's coefficient of the words of two sentences in one language."""
    return _dice(one.words, other.words) if one.language == other.language else 0.0


def _dice(left: AbstractSet[str], right: AbstractSet[str]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0
