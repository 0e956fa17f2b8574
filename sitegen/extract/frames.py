"""Scans and cast → frames: for each sentence who acts, what kind of event it speaks of, when, and in what stance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sitegen.extract.cast import Cast, Player
from sitegen.extract.dates import TimeWord, read_times
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.mentions import Mention
from sitegen.extract.quotes import quoted_spans
from sitegen.extract.scan import Scan
from sitegen.model import Kind

# A word of an event inside quotation marks is somebody's word about it, seldom the news itself.
QUOTED_WEIGHT = 0.3
PRONOUN_WITHIN = 3  # tokens from the start of a sentence
SWITCH_WITHIN = 2  # a phrase that opens another event stands at the head of its sentence


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event in a sentence: a person, or an office, country or body nobody is named for."""

    key: str  # player key; "@IR" or "@IR/foreign-minister" where no person is named
    party: str | None  # alpha-2 or body id
    mention: Mention


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence as it bears on events."""

    number: int
    segment: int
    place: int  # 0 for title and headings, then 1, 2, 3 … within the segment
    is_heading: bool
    people: tuple[Side, ...]  # each once, in order
    parties: tuple[Side, ...]  # countries, bodies and offices without a person, in order
    kinds: Mapping[Kind, float]
    times: tuple[TimeWord, ...]
    stances: frozenset[str]  # announced, background, hypothetical, denied
    opens: bool  # begins with words that open another event
    cities: tuple[str, ...]
    scan: Scan

    def keys(self) -> tuple[str, ...]:
        return tuple(side.key for side in self.people)


def read_frames(
    scans: Sequence[Scan], cast: Cast, lexicon: Lexicon, anchor: date | None, article: str
) -> tuple[Frame, ...]:
    """Return a frame for each sentence, cut into segments at headings and at words that open another event."""
    frames: list[Frame] = []
    segment = place = 0
    for scan in scans:
        opens = _opens(scan)
        if scan.number > 0 and (scan.is_heading or (opens and place > 0)):
            segment, place = segment + 1, 0 if scan.is_heading else 1
        elif scan.number > 0:
            place += 1
        frame = _frame(scan, cast, lexicon, anchor, article, segment, place, opens)
        frames.append(_with_pronouns(frame, frames[-1] if frames else None))
    return tuple(frames)


def _with_pronouns(frame: Frame, before: Frame | None) -> Frame:
    """`He handed …`: a pronoun at the head of a sentence is the first person of the sentence before it, "both" the two."""
    if before is None or before.is_heading or before.segment != frame.segment or not before.people:
        return frame
    if not any(hit.first < PRONOUN_WITHIN for hit in frame.scan.hits("pronouns")):
        return frame
    meant = before.people[:1] if frame.people else before.people[:2]
    new = tuple(side for side in meant if side.key not in frame.keys())
    return replace(frame, people=(*new, *frame.people))


def _opens(scan: Scan) -> bool:
    return any(hit.first < SWITCH_WITHIN for hit in scan.hits("switch"))


def _frame(
    scan: Scan, cast: Cast, lexicon: Lexicon, anchor: date | None, article: str, segment: int, place: int, opens: bool
) -> Frame:
    row = cast.resolved.get(scan.number, ())
    stances = frozenset(hit.entry.value for hit in scan.hits("stance"))
    return Frame(
        number=scan.number,
        segment=segment,
        place=place,
        is_heading=scan.is_heading,
        people=_people(row, cast.players),
        parties=_parties(row),
        kinds=_kinds(scan, lexicon),
        times=tuple(read_times(scan, lexicon, anchor, article, is_ahead="announced" in stances)),
        stances=stances,
        opens=opens,
        cities=tuple(dict.fromkeys(m.city for m, _ in row if m.city)),
        scan=scan,
    )


def _people(row: Sequence[tuple[Mention, str | None]], players: Mapping[str, Player]) -> tuple[Side, ...]:
    sides: dict[str, Side] = {}
    for mention, key in row:
        if key and key not in sides:
            player = players[key]
            sides[key] = Side(key, player.country or player.body, mention)
    return tuple(sides.values())


def _parties(row: Sequence[tuple[Mention, str | None]]) -> tuple[Side, ...]:
    sides: dict[str, Side] = {}
    for mention, key in row:
        party = mention.country or mention.body
        if key is None and party and mention.kind in ("office", "country", "body"):
            name = f"@{party}/{mention.role}" if mention.role else f"@{party}"
            sides.setdefault(name, Side(name, party, mention))
    return tuple(sides.values())


def _kinds(scan: Scan, lexicon: Lexicon) -> dict[Kind, float]:
    quoted = quoted_spans(scan.text, lexicon.quote_pairs)
    weights: dict[Kind, float] = {}
    for hit in scan.kinds:
        start = scan.tokens[hit.first].start
        weight = QUOTED_WEIGHT if any(a <= start < b for a, b in quoted) and not scan.is_heading else 1.0
        kind = Kind(hit.entry.value)
        weights[kind] = max(weights.get(kind, 0.0), weight)
    return weights
