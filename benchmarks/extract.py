"""How many articles a second are read on one core, and where the time goes.

    python -m benchmarks.extract [FOLDER] [--profile]

FOLDER holds articles; default: those of benchmarks/quality and content/. The tables are read before the clock starts.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import time
from collections import defaultdict
from pathlib import Path

from sitegen.extract import read_claims
from sitegen.ingest import read_articles
from sitegen.model import Article

REPOSITORY = Path(__file__).resolve().parent.parent
TARGET = 200  # articles a second
LEAST_SECONDS = 8.0


def read_folders(folders: list[Path]) -> list[Article]:
    """Return the articles of the folders that are there."""
    return [article for folder in folders if folder.is_dir() for article in read_articles(folder)[0]]


def measure(articles: list[Article]) -> dict[str, tuple[int, float]]:
    """Return, by language, how many articles were read and in how many seconds of this process."""
    spent: defaultdict[str, float] = defaultdict(float)
    read: defaultdict[str, int] = defaultdict(int)
    while sum(spent.values()) < LEAST_SECONDS:
        for article in articles:
            start = time.process_time()
            read_claims(article)
            spent[article.language] += time.process_time() - start
            read[article.language] += 1
    return {language: (read[language], spent[language]) for language in sorted(read)}


def main() -> None:
    """Print a line a language, and the whole."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="*", type=Path)
    parser.add_argument("--profile", action="store_true", help="print the functions that take the most time")
    options = parser.parse_args()
    articles = read_folders(options.folder or [REPOSITORY / "benchmarks" / "quality", REPOSITORY / "content"])
    start = time.perf_counter()
    for article in articles:
        read_claims(article)
    print(f"{len(articles)} articles; first pass with the tables {time.perf_counter() - start:.1f} s")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [read_claims(article) for article in articles])
        pstats.Stats(profile).sort_stats("tottime").print_stats(25)
        return
    rows = measure(articles)
    for language, (number, seconds) in rows.items():
        print(f"{language}  {number / seconds:7.0f} a second")
    number, seconds = (sum(row[n] for row in rows.values()) for n in (0, 1))
    words = sum(len(block.text) for article in articles for block in article.blocks) / len(articles)
    print(f"all {number / seconds:7.0f} a second (target {TARGET}); {words:.0f} characters an article")


if __name__ == "__main__":
    main()
