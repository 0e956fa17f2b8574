"""Two claims → Comparison: reasons with weights in log-odds, added up; a veto is a reason that outweighs all others.

The sum follows Fellegi and Sunter (1969): each feature's weight is log2 of how much likelier it is between two reports
of one event than between reports of two. Weights were set on the development articles and the near-miss pairs of
tests/cases/group, and benchmarks/quality prints what they reach.
"""

from __future__ import annotations

from collections.abc import Mapping

from sitegen.group.compare_days import can_be_one_day, compare_days
from sitegen.group.compare_people import compare_people
from sitegen.group.facts import VETO, Facts
from sitegen.model import Comparison, Kind, Reason, Verdict

# Above 1.8, what the same two people and the same kind add up to: an undated report joins not whatever they did next.
# Of 2.2 and more the corpora of benchmarks/quality fare worse.
SAME_FROM, UNSURE_FROM = 1.9, 0.5
PRIOR = -6.0  # two claims of one block are most often two events
TALLY = 2  # figures of a vote that no other vote is likely to share: 153 for, 10 against
ALL_SHARED = 2.5  # what it tells to touch on all the same topics
# Two people seldom both meet and telephone on one day: one of the papers does not say how they spoke. They may well
# both telephone and write. From -2 to -0.5 the corpora of benchmarks/quality fare alike, above it worse.
OTHER_KIND = -1.0
UN_MEMBERS = 193  # states of the General Assembly, un.org/en/about-us/member-states
OF_SUMMIT = 3  # parties above which a gathering is no talk of two that a third paper calls a summit
ON_THE_MARGINS = -6.0  # above -5 two who met on the day and in the city of a summit are still joined to it
# Kinds that outlets use for one and the same occasion.
NEAR_KINDS: Mapping[frozenset[Kind], float] = {
    frozenset({Kind.MEETING, Kind.VISIT}): 1.0,
    frozenset({Kind.MEETING, Kind.TALKS}): 1.0,
    frozenset({Kind.MEETING, Kind.SUMMIT}): 0.5,
    frozenset({Kind.MEETING, Kind.SIGNING}): 0.5,
    frozenset({Kind.VISIT, Kind.SIGNING}): 0.5,
    frozenset({Kind.VISIT, Kind.TALKS}): 0.0,
    frozenset({Kind.TALKS, Kind.SIGNING}): 0.0,
    frozenset({Kind.TALKS, Kind.SUMMIT}): -0.5,
    frozenset({Kind.VISIT, Kind.SUMMIT}): -0.5,
    frozenset({Kind.SIGNING, Kind.SUMMIT}): -0.5,
}


def compare(left: Facts, right: Facts, rarity: Mapping[str, float]) -> Comparison:
    """Return whether two claims report one event and why. `rarity` weighs topics: what few claims share tells more."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    reasons = [
        Reason("prior", PRIOR, ""),
        *compare_people(left, right),
        _kind(left, right),
        compare_days(left, right),
        *_place(left, right),
        _topics(left, right, rarity),
        *_round(left, right),
    ]
    if left.claim.article == right.claim.article:
        reasons.append(Reason("veto-one-article", VETO, left.claim.article))
    score = round(sum(r.weight for r in reasons), 3)
    verdict = Verdict.SAME if score >= SAME_FROM else Verdict.UNSURE if score >= UNSURE_FROM else Verdict.DIFFERENT
    return Comparison(left.claim.id, right.claim.id, score, verdict, tuple(r for r in reasons if r.weight))


def _kind(left: Facts, right: Facts) -> Reason:
    a, b = left.claim.kind, right.claim.kind
    detail = f"{a} / {b}"
    if a == b:
        return Reason("same-kind", 1.5, str(a))
    if _is_on_the_margins(left, right):
        return Reason("near-kind", ON_THE_MARGINS, detail)
    if frozenset({a, b}) in NEAR_KINDS:
        return Reason("near-kind", NEAR_KINDS[frozenset({a, b})], detail)
    spoken = dict(left.claim.kinds).get(b, 0) >= 0.5 or dict(right.claim.kinds).get(a, 0) >= 0.5
    if spoken:
        return Reason("near-kind", -0.5, detail)
    if can_be_one_day(left, right) and len(left.people & right.people) > 1 and {a, b} != {Kind.CALL, Kind.MESSAGE}:
        return Reason("near-kind", OTHER_KIND, detail)
    return Reason("veto-kind", VETO, detail)


def _is_on_the_margins(left: Facts, right: Facts) -> bool:
    """Whether one claim is of a gathering and the other of two alone, who met beside it."""
    by_kind = {facts.claim.kind: facts for facts in (left, right)}
    meeting, summit = by_kind.get(Kind.MEETING), by_kind.get(Kind.SUMMIT)
    if meeting is None or summit is None:
        return False
    return len(meeting.people) == 2 and len(summit.parties) > OF_SUMMIT


def _place(left: Facts, right: Facts) -> list[Reason]:
    a, b = left.claim.place, right.claim.place
    if not a or not b:
        return []
    if a == b:
        return [Reason("same-place", 1.0, a)]
    if left.claim.kind == right.claim.kind == Kind.VOTE:
        return []  # a body votes at its seat: another city is what it votes about
    return [Reason("other-place", -0.5, f"{a} / {b}")]


def _topics(left: Facts, right: Facts, rarity: Mapping[str, float]) -> Reason:
    """Shared rare topics, as a share of what the shorter list could share (weighted overlap), from -0.5 to 2.5."""
    a, b = set(left.claim.topics) - left.people, set(right.claim.topics) - left.people
    if a.isdisjoint(b):
        can_share = any(rarity.get(t, 0) for t in a) and any(rarity.get(t, 0) for t in b)
        return Reason("topics", -0.5 if can_share else 0.0, "")
    possible = min(sum(rarity.get(t, 0) for t in a), sum(rarity.get(t, 0) for t in b))
    if possible <= 0:
        return Reason("topics", 0.0, "")
    shared = sorted(a & b, key=lambda t: (-rarity.get(t, 0), t))
    is_vote = left.claim.kind == right.claim.kind == Kind.VOTE
    if is_vote and (sum(topic.startswith("#") for topic in shared) >= TALLY or any(map(_names_the_vote, shared))):
        return Reason("topics", ALL_SHARED, ", ".join(shared[:6]))
    overlap = sum(rarity.get(t, 0) for t in shared) / possible
    return Reason("topics", round((ALL_SHARED + 0.5) * overlap - 0.5, 3), ", ".join(shared[:6]))


def _names_the_vote(topic: str) -> bool:
    """Whether a figure tells one vote from all others: the number of a resolution, or votes of a hundred states."""
    number = int(topic[1:]) if topic.startswith("#") and topic[1:].isdigit() else 0
    return 2100 < number < 10_000 or 100 <= number < UN_MEMBERS


def _round(left: Facts, right: Facts) -> list[Reason]:
    a, b = left.claim.round, right.claim.round
    if a is None or b is None or Kind.TALKS not in (left.claim.kind, right.claim.kind):
        return []
    return [Reason("same-round", 1.5, str(a))] if a == b else [Reason("other-round", -3.0, f"{a} / {b}")]
