"""Cards drawn as PNG, once for each that differs."""

from __future__ import annotations

import struct

import pytest

from sitegen.errors import OutputError
from sitegen.paths import find_templates
from sitegen.plan.cards import event_card, plan_cards
from sitegen.plan.library import make_site
from sitegen.render import cards as drawing
from sitegen.render.cards import draw_cards
from tests.plan.sample import sample_config, sample_library

CALL = "2024-07-22-call-ir-kz"


@pytest.fixture(scope="module")
def site():
    """Give the sample in four scripts."""
    return make_site(sample_library(), sample_config(languages=("ar", "en", "hi", "zh")))


@pytest.fixture(scope="module")
def some(site):
    """Give the card of one event in each."""
    return [event_card(site, edition, CALL) for edition in site.editions]


def draw(some, folder=None):
    return {file.path: file.data for file in draw_cards(some, find_templates(), folder)}


def test_a_card_is_a_png_of_the_size_that_is_asked_for(some):
    """1200 by 630 pixels (the IHDR chunk of the PNG specification)."""
    drawn = draw(some)

    assert [f"{lang}/events/{CALL}.png" for lang in ("ar", "en", "hi", "zh")] == list(drawn)
    for data in drawn.values():
        assert data.startswith(b"\x89PNG\r\n\x1a\n")
        assert (1200, 630) == struct.unpack(">II", data[16:24])


def test_words_leave_ink_in_every_script(site, some):
    """A card without its words would be drawn, too, and be a fraction of the size."""
    blank = len(drawing._rasterise(some[1], "<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='630'/>"))

    assert all(len(data) > 3 * blank for data in draw(some).values())
    assert len(set(draw(some).values())) == len(site.editions)


def test_the_same_card_has_the_same_bytes(some):
    """Build after build."""
    assert draw(some) == draw(some)


def test_a_card_is_drawn_once(some, tmp_path, monkeypatch):
    """The next build takes it from the cache; what no page names any more is forgotten."""
    first = draw(some, tmp_path)
    monkeypatch.setattr(drawing, "_rasterise", lambda *_: pytest.fail("drawn again"))

    assert first == draw(some, tmp_path)
    draw(some[:1], tmp_path)
    assert 1 == len(list((tmp_path / drawing.FOLDER).iterdir()))


def test_a_cache_that_cannot_be_written_changes_nothing(some, tmp_path):
    """The cards are drawn all the same."""
    (tmp_path / drawing.FOLDER).write_text("in the way", encoding="utf-8")

    assert draw(some) == draw(some, tmp_path)


def test_a_broken_sheet_is_said_with_its_page(some):
    """Not with a traceback."""
    with pytest.raises(OutputError, match="cannot be drawn") as caught:
        drawing._rasterise(some[0], "no svg")

    assert caught.value.where.endswith(".png")


def test_every_edition_has_a_card(site):
    """One for each event and one for all other pages."""
    cards = list(plan_cards(site))

    assert 4 * (len(site.events) + 1) == len(cards)
