"""Two claims → Comparison: reasons with weights in log-odds, added up; a veto is a reason that outweighs all others.

The sum follows Fellegi and Sunter (1969): each feature's weight is log2 of how much likelier it is between two reports
of one event than between reports of two. Weights were set on the development articles and the near-miss pairs of
tests/cases/group, and benchmarks/quality prints what they reach.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from sitegen.data.gazetteer import gazetteer, whole_of
from sitegen.group.facts import DateParts, Facts
from sitegen.model import Basis, Comparison, Kind, Reason, Verdict, When
from sitegen.when import solve

VETO = -100.0
# Above 1.8, what the same two people and the same kind add up to: an undated report joins not whatever they did next.
# Of 2.2 and more the corpora of benchmarks/quality fare worse.
SAME_FROM, UNSURE_FROM = 1.9, 0.5
PRIOR = -6.0  # two claims of one block are most often two events
# Kinds that last for days, of which two papers may tell two: who leaves on Wednesday was received on Monday.
STAYS = frozenset({Kind.VISIT, Kind.TALKS, Kind.SUMMIT})
STAY_DAYS = 2  # state visits and rounds of talks seldom last longer than three days
ONE_STAY, SLIP = 1.5, 1.5  # against 3.5 for the same day; at 0 and 0.5 the corpora lose four events of 444
# Votes: two organs vote apart; one of them seldom votes twice in a week on what the same papers write about.
SAME_BODY, OTHER_BODY = 3.5, -8.0
TALLY = 2  # figures of a vote that no other vote is likely to share: 153 for, 10 against
# One name says here as much as two of other events; below 4 and 3 the corpora lose three events and one of 444.
SAME_GUEST, SAME_SPEAKER = 4.8, 3.5
ALL_SHARED = 2.5  # what it tells to touch on all the same topics
# Two people seldom both meet and telephone on one day: one of the papers does not say how they spoke. They may well
# both telephone and write. From -2 to -0.5 the corpora of benchmarks/quality fare alike, above it worse.
OTHER_KIND = -1.0
UN_MEMBERS = 193  # states of the General Assembly, un.org/en/about-us/member-states
OF_SUMMIT = 3  # parties above which a gathering is no talk of two that a third paper calls a summit
ON_THE_MARGINS = -6.0  # above -5 two who met on the day and in the city of a summit are still joined to it
NEWS_DAYS = 14  # two spans of at most this length that meet are news of the same days
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
        *_people(left, right),
        _kind(left, right),
        _day(left, right),
        *_place(left, right),
        _topics(left, right, rarity),
        *_round(left, right),
    ]
    if left.claim.article == right.claim.article:
        reasons.append(Reason("veto-one-article", VETO, left.claim.article))
    score = round(sum(r.weight for r in reasons), 3)
    verdict = Verdict.SAME if score >= SAME_FROM else Verdict.UNSURE if score >= UNSURE_FROM else Verdict.DIFFERENT
    return Comparison(left.claim.id, right.claim.id, score, verdict, tuple(r for r in reasons if r.weight))


def _people(left: Facts, right: Facts) -> list[Reason]:
    if left.claim.kind == right.claim.kind == Kind.VOTE:
        return _voters(left, right)
    if guest := _guest(left, right):
        return [Reason("same-people", SAME_GUEST, guest), *_same_parties(left, right)]
    if speaker := _speaker(left, right):
        return [Reason("same-people", SAME_SPEAKER, speaker)]
    shared = (left.people & right.people) | _beside(left, right) | _beside(right, left)
    reasons = []
    if left.ranks and right.ranks and _ranks_clash(left, right):
        reasons.append(Reason("veto-rank", VETO, "head / minister"))
    clash = _clashing_party(left, right)
    if clash and not _multilateral(left, right) and not _is_one_visit(left, right):
        reasons.append(Reason("veto-people", VETO, clash))
    if left.people and right.people and not shared:
        reasons.append(Reason("other-people", -4.0, ""))
    weight = {0: 0.0, 1: 2.0}.get(len(shared), 4.8)
    if shared:
        reasons.append(Reason("same-people", weight, ", ".join(sorted(shared))))
    if alike := _same_parties(left, right):
        reasons += alike
    elif left.parties and right.parties and not _multilateral(left, right):
        reasons.append(Reason("other-parties", -3.0, ", ".join(sorted(left.parties ^ right.parties))))
    return reasons


def _same_parties(left: Facts, right: Facts) -> list[Reason]:
    both = left.parties & right.parties
    if len(both) < 2:
        return []
    nobody = not left.people and not right.people  # then the countries are all that can be compared
    return [Reason("same-parties", 3.0 if nobody else 1.5, ", ".join(sorted(both)))]


def _beside(left: Facts, right: Facts) -> set[str]:
    """Whom one paper names as a side and the other, for the same country, beside its own."""
    return {person for party, person in left.by_party if person in right.present and party in right.parties}


def _guest(left: Facts, right: Facts) -> str:
    """Who of both visits is abroad in one city: whichever host each paper names, it is one visit."""
    place = left.claim.place
    if not (left.claim.kind == right.claim.kind == Kind.VISIT and place and place == right.claim.place):
        return ""
    home = gazetteer().cities[place].country
    guests = [{person for party, person in facts.by_party if party != home} for facts in (left, right)]
    return min(guests[0] & guests[1], default="")


def _speaker(left: Facts, right: Facts) -> str:
    """Who makes both statements; the last of several sides is whom the others speak of."""
    if not left.claim.kind == right.claim.kind == Kind.STATEMENT:
        return ""
    sides = [[a.key for a in facts.claim.actors if a.is_principal] for facts in (left, right)]
    one, other = (set(keys[:-1] or keys) for keys in sides)
    return min((key for key in one & other if not key.startswith("@")), default="")


def _voters(left: Facts, right: Facts) -> list[Reason]:
    """A body votes; who speaks in it and which countries are named beside it every paper chooses for itself."""
    bodies = [f.claim.body for f in (left, right) if f.claim.body]
    reasons = []
    if len(set(bodies)) == 2 and not _is_organ_of(*bodies):
        reasons.append(Reason("other-parties", OTHER_BODY, " / ".join(bodies)))
    elif len(bodies) == 2:
        reasons.append(Reason("same-parties", SAME_BODY, " / ".join(sorted(set(bodies)))))
    elif len(both := left.parties & right.parties) >= 2:
        reasons.append(Reason("same-parties", 1.5, ", ".join(sorted(both))))
    shared = left.people & right.people
    if shared:
        reasons.append(Reason("same-people", {1: 2.0}.get(len(shared), 4.8), ", ".join(sorted(shared))))
    return reasons


def _is_organ_of(one: str, other: str) -> bool:
    return other in (one, whole_of(one)) or one == whole_of(other)


def _multilateral(left: Facts, right: Facts) -> bool:
    return Kind.SUMMIT in (left.claim.kind, right.claim.kind) or len(left.parties | right.parties) > 3


def _ranks_clash(left: Facts, right: Facts) -> bool:
    """Both of one country's people are a head here and a minister there, on every side that both give a rank for."""
    a, b = dict(left.ranks), dict(right.ranks)
    shared = a.keys() & b.keys()
    return any(a[party] != b[party] and _are_others(party, left, right) for party in shared) and not (
        left.people & right.people and len(shared) < 2
    )


def _are_others(party: str, left: Facts, right: Facts) -> bool:
    """Whether two claims name different people of a country, and neither names those of the other beside its own."""
    return not (_people_of(party, left) & right.present or _people_of(party, right) & left.present)


def _people_of(party: str, facts: Facts) -> set[str]:
    return {person for p, person in facts.by_party if p == party}


def _clashing_party(left: Facts, right: Facts) -> str:
    """A country for which the two claims name different people, none in common, and neither claim names the other's."""
    for party in sorted(left.parties & right.parties):
        a, b = _people_of(party, left), _people_of(party, right)
        if a and b and _are_others(party, left, right):
            return f"{party}: {', '.join(sorted(a))} / {', '.join(sorted(b))}"
    return ""


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
    if _meets(left, right) and len(left.people & right.people) > 1 and {a, b} != {Kind.CALL, Kind.MESSAGE}:
        return Reason("near-kind", OTHER_KIND, detail)
    return Reason("veto-kind", VETO, detail)


def _is_on_the_margins(left: Facts, right: Facts) -> bool:
    """Whether one claim is of a gathering and the other of two alone, who met beside it."""
    by_kind = {facts.claim.kind: facts for facts in (left, right)}
    meeting, summit = by_kind.get(Kind.MEETING), by_kind.get(Kind.SUMMIT)
    if meeting is None or summit is None:
        return False
    return len(meeting.people) == 2 and len(summit.parties) > OF_SUMMIT


def _day(left: Facts, right: Facts) -> Reason:
    a, b = left.when, right.when
    if a.day and b.day:
        gap = abs((a.day - b.day).days)
        if gap == 0:
            return Reason("same-day", 3.5, a.day.isoformat())
        if _may_be_one_stay(left, right) and gap <= STAY_DAYS:
            return Reason("days-of-one-stay", ONE_STAY, f"{a.day} / {b.day}")
        if gap == 1:
            # A day apart: a slip, a time zone, or the next meeting; the rest must decide.
            return Reason("next-day", 0.0 if _is_loose(left) or _is_loose(right) else -3.0, f"{a.day} / {b.day}")
        if _slip(left, right):
            return Reason("slip-of-date", SLIP, f"{a.edtf} / {b.edtf}")
        return Reason("veto-day", VETO, f"{a.day} / {b.day}")
    if _meets(left, right):
        return Reason("days-can-meet", _meeting_weight(left, right), f"{a.edtf} / {b.edtf}")
    if _slip(left, right):
        return Reason("slip-of-date", SLIP, f"{a.edtf} / {b.edtf}")
    if _may_be_one_stay(left, right) and _near_weekdays(left, right, STAY_DAYS):
        return Reason("days-of-one-stay", ONE_STAY, f"{a.edtf} / {b.edtf}")
    if len(left.people & right.people) > 1 and _near_weekdays(left, right, 1):
        # A weekday and the next: Thursday in Washington is Friday in Tehran.
        return Reason("next-day", -1.0, f"{a.edtf} / {b.edtf}")
    return Reason("veto-day", VETO, f"{a.edtf} / {b.edtf}")


def _may_be_one_stay(left: Facts, right: Facts) -> bool:
    many = len(left.people & right.people) > 1
    return _is_one_visit(left, right) or (bool({left.claim.kind, right.claim.kind} & STAYS) and many)


def _is_one_visit(left: Facts, right: Facts) -> bool:
    """A guest on a visit is received by the president and by the prime minister; each paper names one."""
    is_visit = left.claim.kind == right.claim.kind == Kind.VISIT
    return is_visit and bool(left.people & right.people) and left.parties == right.parties


def _near_weekdays(left: Facts, right: Facts, days: int) -> bool:
    """Whether two reports of which one gives only a weekday can be so many days apart."""
    if left.when.day and right.when.day:
        return False
    return any(
        min((a - b) % 7, (b - a) % 7) <= days for a in _weekdays(left) for b in _weekdays(right)
    ) and not are_apart(left.when, right.when, timedelta(days=days))


def are_apart(a: When, b: When, slack: timedelta = timedelta(0)) -> bool:
    """Return whether one of two spans ends more than `slack` before the other begins; an open end is never apart."""
    return bool(
        (a.latest and b.earliest and a.latest + slack < b.earliest)
        or (b.latest and a.earliest and b.latest + slack < a.earliest)
    )


def _meeting_weight(left: Facts, right: Facts) -> float:
    """How telling it is that two open dates can meet: both must say something about the day."""
    return 1.5 if _says_a_day(left) and _says_a_day(right) else 0.0


def _says_a_day(facts: Facts) -> bool:
    return bool(_weekdays(facts)) or _span(facts) <= NEWS_DAYS or any(c.day for c in facts.when.constraints)


def _span(facts: Facts) -> int:
    when = facts.when
    return (when.latest - when.earliest).days if when.earliest and when.latest else 99_999


def _is_loose(facts: Facts) -> bool:
    """Whether the day rests on nothing firmer than a word such as "yesterday" or a weekday."""
    return not any(c.basis in (Basis.EXPLICIT, Basis.PARTIAL) for c in facts.when.constraints)


def _meets(left: Facts, right: Facts) -> bool:
    """Whether one day can satisfy both claims without any of their reasons being set aside."""
    a, b = left.when, right.when
    if are_apart(a, b):
        return False
    together = solve([*a.constraints, *b.constraints])
    return len(together.set_aside) <= len(a.set_aside) + len(b.set_aside)


def _weekdays(facts: Facts) -> set[int]:
    days = {c.weekday for c in facts.when.constraints if c.weekday is not None}
    return days | ({facts.when.day.weekday()} if facts.when.day else set())


def _has_year(facts: Facts) -> bool:
    """Whether anything says which year: without it the days of two reports cannot be told apart by years."""
    return any(
        c.basis in (Basis.EXPLICIT, Basis.PUBLISHED, Basis.RELATIVE) and c.earliest for c in facts.when.constraints
    )


def _slip(left: Facts, right: Facts) -> bool:
    """Two of weekday, day and month agree: one of the papers slipped in the third."""
    a, b = left.parts, right.parts
    agree = (not a[0].isdisjoint(b[0])) + (not a[1].isdisjoint(b[1])) + (not a[2].isdisjoint(b[2]))
    if agree >= 2 and _near_enough(left, right):
        return True
    return _slips_into(a, right) or _slips_into(b, left)


def _slips_into(parts: DateParts, other: Facts) -> bool:
    """Whether the month with the weekday or the day of one report falls on a day of the other's short span."""
    if other.when.day or _span(other) > NEWS_DAYS or other.when.earliest is None:
        return False
    weekdays, days, months = parts
    span = [other.when.earliest + timedelta(days=n) for n in range(_span(other) + 1)]
    return any(d.month in months and (d.weekday() in weekdays or d.day in days) for d in span)


def _near_enough(left: Facts, right: Facts) -> bool:
    """Days both fixed by day, month and year in print may differ by a slip only by a few days or in the month."""
    a, b = left.when.day, right.when.day
    if a is None or b is None or not (_has_year(left) and _has_year(right)):
        return True
    return abs(a - b) <= timedelta(days=2) or (a.day == b.day and abs((a - b).days) < 40)


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
