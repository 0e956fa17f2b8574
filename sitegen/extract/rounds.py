"""Calls and letters are between two: the further ones that an article about one reports in passing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from sitegen.extract.cast import Cast
from sitegen.extract.conferences import on_one_line
from sitegen.extract.frames import Frame, Side
from sitegen.extract.offices import SERVANTS
from sitegen.extract.opening import SECOND_AT_LEAST
from sitegen.extract.pairs import SPOKESPEOPLE, is_by_event_word, is_in_row
from sitegen.extract.weigh import Candidate, speaks
from sitegen.model import Kind

OF_TWO = frozenset({Kind.CALL, Kind.MESSAGE})
IN_HEADLINE = 4  # parties of a row in a headline without words of a call: of three one may be whom they spoke about
BESIDE = 2  # tokens between two names of one row
BESIDE_OFFICE = 3  # where offices stand before the names: `con Sharif, y con el ministro …`

_Told = tuple[Kind, Side, Side, Frame]  # a call or letter between two, and the sentence that tells of it


def find_calls_beside(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], cast: Cast
) -> list[Candidate]:
    """Return the calls and letters of rows, of the headline and of the same night, each counterpart once.

    A spokesperson tells of the calls of others.
    """
    if opening.kind == Kind.CALL and on_one_line([f for f in frames if f.segment == 0], cast):
        return []
    known = set(opening.keys).union(*(c.keys for c in more))
    found: dict[str, Candidate] = {}
    for kind, hub, side, frame in _told(opening, more, frames, known, cast):
        is_another = side.key not in known and side.party != hub.party
        if is_another and cast.role_of(side.key) not in SPOKESPEOPLE:
            is_apart = frame.paragraph > 1 and any(t.is_day for t in frame.times)  # dated where it is told
            found.setdefault(
                side.key, Candidate((hub, side), (frame,), {kind: 1.0}, SECOND_AT_LEAST, is_apart=is_apart)
            )
    return list(found.values())


def _told(
    opening: Candidate, more: Sequence[Candidate], frames: Sequence[Frame], known: AbstractSet[str], cast: Cast
) -> Iterator[_Told]:
    yield from _in_rows(opening, [f for f in frames if f.segment == 0 and f.number <= 1], cast)
    for told in more:
        yield from _in_rows(told, told.frames, cast)
    if opening.kind in OF_TWO:
        yield from _of_headline(opening, frames, known)
    if opening.kind == Kind.CALL:
        yield from _of_the_day(opening, [f for f in frames if f.segment == 0])


def _in_rows(told: Candidate, frames: Sequence[Frame], cast: Cast) -> Iterator[_Told]:
    """`He spoke to Rahmon, Ramaphosa and Lula`: a sentence that names several counterparts in a row."""
    if len(told.pair) != 2 or told.kind not in OF_TWO or _is_handed_over(told, frames, cast):
        return
    is_headed = any(f.is_heading and f.number and f.kinds.get(told.kind) for f in frames)  # `Two calls`: what is below
    for frame in frames:
        parties = len({s.party for s in frame.people})
        is_told = parties > 2 and (is_headed or frame.kinds.get(told.kind))
        if not is_told and not (parties >= IN_HEADLINE and _is_wordless_title(frame)):
            continue
        hub = _hub_of_row(frame, told)
        row = [s for s in frame.people if s.key != hub.key]
        for side in row:
            if is_in_row(row, side, BESIDE + is_headed):
                yield told.kind, hub, side, frame


def _hub_of_row(frame: Frame, told: Candidate) -> Side:
    """Who speaks with all of a row: the first; in `Macron, Zelensky and Modi telephone Trump` who stands apart."""
    apart = [s for s in frame.people if s.key in told.keys and not is_in_row(frame.people, s, BESIDE)]
    return apart[0] if len(apart) == 1 else frame.people[0]


def _is_wordless_title(frame: Frame) -> bool:
    """`Putin spoke with Lukashenko, Tokayev, Mirziyoyev and Erdogan in a day`: the lead says that they telephoned."""
    return frame.number == 0 and not speaks(frame)


def _is_handed_over(told: Candidate, frames: Sequence[Frame], cast: Cast) -> bool:
    """A letter from one through an envoy to another is one message."""
    lead = [s.key for f in frames if f.number <= 1 and f.kinds.get(Kind.MESSAGE) for s in f.people]
    return told.kind == Kind.MESSAGE and any(cast.role_of(key) in SERVANTS for key in lead)


def _of_headline(opening: Candidate, frames: Sequence[Frame], known: AbstractSet[str]) -> Iterator[_Told]:
    """`Putin calls Netanyahu after speaking to Iran and Syria`: those whom a headline adds, where the text tells so."""
    title = next((f for f in frames if f.number == 0), None)
    if title is None or len(opening.pair) != 2:
        return
    for frame in frames:
        sides = [s for s in frame.people if s.key not in known and {s.key, s.party} & _added(title, opening)]
        if frame.is_heading or not _tells_of_more(opening.kind, frame, sides, title):
            continue
        here = [s for s in opening.pair if s.key in frame.people_keys]
        hub = (here or [max(opening.pair, key=lambda s: title.people_keys.count(s.key))])[0]
        for side in sides:
            if opening.kind == Kind.CALL or is_by_event_word(frame, side):  # `A letter to President Sheinbaum said`
                yield opening.kind, hub, side, frame


def _added(title: Frame, opening: Candidate) -> set[str | None]:
    """Whom a headline names beside the two, as people and by country; of letters only a row of addressees.

    `Letters to the EU and Mexico` has two; else the headline of a letter names whom it is about.
    """
    sides = [*title.people, *title.parties]
    if opening.kind == Kind.MESSAGE:
        addressees = [s for s in sides if s.key not in title.people_keys[:1]]
        sides = [s for s in addressees if is_in_row(addressees, s, BESIDE)]
    return {x for s in sides for x in (s.key, s.party)} - opening.keys - opening.parties


def _tells_of_more(kind: Kind, frame: Frame, sides: Sequence[Side], title: Frame) -> bool:
    """Whether a sentence tells of further calls or letters.

    Two of those whom the headline adds speak for a call, and below `Guterres calls India and Pakistan` the lead's row.
    """
    if kind in frame.kinds:
        return True
    is_row = frame.number == 1 and kind in title.kinds and any(is_in_row(frame.people, s, BESIDE_OFFICE) for s in sides)
    return kind == Kind.CALL and (len(sides) > 1 or is_row)


def _of_the_day(opening: Candidate, segment: Sequence[Frame]) -> Iterator[_Told]:
    """`The same night Putin also telephoned …`: beside a call another one of the same day is news, too.

    What one of the two said on the telephone the day before is background (benchmarks/quality: six of six).
    """
    for frame in segment:
        hub = next((s for s in frame.people if s.key in opening.keys), None)
        is_same_day = any(t.story_shift == 0 for t in frame.times)
        if hub and is_same_day and Kind.CALL in frame.kinds and not frame.stances & {"hypothetical", "denied"}:
            for side in frame.people:
                if side.party:
                    yield Kind.CALL, hub, side, frame
