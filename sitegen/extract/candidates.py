"""Frames → candidates: the events an article may report, weighed by where and how it speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sitegen.data.gazetteer import holds
from sitegen.extract.cast import Cast, count_people
from sitegen.extract.frames import Frame, Side
from sitegen.model import Kind

# How much a sentence says about what the article reports, by where it stands: the inverted pyramid of news writing
# (title and lead carry the news, what follows explains it).
TITLE, LEAD, HEADING, REST = 2.0, 2.0, 1.0, 0.25
# (paragraph, sentence of it) → weight, in the opening and in later segments.
STRESS = (
    {(1, 1): LEAD, (1, 2): 1.6, (1, 3): 1.2, (2, 1): 1.2, (2, 2): 0.9, (2, 3): 0.6, (3, 1): 0.6, (3, 2): 0.4},
    {(1, 1): 1.0, (1, 2): 0.8, (1, 3): 0.6, (2, 1): 0.5},
)
# How telling the words of a kind are: a telephone is a telephone, a visit is also the frame of other events.
TELLING = {
    Kind.CALL: 1.4,
    Kind.MESSAGE: 1.0,
    Kind.VOTE: 1.2,
    Kind.SIGNING: 1.0,
    Kind.TALKS: 0.9,
    Kind.SUMMIT: 0.8,
    Kind.MEETING: 1.1,
    Kind.VISIT: 0.75,
    Kind.STATEMENT: 0.15,
}
# Words that only say "they spoke": in an article about calls they are calls.
CONVERSATION = frozenset({Kind.MEETING, Kind.TALKS, Kind.STATEMENT})
BILATERAL = frozenset({Kind.CALL, Kind.MESSAGE, Kind.MEETING})
ONE_SIDED = frozenset({Kind.STATEMENT, Kind.VOTE, Kind.SUMMIT, Kind.VISIT, Kind.TALKS, Kind.SIGNING})
# Accepted from these sums on; measured on the development articles and on the cases of tests/cases/extract.
MAIN_AT_LEAST, SECOND_AT_LEAST, ROUNDUP_AT_LEAST = 1.3, 2.2, 1.4
UNHEADED_AT_LEAST = 2.4  # a segment that only a phrase such as "separately" opens
TOGETHER = 0.2  # enough where one sentence of the lead names both and the day
PAIR_IN_LEAD = 0.6  # enough where title or lead name both sides
DOUBT = frozenset({"background", "hypothetical", "denied"})
OLD_DAYS = 8  # an event that lies further back than this is not this article's news
OPENING_FRAMES = 6
MOST_PEOPLE = 8  # looked at for the two sides
SPOKEN_AT_LEAST = 0.2  # less than that is one word in passing
DEPARTED = 0.15  # the dead and the departed are named more often than those who act, and seldom act
NEAR_EVENT_WORD = 2  # tokens
PAST_ROLES = frozenset({"former-president", "former-prime-minister", "former-minister"})
# Who speaks and votes for a state in a body.
VOTING_ROLES = frozenset(
    {"permanent-representative", "ambassador", "charge-daffaires", "deputy-foreign-minister", "foreign-minister", "diplomat"}
)
SPOKESPEOPLE = frozenset({"spokesperson", "presidential-spokesperson"})


@dataclass(slots=True)
class Candidate:
    """A possible event of an article while evidence is gathered for it."""

    pair: tuple[Side, ...]
    frames: list[Frame]
    kinds: dict[Kind, float] = field(default_factory=dict)
    score: float = 0.0
    is_main: bool = False
    is_headed: bool = False
    has_day: bool = False

    @property
    def kind(self) -> Kind:
        return max(self.kinds, key=lambda k: (self.kinds[k], k.value))


def position_weight(frame: Frame) -> float:
    """Return how much of the article's news a sentence carries by its place."""
    if frame.number == 0:
        return TITLE
    if frame.is_heading:
        return HEADING
    return STRESS[min(frame.segment, 1)].get((frame.paragraph, min(frame.line, 3)), REST)


def find_candidates(frames: Sequence[Frame], cast: Cast, anchor: date | None) -> list[Candidate]:
    """Return the events that an article reports, the main one first."""
    segments = _segments(frames)
    weigher = _Weigher(cast, anchor)
    opening = weigher.opening(segments[0])
    dominant = _dominant(opening, segments)
    rest = [c for segment in segments[1:] for c in weigher.segment(segment, opening, dominant)]
    if opening and _is_tour(opening, rest):
        opening = None
    opening = opening or weigher.opening_by_echo(segments[0], rest)
    if opening is None and not any(c.score >= SECOND_AT_LEAST for c in rest):
        opening = weigher.statement(segments[0])
    hubs = weigher.hubs(opening, segments[0], rest)
    accepted = [c for c in (opening, *hubs) if c] + [c for c in rest if c.score >= _least(c, opening, dominant, rest)]
    if opening is None:
        accepted.sort(key=lambda c: (-c.score, c.frames[0].number))
    return _merged(accepted)


def _is_tour(opening: Candidate, rest: Sequence[Candidate]) -> bool:
    """A leader's tour told stop by stop: the stops are the events."""
    bare = any(s.key.startswith("@") for s in opening.pair)
    stops = [c for c in rest if {s.key for s in c.pair} & {s.key for s in opening.pair} and c.has_day]
    return bare and opening.kind == Kind.VISIT and bool(stops)


def _least(candidate: Candidate, opening: Candidate | None, dominant: Kind | None, rest: Sequence[Candidate]) -> float:
    """How much a later segment must bring to be an event of its own."""
    if opening is None and dominant is None and not candidate.has_day:
        return float("inf")  # no news at the head of the article, no day here: a portrait, a comment
    if opening is None and sum(1 for c in rest if c.has_day and c.score >= ROUNDUP_AT_LEAST) >= 2:
        return ROUNDUP_AT_LEAST
    return SECOND_AT_LEAST if candidate.is_headed else UNHEADED_AT_LEAST


def _segments(frames: Sequence[Frame]) -> list[list[Frame]]:
    found: dict[int, list[Frame]] = {}
    for frame in frames:
        found.setdefault(frame.segment, []).append(frame)
    return [found[key] for key in sorted(found)]


def _dominant(opening: Candidate | None, segments: Sequence[Sequence[Frame]]) -> Kind | None:
    """The kind that title and opening speak of, for segments that only name the next counterpart."""
    if opening and opening.kinds:
        return opening.kind
    kinds: dict[Kind, float] = {}
    for frame in segments[0][:4]:
        for kind, weight in frame.kinds.items():
            kinds[kind] = kinds.get(kind, 0) + weight * TELLING[kind] * position_weight(frame)
    best = max(kinds, key=lambda k: (kinds[k], k.value), default=None)
    return best if best and kinds[best] >= MAIN_AT_LEAST else None


def _merged(candidates: Iterable[Candidate]) -> list[Candidate]:
    """One candidate for each pair and kind; what later segments say of it is added to the first."""
    kept: list[Candidate] = []
    for candidate in candidates:
        people = {s.key for s in candidate.pair}
        twin = next((k for k in kept if {s.key for s in k.pair} == people), None)
        if twin is None:
            kept.append(candidate)
        else:
            twin.frames += [f for f in candidate.frames if f not in twin.frames]
    if kept:
        kept[0].is_main = True
    return kept


@dataclass(slots=True)
class _Weigher:
    cast: Cast
    anchor: date | None

    # ---- the opening: title, standfirst, lead

    def opening(self, segment: Sequence[Frame]) -> Candidate | None:
        """The event that title and lead report, or None."""
        pair = self._pair(segment[: OPENING_FRAMES + 1], segment)
        if not pair:
            return None
        frames = [f for f in segment if self._bears_on(f, pair)]
        kinds = self._kinds(segment, pair)
        self._without_votes(kinds, pair, segment)
        if len(pair) == 1 and pair[0].key.startswith("@") and not set(kinds) & {Kind.SUMMIT, Kind.VOTE}:
            return None
        candidate = Candidate(pair, frames, kinds)
        if not kinds or not frames:
            return None
        candidate.score = kinds[candidate.kind]
        early = [f for f in segment[:4] if f.kinds.get(candidate.kind)]
        if self._stand_together(pair, segment) and candidate.score >= TOGETHER:
            early = frames  # two leaders side by side on a day: the words of the event may come late
        if self._did_not_happen(candidate, segment):
            return None
        if len(pair) < 2 and candidate.kind not in ONE_SIDED:
            return self.statement(segment)
        if candidate.kind == Kind.VOTE:
            candidate.pair = self._voters(segment) or pair
        elif len(pair) < 2 and candidate.kind != Kind.SUMMIT and not self._is_one_sided_news(candidate, segment):
            return None
        named = any(self._names_both(f, pair) for f in segment if f.number == 0 or f.paragraph == 1)
        least = TOGETHER if early is frames else PAIR_IN_LEAD if named else MAIN_AT_LEAST
        return candidate if early and candidate.score >= least else None

    def _stand_together(self, pair: Sequence[Side], segment: Sequence[Frame]) -> bool:
        """Whether one sentence of the first paragraph names two people of different countries and a day."""
        keys = {s.key for s in pair}
        return len(pair) == 2 and any(
            keys <= set(f.keys()) and any(t.is_day for t in f.times) for f in segment if f.paragraph == 1
        )

    def statement(self, segment: Sequence[Frame]) -> Candidate | None:
        """One side speaks and that is the news: an office holder, a word of saying in title or lead, another country meant."""
        lead = [f for f in segment if f.number == 0 or f.paragraph == 1]
        if not lead:
            return None
        for side in dict.fromkeys(s for f in lead for s in f.people):
            spoken = [f for f in lead if side.key in f.keys() and f.kinds.get(Kind.STATEMENT)]
            foreign = {s.party for f in lead for s in (*f.people, *f.parties)} - {side.party, None}
            player = self.cast.players.get(side.key)
            if spoken and foreign and player and player.role and player.role not in PAST_ROLES and spoken[0].people[0].key == side.key:
                return Candidate((side,), spoken, {Kind.STATEMENT: 1.0}, 1.0)
        return None

    def _without_votes(self, kinds: dict[Kind, float], pair: Sequence[Side], segment: Sequence[Frame]) -> None:
        """Two leaders do not vote: where no body is named, the words of voting belong to what they talk about."""
        leaders = [s for s in pair if s.key in self.cast.players]
        bodies = any(s.mention.kind == "body" for f in segment[:6] for s in f.parties)
        if len(leaders) == 2 and not bodies:
            kinds.pop(Kind.VOTE, None)

    def _did_not_happen(self, candidate: Candidate, segment: Sequence[Frame]) -> bool:
        """Cancelled or only wished for: every early sentence of the event says so, and no day is set for it."""
        early = [f for f in segment if f.kinds.get(candidate.kind) and position_weight(f) >= 1.0]
        if early and all("denied" in f.stances for f in early):
            return True
        wished = [f for f in early if "hypothetical" in f.stances and "announced" not in f.stances]
        return bool(early) and len(wished) == len(early) and not any(t.is_day for f in early for t in f.times)

    def opening_by_echo(self, segment: Sequence[Frame], rest: Sequence[Candidate]) -> Candidate | None:
        """Title and lead name two leaders but say only that they "spoke": the kind is that of the event told beside it."""
        pair = self._pair(segment[: OPENING_FRAMES + 1], segment)
        people = {s.key for s in pair}
        if len(pair) < 2 or not any(people <= set(f.keys()) for f in segment if f.paragraph == 1):
            return None
        if segment[0].number == 0 and not people <= set(segment[0].keys()):
            return None
        for other in sorted(rest, key=lambda c: (-c.score, c.frames[0].number)):
            keys = {s.key for s in other.pair}
            if other.kind in BILATERAL and len(people & keys) == 1 and other.score >= SECOND_AT_LEAST:
                frames = [f for f in segment if self._bears_on(f, pair)]
                return Candidate(pair, frames, {other.kind: PAIR_IN_LEAD}, PAIR_IN_LEAD)
        return None

    def _names_both(self, frame: Frame, pair: Sequence[Side]) -> bool:
        """Whether a sentence names each side, as a person or by country."""
        here = {s.key for s in frame.people} | {s.party for s in (*frame.people, *frame.parties)}
        return all(s.key in here or s.party in here for s in pair)

    def _voters(self, segment: Sequence[Frame]) -> tuple[Side, ...]:
        """Who a vote is told of: those who speak in it, and the countries named where it is told; the body itself is the place."""
        told = [f for f in segment if f.kinds.get(Kind.VOTE) and position_weight(f) >= 0.6]
        people = [s for f in segment if f.paragraph <= 3 and not f.stances & DOUBT for s in f.people if s.party]
        spoke = [s for s in people if self.cast.players[s.key].role in VOTING_ROLES]
        countries = [s for f in told for s in f.parties if s.mention.kind == "country" and not s.mention.is_inhabitant]
        return tuple({s.party: s for s in (*countries[:4], *spoke[:2])}.values())

    def _is_one_sided_news(self, candidate: Candidate, segment: Sequence[Frame]) -> bool:
        """One side alone makes news where title and lead both speak of it and somewhere another country is meant."""
        lead = [f for f in segment if f.number <= 2]
        foreign = {s.party for f in lead for s in (*f.people, *f.parties)} - {candidate.pair[0].party, None}
        return bool(foreign) and sum(1 for f in lead if f.kinds.get(candidate.kind)) >= 2

    def _pair(self, frames: Sequence[Frame], segment: Sequence[Frame]) -> tuple[Side, ...]:
        """The two sides: the pair that the sentences of the event name together, else the two most stressed ones."""
        weights = self._side_weights(frames)
        people = [s for s in weights.values() if not s[1].key.startswith("@") and not self._speaks_for_another(s[1])]
        people.sort(key=lambda item: (-item[0], item[1].key))
        pair = self._people_pair(people[:MOST_PEOPLE], frames)
        if pair:
            return self._in_order(*pair, frames)
        for _, first in people[:3]:
            second = self._counterpart(first, frames, weights)
            if second:
                return self._in_order(first, second, frames)
        if people:
            return (people[0][1],)
        return self._party_pair(weights, frames)

    def _people_pair(self, people: Sequence[tuple[float, Side]], frames: Sequence[Frame]) -> tuple[Side, Side] | None:
        """The two people of different parties who are stressed most, those named in one sentence before all others."""
        best: tuple[float, Side, Side] | None = None
        for n, (weight, first) in enumerate(people):
            for other, second in people[n + 1 :]:
                if first.party == second.party:
                    continue
                together = self._together(first, second, frames)
                together *= 1.0 if self._is_in_office(first) and self._is_in_office(second) else DEPARTED
                if together <= 0 and min(weight, other) < LEAD * 0.4:
                    continue
                score = weight + other + together
                if best is None or score > best[0]:
                    best = (score, first, second)
        return (best[1], best[2]) if best else None

    def _together(self, first: Side, second: Side, frames: Sequence[Frame]) -> float:
        """How much stress lies on the sentences that name both."""
        return sum(
            position_weight(f) * (1.5 if _speaks(f) else 0.75) * (0.3 if _is_doubtful(f) else 1.0)
            for f in frames
            if {first.key, second.key} <= set(f.keys())
        )

    def _side_weights(self, frames: Sequence[Frame]) -> dict[str, tuple[float, Side]]:
        counts = count_people(self.cast)
        weights: dict[str, tuple[float, Side]] = {}
        for frame in frames:
            stress = position_weight(frame) * (1.5 if _speaks(frame) else 0.4)
            stress *= 0.3 if _is_doubtful(frame) else 1.0
            for order, side in enumerate((*frame.people, *frame.parties)):
                share = 1.0 if not side.key.startswith("@") else 0.8 if "/" in side.key else 0.3
                share *= 1.0 if order < 2 else 0.8
                share *= 1.15 if _is_by_event_word(frame, side) else 1.0
                share *= 1.0 if self._is_in_office(side) else DEPARTED
                old = weights.get(side.key, (0.1 * counts.get(side.key, 0), side))
                weights[side.key] = (old[0] + stress * share, old[1])
        return weights

    def _is_in_office(self, side: Side) -> bool:
        """The dead and the departed are spoken of, but others take part."""
        known = self.cast.known.get(side.key)
        if known is None or self.anchor is None or not known.offices:
            return True
        held = [o for o in known.offices if o.role not in PAST_ROLES]
        return any(holds(o, self.anchor + timedelta(days=1), None) for o in held)

    def _speaks_for_another(self, side: Side) -> bool:
        player = self.cast.players.get(side.key)
        return (player.role if player else side.mention.role) in SPOKESPEOPLE

    def _counterpart(
        self, first: Side, frames: Sequence[Frame], weights: Mapping[str, tuple[float, Side]]
    ) -> Side | None:
        """The other side where no person of it is named beside the first: an office, a country, a body."""
        together = [f for f in frames if _speaks(f) and (first.key in f.keys() or f.number == 0)]
        near = {s.key for f in together for s in f.parties}
        parties = sorted(
            (item for item in weights.values() if item[1].key.startswith("@") and item[1].key in near),
            key=lambda item: (-item[0], item[1].key),
        )
        for _, side in parties:
            if side.party != first.party:
                return self._person_of(side, first, frames) or side
        return None

    def _person_of(self, side: Side, first: Side, frames: Sequence[Frame]) -> Side | None:
        """Whom a country, capital or palace stands for: the person of that party named first in these sentences, else in all."""
        here = [s for f in frames for s in f.people if s.party == side.party and s.key != first.key]
        if here:
            return here[0]
        of_party = [p for p in self.cast.players.values() if side.party in (p.country, p.body)]
        if len(of_party) == 1 and (side.mention.is_metonym or "/" in side.key):
            return Side(of_party[0].key, side.party, side.mention)
        return None

    def _in_order(self, first: Side, second: Side, frames: Sequence[Frame]) -> tuple[Side, Side]:
        for frame in frames:
            order = [s.key for s in (*frame.people, *frame.parties)]
            if first.key in order and second.key in order:
                return (first, second) if order.index(first.key) < order.index(second.key) else (second, first)
        return (first, second)

    def _party_pair(self, weights: Mapping[str, tuple[float, Side]], frames: Sequence[Frame]) -> tuple[Side, ...]:
        ranked = sorted(weights.values(), key=lambda item: (-item[0], "/" not in item[1].key, item[1].key))
        chosen: list[Side] = []
        for _, side in ranked:
            if side.party not in [c.party for c in chosen]:
                chosen.append(side)
        return tuple(chosen[:2])

    # ---- what kind

    def _kinds(self, frames: Sequence[Frame], pair: Sequence[Side]) -> dict[Kind, float]:
        kinds: dict[Kind, float] = {}
        for frame in frames:
            for kind, weight in frame.kinds.items():
                value = weight * TELLING[kind] * position_weight(frame) * self._nearness(frame, pair)
                kinds[kind] = kinds.get(kind, 0.0) + value
        return kinds

    def _nearness(self, frame: Frame, pair: Sequence[Side]) -> float:
        """How far a sentence's event words belong to this pair: both named, one, or nobody else."""
        if _is_doubtful(frame):
            return 0.2
        here = {s.key for s in frame.people} | {s.party for s in (*frame.people, *frame.parties)}
        named = sum(1 for s in pair if s.key in here or s.party in here)
        strangers = {s.key for s in frame.people} - {s.key for s in pair}
        if named == len(pair):
            return 1.0
        return 0.6 if named or not strangers else 0.1

    def _bears_on(self, frame: Frame, pair: Sequence[Side]) -> bool:
        return self._nearness(frame, pair) >= 0.6 and (frame.place <= 3 or bool(frame.kinds) or bool(frame.people))

    # ---- further segments

    def segment(self, segment: Sequence[Frame], opening: Candidate | None, dominant: Kind | None) -> list[Candidate]:
        """The event that a later segment reports beside the main one, if any."""
        head = segment[:4]
        pair = self._segment_pair(head, opening)
        if len(pair) < 2:
            return []
        if opening and opening.kind != Kind.SUMMIT and {s.key for s in pair} == {s.key for s in opening.pair}:
            return []
        if any(s.key.startswith("@") and "/" not in s.key and s.mention.kind != "body" for s in pair):
            return []  # a country by name alone is what the talk is about, seldom a side of it
        kinds = self._kinds(segment, pair)
        spoken = {k: v for k, v in kinds.items() if k != Kind.STATEMENT and v >= SPOKEN_AT_LEAST}
        if not spoken and dominant and dominant in BILATERAL and segment[0].is_heading:
            spoken = {dominant: 0.7}
        if not spoken:
            return []
        frames = [f for f in segment if self._bears_on(f, pair)]
        candidate = Candidate(pair, frames or list(segment[:2]), spoken, is_headed=segment[0].is_heading)
        candidate.has_day = self._has_day(head)
        if dominant == Kind.CALL and Kind.CALL not in spoken and not set(spoken) - CONVERSATION and self._shares_hub(candidate, opening):
            candidate.kinds = {Kind.CALL: max(spoken.values()), **spoken}
            candidate.kinds[Kind.CALL] = max(candidate.kinds.values()) + 0.1
        if opening and not segment[0].opens and self._is_part_of(candidate, opening):
            return []
        candidate.score = self._segment_score(candidate, head, opening)
        return [candidate]

    def _shares_hub(self, candidate: Candidate, opening: Candidate | None) -> bool:
        return opening is not None and bool({s.key for s in candidate.pair} & {s.key for s in opening.pair})

    def _has_day(self, frames: Sequence[Frame]) -> bool:
        dated = [t for f in frames for t in f.times if t.is_day and not t.distance]
        return any(t.story_shift is not None or self._is_near(t.constraint.earliest, t.constraint.latest) for t in dated)

    def _is_part_of(self, candidate: Candidate, opening: Candidate) -> bool:
        """Other people of the same two countries, on no day of their own: what ministers sign while their leaders meet."""
        same_parties = {s.party for s in candidate.pair} == {s.party for s in opening.pair}
        guest = not any(s.key.startswith("@") for s in opening.pair)
        if same_parties and guest and opening.kind == Kind.VISIT and candidate.kind in (Kind.MEETING, Kind.TALKS, Kind.VISIT):
            return True  # what is done on a visit belongs to it
        strangers = not {s.key for s in candidate.pair} & {s.key for s in opening.pair}
        return same_parties and strangers and not candidate.has_day and candidate.kind != Kind.CALL

    def _segment_pair(self, head: Sequence[Frame], opening: Candidate | None) -> tuple[Side, ...]:
        pair = self._pair(head, head)
        if len(pair) == 2 or not pair or opening is None:
            return pair
        # One name alone: the hub of the article is the other side ("Kepada Ramaphosa …", "Следующим стал разговор с …").
        counts = count_people(self.cast)
        here = {key for f in head for key in f.keys()}
        hubs = [s for s in opening.pair if s.party != pair[0].party and s.key != pair[0].key]
        hub = max(hubs, key=lambda s: (s.key in here, counts.get(s.key, 0), s.key), default=None)
        known = any(pair[0].key in f.keys() for f in opening.frames if f.segment == 0 and f.place <= 3)
        speaks = any(_speaks(f) for f in head) or (known and head[0].is_heading and opening.kind in BILATERAL)
        return (hub, pair[0]) if hub and speaks else pair

    def _segment_score(self, candidate: Candidate, head: Sequence[Frame], opening: Candidate | None) -> float:
        keys = {s.key for s in candidate.pair}
        parties = {s.party for s in candidate.pair}
        telling = [f for f in head if f.kinds.get(candidate.kind)]
        score = 0.0
        if head[0].is_heading:
            named = keys & set(head[0].keys()) or parties & {s.party for s in head[0].parties}
            score += 0.6 + (0.6 if named or head[0].kinds else 0.0)
        score += 0.8 if any(f.opens and "background" not in f.stances for f in head) else 0.0
        together = [f for f in head if not f.is_heading and keys <= set(f.keys())]
        implied = any(f.keys() for f in telling if not f.is_heading) and self._shares_hub(candidate, opening)
        score += 1.2 if any(f in telling for f in together) else 0.9 if implied else 0.6 if together else 0.0
        score += 0.5 if telling else 0.0
        score += min(1.0, 0.5 * sum(1 for f in candidate.frames if f not in head[:2]))
        return score + self._stance_score(telling or head, opening, head[0].is_heading)

    def _stance_score(self, frames: Sequence[Frame], opening: Candidate | None, headed: bool) -> float:
        dated = [t for f in frames for t in f.times if t.is_day or t.distance]
        near = any(self._is_near(t.constraint.earliest, t.constraint.latest) for t in dated if not t.distance)
        story = any(t.story_shift in (0, 1) or (t.story_shift is not None and headed) for t in dated)
        score = 1.0 if near or story else 0.0
        stances = frozenset().union(*(f.stances for f in frames[:2]))
        if any(t.distance == "ago" and not t.is_day for t in dated) or (dated and not near and not story and self._all_old(frames)):
            score -= 2.5
        if not (near or story) and any(not t.is_day for f in frames for t in f.times):
            score -= 1.0  # told by the month or the year: no news of these days
        if "background" in stances and not (headed and (near or story)):
            score -= 1.5
        if stances & {"hypothetical", "denied"}:
            score -= 1.0
        ahead = dated and self.anchor and all(t.constraint.latest and t.constraint.latest > self.anchor for t in dated)
        if ("announced" in stances or ahead) and not (opening and any("announced" in f.stances for f in opening.frames[:2])):
            score -= 1.5
        return score

    def _is_near(self, earliest: date | None, latest: date | None) -> bool:
        if self.anchor is None:
            return True
        if earliest is None or latest is None:
            return False
        return abs((latest - self.anchor).days) <= OLD_DAYS

    def _all_old(self, frames: Sequence[Frame]) -> bool:
        days = [t.constraint.latest for f in frames for t in f.times if t.constraint.latest]
        return bool(days) and self.anchor is not None and all((self.anchor - d).days > OLD_DAYS for d in days)

    # ---- one hub, several counterparts

    def hubs(self, opening: Candidate | None, segment: Sequence[Frame], rest: Sequence[Candidate]) -> list[Candidate]:
        """Calls and messages are between two: a title or lead that names several counterparts reports several events."""
        if opening is None or len(opening.pair) < 2 or opening.kind not in (Kind.CALL, Kind.MESSAGE):
            return []
        lead = [f for f in segment if f.number <= 1 and f.kinds.get(opening.kind)]
        known = {s.key for s in opening.pair} | {s.key for c in rest for s in c.pair if c.score >= SECOND_AT_LEAST}
        found = []
        for frame in lead:
            if len({s.party for s in frame.people}) < 3:
                continue
            hub = frame.people[0]
            for side in frame.people[1:]:
                if side.key not in known and side.party != hub.party and _in_list(frame, side):
                    found.append(Candidate((hub, side), [frame], {opening.kind: 1.0}, SECOND_AT_LEAST))
                    known.add(side.key)
        return found


def _in_list(frame: Frame, side: Side) -> bool:
    """`Rahmon, Ramaphosa, and Lula`: right beside another name of the row."""
    return any(
        other.key != side.key and min(abs(other.mention.first - side.mention.last), abs(side.mention.first - other.mention.last)) <= 2
        for other in frame.people[1:]
    )


def _is_by_event_word(frame: Frame, side: Side) -> bool:
    """Whether a name stands within or right beside the words of the event."""
    first, last = side.mention.first - NEAR_EVENT_WORD, side.mention.last + NEAR_EVENT_WORD
    return any(h.entry.value != "statement" and first <= h.last and h.first <= last for h in frame.scan.kinds)


def _is_doubtful(frame: Frame) -> bool:
    """Background, wish or denial; the first sentence of the article or of a segment is the news whatever its tense."""
    return bool(frame.stances & DOUBT) and frame.number > 1 and frame.place > 1


def _speaks(frame: Frame) -> bool:
    return any(kind != Kind.STATEMENT for kind in frame.kinds)
