"""A case and what was read in it → what is wrong, in words."""

from __future__ import annotations

from rapidfuzz.fuzz import ratio

from sitegen.data.gazetteer import gazetteer, whole_of
from sitegen.extract import read_claims
from sitegen.fold import fold
from sitegen.model import Claim, Stance
from sitegen.plan.urls import slug
from sitegen.resolve.names import romanised
from sitegen.when import solve
from tests.extract.cases import Case, Expected


def faults(case: Case) -> list[str]:
    """Return what differs between the claims of a case and those expected; an empty list is a pass."""
    claims = list(read_claims(case.article).claims)
    wrong: list[str] = []
    for expected in case.expected:
        best = min(claims, key=lambda c: len(_differences(c, expected)), default=None)
        if best is None:
            wrong.append(f"not found: {expected.kind} {expected.people}")
            continue
        claims.remove(best)
        wrong += _differences(best, expected)
    wrong += [f"found besides: {c.kind} {[a.key for a in c.actors if a.is_principal]}" for c in claims]
    return wrong


def _differences(claim: Claim, expected: Expected) -> list[str]:
    found = []
    if claim.kind != expected.kind:
        found.append(f"kind {claim.kind} for {expected.kind}")
    found += [
        f"no {name or country} in {[a.key for a in claim.actors]}"
        for name, country in expected.people
        if not _is_there(claim, name, country)
    ]
    found += [
        f"too many: {a.key}"
        for a in claim.actors
        if a.is_principal
        and not a.key.startswith("@")
        and not any(_is_same(a.key, a.name, a.country or a.body or "", n, c) for n, c in expected.people)
    ]
    when = solve(claim.constraints)
    if expected.date == "?" and when.day:
        found.append(f"date {when.day} for an open one")
    elif expected.date and expected.date != "?" and not _fits(when.edtf, expected.date):
        found.append(f"date {when.edtf or '?'} for {expected.date}")
    if expected.announced != (claim.stance == Stance.ANNOUNCED) and expected.announced:
        found.append("not read as announced")
    if expected.place and claim.place != slug(expected.place):
        found.append(f"at {claim.place} for {expected.place}")
    if expected.round and claim.round != expected.round:
        found.append(f"round {claim.round} for {expected.round}")
    return found


def _fits(edtf: str, expected: str) -> bool:
    """The same date; of an expected span of days, any day in it."""
    if edtf == expected:
        return True
    first, _, last = expected.partition("/")
    return bool(last) and len(edtf) == 10 and first <= edtf <= last


def _is_there(claim: Claim, name: str, country: str) -> bool:
    """Whether somebody, a country or a body takes part; a body that votes or gathers is the claim's own."""
    if not name and claim.body and country in (claim.body, whole_of(claim.body)):
        return True
    return any(_is_same(a.key, a.name, a.country or a.body or "", name, country) for a in claim.actors)


def _is_same(key: str, written: str, party: str, name: str, country: str) -> bool:
    if country and party and country != party and len(country) == 2 and len(party) == 2:
        return False
    if not name:
        return party == country
    known = gazetteer().people.get(key)
    words = romanised(known.names["en"][0] if known else written).split()
    return any(ratio(a, b) >= 78 for a in words for b in romanised(fold(name)).split() if len(a) > 1 and len(b) > 1)
