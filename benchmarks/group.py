"""How long claims take to be compared and grouped, and how the time grows with their number.

    python -m benchmarks.group [--claims 10000] [--profile]

The claims are synthetic: so many events a day among so many pairs of leaders, three reports an event, as a busy desk
collects them in five years.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import time
from datetime import date, timedelta
from itertools import pairwise

from sitegen.data.gazetteer import gazetteer
from sitegen.group import group_claims
from sitegen.group.facts import facts_of
from sitegen.group.grouping import compare_all
from sitegen.group.pairs import candidate_pairs
from sitegen.model import (
    Actor,
    Article,
    Basis,
    Claim,
    Constraint,
    Evidence,
    Kind,
    Reading,
    Stance,
)
from sitegen.resolve import build_directory

FIRST = date(2021, 1, 4)
REPORTS = 3  # of each event
EVENTS_A_DAY = 2
LEADERS = 60  # people who meet; a few of them far more often than the others
KINDS = (Kind.CALL, Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.SIGNING, Kind.MESSAGE, Kind.STATEMENT)
PLACES = (None, "moscow", "ankara", "geneva", "doha", "beijing", "paris")
SEED = 7


def make_readings(claims: int) -> list[Reading]:
    """Return articles of one claim each."""
    dice = random.Random(SEED)
    people = [
        (person.id, office.of, office.role)
        for person in sorted(gazetteer().people.values(), key=lambda p: p.id)
        for office in person.offices[-1:]
        if office.role in ("president", "prime-minister", "foreign-minister") and office.end is None
    ][:LEADERS]
    weights = [1 / (n + 1) for n in range(len(people))]
    found: list[Reading] = []
    for number in range(0, claims, REPORTS):
        day = FIRST + timedelta(days=number // REPORTS // EVENTS_A_DAY)
        pair: list[tuple[str, str, str]] = []
        while len({country for _, country, _ in pair}) < 2:
            pair = dice.choices(people, weights, k=2)
        kind, place = dice.choice(KINDS), dice.choice(PLACES)
        topics = tuple(sorted({f"topic-{int(dice.paretovariate(1))}" for _ in range(5)}))
        found += [
            make_reading(f"a{number + report:06}", pair, day, kind, place, topics, dice)
            for report in range(min(REPORTS, claims - number))
        ]
    return found


def make_reading(
    name: str,
    pair: list[tuple[str, str, str]],
    day: date,
    kind: Kind,
    place: str | None,
    topics: tuple[str, ...],
    dice: random.Random,
) -> Reading:
    """Return one report: the whole date, a weekday, or none but the day of publication."""
    words = Evidence(name, 1, "words", "synthetic")
    published = day + timedelta(days=dice.randrange(3))
    stamp = Evidence(name, 0, published.isoformat(), "published")
    bound = Constraint(Basis.PUBLISHED, stamp, published - timedelta(days=10), published)
    told = dice.random()
    constraints: tuple[Constraint, ...] = (bound,)
    if told < 0.5:
        constraints = (Constraint(Basis.EXPLICIT, words, day, day), bound)
    elif told < 0.9:
        week = (published - timedelta(days=6), published)
        constraints = (Constraint(Basis.WEEKDAY, words, *week, weekday=day.weekday()), bound)
    actors = tuple(Actor(key, key, country, None, role, words) for key, country, role in pair)
    claim = Claim(
        id=f"{name}#0", article=name, kind=kind, actors=actors, countries=tuple(sorted({c for _, c, _ in pair})),
        constraints=constraints, place=place if dice.random() < 0.6 else None, place_evidence=None,
        stance=Stance.REPORTED, sentences=(1,), evidence=(words,), prominence=10.0, kinds=((kind, 1.0),),
        topics=tuple(t for t in topics if dice.random() < 0.8),
    )  # fmt: skip
    article = Article(
        id=name, source=f"{name}.txt", entry="", language="en", title=None, standfirst=None, outlet=None, author=None,
        dateline=None, published=None, modified=None, url=None, section=None, blocks=(), captions=(), found=(),
        dropped=(),
    )  # fmt: skip
    return Reading(article, (), (claim,))


def measure(claims: int) -> str:
    """Group so many claims and say how long each step took."""
    readings = make_readings(claims)
    marks = [("", time.process_time())]
    directory = build_directory(readings)
    marks.append(("people", time.process_time()))
    facts = [facts_of(claim, r.article, directory) for r in readings for claim in r.claims]
    marks.append(("facts", time.process_time()))
    pairs = sum(1 for _ in candidate_pairs(facts))
    marks.append(("pairs", time.process_time()))
    compare_all(facts)
    marks.append(("comparing", time.process_time()))
    events = group_claims(readings, directory).events
    marks.append(("all but people", time.process_time()))
    steps = ", ".join(f"{name} {end - start:.2f} s" for (_, start), (name, end) in pairwise(marks))
    return f"{claims:6} claims, {pairs:7} pairs, {len(events):5} events: {steps}"


def main() -> None:
    """Print a line for a quarter, a half and all of the claims: twice the claims should take about twice the time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--claims", type=int, default=10_000)
    parser.add_argument("--profile", action="store_true", help="print the functions that take the most time")
    options = parser.parse_args()
    if options.profile:
        readings = make_readings(options.claims)
        directory = build_directory(readings)
        profile = cProfile.Profile()
        profile.runcall(group_claims, readings, directory)
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    measure(200)  # the tables are read once a process
    for share in (4, 2, 1):
        print(measure(options.claims // share), flush=True)


if __name__ == "__main__":
    main()
