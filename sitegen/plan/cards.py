"""An event, or the front page of an edition → the picture that other sites show beside a link to it.

Crawlers take no SVG, so the card is laid out here and drawn as PNG (`sitegen.render.cards`). An edition has cards
where the fonts of its script are installed; its pages name none where they are not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from sitegen.card_fonts import faces_for
from sitegen.model import Event
from sitegen.page import Card
from sitegen.plan import urls
from sitegen.plan.card_text import fit, wrap
from sitegen.plan.dates import show_when
from sitegen.plan.edition import Edition, country_name, in_brackets, number
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site, description_of_site, principals, reports_of, title_of_site
from sitegen.plan.lines import count_languages, count_reports, doubt_of
from sitegen.plan.names import body_name, participant_name
from sitegen.plan.titles import event_title

WIDTH, HEIGHT = 1200, 630  # what Open Graph's readers ask for
MARGIN = 72
TOP, BOTTOM = 124, 546  # between the two rules
TITLE_SIZES = (78, 68, 60, 52, 46)
TITLE_HEIGHT = 200
SMALL = 31
SQUARE, GAP = 16, 5
MOST_SQUARES = 24  # of more reports the number says enough
# Space from line to line; what stacks its vowels or hangs below the line needs more.
_LEADING = {"ar": 1.5, "fa": 1.5, "hi": 1.4, "ja": 1.35, "zh": 1.35}
SPACE = 14  # around the title


@dataclass(frozen=True, slots=True)
class CardLine:
    """A line of text; `y` is its baseline, `tone` its role among the colours."""

    text: str
    x: int
    y: int
    anchor: str  # start or end
    size: int
    weight: int
    tone: str  # ink, soft, doubt


@dataclass(frozen=True, slots=True)
class Square:
    """One report; those of one language stand together."""

    x: int
    y: int


@dataclass(frozen=True, slots=True)
class CardView:
    """What the template of a card sees."""

    width: int
    height: int
    margin: int
    lang: str
    families: str
    rules: tuple[tuple[int, int], ...]  # y and thickness
    lines: tuple[CardLine, ...]
    squares: tuple[Square, ...]
    square: int


def plan_cards(site: Site) -> Iterator[Card]:
    """Yield every card that the installed fonts can draw; none where the public address is not known."""
    for edition in site.editions:
        found = (site_card(site, edition), *(event_card(site, edition, event.id) for event in site.events))
        yield from (card for card in found if card)


def without_cards(site: Site) -> tuple[str, ...]:
    """Return the editions that would have cards, were the fonts of their scripts installed."""
    if not site.config.base_url:
        return ()
    return tuple(edition.code for edition in site.editions if site_card(site, edition) is None)


@lru_cache(maxsize=50_000)
def event_card(site: Site, edition: Edition, event_id: str) -> Card | None:
    """Return the card of an event: kind and date, title, parties, doubt, how many reports in how many languages."""
    event = site.library.events[event_id]
    reports = reports_of(site, event)
    outlets = len({report.outlet for report in reports if report.outlet})
    counted = [count_reports(edition, len(reports)), count_languages(edition, len({r.language for r in reports}))]
    if outlets:
        pattern = edition.words.ngettext("%(count)s outlet", "%(count)s outlets", outlets)
        counted.append(pattern % {"count": number(edition, outlets)})
    texts = _Texts(
        over=f"{_capital(kind_name(edition, event.kind))} · {show_when(edition, event.when, event.end).text}",
        title=event_title(site, edition, event),
        under=_parties(site, edition, event),
        doubt=doubt_of(edition, event),
        foot=" · ".join(counted),
        groups=tuple(len(list(found)) for _, found in groupby(r.language for r in reports)),
    )
    return _make_card(site, edition, urls.beside(urls.event(edition.code, event.id), "png"), texts)


@lru_cache(maxsize=1_000)
def site_card(site: Site, edition: Edition) -> Card | None:
    """Return the card for all pages of an edition that have none: what the site is about and how much it holds."""
    languages = len({article.language for article in site.articles})
    counted = (count_reports(edition, len(site.articles)), count_languages(edition, languages))
    texts = _Texts("", description_of_site(site, edition), (), "", " · ".join(counted), ())
    return _make_card(site, edition, urls.card(edition.code), texts)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _parties(site: Site, edition: Edition, event: Event) -> tuple[str, ...]:
    """Return the people with their countries, or the countries and bodies that no person is named for."""
    found = []
    for participant in principals(event)[:4]:
        name = participant_name(edition, site.library, participant)
        country = country_name(edition, participant.country) if participant.country else ""
        found.append(in_brackets(edition, name, country if country != name else ""))
    named = found or [country_name(edition, code) for code in event.countries]
    return tuple(named or [body_name(edition, body) for body in event.bodies])


# ---------------------------------------------------------------- the sheet


@dataclass(frozen=True, slots=True)
class _Texts:
    """The words of a card from top to bottom, and how many reports each language has."""

    over: str
    title: str
    under: tuple[str, ...]
    doubt: str
    foot: str
    groups: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    """A line and the space below it."""

    text: str
    size: int
    weight: int
    tone: str
    after: int = 0


def _make_card(site: Site, edition: Edition, path: str, texts: _Texts) -> Card | None:
    name = title_of_site(site, edition)
    words = f"{name}{texts.over}{texts.title}{''.join(texts.under)}{texts.doubt}{texts.foot}"
    faces = faces_for(words, edition.code) if site.config.base_url else ()
    if not faces:
        return None
    lines = (
        _line(edition, name, 84, SMALL, 600, "ink"),
        *_middle(edition, texts),
        _line(edition, texts.foot, 594, SMALL, 400, "ink"),
    )
    view = CardView(
        width=WIDTH,
        height=HEIGHT,
        margin=MARGIN,
        lang=edition.code,
        families=", ".join(face.family for face in faces),
        rules=((TOP - 12, 4), (TOP - 5, 1), (BOTTOM, 1)),
        lines=lines,
        squares=_squares(edition, texts.groups),
        square=SQUARE,
    )
    return Card(path, "card.svg", edition.words, view, faces)


def _line(edition: Edition, text: str, y: float, size: int, weight: int, tone: str) -> CardLine:
    is_rtl = edition.direction == "rtl"
    # Within an isolate the order of mixed words is that of the edition (UAX #9); the drawing starts from the left.
    held = f"\u2067{text}\u2069" if is_rtl else text
    return CardLine(
        held, WIDTH - MARGIN if is_rtl else MARGIN, round(y), "end" if is_rtl else "start", size, weight, tone
    )


def _middle(edition: Edition, texts: _Texts) -> Iterator[CardLine]:
    """Yield what stands between the rules, centred there."""
    leading = _LEADING.get(edition.code, 1.22)
    room = WIDTH - 2 * MARGIN
    size, title = fit(texts.title, TITLE_SIZES, room, TITLE_HEIGHT, leading)
    over = _small(texts.over, room) if texts.over else ()
    rows = [
        *(_Row(line, SMALL, 400, "soft", SPACE) for line in over),
        *(_Row(line, size, 600, "ink", SPACE * (line is title[-1])) for line in title),
        *(_Row(line, SMALL, 400, "soft") for line in _under(texts.under, room)),
        *(_Row(line, SMALL, 600, "doubt") for line in (_small(texts.doubt, room) if texts.doubt else ())),
    ]
    heights = [row.size * leading + row.after for row in rows]
    y = TOP + (BOTTOM - TOP - sum(heights)) / 2
    for row, height in zip(rows, heights, strict=True):
        # The baseline of a line lies a fifth of its letters above the foot of the box that its leading makes.
        baseline = y + row.size * leading - row.size * (leading - 1) / 2 - row.size / 5
        yield _line(edition, row.text, baseline, row.size, row.weight, row.tone)
        y += height


def _under(parties: tuple[str, ...], room: int) -> tuple[str, ...]:
    """Return the parties in one line where they fit, else the first in a line of its own."""
    together = " · ".join(parties)
    if len(parties) < 2 or len(wrap(together, room / SMALL)) < 2:
        return _small(together, room) if together else ()
    return (*_small(parties[0], room), *_small(" · ".join(parties[1:]), room))


def _small(text: str, room: int) -> tuple[str, ...]:
    return fit(text, (SMALL,), room, SMALL, 1)[1]


def _squares(edition: Edition, groups: tuple[int, ...]) -> tuple[Square, ...]:
    """Return a square a report at the far end of the last line, languages apart."""
    if not 1 < sum(groups) <= MOST_SQUARES:
        return ()
    is_rtl = edition.direction == "rtl"
    step, at = SQUARE + GAP, 0
    places: list[int] = []
    for count in groups:
        places += [at + step * index for index in range(count)]
        at += step * count + GAP * 2
    width = at - GAP * 3
    y = 594 - SQUARE - 3
    if is_rtl:
        return tuple(Square(MARGIN + width - SQUARE - place, y) for place in places)
    return tuple(Square(WIDTH - MARGIN - width + place, y) for place in places)
