"""Measures how many copied articles a second ingest cleans on one core, and what a hostile line costs.

Usage: python benchmarks/ingest.py [FOLDER]. Without a folder the pages of `tests/cases/ingest` are read over and over,
each with a line of its own, so that nothing is remembered from the time before. Processor time is printed.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import cycle, islice
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported

from sitegen.ingest.article import finish
from sitegen.ingest.read_txt import read_txt
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Source

CASES = Path(__file__).resolve().parent.parent / "tests" / "cases" / "ingest"
ARTICLES = 1_500
GOAL = 300  # articles a second


def read_pages(folder):
    """Return the pages of a folder of text files, or those of the test cases."""
    if folder is not None:
        return [path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*.txt"))]
    pages = []
    for path in sorted(CASES.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("== "):
                pages.append([])
            elif pages and not line.startswith(("-> ", "#")):
                pages[-1].append(line.partition(" | ")[2] if line.startswith("- ") else line[2:])
    return ["\n".join(lines) for lines in pages]


def clean(text):
    """Clean one page; a page that holds no article costs its time, too."""
    try:
        finish(read_txt(Source("page.txt", b""), text)[0])
    except UnreadableSource:
        return


def main():
    """Print the rate over all pages, and the cost of one long line."""
    pages = read_pages(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    for page in pages:
        clean(page)  # tables are read once
    numbered = [f"{page}\n\nNumber {n}." for n, page in enumerate(islice(cycle(pages), ARTICLES))]
    start = time.process_time()
    for page in numbered:
        clean(page)
    rate = len(numbered) / (time.process_time() - start)
    characters = sum(map(len, numbered)) // len(numbered)
    print(f"{rate:.0f} copied articles a second on one core ({characters} characters each; goal {GOAL})")
    for size in (100_000, 1_000_000):
        start = time.process_time()
        clean("Read more: a | b | " * (size // 19))
        print(f"one line of {size:,} characters: {time.process_time() - start:.3f} s")


if __name__ == "__main__":
    main()
