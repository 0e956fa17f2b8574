"""Whom one side of the main event met or called besides: from that day on it is news, before under an open headline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.beside import DONE, done_by, is_fact, rest_of_paragraph, told_beside
from sitegen.extract.cast import Cast
from sitegen.extract.frames import TRAVELLERS, Frame, Side
from sitegen.extract.offices import HEADS_OF_BODIES
from sitegen.extract.pairs import is_in_office
from sitegen.extract.segments import is_near
from sitegen.extract.weigh import Candidate
from sitegen.when import solve

SENT = frozenset({"deputy-prime-minister", "trade-minister", "finance-minister", "economy-minister", "special-envoy"})


def find_told_on_a_day(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the calls and meetings of a side of the main event that a sentence tells of, with whom and on which day.

    Under a headline that names the other side, what was done on another day is background (benchmarks/quality: nine
    of ten); `Orban's lonely tour` tells of several days.
    """
    if len(opening.pair) != 2:
        return []
    known = opening.keys.union(*(c.keys for c in more))
    main = next((day for f in opening.frames if (day := _day_of([f]))), None)
    headed = _headed(frames)
    is_open = len(headed) == 1 and headed <= opening.parties | {None}
    found: dict[str, Candidate] = {}
    for frame in frames:
        for hub, side in _told(frame, opening, cast):
            is_same_day = any(t.story_shift is not None and t.story_shift >= 0 for t in frame.times)
            is_later = bool(main and (own := _day_of([frame])) and main <= own)
            is_third = any(opening.keys | {side.key} <= set(f.people_keys) for f in frames)
            is_news = is_same_day or is_later or is_open
            if is_news and side.key not in known and side.key not in found and not is_third:
                told = rest_of_paragraph(frame, frames)
                if kinds := done_by((hub, side), told[:1]):
                    found[side.key] = told_beside((hub, side), told, kinds)
    return list(found.values())


def _day_of(frames: Sequence[Frame]) -> date | None:
    """The one day that the day words of sentences agree on."""
    when = solve(t.constraint for f in frames for t in f.times if t.is_day and t.story_shift is None)
    return when.earliest if when.is_certain else None


def _headed(frames: Sequence[Frame]) -> set[str | None]:
    """The countries of whom and what the headline names, {None} where it names nothing; none without a headline."""
    titles = [f for f in frames if f.number == 0]
    named = {s.party for f in titles for s in (*f.people, *f.parties)}
    named |= {gazetteer().cities[city].country for f in titles for city in f.cities}
    return named or ({None} if titles else set())


def _told(frame: Frame, opening: Candidate, cast: Cast) -> Iterator[tuple[Side, Side]]:
    """Which side of the main event a sentence tells to have met or called whom, as a fact of these days."""
    if not is_fact(frame) or not set(frame.kinds) & DONE:
        return
    if not any(t.is_day and not t.distance and is_near(t, cast.anchor) for t in frame.times):
        return
    hubs = [s for s in frame.people if s.key in opening.keys]
    others = [s for s in frame.people if s.party and s.party not in opening.parties and is_in_office(s, cast)]
    if len(hubs) == 1 and len(others) == 1 and cast.role_of(others[0].key) in TRAVELLERS | HEADS_OF_BODIES | SENT:
        yield hubs[0], others[0]
