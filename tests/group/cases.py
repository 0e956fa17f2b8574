"""Text cases → two articles and whether they report one event; docs/reference/cases.md says how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Article
from tests.articles import make_article

FOLDER = Path(__file__).parent.parent / "cases" / "group"
ANSWERS = ("one", "two")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles, and "one" or "two": the number of events that their main claims are."""

    file: str
    name: str
    left: Article
    right: Article
    answer: str


def read_pairs(path: Path) -> list[Pair]:
    """Return the cases of a file."""
    chunks = re.split(r"(?m)^== ", path.read_text(encoding="utf-8"))[1:]
    return [_pair(path, number, chunk) for number, chunk in enumerate(chunks, 1)]


def _pair(path: Path, number: int, chunk: str) -> Pair:
    name, _, rest = chunk.partition("\n")
    answer = re.search(r"(?m)^-> (\w+)$", rest)
    heads = list(re.finditer(r"(?m)^\[(\w\w)(?: (\d{4}-\d\d-\d\d))?\]$", rest))
    assert answer, f"{path.name}: {name}: no answer"
    assert answer[1] in ANSWERS, f"{path.name}: {name}: {answer[1]} is none of {ANSWERS}"
    assert len(heads) == 2, f"{path.name}: {name}: {len(heads)} articles"
    ends = (heads[1].start(), answer.start())
    articles = [
        _article(f"{path.stem}-{number:02}-{side}", head[1], head[2], rest[head.end() : end])
        for side, head, end in zip("ab", heads, ends, strict=True)
    ]
    return Pair(path.name, name.strip(), articles[0], articles[1], answer[1])


def _article(name: str, language: str, day: str | None, text: str) -> Article:
    lines = [line.strip() for line in text.splitlines()]
    paragraphs = [line for line in lines if line and not line.startswith("# ")]
    return make_article(name, *paragraphs, language=language, published=day)
