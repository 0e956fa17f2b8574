"""Scans and cast → frames: for each sentence who acts, what kind of event it speaks of, when, and in what stance."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from sitegen.data.gazetteer import gazetteer, whole_of
from sitegen.extract.cast import Cast, Player
from sitegen.extract.dates import read_times
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.mention import Mention
from sitegen.extract.offices import LEADERS
from sitegen.extract.scan import Scan
from sitegen.extract.spoken import QUOTED_WEIGHT, spoken_kinds
from sitegen.extract.stances import denied_kinds, plans_another
from sitegen.extract.tickers import Item, day_of, read_items
from sitegen.extract.time_words import TimeWord
from sitegen.model import Kind

# Weight of a visit that only the place tells of; with .3 six events fewer are exact, with 1 two more are of no visit.
IMPLIED_VISIT = 0.6
BESIDE_HOST = 2  # tokens from the guest to the host: one word stands between them
TRAVELLERS = LEADERS | {"crown-prince", "foreign-minister", "defence-minister", "vice-president", "secretary-general"}
# Tokens from the start of a sentence; with 4 two events fewer are exact (benchmarks/quality), with 6 as many.
PRONOUN_WITHIN = 5
# Sentences that an article may begin with before it says who does what; of the last four corpora of
# benchmarks/quality/practice 2 and 3 gain two events, 1 gains one, and without a limit a page on markets is news.
SCENE = 2
LONGEST_CREDIT = 14  # tokens, the day in two calendars among them; 8 to 25 fare alike
# A phrase that opens another event stands at the head of its sentence; with 1 an event fewer is exact, 4 fares alike.
SWITCH_WITHIN = 2
_COLON = re.compile(r"[:：]")
_QUOTED = re.compile(r"\s*[\"'«»„“”‘‚「『《]")


@dataclass(frozen=True, slots=True)
class Side:
    """One side of an event in a sentence: a person, or an office, country or body nobody is named for."""

    key: str  # player key; "@IR" or "@IR/foreign-minister" where no person is named
    party: str | None  # alpha-2 or body id
    mention: Mention

    @property
    def is_itself(self) -> bool:
        """Whether a country or body is named as such: no city where something was, no inhabitant of it."""
        return not self.mention.is_located and not self.mention.is_inhabitant


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence as it bears on events."""

    number: int
    segment: int
    place: int  # 0 for title and headings, then 1, 2, 3 … within the segment
    paragraph: int  # 0 for title and headings, then 1, 2 … within the segment
    line: int  # 1, 2 … within the paragraph
    is_heading: bool
    people: tuple[Side, ...]  # each once, in order
    parties: tuple[Side, ...]  # countries, bodies and offices without a person, in order
    kinds: Mapping[Kind, float]
    times: tuple[TimeWord, ...]
    stances: frozenset[str]  # announced, background, hypothetical, denied
    denied: frozenset[Kind]  # kinds whose words a denial stands beside: "talks ended without signing"
    opens: bool  # begins with words that open another event
    cities: tuple[str, ...]
    scan: Scan
    speaker: str | None = None  # key of whose words a headline gives: `Lavrov: no talks before …`

    @property
    def people_keys(self) -> tuple[str, ...]:
        """The keys of its people, in order."""
        return tuple(side.key for side in self.people)

    @property
    def is_long_past(self) -> bool:
        """Whether it looks back by years: `Last year the president had visited …`."""
        years = any(h.entry.topic == "ago" and h.entry.value == "year" for h in self.scan.times)
        return years and "background" in self.stances


def read_frames(
    scans: Sequence[Scan], cast: Cast, lexicon: Lexicon, anchor: date | None, article: str
) -> tuple[Frame, ...]:
    """Return a frame for each sentence, cut into segments at headings and at words that open another event."""
    frames: list[Frame] = []
    at = _Position()
    items = read_items(scans, anchor)
    for scan in scans:
        opens = scan.number in items or _opens(scan)
        at = at.moved(scan, opens)
        frame = _frame(scan, cast, lexicon, anchor, article, at, opens)
        frame = _with_pronouns(frame, _last_named(frames))
        frames.append(_with_trip(_with_guest(_with_speaker(frame), lexicon), cast))
    return _after_the_scene(_with_item_days(frames, items, article))


def _with_item_days(frames: Sequence[Frame], items: Mapping[int, Item], article: str) -> list[Frame]:
    """The frames, the items of a ticker that name no day with that of their clock."""
    dated = {f.segment for f in frames if any(t.is_day for t in f.times)}
    days = {number: day_of(item, article, number) for number, item in items.items()}
    return [
        replace(f, times=(*f.times, day)) if (day := days.get(f.number)) and f.segment not in dated else f
        for f in frames
    ]


def _after_the_scene(frames: Sequence[Frame]) -> tuple[Frame, ...]:
    """The frames, those of the opening counted from the first sentence that names somebody or an event.

    `Seven days, not one more. The leaders of the bloc, who met on Sunday …`: the first sentence sets the scene.
    """
    told = [f for f in frames if f.segment == 0 and not f.is_heading]
    credit = told[:1] if len(told) > 1 and told[1].line == 1 and _is_credit(told[0]) else []
    first = next((f for f in told if (f.people or f.parties or f.kinds) and f not in credit), None)
    if first is None or first is told[0] or first.place > SCENE + 1 or first.is_long_past:
        return tuple(frames)
    places, paragraphs, lines = first.place - 1, first.paragraph - 1, first.line - 1

    def counted(frame: Frame) -> Frame:
        if frame.segment or frame.is_heading or frame.number < first.number:
            return frame
        line = frame.line - lines if frame.paragraph == first.paragraph else frame.line
        return replace(frame, place=frame.place - places, paragraph=frame.paragraph - paragraphs, line=line)

    return tuple(counted(frame) for frame in frames)


def _is_credit(frame: Frame) -> bool:
    """`London: The Daily`, `Riyadh, 19 January 2026`: a line of its own that says where an article was written."""
    are_places = all(s.mention.city or s.mention.is_metonym for s in frame.parties)
    speaks = any(weight > QUOTED_WEIGHT for weight in frame.kinds.values())  # a paper's name may be any word
    return are_places and not frame.people and not speaks and len(frame.scan.tokens) <= LONGEST_CREDIT


@dataclass(frozen=True, slots=True)
class _Position:
    """Where a sentence stands: its segment, and its place, paragraph and line within that."""

    segment: int = 0
    place: int = 0
    paragraph: int = 0
    line: int = 0
    block: int = -1

    def moved(self, scan: Scan, opens: bool) -> _Position:
        if scan.number == 0:
            return self
        if scan.is_heading and self.place == 0 and self.segment == 0:
            return _Position(0, 0, 0, 0, scan.block)  # a line under the title, before any text: the standfirst
        if scan.is_heading:
            is_one = scan.block == self.block and self.place == 0  # `2. Qatar.`
            return _Position(self.segment + (not is_one), 0, 0, 0, scan.block)
        if opens and self.place > 0:
            return _Position(self.segment + 1, 1, 1, 1, scan.block)
        new = scan.block != self.block or self.place == 0  # behind a run-in head, `Paris. The conversation …`
        return _Position(self.segment, self.place + 1, self.paragraph + new, 1 if new else self.line + 1, scan.block)


def _last_named(frames: Sequence[Frame]) -> Frame | None:
    """The sentence that a pronoun looks back to: the last, or the one before where the last names nobody."""
    return next((f for f in reversed(frames[-2:]) if f.people or f.is_heading), None)


def _with_pronouns(frame: Frame, before: Frame | None) -> Frame:
    """`He handed …`: a pronoun at the head of a sentence is the first person of the one before it, "both" the two."""
    if before is None or before.is_heading or frame.is_heading or not before.people:
        return frame
    # With two people of its own a sentence takes a third only where it begins with "he" or "she".
    own = len(frame.people) > 1
    if not any(
        (hit.first == 0 if own else _is_early(hit, frame)) and (hit.length == 1 or not own)
        for hit in frame.scan.hits("pronouns")
    ):
        return frame
    meant = before.people[:1] if frame.people else before.people[:2]
    new = tuple(side for side in meant if side.key not in frame.people_keys)
    return replace(frame, people=(*new, *frame.people))


def _is_early(pronoun: Hit, frame: Frame) -> bool:
    """Whether a pronoun stands at the head of its sentence, and before whoever only says something."""
    if set(frame.kinds) <= {Kind.STATEMENT} and any(side.mention.first < pronoun.first for side in frame.people):
        return False  # `Kurti said he would …`, other than `Scholz received him`
    return pronoun.first < PRONOUN_WITHIN


def _with_speaker(frame: Frame) -> Frame:
    """`Khamenei: talks with America are not wise`: behind the colon of a headline stands what somebody said."""
    colon = _COLON.search(frame.scan.text) if frame.number == 0 else None
    if colon is None or "denied" in frame.stances:
        return frame
    tokens = frame.scan.tokens
    before = [s for s in (*frame.people, *frame.parties) if tokens[s.mention.last].start < colon.start()]
    is_told = any(tokens[h.first].start < colon.start() for h in frame.scan.kinds if h.entry.value != Kind.STATEMENT)
    if _QUOTED.match(frame.scan.text, colon.end()) and not any(s.mention.is_located for s in before):
        before = [s for s in before if s in frame.people]  # `Syria, Khamenei breaks his silence: "…"`
    elif before and before[0].mention.first > 0:
        return frame  # `Death of Raisi: Moscow mourns a friend`
    if is_told or len(before) != 1 or before[0] not in frame.people:
        return frame
    said: dict[Kind, float] = {
        kind: weight * QUOTED_WEIGHT for kind, weight in frame.kinds.items() if kind != Kind.STATEMENT
    }
    return replace(frame, kinds={**said, Kind.STATEMENT: 1.0}, speaker=before[0].key)


def _with_guest(frame: Frame, lexicon: Lexicon) -> Frame:
    """`Merz bei Trump`: a headline in which one leader stands at another's has no other word for their meeting."""
    if not frame.is_heading or set(frame.kinds) - {Kind.STATEMENT}:
        return frame
    words = lexicon.adpositions["host"]
    is_guest = any(
        host.mention.first - guest.mention.last == BESIDE_HOST
        and frame.scan.tokens[guest.mention.last + 1].folded in words
        and guest.party != host.party
        for guest, host in pairwise(frame.people)
    )
    return replace(frame, kinds={**frame.kinds, Kind.MEETING: 1.0}) if is_guest else frame


def _with_trip(frame: Frame, cast: Cast) -> Frame:
    """`Modi in Kyiv`: a leader in another country's city is on a visit, though no word says so.

    Not so where two talk: `Merz hat am Dienstag in Ankara mit Erdogan beraten` is a meeting.
    """
    is_news = frame.number == 0 or (frame.segment == 0 and frame.paragraph == 1)
    if not is_news or frame.kinds or (frame.scan.has("conversation") and len({s.party for s in frame.people}) > 1):
        return frame
    travellers = [s for s in frame.people if cast.role_of(s.key) in TRAVELLERS]
    abroad = {gazetteer().cities[m.city].country for m, _ in cast.resolved[frame.number] if m.city and m.is_located}
    if not any(s.party and abroad - {s.party} for s in travellers[:1]):
        return frame
    return replace(frame, kinds={**frame.kinds, Kind.VISIT: IMPLIED_VISIT})


def _opens(scan: Scan) -> bool:
    next_day = any(
        h.entry.topic == "day" and h.entry.value in ("next_day", "same_day") and h.first < SWITCH_WITHIN
        for h in scan.times
    )
    is_said = {h.entry.value for h in scan.kinds} == {str(Kind.STATEMENT)}  # `That evening he said …`: no other event
    return (next_day and not is_said) or any(hit.first < SWITCH_WITHIN for hit in scan.hits("switch"))


def _frame(
    scan: Scan, cast: Cast, lexicon: Lexicon, anchor: date | None, article: str, at: _Position, opens: bool
) -> Frame:
    row = cast.resolved.get(scan.number, ())
    kinds = spoken_kinds(scan, lexicon)
    denied = denied_kinds(scan, lexicon)
    stances = frozenset(hit.entry.value for hit in scan.hits("stance"))
    if set(kinds) - denied - {Kind.STATEMENT}:
        stances -= {"denied"}  # something else of the sentence did happen
    if "announced" in stances and plans_another(scan):
        stances -= {"announced"}
    is_ahead = "announced" in stances and set(kinds) != {Kind.STATEMENT}  # who speaks of plans has spoken
    return Frame(
        number=scan.number,
        segment=at.segment,
        place=at.place,
        paragraph=at.paragraph,
        line=at.line,
        is_heading=scan.is_heading,
        people=_people(row, cast.players),
        parties=_parties(row, cast.players),
        kinds=kinds,
        times=tuple(read_times(scan, lexicon, anchor, article, is_ahead)),
        stances=stances,
        denied=denied,
        opens=opens,
        cities=tuple(dict.fromkeys(m.city for m, _ in row if m.city)),
        scan=scan,
    )


def _people(row: Sequence[tuple[Mention, str | None]], players: Mapping[str, Player]) -> tuple[Side, ...]:
    sides: dict[str, Side] = {}
    for mention, key in row:
        if key and key not in sides and not mention.is_owner and not mention.is_spoken_of:
            player = players[key]
            sides[key] = Side(key, player.country or player.body, mention)
    return tuple(sides.values())


def _parties(row: Sequence[tuple[Mention, str | None]], players: Mapping[str, Player]) -> tuple[Side, ...]:
    sides: dict[str, Side] = {}
    for mention, key in row:
        party = mention.country or (mention.body and whole_of(mention.body))
        if key and mention.is_spoken_of:
            party = players[key].country or players[key].body  # for the dead his country is condoled with
        if party and (mention.is_spoken_of or (key is None and mention.kind in ("office", "country", "body"))):
            name = f"@{party}/{mention.role}" if mention.role and not mention.is_spoken_of else f"@{party}"
            sides.setdefault(name, Side(name, party, mention))
    return tuple(sides.values())
