"""What must hold for any two reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.align import align_reports
from sitegen.align.profile import read_profile
from sitegen.align.vectors import encode
from sitegen.model import Link
from tests.align.reports import report

EVENTS = Path(__file__).parent.parent.parent / "benchmarks" / "alignment" / "events"


def read_pool(name: str) -> list[tuple[str, list[str]]]:
    pool: list[tuple[str, list[str]]] = []
    for line in (EVENTS / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            pool.append((line.split()[1], []))
        elif ": " in line and not line.startswith("#"):
            pool[-1][1].append(line.split(": ", 1)[1])
    return pool


POOL = read_pool("01-call-iran-russia.txt") + read_pool("04-meeting-japan-indonesia.txt")
REPORTS = st.sampled_from(POOL).flatmap(
    lambda row: st.tuples(st.just(row[0]), st.lists(st.sampled_from(row[1]), min_size=1, max_size=8, unique=True))
)


@pytest.fixture(scope="module", params=["vectors", "anchors"])
def vectors(request):
    if request.param == "anchors":
        return {}
    profiles = [read_profile(text, language) for language, sentences in POOL for text in sentences]
    return encode(p.for_vector for p in profiles if p.for_vector)


def mirror(link: Link) -> tuple[object, ...]:
    return (link.right, link.left, link.strength, link.differs)


@given(left=REPORTS, right=REPORTS)
def test_swapping_two_reports_mirrors_the_alignment(vectors, left, right):
    """Neither report is the original: from the other side the same links are found, as strong."""
    ours, theirs = report("a", *left), report("b", *right)

    forth = {(k.left, k.right, k.strength, k.differs) for k in align_reports(ours, theirs, vectors)}
    back = {mirror(k) for k in align_reports(theirs, ours, vectors)}

    assert forth == back


@given(one=REPORTS)
def test_a_report_aligned_with_itself_is_the_identity(vectors, one):
    """Each sentence answers itself and no other, without a difference."""
    links = align_reports(report("a", *one), report("b", *one), vectors)

    found = [(link.left.sentence, link.right.sentence, link.differs) for link in links]
    assert [(number, number, ()) for number in range(1, len(one[1]) + 1)] == found


@given(left=REPORTS, right=REPORTS)
def test_reasons_add_up_to_strength(vectors, left, right):
    """A link explains itself: the heaviest reason first, and a strength of at least one half."""
    for link in align_reports(report("a", *left), report("b", *right), vectors):
        weights = [abs(r.weight) for r in link.reasons if not r.feature.startswith("other-")]
        assert sorted(weights, reverse=True) == weights
        assert link.strength >= 0.5 or link.reasons
