"""Clusters are what a plain, slow reading of the rule gives, for every small set of comparisons."""

from __future__ import annotations

from datetime import date
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from sitegen.group.cluster import cluster
from sitegen.group.compare import SAME_FROM, UNSURE_FROM, VETO
from sitegen.model import Comparison, Verdict, When

NAMES = [f"c{n}#0" for n in range(8)]


@st.composite
def comparisons(draw: st.DrawFn) -> tuple[list[str], list[Comparison]]:
    """Draw up to eight claims and a comparison, or none, for each pair."""
    ids = NAMES[: draw(st.integers(1, 8))]
    found = []
    for left, right in combinations(ids, 2):
        score = draw(st.one_of(st.none(), st.just(VETO), st.integers(-80, 80).map(lambda n: n / 10)))
        if score is not None:
            same, unsure = score >= SAME_FROM, score >= UNSURE_FROM
            verdict = Verdict.SAME if same else Verdict.UNSURE if unsure else Verdict.DIFFERENT
            found.append(Comparison(left, right, score, verdict, ()))
    return ids, found


def undated(ids: list[str]) -> dict[str, When]:
    return {name: When("", None, None, False, ()) for name in ids}


def oracle(ids: list[str], found: list[Comparison]) -> list[list[str]]:
    """The rule, read plainly: the surest SAME pair first, its clusters join if that is sound, then the next pair."""
    clusters = [{name} for name in ids]
    for best in sorted(found, key=lambda c: (-c.score, c.left, c.right)):
        if best.verdict is not Verdict.SAME:
            continue
        left = next(c for c in clusters if best.left in c)
        right = next(c for c in clusters if best.right in c)
        between = [c.score for c in found if {c.left, c.right} & left and {c.left, c.right} & right]
        if left is right or VETO in between or sum(between) / len(between) <= 0:
            continue
        clusters = [c for c in clusters if c is not left and c is not right] + [left | right]
    return sorted(sorted(c) for c in clusters)


@given(comparisons())
def test_clusters_equal_the_oracle(given_):
    """Bookkeeping for speed changes no result."""
    ids, found = given_

    assert oracle(ids, found) == [list(members) for members in cluster(undated(ids), found)]


@given(comparisons(), st.randoms(use_true_random=False))
def test_the_order_of_claims_and_comparisons_changes_nothing(given_, random):
    """Ties are broken by id."""
    ids, found = given_
    expected = cluster(undated(ids), found)
    random.shuffle(ids)
    random.shuffle(found)

    assert expected == cluster(undated(ids), found)


@given(comparisons())
def test_no_cluster_holds_a_veto(given_):
    """However sure the others are."""
    ids, found = given_
    home = {name: number for number, members in enumerate(cluster(undated(ids), found)) for name in members}

    assert [] == [c for c in found if c.score == VETO and home[c.left] == home[c.right]]


@given(comparisons())
def test_a_pair_ordered_to_join_is_joined(given_):
    """A correction wins over every reason, a veto too."""
    ids, found = given_
    pair = (ids[0], ids[-1])

    home = {name: number for number, members in enumerate(cluster(undated(ids), found, [pair])) for name in members}

    assert home[pair[0]] == home[pair[1]]


def test_two_far_apart_are_not_joined_by_a_third_without_a_date():
    """A report without a date may be of the call of February or of that of March, but those are two calls."""
    february, march = (When(f"2025-0{m}-12", date(2025, m, 12), date(2025, m, 12), True, ()) for m in (2, 3))
    dates = {"a": february, "b": When("", None, None, False, ()), "c": march}
    found = [Comparison(left, right, 3.0, Verdict.SAME, ()) for left, right in (("a", "b"), ("b", "c"))]

    assert [["a", "b"], ["c"]] == cluster(dates, found)
