"""The day that most of the evidence agrees on, and what was set aside for it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model import Basis, Constraint, Evidence
from sitegen.when import satisfies, solve

TERM = (date(2024, 7, 6), date(2024, 7, 28))


def constraint(basis: Basis, article: str = "a", **says: object) -> Constraint:
    """Return a constraint with made-up evidence."""
    return Constraint(basis, Evidence(article, 1, str(sorted(says.items())), "test"), **says)


def weekday(day: int, article: str = "a") -> Constraint:
    return constraint(Basis.WEEKDAY, article, weekday=day)


def on(text: str, article: str = "a", basis: Basis = Basis.EXPLICIT) -> Constraint:
    day = date.fromisoformat(text)
    return constraint(basis, article, earliest=day, latest=day)


def term(first: date = TERM[0], last: date = TERM[1], article: str = "a") -> Constraint:
    return constraint(Basis.TERM, article, earliest=first, latest=last)


def published(first: str, last: str) -> Constraint:
    return constraint(Basis.PUBLISHED, earliest=date.fromisoformat(first), latest=date.fromisoformat(last))


def partial(day: int, month: int, article: str = "a") -> Constraint:
    return constraint(Basis.PARTIAL, article, day=day, month=month)


def test_a_wrong_month_is_set_aside_for_the_term_and_the_weekday():
    """Monday, "22 May", president-elect from 6 to 28 July 2024: the Monday that keeps the 22 is 22 July."""
    when = solve([weekday(0, "fr"), partial(22, 5, "fr"), weekday(0, "id"), term(article="fr"), term(article="id")])

    assert "2024-07-22" == when.edtf
    assert not when.is_certain
    assert [(22, 5)] == [(gone.constraint.day, gone.constraint.month) for gone in when.set_aside]
    assert [22] == [c.day for c in when.constraints if c.basis is Basis.PARTIAL]


def test_a_wrong_weekday_is_set_aside_for_the_whole_date():
    """Thursday, 4 September 2024, in a text without a date of its own: the day was a Wednesday, the date stands."""
    when = solve([on("2024-09-04"), weekday(3)])

    assert "2024-09-04" == when.edtf
    assert not when.is_certain
    assert [3] == [gone.constraint.weekday for gone in when.set_aside]


@pytest.mark.parametrize(
    ("constraints", "edtf"),
    [
        ([], ""),
        ([on("2024-07-22")], "2024-07-22"),
        ([on("2024-07-22"), weekday(0)], "2024-07-22"),
        ([on("2024-07-22"), on("2024-07-22", "b")], "2024-07-22"),
        ([constraint(Basis.PARTIAL, earliest=date(2024, 7, 1), latest=date(2024, 7, 31))], "2024-07"),
        ([constraint(Basis.PUBLISHED, latest=date(2024, 7, 24))], "../2024-07-24"),
        ([constraint(Basis.MENTIONED, earliest=date(2024, 7, 24))], "2024-07-24/.."),
        ([weekday(0), term()], "2024-07-08/2024-07-22"),
        ([weekday(0), published("2024-07-14", "2024-07-24")], "2024-07-15/2024-07-22"),
        ([partial(22, 7), published("2023-07-24", "2024-07-24")], "2024-07-22"),
        ([weekday(0), partial(22, 7), term()], "2024-07-22"),
    ],
)  # fmt: skip
def test_evidence_that_agrees_gives_the_narrowest_date(constraints, edtf):
    """The date is the intersection, written as EDTF; nothing is set aside."""
    when = solve(constraints)

    assert edtf == when.edtf
    assert () == when.set_aside


def test_one_day_is_certain_and_a_span_is_not():
    """Certain means one day, and no evidence against it."""
    assert solve([on("2024-07-22")]).is_certain
    assert not solve([term()]).is_certain
    assert not solve([on("2024-07-22"), on("2024-07-23", "b"), on("2024-07-22", "c")]).is_certain


def test_more_voices_win():
    """Of two whole dates the one that more articles give is kept."""
    when = solve([on("2024-07-23", "a"), on("2024-07-22", "b"), on("2024-07-22", "c")])

    assert "2024-07-22" == when.edtf
    assert ["majority"] == [gone.why for gone in when.set_aside]


@pytest.mark.parametrize(
    ("lost", "kept", "why"),
    [
        (on("2024-05-22"), [term(), term(article="b")], "term"),
        (weekday(2), [on("2024-07-22", "b"), on("2024-07-22", "c")], "explicit"),
        (constraint(Basis.PUBLISHED, latest=date(2024, 7, 20)), [on("2024-07-22")], "explicit"),
    ],
)
def test_what_is_set_aside_says_why(lost, kept, why):
    """The code names the evidence that stood against it."""
    when = solve([lost, *kept])

    assert [(lost.basis, why)] == [(gone.constraint.basis, gone.why) for gone in when.set_aside]


def test_no_weekday_is_taken_for_the_last_of_all_days():
    """An open end is open: the last Monday that the calendar of the program knows is no evidence."""
    when = solve([weekday(0)])

    assert "" == when.edtf
    assert (None, None) == (when.earliest, when.latest)


DAYS = st.dates(date(2023, 1, 1), date(2025, 12, 31))


@st.composite
def truths(draw: st.DrawFn) -> tuple[date, list[Constraint]]:
    """Draw a day and evidence that all of it is true of."""
    day = draw(DAYS)
    number = st.integers(0, 40).map(lambda n: timedelta(days=n))
    makers = (
        lambda: weekday(day.weekday(), draw(st.sampled_from("abc"))),
        lambda: partial(day.day, day.month, draw(st.sampled_from("abc"))),
        lambda: constraint(Basis.PARTIAL, month=day.month),
        lambda: on(
            day.isoformat(), draw(st.sampled_from("abc")), draw(st.sampled_from((Basis.EXPLICIT, Basis.RELATIVE)))
        ),
        lambda: term(day - draw(number), day + draw(number), draw(st.sampled_from("abc"))),
        lambda: constraint(Basis.PUBLISHED, earliest=day - draw(number), latest=day + draw(number)),
    )
    return day, [draw(st.sampled_from(makers))() for _ in range(draw(st.integers(1, 7)))]


@given(truths())
def test_true_evidence_is_never_set_aside(truth):
    """Where one day satisfies everything, everything is kept and the day is among those left."""
    day, constraints = truth
    when = solve(constraints)

    assert () == when.set_aside
    assert when.earliest is None or when.earliest <= day
    assert when.latest is None or day <= when.latest
    assert all(satisfies(day, c) for c in when.constraints)


@given(truths(), truths(), st.randoms(use_true_random=False))
def test_the_order_of_the_evidence_changes_nothing(left, right, random):
    """Contradicting evidence in any order gives the same date, kept and set aside alike."""
    constraints = [*left[1], *right[1]]
    shuffled = list(constraints)
    random.shuffle(shuffled)

    assert solve(constraints) == solve(shuffled)


@given(truths(), truths())
def test_every_piece_of_evidence_is_kept_or_set_aside(left, right):
    """Nothing is lost: what does not hold is there with its reason."""
    constraints = [*left[1], *right[1]]
    when = solve(constraints)

    heard = {(c.basis, c.evidence) for c in when.constraints} | {
        (gone.constraint.basis, gone.constraint.evidence) for gone in when.set_aside
    }
    assert {(c.basis, c.evidence) for c in constraints} == heard
    assert all(gone.why for gone in when.set_aside)


@given(truths(), truths())
def test_the_days_left_satisfy_what_was_kept(left, right):
    """The first and the last day that are left fit every constraint that holds."""
    when = solve([*left[1], *right[1]])

    for day in {when.earliest, when.latest} - {None}:
        assert all(satisfies(day, c) for c in when.constraints)
