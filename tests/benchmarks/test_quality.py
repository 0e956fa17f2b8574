"""The measures of benchmarks/quality, on cases small enough to work out by hand."""

from __future__ import annotations

import json

import numpy as np
import pytest

from benchmarks.quality.agglomerate import cut, join_all
from benchmarks.quality.answer import Answer, ReadArticle, read_answer
from benchmarks.quality.baselines import group_by_words, split_words, weigh_words
from benchmarks.quality.bcubed import f1, precision_and_recall
from benchmarks.quality.corpus import CORPORA, Corpus, EventFacts, LabelledArticle, Person, read_corpus
from benchmarks.quality.likeness import is_alike, is_gone, is_kept, is_same_person
from benchmarks.quality.measures import measure
from benchmarks.quality.report import BEGIN, END, Column, show, write_into


def groups(**items: str) -> dict[str, frozenset[str]]:
    """Items and the letters of their groups: a="x" is in group x, b="xy" in both, c="" in none."""
    return {item: frozenset(letters) for item, letters in items.items()}


@pytest.mark.parametrize(
    ("found", "labelled", "precision", "recall"),
    [
        pytest.param(groups(a="x", b="x", c="y"), groups(a="1", b="1", c="2"), 1, 1, id="the same but for names"),
        pytest.param(groups(a="x", b="x"), groups(a="1", b="2"), 1 / 2, 1, id="two joined"),
        pytest.param(groups(a="x", b="y"), groups(a="1", b="1"), 1, 1 / 2, id="one split"),
        pytest.param(groups(a="x", b="x", c="x"), groups(a="1", b="1", c="2"), 5 / 9, 1, id="one of three is wrong"),
        pytest.param(groups(a="xy", b="xy"), groups(a="12", b="12"), 1, 1, id="two events in two articles"),
        pytest.param(groups(a="x", b="x"), groups(a="12", b="12"), 1, 1 / 2, id="the second event was not seen"),
        pytest.param(groups(a="xy", b="xy"), groups(a="1", b="1"), 1 / 2, 1, id="one event told twice"),
        pytest.param(groups(a="x", b=""), groups(a="1", b="2"), 1, 1 / 2, id="no group, no precision, no recall"),
        pytest.param(groups(a="x", b="y"), groups(a="1", b=""), 1 / 2, 1, id="a group for what has none"),
        pytest.param(groups(a="", b=""), groups(a="1", b="1"), 0, 0, id="nothing found"),
    ],
)
def test_extended_b_cubed(found, labelled, precision, recall):
    """Two items that share groups are right as far as they share labels; each item counts alike."""
    assert (pytest.approx(precision), pytest.approx(recall)) == precision_and_recall(found, labelled)


def test_f1_of_nothing_is_nothing():
    """Where nothing is right the mean is 0, no division by it."""
    assert [0.0, pytest.approx(2 / 3)] == [f1(0, 0), f1(1 / 2, 1)]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (Person("Kassym-Jomart Tokayev", "KZ"), Person("Qasym-Jomart Toqayev", "KZ"), True),
        (Person("Luiz Inácio Lula da Silva", "BR"), Person("Lula", "BR"), True),
        (Person("Ali Khamenei", "IR"), Person("Ali Shamkhani", None), True),
        (Person("Kim Jong Un", "KP"), Person("Kim Keon-hee", "KR"), False),
        (Person("Xi Jinping", "CN"), Person("Li Qiang", "CN"), False),
        (Person("J. Wong", None), Person("J. Trudeau", None), False),
    ],
)
def test_same_person(one, other, expected):
    """A person is the same by one word of the name, spelled much alike, unless the countries differ."""
    assert expected is is_same_person(one, other)


def test_fields_are_alike_but_for_small_differences():
    """Case, accents and punctuation are no difference; other words are, and so is nothing at all."""
    found = ("poutine et pezechkian se parlent", "Deux présidents se parlent", None)
    assert [True, False, False] == [is_alike(title, "Poutine et Pézechkian se parlent !", 0.9) for title in found]


def test_short_leftover_may_stand_within_a_sentence():
    """“Iran” as a line of its own is a leftover that was left; in a sentence it is a word. A long one is never."""
    paragraphs = ("Iran and Japan spoke.", "Kommentare", "Lesen Sie auch: Der letzte Laternenmacher")
    leftovers = ("Iran", "Kommentare", "Der letzte Laternenmacher von Gifu", "Lesen Sie auch: Der letzte Laternen")
    assert [True, False, True, False] == [is_gone(leftover, paragraphs) for leftover in leftovers]


def test_kept_text_may_be_the_title():
    """A phrase is kept where title or paragraphs hold it, however it is written."""
    phrases = ("Twenty Minutes", "spoke on monday", "spoke on Tuesday")
    assert [True, True, False] == [is_kept(phrase, "Twenty minutes", ("They spoke on Monday.",)) for phrase in phrases]


def article(key: str, *events: str) -> LabelledArticle:
    return LabelledArticle(key, "en", "A title", "An outlet", "2024-07-22", ("Share",), ("spoke",), frozenset(events))


def read(key: str, *events: str) -> ReadArticle:
    return ReadArticle(key, "en", "A title", None, "2024-07-23", ("They spoke.",), frozenset(events))


PEZESHKIAN, TOKAYEV = Person("Masoud Pezeshkian", "IR"), Person("Kassym-Jomart Tokayev", "KZ")
KISHIDA = Person("Fumio Kishida", "JP")
IR_KZ, IR_JP = frozenset({"IR", "KZ"}), frozenset({"IR", "JP"})


def make_corpus(tmp_path, articles, events) -> Corpus:
    return Corpus("tiny", tmp_path, tuple(articles), tuple(events))


def test_event_is_compared_with_the_found_one_that_has_its_people(tmp_path):
    """Of two events in one article each label is held against the one with its people, not against the first."""
    corpus = make_corpus(
        tmp_path,
        [article("a", "kz", "jp"), article("b", "kz")],
        [
            EventFacts("kz", "call", "2024-07-22", None, (PEZESHKIAN, TOKAYEV), IR_KZ),
            EventFacts("jp", "call", "2024-07-22", None, (PEZESHKIAN, KISHIDA), IR_JP),
        ],
    )
    found = [
        EventFacts("1", "call", "2024-07-22", None, (PEZESHKIAN, KISHIDA), IR_JP),
        EventFacts("2", "meeting", None, None, (PEZESHKIAN, TOKAYEV, KISHIDA), IR_KZ),
    ]
    answer = Answer({"a": read("a", "1", "2"), "b": read("b", "2")}, {event.id: event for event in found})
    figures = measure(corpus, answer).figures
    assert {
        "kind": 1 / 2,
        "date": 1 / 2,
        "principals found": 1,
        "participants right": 4 / 5,
        "countries": 1,
        "exact articles": 1,
        "exact articles, F1": 1,
        "B-cubed F1": 1,
    }.items() <= figures.items()


def test_reading_figures(tmp_path):
    """Each field that an article shows counts once, and an article that was not read has none of them."""
    corpus = make_corpus(tmp_path, [article("a"), article("gone")], [])
    figures = measure(corpus, Answer({"a": read("a")}, {})).figures
    half = {"read", "language", "title", "text kept"}
    expected = dict.fromkeys(half, 1 / 2) | {"outlet": 0, "published": 0, "leftovers gone": 1, "no event": 1}
    assert expected == {figure: figures[figure] for figure in expected}


def test_event_of_several_days_may_be_dated_on_any(tmp_path):
    """A visit from the 16th to the 17th is right on both, and not a day later."""
    corpus = make_corpus(tmp_path, [article("a", "v")], [EventFacts("v", "visit", "2025-04-16", "2025-04-17")])
    dates = ["2025-04-15", "2025-04-16", "2025-04-17", "2025-04-18"]
    answers = [Answer({"a": read("a", "1")}, {"1": EventFacts("1", "visit", day)}) for day in dates]
    assert [0, 1, 1, 0] == [measure(corpus, answer).figures["date"] for answer in answers]


def test_what_is_missed_is_named(tmp_path):
    """An article without its event, and the event, are each in the list of misses."""
    corpus = make_corpus(tmp_path, [article("a", "kz")], [EventFacts("kz", "call", "2024-07-22")])
    misses = measure(corpus, Answer({"a": read("a")}, {})).misses
    assert {("some event", "a"), ("exact articles", "kz"), ("kind", "kz"), ("date", "kz")} <= {
        (miss.figure, miss.where) for miss in misses
    }


def test_a_program_without_facts_gets_no_figures_of_facts(tmp_path):
    """A baseline that only groups is not said to have got every date wrong."""
    corpus = make_corpus(tmp_path, [article("a", "kz")], [EventFacts("kz", "call", "2024-07-22")])
    figures = measure(corpus, Answer({"a": read("a", "1")}, {"1": EventFacts("1")}, has_facts=False)).figures
    assert (1, {"kind", "date", "title"} & figures.keys()) == (figures["exact articles"], set())


def test_joins_go_from_near_to_far_by_the_mean_distance():
    """Two near rows join first; the third is as far from the two as the mean of its distances."""
    angles = np.radians([0, 10, 60])
    first, second = join_all(np.column_stack([np.cos(angles), np.sin(angles)]))
    mean = 1 - (np.cos(np.radians(60)) + np.cos(np.radians(50))) / 2
    assert (0, 1, pytest.approx(1 - np.cos(np.radians(10)))) == (first.one, first.other, first.distance)
    assert (0, 2, pytest.approx(mean)) == (second.one, second.other, second.distance)


def test_cut_keeps_apart_what_is_farther():
    """At a distance between the joins only the near rows are one group; beyond the last all are."""
    joins = join_all(np.array([[1.0, 0.0], [1.0, 0.1], [0.0, 1.0]]))
    assert [[0, 1, 2], [0, 0, 2], [0, 0, 0]] == [cut(joins, 3, distance) for distance in (-1, 0.1, 2)]


def test_words_of_scripts_without_spaces_are_pairs():
    """Latin and Arabic words stand whole, Han and kana give each two neighbours, one letter is no word."""
    assert ["putin", "9", "普京", "京通", "通话", "پوتین"] == split_words("Putin, a 9 普京通话 پوتین")


def test_a_word_of_every_text_weighs_nothing():
    """What all texts say tells none apart."""
    everywhere, rare = weigh_words(["call iran", "call japan"]).T[0], weigh_words(["call iran", "call japan"]).T[1]
    assert ([0, 0], True) == (everywhere.tolist(), rare[0] > 0)


def test_baseline_gets_its_best_threshold(tmp_path):
    """Texts that share words are joined and others are not, wherever the threshold must lie for that."""
    texts = {"a": "envoy met king palace", "b": "king met envoy palace garden", "c": "wheat prices fell again sharply"}
    corpus = make_corpus(tmp_path, [article("a", "1"), article("b", "1"), article("c", "2")], [])
    answer = Answer({key: ReadArticle(key, paragraphs=(text,)) for key, text in texts.items()}, {})
    found = {key: one.events for key, one in group_by_words(corpus, answer).answer.articles.items()}
    assert (True, False) == (found["a"] == found["b"], found["a"] == found["c"])


@pytest.mark.parametrize("name", CORPORA)
def test_labels_fit_their_articles(name):
    """Every labelled article is there, every event is reported, and some article reports none."""
    corpus = read_corpus(name, *CORPORA[name])
    missing = [one.key for one in corpus.articles if not (corpus.content / one.key.partition("#")[0]).is_file()]
    reported = set().union(*(one.events for one in corpus.articles))
    assert ([], {event.id for event in corpus.events}) == (missing, reported)
    assert any(not one.events for one in corpus.articles)


def test_label_of_an_unknown_event_is_an_error(tmp_path):
    """A slip in a label is named, not counted as a miss."""
    row = {"file": "a.txt", "lang": "en", "title": None, "outlet": None, "published": None, "noise": [], "keep": []}
    (tmp_path / "articles.jsonl").write_text(json.dumps(row | {"events": ["2024-call"]}), encoding="utf-8")
    (tmp_path / "events.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match="2024-call"):
        read_corpus("slip", tmp_path, tmp_path)


def test_export_of_a_feed_gives_an_article_for_each_entry():
    """Two entries of one file are two articles."""
    row = {"source": "f.xml", "language": "en", "title": None, "outlet": None, "published": None, "paragraphs": []}
    rows = [row | {"entry": entry, "events": []} for entry in ("1", "2")]
    assert {"f.xml#1", "f.xml#2"} == set(read_answer(rows, []).articles)


def test_table_leaves_open_what_was_not_measured(tmp_path):
    """A figure without a case is a dash, never 0."""
    table = show(make_corpus(tmp_path, [article("a")], []), [Column("sitegen", {"kind": 0.5})]).splitlines()
    rows = {line.split("|")[1].strip(): line.split("|")[2].strip() for line in table if line.startswith("|")}
    assert ("0.500", "–") == (rows["Facts: kind"], rows["Facts: date"])


def test_table_is_written_between_its_marks(tmp_path):
    """The old table goes, the words around it stay; without the marks nothing is written."""
    readme = tmp_path / "README.md"
    readme.write_text(f"before\n{BEGIN}\nold\n{END}\nafter\n", encoding="utf-8")
    write_into(readme, "new")
    assert f"before\n{BEGIN}\n\nnew\n\n{END}\nafter\n" == readme.read_text(encoding="utf-8")
    readme.write_text("no marks", encoding="utf-8")
    with pytest.raises(ValueError, match="must both be there"):
        write_into(readme, "new")
