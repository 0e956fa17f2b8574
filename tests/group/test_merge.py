"""What the reports of an event make of it together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.extract import read_claims
from sitegen.group import group_claims
from sitegen.model import Actor, Event, Kind, Reading
from sitegen.resolve import build_directory
from tests.articles import make_article
from tests.group.synthetic import START, make_claim, make_reading


def join(reading: Reading) -> Event:
    """Return the only event of an article."""
    (event,) = group_claims([reading], build_directory([reading])).events
    return event


def test_each_country_of_a_row_that_negotiates_takes_part():
    """Where only countries are named first, each country of the row sent somebody."""
    row = "Vertreter Deutschlands, Frankreichs und Großbritanniens haben am Freitag mit dem Iran verhandelt."
    name = "Irans Vizeaußenminister Kasem Gharibabadi sprach von einer ernsthaften Diskussion."

    event = join(read_claims(make_article("a", row, name, language="de", published="2025-07-25")))

    assert event.countries == ("DE", "FR", "GB", "IR")


@pytest.mark.parametrize(
    ("kind", "countries"),
    [(Kind.TALKS, ("IR", "QA", "RU")), (Kind.CALL, ("IR", "RU")), (Kind.VISIT, ("IR", "RU"))],
)
def test_a_third_country_without_a_name_takes_part_only_where_states_sit_together(kind, countries):
    """Talks may have a mediator whom nobody names; the third country of a call is what they spoke of."""
    claim = make_claim("a", ["vladimir-putin", "masoud-pezeshkian"], START, kind=kind)
    nameless = Actor("@QA", "Qatar", "QA", None, None, claim.actors[0].evidence)

    event = join(make_reading("a", [replace(claim, actors=(*claim.actors, nameless))]))

    assert event.countries == countries


def test_a_paper_that_says_by_telephone_wins_over_one_that_does_not():
    """Of two reports of one conversation the one that says how they spoke knows more."""
    pair = ["vladimir-putin", "recep-tayyip-erdogan"]
    readings = [
        make_reading(name, [make_claim(name, pair, START, kind=kind, topics=["gas", "grain"])])
        for name, kind in (("a", Kind.CALL), ("b", Kind.MEETING))
    ]

    (event,) = group_claims(readings, build_directory(readings)).events

    assert event.kind == Kind.CALL


def test_a_visit_on_which_papers_were_signed_stays_a_visit_where_reports_are_even():
    """Papers are signed on most visits: the report headed by them does not outvote the one of the visit."""
    pair, topics = ["vladimir-putin", "masoud-pezeshkian"], ["gas", "grain"]
    signed = make_claim("a", pair, START, kind=Kind.SIGNING, topics=topics)
    visited = make_claim("b", pair, START, kind=Kind.VISIT, topics=topics)
    readings = [
        make_reading("a", [replace(signed, kinds=((Kind.SIGNING, 3.0), (Kind.VISIT, 1.0)))]),
        make_reading("b", [replace(visited, kinds=((Kind.SIGNING, 1.8), (Kind.VISIT, 2.0)))]),
    ]

    (event,) = group_claims(readings, build_directory(readings)).events

    assert event.kind == Kind.VISIT


def test_a_visit_and_a_meeting_of_even_reports_are_a_meeting():
    """What one paper tells as a visit and another as a meeting was a meeting: all visits hold one."""
    pair = ["vladimir-putin", "masoud-pezeshkian"]
    readings = [
        make_reading(name, [make_claim(name, pair, START, kind=kind, topics=["gas", "grain"])])
        for name, kind in (("a", Kind.VISIT), ("b", Kind.MEETING))
    ]

    (event,) = group_claims(readings, build_directory(readings)).events

    assert event.kind == Kind.MEETING


@pytest.mark.parametrize(("topic", "count"), [("#2699", 1), ("#1999", 2), ("#13", 2)])
def test_the_number_of_a_resolution_joins_its_reports(topic, count):
    """Two reports of a body's vote that share a resolution are one event; a year or a small number tells less."""
    readings = []
    for name, people, own in (("a", "sergey-lavrov", "cats"), ("b", "hakan-fidan", "dogs")):
        claim = make_claim(name, [people], None, kind=Kind.VOTE, place="geneva", topics=[topic, f"{own}-1", f"{own}-2"])
        readings.append(make_reading(name, [replace(claim, body="UNSC")]))

    assert len(group_claims(readings, build_directory(readings)).events) == count


@pytest.mark.parametrize(
    ("speakers", "count"), [(("vladimir-putin", "vladimir-putin"), 1), (("vladimir-putin", "hakan-fidan"), 2)]
)
def test_statements_of_two_about_one_person_are_two(speakers, count):
    """Who is spoken of does not join what two others say on a day."""
    readings = [
        make_reading(
            name, [make_claim(name, [speaker, "masoud-pezeshkian"], START, kind=Kind.STATEMENT, topics=["gas"])]
        )
        for name, speaker in zip("ab", speakers, strict=True)
    ]

    assert len(group_claims(readings, build_directory(readings)).events) == count
