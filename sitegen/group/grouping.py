"""Readings, directory and corrections → Grouping: all events and storylines, with the comparisons behind them."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sitegen.group.book import open_book
from sitegen.group.cluster import cluster
from sitegen.group.compare import compare
from sitegen.group.correct import correct_events
from sitegen.group.facts import Facts, facts_of
from sitegen.group.merge import event_ids, merge
from sitegen.group.near import worth_keeping
from sitegen.group.orders import Orders
from sitegen.group.pairs import candidate_pairs
from sitegen.group.storylines import find_storylines, order_of
from sitegen.model import Comparison, Corrections, Directory, Event, Published, Reading, Related, Storyline, Verdict


@dataclass(frozen=True, slots=True)
class Grouping:
    """The events in order of time, their storylines, and the comparisons that somebody may ask about."""

    events: tuple[Event, ...]
    storylines: tuple[Storyline, ...]
    comparisons: tuple[Comparison, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)  # former event id → event id


def group_claims(
    readings: Sequence[Reading],
    directory: Directory,
    corrections: Corrections = Corrections(),  # noqa: B008 - frozen
    published: tuple[Published, ...] = (),
) -> Grouping:
    """Return the events that the claims report together, as the corrections order.

    Raises CorrectionError where a correction matches nothing.
    """
    facts = sorted(
        (facts_of(claim, reading.article, directory) for reading in readings for claim in reading.claims),
        key=lambda f: f.claim.id,
    )
    comparisons = compare_all(facts)

    def build(orders: Orders) -> list[Event]:
        kept = [f for f in facts if f.claim.id not in orders.dropped]
        judged = orders.judge(comparisons)
        return build_events(cluster({f.claim.id: f.when for f in kept}, judged, orders.join), kept, directory, judged)

    book = open_book([reading.article for reading in readings], published)
    done = correct_events(build, corrections, directory, book)
    return replace(with_storylines(done.events, done.orders.judge(comparisons)), redirects=done.redirects)


def compare_all(facts: Sequence[Facts]) -> list[Comparison]:
    """Return the comparison of every pair that blocking lets through."""
    rarity = topic_rarity(facts)
    return [compare(facts[a], facts[b], rarity) for a, b in candidate_pairs(facts)]


def topic_rarity(facts: Sequence[Facts]) -> Mapping[str, float]:
    """Return how rare each topic is among the claims: ln(N / n), inverse document frequency (Spärck Jones 1972)."""
    counts = Counter(topic for fact in facts for topic in fact.claim.topics)
    # A floor on N keeps the weights of a small folder comparable with those of a large one.
    total = max(len(facts), 50)
    return {topic: math.log(total / count) if count < total else 0.0 for topic, count in counts.items()}


def build_events(
    clusters: Sequence[Sequence[str]], facts: Sequence[Facts], directory: Directory, comparisons: Sequence[Comparison]
) -> list[Event]:
    """Return the events of the clusters, with ids and with their unsure neighbours."""
    by_id = {f.claim.id: f for f in facts}
    home = {claim: n for n, members in enumerate(clusters) for claim in members}
    within: dict[int, list[Comparison]] = defaultdict(list)
    unsure: dict[int, dict[int, Comparison]] = defaultdict(dict)
    for comparison in comparisons:
        a, b = home[comparison.left], home[comparison.right]
        if a == b:
            within[a].append(comparison)
        elif comparison.verdict != Verdict.DIFFERENT:
            for here, there in ((a, b), (b, a)):
                old = unsure[here].get(there)
                if old is None or comparison.score > old.score:
                    unsure[here][there] = comparison
    merged = [merge([by_id[c] for c in members], directory, within[n], ()) for n, members in enumerate(clusters)]
    ids = event_ids(merged, directory)
    events = []
    for n, event in enumerate(merged):
        related = tuple(Related(ids[m], c.reasons) for m, c in sorted(unsure[n].items(), key=lambda item: ids[item[0]]))
        events.append(replace(event, id=ids[n], related=related))
    return sorted(events, key=order_of)


def with_storylines(events: Sequence[Event], comparisons: Sequence[Comparison]) -> Grouping:
    """Return the grouping with storylines found and written into their events."""
    storylines = find_storylines(events)
    of: dict[str, list[str]] = defaultdict(list)
    for storyline in storylines:
        for event in storyline.events:
            of[event].append(storyline.id)
    named = tuple(replace(e, storylines=tuple(sorted(of[e.id]))) for e in events)
    return Grouping(named, storylines, worth_keeping(comparisons))
