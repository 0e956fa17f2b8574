"""Who takes part in two claims → reasons for and against their being one event."""

from __future__ import annotations

from sitegen.data.gazetteer import gazetteer, whole_of
from sitegen.group.facts import VETO, Facts
from sitegen.model import Kind, Reason

# Votes: two organs vote apart; one of them seldom votes twice in a week on what the same papers write about.
SAME_BODY, OTHER_BODY = 3.5, -8.0
# One name says here as much as two of other events; below 4 and 3 the corpora lose three events and one of 444.
SAME_GUEST, SAME_SPEAKER = 4.8, 3.5


def compare_people(left: Facts, right: Facts) -> list[Reason]:
    """Return what the people and parties of two claims say for or against their being one event."""
    if left.claim.kind == right.claim.kind == Kind.VOTE:
        return _voters(left, right)
    if guest := _guest(left, right):
        return [Reason("same-people", SAME_GUEST, guest), *_same_parties(left, right)]
    if said := _said_by_one(left, right):
        return [said]
    shared = (left.people & right.people) | _beside(left, right) | _beside(right, left)
    reasons = []
    if left.ranks and right.ranks and _ranks_clash(left, right):
        reasons.append(Reason("veto-rank", VETO, "head / minister"))
    clash = _clashing_party(left, right)
    if clash and not _multilateral(left, right) and not is_one_visit(left, right):
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


def _said_by_one(left: Facts, right: Facts) -> Reason | None:
    """The reason that one and the same person, or government, makes both statements."""
    if not left.claim.kind == right.claim.kind == Kind.STATEMENT:
        return None
    if speaker := _speaker(left, right):
        return Reason("same-people", SAME_SPEAKER, speaker)
    government = _government(left, right)
    return Reason("same-parties", SAME_SPEAKER, government) if government else None


def _speaker(left: Facts, right: Facts) -> str:
    """Who makes both statements; the last of several sides is whom the others speak of."""
    sides = [[a.key for a in facts.claim.actors if a.is_principal] for facts in (left, right)]
    one, other = (set(keys[:-1] or keys) for keys in sides)
    return min((key for key in one & other if not key.startswith("@")), default="")


def _government(left: Facts, right: Facts) -> str:
    """Which government says it of the same other one, where one of the papers names nobody who speaks for it."""
    if left.people and right.people:
        return ""
    sides = [[a.country for a in facts.claim.actors if a.is_principal] for facts in (left, right)]
    one, other = (set(countries[:-1]) for countries in sides)
    is_of_one = sides[0][-1:] == sides[1][-1:]
    return min((country for country in one & other if country and is_of_one), default="")


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


def is_one_visit(left: Facts, right: Facts) -> bool:
    """Return whether a guest is on a visit: the president and the prime minister receive him, each paper names one."""
    is_visit = left.claim.kind == right.claim.kind == Kind.VISIT
    return is_visit and bool(left.people & right.people) and left.parties == right.parties
