"""Which kind of event a claim is of: what its words speak for most, but for the frame or the means of another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.draft import Draft, find_body, find_round, news_frames, own_frames
from sitegen.extract.frames import Frame
from sitegen.extract.offices import HEADS_OF_BODIES, LEADERS, same_office
from sitegen.extract.pairs import is_of_delegations
from sitegen.extract.weigh import is_doubtful, position_weight
from sitegen.model import Kind

NEGOTIATORS = frozenset(
    {"finance-minister", "economy-minister", "trade-minister", "energy-minister", "deputy-prime-minister"}
    | {"deputy-foreign-minister", "negotiator", "delegation-head", "presidential-aide", "national-security-adviser"}
    | {"special-envoy", "chief-of-staff", "defence-minister", "security-council-secretary"}
)
NEGOTIATE = 0.3  # of the words for a meeting; at .6 the corpora of benchmarks/quality lose one round of talks
# What the words of a visit must weigh to be news beside a meeting: as much as a sentence of the lead, less in a short
# text, and a share of the words for the meeting. By the order of their words alone 60 of 321 visits and meetings of
# benchmarks/quality/practice were taken for the other. In a brief of three sentences order tells more.
A_JOURNEY, SHARE_OF_TEXT, BESIDE_MEETING = 1.0, 0.3, 0.6
A_BRIEF, NEARLY = 3, 0.5
BESIDE_SUMMIT = 3  # tokens from the name of a region to the word for a summit; 1 finds three kinds fewer, 6 fares alike
MAY_BE_SUMMIT = frozenset({Kind.MEETING, Kind.VISIT, Kind.SIGNING, Kind.TALKS})


def decide_kind(draft: Draft) -> Kind:
    """Return the kind of a claim."""
    kind = draft.candidate.kind
    if kind in MAY_BE_SUMMIT and _rivals(draft, Kind.SUMMIT, 0.5) and _is_multilateral(draft):
        return kind if _is_beside_a_summit(draft) else Kind.SUMMIT
    rule = _RULES.get(kind)
    return rule(draft) if rule else kind


def _of_summit(draft: Draft) -> Kind:
    return Kind.SUMMIT if _is_multilateral(draft) or _has_one_leader(draft) else Kind.MEETING


def _of_message(draft: Draft) -> Kind:
    if _rivals(draft, Kind.CALL, 0.4):
        return Kind.CALL  # condolences by telephone
    if _rivals(draft, Kind.VISIT, 0.4) and _is_told_first(draft, Kind.VISIT):
        return Kind.VISIT  # a guest who also brings a letter
    is_handed_over = _rivals(draft, Kind.MEETING, 0.5) and not _is_headed(draft, Kind.MESSAGE, Kind.MEETING)
    return Kind.MEETING if is_handed_over else Kind.MESSAGE


def _of_signing(draft: Draft) -> Kind:
    return Kind.VISIT if _rivals(draft, Kind.VISIT, 0.7) else Kind.SIGNING  # papers are signed on most visits


def _of_talks(draft: Draft) -> Kind:
    if _is_by_telephone(draft):
        return Kind.CALL
    return Kind.MEETING if _is_face_to_face(draft) else Kind.TALKS


def _is_by_telephone(draft: Draft) -> bool:
    """A conversation, and the lead says by which means."""
    return _rivals(draft, Kind.CALL, 0.55) and _is_told_first(draft, Kind.CALL)


def _rivals(draft: Draft, other: Kind, share: float) -> bool:
    """Whether another kind's words weigh at least this share of the first kind's."""
    kinds = draft.candidate.kinds
    return kinds.get(other, 0.0) >= share * kinds[draft.candidate.kind]


def _of_meeting(draft: Draft) -> Kind:
    if _is_by_telephone(draft):
        return Kind.CALL
    is_of_a_series = find_round(draft) is not None and not _are_leaders(draft)
    if is_of_a_series or (_rivals(draft, Kind.TALKS, 0.5) and _is_mediated(draft)):
        return Kind.TALKS
    if _is_of_a_journey(draft):
        return Kind.VISIT
    if _rivals(draft, Kind.TALKS, NEGOTIATE) and _are_negotiators(draft):
        return Kind.TALKS
    return Kind.TALKS if draft.segment == 0 and is_of_delegations(draft.frames) else Kind.MEETING


def _are_leaders(draft: Draft) -> bool:
    """`The eighth annual meeting of the two prime ministers`: a number alone makes no negotiation of it."""
    return all(draft.cast.role_of(side.key) in LEADERS for side in draft.candidate.pair)


def _are_negotiators(draft: Draft) -> bool:
    """Neither leads a state or its diplomacy: delegations that negotiate."""
    roles = [draft.cast.role_of(side.key) for side in draft.candidate.pair]
    return any(role in NEGOTIATORS for role in roles) and not any(role in LEADERS for role in roles)


def _of_visit(draft: Draft) -> Kind:
    if _rivals(draft, Kind.CALL, 0.7) and _is_told_first(draft, Kind.CALL):
        return Kind.CALL  # they talk by telephone about a visit
    return Kind.VISIT if _is_of_a_journey(draft) or not draft.candidate.kinds.get(Kind.MEETING) else Kind.MEETING


def _is_of_a_journey(draft: Draft) -> bool:
    """Whether a visit is the news, not the frame of a meeting: headline and lead come back to it.

    `On the second day of his visit he met …` tells of a meeting. In a brief the first words say which it is.
    """
    told = draft.candidate.frames
    visit, meeting = (draft.candidate.kinds.get(kind, 0.0) for kind in (Kind.VISIT, Kind.MEETING))
    if sum(not f.is_heading for f in own_frames(draft)) > A_BRIEF:
        return visit > BESIDE_MEETING * meeting + min(A_JOURNEY, SHARE_OF_TEXT * sum(position_weight(f) for f in told))
    if min(visit, meeting) < NEARLY * max(visit, meeting):
        return visit > meeting
    return any(f.place <= 1 and f.kinds.get(Kind.VISIT) for f in told) and _opens_with(draft, Kind.VISIT, Kind.MEETING)


def _opens_with(draft: Draft, kind: Kind, other: Kind) -> bool:
    """Of two kinds, the one that title and lead speak of first is what the article is about."""
    for frame in sorted(draft.candidate.frames, key=lambda f: f.number)[:3]:
        spoken = sorted(frame.scan.kinds, key=lambda h: h.first)
        first = next((h.entry.value for h in spoken if h.entry.value in (kind, other)), None)
        if first:
            return first == str(kind)
    return False


def _is_headed(draft: Draft, kind: Kind, other: Kind) -> bool:
    """Whether the headline speaks of one kind and not of the other."""
    return any(f.kinds.get(kind) and not f.kinds.get(other) for f in draft.frames if f.number == 0)


def _is_told_first(draft: Draft, kind: Kind) -> bool:
    """Whether the first sentence of the text speaks of a kind."""
    return any(f.kinds.get(kind) and not is_doubtful(f) for f in draft.frames if f.segment == 0 and f.place == 1)


def _has_one_leader(draft: Draft) -> bool:
    """The host alone is named where a summit is told: with whom he meets is told by country or further down."""
    return sum(side.key in draft.cast.players for side in draft.candidate.pair) < 2


def _is_beside_a_summit(draft: Draft) -> bool:
    """Two leaders alone in the headline who meet: the summit is where they do, or to what one invites the other."""
    title = next((f for f in draft.frames if f.number == 0), None)
    if title is None or draft.candidate.kind != Kind.MEETING:
        return False
    if title.kinds.get(Kind.SUMMIT) and not _opens_with(draft, Kind.MEETING, Kind.SUMMIT):
        return False
    return set(title.people_keys) == draft.candidate.keys


def _is_face_to_face(draft: Draft) -> bool:
    """Two leaders who "negotiate" meet, and two ministers if the text says so; delegations and envoys hold talks."""
    players = draft.cast.players
    roles = [players[s.key].role or "" for s in draft.candidate.pair if s.key in players]
    if len(roles) < 2 or not all(roles) or find_round(draft) is not None or _is_mediated(draft):
        return False
    if all(role in LEADERS | HEADS_OF_BODIES for role in roles):
        return True
    return _rivals(draft, Kind.MEETING, 0.4) and same_office(roles[0], roles[1])


def _is_mediated(draft: Draft) -> bool:
    early = news_frames(draft)[:5]
    with_host = any(_leaders_of(draft, f) > 2 for f in early[:2])  # two sides and the leader who brought them together
    return with_host or any(f.scan.has("mediation") for f in early)


def _is_multilateral(draft: Draft) -> bool:
    """A summit is of three parties or more, or a body's own: that of two is a meeting."""
    early = [f for f in own_frames(draft) if f.place <= 6 or f.is_heading]
    parties = {s.party for f in early for s in f.people} - {None}
    is_of_a_body = find_body(draft) is not None or _is_of_a_body(draft) or _is_of_a_region(early)
    return len(parties) > 2 or is_of_a_body or _gathers_leaders(draft)


def _is_of_a_region(frames: Sequence[Frame]) -> bool:
    """`The first Korea-Africa summit`: a part of the world beside the word for it."""
    return any(
        min(abs(region.first - h.last), abs(h.first - region.last)) <= BESIDE_SUMMIT
        for frame in frames
        for region in frame.scan.hits("region")
        for h in frame.scan.kinds
        if h.entry.value == Kind.SUMMIT
    )


def _is_of_a_body(draft: Draft) -> bool:
    """`The EU-China summit`: the headline speaks of a summit, and one of the two leads a body."""
    title = any(f.number == 0 and f.kinds.get(Kind.SUMMIT) for f in draft.frames)
    return title and any(side.party in gazetteer().bodies for side in draft.candidate.pair)


def _gathers_leaders(draft: Draft) -> bool:
    """The headline tells of a summit of no two named people, and further down one sentence lists who came."""
    title = [f for f in draft.frames if f.number == 0 and f.kinds.get(Kind.SUMMIT) and len(f.people) < 2]
    return bool(title) and any(_leaders_of(draft, f) > 2 for f in draft.frames)


def _leaders_of(draft: Draft, frame: Frame) -> int:
    """How many countries and bodies the leaders named in a sentence come from."""
    players = draft.cast.players
    return len({s.party for s in frame.people if players[s.key].role in LEADERS | HEADS_OF_BODIES} - {None})


_RULES: Mapping[Kind, Callable[[Draft], Kind]] = {
    Kind.SUMMIT: _of_summit,
    Kind.MESSAGE: _of_message,
    Kind.SIGNING: _of_signing,
    Kind.VISIT: _of_visit,
    Kind.MEETING: _of_meeting,
    Kind.TALKS: _of_talks,
}
