"""The reports of an event → when they appeared: a square a report over its day, the sentence and the table of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sitegen.model import Article, Event
from sitegen.plan import urls
from sitegen.plan.dates import DateView, format_day, format_day_month, show_day
from sitegen.plan.edition import Edition, number
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import count_reports, outlet_name
from sitegen.plan.links import Links

WIDTH = 300  # units, as of the other pictures of the side column
SIDE, STEP = 9, 11  # of a square, and from one to the next
FOOT = 18  # for the days below the axis
HEAD = 16  # for the word above the mark
LEAST_REPORTS = 3  # two dates stand beside their reports anyway
LEAST_DAYS = 2
LEAST_PLACES = 3  # from the event or the first report to the last: two days are told by the table
HIGHEST = 14  # squares on one another: of more only the table is shown
LONGEST_LEAD = 14  # days before the first report that the event itself is shown in the picture


@dataclass(frozen=True, slots=True)
class ReportSquare:
    """A report over its day."""

    x: float
    y: float
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class EventMark:
    """The day of the event on the axis; `anchor` keeps its word within the picture."""

    x: float
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class DayPicture:
    """The squares, the axis below them with its two ends, and the day of the event where it is near."""

    width: int
    height: float
    axis: float
    side: int
    squares: tuple[ReportSquare, ...]
    mark: EventMark | None
    ends: tuple[tuple[float, str, str], ...]  # x, text-anchor, day


@dataclass(frozen=True, slots=True)
class DayCoverage:
    """The picture, its table and its sentences, made from one count."""

    picture: DayPicture | None
    rows: tuple[tuple[DateView, str], ...]
    sentences: tuple[str, ...]


def by_day(site: Site, edition: Edition, links: Links, event: Event) -> DayCoverage | None:
    """Return the coverage over days, None where too few reports are dated or all are of one day."""
    reports = reports_of(site, event)
    dated = [(article.published.day, article) for article in reports if article.published]
    dated.sort(key=lambda item: (item[0], item[1].id))
    counts = Counter(day for day, _ in dated)
    if len(dated) < LEAST_REPORTS or len(counts) < LEAST_DAYS:
        return None
    rows = tuple((show_day(edition, day), number(edition, count)) for day, count in sorted(counts.items()))
    sentences = _sentences(edition, dated[0][0], dated[-1][0], len(reports) - len(dated))
    return DayCoverage(_draw(edition, links, event, dated), rows, sentences)


def _sentences(edition: Edition, first: date, last: date, undated: int) -> tuple[str, ...]:
    gettext = edition.words.gettext
    ends = {"first": format_day(edition, first), "last": format_day(edition, last)}
    told = gettext("First report: %(first)s. Latest: %(last)s.") % ends
    if not undated:
        return (told,)
    return told, gettext("Without a date: %(reports)s.") % {"reports": count_reports(edition, undated)}


def _draw(edition: Edition, links: Links, event: Event, dated: Sequence[tuple[date, Article]]) -> DayPicture | None:
    first, last = dated[0][0], dated[-1][0]
    day = event.when.day
    near = day if day and day <= last and (first - day).days <= LONGEST_LEAD else None
    start = min(first, near) if near else first
    slots = _slots(start, last)
    if slots < LEAST_PLACES:
        return None
    piles: defaultdict[int, int] = defaultdict(int)
    placed = []
    for published, article in dated:
        slot = _slot(published, start, last, slots)
        placed.append((slot, piles[slot], published, article))
        piles[slot] += 1
    if max(piles.values()) > HIGHEST:
        return None
    axis = max(piles.values()) * STEP + 2.0 + (HEAD if near else 0)
    squares = tuple(
        ReportSquare(
            _across(edition, _x(slot, slots), SIDE),
            axis - STEP * (level + 1),
            links.to(urls.article(article.language, article.id)),
            f"{format_day(edition, published)}{edition.usage.signs.colon}{outlet_name(edition, article).text}",
        )
        for slot, level, published, article in placed
    )
    mark = _mark(edition, _x(_slot(near, start, last, slots), slots)) if near else None
    return DayPicture(WIDTH, axis + FOOT, axis, SIDE, squares, mark, _ends(edition, start, last, slots))


def _slots(start: date, last: date) -> int:
    """Return how many places the axis has: one a day, or as many as there is room for."""
    return min((last - start).days + 1, WIDTH // STEP)


def _slot(day: date, start: date, last: date, slots: int) -> int:
    return round((slots - 1) * (day - start).days / max((last - start).days, 1))


def _x(slot: int, slots: int) -> float:
    """Return the left end of a place; few days stand close together rather than at the ends of the picture."""
    step = min((WIDTH - SIDE) / max(slots - 1, 1), 4 * STEP)
    return round(slot * step, 1)


def _across(edition: Edition, x: float, width: int = 0) -> float:
    """Return a place on the axis as the edition reads: time runs from its side of the page."""
    return round(WIDTH - x - width, 1) if edition.direction == "rtl" else x


def _mark(edition: Edition, x: float) -> EventMark:
    label = edition.words.pgettext("mark in a picture", "the event")
    at = _across(edition, x + SIDE / 2)
    return EventMark(at, "start" if at < WIDTH / 4 else "end" if at > WIDTH * 3 / 4 else "middle", label)


def _ends(edition: Edition, start: date, last: date, slots: int) -> tuple[tuple[float, str, str], ...]:
    left, right = _x(0, slots), _x(slots - 1, slots) + SIDE
    first, final = ("end", "start") if edition.direction == "rtl" else ("start", "end")
    is_narrow = right - left < WIDTH / 3  # two days' names would run into each other
    words = (format_day_month(edition, start), format_day_month(edition, last))
    if is_narrow:
        return ((_across(edition, left), first, " – ".join(words)),)
    return ((_across(edition, left), first, words[0]), (_across(edition, right), final, words[1]))
