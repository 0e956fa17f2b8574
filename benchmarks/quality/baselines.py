"""Two ways to group articles without reading them: shared words, and vectors of their sentences.

Both see the articles as sitegen cleaned them, put each article into one group, and get the threshold at which they do
best on the very corpus that they are measured on. sitegen gets no such help.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.quality.agglomerate import cut, join_all
from benchmarks.quality.answer import Answer, ReadArticle
from benchmarks.quality.bcubed import f1, precision_and_recall
from benchmarks.quality.corpus import Corpus, EventFacts
from sitegen.align.vectors import encode

Vectors = NDArray[np.float64]
# Characters of title and text that are encoded. Of the title alone, the first 2, 3, 5 or all paragraphs (mean of their
# vectors) and the first 300, 800 or 3000 characters, this did best on the demonstration.
BEGINNING = 800
# Han and kana have no spaces: there a pair of characters is a word.
_WORDS = re.compile(r"[一-鿿぀-ヿ]+|[^\W\d_一-鿿぀-ヿ]{2,}|\d+")
_HAN = re.compile(r"[一-鿿぀-ヿ]")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a baseline found at its best threshold, a cosine distance."""

    answer: Answer
    threshold: float


def group_by_words(corpus: Corpus, read: Answer) -> Baseline:
    """TF-IDF of words (Spärck Jones 1972), joined by average linkage."""
    articles = _articles(corpus, read)
    return _group_best(corpus, articles, weigh_words([" ".join(_texts(article)) for article in articles]))


def group_by_vectors(corpus: Corpus, read: Answer, cache: Path) -> Baseline:
    """The vector of each article's beginning by the multilingual sentence encoder, joined likewise."""
    articles = _articles(corpus, read)
    beginnings = [" ".join(_texts(article))[:BEGINNING] for article in articles]
    vectors = encode(beginnings, cache / corpus.name)
    return _group_best(corpus, articles, np.array([vectors[text] for text in beginnings], dtype=np.float64))


def weigh_words(texts: Sequence[str]) -> Vectors:
    """Return a row for each text: the logarithm of how often it has a word, times that of how rare the word is."""
    counts = [Counter(split_words(text)) for text in texts]
    frequency = Counter(word for count in counts for word in count)
    places = {word: place for place, word in enumerate(sorted(frequency))}
    rows = np.zeros((len(texts), len(places)))
    for row, count in zip(rows, counts, strict=True):
        for word, number in count.items():
            row[places[word]] = (1 + np.log(number)) * np.log((1 + len(texts)) / (1 + frequency[word]))
    return rows


def split_words(text: str) -> list[str]:
    """Return the words of any script, casefolded; of Han and kana each two neighbours."""
    words: list[str] = []
    for run in _WORDS.findall(text.casefold()):
        words.extend((run[i : i + 2] for i in range(max(len(run) - 1, 1))) if _HAN.match(run) else (run,))
    return words


def _group_best(corpus: Corpus, articles: Sequence[ReadArticle], vectors: Vectors) -> Baseline:
    joins = join_all(vectors)
    labelled = {article.key: article.events for article in corpus.articles}

    def group(threshold: float) -> dict[str, frozenset[str]]:
        numbers = cut(joins, len(articles), threshold)
        return {article.key: frozenset({str(number)}) for article, number in zip(articles, numbers, strict=True)}

    def rate(threshold: float) -> float:
        return f1(*precision_and_recall(group(threshold), labelled))

    return _answer(group, max([0.0, *(join.distance for join in joins)], key=rate))


def _answer(group: Callable[[float], dict[str, frozenset[str]]], threshold: float) -> Baseline:
    groups = group(threshold)
    grouped = {key: ReadArticle(key, events=events) for key, events in groups.items()}
    events = {event: EventFacts(event) for its_groups in groups.values() for event in its_groups}
    return Baseline(Answer(grouped, events, has_facts=False), threshold)


def _articles(corpus: Corpus, read: Answer) -> list[ReadArticle]:
    return [read.articles.get(article.key, ReadArticle(article.key)) for article in corpus.articles]


def _texts(article: ReadArticle) -> list[str]:
    return [text for text in (article.title or "", *article.paragraphs) if text.strip()]
