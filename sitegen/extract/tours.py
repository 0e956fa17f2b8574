"""A leader's tour told paragraph by paragraph: whom he met at each stop is an event of its own."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.beside import done_by
from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.weigh import DOUBT, Candidate
from sitegen.model import Kind

FEWEST = 2  # stops that make a tour
AFTER_LEAD = 2  # the paragraph from which on the stops are told
DONE_AT_A_STOP = frozenset({Kind.MEETING, Kind.TALKS, Kind.SIGNING, Kind.VISIT})
A_STOP = 3.0  # what a stop scores: more than a second event must bring


def find_stops(segment: Sequence[Frame], hub: Side | None, cast: Cast) -> list[Candidate]:
    """Return the meetings of a tour that title or lead announce with two foreign countries or more, else nothing.

    Where they name but one, `wrapped up his Africa tour in Abuja`, every country is of the tour in whose city, told of
    with its day, a host stands.
    """
    head = [f for f in segment if f.number == 0 or f.paragraph <= 1]
    if hub is None or not any(f.kinds.get(Kind.VISIT) for f in head):
        return []
    abroad = {s.party for f in head for s in (*f.people, *f.parties) if s.mention.kind != "body"} - {hub.party, None}
    found: dict[str, Candidate] = {}
    for frame in segment:
        if frame.paragraph >= AFTER_LEAD and hub.key in frame.people_keys and not frame.stances & DOUBT:
            for host in _hosts(frame, abroad if len(abroad) > 1 else _countries_of(frame, cast), cast):
                found.setdefault(host.key, _stop(hub, host, frame, segment))
    countries = {stop.pair[1].party for stop in found.values()}  # two hosts in one country make no tour
    return list(found.values()) if len(countries) >= FEWEST else []


def _countries_of(frame: Frame, cast: Cast) -> set[str | None]:
    """The countries whose cities a sentence with a day names as places."""
    if not any(t.is_day and not t.distance for t in frame.times):
        return set()
    return {gazetteer().cities[m.city].country for m, _ in cast.resolved[frame.number] if m.city and m.is_located}


def _hosts(frame: Frame, abroad: set[str | None], cast: Cast) -> list[Side]:
    """Leaders and ministers of the countries of the tour, in a sentence that tells what was done or on which day."""
    tells = bool(set(frame.kinds) & DONE_AT_A_STOP) or any(t.is_day and not t.distance for t in frame.times)
    return [s for s in frame.people if tells and s.party in abroad and cast.role_of(s.key) in TRAVELLERS]


def _stop(hub: Side, host: Side, frame: Frame, segment: Sequence[Frame]) -> Candidate:
    """The event of one stop: the sentences of its paragraph from the label before it on."""
    told = tuple(f for f in segment if f.paragraph == frame.paragraph)
    kinds = done_by((hub, host), told) or {Kind.MEETING: 1.0}
    return Candidate((hub, host), told, kinds, A_STOP, has_day=True, is_apart=True)
