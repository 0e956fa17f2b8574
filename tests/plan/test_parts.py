"""Small parts: links to outlets, maps, pictures, search records, numbers and names of languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sitegen.fold import fold
from sitegen.plan.cite import cite_words
from sitegen.plan.dates import DateView
from sitegen.plan.edition import autonym, capital, direction_of, language_name, make_edition, number, sort_key
from sitegen.plan.evidence import why_words
from sitegen.plan.lines import support
from sitegen.plan.maps import HEIGHT, WIDTH, project
from sitegen.plan.outlets import outlet_id
from sitegen.plan.outside import archived_copy, at_outlet, is_web_address, text_fragment
from sitegen.plan.pictures import make_ego, make_rail, make_years
from sitegen.plan.records import plan_records
from sitegen.plan.views import Anchor, Count, EventGroup, EventLine
from sitegen.plan.why import reason_words
from tests.plan.sample import make_reading


@pytest.mark.parametrize(
    ("url", "is_one"),
    [
        ("https://a.example/x?y=1#z", True),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://a.example/<script>", False),
        ("http://[::1", False),
        (None, False),
    ],
)
def test_only_web_addresses_become_links(url, is_one):
    """What an article gives as its address is not trusted."""
    assert is_web_address(url) is is_one


def test_a_text_fragment_marks_whole_words():
    """The first and last words of a long sentence, syntax characters encoded."""
    assert text_fragment("a b-c d") == "a%20b%2Dc%20d"
    assert text_fragment("1 2 3 4 5 6 7 8 9 10 11") == "1%202%203%204%205,7%208%209%2010%2011"


def test_the_archived_copy_is_near_the_day():
    """Without a look-up: the archive finds the nearest."""
    article = make_reading("a", "en", ["One."], day=date(2024, 7, 22), url="https://a.example/x").article

    assert archived_copy(article) == "https://web.archive.org/web/20240722/https://a.example/x"
    assert archived_copy(replace(article, published=None)) == ""
    assert at_outlet(replace(article, url="javascript:x")) == ""


def test_the_map_is_the_world():
    """West is left, north is up, and every capital is on the picture."""
    (x1, y1), (x2, y2) = project(38.9, -77.0), project(-35.3, 149.1)

    assert 0 < x1 < x2 < WIDTH
    assert 0 < y1 < y2 < HEIGHT


def test_pictures_are_left_out_where_they_show_nothing():
    """Two contacts or two dates are said by the list."""
    contact = Count(Anchor("a.html", "Someone"), 1, "1")

    assert make_ego([contact, contact]) is None
    assert make_rail(make_edition("en"), []) is None


def test_many_contacts_stay_within_the_picture():
    """Twelve at most, none outside."""
    ego = make_ego([Count(Anchor(f"{n}.html", f"Given Family{n}"), n, str(n)) for n in range(40, 0, -1)])

    assert ego is not None
    assert len(ego.spokes) == 12
    assert all(0 < spoke.x < ego.width and 0 < spoke.y < ego.height for spoke in ego.spokes)
    assert ego.spokes[0].label == "Family40"


def test_a_person_is_found_under_every_spelling_in_every_edition(site):
    """The words of a record are every form of the name: Putin, Poutine, پوتین, 普京."""
    records = [record for record in plan_records(site) if record.path.endswith("people/vladimir-putin.html")]

    assert len(records) == 3
    for record in records:
        words = fold(" ".join(record.names))
        assert all(fold(name) in words for name in ("Putin", "Poutine", "پوتين", "普京"))


def test_outlets_of_any_script_have_an_id():
    """Letters only differ in case; Persian and Arabic forms of one letter do not matter."""
    assert outlet_id("Le Fil du Levant") == outlet_id("LE FIL DU LEVANT") == "le-fil-du-levant"
    assert outlet_id("نگاه امروز").isascii()


@pytest.mark.parametrize(
    ("code", "name"), [("fr", "Français"), ("id", "Bahasa Indonesia"), ("fa", "فارسی"), ("zh", "中文")]
)
def test_languages_name_themselves(code, name):
    """As on a menu, with a capital where there is one."""
    assert autonym(code) == name


def test_a_language_is_named_as_within_a_sentence():
    """Vietnamese has no capital there; a heading sets its own."""
    vietnamese = make_edition("vi")

    assert language_name(vietnamese, "ru") == "tiếng Nga"
    assert capital(vietnamese, language_name(vietnamese, "ru")) == "Tiếng Nga"
    assert capital(make_edition("tr"), "iki") == "İki"


def test_directions_come_from_cldr():
    """Arabic and Persian run from right to left."""
    assert [direction_of(code) for code in ("ar", "fa", "en", "zh")] == ["rtl", "rtl", "ltr", "ltr"]


def test_numbers_are_written_as_the_language_does():
    """A thousand in English, French and Indonesian."""
    assert [number(make_edition(code), 1234) for code in ("en", "fr", "id")] == ["1,234", "1\u202f234", "1.234"]


def test_names_are_sorted_as_a_reader_expects():
    """Without accents and case."""
    assert sorted(["Zürich", "Émile", "zebra", "Éva", "eagle"], key=sort_key) == [
        "eagle",
        "Émile",
        "Éva",
        "zebra",
        "Zürich",
    ]


def test_unknown_codes_read_as_words():
    """A code that no catalogue knows is shown rather than lost."""
    english = make_edition("en")

    assert reason_words(english, "some-new-feature") == "some new feature"
    assert why_words(english, "some-new-code") == "more reliable evidence contradicts it"


@pytest.mark.parametrize(("language", "ending"), [("en", "2025."), ("ru", "2025 г.")])
def test_a_citation_ends_with_one_full_stop(site, language, ending):
    """A date that ends with a full stop of its own gets no second one, and each part begins with a capital."""
    library = replace(site, built=date(2025, 8, 20))

    cited = cite_words(library, make_edition(language), site.events[0])

    assert cited.replace("\u202f", " ").replace("\xa0", " ").endswith(ending)
    assert ".." not in cited
    assert ("По состоянию на" if language == "ru" else "As of") in cited


def test_support_counts_the_languages_that_it_cannot_name_briefly():
    """Up to three stand there by name."""
    english = make_edition("en")
    articles = [make_reading(f"a-{lang}", lang, ["x."]).article for lang in ("ar", "fr", "id", "zh")]

    assert "3 reports in Arabic, French and Indonesian" == support(english, articles[:3])
    assert "4 reports in 4 languages" == support(english, articles)


def test_a_long_name_stays_within_the_picture_of_contacts():
    """It is cut there; the list beside the picture has all of it."""
    long = "Papadimitropoulos-Christodoulopoulos"
    contacts = [Count(Anchor(f"{name}.html", name), 1, "1") for name in (long, "Ada", "習近平習近平習近平")]
    labels = [spoke.label for spoke in make_ego(contacts).spokes]

    assert ["Papadimitrop…", "Ada", "習近平習近…"] == labels


def test_too_many_events_for_a_rail_become_a_bar_a_year():
    """Each leads to its year in the list; fewer have the rail, and one year alone is no picture."""
    english = make_edition("en")
    line = EventLine("e", Anchor("e.html", "E"), "", "", DateView("", "", ""), "", 1, "", "", ())
    groups = [EventGroup(Anchor("", year), f"y{year}", (line,) * count) for year, count in (("2025", 60), ("2024", 30))]

    assert [("#y2025", "60", 600), ("#y2024", "30", 300)] == [
        (bar.year.href, bar.count, bar.width) for bar in make_years(english, groups)
    ]
    assert () == make_years(english, groups[1:])
    assert () == make_years(english, [replace(group, lines=group.lines[:20]) for group in groups])
