"""The pages of a site: addresses, language versions, and what each kind of page says."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date

import lxml.html
import pytest

from sitegen.errors import CollisionError, LinkError
from sitegen.model import Office
from sitegen.plan import plan_site, urls
from sitegen.plan.links import Links, check_collisions, check_targets
from sitegen.render import render_site
from tests.plan.sample import BASE_URL, sample_config, sample_library

EDITIONS = ("en", "fr", "id")
CALL = "2024-07-22-call-ir-kz"


def page(files, path):
    return files[path].decode("utf-8")


def alternates(html):
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))


@pytest.mark.parametrize("lang", EDITIONS)
def test_every_edition_has_every_page_of_facts(files, lang):
    """Events, people, countries, storylines, days and lists exist in each edition."""
    wanted = [
        urls.home(lang), urls.events(lang), urls.event(lang, CALL), urls.person(lang, "vladimir-putin"),
        urls.country(lang, "IR"), urls.pair(lang, "RU", "IR"), urls.storyline(lang, "ir-ru"), urls.languages(lang),
        urls.about(lang), urls.people(lang), urls.countries(lang), urls.storylines(lang), urls.kind(lang, "call"),
        urls.day(lang, "2024-07-22"), urls.month(lang, 2024, 7), urls.year(lang, 2024), urls.undated(lang),
        urls.place(lang, "hanoi"), urls.outlets(lang), urls.network(lang), urls.search(lang),
    ]  # fmt: skip

    assert [path for path in wanted if path not in files] == []


def test_empty_days_are_skipped(files):
    """A day without an event has no page; the days of a visit each have one."""
    assert urls.day("en", "2024-07-23") not in files
    assert urls.day("en", "2025-05-26") in files


def test_an_article_stands_once_in_its_own_language(files):
    """Its words carry their language and direction wherever the page around them has another."""
    found = [path for path in files if path.endswith("articles/negah-putin.html")]
    html = page(files, "fa/articles/negah-putin.html")

    assert found == ["fa/articles/negah-putin.html"]
    assert '<h1 id="title" lang="fa" dir="rtl">' in html
    assert alternates(html) == {}


def test_alternates_are_reciprocal_and_name_the_page_itself(plan):
    """All versions of a page give the same set, with x-default."""
    by_url = {p.frame.canonical: p.frame for p in plan.pages}
    for frame in by_url.values():
        versions = {a.lang: a.href for a in frame.alternates}
        if versions:
            assert versions[frame.lang] == frame.canonical
            assert "x-default" in versions
            assert all({a.lang: a.href for a in by_url[href].alternates} == versions for href in versions.values())


def test_the_language_switch_stays_on_the_same_thing(files):
    """From an event to the same event."""
    html = page(files, f"en/events/{CALL}.html")

    assert f'href="../../id/events/{CALL}.html" lang="id" hreflang="id"' in html


def test_an_article_leads_to_the_report_in_another_language(files):
    """The French report leads to the Indonesian one of the same event, and back; English has only the event."""
    french = page(files, "fr/articles/fil-tokaiev.html")
    indonesian = page(files, "id/articles/warta-tokayev.html")

    assert 'href="../../id/articles/warta-tokayev.html" lang="id"' in french
    assert 'href="../../fr/articles/fil-tokaiev.html" lang="fr"' in indonesian
    assert f'href="../../en/events/{CALL}.html" lang="en"' in french


def test_an_article_marks_the_sentences_that_carry_its_events(files):
    """Each sentence is an anchor, and the marked ones say for which event."""
    html = page(files, "id/articles/warta-tokayev.html")

    assert '<mark id="s1">' in html
    assert '<span id="s3">' in html
    assert html.count('<sup class="ref"><a href="#e2">2</a></sup>') == 1


def test_an_article_says_how_many_lines_were_left_out(files):
    """With the rules that found them."""
    assert "7 baris berkas dibuang" in page(files, "id/articles/warta-tokayev.html")


def test_an_event_shows_its_evidence_and_what_was_set_aside(files):
    """The day that one report gives stands there with the reason why it was not taken."""
    html = page(files, f"en/events/{CALL}.html")

    assert "lundi 22 mai" in html
    assert "at that time the person did not hold the office" in html
    assert "22 May 2024" in html
    assert "Inferred: the reports contradict each other on the date." in html


def test_every_fact_says_how_many_reports_carry_it(files):
    """And in which languages."""
    html = page(files, f"en/events/{CALL}.html")

    assert html.count("2 reports in French and Indonesian") >= 3


def test_silence_names_its_pool(files):
    """Not reported in a language means: in none of the reports here."""
    assert "Arabic (none of 1)" in page(files, f"en/events/{CALL}.html")


def test_copies_are_counted_apart(files):
    """Three reports, two texts."""
    assert "only 2 independent texts" in page(files, "en/events/2025-05-06-call-ir-ru.html")


def test_an_announced_event_says_so(files):
    """On its page and in lists."""
    assert "none of these reports says that it took place" in page(files, "en/events/2025-05-25-visit-fr-vn.html")
    assert '<span class="doubt">announced</span>' in page(files, "en/index.html")


def test_foreign_words_carry_their_language(files):
    """An Arabic headline on an English page is marked in both language and direction."""
    html = page(files, "en/events/2025-05-06-call-ir-ru.html")

    assert re.search(r'<a href="[^"]+madar-putin.html" lang="ar" dir="rtl">', html)


def test_words_of_articles_cannot_become_markup(files):
    """A headline with a script in it is shown, and neither runs nor ends the structured data."""
    html = page(files, "en/articles/undated-letter.html")

    assert "<script>alert" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html


def test_structured_data_parses_and_names_the_attendees(files):
    """An event has attendees with ids, a virtual place for a call, and its reports."""
    html = page(files, f"en/events/{CALL}.html")
    graph = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html)[1])["@graph"]
    event = next(node for node in graph if node["@type"] == "Event")

    assert event["startDate"] == "2024-07-22"
    assert event["location"]["@type"] == "VirtualLocation"
    assert [person["name"] for person in event["attendee"]] == ["Masoud Pezeshkian", "Kassym-Jomart Tokayev"]
    assert len(event["subjectOf"]) == 2


def test_an_undated_event_claims_no_date(files):
    """It has no Event node, as that would need one, no calendar, and a list of its own."""
    html = page(files, "en/events/undated-message-kz-ru.html")

    assert '"@type":"Event"' not in html
    assert "en/events/undated-message-kz-ru.ics" not in files
    assert "undated-message-kz-ru.html" in page(files, urls.undated("en"))


def test_reports_stand_side_by_side(files):
    """Each point shows the sentence of every report that makes it, in its own language, and where they differ."""
    html = page(files, f"en/parallel/{CALL}.html")

    assert f'href="../parallel/{CALL}.html"' in page(files, f"en/events/{CALL}.html")
    assert html.index("2 of 2 reports") < html.index("What one report alone says") < html.index("1 of 2 reports")
    assert '<blockquote lang="fr" dir="ltr">' in html
    assert "They differ:" in html
    assert "en/parallel/2024-07-22-call-ir-jp.html" not in files


def test_evidence_shows_what_narrows_the_date(files):
    """A term of a few weeks is shown; only words of the report are quoted."""
    html = page(files, f"fr/events/{CALL}.html")

    assert '<q><bdi lang="id" dir="ltr">pada hari Senin</bdi></q>' in html
    assert "6–28 juillet 2024" in html


def test_no_page_holds_inline_style_or_script(files):
    """The policy forbids both, so a page with one would be broken."""
    for path, data in files.items():
        if path.endswith(".html"):
            html = data.decode("utf-8")
            assert " style=" not in html, path
            assert re.findall(r"<script(?! src=| type=\"application/(?:ld\+)?json\")", html) == [], path


def test_404_works_at_any_depth(files):
    """All its links start with the base path."""
    links = re.findall(r'(?:href|src)="([^"#]+)', page(files, "404.html"))

    assert [link for link in links if not link.startswith(("/repo/", BASE_URL))] == []


def test_without_a_public_address_nothing_absolute_is_written():
    """No canonical, no alternates, no sitemap, no feeds; the pages are all there."""
    config = sample_config(base_url="")
    files = {file.path: file.data for file in render_site(plan_site(sample_library(), config), config)}
    html = files["en/index.html"].decode("utf-8")

    assert "canonical" not in html
    assert 'hreflang="x-default"' not in html
    assert "sitemap.xml" not in files
    assert not [path for path in files if path.endswith((".xml", ".ics"))]


def test_a_former_address_leads_on():
    """An event that a correction renamed keeps its old page as a redirect."""
    library = replace(sample_library(), redirects={"2024-07-21-call-ir-kz": CALL})
    config = sample_config()
    files = {file.path: file.data for file in render_site(plan_site(library, config), config)}

    assert f"url={CALL}.html".encode() in files["en/events/2024-07-21-call-ir-kz.html"]


def test_two_plans_of_one_library_are_alike(files):
    """Building again gives the same bytes."""
    config = sample_config()

    assert files == {file.path: file.data for file in render_site(plan_site(sample_library(), config), config)}


def test_two_files_of_one_address_are_an_error():
    """Even where they differ only in case, which some disks do not tell apart."""
    with pytest.raises(CollisionError):
        check_collisions(["en/a.html", "en/A.html"])


def test_a_link_to_no_page_is_an_error():
    """Planning stops before anything is written."""
    links = Links("en/index.html")
    links.to("en/nowhere.html")

    with pytest.raises(LinkError, match="nowhere"):
        check_targets([links], ["en/index.html"])


@pytest.mark.parametrize(
    ("page_path", "target", "href"),
    [
        ("index.html", "en/index.html", "en/index.html"),
        ("en/events/a.html", "en/events/b.html", "b.html"),
        ("en/events/a.html", "fr/events/a.html", "../../fr/events/a.html"),
        ("en/a.html", "en/ü b.html", "%C3%BC%20b.html"),
    ],
)
def test_links_are_relative_and_encoded(page_path, target, href):
    """So that they work under any base path and from a disk."""
    assert Links(page_path).to(target) == href


def test_a_summary_holds_no_link(files):
    """A press on a summary opens it; a link within could not be reached by a keyboard's reader."""
    for path, data in files.items():
        if path.endswith(".html"):
            found = re.findall(r"<summary>(.*?)</summary>", data.decode("utf-8"), re.DOTALL)
            assert [summary for summary in found if "<a " in summary] == [], path


def test_no_two_regions_of_a_page_have_one_name(files):
    """Who jumps from region to region hears where each leads."""
    for path, data in files.items():
        if path.endswith(".html"):
            tree = lxml.html.fromstring(data)
            named = [region.get("aria-labelledby") for region in tree.iter("section") if region.get("aria-labelledby")]
            names = [tree.get_element_by_id(name).text_content().strip() for name in named]
            assert len(names) == len(set(names)), path


def test_an_outlet_says_what_it_tells_and_with_whom(files):
    """How many of its events it tells of alone, whom they concern, and which outlets tell of the same."""
    html = page(files, "en/outlets/warta-samudra.html")

    assert "Indonesian, Indonesia · 2 reports, 3 events" in html
    assert "1 of these events is told by no other outlet here." in html
    assert re.search(r'href="le-fil-du-levant.html" lang="fr" dir="ltr">Le Fil du Levant</a> <span class="n">2<', html)


def test_the_list_of_outlets_says_what_there_is_of_each(files):
    """Language, country where it is known, counts and the days of the reports, in the words of the edition."""
    assert "Arabic, United Arab Emirates · 1 report, 1 event · 6 May 2025" in page(files, "en/outlets/index.html")
    assert "arabe, Émirats arabes unis · 1 article, 1 événement · 6 mai 2025" in page(files, "fr/outlets/index.html")


def test_lists_lead_to_narrower_ones_under_headings(files):
    """All events by year, kind and place; a kind by the countries that took part."""
    events = re.sub(r'.*<div class="side">', "", page(files, "en/events/index.html"), flags=re.DOTALL)
    calls = page(files, "en/kinds/call.html")

    assert ["Over time", "Kind", '<a href="../places/index.html">Places</a>'] == re.findall(
        r'<h2 id="browse\d">(?:<bdi>)?(.*?)(?:</bdi>)?</h2>', events
    )
    assert 'href="../countries/ir.html">Iran</a> <span class="n">4<' in calls


def test_people_stand_under_the_name_of_the_headlines(files):
    """Putin under P, before Tokayev: who looks for him does not look for a Vladimir."""
    html = page(files, "en/people/index.html")
    groups = re.findall(r'<h2 id="g\d+">(.)</h2>(.*?)</section>', html, re.DOTALL)
    letters = {re.findall(r'href="([\w-]+).html"', entries)[0]: letter for letter, entries in groups}

    assert "P" == letters["masoud-pezeshkian"]
    assert "T" == letters["kassym-jomart-tokayev"]
    assert html.index("Masoud Pezeshkian") < html.index("Vladimir Putin") < html.index("Kassym-Jomart Tokayev")


def test_an_article_leads_to_its_outlet_and_to_a_copy(files):
    """The address of the copy stands on the link to the outlet where the day is known, as Robust Links have it."""
    dated = page(files, "en/articles/envoy-macron.html")
    undated = page(files, "id/articles/warta-tokayev.html")

    assert 'data-versionurl="https://web.archive.org/web/20250525/' in dated
    assert "data-versionurl" not in undated


def test_a_list_of_people_says_who_they_are(files):
    """The last office in the words of the edition, beside the name."""
    assert "<small>président, Iran</small>" in page(files, "fr/people/index.html").replace("Président", "président")


@pytest.mark.parametrize("path", ["days/2024-07-22.html", "days/2024-07.html", "days/2024.html", "places/hanoi.html"])
def test_a_list_of_events_leads_to_its_countries(files, path):
    """Whoever comes for a day or a place goes on to the countries and people that took part."""
    html = page(files, f"en/{path}")

    assert '<a href="../countries/index.html">Countries</a></h2>' in html
    assert '<a href="../people/index.html">People</a></h2>' in html


def test_of_several_offices_the_one_that_says_most_is_named():
    """A prime minister who is minister of finance, too, is the prime minister; a former office comes last."""
    offices = (
        Office("prime-minister", "MY", date(2022, 11, 24), None),
        Office("finance-minister", "MY", date(2022, 12, 3), None),
        Office("president", "MY", date(2010, 1, 1), date(2022, 1, 1)),
    )
    library = sample_library()
    person = replace(library.people["vladimir-putin"], offices=offices)
    plan = plan_site(replace(library, people={**library.people, person.id: person}), sample_config(base_url=""))
    view = next(made.view for made in plan.pages if made.path == urls.person("en", person.id))

    assert view.intro.startswith("Prime minister, Malaysia")


def test_two_countries_stand_on_a_map(files):
    """With a line between them and a sentence that says the same."""
    html = page(files, "en/countries/ir-kz.html")

    assert "On the map: Iran and Kazakhstan." in html
    assert 1 == html.count('class="tie"')
