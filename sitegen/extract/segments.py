"""Events that a later segment of an article reports beside the main one: under a heading, after "separately"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.opening import BILATERAL
from sitegen.extract.pairs import find_pair, is_in_office, rows_of
from sitegen.extract.time_words import TimeWord
from sitegen.extract.weigh import Candidate, bears_on, is_doubtful, speaks, weigh_kinds
from sitegen.model import Kind

HEAD = 4  # sentences of a segment that say what it is about
# Words that only say "they spoke", or of what: in an article about calls they are calls.
CONVERSATION = frozenset({Kind.MEETING, Kind.TALKS, Kind.STATEMENT, Kind.MESSAGE, Kind.SUMMIT})
DONE_ON_A_VISIT = frozenset({Kind.MEETING, Kind.TALKS, Kind.VISIT})
SPOKEN_AT_LEAST = 0.2  # less than that is one word in passing
IN_LEAD = 0.8  # what it counts that headline or lead name both sides of what a heading heads (0 to 1.6 fare alike)
IMPLIED = 0.7  # weight of a kind that only the opening names
LEAD_SENTENCES = 2  # behind the headline, in which the counterparts are named in a row
OPENS_WITHIN = 2  # tokens from the head of a sentence to the day that it opens with
OLD_DAYS = 8  # an event that lies further back than this is not this article's news


def read_segment(
    segment: Sequence[Frame], opening: Candidate | None, dominant: Kind | None, hub: Side | None, cast: Cast
) -> Candidate | None:
    """Return the event that a segment reports beside the main one, or None.

    `dominant` is the kind of the opening, `hub` whom an article without a main event is about: a leader on tour.
    """
    head = segment[:HEAD]
    pair = _gathering(head)
    is_gathering = bool(pair)
    # Whom a segment only recalls is a side of what it reports where nobody else is.
    told = [f for f in head if not (head[0].opens and is_doubtful(f) and "background" in f.stances)]
    two = find_pair(told, cast) or find_pair(head, cast)
    pair = pair or _segment_pair(head, _with_chief(two, segment, opening, cast), opening, hub, cast)
    pair = tuple(_meant(side, opening, hub) for side in pair)
    if (len(pair) < 2 and not is_gathering) or any(_is_only_topic(side) for side in pair):
        return None
    if opening and opening.kind != Kind.SUMMIT and {s.key for s in pair} == opening.keys:
        return None
    shares_hub = bool(opening and opening.keys & {s.key for s in pair})
    kinds = _spoken_kinds(segment, pair, dominant, shares_hub)
    if not kinds:
        return None
    frames = tuple(f for f in segment if bears_on(f, pair)) or tuple(segment[:2])
    is_headed, has_day = segment[0].is_heading, _has_day(head, cast.anchor)
    candidate = Candidate(pair, frames, kinds, is_headed=is_headed, has_day=has_day)
    is_hubs = _shares_hub(candidate, opening) if opening else hub is not None and hub.key in candidate.keys
    if dominant == Kind.CALL and set(kinds) - {Kind.CALL} <= CONVERSATION and is_hubs:
        candidate = replace(candidate, kinds={**kinds, Kind.CALL: max(kinds.values()) + 0.1})
    if opening and not segment[0].opens and _is_part_of(candidate, opening):
        return None
    if opening and is_headed and not _says_another_event(candidate, head, opening):
        return None
    return replace(candidate, score=_score(candidate, head, opening, cast.anchor))


def _meant(side: Side, opening: Candidate | None, hub: Side | None) -> Side:
    """Return whom the article is about where a segment names only his people: `Macron assured the Dane of support`."""
    if not (_is_nobody(side) and side.mention.is_inhabitant):
        return side
    return next((s for s in (*(opening.pair if opening else ()), hub) if s and s.party == side.party), side)


def _says_another_event(candidate: Candidate, head: Sequence[Frame], opening: Candidate) -> bool:
    """Whether a heading, or what follows it, says that another event comes: whom with, where, when, what.

    `Reactions`, `How it came about` and the like head passages about the main event.
    """
    first = head[0]
    others = [s for s in candidate.pair if s.key not in opening.keys] or list(candidate.pair)
    parties = {s.party for s in first.parties} | {gazetteer().cities[city].country for city in first.cities}
    named = any(s.key in first.people_keys or s.party in parties for s in others)
    has_day = any(t.is_day or t.story_shift is not None for t in first.times) or _opens_with_day(head)
    return (
        named
        or has_day
        or (_shares_hub(candidate, opening) and _is_named_in_headline(others, opening))
        or _is_a_city(first)
        or bool(set(first.kinds) - {Kind.STATEMENT})
        or any(f.opens for f in head[:2])
    )


def _opens_with_day(head: Sequence[Frame]) -> bool:
    """`Lithium from Jujuy`, and below it `On Tuesday Argentina was on the programme`."""
    return any(t.is_day and not t.distance and t.at <= OPENS_WITHIN for f in head[1:2] for t in f.times)


def _is_named_in_headline(others: Sequence[Side], opening: Candidate) -> bool:
    """Whether the headline of a journey names the country of the next host, too."""
    titles = [f for f in opening.frames if f.number == 0] if opening.kind == Kind.VISIT else []
    return any(s.party == other.party for f in titles for s in f.parties for other in others)


def _is_a_city(heading: Frame) -> bool:
    """`Brussels`: the whole heading is a city, whosever guests are told of below it."""
    end = len(heading.scan.tokens) - 1
    return any((h.first, h.last) == (0, end) for h in heading.scan.names if h.entry.topic in ("city", "capital"))


def _is_only_topic(side: Side) -> bool:
    """A country by name alone is what the talk is about, seldom a side of it."""
    return _is_nobody(side) and side.mention.kind != "body"


def _is_nobody(side: Side) -> bool:
    """A country or body for which no office is named."""
    return side.key.startswith("@") and "/" not in side.key


def _spoken_kinds(
    segment: Sequence[Frame], pair: Sequence[Side], dominant: Kind | None, shares_hub: bool
) -> Mapping[Kind, float]:
    kinds = weigh_kinds(segment, pair)
    spoken: dict[Kind, float] = {k: v for k, v in kinds.items() if k != Kind.STATEMENT and v >= SPOKEN_AT_LEAST}
    implied = Kind.MEETING if dominant == Kind.VISIT else dominant  # whom a traveller names he meets
    if dominant == Kind.VISIT and _has_day_heading(segment):
        # A stop of a tour is told under its day: what is said there in passing of visits and summits is about the way.
        spoken = {k: v for k, v in spoken.items() if k not in (Kind.VISIT, Kind.SUMMIT) or v >= IMPLIED}
    if not spoken and implied in BILATERAL and (segment[0].is_heading or (shares_hub and _is_same_day(segment[0]))):
        spoken[implied] = IMPLIED
    return spoken


def _is_same_day(frame: Frame) -> bool:
    """`The same day he spoke to …`: said without words of its own it was done as the event before."""
    return frame.opens and any(t.story_shift == 0 for t in frame.times)


def _gathering(head: Sequence[Frame]) -> tuple[Side, ...]:
    """A body's summit told in a segment: the body, and who of its members is named first."""
    for frame in head[:2]:
        if set(frame.kinds) & BILATERAL and len({s.party for s in frame.people}) > 1:
            return ()  # `On the 10th Lee telephoned Xi. He invited him to the APEC summit.`
        bodies = [s for s in frame.parties if s.mention.kind == "body"]
        if frame.kinds.get(Kind.SUMMIT) and bodies:
            body = gazetteer().bodies.get(bodies[0].party or "")
            members = [s for f in head for s in f.people if body and s.party in body.members]
            return (bodies[0], *members[:1])
    return ()


def _segment_pair(
    head: Sequence[Frame], pair: tuple[Side, ...], opening: Candidate | None, hub: Side | None, cast: Cast
) -> tuple[Side, ...]:
    """The sides of a segment: the two that it names, or the one and whom the article is about."""
    if opening is None and hub and hub.key not in {s.key for s in pair}:
        pair = tuple(s for s in pair if not _is_nobody(s))  # `Macron rings: both speak of Mercosur`
    if len(pair) == 2 and not _are_told_together(pair, head, opening) and not (hub and _is_stop(hub, pair, head)):
        return ()
    named = tuple(side for side in pair if not side.mention.is_metonym)
    if len(named) == 2 or not pair:
        return pair
    if opening is None:
        return _with_hub(named, hub, head, cast) or pair
    pair = named or pair
    # One name alone: the hub of the article is the other side ("Kepada Ramaphosa …", "Следующим стал разговор с …").
    here = {key for f in head for key in f.people_keys}
    hubs = [s for s in opening.pair if s.party != pair[0].party and s.key != pair[0].key]
    beside = _in_row_with(pair[0], opening, cast)
    hub = max(hubs, key=lambda s: (s.key in here, s.key not in beside, cast.counts.get(s.key, 0)), default=None)
    known = any(pair[0].key in f.people_keys for f in opening.frames if f.segment == 0 and f.place <= 3)
    is_told = any(speaks(f) for f in head) or (known and head[0].is_heading and opening.kind in BILATERAL)
    return (hub, pair[0]) if hub and is_told else pair


def _in_row_with(side: Side, opening: Candidate, cast: Cast) -> set[str]:
    """Who stands in one row with somebody in headline or lead: `Lavrov spoke to the ministers of Turkey and Iran`."""
    heads = [f for f in opening.frames if f.number <= LEAD_SENTENCES]
    found: set[str] = set()
    for frame in heads:
        keys = {mention: key for mention, key in cast.resolved[frame.number] if key}
        for row in rows_of(frame, keys):
            found |= {keys[m] for m in row} if side.key in {keys[m] for m in row} else set()
    return found


def _with_hub(named: Sequence[Side], hub: Side | None, head: Sequence[Frame], cast: Cast) -> tuple[Side, ...]:
    """`Monday, Buenos Aires`: below a heading one name alone on a day is whom the traveller met."""
    headed = [s for f in head if f.is_heading for s in f.people]
    people = [s for s in (*named, *headed) if not s.key.startswith("@") and is_in_office(s, cast)]
    other = next((s for s in people if hub and s.party != hub.party), None)
    is_dated = any(t.is_day and not t.distance for f in head for t in f.times)
    is_said = is_dated or other in headed
    return (hub, other) if hub and other and head[0].is_heading and is_said else ()


def _has_day_heading(head: Sequence[Frame]) -> bool:
    return head[0].is_heading and any(t.is_day for t in head[0].times)


def _is_stop(hub: Side, pair: Sequence[Side], head: Sequence[Frame]) -> bool:
    """Whether a segment under a day names the traveller and a host, be it in two sentences."""
    return _has_day_heading(head) and hub.key in {side.key for side in pair}


def _with_chief(
    pair: tuple[Side, ...], segment: Sequence[Frame], opening: Candidate | None, cast: Cast
) -> tuple[Side, ...]:
    """The pair with the traveller of the main event for a minister at home who is named beside the next host."""
    if opening is None or opening.kind not in DONE_ON_A_VISIT:
        return pair
    here = {key for f in segment for key in f.people_keys}
    travels = {s.key for s in (*opening.pair, *pair) if s.key.startswith("@") or cast.role_of(s.key) in TRAVELLERS}
    chiefs = {s.party: s for s in opening.pair if s.key in here & travels}
    found = [s if s.key in travels else chiefs.get(s.party, s) for s in pair]
    return tuple(found) if len({s.key for s in found}) == len(pair) else pair


def _are_told_together(pair: Sequence[Side], head: Sequence[Frame], opening: Candidate | None) -> bool:
    """Whether one sentence names both, or one of them is a side of the main event."""
    keys = {s.key for s in pair}
    named = any(keys <= {s.key for s in (*f.people, *f.parties)} for f in head)
    return named or bool(opening and keys & opening.keys)


def _shares_hub(candidate: Candidate, opening: Candidate | None) -> bool:
    return opening is not None and bool(candidate.keys & opening.keys)


def _is_part_of(candidate: Candidate, opening: Candidate) -> bool:
    """Other people of the same two countries, on no day of their own: what ministers sign while their leaders meet."""
    if candidate.parties != opening.parties:
        return False
    is_guest = not any(key.startswith("@") for key in opening.keys)
    if is_guest and opening.kind == Kind.VISIT and candidate.kind in DONE_ON_A_VISIT:
        return True  # what is done on a visit belongs to it
    if candidate.kind == Kind.SIGNING:
        return True  # ministers sign what their leaders agreed on
    return not candidate.keys & opening.keys and not candidate.has_day and candidate.kind != Kind.CALL


# ---------------------------------------------------------------- how much speaks for it


def _score(candidate: Candidate, head: Sequence[Frame], opening: Candidate | None, anchor: date | None) -> float:
    telling = [f for f in head if f.kinds.get(candidate.kind)]
    score = _heading_score(candidate, head[0])
    score += 0.8 if any(f.opens and "background" not in f.stances for f in head) else 0.0
    together = [f for f in head if not f.is_heading and candidate.keys <= set(f.people_keys)]
    implied = any(f.people_keys for f in telling if not f.is_heading) and _shares_hub(candidate, opening)
    score += 1.2 if any(f in telling for f in together) else 0.9 if implied else 0.6 if together else 0.0
    score += 0.5 if telling else 0.0
    score += min(1.0, 0.5 * sum(1 for f in candidate.frames if f not in head[:2]))
    score += IN_LEAD if head[0].is_heading and _is_named_in_lead(candidate, opening) else 0.0
    is_ahead = opening is not None and any("announced" in f.stances for f in opening.frames[:2])
    dated = [f for f in head if f in telling or _gives_day(f)] if telling else head
    return score + _time_score(dated, anchor, head[0].is_heading, is_ahead)


def _gives_day(frame: Frame) -> bool:
    """Whether the day of a sentence is that of what follows: `Monday, Paris`, `That evening he went on to Paris`."""
    if frame.opens:
        return any(t.story_shift is not None for t in frame.times)
    return frame.is_heading and any(t.is_day for t in frame.times)


def _is_named_in_lead(candidate: Candidate, opening: Candidate | None) -> bool:
    """`He spoke to the leaders of the United States and France`: whom the lead names with him is told of below."""
    lead = [f for f in opening.frames if f.number <= LEAD_SENTENCES] if opening else []
    return any(candidate.keys <= set(f.people_keys) for f in lead)


def _heading_score(candidate: Candidate, first: Frame) -> float:
    if not first.is_heading:
        return 0.0
    named = candidate.keys & set(first.people_keys) or candidate.parties & {s.party for s in first.parties}
    return 0.6 + (0.6 if named or first.kinds or _has_day_heading([first]) else 0.0)


def _time_score(frames: Sequence[Frame], anchor: date | None, is_headed: bool, is_ahead: bool) -> float:
    """What days and stance say for or against fresh news. `is_ahead`: the main event too is only announced."""
    times = [t for f in frames for t in f.times]
    dated = [t for t in times if t.is_day or t.distance]
    near = any(is_near(t, anchor) for t in dated if not t.distance)
    story = any(t.story_shift in (0, 1) or (t.story_shift is not None and is_headed) for t in dated)
    is_fresh = near or story
    stances = frozenset[str]().union(*(f.stances for f in frames[:2]))
    score = 1.0 if is_fresh else 0.0
    is_dated = any(f.is_heading and t.is_day and is_near(t, anchor) for f in frames for t in f.times)
    if not is_dated and _is_long_past(dated, times, anchor, is_fresh):
        score -= 2.5  # under a heading with its day an older one is of something else: `the first since the end of May`
    if not is_fresh and any(not t.is_day for t in times):
        score -= 1.0  # told by the month or the year: no news of these days
    if "background" in stances and not (is_headed and is_fresh):
        score -= 1.5
    if stances & {"hypothetical", "denied"}:
        score -= 1.0
    is_planned = "announced" in stances and not (is_headed and is_fresh)
    if (is_planned or _is_to_come(dated, anchor)) and not is_ahead:
        score -= 1.5
    return score


def _has_day(frames: Sequence[Frame], anchor: date | None) -> bool:
    dated = [t for f in frames for t in f.times if t.is_day and not t.distance]
    return any(t.story_shift is not None or is_near(t, anchor) for t in dated)


def is_near(time: TimeWord, anchor: date | None) -> bool:
    """Whether a day is of these days; without a date of publication every day may be."""
    if anchor is None:
        return True
    earliest, latest = time.constraint.earliest, time.constraint.latest
    return earliest is not None and latest is not None and abs((latest - anchor).days) <= OLD_DAYS


def _is_long_past(dated: Sequence[TimeWord], times: Sequence[TimeWord], anchor: date | None, is_fresh: bool) -> bool:
    if any(t.distance == "ago" and not t.is_day for t in dated):
        return True
    days = [t.constraint.latest for t in times if t.constraint.latest]
    is_old = bool(days) and anchor is not None and all((anchor - day).days > OLD_DAYS for day in days)
    return bool(dated) and not is_fresh and is_old


def _is_to_come(dated: Sequence[TimeWord], anchor: date | None) -> bool:
    if anchor is None or not dated:
        return False
    return all(t.constraint.latest and t.constraint.latest > anchor for t in dated)
