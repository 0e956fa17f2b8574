"""Claim → Facts: what two claims are compared by, worked out once a claim."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import Article, Basis, Claim, Directory, Kind, When
from sitegen.when import solve

VETO = -100.0  # the weight of a reason against one event that outweighs all others
HEADS = frozenset(
    {
        "president",
        "president-elect",
        "acting-president",
        "interim-president",
        "monarch",
        "supreme-leader",
        "leader",
        "pope",
    }
    | {
        "prime-minister",
        "acting-prime-minister",
        "chancellor",
        "crown-prince",
        "vice-president",
        "first-vice-president",
    }
)
MINISTERS = frozenset(
    {"foreign-minister", "acting-foreign-minister", "deputy-foreign-minister", "defence-minister", "minister"}
    | {"finance-minister", "economy-minister", "trade-minister", "energy-minister", "interior-minister"}
    | {"deputy-minister", "deputy-defence-minister", "justice-minister"}
)


# The weekdays, days of the month and months that a claim speaks of, kept or set aside.
DateParts = tuple[frozenset[int], frozenset[int], frozenset[int]]


@dataclass(frozen=True, slots=True)
class Facts:
    """The comparable parts of a claim; people by person id, parties by country or body."""

    claim: Claim
    people: frozenset[str]
    present: frozenset[str]  # all people of the claim, those at the side of the principals, too
    by_party: tuple[tuple[str, str], ...]  # (party, person id) of the principals
    ranks: frozenset[tuple[str, str]]  # (party, "head" or "minister")
    parties: frozenset[str]
    when: When
    text: str  # id of the text: copies share it
    parts: DateParts


def facts_of(claim: Claim, article: Article, directory: Directory) -> Facts:
    """Return the comparable parts of a claim."""
    # Of a statement the speaker is compared: whom it is addressed to each paper sees for itself.
    spoken = claim.kind == Kind.STATEMENT and any(not a.key.startswith("@") for a in claim.actors if a.is_principal)
    principals = [a for a in claim.actors if a.is_principal and not (spoken and a.key.startswith("@"))]
    when = solve(claim.constraints)
    named = [(a.country or a.body, directory.by_key[a.key]) for a in principals if a.key in directory.by_key]
    return Facts(
        claim=claim,
        people=frozenset(person for _, person in named),
        present=frozenset(directory.by_key[a.key] for a in claim.actors if a.key in directory.by_key),
        by_party=tuple(sorted((party, person) for party, person in named if party)),
        ranks=frozenset((a.country or a.body or "", rank(a.role)) for a in principals[:2] if rank(a.role)),
        parties=frozenset(p for a in principals if (p := a.country or a.body)),
        when=when,
        text=article.copy_of or article.id,
        parts=_parts(when),
    )


def _parts(when: When) -> DateParts:
    constraints = [*when.constraints, *(s.constraint for s in when.set_aside)]
    stated = [c for c in constraints if c.basis in (Basis.EXPLICIT, Basis.PARTIAL, Basis.WEEKDAY, Basis.RELATIVE)]
    days = {c.earliest for c in stated if c.earliest and c.earliest == c.latest} | ({when.day} if when.day else set())
    return (
        frozenset({c.weekday for c in stated if c.weekday is not None} | {d.weekday() for d in days}),
        frozenset({c.day for c in stated if c.day} | {d.day for d in days}),
        frozenset({c.month for c in stated if c.month} | {d.month for d in days}),
    )


def rank(role: str | None) -> str:
    """Return "head" for leaders, "minister" for ministers, "" for all others: leaders and ministers meet apart."""
    if role in HEADS:
        return "head"
    return "minister" if role in MINISTERS else ""
