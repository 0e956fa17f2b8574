"""Feeds, calendars and sitemaps, read back by the libraries of those who read them."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest
from icalendar import Calendar

from sitegen.model import Stamp
from sitegen.plan import plan_site
from sitegen.plan.feeds import changed_on
from sitegen.plan.library import make_site
from tests.plan.sample import sample_config, sample_library

ALTERNATE = "{http://www.w3.org/1999/xhtml}link"
URL = "{http://www.sitemaps.org/schemas/sitemap/0.9}url"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_feed_reads_as_atom(files):
    """With its language, an id and a day for each entry, and the reports in its content."""
    feed = feedparser.parse(files["fr/countries/ir.xml"])

    assert not feed.bozo
    assert feed.feed.language == "fr"
    assert len(feed.entries) == 4
    assert feed.entries[0].title == "Entretien téléphonique Pezeshkian–Poutine"
    assert feed.entries[0].updated == "2025-05-07T00:00:00Z"
    assert "مدار الخليج" in feed.entries[0].content[0].value


def test_the_json_feed_has_the_same_entries(files):
    """Both feeds of a page list the same events."""
    items = json.loads(files["en/index.feed.json"])["items"]

    assert [item["url"] for item in items] == [e.id for e in feedparser.parse(files["en/index.xml"]).entries]


def test_an_entry_moves_only_when_its_reports_do():
    """An unrelated new report leaves the day of an event's entry as it was."""
    library = sample_library()
    event = library.events["2025-05-06-call-ir-ru"]
    other = library.readings["opinion"]
    newer = replace(other, article=replace(other.article, published=Stamp(date(2026, 1, 1), "2026-01-01")))
    more = replace(library, readings={**library.readings, "opinion": newer})

    assert changed_on(make_site(library, sample_config()), event) == date(2025, 5, 7)
    assert changed_on(make_site(more, sample_config()), event) == date(2025, 5, 7)


def test_a_calendar_has_all_day_events_with_exclusive_end(files):
    """A visit from the 25th to the 27th ends on the 28th; its UID is the same in every language."""
    entries = [
        Calendar.from_ical(files[f"{lang}/events/2025-05-25-visit-fr-vn.ics"]).walk("VEVENT")[0]
        for lang in ("en", "fr")
    ]

    assert [str(entry["UID"]) for entry in entries] == ["2025-05-25-visit-fr-vn@example.org"] * 2
    assert entries[0]["DTSTART"].dt == date(2025, 5, 25)
    assert entries[0]["DTEND"].dt == date(2025, 5, 28)
    assert str(entries[0]["STATUS"]) == "TENTATIVE"


def test_a_calendar_holds_only_days_that_are_known(files):
    """Of Iran's four events one has no known day."""
    assert len(Calendar.from_ical(files["en/countries/ir.ics"]).walk("VEVENT")) == 3


def test_the_sitemap_agrees_with_the_pages(plan, files):
    """Every indexed page once, with the alternates that the page itself gives."""
    listed = {}
    for url in ET.fromstring(files["sitemap-1.xml"]).iter(URL):  # noqa: S314 (our own file)
        listed[url[0].text] = {link.get("hreflang"): link.get("href") for link in url.iter(ALTERNATE)}

    assert listed == {
        p.frame.canonical: {a.lang: a.href for a in p.frame.alternates} for p in plan.pages if p.frame.is_indexed
    }


def test_planning_needs_no_event():
    """A folder of articles without any event makes a site all the same."""
    library = replace(sample_library(), events={}, storylines={}, people={})

    assert len(plan_site(library, sample_config()).pages) > 20
