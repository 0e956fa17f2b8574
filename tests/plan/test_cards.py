"""The picture beside a link: what it says, in which fonts, and that nothing runs off it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from sitegen import card_fonts
from sitegen.card_fonts import ARABIC, CHINESE, DEVANAGARI, JAPANESE, LATIN, faces_for
from sitegen.plan import plan_site
from sitegen.plan.card_text import fit, width_of, wrap
from sitegen.plan.cards import MARGIN, WIDTH, event_card, without_cards
from sitegen.plan.edition import make_edition
from sitegen.plan.library import make_site
from tests.plan.sample import BASE_URL, sample_config, sample_library

CALL = "2024-07-22-call-ir-kz"
LONG = "Alexandros-Konstantinos Papadimitropoulos-Christodoulopoulos III"


def lines_of(site, lang, event=CALL):
    return event_card(site, make_edition(lang), event).view.lines


@pytest.mark.parametrize(
    ("faces", "text", "language"),
    [
        ((LATIN,), "Hội đàm Путин", "vi"),
        ((ARABIC, LATIN), "تماس Putin", "fa"),
        ((DEVANAGARI, LATIN), "टेलीफ़ोन 22", "hi"),
        ((JAPANESE, LATIN), "電話会談", "ja"),
        ((CHINESE, LATIN), "电话", "zh"),
        ((CHINESE, LATIN), "电话", "en"),
        ((), "საუბარი", "en"),
    ],
)
def test_a_text_gets_the_faces_of_its_letters(faces, text, language):
    """Chinese characters look otherwise in Japanese; a script without a face has no card rather than boxes."""
    assert faces == faces_for(text, language)


def test_without_the_fonts_there_is_no_card(monkeypatch):
    """And the plan says in which editions."""
    monkeypatch.setattr(card_fonts, "file_of", lambda face: None if face is ARABIC else card_fonts.__file__)
    site = make_site(sample_library(), sample_config(languages=("ar", "en")))

    assert ("ar",) == without_cards(site)
    assert event_card(site, make_edition("ar"), CALL) is None
    assert event_card(site, make_edition("en"), CALL) is not None


def test_an_event_has_its_own_card_and_other_pages_that_of_the_edition(files):
    """Each is named by its full address and lies where it says."""
    named = {
        path: re.search(r'<meta property="og:image" content="([^"]+)">', files[path].decode("utf-8"))[1]
        for path in (f"fr/events/{CALL}.html", "fr/people/vladimir-putin.html")
    }

    assert [f"{BASE_URL}fr/events/{CALL}.png", f"{BASE_URL}fr/card.png"] == list(named.values())
    assert all(address.removeprefix(BASE_URL) in files for address in named.values())


def test_a_site_without_an_address_has_no_cards():
    """Open Graph wants full addresses."""
    plan = plan_site(sample_library(), sample_config(base_url=""))

    assert ((), ()) == (plan.cards, plan.without_cards)


def test_a_card_says_what_when_who_and_how_sure(site):
    """Kind and date, title, parties with their countries, doubt, and how much there is."""
    words = " | ".join(line.text for line in lines_of(site, "en"))

    assert re.search(r"Phone call · 22 July 2024 \| .*phone call", words)
    assert "Masoud Pezeshkian (Iran)" in words
    assert "reports differ" in words
    assert words.endswith("2 reports · 2 languages · 2 outlets")


def test_a_card_is_mirrored_from_right_to_left(site):
    """Lines end at the right margin, mixed words keep the edition's order, and squares stand at the left."""
    card = event_card(site, make_edition("ar"), CALL).view

    assert {(WIDTH - MARGIN, "end")} == {(line.x, line.anchor) for line in card.lines}
    assert all(line.text.startswith("\u2067") and line.text.endswith("\u2069") for line in card.lines)
    assert min(square.x for square in card.squares) == MARGIN


def test_squares_of_one_language_stand_together(site):
    """Three reports in three languages are three groups; a single report is none."""
    three = [square.x for square in event_card(site, make_edition("en"), "2025-05-06-call-ir-ru").view.squares]

    assert 3 == len(three)
    assert three == sorted(three)
    assert () == event_card(site, make_edition("en"), "2025-05-25-visit-fr-vn").view.squares


def test_a_title_of_any_length_stays_on_the_card(site):
    """It gets smaller, then it is cut; the rest keeps its place between the rules."""
    for title in ("A", LONG, " ".join([LONG] * 6), "长" * 90):
        event = replace(site.library.events[CALL], title_override={"en": title})
        library = replace(site.library, events={**site.library.events, CALL: event})
        lines = lines_of(make_site(library, site.config), "en")

        assert [line.y for line in lines] == sorted(line.y for line in lines)
        assert all(width_of(line.text) * line.size <= WIDTH - 2 * MARGIN for line in lines)
        assert 540 > lines[-2].y


def test_lines_are_even_and_break_where_the_script_allows():
    """Words of spaced scripts stay whole, names in katakana too, and no line begins with a closing mark."""
    assert ("トカエフ・", "ペゼシュキアン電話会談") == wrap("トカエフ・ペゼシュキアン電話会談", 12)
    assert ("Abkommen unterzeichnet:", "Iran, Saudi-Arabien") == wrap("Abkommen unterzeichnet: Iran, Saudi-Arabien", 15)
    assert not [
        line for line in wrap("多くの言語で報じられた外交上の出来事を、まとめて比べます。", 9) if line[0] in "、。"
    ]


def test_what_is_too_long_in_the_smallest_size_is_cut():
    """With dots that say so."""
    size, lines = fit("word " * 80, (60, 40), 1000, 100, 1.2)

    assert (40, 2) == (size, len(lines))
    assert lines[-1].endswith("…")
