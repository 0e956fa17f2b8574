"""Why the site says what it says of an article, event, person or storyline: evidence, reasons and weights, as notes."""

from __future__ import annotations

from urllib.parse import unquote, urlsplit

from sitegen.errors import NotFoundError, suggest
from sitegen.explain.article import explain_article
from sitegen.explain.event import explain_event
from sitegen.explain.note import Note, Table
from sitegen.explain.people import explain_person, explain_storyline
from sitegen.model import Library, Reading

__all__ = ["Note", "Table", "explain"]


def explain(library: Library, what: str) -> Note:
    """Return the explanation of an article (id or path), event, person or storyline (id), or of the page at a URL.

    An id that an event had before a correction is read as the event that it has become. Raises NotFoundError, with
    the nearest name, where the site has no such thing.
    """
    name = _read_name(what)
    if event := library.events.get(library.redirects.get(name, name)):
        return explain_event(event, library)
    if reading := _find_reading(library, what, name):
        return explain_article(reading, library)
    if storyline := library.storylines.get(name):
        return explain_storyline(storyline, library)
    if person := library.people.get(name):
        return explain_person(person, library)
    sources = [reading.article.source for reading in library.readings.values()]
    hint = suggest(name, [*library.events, *library.readings, *library.storylines, *library.people, *sources])
    raise NotFoundError("no article, event, person or storyline has this name.", where=what, hint=hint)


def _read_name(what: str) -> str:
    """Return the id in a URL or a path of the site: its last part without the ending."""
    path = unquote(urlsplit(what).path)
    last = path.rstrip("/").rpartition("/")[2]
    stem, dot, ending = last.rpartition(".")
    return stem if dot and ending in ("html", "json", "ics", "bib", "ris", "svg") else last


def _find_reading(library: Library, what: str, name: str) -> Reading | None:
    """An article by its id, the path of its file (with or without the content folder, `#entry` for one of several)."""
    if name in library.readings:
        return library.readings[name]
    wanted = what.removeprefix("./")
    for _, reading in sorted(library.readings.items()):
        article = reading.article
        for address in (f"{article.source}#{article.entry}", article.source, f"{article.id}#"):
            if wanted == address or wanted.endswith("/" + address) or wanted.rpartition("#")[0] == article.id:
                return reading
    return None
