"""What holds of grouping whatever the articles say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.group import group_claims
from sitegen.group.compare import VETO, compare
from sitegen.group.facts import facts_of
from sitegen.group.grouping import topic_rarity
from sitegen.model import Event, Kind, Reading
from sitegen.resolve import build_directory
from tests.group.synthetic import START, make_claim, make_reading, readings


def events_of(found: list[Reading]) -> tuple[Event, ...]:
    return group_claims(found, build_directory(found)).events


@given(readings(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(found, random):
    """A folder listed in another order gives the same events, down to every reason."""
    shuffled = list(found)
    random.shuffle(shuffled)

    assert events_of(found) == events_of(shuffled)


@given(readings())
def test_every_claim_is_in_one_event(found):
    """Events divide the claims: none is lost, none is in two, and ids are unique."""
    events = events_of(found)
    claims = [claim.id for event in events for claim in event.claims]

    assert sorted(claims) == sorted(c.id for reading in found for c in reading.claims)
    assert len({event.id for event in events}) == len(events)


def _vetoed(found: list[Reading]) -> set[tuple[str, str]]:
    """Every pair of claims that would be vetoed, whether blocking lets it through or not."""
    directory = build_directory(found)
    facts = [facts_of(claim, r.article, directory) for r in found for claim in r.claims]
    rarity = topic_rarity(facts)
    pairs = (compare(a, b, rarity) for a, b in combinations(facts, 2))
    return {(c.left, c.right) for c in pairs if any(reason.weight <= VETO for reason in c.reasons)}


@given(readings(most=8))
def test_no_event_holds_a_vetoed_pair(found):
    """Two claims that cannot be one event are never in one, not even by way of a third."""
    vetoed = _vetoed(found)

    together = {
        (min(a.id, b.id), max(a.id, b.id)) for event in events_of(found) for a, b in combinations(event.claims, 2)
    }
    assert set() == together & vetoed


def _bare(event: Event) -> Event:
    """An event without the weights of its reasons, which say how rare a topic is among all articles."""
    return replace(event, comparisons=(), related=(), storylines=())


@given(readings(), st.integers(60, 400))
def test_an_unrelated_article_changes_no_other_event(found, days):
    """Who else met elsewhere, long after, is no news of these events."""
    stranger = make_claim("zz", ["masoud-pezeshkian", "hakan-fidan"], START + timedelta(days=days), topics=["apricots"])
    before = events_of(found)

    after = events_of([*found, make_reading("zz", [stranger])])

    assert [_bare(e) for e in before] == [_bare(e) for e in after if e.claims[0].article != "zz"]


@settings(max_examples=settings.default.max_examples // 3)  # each is a folder of articles
@given(readings(most=6), st.integers(1, 12))
def test_a_large_folder_of_other_news_changes_no_event(found, weeks):
    """What is rare in a small folder is not suddenly telling in a large one."""
    others = [
        make_reading(
            f"z{n:03}",
            [
                make_claim(
                    f"z{n:03}",
                    ["vladimir-putin", "hakan-fidan"],
                    START + timedelta(days=100 + 3 * n),
                    kind=Kind.MEETING,
                    topics=[f"other-{n % weeks}"],
                )
            ],
        )
        for n in range(60)
    ]
    before = events_of(found)

    after = events_of([*found, *others])

    assert [_bare(e) for e in before] == [_bare(e) for e in after if not e.claims[0].article.startswith("z")]


@given(readings(most=6), st.data())
def test_a_copy_joins_its_original(found, data):
    """The same text in another outlet is one more report of the same events, and no further text."""
    original = data.draw(st.sampled_from(found))
    claims = tuple(replace(c, id=c.id.replace(c.article, "zz"), article="zz") for c in original.claims)
    copied = [*found, replace(make_reading("zz", claims, copy_of=original.article.id))]

    home = {claim.id: event for event in events_of(copied) for claim in event.claims}

    for claim, copy in zip(original.claims, claims, strict=True):
        if home[claim.id].when.day:
            assert home[claim.id].id == home[copy.id].id
