"""Vetoes, the baseline by length, and the glosses for languages that the encoder does not read."""

from __future__ import annotations

from sitegen.align import align_reports
from sitegen.align.length import align_by_length
from sitegen.align.oppose import find_fields, find_veto
from sitegen.align.profile import read_profile
from sitegen.align.vectors import encode
from tests.align.reports import report


def english(text):
    return read_profile(text, "en")


def shared(*texts):
    return frozenset(name for text in texts for name in english(text).names)


def test_other_people_are_a_veto():
    """What Putin said is not what Macron said, however alike the words."""
    one, other = "Vladimir Putin called for a ceasefire.", "Emmanuel Macron called for a ceasefire."

    assert "veto-people" == find_veto(english(one), english(other), shared(one, other))


def test_a_person_and_their_country_agree():
    """A report that names the office, and one that names its holder, speak of one side."""
    one, other = "Vladimir Putin called for a ceasefire.", "Russia called for a ceasefire."

    assert find_veto(english(one), english(other), shared(one, other)) is None


def test_a_name_that_one_report_alone_knows_is_no_veto():
    """It may be a word that the tables take for a name."""
    one, other = "Vladimir Putin called for a ceasefire.", "Emmanuel Macron called for a ceasefire."

    assert find_veto(english(one), english(other), shared(one)) is None


def test_a_capital_is_no_other_place_than_its_country():
    """Tehran's policy and Iran's are one; talks in Rome and talks in Muscat are not."""
    policy = english("It is a priority of Tehran's policy."), english("It is a priority of Iran's in Astana.")
    talks = english("The talks were held in Rome."), english("The talks were held in Muscat.")

    assert () == find_fields(*policy, frozenset())
    assert ("place",) == find_fields(*talks, frozenset())


def test_two_countries_do_not_answer_each_other():
    """Distractors share the names of the event: only the sentence about the same thing is its counterpart."""
    left = report("a", "en", ["The presidents of Egypt and Iran discussed gas exports to Iraq."])
    right = report(
        "b",
        "fr",
        [
            "Les présidents de l'Égypte et de l'Iran ont visité un musée.",
            "Les présidents égyptien et iranien ont parlé des exportations de gaz vers l'Irak.",
        ],
    )
    vectors = encode(p.for_vector for side in (left, right) for p in side.values() if p.for_vector)

    assert [2] == [link.right.sentence for link in align_reports(left, right, vectors)]


def test_one_sentence_may_answer_two():
    """Where one report says in two sentences what the other says in one, both are linked to it."""
    left = report(
        "a",
        "en",
        ["They discussed 55 billion cubic metres of gas through Azerbaijan and the 162-kilometre railway to Astara."],
    )
    right = report(
        "b",
        "ru",
        [
            "Стороны обсудили поставки 55 миллиардов кубометров газа через Азербайджан.",
            "Речь шла и о железной дороге до Астары длиной 162 километра.",
            "Погода в Москве была ясной.",
        ],
    )
    vectors = encode(p.for_vector for side in (left, right) for p in side.values() if p.for_vector)

    assert [1, 2] == [link.right.sentence for link in align_reports(left, right, vectors)]


def test_length_alone_takes_two_sentences_for_one():
    """Gale and Church: 100 characters answer 50 and 50, and the path never crosses itself."""
    assert [(0, 0), (1, 1), (1, 2), (2, 3)] == align_by_length([60, 100, 40], [61, 50, 49, 41])


def test_persian_is_glossed():
    """The encoder is given the English of the words and names that the tables know."""
    profile = read_profile("وزیر امور خارجه ایران خواستار آتش‌بس در غزه شد.", "fa")

    assert "foreign minister Iran called for ceasefire Gaza" == profile.for_vector


def test_a_word_is_no_name():
    """Persian زمان is "time" before it is the name of a president."""
    assert not read_profile("زمان نشست تعیین شد.", "fa").names


def test_english_goes_to_the_encoder_as_it_stands():
    """A language that the encoder reads needs no gloss."""
    assert "A ceasefire." == english("A ceasefire.").for_vector
