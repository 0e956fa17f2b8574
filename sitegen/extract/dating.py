"""Which days an event can be of: the constraints of a claim, and whether it reports or announces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from sitegen.data.gazetteer import holds
from sitegen.extract.clauses import is_apart, is_aside
from sitegen.extract.draft import Draft, own_frames
from sitegen.extract.frames import Frame
from sitegen.extract.looking_back import read_older_facts
from sitegen.extract.offices import same_office
from sitegen.extract.time_words import BESIDE, PRINTED, TimeWord
from sitegen.extract.weigh import names_all
from sitegen.model import Actor, Basis, Constraint, Kind, Office, Stance

NEWS_REACHES_BACK = 10  # days before publication within which an undated event of the news lies
A_MONTH_AND_MORE = 62  # days, in which each day of a month comes at least once
FARTHEST = 30  # days from publication; a day word beyond is another event's where there is a nearer one
SET_WITHIN = 2  # sentences that say of the news when it will be; 1 to 4 fare alike
AHEAD_WITHIN = 2  # paragraphs; further down stands what comes after the news (1 to 3 fare alike)
EXPLAINED_WITHIN = 3  # tokens
AT_A_DISTANCE = frozenset({Kind.CALL, Kind.MESSAGE})
LONG_AGO = timedelta(days=365)
GRACE = timedelta(days=1)  # a page stamped in one time zone may report what is already tomorrow in another


def read_stance(draft: Draft) -> Stance:
    """Return whether the article reports the event or announces it; who announces something has spoken."""
    if draft.kind == Kind.STATEMENT:
        return Stance.REPORTED
    told = [f for f in draft.candidate.frames if _tells_of(f, draft.kind) or (f.number == 0 and f.stances)]
    early = told[:3]
    ahead = [f for f in early if "announced" in f.stances]
    printed = [
        t for f in ahead if f.paragraph <= AHEAD_WITHIN for t in f.times if t.is_day and t.constraint.basis in PRINTED
    ]
    if any(_is_future(t, draft.anchor) for t in printed) and not _has_taken_place(told, draft.anchor):
        return Stance.ANNOUNCED
    if _is_set_for_a_day(told, draft.anchor):
        return Stance.ANNOUNCED
    opens_ahead = bool(ahead) and ahead[0] is early[0]
    if not opens_ahead and not any(f.place == 1 for f in ahead):
        return Stance.REPORTED  # what is yet to come is told after the news
    if len(ahead) < len(early) / 2:
        return Stance.REPORTED
    is_sure = draft.anchor is None or len(ahead) == len(early)
    future = any(_is_future(t, draft.anchor) for f in early for t in f.times)
    return Stance.ANNOUNCED if future or is_sure else Stance.REPORTED


def _has_taken_place(told: Sequence[Frame], anchor: date | None) -> bool:
    """`The summit ended on Wednesday. The next will be held on 7 July`: the lead gives its event a day gone by."""
    lead = [f for f in told if f.segment == 0 and f.place == 1 and "announced" not in f.stances]
    days = [t.constraint for f in lead for t in f.times if t.is_day and not t.distance and t.constraint.latest]
    return bool(days) and anchor is not None and all(day.latest and day.latest <= anchor for day in days)


def _is_set_for_a_day(told: Sequence[Frame], anchor: date | None) -> bool:
    """Whether the first sentence that gives the event a day, else the headline, gives it only days to come.

    `She sets off on 12 May. That was announced on Thursday`.
    """
    lead = [f for f in told if f.segment == 0 and 0 < f.place <= SET_WITHIN] + [f for f in told if f.number == 0]
    rows = [[t for t in f.times if t.is_day and not t.distance and t.constraint.latest] for f in lead]
    days = next((row for row in rows if row), [])
    return bool(days) and all(_is_surely_future(t, anchor) for t in days)


def _is_surely_future(time: TimeWord, anchor: date | None) -> bool:
    """Whether a day is to come: a date, "tomorrow" or "next Monday"; a plain weekday may be today."""
    earliest = time.constraint.earliest
    is_next = bool(anchor and earliest and earliest > anchor)
    return _is_future(time, anchor) and (is_next or time.constraint.basis in PRINTED)


def _tells_of(frame: Frame, kind: Kind) -> bool:
    """Whether a sentence has words of the event: of a call or letter no words for meeting, and the other way round."""
    spoken = set(frame.kinds) - {Kind.STATEMENT}
    return kind in spoken if kind in AT_A_DISTANCE else bool(spoken - AT_A_DISTANCE)


def _is_future(time: TimeWord, anchor: date | None) -> bool:
    latest = time.constraint.latest
    return bool(anchor and latest and time.constraint.earliest and latest > anchor)


def read_constraints(draft: Draft, stance: Stance, actors: Sequence[Actor]) -> list[Constraint]:
    """Return the reasons for the day of the event: its own words, publication, terms of office, older facts."""
    times = _event_times(draft, stance)
    if draft.story is None:
        times = [t for t in times if t.story_shift is None or not _is_explained(t, times)]
    constraints = [_ahead(c, draft, stance) for t in times if (c := _settled(t, draft))]
    if not constraints and draft.story and stance == Stance.REPORTED:
        # Told beside the main event and without a day of its own: of the same day.
        evidence = draft.evidence(draft.candidate.frames[0].number, draft.story.isoformat(), "same-day-as-main")
        constraints.append(Constraint(Basis.RELATIVE, evidence, draft.story, draft.story))
    if draft.anchor:
        constraints.append(_published_bound(draft, draft.anchor, stance, has_day=bool(constraints)))
    terms = _terms(draft, actors if draft.kind != Kind.MESSAGE else actors[:1])
    constraints += terms
    return constraints if draft.anchor else [*constraints, *read_older_facts(draft, terms)]


def _ahead(constraint: Constraint, draft: Draft, stance: Stance) -> Constraint:
    """A weekday or day of the month of an event that is announced is the next one, whatever its sentence says."""
    day = draft.anchor
    if day is None or stance != Stance.ANNOUNCED or constraint.latest is None or constraint.latest > day:
        return constraint
    if constraint.basis == Basis.WEEKDAY and constraint.latest == day:
        return replace(constraint, earliest=day, latest=day + timedelta(days=6))
    if constraint.day and not constraint.month and constraint.latest < day - timedelta(days=NEWS_REACHES_BACK):
        coming = next(d for n in range(A_MONTH_AND_MORE) if (d := day + timedelta(days=n)).day == constraint.day)
        return replace(constraint, earliest=coming, latest=coming)
    return constraint


# ---------------------------------------------------------------- the words of the event


def _event_times(draft: Draft, stance: Stance) -> list[TimeWord]:
    """The day words of the first sentence of the news that has any, and what stands right beside them."""
    frames = _dating_frames(draft)
    for frame in frames:
        opens_passage = draft.candidate.is_apart and frame is frames[0]  # `the day before, he had met …`, at length
        if opens_passage or _may_hold_the_day(frame, stance):
            times = [t for t in frame.times if t.is_day and _may_count(t, frame, draft) and _may_date(t, draft, stance)]
            if times:
                first = _likeliest(_nearest_first(times, frame, draft), draft.anchor, stance)
                return [t for t in times if t is first or _is_beside(t, first)]
    ahead = [t for f in frames for t in f.times if t.distance == "ahead" and t.constraint.earliest]
    return ahead[:1] if stance == Stance.ANNOUNCED else []


def _may_count(time: TimeWord, frame: Frame, draft: Draft) -> bool:
    """`Two days ago` is as good as a weekday where the lead says it of its news; elsewhere it is of something older.

    So is below the lead a day of a year gone by: `who came here on 30 March 2019`.
    """
    latest = time.constraint.latest
    if draft.anchor and latest and latest < draft.anchor - LONG_AGO and frame.paragraph > 1:
        return False
    is_lead = frame.segment == 0 and frame.place == 1 and time.distance == "ago"
    return not time.distance or (is_lead and all(t.distance for t in frame.times if t.is_day))


def _is_explained(time: TimeWord, times: Sequence[TimeWord]) -> bool:
    """`La veille, lundi`: right behind "the day before" stands which day that was."""
    return any(t.story_shift is None and 0 < t.at - time.at <= EXPLAINED_WITHIN for t in times)


def _is_beside(time: TimeWord, first: TimeWord) -> bool:
    return abs(time.at - first.at) <= BESIDE and time.constraint.basis != first.constraint.basis


def _may_hold_the_day(frame: Frame, stance: Stance) -> bool:
    """The lead may; further down no sentence of background, wish or what is still to come."""
    ahead = "announced" in frame.stances and stance == Stance.REPORTED
    if (frame.segment == 0 and frame.paragraph <= 1) or frame.place <= 1:
        return not (ahead and frame.is_heading and frame.number > 0)  # `Thursday: Putin will come`, said on Thursday
    return not frame.stances & {"background", "hypothetical"} and not ahead


def _may_date(time: TimeWord, draft: Draft, stance: Stance) -> bool:
    """`Two days after the call` dates the call alone, and the day of the next round no event that was reported."""
    if time.event_kind not in ("", str(draft.kind)):
        return False
    first = time.constraint.earliest
    is_too_late = bool(draft.anchor and first and first > draft.anchor + GRACE)
    return not (is_too_late and stance == Stance.REPORTED)


def _nearest_first(times: Sequence[TimeWord], frame: Frame, draft: Draft) -> Sequence[TimeWord]:
    """`On Sunday he defended the call of Friday`: of several days the one nearest to the words of the event is its.

    One of a clause that says who somebody is comes last.
    """
    scan, anchor = frame.scan, draft.anchor
    spoken = [h for h in scan.kinds if h.entry.value != Kind.STATEMENT]
    are_past = anchor and all(t.constraint.latest and t.constraint.latest <= anchor for t in times)
    if not spoken or frame.is_heading or not are_past:
        return times

    def distance(time: TimeWord) -> tuple[bool, bool, int, int]:
        tokens = min(min(abs(time.at - h.first), abs(time.at - h.last)) for h in spoken)
        aside = is_aside(scan, time.at, draft.lexicon)
        return aside, is_apart(scan, time.at, spoken, draft.lexicon), tokens, time.at

    return sorted(times, key=distance)


def _likeliest(times: Sequence[TimeWord], anchor: date | None, stance: Stance) -> TimeWord:
    """The first day word that fits the news; one that lies long back is another event's."""
    if anchor is None:
        return times[0]
    if stance == Stance.ANNOUNCED:
        ahead = [t for t in times if _is_future(t, anchor)]
        # `Said on Friday that they meet on 15 September`: a weekday may be that of the words.
        times = [t for t in ahead if t.constraint.basis in PRINTED] or ahead or times
    near = [t for t in times if t.constraint.latest is None or abs((anchor - t.constraint.latest).days) <= FARTHEST]
    return (near or times)[0]


def _dating_frames(draft: Draft) -> list[Frame]:
    """Sentences in the order in which they are asked for the day: the event's own, then its neighbours.

    Below the lead those that only say something come last: `He said on Wednesday …`.
    """
    told = [f for f in draft.candidate.frames if f.number > 0]
    if draft.candidate.is_apart:
        return told
    own = [f for f in told if _is_own(f, draft)]
    own = sorted(sorted(own, key=lambda f: f.number)[:3], key=lambda f: _says_what_was_said(f, draft.kind))
    heading = [f for f in told if f.is_heading]
    near = [f for f in own_frames(draft) if f.number > 0 and f.place <= 4 and _is_about(f, draft)]
    title = [f for f in draft.frames if f.number == 0 and draft.segment == 0]
    dated = [f for f in title if any(_is_of_these_days(t, draft.anchor) for t in f.times if t.is_day)]
    said = [f for f in (*heading, *own) if _only_says(f, draft.kind)]
    asked = [*heading, *own]
    return [*dated, *(f for f in asked if f not in said), *near, *said, *title]


def _says_what_was_said(frame: Frame, kind: Kind) -> bool:
    """`He announced on Friday that Putin comes. It was said by telephone on Thursday`: the second sentence dates."""
    return kind in AT_A_DISTANCE and kind not in frame.kinds and Kind.STATEMENT in frame.kinds


def _only_says(frame: Frame, kind: Kind) -> bool:
    """Whether a standfirst or a sentence below the lead has words of saying alone, and the event is none of words."""
    return set(frame.kinds) == {Kind.STATEMENT} and kind != Kind.STATEMENT and frame.paragraph != 1


def _is_of_these_days(time: TimeWord, anchor: date | None) -> bool:
    """Whether a printed day is of the news: one of the month before is that of a next round, not yet seen as such."""
    latest = time.constraint.latest
    is_old = anchor is not None and latest is not None and latest < anchor - timedelta(days=NEWS_REACHES_BACK)
    return time.constraint.basis in PRINTED and not is_old


def _is_own(frame: Frame, draft: Draft) -> bool:
    """Whether a sentence tells of the event: in words for it, or, opening the article, by naming both sides."""
    if frame.kinds or (draft.kind == Kind.STATEMENT and frame.scan.has("move")):
        return frame.paragraph <= 3 or names_all(frame, draft.candidate.pair)
    return frame.number == 1 and draft.candidate.keys <= set(frame.people_keys)


def _is_about(frame: Frame, draft: Draft) -> bool:
    """Whether a sentence goes on about the event; a summit is told in the lead whoever of its guests is named there.

    In a text without a date a lone day of the month would part one day of a summit from the next.
    """
    is_of_summit = draft.kind == Kind.SUMMIT and frame.paragraph <= 1 and Kind.SUMMIT in frame.kinds
    return (is_of_summit and draft.anchor is not None) or _is_told_of(frame, draft)


def _is_told_of(frame: Frame, draft: Draft) -> bool:
    """Whether a sentence without words of the event goes on about it.

    It names its people; in the lead one of them or nobody else, below it nobody else and a day of the news.
    """
    people, here = draft.candidate.keys, set(frame.people_keys)
    if people <= here or (frame.paragraph <= 1 and (here <= people or bool(here & people))):
        return True
    return bool(here) and here <= people and _is_fresh(frame, draft.anchor)


def _is_fresh(frame: Frame, anchor: date | None) -> bool:
    """Whether each day of a sentence is one of the last before publication."""
    days = [t.constraint.earliest for t in frame.times if t.is_day]
    return anchor is not None and all(d and 0 <= (anchor - d).days <= NEWS_REACHES_BACK for d in days)


def _settled(time: TimeWord, draft: Draft) -> Constraint | None:
    """A day counted from the event just told gets its date, or, said of the news itself, counts from publication."""
    if time.story_shift is None:
        return time.constraint
    if draft.story:
        day = draft.story + timedelta(days=time.story_shift)
    elif draft.anchor and time.story_shift == -1:  # `the evening before`
        day = draft.anchor - timedelta(days=1)
    else:
        return None
    return replace(time.constraint, earliest=day, latest=day)


# ---------------------------------------------------------------- publication and terms of office


def _published_bound(draft: Draft, anchor: date, stance: Stance, has_day: bool) -> Constraint:
    evidence = draft.evidence(0, anchor.isoformat(), "published")
    if stance == Stance.ANNOUNCED:
        return Constraint(Basis.PUBLISHED, evidence, earliest=anchor)
    if not has_day:
        return Constraint(Basis.PUBLISHED, evidence, anchor - timedelta(days=NEWS_REACHES_BACK), anchor)
    return Constraint(Basis.PUBLISHED, evidence, anchor - timedelta(days=365), anchor + GRACE)


def _terms(draft: Draft, actors: Sequence[Actor]) -> list[Constraint]:
    """The terms in which the people held the offices that the article gives them.

    One condoles on the dead and congratulates those who are yet to take office: of a message only the sender's counts.
    """
    known = [a for a in actors if a.is_principal and not a.key.startswith(("?", "@"))]
    stated = _stated_roles(draft, {a.key for a in known})
    return [c for actor in known if (role := stated[actor.key]) and (c := _term(draft, actor, role))]


def _term(draft: Draft, actor: Actor, role: str) -> Constraint | None:
    offices = [o for o in draft.lexicon.people[actor.key].offices if o.start or o.end]
    family = [o for o in offices if same_office(o.role, role)]
    terms = [o for o in offices if o.role == role] or family
    if not _holds_at(terms, draft.anchor) and _holds_at(family, draft.anchor):
        terms = family  # a paper may say "leader" of whom the tables call president by now
    start, end = _bounds(terms)
    if start is None and end is None:
        return None
    if end and draft.anchor and end < draft.anchor - timedelta(days=NEWS_REACHES_BACK):
        return None  # spoken of under an office lost before this news
    if start and draft.anchor and start > draft.anchor + GRACE:
        return None  # an office won only later: the paper means another
    text = f"{actor.name}: {terms[0].role}"
    return Constraint(Basis.TERM, draft.evidence(actor.evidence.sentence, text, "term"), start, end)


def _holds_at(terms: Sequence[Office], anchor: date | None) -> bool:
    return anchor is None or any(holds(o, anchor, anchor) for o in terms)


def _bounds(terms: Sequence[Office]) -> tuple[date | None, date | None]:
    """One office held twice bounds the day from its first term to its last."""
    starts, ends = [o.start for o in terms if o.start], [o.end for o in terms if o.end]
    start = min(starts) if starts and len(starts) == len(terms) else None
    return start, max(ends) if ends and len(ends) == len(terms) else None


def _stated_roles(draft: Draft, keys: set[str]) -> dict[str, str | None]:
    """The office that the article gives each most often: beside the name, for "the presidents of …" is less exact."""
    stated: dict[str, list[tuple[str, str]]] = {key: [] for key in keys}
    for frame in draft.frames:
        for mention, key in draft.cast.resolved.get(frame.number, ()):
            if key in keys and mention.role:
                stated[key].append((mention.kind, mention.role))
    return {key: _most_told(rows) for key, rows in stated.items()}


def _most_told(rows: Sequence[tuple[str, str]]) -> str | None:
    roles = [role for kind, role in rows if kind == "person"] or [role for _, role in rows]
    return max(sorted(set(roles)), key=roles.count, default=None)
