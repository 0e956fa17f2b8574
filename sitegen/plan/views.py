"""The small values that templates see again and again: text with its language, links, dates, lines of lists."""

from __future__ import annotations

from dataclasses import dataclass

from sitegen.plan.dates import DateView


@dataclass(frozen=True, slots=True)
class Text:
    """Words in a language of their own; the template marks them wherever that is not the page's."""

    text: str
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Anchor:
    """A link and its words. `lang` and `dir` are "" where the words are in the page's language."""

    href: str
    text: str
    lang: str = ""
    dir: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """A number of things under a name, with a link where there is a page for it."""

    name: Anchor
    count: int
    text: str  # the count as the language writes it
    note: str = ""  # a word on what it is, where the name alone does not say


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event in a list."""

    id: str
    link: Anchor
    kind: str
    kind_code: str
    date: DateView
    day_text: str  # "22 July", for a list under its year; the whole date where no single day is known
    reports: int
    support: str  # "5 reports in Indonesian and French"
    doubt: str  # "" or the one word of warning: "date disputed", "announced"
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGroup:
    """Events under one heading: a year, a month."""

    heading: Anchor
    id: str  # its anchor on the page
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """An article in a list, in its own language."""

    link: Anchor
    outlet: Text
    date: DateView | None
    language: str  # the language's name in the page's language
