"""Fits the weights of sitegen/align/compare.py to the labelled events, each event left out in turn.

The model is a logistic regression with a small ridge, by Newton steps.

Usage: python benchmarks/alignment/fit.py. Prints the weights over all events and how they do on events left out.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))

from labelled import read_pairs

from sitegen.align.compare import FEATURES, compare
from sitegen.align.profile import read_profile
from sitegen.align.vectors import encode

RIDGE = 1.0
STEPS = 60


def collect(uses_vectors):
    rows, answers, events = [], [], []
    pairs = list(read_pairs("events"))
    sides = [[[read_profile(s.text, r.language) for s in r.sentences] for r in (p.left, p.right)] for p in pairs]
    vectors = encode(p.for_vector for side in sides for ps in side for p in ps if p.for_vector) if uses_vectors else {}
    for pair, (left, right) in zip(pairs, sides, strict=True):
        table = compare(left, right, vectors)
        for i in range(len(left)):
            for j in range(len(right)):
                if np.isinf(table.scores[i, j]) or (i, j) in table.differs or (i, j) in pair.differing:
                    continue
                rows.append(table.features[i, j])
                answers.append((i, j) in pair.same)
                events.append(pair.event)
    return np.array(rows), np.array(answers, dtype=float), np.array(events)


def fit(rows, answers):
    scale = rows.std(axis=0) + 1e-9
    data = np.hstack([rows / scale, np.ones((len(rows), 1))])
    weights = np.zeros(data.shape[1])
    for _ in range(STEPS):
        odds = 1 / (1 + np.exp(-data @ weights))
        penalty = RIDGE * np.append(weights[:-1], 0)
        ridge = RIDGE * np.diag(np.append(np.ones(len(weights) - 1), 1e-6))
        hessian = (data * (odds * (1 - odds))[:, None]).T @ data + ridge
        weights -= np.linalg.solve(hessian, data.T @ (odds - answers) + penalty)
    return weights[-1], weights[:-1] / scale


def main():
    for name, uses_vectors in (("WITH_VECTORS", True), ("WITH_ANCHORS", False)):
        rows, answers, events = collect(uses_vectors)
        right = found = 0
        for event in sorted(set(events)):
            out = events == event
            bias, weights = fit(rows[~out], answers[~out])
            guess = rows[out] @ weights + bias > 0
            right += (guess & (answers[out] > 0)).sum()
            found += guess.sum()
        bias, weights = fit(rows, answers)
        print(name, round(bias, 2), dict(zip(FEATURES, weights.round(2).tolist(), strict=True)))
        precision, recall = right / found, right / answers.sum()
        print(f"  {int(answers.sum())} of {len(answers)} pairs; left-out events: P {precision:.3f}, R {recall:.3f}")


if __name__ == "__main__":
    main()
