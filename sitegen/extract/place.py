"""Where people met: the city that stands nearest to the words of the event."""

from __future__ import annotations

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.draft import Draft, find_voting_body, own_frames
from sitegen.extract.frames import Frame
from sitegen.extract.mention import Mention
from sitegen.model import Evidence, Kind

FACE_TO_FACE = frozenset({Kind.MEETING, Kind.VISIT, Kind.TALKS, Kind.SUMMIT, Kind.SIGNING, Kind.VOTE})
# A visit goes to the city of its headline; where parliaments vote no sentence tells.
NAMED_IN_HEADLINE = frozenset({Kind.VISIT, Kind.VOTE})


def find_place(draft: Draft, kind: Kind) -> tuple[str, Evidence] | None:
    """Return the id of the city with the words that name it, or None; calls and messages have no place."""
    if kind not in FACE_TO_FACE:
        return None
    if kind == Kind.VOTE and (seat := _seat(draft)):
        return seat
    here = [f for f in own_frames(draft) if _cities(draft, f)]
    near = [f for f in here if _may_place(f, draft)]
    if draft.candidate.is_apart:  # the lead tells of another event: its city is the second choice
        near = [f for f in near if f in draft.candidate.frames] or near
    gives_way = {f.number for f in near if kind not in NAMED_IN_HEADLINE and _are_governments(draft, f)}
    for frame in sorted(near[:4], key=lambda f: (f.number in gives_way, not f.is_heading, f.number)):
        best = _likely_city(draft, frame, kind)
        if best and (city := best.palace_in or best.city):
            return city, draft.evidence(frame.number, best.text, "place")
    return None


def _seat(draft: Draft) -> tuple[str, Evidence] | None:
    """The seat of a body that adopts by vote, with the words that name it: what it votes on names other places."""
    body = find_voting_body(draft)
    seat = gazetteer().bodies[body].seat if body and gazetteer().bodies[body].votes else None  # not `a vote on NATO`
    for frame in draft.frames if seat else ():
        for side in frame.parties:
            if side.mention.body == body and seat:
                return seat, draft.evidence(frame.number, side.mention.text, "place")
    return None


def _may_place(frame: Frame, draft: Draft) -> bool:
    """A title says where only beside words of the event ("Gaza: Macron and Prabowo call for …" does not)."""
    if frame.number == 0:
        return bool(frame.kinds)
    return frame.is_heading or frame.paragraph <= 1 or bool(frame.kinds and frame in draft.candidate.frames)


def _are_governments(draft: Draft, frame: Frame) -> bool:
    """`Canberra and Funafuti seal pact`: whether a headline names cities only as capitals, none as a place."""
    capitals = [m.is_metonym and not _is_told(m) for m in _cities(draft, frame)]
    return frame.number == 0 and all(capitals)


def _cities(draft: Draft, frame: Frame) -> list[Mention]:
    return [m for m, _ in draft.cast.resolved[frame.number] if m.city or m.palace_in]


def _likely_city(draft: Draft, frame: Frame, kind: Kind) -> Mention | None:
    """The city in which something was before one that is only named, and the nearest to the words of the event.

    A visit may go "to Doha" or be "in Doha". What is told as no place may stand for a government.
    """
    cities = _cities(draft, frame)
    words = [h for h in frame.scan.kinds if h.entry.value != "statement"]
    if frame.is_heading or not words:
        cities = [m for m in cities if not m.is_metonym or frame.is_heading or _is_told(m)]

    def doubt(city: Mention) -> tuple[bool, bool, int, int]:
        is_within = city.is_within or city.palace_in is not None or kind in NAMED_IN_HEADLINE
        apart = min((abs(city.first - h.first) for h in words), default=0)
        return not is_within, not _is_told(city), apart, city.first

    return min(cities, key=doubt, default=None)


def _is_told(city: Mention) -> bool:
    """Whether it is told as a place: `in Doha`, `at the White House`."""
    return city.is_located or city.palace_in is not None
