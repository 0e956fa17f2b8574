"""Two governments that come to terms: `Rwanda and Congo agreed on Monday in Luanda`, whoever spoke for each."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.frames import Frame
from sitegen.extract.weigh import DOUBT, Candidate, speaks
from sitegen.model import Kind


def find_agreement(segment: Sequence[Frame]) -> Candidate | None:
    """Return the talks of a first sentence in which two governments agree on a day, or None.

    Nobody is named in it, and no word of another event stands in it or in the headline.
    """
    head = [f for f in segment if f.number == 0 or (f.place == 1 and not f.is_heading)]
    told = [f for f in head if f.number > 0 and f.scan.has("agreement") and not f.stances & (DOUBT | {"announced"})]
    if not told or any(speaks(f) for f in head) or any(f.people for f in told):
        return None
    governments = tuple({s.party: s for f in told for s in f.parties if s.is_itself}.values())
    has_day = any(t.is_day and not t.distance for f in told for t in f.times)
    if len(governments) < 2 or not has_day:
        return None
    frames = tuple(f for f in segment if f in head or f.scan.has("agreement"))
    return Candidate(governments[:2], frames, {Kind.TALKS: 1.0}, 1.0)
