"""Followed pages → Atom and JSON Feed; an entry's date moves only when the reports of its event do."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any
from xml.sax.saxutils import escape, quoteattr

from sitegen.model import Article, Event, OutputFile
from sitegen.plan import urls
from sitegen.plan.edition import Edition, comma, in_brackets, language_name
from sitegen.plan.frame import PlannedPage, public
from sitegen.plan.library import Site, description_of_site, reports_of, title_of_site
from sitegen.plan.lines import article_title, outlet_name
from sitegen.plan.pages.event import describe_event
from sitegen.plan.titles import event_title

MOST_ENTRIES = 50
LONG_AGO = date(1970, 1, 1)  # for an event of which neither the day nor the day of any report is known


@dataclass(frozen=True, slots=True)
class Entry:
    """An event in a feed."""

    title: str
    url: str
    updated: str  # RFC 3339
    summary: str
    html: str
    kind: str


def plan_feeds(site: Site, pages: Sequence[PlannedPage]) -> Iterator[OutputFile]:
    """Yield two feeds for each followed page; none where the public address is not known."""
    if not site.config.base_url:
        return

    @cache
    def entry_for(code: str, event_id: str) -> Entry:
        edition = next(e for e in site.editions if e.code == code)
        return _make_entry(site, edition, site.library.events[event_id])

    for page in pages:
        if page.follow:
            entries = [entry_for(page.edition.code, event_id) for event_id in page.follow]
            entries = sorted(entries, key=lambda e: (e.updated, e.url), reverse=True)[:MOST_ENTRIES]
            yield OutputFile(urls.beside(page.path, "xml"), _atom(site, page, entries))
            yield OutputFile(urls.beside(page.path, "feed.json"), _json_feed(site, page, entries))


def changed_on(site: Site, event: Event) -> date:
    """Return the day of the newest report of an event, else the day of the event, else a fixed day long ago.

    A day that is still to come when the newest article was published is no day on which anything changed.
    """
    stamps = [stamp.day for a in reports_of(site, event) for stamp in (a.modified, a.published) if stamp]
    day = max(stamps, default=event.when.day or LONG_AGO)
    return min(day, site.built) if site.built else day


def _make_entry(site: Site, edition: Edition, event: Event) -> Entry:
    summary = describe_event(site, edition, event)
    reports = "".join(_report_item(site, edition, article) for article in reports_of(site, event))
    return Entry(
        title=event_title(site, edition, event),
        url=public(site, urls.event(edition.code, event.id)),
        updated=f"{changed_on(site, event).isoformat()}T00:00:00Z",
        summary=summary,
        html=f"<p>{escape(summary)}</p><ul>{reports}</ul>",
        kind=event.kind.value,
    )


def _report_item(site: Site, edition: Edition, article: Article) -> str:
    href = quoteattr(public(site, urls.article(article.language, article.id)))
    outlet = outlet_name(edition, article).text
    language = language_name(edition, article.language)
    title = f"<a href={href} lang={quoteattr(article.language)}>{escape(article_title(article))}</a>"
    return f"<li>{in_brackets(edition, title, escape(comma(edition).join((outlet, language))))}</li>"


def _atom(site: Site, page: PlannedPage, entries: Sequence[Entry]) -> bytes:
    own = public(site, urls.beside(page.path, "xml"))
    author = escape(site.config.publisher or title_of_site(site, page.edition))
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{page.edition.code}">',
        f"<id>{escape(own)}</id>",
        f"<title>{escape(page.frame.title)}</title>",
        f"<subtitle>{escape(page.frame.description)}</subtitle>",
        f"<updated>{entries[0].updated}</updated>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(own)}/>',
        f'<link rel="alternate" type="text/html" href={quoteattr(page.frame.canonical)}/>',
        f"<author><name>{author}</name></author>",
    ]
    lines += [
        (
            f"<entry><id>{escape(entry.url)}</id><title>{escape(entry.title)}</title><updated>{entry.updated}</updated>"
            f'<link rel="alternate" type="text/html" href={quoteattr(entry.url)}/><category term="{entry.kind}"/>'
            f'<summary>{escape(entry.summary)}</summary><content type="html">{escape(entry.html)}</content></entry>'
        )
        for entry in entries
    ]
    return ("\n".join(lines) + "\n</feed>\n").encode()


def _json_feed(site: Site, page: PlannedPage, entries: Sequence[Entry]) -> bytes:
    feed: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": page.frame.title,
        "home_page_url": page.frame.canonical,
        "feed_url": public(site, urls.beside(page.path, "feed.json")),
        "description": description_of_site(site, page.edition),
        "language": page.edition.code,
        "authors": [{"name": site.config.publisher or title_of_site(site, page.edition)}],
        "items": [
            {
                "id": entry.url,
                "url": entry.url,
                "title": entry.title,
                "summary": entry.summary,
                "content_html": entry.html,
                "date_modified": entry.updated,
                "tags": [entry.kind],
            }
            for entry in entries
        ],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
