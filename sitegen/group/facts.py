"""Claim → Facts: what two claims are compared by, worked out once a claim."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.model import Article, Claim, Directory, When
from sitegen.when import solve

HEADS = frozenset(
    {"president", "president-elect", "acting-president", "interim-president", "monarch", "supreme-leader", "leader", "pope"}
    | {"prime-minister", "acting-prime-minister", "chancellor", "crown-prince", "vice-president", "first-vice-president"}
)
MINISTERS = frozenset(
    {"foreign-minister", "acting-foreign-minister", "deputy-foreign-minister", "defence-minister", "minister"}
    | {"finance-minister", "economy-minister", "trade-minister", "energy-minister", "interior-minister"}
    | {"deputy-minister", "deputy-defence-minister", "justice-minister"}
)


@dataclass(frozen=True, slots=True)
class Facts:
    """The comparable parts of a claim; people by person id, parties by country or body."""

    claim: Claim
    people: frozenset[str]
    by_party: tuple[tuple[str, str], ...]  # (party, person id) of the principals
    ranks: frozenset[tuple[str, str]]  # (party, "head" or "minister")
    parties: frozenset[str]
    when: When
    text: str  # id of the text: copies share it


def facts_of(claim: Claim, article: Article, directory: Directory) -> Facts:
    """Return the comparable parts of a claim."""
    principals = [a for a in claim.actors if a.is_principal]
    named = [(a.country or a.body, directory.by_key[a.key]) for a in principals if a.key in directory.by_key]
    return Facts(
        claim=claim,
        people=frozenset(person for _, person in named),
        by_party=tuple(sorted((party, person) for party, person in named if party)),
        ranks=frozenset((a.country or a.body or "", rank(a.role)) for a in principals[:2] if rank(a.role)),
        parties=frozenset(p for a in principals if (p := a.country or a.body)),
        when=solve(claim.constraints),
        text=article.copy_of or article.id,
    )


def rank(role: str | None) -> str:
    """Return "head" for leaders, "minister" for ministers, "" for all others: leaders and ministers meet apart."""
    if role in HEADS:
        return "head"
    return "minister" if role in MINISTERS else ""
