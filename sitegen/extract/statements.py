"""The statement that a lead reports: of somebody who speaks for a state, or of governments."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.offices import LEADERS
from sitegen.extract.pairs import PAST_ROLES
from sitegen.extract.weigh import DOUBT, Candidate, is_doubtful, names_all, speaks
from sitegen.model import Kind

LEAD_OF_MOVE = 4  # headline and sentences in which the day of a government's move stands; 3 to 6 fare alike
LEAD_OF_WORDS = 2  # paragraphs in which a meeting stands, if there was one; 1 to 3 fare alike
SUMMONED = frozenset({"ambassador", "charge-daffaires", "diplomat"})
MOST_DOERS = 5  # governments that act together: the Quint, the Troika; 3 to 8 fare alike


def find_statement(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return the statement of an office holder who speaks in title or lead about another country, or None."""
    lead = [f for f in segment if f.number == 0 or f.paragraph == 1]
    headed = {key for f in lead if f.number == 0 for key in f.people_keys}
    has_day = any(t.is_day for f in lead for t in f.times) or all(f.number > 0 for f in lead)
    for side in dict.fromkeys(s for f in lead for s in f.people):
        spoken = tuple(f for f in lead if side.key in f.people_keys and f.kinds.get(Kind.STATEMENT))
        role = cast.role_of(side.key)
        if (
            spoken
            and role
            and role not in PAST_ROLES
            and spoken[0].people[0].key == side.key
            and not (is_acted_on(side, spoken[0], cast) and find_move(segment, cast))
            and _speaks_abroad(side, lead, cast)
            and (has_day or side.key in headed)  # `they write about Trump's route`: a comment
        ):
            about = addressed(side, lead)
            return Candidate((side, about) if about else (side,), spoken, {Kind.STATEMENT: 1.0}, 1.0)
    return None


def is_acted_on(side: Side, frame: Frame, cast: Cast) -> bool:
    """Return whether a government says something of somebody, or does it to him: he is no speaker.

    `Poland summoned the Russian ambassador, Sergey Andreyev`, `Qatar condemned the killing of Ismail Haniyeh`.
    """
    acts = min((h.first for h in frame.scan.hits("move")), default=0)
    others = [s for s in frame.parties if not s.mention.is_located and s.party != side.party]
    if not any(s.mention.first < acts and s.mention.kind == "country" for s in others):
        return False  # an adjective will do: `O Ministério dos Negócios Estrangeiros russo`
    return acts < side.mention.first or cast.role_of(side.key) in SUMMONED


def is_only_said(segment: Sequence[Frame]) -> bool:
    """Return whether the first paragraph tells what was said on a day, and nothing else that happened."""
    lead = [f for f in segment if f.paragraph == 1]
    said = [f for f in lead if f.kinds.get(Kind.STATEMENT)]
    return any(t.is_day for f in said for t in f.times) and not any(speaks(f) for f in lead)


def is_said_in_headline(segment: Sequence[Frame], pair: Sequence[Side]) -> bool:
    """Return whether a headline gives the words of one side about the other, and no sentence of the lead says more.

    `Khamenei: negotiating with America is not wise`, and below it whom else he spoke to.
    """
    titles = [f for f in segment if f.number == 0 and f.speaker]
    lead = [f for f in segment if f.number > 0 and f.paragraph <= LEAD_OF_WORDS]
    told = any(speaks(f) and not is_doubtful(f) and names_all(f, pair) for f in lead)
    return any(f.speaker in {s.key for s in pair} for f in titles) and not told


def find_declaration(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return the statement of governments: the countries that a lead begins with say something of another, or None."""
    lead = [f for f in segment if f.number == 0 or f.paragraph == 1]
    told = [f for f in lead if f.kinds.get(Kind.STATEMENT) and any(t.is_day for t in f.times)]
    countries = [s for f in told[:1] for s in f.parties if not s.mention.is_located and s.mention.country]
    is_headed = any(f.kinds.get(Kind.STATEMENT) and f.parties and not f.people for f in segment if f.number == 0)
    if len(countries) < 2 or not is_headed or any(f.people for f in told[:1]):
        return None
    *speakers, about = countries
    named = tuple(spokesman(s, segment, cast) or s for s in speakers)
    frames = tuple(f for f in segment if f in told or f.kinds.get(Kind.STATEMENT))
    return Candidate((*named, about), frames, {Kind.STATEMENT: 1.0}, 1.0)


def find_move(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return what a government does to another by word alone, `Nauru severed relations with Taiwan`, or None.

    The first sentence or the next says it, of a day, and tells of nothing else; nobody need be named.
    """
    lead = [f for f in segment if f.number == 0 or (f.paragraph <= 2 and not f.is_heading)][:LEAD_OF_MOVE]
    told = [f for f in lead if f.scan.has("move") and f.number > 0 and f.place <= 2 and not f.stances & _doubt(f)]
    has_day = any(t.is_day and not t.distance for f in lead for t in f.times)
    if not told or not has_day or any(_speaks_besides(f) for f in (*told[:1], *(f for f in lead if f.number == 0))):
        return None
    able = [s for s in told[0].parties if s.mention.kind != "body" and not s.mention.is_located]
    headed = [s for f in lead if f.number == 0 for s in doers_of(f)]
    before = doers_of(told[0]) or headed or able[:1]  # Arabic puts the verb first
    doers = list({s.party: s for s in before}.values())[:MOST_DOERS]
    about = (addressed(doers[-1], lead) or _envoy(told[0], doers, cast)) if doers else None
    if not doers or (about is None and not foreign(lead, doers[0])):
        return None
    named = tuple(spokesman(s, segment, cast) or s for s in doers)
    sides = (*named, about) if about and about.party not in {s.party for s in doers} else named
    frames = tuple(f for f in segment if f in told or f.kinds.get(Kind.STATEMENT))
    return Candidate(sides, frames, {Kind.STATEMENT: 1.0}, 1.0)


def _speaks_besides(frame: Frame) -> bool:
    """Whether a sentence tells of an event other than in the words of the move: `for consultations` is none."""
    moves = list(frame.scan.hits("move"))
    return any(
        h.entry.value != Kind.STATEMENT and not any(m.first <= h.first and h.last <= m.last for m in moves)
        for h in frame.scan.kinds
    ) and speaks(frame)


def doers_of(frame: Frame) -> list[Side]:
    """Return the governments that a sentence names before the words of what they do or say."""
    acts = min((h.first for h in frame.scan.hits("move")), default=1)  # a headline begins with who acts
    return [s for s in frame.parties if s.is_itself and s.mention.first < acts and s.mention.kind != "body"]


def _envoy(frame: Frame, doers: Sequence[Side], cast: Cast) -> Side | None:
    """The ambassador of another country, named or not: `Spain summoned the Venezuelan ambassador`."""
    parties = {side.party for side in doers}
    here = [s for s in (*frame.people, *frame.parties) if s.party not in parties]
    return next((s for s in here if (cast.role_of(s.key) or s.mention.role) in SUMMONED), None)


def _doubt(frame: Frame) -> frozenset[str]:
    """What a sentence may not be; the first is news though it recall what was before: "as Algiers did last week"."""
    return DOUBT - {"background"} if frame.place == 1 else DOUBT


def spokesman(country: Side, segment: Sequence[Frame], cast: Cast) -> Side | None:
    """Return the leader or minister of a country who is named further down."""
    said = [s for f in segment for s in f.people if s.party == country.party]
    return next((s for s in said if cast.role_of(s.key) in LEADERS | {"foreign-minister"}), None)


def _speaks_abroad(side: Side, lead: Sequence[Frame], cast: Cast) -> bool:
    """Whether words are for another country; those of a body's head are for all."""
    return cast.players[side.key].body is not None or bool(foreign(lead, side))


def addressed(speaker: Side, lead: Sequence[Frame]) -> Side | None:
    """Return the foreign country that headline and lead name most, by itself or its envoys: to or of it one speaks."""
    where = {gazetteer().cities[city].country for f in lead for city in f.cities}
    others = [
        s
        for f in lead
        for s in f.parties
        if s.mention.kind in ("country", "office")
        and s.mention.country
        and s.party != speaker.party
        and not (s.mention.city and s.party in where)
    ]
    counts = Counter(s.party for s in others)
    return max(others, key=lambda s: counts[s.party], default=None)


def foreign(frames: Sequence[Frame], side: Side) -> set[str | None]:
    """Return the countries and bodies of the sentences other than the side's own."""
    return {s.party for f in frames for s in (*f.people, *f.parties)} - {side.party, None}
