"""Extended B-cubed: how well overlapping groups agree with labelled ones.

Amigó, Gonzalo, Artiles and Verdejo, "A comparison of extrinsic clustering evaluation metrics based on formal
constraints", Information Retrieval 12 (2009), section 6: the multiplicity precision of two items that share a group is
min(groups shared, labels shared) / groups shared. The precision of an item is the mean of it over all items that share
a group with it (itself too), that of a grouping the mean over all items in a group. Recall is precision with groups and
labels exchanged.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from statistics import fmean

Groups = Mapping[str, frozenset[str]]  # item → its groups


def precision_and_recall(found: Groups, labelled: Groups) -> tuple[float, float]:
    """Return both, from 0 to 1. The two name the same items; an item in no group counts for the other side alone."""
    return _precision(found, labelled), _precision(labelled, found)


def f1(precision: float, recall: float) -> float:
    """Return the harmonic mean; 0 where both are 0."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def members_of(groups: Groups) -> dict[str, frozenset[str]]:
    """Return the items of each group."""
    members: defaultdict[str, set[str]] = defaultdict(set)
    for item, its_groups in groups.items():
        for group in its_groups:
            members[group].add(item)
    return {group: frozenset(items) for group, items in members.items()}


def _precision(found: Groups, labelled: Groups) -> float:
    members = members_of(found)
    by_item = []
    for item, groups in found.items():
        neighbours = frozenset[str]().union(*(members[group] for group in groups))
        if neighbours:
            by_item.append(fmean(_multiplicity(found, labelled, item, other) for other in neighbours))
    return fmean(by_item) if by_item else 0.0


def _multiplicity(found: Groups, labelled: Groups, item: str, other: str) -> float:
    shared = len(found[item] & found[other])
    return min(shared, len(labelled[item] & labelled[other])) / shared
