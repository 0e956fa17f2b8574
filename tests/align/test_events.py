"""The reports of one event, end to end: who carries a point, who is silent, where they differ."""

from __future__ import annotations

from dataclasses import replace

import pytest

from sitegen.align import align_events, vectors
from sitegen.model import Alignment, Point
from tests.align.reports import one_event, read_two_calls


@pytest.fixture(scope="module")
def two_calls():
    readings, events = read_two_calls()
    texts = {(a, s.number): s.text for a, reading in readings.items() for s in reading.sentences}
    return align_events(events, readings), texts


def find_point(alignment: Alignment, texts: dict[tuple[str, int], str], words: str) -> Point:
    return next(p for p in alignment.points if any(words in texts[q.article, q.sentence] for q in p.passages))


def test_both_reports_carry_the_vote(two_calls):
    """143, 9 and 25 votes are one point of both reports, and they do not differ in it."""
    alignments, texts = two_calls

    point = find_point(alignments["kz"], texts, "143 negara")

    assert ("fil", "warta") == point.articles
    assert any("143 pays" in texts[q.article, q.sentence] for q in point.passages)
    assert () == point.differences


def test_only_the_french_report_mentions_the_nuclear_question(two_calls):
    """What one report alone says of the Kishida call is a point that the other is silent on."""
    alignments, texts = two_calls

    assert ("fil",) == find_point(alignments["jp"], texts, "question nucléaire").articles


def test_only_the_indonesian_report_has_the_hope_for_a_constructive_role(two_calls):
    """The same from the other side: two last sentences, one about each matter, are not set against each other."""
    alignments, texts = two_calls

    assert ("warta",) == find_point(alignments["jp"], texts, "lebih konstruktif").articles


def test_each_event_takes_its_own_sentences(two_calls):
    """An article of two events lends each only the sentences about it."""
    alignments, _ = two_calls

    assert {1, 2, 3, 4} == {p.sentence for p in alignments["kz"].passages}
    assert {5, 6, 7} == {p.sentence for p in alignments["jp"].passages}


def test_points_follow_the_order_of_the_reports(two_calls):
    """The call comes before the vote, the vote before the priorities, as both tell it."""
    alignments, _ = two_calls

    firsts = [min(p.sentence for p in point.passages) for point in alignments["kz"].points]

    assert sorted(firsts) == firsts
    assert [f"p{n}" for n in range(1, len(firsts) + 1)] == [point.id for point in alignments["kz"].points]


def test_an_unrelated_report_changes_no_link():
    """Links between two reports rest on these two alone."""
    french = ["Le sommet se tiendra à Genève en mai.", "Emmanuel Macron a salué l'accord sur le gaz."]
    german = ["Emmanuel Macron lobte das Gasabkommen.", "Der Gipfel findet im Mai in Genf statt."]
    other = ["Banjir merendam tiga desa di Jawa Tengah.", "Harga cabai naik 20 persen di pasar."]
    two, event = one_event({"a": ("fr", french), "b": ("de", german)})
    three, larger = one_event({"a": ("fr", french), "b": ("de", german), "c": ("id", other)})

    before = align_events([event], two)["event"].links
    after = align_events([larger], three)["event"].links

    assert 2 == len(before)
    assert before == tuple(k for k in after if "c" not in (k.left.article, k.right.article))


def test_reports_differ_in_a_figure():
    """The same sentence with another count is one point and a difference, and never "the same"."""
    english = ["The two ministers met in Cairo.", "The blast at the port killed 57 people, officials said."]
    french = ["Les deux ministres se sont vus au Caire.", "L'explosion au port a tué 70 personnes, dit-on à la mairie."]
    readings, event = one_event({"a": ("en", english), "b": ("fr", french)})

    alignment = align_events([event], readings)["event"]

    link = next(k for k in alignment.links if k.left.sentence == 2)
    assert ("figure",) == link.differs
    point = next(p for p in alignment.points if p.differences)
    assert [("figure", ["57", "70"])] == [(d.field, [v for v, _ in d.variants]) for d in point.differences]


def test_reports_differ_in_a_day():
    """Two days for one thing are a difference in the date."""
    english = ["The ministers will meet again in Geneva on 3 May.", "Trade grew by 12 percent."]
    spanish = ["Los ministros volverán a reunirse en Ginebra el 5 de mayo.", "El comercio creció un 12 por ciento."]
    readings, event = one_event({"a": ("en", english), "b": ("es", spanish)})

    alignment = align_events([event], readings)["event"]

    fields = {(d.field, tuple(v for v, _ in d.variants)) for p in alignment.points for d in p.differences}
    assert {("date", ("3 May", "5 de mayo"))} == fields


def test_a_reworded_quotation_is_a_difference():
    """Two reports in one language that quote one sentence in other words differ in the quotation."""
    readings, event = one_event(
        {
            "a": ("en", ["“We will never leave the table of negotiations”, Araghchi said.", "Oman was the host."]),
            "b": ("en", ["“We would never leave the negotiating table”, Araghchi said.", "The host was Oman."]),
        }
    )

    points = align_events([event], readings)["event"].points

    assert {"quotation"} == {d.field for p in points for d in p.differences}


def test_a_copy_is_no_further_text():
    """A point counts independent texts: a copy counts with what it repeats."""
    sentences = ["The presidents of Iran and Kazakhstan spoke by telephone.", "They discussed transit and energy."]
    readings, event = one_event({"a": ("en", sentences), "b": ("en", sentences)})
    copy = replace(readings["b"], article=replace(readings["b"].article, copy_of="a"))

    points = align_events([event], {**readings, "b": copy})["event"].points

    assert [(("a", "b"), 1), (("a", "b"), 1)] == [(p.articles, p.texts) for p in points]


def test_one_report_has_nothing_to_stand_beside():
    """An event with one report has no alignment."""
    readings, event = one_event({"a": ("en", ["The two presidents met."])})

    assert {} == align_events([event], readings)


def test_without_the_encoder_anchors_serve(monkeypatch):
    """A site without the encoder still finds the vote in both reports, by its numbers, and says how."""
    monkeypatch.setattr("sitegen.align.is_available", lambda: False)
    readings, events = read_two_calls()
    texts = {(a, s.number): s.text for a, reading in readings.items() for s in reading.sentences}

    alignment = align_events(events, readings)["kz"]

    assert "anchors" == alignment.method
    assert ("fil", "warta") == find_point(alignment, texts, "143 negara").articles


def test_vectors_are_computed_once(tmp_path, monkeypatch):
    """With a warm cache the encoder is not even loaded, and the result is the same."""
    readings, events = read_two_calls()
    cold = align_events(events, readings, tmp_path)

    def refuse():
        raise AssertionError("the encoder was asked again")

    monkeypatch.setattr(vectors, "_encoder", refuse)

    assert cold == align_events(events, readings, tmp_path)


def test_a_broken_cache_is_made_anew(tmp_path):
    """A cache that a stopped build cut short costs time, and nothing else."""
    readings, events = read_two_calls()
    cold = align_events(events, readings, tmp_path)
    file = next(tmp_path.iterdir())
    file.write_bytes(file.read_bytes()[:1000])

    assert cold == align_events(events, readings, tmp_path)
    assert [file] == list(tmp_path.iterdir())
