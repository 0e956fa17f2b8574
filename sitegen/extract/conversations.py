"""Two leaders who spoke, and no word says how: `Rubio spoke with Kenya's Ruto on Wednesday`."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.cast import Cast
from sitegen.extract.frames import Frame, Side
from sitegen.extract.pairs import leads
from sitegen.extract.weigh import Candidate, speaks
from sitegen.model import Kind


def find_conversation(segment: Sequence[Frame], cast: Cast) -> Candidate | None:
    """Return what the first sentence tells of two who spoke on a day, or None.

    It is a call, and in a city that the sentence names a meeting; no other sentence of the lead tells of an event.
    """
    lead = [f for f in segment if f.number == 0 or (f.paragraph == 1 and not f.is_heading)]
    if any(speaks(f) for f in lead if f.number > 0):
        return None
    first = next((f for f in lead if f.place == 1 and f.scan.has("conversation")), None)
    pair = _speakers(first, cast) if first else ()
    if first is None or not pair or not any(t.is_day and not t.distance for t in first.times):
        return None
    where = any(m.city and m.is_located for m, _ in cast.resolved[first.number])
    frames = tuple(f for f in lead if f is first or {s.key for s in pair} & set(f.people_keys))
    return Candidate(pair, frames, {Kind.MEETING if where else Kind.CALL: 1.0}, 1.0)


def _speakers(frame: Frame, cast: Cast) -> tuple[Side, ...]:
    """Those of a sentence who lead a state or its diplomacy, one a country; none where it names three."""
    people = [s for s in frame.people if leads(s, cast)]
    by_party = {s.party: s for s in people if s.party}
    return tuple(by_party.values()) if len(people) == len(by_party) == 2 else ()
