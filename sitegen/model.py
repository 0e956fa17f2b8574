"""Every noun that crosses a stage: frozen, slotted dataclasses, and nothing that behaves.

A stage takes finished values and returns new ones. Tuples are in reading order or sorted by a total key,
so that the same folder always gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """What happened. CAMEO/PLOVER codes for each are in `sitegen/plan/exports.py`."""

    CALL = "call"
    MEETING = "meeting"
    VISIT = "visit"
    TALKS = "talks"
    SUMMIT = "summit"
    SIGNING = "signing"
    MESSAGE = "message"
    STATEMENT = "statement"
    VOTE = "vote"


class Severity(StrEnum):
    """How bad a problem is: a warning leaves the article in, an error leaves it out."""

    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a user can mend: what is wrong, where, and what to do."""

    severity: Severity
    where: str
    message: str
    hint: str = ""


# ---------------------------------------------------------------- ingest


@dataclass(frozen=True, slots=True)
class Source:
    """One file under the content folder, as it lies there."""

    path: str  # relative to the content folder, with forward slashes
    data: bytes


class BlockKind(StrEnum):
    """What a block of an article is to its reader."""

    TEXT = "text"
    HEADING = "heading"
    STANDFIRST = "standfirst"
    CAPTION = "caption"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, sub-heading or caption, plain text without markup, NFC."""

    kind: BlockKind
    text: str


@dataclass(frozen=True, slots=True)
class Found:
    """One field of an article and where it was found: `Found("outlet", "Purna Warta", "dateline")`."""

    name: str
    value: str
    where: str


@dataclass(frozen=True, slots=True)
class Dropped:
    """A line that cleaning took away, and the name of the rule that did it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class RawArticle:
    """What a reader took out of one source (a feed gives several): blocks with their leftovers, and declared fields."""

    source: str  # path of the file, with forward slashes
    entry: str  # "" or the entry's own id within a feed or a .jsonl file
    format: str  # txt, md, html, mhtml, feed, jsonl
    blocks: tuple[Block, ...]
    fields: tuple[Found, ...]
    dropped: tuple[Dropped, ...] = ()  # what the reader itself left out: the frame of a page, its boxes
    problems: tuple[Problem, ...] = ()  # warnings about a source that could be read all the same


@dataclass(frozen=True, slots=True)
class Stamp:
    """A day, and the whole ISO 8601 text where the source gave a time or a zone."""

    day: date
    text: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article, cleaned: its own words in order, its fields, and what was dropped on the way."""

    id: str  # from the path of its file: lower-case ASCII letters, digits and hyphens
    source: str
    entry: str
    language: str  # BCP 47: one of sitegen.lang.codes()
    title: str | None
    standfirst: str | None
    outlet: str | None
    author: str | None
    dateline: str | None  # the place as written
    published: Stamp | None
    modified: Stamp | None
    url: str | None  # the canonical address at the outlet
    section: str | None
    blocks: tuple[Block, ...]  # TEXT, HEADING, STANDFIRST and QUOTE only, in the article's order
    captions: tuple[str, ...]
    found: tuple[Found, ...]
    dropped: tuple[Dropped, ...]
    copy_of: str | None = None  # the id of the article whose text this one repeats with small edits


# ---------------------------------------------------------------- extract


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article; `number` counts from 1 over the article and is its anchor on the page (#s12)."""

    number: int
    block: int  # index into Article.blocks
    start: int  # code points within the block's text
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an article that carry something, and the rule that read them."""

    article: str
    sentence: int  # Sentence.number; 0 is the title
    text: str
    rule: str


class Basis(StrEnum):
    """What a date constraint rests on, from the most to the least reliable."""

    EXPLICIT = "explicit"  # day, month and year in the text
    PARTIAL = "partial"  # a day and month, or a month
    WEEKDAY = "weekday"
    RELATIVE = "relative"  # yesterday, today
    PUBLISHED = "published"  # the day of publication bounds it
    TERM = "term"  # the term of office of a participant
    MENTIONED = "mentioned"  # another dated fact that it follows or precedes


@dataclass(frozen=True, slots=True)
class Constraint:
    """One reason for a date. Every part that is set must hold for a day to satisfy it."""

    basis: Basis
    evidence: Evidence
    earliest: date | None = None
    latest: date | None = None
    weekday: int | None = None  # Monday is 0
    month: int | None = None
    day: int | None = None  # day of the month


@dataclass(frozen=True, slots=True)
class When:
    """A date as narrow as the evidence allows."""

    edtf: str  # ISO 8601-2; "" when nothing is known
    earliest: date | None
    latest: date | None
    is_certain: bool  # one day, and no constraint was set aside to get there
    constraints: tuple[Constraint, ...] = ()  # those that hold
    set_aside: tuple[SetAside, ...] = ()

    @property
    def day(self) -> date | None:
        """The day, where exactly one is left."""
        return self.earliest if self.earliest is not None and self.earliest == self.latest else None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A constraint that contradicted more reliable ones, and why it lost."""

    constraint: Constraint
    why: str  # a code with a sentence in the catalogues: "term", "weekday", "published", "majority"


@dataclass(frozen=True, slots=True)
class Actor:
    """A person (or, where no person is named, a country or body) who takes part, as one article gives it."""

    key: str  # person id of the gazetteer, or "?" + folded name for a person no table knows
    name: str  # as the article writes it
    country: str | None  # ISO 3166-1 alpha-2
    body: str | None  # id of an organisation: UN, EU, IAEA
    role: str | None  # role code: president, foreign-minister; None where not known
    evidence: Evidence
    is_principal: bool = True  # one of the sides, mediators and signers; False for those who only came along


class Stance(StrEnum):
    """How the article speaks of the event."""

    REPORTED = "reported"
    ANNOUNCED = "announced"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words in quotation marks and who the article says spoke them."""

    text: str
    speaker: str | None  # Actor.key
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit as the article gives it, and the sentence that holds it."""

    value: str  # normalised digits: "143", "9000000000"
    text: str  # as written: "143 negara", "9 milliards"
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Claim:
    """One article's report of one event."""

    id: str  # article id + "#" + rank
    article: str
    kind: Kind
    actors: tuple[Actor, ...]  # the principals first
    countries: tuple[str, ...]  # alpha-2, sorted
    constraints: tuple[Constraint, ...]
    place: str | None  # place id of the gazetteer
    place_evidence: Evidence | None
    stance: Stance
    sentences: tuple[int, ...]  # numbers of the sentences that carry it
    evidence: tuple[Evidence, ...]  # why it is a claim of this kind
    prominence: float  # 1 is the headline event; sorts claims within an article
    quotes: tuple[Quote, ...] = ()
    figures: tuple[Figure, ...] = ()
    kinds: tuple[tuple[Kind, float], ...] = ()  # every kind the article's words speak for, with its weight
    topics: tuple[str, ...] = ()  # what it is about: countries, bodies, cities, people, figures of its passages, sorted
    round: int | None = None  # "third round" of a negotiation
    body: str | None = None  # the body that gathers for a summit or votes


@dataclass(frozen=True, slots=True)
class Reading:
    """An article with its sentences and its claims: what extract makes of one article."""

    article: Article
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


# ---------------------------------------------------------------- resolve


@dataclass(frozen=True, slots=True)
class Office:
    """A term of office; open ends are None."""

    role: str
    of: str  # alpha-2 of a country, or the id of a body
    start: date | None
    end: date | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """One spelling of a name as an article wrote it, and where it was first seen."""

    text: str
    language: str
    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who takes part in events, known to the tables or found by role patterns."""

    id: str
    name: str  # the usual English or Latin form
    names: Mapping[str, str]  # language → usual form in that language
    country: str | None
    offices: tuple[Office, ...]
    spellings: tuple[Spelling, ...]
    is_known: bool  # in the gazetteer
    aliases: tuple[str, ...] = ()  # every spelling of every script, for search


@dataclass(frozen=True, slots=True)
class Directory:
    """The people of the corpus by the key that actors carry."""

    people: Mapping[str, Person]  # person id → person
    by_key: Mapping[str, str]  # Actor.key → person id


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A row that a user adds to the tables of people: a new person, or names and offices for one that is there."""

    id: str
    names: tuple[tuple[str, tuple[str, ...]], ...]  # (language, forms): the form to show first; sorted by language
    offices: tuple[Office, ...]


# ---------------------------------------------------------------- group


class Verdict(StrEnum):
    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Reason:
    """One feature of a comparison: its weight in log-odds, and the detail it rests on."""

    feature: str  # a code with a sentence in the catalogues: "same-people", "other-day", "veto-people"
    weight: float
    detail: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims (by id, the lower first), whether they report one event, and why."""

    left: str
    right: str
    score: float
    verdict: Verdict
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Participant:
    """A person in an event, with the claims that name them."""

    person: str  # person id
    country: str | None
    body: str | None
    role: str | None  # at that date
    claims: tuple[str, ...]
    is_principal: bool


@dataclass(frozen=True, slots=True)
class Variant:
    """One value of a field and the claims that give it."""

    value: str
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field in which reports of one event differ: date, place, kind, figure."""

    field: str
    variants: tuple[Variant, ...]  # the value that was kept first
    why: str  # code of the reason for the choice: "majority", "term", "weekday", "explicit", "correction", ""


@dataclass(frozen=True, slots=True)
class Event:
    """What the claims report together."""

    id: str  # from facts: 2024-07-22-call-ir-kz
    kind: Kind
    when: When
    end: date | None  # last day of an event of several days
    participants: tuple[Participant, ...]  # the principals first
    countries: tuple[str, ...]
    bodies: tuple[str, ...]
    place: str | None
    stance: Stance  # ANNOUNCED when no report says that it took place
    claims: tuple[Claim, ...]  # sorted by article
    conflicts: tuple[Conflict, ...]
    comparisons: tuple[Comparison, ...]  # between its own claims
    related: tuple[Related, ...]  # UNSURE neighbours
    texts: int  # independent texts: near-copies count once
    storylines: tuple[str, ...]
    title_override: Mapping[str, str] = field(default_factory=dict)  # language → title, from a correction
    former_ids: tuple[str, ...] = ()
    was_corrected: bool = False
    corrected_by: tuple[str, ...] = ()  # each correction that had its say: where it stands and what it orders


@dataclass(frozen=True, slots=True)
class Related:
    """An event that might be the same one, and why that is not sure."""

    event: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Storyline:
    """The events of one pair or group of parties over time, such as "Iran–Russia talks"."""

    id: str  # ir-ru, or ir-us-nuclear
    parties: tuple[str, ...]  # alpha-2 and body ids, sorted
    topic: str | None  # a code for a negotiation, None for all that two parties do
    events: tuple[str, ...]  # in order of date
    people: tuple[str, ...]
    rounds: Mapping[str, int] = field(default_factory=dict)  # event id → round


# ---------------------------------------------------------------- corrections


@dataclass(frozen=True, slots=True)
class ReportRef:
    """One article's report of one event, as a correction names it."""

    article: str  # path of the file, path#entry, or the article's id
    event: str


@dataclass(frozen=True, slots=True)
class Join:
    """All reports of these events, and these single reports, are of one event."""

    where: str  # place in the corrections file, for messages
    events: tuple[str, ...]
    reports: tuple[ReportRef, ...]


@dataclass(frozen=True, slots=True)
class Split:
    """These reports of an event are of another event than the rest; or these events are not one."""

    where: str
    event: str
    articles: tuple[str, ...]
    events: tuple[str, ...]  # instead of the two above: events that are and stay apart


@dataclass(frozen=True, slots=True)
class Hide:
    """An event, an article, or one article's report of one event is left out; what is not named is ""."""

    where: str
    event: str
    article: str


@dataclass(frozen=True, slots=True)
class DateChange:
    """The date of an event; "" as `edtf` says that it is not known."""

    where: str
    event: str
    edtf: str
    earliest: date | None
    latest: date | None
    end: date | None  # last day of an event of several days


@dataclass(frozen=True, slots=True)
class KindChange:
    """What happened."""

    where: str
    event: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """Where it happened; None says that it is not known."""

    where: str
    event: str
    place: str | None


@dataclass(frozen=True, slots=True)
class TitleChange:
    """What the event is called, by language."""

    where: str
    event: str
    titles: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class PeopleChange:
    """Who took part: people to add (with role and side, where given), to take away, and who the principals are."""

    where: str
    event: str
    add: tuple[Participant, ...]
    remove: tuple[str, ...]
    principals: tuple[str, ...]  # () leaves them as they are
    countries: tuple[str, ...]  # () lets them follow from the principals


Change = DateChange | KindChange | PlaceChange | TitleChange | PeopleChange


@dataclass(frozen=True, slots=True)
class NameChange:
    """How a person is called, by language (the form to show first), and whom the texts call so in truth."""

    where: str
    person: str
    names: tuple[tuple[str, tuple[str, ...]], ...]
    same_as: str  # id of the person that this one is, or ""


@dataclass(frozen=True, slots=True)
class Holder:
    """A new office holder."""

    where: str
    row: PersonRow


@dataclass(frozen=True, slots=True)
class Corrections:
    """All that content/corrections.toml orders, each sort in the order of the file."""

    joins: tuple[Join, ...] = ()
    splits: tuple[Split, ...] = ()
    hidden: tuple[Hide, ...] = ()
    changes: tuple[Change, ...] = ()
    names: tuple[NameChange, ...] = ()
    holders: tuple[Holder, ...] = ()


@dataclass(frozen=True, slots=True)
class Published:
    """An event id that the site has published, with what lets it be followed when the id changes."""

    id: str
    kind: str
    date: str  # EDTF
    parties: tuple[str, ...]  # countries and bodies, sorted
    reports: tuple[str, ...]  # addresses of its articles (path, or path#entry), sorted


# ---------------------------------------------------------------- align


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of one report of an event."""

    article: str
    sentence: int


@dataclass(frozen=True, slots=True)
class Link:
    """Two passages of different reports of which each is the other's best counterpart."""

    left: Passage  # of the report whose id sorts first
    right: Passage
    strength: float  # 0 to 1: the odds that they tell the same point
    reasons: tuple[Reason, ...]  # the heaviest first
    differs: tuple[str, ...] = ()  # figure, date, place, name: they tell the same point, but do not say the same


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure, date, place, name or quotation in which the reports of one point differ."""

    field: str  # figure, date, place, name, quotation
    variants: tuple[tuple[str, tuple[Passage, ...]], ...]  # as the passages write it, the most carried first


@dataclass(frozen=True, slots=True)
class Point:
    """Something that one or more reports of an event say, in each report's own passage."""

    id: str  # p1, p2 … in the order of the reports
    passages: tuple[Passage, ...]  # by report, then in its order
    articles: tuple[str, ...]  # the reports that carry it; all others of the alignment are silent
    texts: int  # independent texts among them: a copy counts with what it repeats
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The reports of one event set side by side."""

    event: str
    articles: tuple[str, ...]  # sorted
    passages: tuple[Passage, ...]  # every sentence that was compared, matched or not
    points: tuple[Point, ...]
    links: tuple[Link, ...]
    method: str  # "vectors" or "anchors"


# ---------------------------------------------------------------- the finished whole


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is known when planning begins. Nothing is added to it later."""

    readings: Mapping[str, Reading]  # article id → reading
    people: Mapping[str, Person]
    events: Mapping[str, Event]  # sorted by date, then id
    storylines: Mapping[str, Storyline]
    alignments: Mapping[str, Alignment]  # event id → alignment, for events of two or more reports
    problems: tuple[Problem, ...]
    redirects: Mapping[str, str] = field(default_factory=dict)  # former event id → event id
    comparisons: tuple[Comparison, ...] = ()  # what joined, what is unsure, and near misses; for `explain` and `review`


@dataclass(frozen=True, slots=True)
class OutputFile:
    """One file of the site."""

    path: str  # relative to the output folder, with forward slashes
    data: bytes
