"""The event that title, standfirst and lead report: what the article is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.cast import Cast
from sitegen.extract.conferences import is_spoken_of_alone, on_one_line
from sitegen.extract.frames import Frame, Side
from sitegen.extract.offices import ENVOYS, HEADS_OF_BODIES, LEADERS
from sitegen.extract.pairs import find_pair
from sitegen.extract.statements import (
    find_move,
    find_statement,
    foreign,
    is_acted_on,
    is_only_said,
    is_said_in_headline,
)
from sitegen.extract.weigh import DOUBT, Candidate, bears_on, is_doubtful, names_all, position_weight, weigh_kinds
from sitegen.model import Kind

BILATERAL = frozenset({Kind.CALL, Kind.MESSAGE, Kind.MEETING})
ONE_SIDED = frozenset({Kind.STATEMENT, Kind.VOTE, Kind.SUMMIT, Kind.VISIT, Kind.TALKS, Kind.SIGNING})
IN_PERSON = frozenset({Kind.MEETING, Kind.VISIT, Kind.TALKS})
# Accepted from these sums on; measured on the development articles and on the cases of tests/cases/extract.
MAIN_AT_LEAST, SECOND_AT_LEAST = 1.3, 2.2
TOGETHER = 0.2  # enough where one sentence of the lead names both and the day
PAIR_IN_LEAD = 0.6  # enough where title or lead name both sides
OPENING_FRAMES = 7  # the title and six sentences are asked for the two sides
EARLY_FRAMES = 4  # title, standfirst and three sentences: among them words of the event must stand
MOST_VOTERS = 3  # speakers of a vote that count as sides
VOTING_ROLES = ENVOYS | {"foreign-minister", "deputy-foreign-minister"}


def find_opening(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return the event that title and lead report, or None."""
    pair = find_pair(segment[:OPENING_FRAMES], cast)
    if not pair:
        return None
    kinds = _possible_kinds(weigh_kinds(segment, pair), pair, segment, cast)
    if _is_bare(pair) and not set(kinds) & {Kind.SUMMIT, Kind.VOTE}:
        return None
    frames = tuple(f for f in segment if bears_on(f, pair))
    if not kinds or not frames or _explains(pair, segment):
        return None
    candidate = Candidate(pair, frames, kinds)
    candidate = replace(candidate, score=kinds[candidate.kind])
    if _did_not_happen(candidate, segment):
        return None
    if candidate.kind == Kind.STATEMENT:
        named = replace(candidate, pair=_named_with_words(candidate, segment))
        return _said_by_another(candidate, segment, cast) or _if_enough(named, segment, cast)
    if candidate.kind in IN_PERSON and _are_words(pair, segment):
        return find_statement(segment, cast) or candidate
    if len(pair) < 2 and candidate.kind not in ONE_SIDED:
        return find_statement(segment, cast)
    if candidate.kind == Kind.SUMMIT and all(s.key.startswith("@") for s in pair):
        return find_gathering(segment, cast) or _if_enough(candidate, segment, cast)
    if candidate.kind == Kind.VOTE:
        voted = replace(candidate, pair=_voters(segment, cast) or pair)
        return voted if _is_enough(candidate, segment) else None
    return _if_enough(candidate, segment, cast)


def _if_enough(candidate: Candidate, segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """The candidate, or None where title and lead say too little of it; of one side alone they must say more."""
    is_alone = len(candidate.pair) < 2 and candidate.kind != Kind.SUMMIT
    if is_alone and not _is_one_sided_news(candidate, segment, cast):
        return None
    return candidate if _is_enough(candidate, segment) else None


def _are_words(pair: Sequence[Side], segment: Sequence[Frame]) -> bool:
    """Whether a meeting is only spoken of: with a country for which nobody is named, or in somebody's words."""
    nobody = any(side.key.startswith("@") for side in pair)
    return (nobody and is_only_said(segment)) or is_said_in_headline(segment, pair)


def _named_with_words(candidate: Candidate, segment: Sequence[Frame]) -> tuple[Side, ...]:
    """The sides of a statement: who speaks, and of whom the headline or a sentence of what was said speaks."""
    told = [f for f in segment if f.number == 0 or (f.paragraph <= 1 and f.kinds.get(Kind.STATEMENT))]
    named = {key for f in told for key in (*f.people_keys, *(s.key for s in f.parties))}
    return (candidate.pair[0], *(s for s in candidate.pair[1:] if s.key in named))


def _said_by_another(candidate: Candidate, segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """The statement of whom the lead quotes, or of a ministry, where a candidate took it for one of whom they speak."""
    said = find_statement(segment, cast)
    if said is None:
        return find_move(segment, cast)
    return said if said.pair[0].key not in candidate.keys else None


def _is_bare(pair: Sequence[Side]) -> bool:
    """One side alone, and nobody named for it."""
    return len(pair) == 1 and pair[0].key.startswith("@")


def _explains(pair: Sequence[Side], segment: Sequence[Frame]) -> bool:
    """Countries of which nobody is named, and no day: what relations are, not what happened."""
    nobody = all(side.key.startswith("@") for side in pair)
    return nobody and not any(t.is_day and t.distance != "ago" for f in segment for t in f.times)


def _is_enough(candidate: Candidate, segment: Sequence[Frame]) -> bool:
    """Whether title and lead say enough: the less, the clearer they name both sides."""
    if _stand_together(candidate.pair, segment) and candidate.score >= TOGETHER:
        return True  # two leaders side by side on a day: the words of the event may come late
    is_early = any(f.kinds.get(candidate.kind) for f in segment if f.place < EARLY_FRAMES)
    if not is_early or _is_general(candidate, segment):
        return False
    named = any(names_all(f, candidate.pair) for f in segment if f.number == 0 or f.paragraph == 1)
    return candidate.score >= (PAIR_IN_LEAD if named else MAIN_AT_LEAST)


def _is_general(candidate: Candidate, segment: Sequence[Frame]) -> bool:
    """No day, and neither title nor first paragraph names either side: thoughts about calls, no call."""
    head = [f for f in segment if f.number == 0 or f.paragraph <= 1]
    named = any(candidate.keys & {s.key for s in (*f.people, *f.parties)} for f in head)
    return not named and not any(t.is_day for f in candidate.frames for t in f.times)


def _stand_together(pair: Sequence[Side], segment: Sequence[Frame]) -> bool:
    """Whether one sentence of the first paragraph names two people of different countries and a day."""
    keys = {s.key for s in pair}
    told = [f for f in segment if f.paragraph == 1 and not f.is_long_past]
    return len(pair) == 2 and any(keys <= set(f.people_keys) and any(t.is_day for t in f.times) for f in told)


def _possible_kinds(
    kinds: Mapping[Kind, float], pair: Sequence[Side], segment: Sequence[Frame], cast: Cast
) -> Mapping[Kind, float]:
    """Two leaders do not vote: where no body is named, the words of voting belong to what they talk about.

    Nor does a summit: its resolution is what it ends with. Nor does a body meet anybody for which nobody is named:
    where it votes, it does that.
    """
    if kinds and on_one_line(segment, cast) and is_spoken_of_alone(segment):
        return {**kinds, Kind.CALL: max(kinds.values()) + 0.1}
    leaders = [s for s in pair if s.key in cast.players]
    bodies = any(s.mention.kind == "body" for f in segment[:6] for s in f.parties)
    if (len(leaders) == 2 and not bodies) or _is_of_a_summit(segment):
        return {kind: weight for kind, weight in kinds.items() if kind != Kind.VOTE}
    if kinds.get(Kind.VOTE) and any(s.mention.kind == "body" and s.key.startswith("@") for s in pair):
        return {kind: weight for kind, weight in kinds.items() if kind != Kind.MEETING}
    return kinds


def _is_of_a_summit(segment: Sequence[Frame]) -> bool:
    """Whether headline and first sentence speak of a summit, or the headline of a summit and of no vote."""
    headline = {kind for f in segment if f.number == 0 for kind in f.kinds}
    first = {kind for f in segment if f.number == 1 for kind in f.kinds}
    return Kind.SUMMIT in headline and (Kind.SUMMIT in first or Kind.VOTE not in headline)


def _did_not_happen(candidate: Candidate, segment: Sequence[Frame]) -> bool:
    """Cancelled or only wished for: every early sentence of the event says so, and no day is set for it."""
    kind = candidate.kind
    early = [f for f in segment if f.kinds.get(kind) and position_weight(f) >= 1.0]
    if early and all("denied" in f.stances or kind in f.denied for f in early):
        return True
    wished = [f for f in early if "hypothetical" in f.stances and "announced" not in f.stances]
    has_day = any(t.is_day for f in early for t in f.times) or _stand_together(candidate.pair, segment)
    return bool(early) and len(wished) == len(early) and not has_day


def _voters(segment: Sequence[Frame], cast: Cast) -> tuple[Side, ...]:
    """Who a vote is told of: who speaks in it, and the countries of the headline and of where it is told.

    The body is the place.
    """
    told = [f for f in segment if f.kinds.get(Kind.VOTE) and position_weight(f) >= 0.6]
    people = [s for f in segment if not f.stances & DOUBT for s in f.people if s.party]
    spoke = [s for s in people if cast.role_of(s.key) in VOTING_ROLES]
    about = [s for f in segment if f.number == 0 for s in f.parties if s.mention.kind == "country"]
    countries = [s for f in told for s in f.parties if s.mention.kind == "country" and not s.mention.is_inhabitant]
    return tuple({s.party: s for s in (*about, *countries[:4], *spoke[:MOST_VOTERS])}.values())


def _is_one_sided_news(candidate: Candidate, segment: Sequence[Frame], cast: Cast) -> bool:
    """One side alone makes news where title and lead both speak of it and somewhere another country is meant."""
    lead = [f for f in segment if f.number <= 2]
    if any(is_acted_on(candidate.pair[0], f, cast) for f in lead if f.number == 1) and find_move(segment, cast):
        return False
    abroad = foreign(lead, candidate.pair[0])
    if candidate.kind == Kind.VISIT:  # to a city that is no capital: `travels to New York`
        abroad |= {gazetteer().cities[city].country for f in lead for city in f.cities} - {candidate.pair[0].party}
    return bool(abroad) and sum(1 for f in lead if f.kinds.get(candidate.kind)) >= 2


def find_gathering(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return the summit that the lead tells of, and of which leaders are quoted, or None.

    It is of a body that the lead names, or of three leaders and more.
    """
    lead = [f for f in segment if f.number == 0 or f.paragraph == 1]
    told = [f for f in lead if f.kinds.get(Kind.SUMMIT) and not is_doubtful(f)]
    titles = [f for f in segment if f.number == 0]
    bodies = [s for f in (*told, *titles) for s in f.parties if s.mention.kind == "body"] if told else []
    heads = LEADERS | HEADS_OF_BODIES
    leaders = {s.party: s for f in segment for s in f.people if cast.role_of(s.key) in heads}
    has_day = any(t.is_day for f in segment for t in f.times)
    if len(leaders) < (2 if bodies else 3) or not told or not (bodies or has_day):
        return None  # `Latin American summits produce two things`: a column
    pair = (*bodies[:1], *leaders.values())[:2]
    frames = tuple(f for f in segment if f in told or f.people)
    return Candidate(pair, frames, {Kind.SUMMIT: 1.0}, 1.0)


def find_echo(segment: Sequence[Frame], rest: Sequence[Candidate], cast: Cast) -> Candidate | None:
    """Return the event of a title and lead that name two leaders but say only that they "spoke", or None.

    Its kind is that of the event told beside it.
    """
    pair = find_pair(segment[:OPENING_FRAMES], cast)
    people = {s.key for s in pair}
    if len(pair) < 2 or not any(people <= set(f.people_keys) for f in segment if f.paragraph == 1):
        return None
    if segment[0].number == 0 and not people <= set(segment[0].people_keys):
        return None
    for other in sorted(rest, key=lambda c: (-c.score, c.frames[0].number)):
        if other.kind in BILATERAL and len(people & other.keys) == 1 and other.score >= SECOND_AT_LEAST:
            frames = tuple(f for f in segment if bears_on(f, pair))
            return Candidate(pair, frames, {other.kind: PAIR_IN_LEAD}, PAIR_IN_LEAD)
    return None
