"""Who covered an event: by language, by the country of the outlet, and day after day."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from sitegen.fold import fold
from sitegen.plan.coverage import group_reports
from sitegen.plan.coverage_countries import by_country
from sitegen.plan.coverage_days import HIGHEST, WIDTH, by_day
from sitegen.plan.edition import make_edition
from sitegen.plan.library import make_site
from sitegen.plan.links import Links
from sitegen.plan.urls import event as event_address
from tests.plan.sample import make_claim, make_reading, sample_config, sample_library

PUTIN = "2025-05-06-call-ir-ru"
CALL = "2024-07-22-call-ir-kz"


def cover(make, site, event_id=PUTIN, lang="en"):
    links = Links(event_address(lang, event_id))
    return make(site, make_edition(lang), links, site.library.events[event_id])


def published_on(*days, **config):
    """Return the sample with one event told by as many reports, published on these days (None: not dated)."""
    library = sample_library()
    event = library.events[PUTIN]
    made = [
        make_reading(f"report-{n:02}", "en", ["They spoke."], outlet=f"Outlet {n}", day=day)
        for n, day in enumerate(days)
    ]
    claims = tuple(make_claim(reading.article.id, 1, event.kind, (1,)) for reading in made)
    readings = {**library.readings, **{reading.article.id: reading for reading in made}}
    events = {**library.events, PUTIN: replace(event, claims=claims)}
    return make_site(replace(library, readings=readings, events=events), sample_config(**config))


def test_outlets_are_counted_by_their_country(site):
    """The countries that took part are marked; what is not known is said and counted nowhere."""
    found = cover(by_country, site)

    assert [("United Arab Emirates", False, "1"), ("Iran", True, "1")] == [
        (bar.name.text, bar.is_party, bar.count) for bar in found.bars
    ]
    assert (
        "From countries that took part: 1 of 2.",
        "Country of the outlet not known: 1 report.",
    ) == found.sentences


def test_bars_of_one_length_are_not_drawn(site):
    """One report from each country is told by the figures."""
    assert [0, 0] == [bar.width for bar in cover(by_country, site).bars]


def test_a_country_without_a_page_is_no_link(site):
    """The Emirates take part in no event here."""
    emirates, iran = (bar.name for bar in cover(by_country, site).bars)

    assert ("", "../countries/ir.html") == (emirates.href, iran.href)


def test_nothing_is_said_of_countries_that_nobody_knows():
    """Without a known outlet there is no such table."""
    site = make_site(sample_library(), sample_config(outlets={}))

    assert cover(by_country, site) is None


def test_a_site_names_the_country_of_its_outlets():
    """What stands in site.toml is counted."""
    site = make_site(sample_library(), sample_config(outlets={fold("寰宇视讯"): "CN"}))

    assert ["China"] == [bar.name.text for bar in cover(by_country, site).bars]


def test_reports_stand_over_their_days():
    """A square a report, on one another where they share a day; first and last day in words and in a table."""
    found = cover(by_day, published_on(*(date(2025, 5, day) for day in (6, 8, 8))))

    assert ["6 May 2025", "8 May 2025"] == [day.text for day, _ in found.rows]
    assert ["1", "2"] == [count for _, count in found.rows]
    assert ("First report: 6 May 2025. Latest: 8 May 2025.",) == found.sentences
    first, second, third = found.picture.squares
    assert first.x < second.x == third.x
    assert first.y == second.y > third.y
    assert first.href.endswith("articles/report-00.html")
    assert "6 May 2025: Outlet 0" == first.label


def test_two_days_are_told_by_the_table_alone(site):
    """Two columns beside each other show nothing that two rows do not."""
    found = cover(by_day, site)

    assert found.picture is None
    assert ["1", "2"] == [count for _, count in found.rows]


def test_time_runs_as_the_edition_reads():
    """From right to left in Arabic."""
    site = published_on(*(date(2025, 5, day) for day in (6, 8, 8)), languages=("ar", "en"))
    english, arabic = (cover(by_day, site, lang=lang).picture for lang in ("en", "ar"))

    assert [WIDTH - square.x - arabic.side for square in arabic.squares] == [square.x for square in english.squares]
    assert WIDTH - arabic.mark.x == english.mark.x


@pytest.mark.parametrize(
    "days",
    [
        (date(2025, 5, 6), date(2025, 5, 7)),
        (date(2025, 5, 6),) * 5,
        (None, None, None, date(2025, 5, 6), date(2025, 5, 7)),
    ],
    ids=["two", "one day", "undated"],
)
def test_nothing_is_drawn_where_there_is_nothing_to_see(days):
    """Two dates stand beside their reports anyway, and a single day is no course of time."""
    assert cover(by_day, published_on(*days)) is None


def test_reports_without_a_date_are_counted_apart():
    """They are in no square."""
    days = [date(2025, 5, 6) + timedelta(days=n) for n in range(3)]
    found = cover(by_day, published_on(*days, None, None))

    assert 3 == len(found.picture.squares)
    assert "Without a date: 2 reports." == found.sentences[1]


def test_a_day_of_many_reports_is_told_by_the_table_alone():
    """A tower of squares would not be counted by anyone."""
    days = [date(2025, 5, 6)] * (HIGHEST + 1) + [date(2025, 5, 7)]
    found = cover(by_day, published_on(*days))

    assert found.picture is None
    assert [str(HIGHEST + 1), "1"] == [count for _, count in found.rows]


def test_years_fit_the_picture():
    """However long an event is reported, nothing lies outside, and the order is that of the days."""
    days = [date(2025, 5, 6) + timedelta(days=n) for n in (0, 1, 400, 1500)]
    picture = cover(by_day, published_on(*days)).picture
    places = [square.x for square in picture.squares]

    assert places == sorted(places)
    assert 0 <= places[0] <= places[-1] <= WIDTH - picture.side


def test_an_event_is_marked_where_it_is_near():
    """Reports of an anniversary have no room for the day of the event itself."""
    near = published_on(*(date(2025, 5, day) for day in (8, 9, 10)))
    far = published_on(*(date(2026, 5, day) for day in (8, 9, 10)))

    assert "the event" == cover(by_day, near).picture.mark.label
    assert cover(by_day, far).picture.mark is None


def test_the_reader_jumps_to_the_reports_of_a_language(files):
    """From below the title of an event to each language, with how many there are; one language needs no jump."""
    html = files[f"en/events/{CALL}.html"].decode("utf-8")
    jumps = re.search(r'<nav class="jumps".*?</nav>', html, re.DOTALL)[0]

    assert ["French (1)", "Indonesian (1)"] == re.findall(r">([^<]+)</a>", jumps)
    for target in re.findall(r'href="#([^"]+)"', jumps):
        assert f'id="{target}"' in html
    assert '<nav class="jumps"' not in files["en/events/2025-05-25-visit-fr-vn.html"].decode("utf-8")


def test_links_to_an_outlet_carry_what_robust_links_need(files):
    """Address and day of the copy on the link, address of the original on the copy (robustlinks.mementoweb.org)."""
    html = files["en/events/2025-05-25-visit-fr-vn.html"].decode("utf-8")
    address = "https://weekly-envoy.example/macron-vietnam"

    assert f'data-versionurl="https://web.archive.org/web/20250525/{address}" data-versiondate="2025-05-25"' in html
    assert f'data-originalurl="{address}" data-versiondate="2025-05-25"' in html


def test_a_picture_with_links_can_be_skipped(files):
    """The way round it ends behind it."""
    for path, data in files.items():
        if path.endswith(".html"):
            html = data.decode("utf-8")
            assert html.count('class="hop"') == len(re.findall(r"<svg[^>]* role=\"group\"", html)), path
            for target in re.findall(r'class="hop" href="#([^"]+)"', html):
                assert html.count(f'id="{target}"') == 1, path


def test_the_languages_show_what_each_tells(files):
    """A row an event that several tell of, a column a language, and the pool below."""
    html = files["en/languages/index.html"].decode("utf-8")
    table = re.search(r'<table class="matrix told">.*?</table>', html, re.DOTALL)[0]

    assert ["ar", "fa", "fr", "id", "zh"] == sorted(re.findall(r'<abbr title="[^"]+">([^<]+)</abbr>', table))
    assert f'href="../events/{PUTIN}.html#in-zh" aria-label="Chinese: 1">1</a>' in table
    assert table.count("<tr>") == 1 + 3 + 1


def test_what_one_language_alone_tells_has_a_page(files):
    """In every edition, linked from the page of the languages; a language that tells nothing alone has none."""
    html = files["fr/languages/only-en.html"].decode("utf-8")

    assert "2025-05-25-visit-fr-vn.html" in html
    assert CALL not in re.sub(r"<head>.*?</head>", "", html, flags=re.DOTALL)
    assert 'href="only-en.html"' in files["fr/languages/index.html"].decode("utf-8")
    assert "fr/languages/only-fr.html" not in files


def test_copies_stand_behind_what_they_repeat():
    """A wire text that three outlets print is one text to read; the copies are a press away, and counted."""
    library = sample_library()
    event = library.events[PUTIN]
    names = ("wire", "client-a", "client-b")
    made = [
        make_reading(name, "en", ["They spoke."], outlet=name, copy_of=None if name == "wire" else "wire")
        for name in names
    ]
    claims = tuple(make_claim(name, 1, event.kind, (1,)) for name in names)
    readings = {**library.readings, **{reading.article.id: reading for reading in made}}
    library = replace(library, readings=readings, events={**library.events, PUTIN: replace(event, claims=claims)})
    site = make_site(library, sample_config())

    (group,) = cover(group_reports, site)

    assert 3 == group.count
    assert ["wire"] == [report.outlet.text for report in group.reports]
    assert ["client-a", "client-b"] == [report.outlet.text for report in group.copies]
    assert "Reports that repeat another’s text (2)" == group.copied
