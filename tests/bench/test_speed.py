"""How the time of a build grows with the number of articles: run by `make soak`."""

from __future__ import annotations

import sys
import time
from datetime import date, timedelta
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.config import read_config

PEOPLE = (
    ("Iranian", "Iran", "Masoud Pezeshkian"),
    ("Kazakh", "Kazakhstan", "Kassym-Jomart Tokayev"),
    ("Russian", "Russia", "Vladimir Putin"),
    ("French", "France", "Emmanuel Macron"),
    ("Indonesian", "Indonesia", "Prabowo Subianto"),
    ("Turkish", "Turkey", "Recep Tayyip Erdogan"),
    ("Brazilian", "Brazil", "Luiz Inacio Lula da Silva"),
    ("Egyptian", "Egypt", "Abdel Fattah el-Sisi"),
)
ARTICLE = """---
title: {left} and {right} speak by telephone
lang: en
date: {published}
outlet: {outlet}
---
{left_adjective} President {left} spoke by telephone with {right_adjective} President {right}
on {day.day} {day:%B %Y}.

The two presidents talked about trade between {left_country} and {right_country}, which grew by {share} percent in
a year.
"""
PAIRS = [(left, right) for i, left in enumerate(PEOPLE) for right in PEOPLE[i + 1 :]]


def write_articles(folder: Path, count: int) -> None:
    """Write this many articles, two on each call: another pair or another day each time."""
    folder.mkdir()
    for number in range(count):
        call, report = divmod(number, 2)
        left, right = PAIRS[call % len(PAIRS)]
        day = date(2025, 1, 6) + timedelta(days=call // len(PAIRS) * 9)
        text = ARTICLE.format(
            left=left[2], right=right[2], left_adjective=left[0], right_adjective=right[0],
            left_country=left[1], right_country=right[1], day=day, published=day + timedelta(days=1),
            outlet=("The Lantern Post", "The Weekly Envoy")[report], share=3 + number % 40,
        )  # fmt: skip
        (folder / f"{number:05}.md").write_text(text, encoding="utf-8")


def measure(tmp_path: Path, count: int) -> dict[str, float]:
    """Return the seconds that each step of a build of this many articles takes."""
    write_articles(tmp_path / f"content-{count}", count)
    config = read_config(tmp_path, content=tmp_path / f"content-{count}", output=tmp_path / f"public-{count}")
    steps: list[tuple[str, float]] = []
    result = pipeline.build(config, report=lambda step: steps.append((step, time.perf_counter())))
    ends = [start for _, start in steps[1:]] + [time.perf_counter()]
    assert len(result.library.events) == count // 2
    return {name: end - start for (name, start), end in zip(steps, ends, strict=True)}


@pytest.mark.bench
def test_no_step_grows_much_faster_than_the_folder(tmp_path, capsys):
    """Four times the articles take at most six times as long in each step: the rest is room for the machine's moods."""
    measure(tmp_path, 20)  # the tables are read once a process
    few, many = measure(tmp_path, 250), measure(tmp_path, 1000)

    with capsys.disabled():
        rows = (f"{step}: {few[step]:.2f} s for 250 articles, {many[step]:.2f} s for 1000" for step in few)
        sys.stdout.write("\n" + "\n".join(rows) + "\n")
    assert {step: round(many[step] / few[step], 1) for step in few if many[step] > max(1.0, 6 * few[step])} == {}
