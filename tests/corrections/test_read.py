"""A corrections file is read whole or refused with a message that says where, what and what instead."""

from __future__ import annotations

from datetime import date

import pytest

from sitegen.corrections.edtf import read_edtf
from sitegen.corrections.read import parse_corrections, read_corrections
from sitegen.errors import CorrectionError
from sitegen.model import Corrections, DateChange, Kind, KindChange, Office, Split

WRONG = [
    ("[[jion]]\n", "there is no correction “jion”", "join"),
    ("[join]\n", "“join” is no list", "[[join]]"),
    ("[[join]]\nevents = ['a']\n", "names nothing to join", "events ="),
    ("[[join]]\nevent = ['a', 'b']\n", "there is no key “event”", "events"),
    ("[[join]]\nreports = ['a.txt']\n", "not a list of reports", "article ="),
    ("[[join]]\nevents=['a']\nreports = [{article = 'a.txt'}]\n", "“event” is missing", "event ="),
    ("[[split]]\nevent = 'a'\n", "no articles to split off", "articles"),
    ("[[split]]\nevents = ['a']\n", "two or more", "events"),
    ("[[date]]\nevent = 'a'\n", "“date” is missing", "date ="),
    ("[[date]]\nevent = 'a'\ndate = '22 July 2024'\n", "cannot be read", "EDTF"),
    ("[[date]]\nevent = 'a'\ndate = '2024-02-30'\n", "cannot be read", "EDTF"),
    ("[[date]]\nevent = 'a'\ndate = '2024-07-22'\nend = 2024-07-20\n", "before it begins", "last as end"),
    ("[[date]]\ndate = '2024-07-22'\n", "“event” is missing", "event ="),
    ("[[kind]]\nevent = 'a'\nkind = 'cal'\n", "“cal” is no kind", "call"),
    ("[[place]]\nevent = 'a'\nplace = 'genva'\n", "“genva” is no place", "geneva"),
    ("[[rename]]\nevent = 'a'\ntitle = 'x'\n", "names no language", "en ="),
    ("[[rename]]\nevent = 'a'\ntitle = {eng = 'x'}\n", "“eng” is no language", "en"),
    ("[[rename]]\nevent = 'a'\ntitle = {en = 3}\n", "is 3, not text", "en ="),
    ("[[participants]]\nevent = 'a'\n", "changes nothing", "add"),
    ("[[participants]]\nevent = 'a'\nadd = [{person = 'x', country = 'XX'}]\n", "“XX” is no country", ""),
    (
        "[[participants]]\nevent = 'a'\nadd = [{person = 'x', role = 'presidnt'}]\n",
        "“presidnt” is no role",
        "president",
    ),
    ("[[hide]]\nwhy = 'old'\n", "names nothing to hide", "article"),
    ("[[hide]]\nevent = 'a'\nwhy = 3\n", "“why” is 3", "why ="),
    ("[[person]]\nperson = 'a'\n", "changes nothing", "names"),
    ("[[person]]\nperson = 'a'\nsame_as = 'a'\n", "same as themselves", "other"),
    ("[[holder]]\nname = 'A B'\nrole = 'president'\nof = 'KZ'\n", "“from” is missing", "from ="),
    ("[[holder]]\nname = 'A B'\nrole = 'president'\nof = 'KAZ'\nfrom = 2024-01-01\n", "“KAZ” is no country", ""),
    ("[[date]\n", "no TOML", "[[date]]"),
]


@pytest.mark.parametrize(("text", "message", "hint"), WRONG, ids=[m for _, m, _ in WRONG])
def test_a_wrong_correction_says_what_instead(text, message, hint):
    """Each mistake is an error that names the file and suggests what to write."""
    with pytest.raises(CorrectionError) as caught:
        parse_corrections(text)

    assert message in caught.value.message
    assert hint in caught.value.hint
    assert caught.value.where.startswith("corrections.toml")


def test_an_error_names_the_line():
    """The message leads to the line on which the correction begins."""
    with pytest.raises(CorrectionError) as caught:
        parse_corrections("# notes\n[[kind]]\nevent = 'a'\nkind = 'call'\n\n[[kind]]\nevent = 'b'\nkind = 'x'\n")

    assert "line 6, [[kind]]" in caught.value.where


def test_corrections_stand_in_the_order_of_the_file():
    """Changes of several sorts are made from top to bottom, whatever their sort."""
    text = "[[kind]]\nevent='a'\nkind='call'\n[[date]]\nevent='a'\ndate=2024-07-22\n[[kind]]\nevent='a'\nkind='visit'\n"

    changes = parse_corrections(text).changes

    assert [KindChange, DateChange, KindChange] == [type(change) for change in changes]
    assert Kind.CALL == changes[0].kind


def test_every_sort_is_read():
    """A holder's name gives the id and the English form; events alone are kept apart."""
    text = """
[[holder]]
name = "Şule Doğan"
role = "foreign-minister"
of = "TR"
from = 2026-01-01
[[split]]
events = ["a", "b"]
"""
    found = parse_corrections(text)

    assert "sule-dogan" == found.holders[0].row.id
    assert (("en", ("Şule Doğan",)),) == found.holders[0].row.names
    assert (Office("foreign-minister", "TR", date(2026, 1, 1), None),) == found.holders[0].row.offices
    assert Split("corrections.toml, line 7, [[split]]", "", (), ("a", "b")) == found.splits[0]


def test_a_folder_without_the_file_has_no_corrections(tmp_path):
    """The file may be left out."""
    assert Corrections() == read_corrections(tmp_path)


def test_a_file_that_is_no_text_is_an_error(tmp_path):
    """Bytes that are not UTF-8 are refused with the name of the file."""
    (tmp_path / "corrections.toml").write_bytes(b"\xff\xfe\x00")

    with pytest.raises(CorrectionError, match="UTF-8"):
        read_corrections(tmp_path)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-07-22", (date(2024, 7, 22), date(2024, 7, 22))),
        ("2024-07-22?", (date(2024, 7, 22), date(2024, 7, 22))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-07-20/2024-07-22", (date(2024, 7, 20), date(2024, 7, 22))),
        ("../2024-07", (None, date(2024, 7, 31))),
        ("2024-07-20/..", (date(2024, 7, 20), None)),
    ],
)
def test_edtf_gives_its_bounds(text, expected):
    """A date is read as the first and last day that it allows."""
    assert expected == read_edtf(text)


@pytest.mark.parametrize("text", ["", "22/07/2024", "2024-13", "2024-07-22/2024-07-20", "../..", "yesterday"])
def test_what_is_no_edtf_is_refused(text):
    """What cannot be a date, and an interval that runs backwards, is a ValueError."""
    with pytest.raises(ValueError, match=r"."):
        read_edtf(text)
