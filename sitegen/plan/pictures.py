"""Events and contacts → the geometry of small pictures; each is made from the list or table that stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import cos, pi, sin
from unicodedata import east_asian_width

from sitegen.plan.dates import format_year
from sitegen.plan.edition import Edition, number
from sitegen.plan.views import Anchor, Count, EventGroup, EventLine

WIDTH = 300  # units: about as many pixels as the side column and a phone have, so that text keeps its size
LEAST_EVENTS = 3  # a rail of two dots shows nothing that their dates do not say
MOST_DOTS = 80  # of more, a bar a year
BAR_WIDTH = 600
STEP = 9  # units between dots
LEAST_CONTACTS = 3
MOST_CONTACTS = 12
LONGEST_LABEL = 13  # letters that fit beside a contact


@dataclass(frozen=True, slots=True)
class Dot:
    """An event on the rail."""

    x: float
    y: float
    href: str
    label: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A year on the rail's axis."""

    x: float
    text: str


@dataclass(frozen=True, slots=True)
class Rail:
    """A timeline: a dot an event, piled where they come close together."""

    width: int
    height: float
    axis: float
    dots: tuple[Dot, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Spoke:
    """Someone that the person at the hub was in contact with."""

    x: float
    y: float
    label_x: float
    anchor: str
    width: float
    href: str
    label: str
    count: str


@dataclass(frozen=True, slots=True)
class Ego:
    """A person or country and whom they were in contact with."""

    width: int
    height: float
    x: float
    y: float
    spokes: tuple[Spoke, ...]


def make_rail(edition: Edition, lines: Sequence[tuple[date, EventLine]]) -> Rail | None:
    """Return the timeline of dated events, None where there are too few or too many for one."""
    if not LEAST_EVENTS <= len(lines) <= MOST_DOTS:
        return None
    first, last = min(day for day, _ in lines), max(day for day, _ in lines)
    if first == last:
        return None
    span = (last - first).days
    piles: defaultdict[int, int] = defaultdict(int)
    placed = []
    for day, line in sorted(lines, key=lambda item: (item[0], item[1].id)):
        slot = round((WIDTH - 2 * STEP) * (day - first).days / span / STEP)
        placed.append((slot, piles[slot], line))
        piles[slot] += 1
    axis = max(piles.values()) * STEP + 4.0
    dots = tuple(
        Dot(
            _across(edition, STEP + slot * STEP),
            axis - STEP / 2 - 1 - level * STEP,
            line.link.href,
            f"{line.date.text}{edition.usage.signs.colon}{line.link.text}",
        )
        for slot, level, line in placed
    )
    return Rail(WIDTH, axis + 18, axis, dots, _ticks(edition, first, last))


def _ticks(edition: Edition, first: date, last: date) -> tuple[Tick, ...]:
    span = (last - first).days
    years = range(first.year + 1, last.year + 1)
    step = len(years) // 6 + 1
    return tuple(
        Tick(
            _across(edition, round(STEP + (WIDTH - 2 * STEP) * (date(year, 1, 1) - first).days / span, 1)),
            format_year(edition, year),
        )
        for year in years[::step]
    )


def _across(edition: Edition, x: float) -> float:
    """Return a place on the axis as the edition reads: time runs from its side of the page."""
    return round(WIDTH - x, 1) if edition.direction == "rtl" else x


def make_ego(contacts: Sequence[Count], short: Mapping[str, str] | None = None) -> Ego | None:
    """Return the picture of who was in contact with whom, None where a list says as much; `short` shortens names."""
    if len(contacts) < LEAST_CONTACTS:
        return None
    shown = contacts[:MOST_CONTACTS]
    height = max(150.0, 26.0 * ((len(shown) + 1) // 2) + 40)
    x, y = WIDTH / 2, height / 2
    spokes = []
    for index, contact in enumerate(shown):
        angle = pi * 2 * index / len(shown) + pi / len(shown)
        px, py = x + 62 * sin(angle), y - (y - 22) * cos(angle)
        is_right = px >= x
        spokes.append(
            Spoke(
                x=round(px, 1),
                y=round(py, 1),
                label_x=round(px + (8 if is_right else -8), 1),
                anchor="start" if is_right else "end",
                width=min(1 + 0.5 * contact.count, 4),
                href=contact.name.href,
                label=_cut((short or {}).get(contact.name.text) or _shorten(contact.name.text)),
                count=contact.text,
            )
        )
    return Ego(WIDTH, height, x, y, tuple(spokes))


def _shorten(name: str) -> str:
    """Return the last word of a long name in letters, a short one whole: the list beside the picture has all of it."""
    return name if len(name) <= 13 or " " not in name else name.rsplit(maxsplit=1)[-1]


def _cut(name: str) -> str:
    """Return what of a name fits between the hub and the edge of the picture; wide letters take twice the room."""
    room = LONGEST_LABEL
    for place, letter in enumerate(name):
        room -= 2 if east_asian_width(letter) in "WF" else 1
        if room < 0:
            return name[: place - 1] + "…"
    return name


@dataclass(frozen=True, slots=True)
class YearBar:
    """A year of a long list, with a link to where it begins there; the width in units of the bar."""

    year: Anchor
    count: str
    width: int


def make_years(edition: Edition, groups: Sequence[EventGroup]) -> tuple[YearBar, ...]:
    """Return how many events each year has, where there are too many for a rail; () elsewhere."""
    years = [group for group in groups if group.heading.text]
    total = sum(len(group.lines) for group in years)
    if total <= MOST_DOTS or len(years) < 2:
        return ()
    most = max(len(group.lines) for group in years)
    return tuple(
        YearBar(
            Anchor(f"#{group.id}", group.heading.text),
            number(edition, len(group.lines)),
            BAR_WIDTH * len(group.lines) // most,
        )
        for group in years
    )
