"""Candidates → claims: each with its people, its reasons for a date, its place and the sentences that carry it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sitegen.data.gazetteer import first_years, gazetteer
from sitegen.extract.weigh import Candidate
from sitegen.extract.cast import Cast, same_office
from sitegen.extract.dates import TimeWord
from sitegen.extract.figures import read_figures
from sitegen.extract.frames import Frame, Side
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.mentions import Mention
from sitegen.extract.tokens import SPACELESS
from sitegen.extract.quotes import SHORTEST_QUOTE, SHORTEST_QUOTE_SPACELESS, read_quotes
from sitegen.model import Actor, Article, Basis, Claim, Constraint, Evidence, Kind, Stance
from sitegen.when import solve

LEADERS = frozenset(
    {"president", "president-elect", "prime-minister", "chancellor", "monarch", "supreme-leader", "leader"}
)
MEDIATED = frozenset({Kind.TALKS, Kind.MEETING, Kind.SIGNING, Kind.CALL})
NEAR_MEDIATION = 5  # words between a mediator's name and the word for mediation
HEADS_OF_BODIES = frozenset({"commission-president", "council-president", "secretary-general"})
CARRIES = 8  # sentences of a claim that the page quotes at most
NEWS_REACHES_BACK = 10  # days before publication within which an undated event of the news lies
FACE_TO_FACE = frozenset({Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.SUMMIT, Kind.SIGNING, Kind.VOTE})
BACKGROUND_BASES = frozenset({Basis.EXPLICIT, Basis.PARTIAL})


def make_claims(
    article: Article,
    candidates: Sequence[Candidate],
    frames: Sequence[Frame],
    cast: Cast,
    lexicon: Lexicon,
    anchor: date | None,
) -> tuple[Claim, ...]:
    """Return the claims of an article, the main one first."""
    claims: list[Claim] = []
    story = None if any(c.frames[0].segment == 0 for c in candidates) else _day_of_the_news(frames, anchor)
    for rank, candidate in enumerate(candidates):
        maker = _Maker(article, candidate, frames, cast, lexicon, anchor, story)
        claim = maker.claim(rank)
        claims.append(claim)
        story = story or solve(claim.constraints).day
    return tuple(claims) if anchor else tuple(_share_days(claims))


def _day_of_the_news(frames: Sequence[Frame], anchor: date | None) -> date | None:
    """The day that title or lead give to everything the article then tells piece by piece."""
    for frame in frames:
        if frame.segment == 0 and frame.paragraph <= 1:
            days = [t.constraint for t in frame.times if t.is_day and not t.distance and t.story_shift is None]
            if days and anchor:
                bound = Constraint(Basis.PUBLISHED, days[0].evidence, latest=anchor)
                return solve([days[0], bound]).day
    return None


def _share_days(claims: Sequence[Claim]) -> Iterable[Claim]:
    """In a text without a date, one weekday is one day: "on Monday … also on Monday, 22 July" dates both."""
    for claim in claims:
        weekdays = {c.weekday for c in claim.constraints if c.weekday is not None}
        has_day = any(c.basis in (Basis.EXPLICIT, Basis.PARTIAL) for c in claim.constraints)
        shared = [
            c
            for other in claims
            if other is not claim and weekdays & {o.weekday for o in other.constraints if o.weekday is not None}
            for c in other.constraints
            if c.basis in (Basis.EXPLICIT, Basis.PARTIAL)
        ]
        yield claim if has_day or not weekdays else replace(claim, constraints=(*claim.constraints, *shared))


def _earliest(constraint: Constraint, year_start: date | None) -> date | None:
    """The first day a dated fact can be of; a day and month without a year are of the year that the text is known to be of."""
    if constraint.earliest:
        return constraint.earliest
    if year_start and constraint.month and constraint.day:
        return year_start.replace(month=constraint.month, day=min(constraint.day, 28))
    return None


class _Maker:
    """Puts one claim together; holds nothing but its inputs."""

    def __init__(
        self,
        article: Article,
        candidate: Candidate,
        frames: Sequence[Frame],
        cast: Cast,
        lexicon: Lexicon,
        anchor: date | None,
        story: date | None,
    ) -> None:
        self.article, self.candidate, self.frames = article, candidate, frames
        self.cast, self.lexicon, self.anchor, self.story = cast, lexicon, anchor, story

    def claim(self, rank: int) -> Claim:
        candidate = self.candidate
        kind = self._kind()
        stance = self._stance()
        actors = self._actors(kind)
        place = self._place(kind)
        spoken = [f for f in candidate.frames if f.kinds]
        return Claim(
            id=f"{self.article.id}#{rank}",
            article=self.article.id,
            kind=kind,
            actors=actors,
            countries=tuple(sorted({a.country for a in actors if a.country and a.is_principal})),
            constraints=tuple(self._constraints(kind, stance, actors)),
            place=place[0] if place else None,
            place_evidence=place[1] if place else None,
            stance=stance,
            sentences=tuple(sorted({f.number for f in candidate.frames if f.number > 0})[:CARRIES]),
            evidence=tuple(self._evidence(f, kind) for f in spoken[:3] if kind in f.kinds),
            prominence=round(candidate.score, 3) if rank else 10.0,
            quotes=tuple(self._quotes()),
            figures=tuple(read_figures((f.scan for f in candidate.frames), self.article.id, self.lexicon)),
            kinds=tuple(sorted((k, round(v, 3)) for k, v in candidate.kinds.items())),
            topics=self._topics(),
            round=self._round(),
        )

    # ---- kind and stance

    def _kind(self) -> Kind:
        """The kind that the words speak for most, but for those that are only the frame or the means of another."""
        kinds = self.candidate.kinds
        kind = self.candidate.kind

        def rivals(other: Kind, share: float) -> bool:
            return kinds.get(other, 0.0) >= share * kinds[kind]

        if kind == Kind.SUMMIT:
            return Kind.SUMMIT if self._is_multilateral() else Kind.MEETING
        if kind in (Kind.MEETING, Kind.VISIT, Kind.SIGNING) and rivals(Kind.SUMMIT, 0.5) and self._is_multilateral():
            return Kind.SUMMIT
        if kind == Kind.MESSAGE and rivals(Kind.CALL, 0.4):
            return Kind.CALL  # condolences by telephone
        if kind == Kind.SIGNING and rivals(Kind.VISIT, 0.7):
            return Kind.VISIT  # papers are signed on most visits
        if kind == Kind.MEETING and rivals(Kind.TALKS, 0.5) and self._is_mediated():
            return Kind.TALKS
        if kind == Kind.MEETING and rivals(Kind.VISIT, 0.7) and self._opens_with(Kind.VISIT, kind):
            return Kind.VISIT
        if kind == Kind.VISIT and (
            rivals(Kind.MEETING, 0.8) or (rivals(Kind.MEETING, 0.5) and self._opens_with(Kind.MEETING, kind))
        ):
            return Kind.MEETING
        if kind == Kind.TALKS and self._is_face_to_face(rivals(Kind.MEETING, 0.4)):
            return Kind.MEETING
        return kind

    def _opens_with(self, kind: Kind, other: Kind) -> bool:
        """Of two kinds, the one that title and lead speak of first is what the article is about."""
        for frame in sorted(self.candidate.frames, key=lambda f: f.number)[:3]:
            hits = [
                h.entry.value for h in sorted(frame.scan.kinds, key=lambda h: h.first) if h.entry.value in (kind, other)
            ]
            if hits:
                return hits[0] == str(kind)
        return False

    def _is_face_to_face(self, is_told_so: bool) -> bool:
        """Two leaders who "negotiate" are meeting, and two ministers if the text says so; delegations and envoys hold talks."""
        roles = [self.cast.players[s.key].role for s in self.candidate.pair if s.key in self.cast.players]
        if len(roles) < 2 or not all(roles) or self._round() is not None or self._is_mediated():
            return False
        if all(r in LEADERS | HEADS_OF_BODIES for r in roles):
            return True
        return is_told_so and same_office(roles[0] or "", roles[1] or "")

    def _is_mediated(self) -> bool:
        return any(f.scan.has("mediation") for f in self._taking_part(everywhere=False)[:5])

    def _is_multilateral(self) -> bool:
        """A summit is of three parties or more, or a body's own: that of two is a meeting."""
        segment = self.candidate.frames[0].segment
        early = [f for f in self.frames if f.segment == segment and (f.place <= 6 or f.is_heading)]
        parties = {s.party for f in early for s in f.people} - {None}
        return len(parties) > 2 or self._body() is not None

    def _body(self) -> str | None:
        """The body whose gathering a summit is: named within or beside the word for it."""
        for frame in sorted(self.frames, key=lambda f: f.number)[:6]:
            hits = [h for h in frame.scan.kinds if h.entry.value == Kind.SUMMIT]
            for side in frame.parties:
                near = any(h.first - 2 <= side.mention.last and side.mention.first <= h.last + 2 for h in hits)
                if side.mention.body and near:
                    return side.mention.body
        return None

    def _stance(self) -> Stance:
        early = [f for f in self.candidate.frames if f.kinds][:3]
        ahead = [f for f in early if "announced" in f.stances]
        if any(
            self._is_future(t) and t.constraint.basis in BACKGROUND_BASES for f in ahead for t in f.times if t.is_day
        ):
            return Stance.ANNOUNCED
        if not ahead or len(ahead) < len(early) / 2:
            return Stance.REPORTED
        future = [t for f in early for t in f.times if self._is_future(t)]
        return Stance.ANNOUNCED if future or self.anchor is None or len(ahead) == len(early) else Stance.REPORTED

    def _is_future(self, time: TimeWord) -> bool:
        latest = time.constraint.latest
        return bool(self.anchor and latest and time.constraint.earliest and latest > self.anchor)

    # ---- who

    def _actors(self, kind: Kind) -> tuple[Actor, ...]:
        actors = [self._actor(side, self._belongs(side, kind)) for side in self.candidate.pair]
        keys = {a.key for a in actors}
        for side in self._third_parties(kind):
            if side.key not in keys and side.party not in {s.party for s in self.candidate.pair}:
                keys.add(side.key)
                actors.append(self._actor(side, True))
        for side, principal in self._others(kind):
            if side.key not in keys:
                keys.add(side.key)
                actors.append(self._actor(side, principal))
        return tuple(actors)

    def _third_parties(self, kind: Kind) -> Iterable[Side]:
        """Mediators and hosts: who is named beside words of mediation where the event is told."""
        if kind not in MEDIATED:
            return
        for frame in self._taking_part(everywhere=False)[:5]:
            for hit in frame.scan.hits("mediation"):
                near = [s for s in (*frame.people, *frame.parties) if s.party and self._is_near(s, hit)]
                yield from [s for s in near if not s.key.startswith("@")] or near[:2]

    def _is_near(self, side: Side, hit: Hit) -> bool:
        reach = NEAR_MEDIATION * (3 if self.lexicon.language in SPACELESS else 1)
        return hit.first - reach <= side.mention.last and side.mention.first <= hit.last + reach

    def _belongs(self, side: Side, kind: Kind) -> bool:
        """At a body's summit a leader of no member is talked about, not taking part."""
        body = gazetteer().bodies.get(self._body() or "") if kind == Kind.SUMMIT else None
        return body is None or not body.members or side.party in body.members or side.key.startswith("@")

    def _others(self, kind: Kind) -> Iterable[tuple[Side, bool]]:
        """Who else took part: mediators, signers and leaders at a summit are principals, a delegation only came along."""
        parties = {s.party for s in self.candidate.pair}
        body = gazetteer().bodies.get(self._body() or "") if kind == Kind.SUMMIT else None
        for frame in self._taking_part(everywhere=kind in (Kind.SUMMIT, Kind.MEETING, Kind.VISIT)):
            for side in frame.people:
                if frame.segment != self.candidate.frames[0].segment and kind != Kind.SUMMIT:
                    if side.party in parties and "announced" not in frame.stances:
                        yield side, False
                    continue
                if kind == Kind.SUMMIT:
                    yield side, self._leads(side) and (body is None or not body.members or side.party in body.members)
                elif kind == Kind.VOTE:
                    yield side, False
                elif kind == Kind.TALKS:
                    yield side, side.party not in parties and side.party is not None and frame.place <= 4
                elif kind == Kind.VISIT:
                    yield (
                        side,
                        side.party in parties
                        and bool(frame.kinds)
                        and frame.place <= 4
                        and side.mention.role is not None,
                    )
                elif kind == Kind.SIGNING:
                    yield side, Kind.SIGNING in frame.kinds and side.party is not None
                elif side.party in parties:
                    yield side, False

    def _leads(self, side: Side) -> bool:
        player = self.cast.players.get(side.key)
        return player is not None and player.role in (LEADERS | {"monarch", "crown-prince", "acting-president"})

    def _taking_part(self, everywhere: bool) -> list[Frame]:
        """Sentences near the news, or anywhere in the article, that are no background."""
        segment = self.candidate.frames[0].segment
        frames = [f for f in self.frames if (everywhere or f.segment == segment) and f.number > 0]
        kept = []
        for frame in frames:
            old = {"background", "hypothetical", "denied"} & frame.stances
            if not old and not any(t.distance == "ago" for t in frame.times):
                kept.append(frame)
        return kept if everywhere else kept[:8]

    def _actor(self, side: Side, principal: bool) -> Actor:
        evidence = Evidence(self.article.id, self._number_of(side), side.mention.text, "name")
        if side.key.startswith("@"):
            country = side.mention.country
            return Actor(
                side.key, side.mention.text, country, side.mention.body, side.mention.role, evidence, principal
            )
        player = self.cast.players[side.key]
        return Actor(player.key, player.name, player.country, player.body, player.role, evidence, principal)

    def _number_of(self, side: Side) -> int:
        for frame in self.candidate.frames:
            if any(s.key == side.key for s in (*frame.people, *frame.parties)):
                return frame.number
        return self.candidate.frames[0].number

    # ---- when

    def _constraints(self, kind: Kind, stance: Stance, actors: Sequence[Actor]) -> list[Constraint]:
        times = self._event_times()
        constraints = [c for c in (self._settled(t) for t in times) if c]
        if not constraints and self.story and stance == Stance.REPORTED:
            # Told beside the main event and without a day of its own: of the same day.
            evidence = Evidence(
                self.article.id, self.candidate.frames[0].number, self.story.isoformat(), "same-day-as-main"
            )
            constraints.append(Constraint(Basis.RELATIVE, evidence, self.story, self.story))
        if self.anchor:
            constraints.append(self._published_bound(stance, has_day=bool(constraints)))
        constraints += self._terms(actors)
        if self.anchor is None:
            constraints += self._older_facts()
        return constraints

    def _event_times(self) -> list[TimeWord]:
        """The day words of the first sentence of the news that has any, and what stands right beside them."""
        for frame in self._dating_frames():
            if self._may_hold_the_day(frame):
                times = [t for t in frame.times if t.is_day and not t.distance and self._may_date(t)]
                if times:
                    first = self._likeliest(times)
                    return [
                        t
                        for t in times
                        if t is first or (abs(t.at - first.at) <= 5 and t.constraint.basis != first.constraint.basis)
                    ]
        ahead = [t for f in self._dating_frames() for t in f.times if t.distance == "ahead" and t.constraint.earliest]
        return ahead[:1] if self._stance() == Stance.ANNOUNCED else []

    def _may_hold_the_day(self, frame: Frame) -> bool:
        """The lead may; further down no sentence of background, wish or what is still to come."""
        if frame.segment == 0 and frame.paragraph <= 1:
            return True
        doubtful = frame.stances & {"background", "hypothetical"}
        ahead = "announced" in frame.stances and self._stance() == Stance.REPORTED
        return not doubtful and not ahead

    def _may_date(self, time: TimeWord) -> bool:
        """ "Two days after the call" dates the call alone, and the day of the next round no event that was reported."""
        return time.event_kind in ("", str(self.candidate.kind)) and not self._is_too_late(time)

    def _is_too_late(self, time: TimeWord) -> bool:
        """What was reported has happened: a later day is that of the next round."""
        first = time.constraint.earliest
        return (
            bool(self.anchor and first and first > self.anchor + timedelta(days=1))
            and self._stance() == Stance.REPORTED
        )

    def _likeliest(self, times: Sequence[TimeWord]) -> TimeWord:
        """The first day word that fits the news; one that lies long back is another event's."""
        if self.anchor is None:
            return times[0]
        anchor = self.anchor
        if self._stance() == Stance.ANNOUNCED:
            times = [t for t in times if self._is_future(t)] or times
        near = [t for t in times if t.constraint.latest is None or abs((anchor - t.constraint.latest).days) <= 30]
        return (near or times)[0]

    def _dating_frames(self) -> list[Frame]:
        """Sentences in the order in which they are asked for the day: the event's own, then its neighbours."""
        own = [f for f in self.candidate.frames if f.number > 0 and f.kinds]
        heading = [f for f in self.candidate.frames if f.is_heading and f.number > 0]
        segment = self.candidate.frames[0].segment
        people = {s.key for s in self.candidate.pair}
        near = [
            f
            for f in self.frames
            if f.segment == segment and f.number > 0 and f.place <= 4 and self._is_told_of(f, people)
        ]
        title = [f for f in self.frames if f.number == 0 and segment == 0]
        dated = [f for f in title if any(t.constraint.basis in BACKGROUND_BASES for t in f.times if t.is_day)]
        ordered = sorted(own, key=lambda f: f.number)[:3]
        return [*dated, *heading, *ordered, *near, *title]

    def _is_told_of(self, frame: Frame, people: set[str]) -> bool:
        """Whether a sentence without words of the event goes on about it: its people, or nobody else in the lead."""
        here = set(frame.people_keys)
        return bool(here & people) or (not here and frame.paragraph <= 1)

    def _settled(self, time: TimeWord) -> Constraint | None:
        if time.story_shift is None:
            return time.constraint
        if self.story is None:
            return self._day_before(time)
        day = self.story + timedelta(days=time.story_shift)
        return replace(time.constraint, earliest=day, latest=day)

    def _day_before(self, time: TimeWord) -> Constraint | None:
        """`the evening before`, said of the news itself, counts from publication."""
        if self.anchor is None or time.story_shift != -1:
            return None
        day = self.anchor - timedelta(days=1)
        return replace(time.constraint, earliest=day, latest=day)

    def _published_bound(self, stance: Stance, has_day: bool) -> Constraint:
        assert self.anchor is not None
        evidence = Evidence(self.article.id, 0, self.anchor.isoformat(), "published")
        if stance == Stance.ANNOUNCED:
            return Constraint(Basis.PUBLISHED, evidence, earliest=self.anchor)
        if not has_day:
            return Constraint(Basis.PUBLISHED, evidence, self.anchor - timedelta(days=NEWS_REACHES_BACK), self.anchor)
        # A page stamped in one time zone may report what is already tomorrow in another: one day of grace.
        return Constraint(Basis.PUBLISHED, evidence, self.anchor - timedelta(days=365), self.anchor + timedelta(days=1))

    def _terms(self, actors: Sequence[Actor]) -> list[Constraint]:
        """The terms in which the people held the offices that the article gives them."""
        found = []
        for actor in actors:
            if actor.key.startswith(("?", "@")) or not actor.is_principal:
                continue
            role = self._stated_role(actor.key)
            if role is None:
                continue
            terms = [o for o in self.lexicon.people[actor.key].offices if o.role == role and (o.start or o.end)]
            terms = terms or [
                o for o in self.lexicon.people[actor.key].offices if same_office(o.role, role) and (o.start or o.end)
            ]
            if terms:
                # One office held twice bounds the day from its first term to its last.
                start = None if any(o.start is None for o in terms) else min(o.start for o in terms if o.start)
                end = None if any(o.end is None for o in terms) else max(o.end for o in terms if o.end)
                if start or end:
                    text = f"{actor.name}: {terms[0].role}"
                    found.append(
                        Constraint(
                            Basis.TERM, Evidence(self.article.id, actor.evidence.sentence, text, "term"), start, end
                        )
                    )
        return found

    def _stated_role(self, key: str) -> str | None:
        roles = [
            m.role for frame in self.frames for m, k in self.cast.resolved.get(frame.number, ()) if k == key and m.role
        ]
        return max(sorted(set(roles)), key=roles.count) if roles else None

    def _older_facts(self) -> list[Constraint]:
        """A text that recalls a dated fact was written after it: the latest day, month or year it looks back on."""
        year = self._anniversary_year()
        days = [
            (day, t.constraint.evidence)
            for frame in self.frames
            if frame not in self.candidate.frames[:2] and "announced" not in frame.stances
            for t in frame.times
            if t.constraint.basis in BACKGROUND_BASES and (day := _earliest(t.constraint, year and year.earliest))
        ]
        found = [year] if year else []
        if days:
            earliest, evidence = max(days, key=lambda d: (d[0], d[1].sentence, d[1].text))
            found.append(Constraint(Basis.MENTIONED, evidence, earliest=earliest))
        return found

    def _anniversary_year(self) -> Constraint | None:
        """`80 tahun Hari Kemenangan`: the number of an anniversary gives the year of the text."""
        for frame in self.frames:
            for hit in frame.scan.times:
                first = first_years().get(hit.entry.value) if hit.entry.topic == "anniversary" else None
                for at in range(max(0, hit.first - 4), min(len(frame.scan.tokens), hit.last + 4)) if first else ():
                    number = re.match(r"\d{2,3}", frame.scan.tokens[at].folded)
                    if first and number:
                        year = first + int(number.group())
                        evidence = Evidence(
                            self.article.id,
                            frame.number,
                            frame.scan.words(min(at, hit.first), max(at, hit.last)),
                            "anniversary",
                        )
                        return Constraint(Basis.MENTIONED, evidence, date(year, 1, 1), date(year, 12, 31))
        return None

    # ---- where, what, which round

    def _place(self, kind: Kind) -> tuple[str, Evidence] | None:
        if kind not in FACE_TO_FACE:
            return None
        segment = self.candidate.frames[0].segment
        here = [f for f in self.frames if f.segment == segment and f.cities]
        near = [f for f in here if f.is_heading or f.paragraph <= 1 or (f.kinds and f in self.candidate.frames)]
        for frame in sorted(near[:4], key=lambda f: (not f.is_heading, f.number)):
            best = self._likely_city(frame)
            if best and best.city:
                return best.city, Evidence(self.article.id, frame.number, best.text, "place")
        return None

    def _likely_city(self, frame: Frame) -> Mention | None:
        """The city nearest to the words of the event; a capital far from them stands for a government."""
        cities = [m for m, _ in self.cast.resolved[frame.number] if m.city]
        words = [h for h in frame.scan.kinds if h.entry.value != "statement"]
        if frame.is_heading or not words:
            return next((m for m in cities if not m.is_metonym or frame.is_heading), None)

        def distance(mention: Mention) -> tuple[int, int]:
            return (min(abs(mention.first - h.first) for h in words), mention.first)

        return min(cities, key=distance, default=None)

    def _quotes(self) -> Iterable:  # type: ignore[type-arg]
        shortest = SHORTEST_QUOTE_SPACELESS if self.lexicon.language in ("zh", "ja") else SHORTEST_QUOTE
        for frame in self.candidate.frames:
            if frame.number > 0 and not frame.is_heading:
                yield from read_quotes(frame.scan, self.cast, self.lexicon.quote_pairs, self.article.id, shortest)

    def _topics(self) -> tuple[str, ...]:
        """What the passages are about, in codes of no language: for comparing reports across languages."""
        codes: set[str] = set()
        segment = self.candidate.frames[0].segment
        for frame in self.frames:
            if frame.segment == segment or frame in self.candidate.frames:
                codes |= {s.key for s in frame.people if not s.key.startswith("?")}
                codes |= {f"@{s.party}" for s in frame.parties}
                codes |= {f"city:{c}" for c in frame.cities}
        codes |= {
            f"#{f.value}" for f in read_figures((f.scan for f in self.candidate.frames), self.article.id, self.lexicon)
        }
        return tuple(sorted(codes))

    def _round(self) -> int | None:
        return next((number for f in self.candidate.frames[:4] if (number := f.scan.round()) is not None), None)

    def _evidence(self, frame: Frame, kind: Kind) -> Evidence:
        hit = next((h for h in frame.scan.kinds if h.entry.value == kind), None)
        if hit is None:  # talks that only the number of their round tells
            hit = next(frame.scan.hits("round"))
        return Evidence(
            self.article.id, frame.number, frame.scan.words(hit.first, hit.last), f"{kind}-{hit.entry.detail}"
        )
