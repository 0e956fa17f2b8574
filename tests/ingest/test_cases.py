"""Copied pages of sixteen languages, as text: what is kept, what is dropped and by which rule, and the fields.

A case of `tests/cases/ingest/CODE.txt` begins with `== ` and what it shows. A line's first character says what must
become of the rest of it: `=` it is the headline, `+` it is kept, `-` it is dropped, after the name of a rule and a bar.
What `{{…}}` encloses at the end of a kept line is dropped as initials. Empty lines are empty lines. `-> name: value` is
a field; `none` says that there must be none; a headline that is only a part of its line stands there as a field, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sitegen.ingest.article import finish
from sitegen.ingest.read_txt import read_txt
from sitegen.lang import codes
from sitegen.model import Article, Source

CASES = Path(__file__).parents[1] / "cases" / "ingest"


@dataclass
class Case:
    """One page and what must become of it."""

    language: str
    name: str
    lines: list[str] = field(default_factory=list)
    title: str | None = None
    kept: list[str] = field(default_factory=list)
    dropped: list[tuple[str, str]] = field(default_factory=list)
    initials: list[str] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one file."""
    cases: list[Case] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            cases.append(Case(path.stem, line[3:]))
        elif cases and line.startswith("-> "):
            name, _, value = line[3:].partition(": ")
            cases[-1].fields[name] = value
        elif cases:
            add_line(cases[-1], line)
    return cases


def add_line(case: Case, line: str) -> None:
    """Add one marked line of the page to the case."""
    mark, text = line[:1], line[2:]
    if mark == "=":
        case.title = squeeze(text)
    elif mark == "+":
        text, _, initials = text.partition(" {{")
        case.kept.append(squeeze(text))
        if initials:
            case.initials.append(initials.removesuffix("}}"))
            text = f"{text} {case.initials[-1]}"
    elif mark == "-":
        rule, _, text = text.partition(" | ")
        case.dropped.append((rule, squeeze(text)))
    case.lines.append(text)


def squeeze(text: str) -> str:
    """Return the text with single spaces."""
    return " ".join(text.split())


def read_page(case: Case) -> Article:
    """Return what ingest makes of the case's page."""
    text = "\n".join(case.lines)
    (raw,) = read_txt(Source("page.txt", text.encode()), text)
    return finish(raw)


ALL = [case for code in codes() for case in read_cases(CASES / f"{code}.txt")]


@pytest.mark.parametrize("case", ALL, ids=[f"{case.language}: {case.name}" for case in ALL])
def test_page(case: Case) -> None:
    """A page is cut into headline, text, leftovers by name, and fields as its case says."""
    article = read_page(case)

    assert case.language == article.language
    assert case.fields.get("title", case.title or "none") == (article.title or "none")
    assert case.kept == [block.text for block in article.blocks]
    dropped = [(d.rule, d.text) for d in article.dropped if d.rule != "initials"]
    assert case.dropped == dropped
    assert case.initials == [d.text for d in article.dropped if d.rule == "initials"]
    shown = {
        "outlet": article.outlet,
        "author": article.author,
        "dateline": article.dateline,
        "published": article.published.text if article.published else None,
        "modified": article.modified.text if article.modified else None,
        "title": article.title,
    }
    assert case.fields == {name: shown[name] or "none" for name in case.fields}


@pytest.mark.parametrize("code", codes())
def test_every_language_has_cases(code: str) -> None:
    """Each language that has tables has at least five pages."""
    assert len([case for case in ALL if case.language == code]) >= 5
