"""The one place that makes an address: every page kind has its row here, and addresses hold ids and codes only.

An address is a path from the root of the site, with forward slashes, always down to the file, so that it works under
`/repo/`, on a domain of its own, in the preview and from a disk alike.
"""

from __future__ import annotations

import re
from urllib.parse import quote

GATE = "index.html"
NOT_FOUND = "404.html"
STYLE = "assets/site.css"
ICON = "assets/icon.svg"
SEARCH_SCRIPT = "assets/search.js"
WORLD = "assets/world.svg"
ROBOTS = "robots.txt"
SITEMAP = "sitemap.xml"
ARTICLES_JSONL = "data/articles.jsonl"
EVENTS_JSONL = "data/events.jsonl"
ARTICLES_CSV = "data/articles.csv"
EVENTS_CSV = "data/events.csv"
SCHEMA = "data/schema.json"
ARCHIVE = "data/all.zip"
ALL_REFERENCES = "data/reports.html"  # with other endings: there is no such page


def home(lang: str) -> str:
    """The front page of an edition."""
    return f"{lang}/index.html"


def events(lang: str) -> str:
    """The list of all events."""
    return f"{lang}/events/index.html"


def event(lang: str, event_id: str) -> str:
    """An event; its data stand beside it under other endings."""
    return f"{lang}/events/{slug(event_id)}.html"


def parallel(lang: str, event_id: str) -> str:
    """The reports of an event side by side."""
    return f"{lang}/parallel/{slug(event_id)}.html"


def beside_report(lang: str, article_id: str, other_id: str) -> str:
    """A report with another one of the same event beside it, under the language of the first."""
    return f"{lang}/parallel/{slug(article_id)}/{slug(other_id)}.html"


def year(lang: str, number: int) -> str:
    """The events of a year."""
    return f"{lang}/days/{number:04}.html"


def month(lang: str, number: int, month_number: int) -> str:
    """The events of a month."""
    return f"{lang}/days/{number:04}-{month_number:02}.html"


def day(lang: str, iso: str) -> str:
    """The events of a day."""
    return f"{lang}/days/{iso}.html"


def undated(lang: str) -> str:
    """The events of which not even the year is known."""
    return f"{lang}/days/undated.html"


def article(lang: str, article_id: str) -> str:
    """An article, once, under its own language."""
    return f"{lang}/articles/{slug(article_id)}.html"


def articles(lang: str) -> str:
    """The articles in one language."""
    return f"{lang}/articles/index.html"


def people(lang: str) -> str:
    """The list of people, A to Z."""
    return f"{lang}/people/index.html"


def person(lang: str, person_id: str) -> str:
    """A person."""
    return f"{lang}/people/{slug(person_id)}.html"


def countries(lang: str) -> str:
    """The list of countries."""
    return f"{lang}/countries/index.html"


def country(lang: str, code: str) -> str:
    """A country."""
    return f"{lang}/countries/{slug(code)}.html"


def pair(lang: str, one: str, other: str) -> str:
    """Two countries."""
    first, second = sorted((one, other))
    return f"{lang}/countries/{slug(first)}-{slug(second)}.html"


def storylines(lang: str) -> str:
    """The list of storylines."""
    return f"{lang}/storylines/index.html"


def storyline(lang: str, storyline_id: str) -> str:
    """A storyline."""
    return f"{lang}/storylines/{slug(storyline_id)}.html"


def kinds(lang: str) -> str:
    """The kinds of event."""
    return f"{lang}/kinds/index.html"


def kind(lang: str, code: str) -> str:
    """The events of a kind."""
    return f"{lang}/kinds/{slug(code)}.html"


def places(lang: str) -> str:
    """The list of places."""
    return f"{lang}/places/index.html"


def place(lang: str, place_id: str) -> str:
    """A place."""
    return f"{lang}/places/{slug(place_id)}.html"


def outlets(lang: str) -> str:
    """The list of outlets."""
    return f"{lang}/outlets/index.html"


def outlet(lang: str, outlet_id: str) -> str:
    """An outlet."""
    return f"{lang}/outlets/{slug(outlet_id)}.html"


def languages(lang: str) -> str:
    """The languages of the reports."""
    return f"{lang}/languages/index.html"


def told_only_in(lang: str, code: str) -> str:
    """The events that are told of in one language alone."""
    return f"{lang}/languages/only-{code}.html"


def network(lang: str) -> str:
    """Who talked to whom."""
    return f"{lang}/network.html"


def card(lang: str) -> str:
    """The picture beside a link to a page that has none of its own."""
    return f"{lang}/card.png"


def search(lang: str) -> str:
    """The search page."""
    return f"{lang}/search.html"


def disk_index(lang: str) -> str:
    """The records of an edition's search, for readers from disk."""
    return f"{lang}/search-records.js"


def about(lang: str) -> str:
    """How this was made."""
    return f"{lang}/about.html"


def beside(page: str, ending: str) -> str:
    """The address of a page's data: the same, with another ending ("json", "ics", "bib")."""
    return f"{page.removesuffix('.html')}.{ending}"


def slug(name: str) -> str:
    """Return the id as a file name that holds on every disk: lower-case, letters of any script, digits, hyphens."""
    safe = re.sub(r"[^\w-]+", "-", name.casefold()).strip("-_") or "x"
    return "-" + safe if safe in _RESERVED else safe


# Names that Windows keeps for itself, and the one that would take the place of a list.
_RESERVED = frozenset({"aux", "con", "index", "nul", "prn", "com1", "com2", "com3", "lpt1", "lpt2", "lpt3"})


def absolute(base_url: str, path: str) -> str:
    """Return the public address of a path."""
    return base_url + quote(path)
