"""Who takes part in an event: its two sides, mediators and hosts, and those who came along."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.conferences import is_met_elsewhere, on_one_line
from sitegen.extract.draft import Draft, all_news_frames, find_body, find_voting_body, news_frames, own_frames
from sitegen.extract.frames import Frame, Side
from sitegen.extract.matcher import Hit
from sitegen.extract.offices import ENVOYS, HEADS_OF_BODIES, LEADERS, SERVANTS, same_office
from sitegen.extract.pairs import SPOKESPEOPLE, is_in_office, is_in_row
from sitegen.extract.place import FACE_TO_FACE
from sitegen.extract.tokens import SPACELESS
from sitegen.model import Actor, Kind

MEDIATED = frozenset({Kind.TALKS, Kind.MEETING, Kind.SIGNING, Kind.CALL})
# People who take part are named anywhere in the article, not near the news alone.
TOLD_EVERYWHERE = frozenset({Kind.SUMMIT, Kind.VOTE, Kind.MEETING, Kind.VISIT})
# Kinds at which people of further parties take part.
OPEN_TO_OTHERS = frozenset({Kind.TALKS, Kind.VISIT, Kind.SIGNING})
NEVER_ALONG = LEADERS | {"pope"} | SPOKESPEOPLE
LEADS_AT_SUMMIT = LEADERS | {"crown-prince", "acting-president", "acting-prime-minister", "interim-president"}
NEAR_MEDIATION = 5  # words between a mediator's name and the word for mediation
NEAR_MEDIATION_CHARACTERS = 15
IN_LEAD = 4  # sentences, the headline among them, that may tell which countries sent somebody; 2 to 6 fare alike
NEXT_IN_ROW = 3  # tokens from one country of a row to the next, "Germany and the United Kingdom"; 2 to 5 fare alike
EARLY = 4  # sentences of a segment in which those who take part are introduced


def read_actors(draft: Draft, kind: Kind) -> tuple[Actor, ...]:
    """Return who takes part, each once: the two sides, then mediators, then others in the order of the text."""
    members = _members(draft) if kind == Kind.SUMMIT else frozenset()
    actors = [_actor(draft, side, _belongs(side, members)) for side in draft.candidate.pair]
    keys = {actor.key for actor in actors}
    line = on_one_line(own_frames(draft), draft.cast) if kind == Kind.CALL else ()
    for side in (*line, *_mediators(draft, kind), *_in_row(draft, kind)):
        if side.key not in keys and side.party not in draft.candidate.parties:
            keys.add(side.key)
            actors.append(_actor(draft, side, is_principal=True))
    for frame in all_news_frames(draft) if kind in TOLD_EVERYWHERE else news_frames(draft):
        for side in frame.people:
            if (
                side.key not in keys
                and is_in_office(side, draft.cast)
                and _takes_part(draft, side, frame, kind, members)
            ):
                keys.add(side.key)
                actors.append(_actor(draft, side, _is_principal(draft, side, frame, kind, members)))
    return tuple(actors)


def _members(draft: Draft) -> frozenset[str]:
    """The members of the body that gathers, where the tables list them."""
    body = gazetteer().bodies.get(find_body(draft) or "")
    return frozenset(body.members) if body else frozenset()


def _belongs(side: Side, members: frozenset[str]) -> bool:
    """At a body's summit a leader of no member is talked about, not taking part."""
    return not members or side.party in members or side.key.startswith("@")


def _mediators(draft: Draft, kind: Kind) -> Iterator[Side]:
    """Mediators and hosts: who is named beside words of mediation where the event is told."""
    if kind not in MEDIATED:
        return
    pair = draft.candidate.keys
    for frame in news_frames(draft)[:6]:
        is_of_three = pair <= set(frame.people_keys) and len(frame.people) == len(pair) + 1
        is_carried = Kind.MESSAGE in frame.kinds  # the third is whom a letter is from
        if is_of_three and frame.paragraph <= 2 and MEDIATED & set(frame.kinds) and not is_carried:
            others = [s for s in frame.people if s.key not in pair and s.party and _joins(draft, s)]
            # On the line are three of whom two stand side by side, none of them called apart; others are spoken of.
            yield from (s for s in others if kind != Kind.CALL or _is_on_line(draft, frame, s))
    for frame in news_frames(draft)[:5]:
        for hit in frame.scan.hits("mediation"):
            sides = [s for s in (*frame.people, *frame.parties) if s.party]
            near = [s for s in sides if _is_near(draft, frame, s, hit)]
            # A host by his city alone only where nobody else is near.
            near = near or [s for s in sides if _is_near(draft, frame, s, hit, is_city_enough=True)]
            near = [s for s in near if s.party not in draft.candidate.parties]
            if kind == Kind.CALL:  # on a call of his own he told of it
                near = [s for s in near if s.key not in draft.elsewhere]
            yield from [s for s in near if not s.key.startswith("@")] or near[:2]


def _is_on_line(draft: Draft, frame: Frame, side: Side) -> bool:
    """Whether two of three stand side by side, no word of an event between them: both call, or are called."""
    names = sorted((s.mention for s in frame.people), key=lambda m: m.first)
    is_row = any(
        other.first - one.last <= NEXT_IN_ROW and not any(one.last < h.first < other.first for h in frame.scan.kinds)
        for one, other in pairwise(names)
    )
    return is_row and side.key not in draft.elsewhere and not is_met_elsewhere(side, frame)


def _in_row(draft: Draft, kind: Kind) -> Iterator[Side]:
    """`Officials of Iran met those of France, Germany and Britain`: the countries beside the one that is a side."""
    nameless = {side.key for side in draft.candidate.pair if side.key.startswith("@")}
    for frame in news_frames(draft)[:IN_LEAD] if nameless and kind in FACE_TO_FACE else ():
        row = [s for s in frame.parties if s.mention.kind == "country" and not s.mention.is_located]
        known = [s for s in row if s.key in nameless]
        while found := [s for s in row if s not in known and is_in_row(known, s, NEXT_IN_ROW)]:
            known += found
            yield from found


def _is_near(draft: Draft, frame: Frame, side: Side, hit: Hit, is_city_enough: bool = False) -> bool:
    """Whether somebody, or any of the names for a country in the sentence, stands near words of mediation."""
    reach = NEAR_MEDIATION_CHARACTERS if draft.lexicon.language in SPACELESS else NEAR_MEDIATION
    others = [m for m, key in draft.cast.resolved[frame.number] if key is None and m.country == side.party]
    names = [side.mention, *(others if side.key.startswith("@") else ())]
    return any(
        hit.first - reach <= m.last and m.first <= hit.last + reach for m in names if is_city_enough or not m.is_located
    )


def _takes_part(draft: Draft, side: Side, frame: Frame, kind: Kind, members: frozenset[str]) -> bool:
    is_of_sides = side.party in draft.candidate.parties
    if kind == Kind.SUMMIT:
        return frame.segment == draft.segment or not members or side.party in members
    if kind == Kind.VOTE:
        return _speaks_in_vote(draft, side)
    if frame.segment != draft.segment:
        return is_of_sides and "announced" not in frame.stances and _may_accompany(draft, side, kind)
    carries = kind == Kind.MESSAGE and Kind.MESSAGE in frame.kinds  # who wrote it, or who brought it
    if carries and frame.place <= 1 and _is_carried(draft, frame):
        return True
    if kind == Kind.TALKS and is_of_sides and _is_led(side, draft):
        return False
    return kind in OPEN_TO_OTHERS or (is_of_sides and (carries or _may_accompany(draft, side, kind)))


def _is_led(side: Side, draft: Draft) -> bool:
    """The leader whose delegation talks is at home."""
    leaders = {key for key in (side.key, *draft.candidate.keys) if draft.cast.role_of(key) in LEADERS}
    return leaders == {side.key}


def _speaks_in_vote(draft: Draft, side: Side) -> bool:
    """Ambassadors, and the body's own head, speak where a body votes; leaders and ministers answer from home."""
    role = draft.cast.role_of(side.key)
    is_head = role in HEADS_OF_BODIES and draft.cast.players[side.key].body == find_voting_body(draft)
    return is_head or role in ENVOYS


def _is_carried(draft: Draft, frame: Frame) -> bool:
    """Whether a sentence of a message names a third who brings it."""
    roles = [draft.cast.role_of(s.key) for s in frame.people]
    return len(roles) == 3 and any(role in SERVANTS for role in roles)


def _may_accompany(draft: Draft, side: Side, kind: Kind) -> bool:
    """Ministers, envoys and aides come along where people meet; leaders do not, and nobody comes along to a call."""
    role = draft.cast.role_of(side.key)
    return kind in FACE_TO_FACE and bool(role) and role not in NEVER_ALONG


def _joins(draft: Draft, side: Side) -> bool:
    """A third leader, the head of a body, or a third minister of the same office: the meeting is of three."""
    players = draft.cast.players
    if draft.cast.role_of(side.key) in HEADS_OF_BODIES | LEADS_AT_SUMMIT:
        return True
    roles = [players[key].role or "" for key in (side.key, *sorted(draft.candidate.keys)) if key in players]
    return len(roles) == 3 and all(same_office(roles[0], role) for role in roles)


def _is_principal(draft: Draft, side: Side, frame: Frame, kind: Kind, members: frozenset[str]) -> bool:
    """Mediators, signers and leaders at a summit are principals, a delegation only came along."""
    if draft.cast.role_of(side.key) in SPOKESPEOPLE:
        return False  # they tell of it
    if kind == Kind.VOTE:
        return True
    if kind == Kind.SUMMIT:
        return draft.cast.role_of(side.key) in LEADS_AT_SUMMIT and (not members or side.party in members)
    if frame.segment != draft.segment:
        return False
    is_of_sides = side.party in draft.candidate.parties
    if kind == Kind.MESSAGE:
        return frame.place <= 1 and not is_of_sides
    if kind == Kind.TALKS:
        return not is_of_sides and side.party is not None and frame.place <= EARLY
    if kind == Kind.VISIT:
        return is_of_sides and bool(frame.kinds) and frame.place <= EARLY and side.mention.role is not None
    return kind == Kind.SIGNING and Kind.SIGNING in frame.kinds and side.party is not None


def _actor(draft: Draft, side: Side, is_principal: bool) -> Actor:
    mention = side.mention
    evidence = draft.evidence(_number_of(draft, side), mention.text, "name")
    if side.key.startswith("@"):
        body = None if mention.country else side.party
        return Actor(side.key, mention.text, mention.country, body, mention.role, evidence, is_principal)
    player = draft.cast.players[side.key]
    return Actor(player.key, player.name, player.country, player.body, player.role, evidence, is_principal)


def _number_of(draft: Draft, side: Side) -> int:
    """The number of the first sentence of the event that names a side."""
    for frame in draft.candidate.frames:
        if any(s.key == side.key for s in (*frame.people, *frame.parties)):
            return frame.number
    return draft.candidate.frames[0].number
