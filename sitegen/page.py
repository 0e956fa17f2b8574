"""What planning hands to rendering: pages with their views, files that stand as they are, and what the search finds."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.card_fonts import Face
from sitegen.locales import Words
from sitegen.model import OutputFile


@dataclass(frozen=True, slots=True)
class Page:
    """A page to be rendered: where it goes, which template makes it, in which words, and what the template sees."""

    path: str
    template: str
    words: Words
    frame: object  # `page` in the template: a sitegen.plan.frame.Frame
    view: object  # `view` in the template: the view of the page's own kind
    structured: str  # JSON-LD, "" where there is none
    data: str  # JSON that the page's script reads, "" where it has none


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that the search of an edition finds."""

    lang: str
    path: str
    title: str
    note: str  # what the result shows under its title
    sort: str  # event, person, country, storyline
    names: tuple[str, ...]  # every spelling of every name, as shown where one matches
    text: str  # further words, folded
    kind: str  # facets, in words of the edition; "" where they do not apply
    languages: tuple[str, ...]
    countries: tuple[str, ...]
    year: str


@dataclass(frozen=True, slots=True)
class Card:
    """A picture to be drawn: where it goes, which template makes it, what the template sees, and its fonts."""

    path: str
    template: str
    words: Words
    view: object
    faces: tuple[Face, ...]  # that of the edition's script first


@dataclass(frozen=True, slots=True)
class Plan:
    """All that the site will hold beside its static files."""

    pages: tuple[Page, ...]
    files: tuple[OutputFile, ...]
    records: tuple[Record, ...]  # what the search finds
    cards: tuple[Card, ...]  # () where the fonts for them are not installed
    without_cards: tuple[str, ...] = ()  # editions whose pages could name one, were its fonts installed
