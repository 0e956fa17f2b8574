"""A correction wins over the machine, and one that matches nothing stops the build with a hint."""

from __future__ import annotations

import pytest

from sitegen.errors import CorrectionError
from sitegen.model import Kind
from tests.corrections.corpus import ARTICLES, CALL, LATER, MEETING, NEWCOMER, articles_of, read


def test_the_machine_reads_four_events(tmp_path):
    """What the other tests correct: one call in two languages, one later, a meeting, a call of somebody unknown."""
    library = read(tmp_path)

    assert [CALL, LATER, MEETING, NEWCOMER] == list(library.events)
    assert ["en/call.md", "id/telepon.md"] == articles_of(library, CALL)
    assert {} == dict(library.redirects)


def test_join_makes_one_event_of_two(tmp_path):
    """The reports of both are one event, and the address of the other leads to it."""
    library = read(tmp_path, f'[[join]]\nevents = ["{CALL}", "{LATER}"]\n')

    assert ["en/call.md", "en/later.md", "id/telepon.md"] == articles_of(library, CALL)
    assert {LATER: CALL} == dict(library.redirects)
    assert library.events[CALL].was_corrected
    assert "correction-join" in {r.feature for c in library.events[CALL].comparisons for r in c.reasons}


def test_join_of_single_reports_leaves_the_others(tmp_path):
    """One article's report may be joined to another event's without the rest of its own."""
    reports = f'{{article = "en/call.md", event = "{CALL}"}}, {{article = "en/later.md", event = "{LATER}"}}'

    library = read(
        tmp_path, f"[[join]]\nreports = [{reports}]\n[[split]]\nevent = '{CALL}'\narticles = ['id/telepon.md']\n"
    )

    groups = sorted(articles_of(library, event) for event in library.events if "ir-kz" in event)
    assert [["en/call.md", "en/later.md"], ["id/telepon.md"]] == groups


def test_split_makes_two_events_of_one(tmp_path):
    """A report that is split off is an event of its own, with an id of its own."""
    library = read(tmp_path, f'[[split]]\nevent = "{CALL}"\narticles = ["id/telepon.md"]\n')

    assert [["en/call.md"], ["id/telepon.md"]] == sorted(
        articles_of(library, event) for event in library.events if event.startswith(CALL)
    )


def test_join_and_split_of_one_pair_contradict_each_other(tmp_path):
    """Two corrections of which only one can be obeyed are an error."""
    text = f'[[split]]\nevent = "{CALL}"\narticles = ["id/telepon.md"]\n[[join]]\nevents = ["{CALL}", "{LATER}"]\n'

    with pytest.raises(CorrectionError, match="cannot be split"):
        read(tmp_path, text)


def test_a_date_changes_the_id_and_keeps_what_the_reports_say(tmp_path):
    """The editors' day is the event's; the reports' day stands beside it, and the old address leads on."""
    library = read(tmp_path, f'[[date]]\nevent = "{CALL}"\ndate = "2024-08-04"\n')

    event = library.events["2024-08-04-call-ir-kz"]
    assert "2024-08-04" == event.when.edtf
    assert event.when.is_certain
    assert ("date", "correction", ["2024-08-04", "2024-08-05"]) == (
        event.conflicts[0].field,
        event.conflicts[0].why,
        [variant.value for variant in event.conflicts[0].variants],
    )
    assert {"correction"} == {gone.why for gone in event.when.set_aside}
    assert "2024-08-04-call-ir-kz" == library.redirects[CALL]


def test_a_date_may_be_unknown_or_of_several_days(tmp_path):
    """A wrong day can be taken away without another in its place, and an event may last."""
    text = f'[[date]]\nevent = "{CALL}"\ndate = "unknown"\n'
    text += f'[[date]]\nevent = "{MEETING}"\ndate = 2024-09-03\nend = 2024-09-04\n'

    library = read(tmp_path, text)

    assert "" == library.events["undated-call-ir-kz"].when.edtf
    assert "2024-09-04" == str(library.events[MEETING].end)


def test_kind_and_place(tmp_path):
    """What happened and where are as the editors say."""
    text = f'[[kind]]\nevent = "{MEETING}"\nkind = "visit"\n[[place]]\nevent = "{MEETING}"\nplace = "Istanbul"\n'

    library = read(tmp_path, text)

    event = library.events["2024-09-03-visit-ru-tr"]
    assert (Kind.VISIT, "istanbul") == (event.kind, event.place)
    assert {"kind", "place"} == {conflict.field for conflict in event.conflicts}


def test_a_later_correction_may_use_the_id_that_an_earlier_one_makes(tmp_path):
    """An editor copies ids from the site as it is now."""
    text = (
        f'[[join]]\nevents = ["2024-08-18-call-ir-kz", "{CALL}"]\n'
        f'[[date]]\nevent = "{LATER}"\ndate = "2024-08-18"\n'
        '[[rename]]\nevent = "2024-08-18-call-ir-kz"\ntitle = { en = "Once more" }\n'
    )

    library = read(tmp_path, text)

    event = next(e for e in library.events.values() if e.title_override)
    assert ["en/call.md", "en/later.md", "id/telepon.md"] == articles_of(library, event.id)
    assert {"en": "Once more"} == dict(event.title_override)


def test_participants_are_added_removed_and_ranked(tmp_path):
    """Who took part is as the editors say, with the office of the day; countries follow from the principals."""
    text = f"""
[[participants]]
event = "{MEETING}"
add = ["recep-tayyip-erdogan", {{ person = "antonio-guterres", is_principal = false }}]
remove = ["hakan-fidan"]
"""
    event = read(tmp_path, text).events[MEETING]

    assert [
        ("sergey-lavrov", "foreign-minister", "RU", None, True),
        ("recep-tayyip-erdogan", "president", "TR", None, True),
        ("antonio-guterres", "secretary-general", None, "UN", False),
    ] == [(p.person, p.role, p.country, p.body, p.is_principal) for p in event.participants]
    assert ("RU", "TR") == event.countries


def test_hide_leaves_out_an_event_an_article_or_one_report(tmp_path):
    """What is hidden is gone, and nothing leads to it."""
    text = f'[[hide]]\nevent = "{MEETING}"\n[[hide]]\narticle = "en/newcomer.md"\n'
    text += f'[[hide]]\nevent = "{CALL}"\narticle = "id/telepon.md"\n'

    library = read(tmp_path, text)

    assert [CALL, LATER] == list(library.events)
    assert ["en/call.md"] == articles_of(library, CALL)
    assert "en/newcomer.md" not in {reading.article.source for reading in library.readings.values()}
    assert MEETING not in library.redirects


def test_a_person_is_called_as_the_editors_say(tmp_path):
    """A name wins over the tables' and over the one that the texts give somebody unknown."""
    text = (
        '[[person]]\nperson = "masoud-pezeshkian"\nnames = { fr = "Massoud Pezechkian" }\n'
        '[[person]]\nperson = "olzhas-testbekov"\nnames = { en = "Olzhas Testbek", ru = "Олжас Тестбек" }\n'
    )

    people = read(tmp_path, text).people

    assert "Massoud Pezechkian" == people["masoud-pezeshkian"].names["fr"]
    assert "Masoud Pezeshkian" == people["masoud-pezeshkian"].name
    assert ("Olzhas Testbek", "Олжас Тестбек") == (
        people["olzhas-testbekov"].name,
        people["olzhas-testbekov"].names["ru"],
    )


def test_two_spellings_are_made_one_person(tmp_path):
    """same_as gives what was read to the person who was meant."""
    library = read(tmp_path, '[[person]]\nperson = "olzhas-testbekov"\nsame_as = "murat-nurtleu"\n')

    assert "olzhas-testbekov" not in library.people
    assert ["sergey-lavrov", "murat-nurtleu"] == [p.person for p in library.events[NEWCOMER].participants]


HOLDER = """
[[holder]]
name = "Olzhas Testbekov"
names = { en = ["Olzhas Testbekov", "Testbekov"] }
role = "foreign-minister"
of = "KZ"
from = 2024-09-01
"""


def test_a_new_holder_is_known_and_found_by_name_alone(tmp_path, monkeypatch):
    """A text that gives no office names the new minister all the same, and the predecessor has left."""
    monkeypatch.setitem(
        ARTICLES,
        "en/alone.md",
        "---\ntitle: Fidan and Testbekov talk grain\nlanguage: en\ndate: 2024-11-13\n---\n"
        "Turkish Foreign Minister Hakan Fidan and Testbekov spoke by telephone on Tuesday, 12 November 2024.\n\n"
        "Kazakhstan exports grain through Türkiye.\n",
    )
    before = read(tmp_path)
    library = read(tmp_path, HOLDER)

    event = next(e for e in library.events.values() if articles_of(library, e.id) == ["en/alone.md"])
    assert {"hakan-fidan", "olzhas-testbekov"} == {p.person for p in event.participants}
    assert all(p.person != "olzhas-testbekov" for e in before.events.values() for p in e.participants if "tr" in e.id)
    assert library.people["olzhas-testbekov"].is_known


MISSING = [
    ('[[date]]\nevent = "2024-08-06-call-ir-kz"\ndate = "2024-08-04"\n', "no event has the id", CALL),
    (f'[[join]]\nevents = ["{CALL}", "2024-08-18-call-ir-kz"]\n', "no event has the id", LATER),
    (f'[[split]]\nevent = "{CALL}"\narticles = ["id/telefon.md"]\n', "there is no article", "id/telepon.md"),
    (f'[[split]]\nevent = "{CALL}"\narticles = ["en/later.md"]\n', "no report of", "id/telepon.md"),
    (f'[[split]]\nevent = "{CALL}"\narticles = ["id/telepon.md", "en/call.md"]\n', "nothing is left", "articles"),
    ('[[hide]]\narticle = "en/cal.md"\n', "there is no article", "en/call.md"),
    ('[[hide]]\nevent = "2024-09-03-meeting-ru-tk"\n', "no event has the id", MEETING),
    (f'[[participants]]\nevent = "{CALL}"\nremove = ["masud-pezeshkian"]\n', "does not take part", "masoud-pezeshkian"),
    (f'[[participants]]\nevent = "{CALL}"\nadd = ["nobody-at-all"]\n', "nobody has the id", "holder"),
    ('[[person]]\nperson = "olzhas-testbek"\nnames = { en = "X" }\n', "nobody has the id", "olzhas-testbekov"),
]


@pytest.mark.parametrize(("text", "message", "hint"), MISSING, ids=[m[0].split("\n")[0] + m[1] for m in MISSING])
def test_a_correction_that_matches_nothing_is_an_error(tmp_path, text, message, hint):
    """The message names the line, and the hint the nearest event, article or person."""
    with pytest.raises(CorrectionError) as caught:
        read(tmp_path, text)

    assert message in caught.value.message
    assert hint in caught.value.hint
    assert "line 1" in caught.value.where
