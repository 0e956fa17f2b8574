"""Claims → pairs worth comparing: only claims that share two parties, a person or a body, and can share a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from sitegen.data.gazetteer import whole_of
from sitegen.group.facts import Facts

BLOCK_DAYS = 12  # claims are filed under periods of this length and compared within a period and its neighbour


def candidate_pairs(facts: Sequence[Facts]) -> Iterator[tuple[int, int]]:
    """Yield index pairs (lower first, each once) of claims that share two parties, a person or a body within days."""
    blocks: dict[tuple[str, int], list[int]] = defaultdict(list)
    undated: dict[str, list[int]] = defaultdict(list)
    dated: dict[str, set[int]] = defaultdict(set)
    for index, fact in enumerate(facts):
        for key in _keys(fact):
            if (
                fact.when.earliest is None
                or fact.when.latest is None
                or (fact.when.latest - fact.when.earliest).days > 60
            ):
                undated[key].append(index)
            else:
                first = fact.when.earliest.toordinal() // BLOCK_DAYS
                last = fact.when.latest.toordinal() // BLOCK_DAYS
                dated[key].add(index)
                for period in range(first - 1, last + 2):
                    blocks[key, period].append(index)
    seen: set[tuple[int, int]] = set()
    for key in sorted(undated):
        seen.update(_all_pairs(sorted({*undated[key], *dated[key]}), set(undated[key])))
    for members in blocks.values():
        seen.update(_all_pairs(sorted(members), None))
    yield from sorted(seen)


def _keys(fact: Facts) -> list[str]:
    people = [f"person:{p}" for p in sorted(fact.people)]
    parties = sorted({*fact.parties, *fact.claim.countries})  # of a statement whom it is about, too
    body = [f"body:{whole_of(fact.claim.body)}"] if fact.claim.body else []  # a paper may name the whole for its organ
    return people + body + [f"pair:{a}:{b}" for n, a in enumerate(parties) for b in parties[n + 1 :]]


def _all_pairs(members: Sequence[int], one_of: set[int] | None) -> Iterator[tuple[int, int]]:
    for n, left in enumerate(members):
        for right in members[n + 1 :]:
            if one_of is None or left in one_of or right in one_of:
                yield left, right
