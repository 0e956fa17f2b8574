"""What review prints is a corrections file, and what is taken from it settles the doubt."""

from __future__ import annotations

import re

import pytest

from sitegen.corrections.read import parse_corrections
from sitegen.model import Library
from sitegen.review import Doubt, as_toml, find_doubts
from tests.corrections.corpus import ARTICLES, CALL, LATER, articles_of, read

# A report without a date, which may be of either call.
OPEN = """\
---
title: Pezeshkian and Tokayev on the phone
outlet: Estuary Post
language: en
---
Iranian President Masoud Pezeshkian called Kazakh President Kassym-Jomart Tokayev this week.

They discussed the railway along the Caspian Sea and trade in grain.
"""


@pytest.fixture
def library(tmp_path, monkeypatch) -> Library:
    """The articles and one without a date; reports of two days are forced into one event."""
    monkeypatch.setitem(ARTICLES, "en/open.md", OPEN)
    return read(tmp_path, f'[[join]]\nevents = ["{CALL}", "{LATER}"]\n')


def by_sort(library: Library) -> dict[str, list[Doubt]]:
    found: dict[str, list[Doubt]] = {}
    for doubt in find_doubts(library):
        found.setdefault(doubt.sort, []).append(doubt)
    return found


def test_all_that_is_printed_is_accepted_by_the_reader(library):
    """The whole output is TOML whose every key and value is one that corrections have."""
    text = "\n".join(as_toml(find_doubts(library)))

    corrections = parse_corrections(text)

    assert text.count("[[") == len([*corrections.joins, *corrections.splits, *corrections.changes, *corrections.names])
    assert corrections.names
    assert corrections.changes


def test_conflicts_unknown_people_and_open_dates_are_listed(library):
    """Each sort of doubt shows what it is about."""
    found = by_sort(library)

    assert any("differ on the date" in doubt.notes[0] for doubt in found["conflict"])
    assert ["Olzhas Testbekov"] == [re.match(r"unknown: ([^,]*)", d.notes[0])[1] for d in found["person"]]
    assert any("undated-call-ir-kz" in doubt.notes[0] for doubt in found["undated"])


def test_each_choice_can_be_pasted_alone_and_settles_its_doubt(library, tmp_path):
    """A pasted correction is obeyed, and its doubt is gone from the next review."""
    join = f'[[join]]\nevents = ["{CALL}", "{LATER}"]\n'
    for doubt in find_doubts(library):
        for choice in doubt.choices:
            text = "\n".join((join, *choice.lines, ""))

            after = read(tmp_path, text)

            assert doubt.notes[0] not in {d.notes[0] for d in find_doubts(after)}, text


def test_both_answers_to_whether_events_are_one_are_obeyed(tmp_path, monkeypatch):
    """Where events may be one, a join makes them one and a split keeps them apart; neither is asked again."""
    monkeypatch.setitem(ARTICLES, "en/open.md", OPEN)
    doubt = by_sort(read(tmp_path))["unsure"][0]
    reports = {}
    for choice in doubt.choices:
        after = read(tmp_path, "\n".join(choice.lines) + "\n")
        assert doubt.notes[0] not in {d.notes[0] for d in find_doubts(after)}
        home = next(e.id for e in after.events.values() if "en/open.md" in articles_of(after, e.id))
        reports[choice.when] = articles_of(after, home)

    assert ["en/open.md"] == reports["they are two"]
    assert 1 < len(reports["they are one"])


def test_at_most_so_many_of_a_sort_are_listed(library):
    """A long list is cut, and says so."""
    lines = list(as_toml(find_doubts(library), most=0))

    assert any(line.startswith("# … and ") for line in lines)
    parse_corrections("\n".join(lines))


def test_the_command_prints_toml(tmp_path, run):
    """`sitegen review` prints nothing that is no correction."""
    read(tmp_path)

    result = run("review", "--site", tmp_path)

    assert 0 == result.exit_code, result.output
    assert parse_corrections(result.stdout).names
