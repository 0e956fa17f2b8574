"""Comparisons → those worth keeping: what joined, what is unsure, and the near misses that only a veto kept apart."""

from __future__ import annotations

from collections.abc import Iterable

from sitegen.group.compare import UNSURE_FROM
from sitegen.group.facts import VETO
from sitegen.model import Comparison, Verdict


def worth_keeping(comparisons: Iterable[Comparison]) -> tuple[Comparison, ...]:
    """Return the comparisons that somebody may ask about, in their order."""
    return tuple(c for c in comparisons if c.verdict != Verdict.DIFFERENT or _without_vetoes(c) >= UNSURE_FROM)


def _without_vetoes(comparison: Comparison) -> float:
    return sum(reason.weight for reason in comparison.reasons if reason.weight > VETO / 2)
