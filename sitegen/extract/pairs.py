"""Who the two sides of an event are: the pair that its sentences name together, else those they stress most."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from sitegen.data.gazetteer import holds
from sitegen.extract.cast import Cast
from sitegen.extract.conferences import on_one_line
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.mention import Mention
from sitegen.extract.offices import LEADERS
from sitegen.extract.weigh import LEAD, is_doubtful, position_weight, speaks
from sitegen.model import Kind

MOST_PEOPLE = 8  # looked at for the two sides
DEPARTED = 0.15  # the dead and the departed are named more often than those who act, and seldom act
NEAR_EVENT_WORD = 2  # tokens
COMMAS = " ,、،，\n"  # between two names of one row
IN_ONE_ROW = 0.5  # what a headline counts that names two in a row beside a third (0.1 to 0.5 fare alike)
# Tokens from the start of a sentence to whom it is about. In benchmarks/quality/practice 9 and 6 lose four and five
# events of 550; more changes nothing.
AT_HEAD = 12
STRANGER = 0.4  # what it counts to be named with somebody of no country; .2 to .7 differ by one event
BELOW = 0.5  # what it counts to be named with somebody beside one's own leader; .3 to .8 differ by one event
# What a headline with the capital of their country adds to people: `Modi in Kyiv`; with 0 or .6 an event fewer is
# exact.
HOST = 0.3
PAST_ROLES = frozenset({"former-president", "former-prime-minister", "former-minister"})
SPOKESPEOPLE = frozenset({"spokesperson", "presidential-spokesperson"})

Weights = Mapping[str, tuple[float, Side]]  # key of a side → its stress, and the side as it is first named


def find_pair(frames: Sequence[Frame], cast: Cast) -> tuple[Side, ...]:
    """Return the two sides in the order in which they are named; one where no other is found, none without anybody."""
    if series := _pair_of_series(frames, cast):
        return series
    frames = _without_leaders(frames, cast) if is_of_delegations(frames) else frames
    weights = _side_weights(frames, cast)
    people = [s for s in weights.values() if not s[1].key.startswith("@") and not _speaks_for_another(s[1], cast)]
    line = {side.key for side in on_one_line(frames, cast)}
    people = [(w if s.party else w * STRANGER, s) for w, s in people if not line or s.key in line]
    people.sort(key=lambda item: (-item[0], cast.role_of(item[1].key) not in LEADERS, item[1].key))
    pair = _people_pair(people[:MOST_PEOPLE], frames, cast)
    subject = _subject_of_headline(frames, cast)
    if pair and subject and subject.key not in {side.key for side in pair}:
        # Two others stand together in one sentence; the article is about whom its headline names.
        second = _counterpart(subject, frames, weights, cast)
        return _in_order(subject, second, frames) if second else (subject,)
    if pair:
        return _in_order(*pair, frames)
    for _, first in people[:3]:
        second = _counterpart(first, frames, weights, cast)
        if second:
            return _in_order(first, second, frames)
    return (people[0][1],) if people else _party_pair(weights)


def subject_of_series(frames: Sequence[Frame], cast: Cast) -> Side | None:
    """Return the only one whom headline and lead name, where they tell of a series of calls or meetings, or None."""
    head = [f for f in frames if f.number == 0 or (f.segment == 0 and f.paragraph <= 1)]
    people = {s.key: s for f in head for s in f.people if s.party and is_in_office(s, cast)}
    return next(iter(people.values())) if len(people) == 1 and any(f.scan.has("series") for f in head) else None


def _pair_of_series(frames: Sequence[Frame], cast: Cast) -> tuple[Side, ...]:
    """`He made a series of calls`: he, and with whom a paragraph begins below."""
    subject = subject_of_series(frames, cast)
    below = [f for f in frames if (f.segment or f.paragraph > 1) and f.line == 1 and not f.is_heading]
    others = (s for f in below for s in f.people if subject and s.party not in (subject.party, None))
    other = next((s for s in others if s.mention.first < AT_HEAD and is_in_office(s, cast)), None)
    return (subject, other) if subject and other else ()


def is_of_delegations(frames: Sequence[Frame]) -> bool:
    """Return whether a sentence of the lead tells of delegations of two countries, and it and headline name nobody."""
    told = [f for f in frames if (f.number == 0 or f.paragraph == 1) and speaks(f)]
    sent = [f for f in told if f.scan.has("delegation") and len({s.party for s in (*f.people, *f.parties)}) > 1]
    named = [s for f in told if f in sent or f.number == 0 for s in f.people if s.mention.kind == "person"]
    return bool(sent) and not named


def _without_leaders(frames: Sequence[Frame], cast: Cast) -> list[Frame]:
    """Where delegations talk, leaders named further down are whom they talk about; "negotiators" are nobody yet."""
    return [replace(f, people=tuple(s for s in f.people if _may_be_sent(s, f, cast))) for f in frames]


def _may_be_sent(side: Side, frame: Frame, cast: Cast) -> bool:
    mention = side.mention
    is_plural = any(h.first <= mention.last and mention.first <= h.last for h in frame.scan.hits("delegation"))
    return cast.role_of(side.key) not in LEADERS and (mention.kind == "person" or not is_plural)


def _subject_of_headline(frames: Sequence[Frame], cast: Cast) -> Side | None:
    """Who alone is named in a headline of words, no other event, holds an office and speaks for no other."""
    titles = [f for f in frames if f.number == 0]
    people = [s for f in titles for s in f.people]
    if len(people) != 1 or any(speaks(f) or not f.kinds for f in titles):
        return None
    return people[0] if is_in_office(people[0], cast) and not _speaks_for_another(people[0], cast) else None


def _people_pair(people: Sequence[tuple[float, Side]], frames: Sequence[Frame], cast: Cast) -> tuple[Side, Side] | None:
    """The two people of different parties who are stressed most, those named in one sentence before all others."""
    best: tuple[float, Side, Side] | None = None
    for n, (weight, first) in enumerate(people):
        for other, second in people[n + 1 :]:
            if first.party == second.party:
                continue
            together = _together(first, second, frames)
            together *= 1.0 if first.party and second.party else STRANGER
            together *= BELOW if _is_below(first, second, people, frames, cast) else 1.0
            together *= 1.0 if is_in_office(first, cast) and is_in_office(second, cast) else DEPARTED
            if together <= 0 and min(weight, other) < LEAD * 0.4:
                continue
            score = weight + other + together
            if best is None or score > best[0]:
                best = (score, first, second)
    return (best[1], best[2]) if best else None


def _is_below(
    first: Side, second: Side, people: Sequence[tuple[float, Side]], frames: Sequence[Frame], cast: Cast
) -> bool:
    """Whether a leader of one of the two countries stands with them in a sentence of the news: the leader meets."""
    for side, other in ((first, second), (second, first)):
        if cast.role_of(side.key) in LEADERS:
            continue
        chiefs = {s.key for _, s in people if s.party == side.party and cast.role_of(s.key) in LEADERS}
        trio = [f for f in frames if f.paragraph <= 1 and {side.key, other.key} <= set(f.people_keys)]
        if any(chiefs & set(f.people_keys) for f in trio):
            return True
    return False


def _together(first: Side, second: Side, frames: Sequence[Frame]) -> float:
    """How much stress lies on the sentences that name both."""
    return sum(
        position_weight(f)
        * (1.5 if speaks(f) else 0.75)
        * (0.3 if is_doubtful(f) else 1.0)
        * (IN_ONE_ROW if are_in_one_row(f, first, second) else 1.0)
        for f in frames
        if {first.key, second.key} <= set(f.people_keys)
    )


def are_in_one_row(frame: Frame, first: Side, second: Side) -> bool:
    """Return whether two stand in a headline's row of three and more, and somebody apart from it.

    `Lukashenko, Mirziyoyev, Erdogan: who called Putin`.
    """
    if frame.number != 0 or not {Kind.CALL, Kind.MESSAGE} & set(frame.kinds):
        return False
    names = [s.mention for s in frame.people]
    sides = {first.mention, second.mention}
    return any(sides <= set(row) and 2 < len(row) < len(names) for row in rows_of(frame, names))


def rows_of(frame: Frame, names: Iterable[Mention]) -> list[list[Mention]]:
    """Return the names of a sentence in its order, those in one list between which only commas and "and" stand."""
    rows: list[list[Mention]] = []
    for name in sorted(names, key=lambda m: m.first):
        if rows and _are_joined(frame, rows[-1][-1], name):
            rows[-1].append(name)
        else:
            rows.append([name])
    return rows


def _are_joined(frame: Frame, one: Mention, other: Mention) -> bool:
    """Whether nothing but a comma or one word, "and", stands between two names; `Putin calls Rahmon` is no row."""
    tokens, at = frame.scan.tokens, one.last + 1
    between = frame.scan.text[tokens[one.last].end : tokens[other.first].start].strip(COMMAS)
    is_of_event = any(h.first <= at <= h.last for h in frame.scan.kinds)
    return between == "" or (between == tokens[at].text and not is_of_event)


def _side_weights(frames: Sequence[Frame], cast: Cast) -> Weights:
    weights: dict[str, tuple[float, Side]] = {}
    for frame in frames:
        stress = position_weight(frame) * (1.5 if speaks(frame) else 0.4)
        stress *= 0.3 if is_doubtful(frame) else 1.0
        for order, side in enumerate((*frame.people, *frame.parties)):
            often = 0.1 * cast.counts.get(side.key, 0) if is_in_office(side, cast) else 0.0
            old = weights.get(side.key, (often, side))
            weights[side.key] = (old[0] + stress * _share(side, order, frame, cast), old[1])
    hosts = {s.party for f in frames if f.number == 0 for s in f.parties if s.mention.is_metonym}
    return {key: (w + HOST * (side.party in hosts), side) for key, (w, side) in weights.items()}


def _share(side: Side, order: int, frame: Frame, cast: Cast) -> float:
    """How much of a sentence's stress falls on one that it names: people first, offices next, bare countries last."""
    share = 1.0 if not side.key.startswith("@") else 0.8 if "/" in side.key else 0.3
    share *= 1.0 if order < 2 else 0.8
    share *= 1.15 if is_by_event_word(frame, side) else 1.0
    return share * (1.0 if is_in_office(side, cast) else DEPARTED)


def is_by_event_word(frame: Frame, side: Side) -> bool:
    """Return whether a name stands within or right beside the words of an event."""
    first, last = side.mention.first - NEAR_EVENT_WORD, side.mention.last + NEAR_EVENT_WORD
    return any(h.entry.value != "statement" and first <= h.last and h.first <= last for h in frame.scan.kinds)


def is_in_row(row: Sequence[Side], side: Side, reach: int) -> bool:
    """Return whether a name stands beside another one of `row`; `reach` in tokens."""
    here = side.mention
    others = [s.mention for s in row if s.key != side.key]
    return any(min(abs(o.first - here.last), abs(here.first - o.last)) <= reach for o in others)


def is_in_office(side: Side, cast: Cast) -> bool:
    """Return whether somebody holds an office these days: the dead and the departed are spoken of, others take part."""
    known = cast.known.get(side.key)
    if known is None or cast.anchor is None or not known.offices:
        return True
    day = cast.anchor + timedelta(days=1)
    return any(holds(office, day, None) for office in known.offices if office.role not in PAST_ROLES)


def leads(side: Side, cast: Cast) -> bool:
    """Return whether somebody leads a state or its diplomacy these days."""
    return cast.role_of(side.key) in TRAVELLERS and is_in_office(side, cast)


def _speaks_for_another(side: Side, cast: Cast) -> bool:
    return (cast.role_of(side.key) if side.key in cast.players else side.mention.role) in SPOKESPEOPLE


def _counterpart(first: Side, frames: Sequence[Frame], weights: Weights, cast: Cast) -> Side | None:
    """The other side where no person of it is named beside the first: an office, a country, a body."""
    told = [f for f in frames if speaks(f)]
    together = [f for f in told if first.key in f.people_keys or f.number == 0]
    if all(s.party in (first.party, None) for f in together for s in f.parties):
        # `Officials of Iran met with the directors of France …`, and below: `The deputy minister said …`.
        together = [f for f in told if f.paragraph <= 1 and any(s.party == first.party for s in f.parties)]
    near = {s.key for f in together for s in f.parties}
    parties = sorted(
        (item for item in weights.values() if item[1].key.startswith("@") and item[1].key in near),
        key=lambda item: (item[1].mention.is_located, -item[0], item[1].key),
    )
    second = next((side for _, side in parties if side.party != first.party), None)
    return (_person_of(second, first, frames, cast) or second) if second else None


def _person_of(side: Side, first: Side, frames: Sequence[Frame], cast: Cast) -> Side | None:
    """Whom a country, capital or palace stands for: its person named first in these sentences, else its only one."""
    named = [s for f in frames for s in f.people if s.party == side.party and s.key != first.key]
    here = [s for s in named if not _speaks_for_another(s, cast)]
    if here:
        return here[0]
    of_party = [p for p in cast.players.values() if side.party in (p.country, p.body)]
    if len(of_party) == 1 and (side.mention.is_metonym or "/" in side.key):
        return Side(of_party[0].key, side.party, side.mention)
    return None


def _in_order(first: Side, second: Side, frames: Sequence[Frame]) -> tuple[Side, Side]:
    for frame in frames:
        order = [s.key for s in (*frame.people, *frame.parties)]
        if first.key in order and second.key in order:
            return (first, second) if order.index(first.key) < order.index(second.key) else (second, first)
    return (first, second)


def _party_pair(weights: Weights) -> tuple[Side, ...]:
    """Two countries or bodies where nobody is named, offices before the others, last in whose capital they met."""
    order = sorted(weights.values(), key=lambda item: (-item[0], "/" not in item[1].key, item[1].key))
    ranked = sorted(order, key=lambda item: item[1].mention.is_located)
    chosen: dict[str | None, Side] = {}
    for _, side in ranked:
        chosen.setdefault(side.party, side)
    return tuple(chosen.values())[:2]
