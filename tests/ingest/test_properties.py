"""What holds for every page: nothing is invented, a second cleaning finds nothing, and no line is slow."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.article import finish
from sitegen.ingest.clean.rules import clean
from sitegen.ingest.lines import read_lines
from sitegen.ingest.phrases import lexicon
from sitegen.ingest.read_txt import read_txt
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.lang import codes
from sitegen.model import Block, BlockKind, Source

CASES = Path(__file__).parents[1] / "cases" / "ingest"


def pages(code: str) -> list[list[str]]:
    """Return the raw lines of the pages of a language's cases."""
    found: list[list[str]] = []
    for line in (CASES / f"{code}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("== "):
            found.append([])
        elif found and not line.startswith(("-> ", "#")):
            text = line.partition(" | ")[2] if line.startswith("- ") else line[2:]
            found[-1].append(text.replace(" {{", " ").replace("}}", ""))
    return found


def blocks(lines: list[str]) -> list[Block]:
    """Return lines as a reader of copied text gives them."""
    return [Block(BlockKind.TEXT, line) for line in lines]


SOME_LINES = sorted({line for code in codes() for page in pages(code) for line in page})
shuffled = st.lists(st.sampled_from(SOME_LINES), min_size=1, max_size=40)


@given(lines=shuffled)
def test_kept_lines_are_a_subsequence_of_the_input(lines: list[str]) -> None:
    """Cleaning only leaves out: what it keeps stands in the input in the same order, and each line is accounted for."""
    text = "\n".join(lines)
    try:
        article = finish(read_txt(Source("page.txt", b""), text)[0])
    except UnreadableSource:
        return
    squeezed = [" ".join(line.split()) for line in lines if line.strip()]
    position = 0
    for block in article.blocks:
        found = [n for n, line in enumerate(squeezed) if n >= position and line.startswith(block.text)]
        assert found, block.text
        position = found[0] + 1
    told = len(article.blocks) + sum(d.rule != "initials" for d in article.dropped) + (article.title is not None)
    assert len(squeezed) == told


@pytest.mark.parametrize("code", codes())
def test_a_second_cleaning_finds_nothing(code: str) -> None:
    """What cleaning leaves of a page, headline and text, is left as it is when it is cleaned again."""
    words = lexicon(code)
    for page in pages(code):
        once = clean(read_lines(blocks(page), code), words)
        left = ([once.title] if once.title else []) + list(once.kept)
        raw = blocks([text for line in left for text in (line.text, "")])
        title = once.title.text if once.title else None

        twice = clean(read_lines(raw, code), words, title=title)

        assert [line.text for line in once.kept] == [line.text for line in twice.kept]


HOSTILE = {
    "letters": "a" * 400_000,
    "capitals": "Aa" * 200_000,
    "spaces": "a" + " " * 400_000 + "b",
    "dots": "." * 400_000 + "x",
    "dashes": "— " * 200_000 + "x",
    "bars": "a | " * 100_000,
    "brackets": "(" * 200_000 + "a" + ")" * 200_000,
    "digits": "12.12." * 60_000,
    "dates": "12 May 2024 " * 30_000,
    "hashes": "#a " * 100_000,
    "colons": "Read more: " * 40_000,
    "glue": "HomeNewsPolitics" * 25_000,
    "han": "相关新闻" * 100_000,
    "quotes": "«" * 200_000 + "»" * 200_000,
    "copyright": "© 2024 " * 60_000,
    "arabic": "اقرأ أيضا " * 40_000,
    "marks": "e\u0301" * 200_000,
}


@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_no_line_takes_quadratic_time(name: str) -> None:
    """A line of half a megabyte costs at most a few times what its tenth costs ten times over."""
    line = HOSTILE[name]

    def cost(text: str) -> float:
        page = "\n\n".join(["A headline about the two presidents", text, "The presidents met on Monday. " * 5])
        start = time.process_time()
        finish(read_txt(Source("page.txt", b""), page)[0])
        return time.process_time() - start

    cost(line[: len(line) // 10])
    small = max(cost(line[: len(line) // 10]), 0.01)
    assert cost(line) < 40 * small


@pytest.mark.bench
def test_many_lines_take_linear_time() -> None:
    """A page of twenty thousand short lines is read in a time that grows with their number."""

    def cost(count: int) -> float:
        page = "\n".join(f"Related headline number {n} of the day" for n in range(count))
        start = time.process_time()
        finish(read_txt(Source("page.txt", b""), page + "\n\nThe presidents met on Monday. " * 3)[0])
        return time.process_time() - start

    cost(200)
    small = max(cost(1_000), 0.02)
    assert cost(10_000) < 40 * small
