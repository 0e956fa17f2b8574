"""Text cases → articles and expected claims; docs/reference/cases.md says how they are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from sitegen.model import Article, Block, BlockKind
from tests.articles import make_blocks

FOLDER = Path(__file__).parent.parent / "cases" / "extract"


@dataclass(frozen=True, slots=True)
class Expected:
    """One claim that must be found; an empty date is not looked at, "?" must stay open."""

    kind: str
    people: tuple[tuple[str, str], ...]  # (usual English name or "", country or "")
    date: str
    place: str | None
    announced: bool
    round: int | None


@dataclass(frozen=True, slots=True)
class Case:
    """One case of a file."""

    language: str
    name: str
    article: Article
    expected: tuple[Expected, ...]


def read_cases(path: Path) -> list[Case]:
    """Return the cases of one language's file."""
    chunks = re.split(r"(?m)^== ", path.read_text(encoding="utf-8"))[1:]
    return [_case(path.stem, number, chunk) for number, chunk in enumerate(chunks, 1)]


def _case(language: str, number: int, chunk: str) -> Case:
    name, _, rest = chunk.partition("\n")
    published: str | None = None
    title: str | None = None
    blocks: list[Block] = []
    expected: list[Expected] = []
    for line in map(str.strip, rest.splitlines()):
        if not line or line.startswith("# "):
            continue
        if line.startswith("published:"):
            published = line.partition(":")[2].strip()[:10]
        elif line.startswith("= "):
            title = line[2:].strip()
        elif line.startswith("## "):
            blocks.append(Block(BlockKind.HEADING, line[3:].strip()))
        elif line.startswith("->"):
            if line[2:].strip() != "none":
                expected.append(_expected(line[2:].strip()))
        else:
            blocks.append(Block(BlockKind.TEXT, line))
    article = make_blocks(f"{language}-{number:03}", blocks, language=language, title=title, published=published)
    return Case(language, name.strip(), article, tuple(expected))


def _expected(text: str) -> Expected:
    parts = [p.strip() for p in text.split(";")]
    people = []
    for person in re.split(r",\s*(?![^()]*\))", parts[1]) if len(parts) > 1 and parts[1] else []:
        found = re.match(r"(.*?)\s*(?:\(([^)]*)\))?$", person.strip())
        if found:
            people.append((found.group(1).strip(), (found.group(2) or "").strip()))
    place, announced, round_ = None, False, None
    for part in parts[3:]:
        if part.startswith("at "):
            place = part[3:].strip()
        elif part == "announced":
            announced = True
        elif part.startswith("round "):
            round_ = int(part[6:])
    return Expected(parts[0], tuple(people), parts[2] if len(parts) > 2 else "", place, announced, round_)
