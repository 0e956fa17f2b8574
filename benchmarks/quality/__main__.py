"""Prints the figures of sitegen and of two baselines on labelled articles.

    python -m benchmarks.quality [CORPUS …] [--misses N] [--write]
    python -m benchmarks.quality --labels FOLDER --content FOLDER

CORPUS is `demonstration`, `corpus`, `practice` or `unseen`; without one, all. --misses also prints what sitegen missed,
up to N of each figure; --write puts the tables into benchmarks/quality/README.md. The second form measures labels of
your own.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from benchmarks.quality.answer import answer_by_sitegen
from benchmarks.quality.baselines import group_by_vectors, group_by_words
from benchmarks.quality.corpus import CORPORA, HERE, REPOSITORY, Corpus, read_corpus
from benchmarks.quality.measures import Measured, measure
from benchmarks.quality.report import Column, show, write_into
from sitegen.align.vectors import is_available

CACHE = REPOSITORY / ".cache" / "quality"


def compare(corpus: Corpus) -> tuple[list[Column], Measured]:
    """Return a column for sitegen and for each baseline, and what sitegen missed."""
    answer = answer_by_sitegen(corpus.content)
    own = measure(corpus, answer)
    columns = [Column("sitegen", own.figures)]
    words = group_by_words(corpus, answer)
    columns.append(Column("TF-IDF", measure(corpus, words.answer).figures, words.threshold))
    if is_available():
        vectors = group_by_vectors(corpus, answer, CACHE)
        columns.append(Column("sentence vectors", measure(corpus, vectors.answer).figures, vectors.threshold))
    else:
        print("No sentence vectors: they need the extra `vectors` of the package.")
    return columns, own


def show_misses(measured: Measured, at_most: int) -> str:
    """Return up to so many misses of each figure, one a line."""
    by_figure = defaultdict(list)
    for check in measured.misses:
        by_figure[check.figure].append(f"  {check.where}: {check.found}")
    return "\n".join(line for figure in sorted(by_figure) for line in (figure, *by_figure[figure][:at_most]))


def main() -> None:
    """Read the options, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", nargs="*", default=[], help=" or ".join(CORPORA))
    parser.add_argument("--labels", type=Path, help="a folder with articles.jsonl and events.jsonl")
    parser.add_argument("--content", type=Path, help="the folder of the articles that the labels speak of")
    parser.add_argument("--misses", type=int, default=0, metavar="N")
    parser.add_argument("--write", action="store_true", help="put the tables into the README")
    options = parser.parse_args()
    if bool(options.labels) != bool(options.content):
        parser.error("--labels and --content go together.")
    if unknown := [name for name in options.corpus if name not in CORPORA]:
        parser.error(f"there is no corpus “{unknown[0]}”: {' or '.join(CORPORA)}.")
    if options.write and (options.labels or options.corpus):
        parser.error("--write writes the tables of both corpora: name none.")
    chosen = {"own": (options.labels, options.content)} if options.labels else CORPORA
    tables = []
    for name, (labels, content) in chosen.items():
        if options.corpus and name not in options.corpus:
            continue
        corpus = read_corpus(name, labels, content)
        columns, own = compare(corpus)
        tables.append(show(corpus, columns))
        print(tables[-1], end="\n\n")
        if options.misses:
            print(show_misses(own, options.misses), end="\n\n")
    if options.write:
        write_into(HERE / "README.md", "\n\n".join(tables))


if __name__ == "__main__":
    main()
