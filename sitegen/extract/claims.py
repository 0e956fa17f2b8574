"""Candidates → claims: each with its people, its reasons for a date, its place and the sentences that carry it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from sitegen.extract.actors import read_actors
from sitegen.extract.cast import Cast
from sitegen.extract.dating import read_constraints, read_stance
from sitegen.extract.draft import Draft, find_body, find_round, find_voting_body, own_frames
from sitegen.extract.figures import read_figures
from sitegen.extract.frames import Frame
from sitegen.extract.kinds import decide_kind
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.place import FACE_TO_FACE, find_place
from sitegen.extract.quotes import read_quotes
from sitegen.extract.time_words import PRINTED
from sitegen.extract.weigh import Candidate
from sitegen.model import Basis, Claim, Constraint, Evidence, Figure, Kind, Quote, Stance
from sitegen.when import solve

# Of the main event: a weekday told beside it is one of these days. The reach makes no difference in the corpora of
# benchmarks/quality, from two days on either side to six before and none behind; a week would hold a weekday twice.
BEFORE, AFTER = timedelta(days=4), timedelta(days=2)
A_WEEK = timedelta(days=6)  # to the last of the seven days of which an announced weekday is one
CARRIES = 8  # sentences of a claim that the page quotes at most
MAIN_PROMINENCE = 10.0  # more than any event told beside the main one reaches


def make_claims(
    article: str, candidates: Sequence[Candidate], frames: Sequence[Frame], cast: Cast, lexicon: Lexicon
) -> tuple[Claim, ...]:
    """Return the claims of an article, the main one first."""
    claims: list[Claim] = []
    story = None if any(c.frames[0].segment == 0 for c in candidates) else _day_of_the_news(frames, cast.anchor)
    drafts = [Draft(article, c, frames, cast, lexicon, story, _elsewhere(c, candidates)) for c in candidates]
    days: dict[int, date] = {}  # segment → the day of what is told there
    for rank, (draft, kind) in enumerate(zip(drafts, _kinds(drafts), strict=True)):
        segment = draft.segment
        # `The same day`: of what was told last before it, else of the main event.
        before = max((s for s in days if s < segment), default=None)
        told = days[before] if before is not None else story
        claim = _claim(replace(draft, story=told, decided=kind), rank)
        if story and cast.anchor is None:
            claim = _within_days_of(story, claim)
        claims.append(claim)
        day = solve(claim.constraints).day
        story = story or day
        if day:
            days.setdefault(segment, day)
    dated = claims if cast.anchor else list(_share_days(claims))
    return tuple(_where_the_main_was(claim, dated[0]) for claim in dated)


def _where_the_main_was(claim: Claim, main: Claim) -> Claim:
    """`He also met …`: what one of the two did on the same day, no city told, was done in the same one."""
    is_placed = claim.place or main.place is None or claim.kind not in FACE_TO_FACE or main.kind not in FACE_TO_FACE
    beside = {a.key for a in main.actors if a.is_principal} & {a.key for a in claim.actors if a.is_principal}
    day = solve(claim.constraints).day
    if is_placed or day is None or day != solve(main.constraints).day:
        return claim
    is_of_one_stay = bool(beside) or claim.countries == main.countries
    return replace(claim, place=main.place, place_evidence=main.place_evidence) if is_of_one_stay else claim


def _within_days_of(story: date, claim: Claim) -> Claim:
    """The claim with the bound that its weekday is one of those about the main event, in a text without a date."""
    weekday = next((c for c in claim.constraints if c.weekday is not None), None)
    if weekday is None or solve(claim.constraints).day:
        return claim
    first, last = (story, story + A_WEEK) if claim.stance == Stance.ANNOUNCED else (story - BEFORE, story + AFTER)
    bound = Constraint(Basis.MENTIONED, replace(weekday.evidence, rule="near-the-main-event"), first, last)
    return replace(claim, constraints=(*claim.constraints, bound))


def _elsewhere(candidate: Candidate, candidates: Sequence[Candidate]) -> frozenset[str]:
    others = [side for c in candidates if c is not candidate for side in c.pair]
    return frozenset(name for side in others for name in (side.key, side.party) if name)


def _kinds(drafts: Sequence[Draft]) -> list[Kind]:
    """The kind of each claim: whoever is told to visit several countries meets somebody in each."""
    kinds = [decide_kind(draft) for draft in drafts]
    visits = [draft.candidate for draft, kind in zip(drafts, kinds, strict=True) if kind == Kind.VISIT]
    return [
        Kind.MEETING if kind == Kind.VISIT and _is_a_stop(draft.candidate, visits) else kind
        for draft, kind in zip(drafts, kinds, strict=True)
    ]


def _is_a_stop(visit: Candidate, visits: Sequence[Candidate]) -> bool:
    return sum(1 for other in visits if visit.keys & other.keys and visit.parties != other.parties) > 1


def _claim(draft: Draft, rank: int) -> Claim:
    candidate, kind = draft.candidate, draft.kind
    stance = read_stance(draft)
    actors = read_actors(draft, kind)
    place = find_place(draft, kind)
    figures = tuple(read_figures((f.scan for f in candidate.frames), draft.article, draft.lexicon))
    spoken = [f for f in candidate.frames if f.kinds]
    return Claim(
        id=f"{draft.article}#{rank}",
        article=draft.article,
        kind=kind,
        actors=actors,
        countries=tuple(sorted({a.country for a in actors if a.country and a.is_principal})),
        constraints=tuple(read_constraints(draft, stance, actors)),
        place=place[0] if place else None,
        place_evidence=place[1] if place else None,
        stance=stance,
        sentences=tuple(sorted({f.number for f in candidate.frames if f.number > 0})[:CARRIES]),
        evidence=tuple(_evidence(draft, f, kind) for f in spoken[:3] if kind in f.kinds),
        prominence=round(candidate.score, 3) if rank else MAIN_PROMINENCE,
        quotes=tuple(_quotes(draft)),
        figures=figures,
        kinds=tuple(sorted((k, round(v, 3)) for k, v in candidate.kinds.items())),
        topics=_topics(draft, figures),
        round=find_round(draft),
        body=_body(draft, kind),
    )


def _body(draft: Draft, kind: Kind) -> str | None:
    if kind == Kind.VOTE:
        return find_voting_body(draft)
    return find_body(draft) if kind == Kind.SUMMIT else None


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
    """In a text without a date, one weekday is one day: "on Monday … also on Monday, 22 July" dates both.

    What is told beside the main event without any day is of the main event's day.
    """
    main = [c for c in claims[0].constraints if c.basis != Basis.TERM] if claims else []
    for claim in claims:
        weekdays = _weekdays(claim)
        others = [other for other in claims if other is not claim and weekdays & _weekdays(other)]
        shared = [c for other in others for c in other.constraints if c.basis in PRINTED]
        is_dated = any(c.basis in PRINTED for c in claim.constraints) or solve(claim.constraints).day is not None
        if not weekdays and claim is not claims[0]:
            shared = [c for c in main if c not in claim.constraints]
        yield claim if is_dated else replace(claim, constraints=(*claim.constraints, *shared))


def _weekdays(claim: Claim) -> set[int]:
    return {c.weekday for c in claim.constraints if c.weekday is not None}


def _quotes(draft: Draft) -> Iterator[Quote]:
    for frame in draft.candidate.frames:
        if frame.number > 0 and not frame.is_heading:
            yield from read_quotes(frame.scan, draft.cast, draft.lexicon, draft.article)


def _topics(draft: Draft, figures: Iterable[Figure]) -> tuple[str, ...]:
    """What the passages are about, in codes of no language: for comparing reports across languages."""
    codes = {f"#{figure.value}" for figure in figures}
    told = {frame.number: frame for frame in (*own_frames(draft), *draft.candidate.frames)}
    for frame in told.values():
        codes |= {s.key for s in frame.people if not s.key.startswith("?")}
        codes |= {f"@{s.mention.body or s.party}" for s in frame.parties}
        codes |= {f"city:{c}" for c in frame.cities}
    return tuple(sorted(codes))


def _evidence(draft: Draft, frame: Frame, kind: Kind) -> Evidence:
    """The words that tell of the kind: its own, else the number of a round, else the city or the host of a guest."""
    hit = next((h for h in frame.scan.kinds if h.entry.value == kind), None)
    hit = hit or next(frame.scan.hits("round"), None)
    if hit:
        return draft.evidence(frame.number, frame.scan.words(hit.first, hit.last), f"{kind}-{hit.entry.detail}")
    place = next((m for m, _ in draft.cast.resolved[frame.number] if m.city), frame.people[-1].mention)
    return draft.evidence(frame.number, place.text, f"{kind}-place")
