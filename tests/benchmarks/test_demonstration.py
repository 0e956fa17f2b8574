"""What the demonstration of content/ must show, whatever else changes: the five events of the first issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.config import read_config
from sitegen.model import Kind, Library
from sitegen.pipeline import read_library

REPOSITORY = Path(__file__).resolve().parents[2]
# Event → at least these languages report it. No text says the day of the call of June 2024.
EVENTS = {
    "2024-03-31-call-eg-ir": {"id", "fr", "en", "ar"},
    "2024-06-call-ir-ru": {"id", "fr", "en", "ru"},
    "2024-07-22-call-ir-jp": {"id", "fr", "en", "zh"},
    "2024-07-22-call-ir-kz": {"fr", "en", "ru"},
    "2025-05-06-call-ir-ru": {"id", "fr", "en", "ar", "ru", "zh"},
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """All that the articles of content/ report."""
    return read_library(read_config(REPOSITORY, output=tmp_path_factory.mktemp("demo") / "public"))


@pytest.mark.parametrize("event", EVENTS)
def test_event_is_reported_in_several_languages(library, event):
    """The reports of an event in different languages, scripts and file formats are joined."""
    languages = {library.readings[claim.article].article.language for claim in library.events[event].claims}
    assert EVENTS[event] == EVENTS[event] & languages


def test_french_text_without_a_date_reports_both_calls(library):
    """“Lundi 22 mai” cannot be right, and the two calls are dated all the same."""
    (article,) = (
        id_ for id_, r in library.readings.items() if r.article.source.endswith("402-deux-appels-pour-pezeshkian.txt")
    )
    events = {id_ for id_, event in library.events.items() if any(claim.article == article for claim in event.claims)}
    assert {"2024-07-22-call-ir-jp", "2024-07-22-call-ir-kz"} == events


def test_talks_of_iran_and_russia_are_one_storyline(library):
    """Both Iran–Russia calls stand in one storyline, the earlier first."""
    (storyline,) = (s for s in library.storylines.values() if "2025-05-06-call-ir-ru" in s.events)
    order = [event for event in storyline.events if event in EVENTS]
    assert ["2024-06-call-ir-ru", "2025-05-06-call-ir-ru"] == order


def test_votes_of_one_day_are_named_by_the_organ_that_votes(library):
    """Assembly and Council vote apart, and neither is called by the name of the United Nations as a whole."""
    votes = [event for event in library.events.values() if event.kind == Kind.VOTE]
    assert [("UNGA",), ("UNSC",)] == sorted(event.bodies for event in votes)


def test_nothing_is_wrong_with_an_article(library):
    """The demonstration builds under --strict."""
    assert () == library.problems
