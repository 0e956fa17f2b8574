"""Measures how long 100 events of five reports each take on one core, with no vector known beforehand.

Usage: python benchmarks/alignment/speed.py. The sentences are those of the labelled events, each made another by a
nonsense word, so that none is encoded twice. Processor time is printed, not that of the clock on the wall.
"""

from __future__ import annotations

import os
import sys
import time
from itertools import cycle, islice, product
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # before numpy is imported
sys.path.insert(0, str(Path(__file__).parent))

from labelled import FOLDER, read_event

from sitegen.align import align_events
from sitegen.model import (
    Article,
    Block,
    BlockKind,
    Claim,
    Event,
    Kind,
    Reading,
    Sentence,
    Stance,
    When,
)

EVENTS, REPORTS, SENTENCES = 100, 5, 12


def make_reading(article_id, language, texts):
    """Return a reading of one paragraph a sentence, and its claim to all of them."""
    blocks = tuple(Block(BlockKind.TEXT, text) for text in texts)
    article = Article(
        article_id, article_id, "", language, None, None, None, None, None, None, None, None, None, blocks, (), (), ()
    )
    sentences = tuple(Sentence(n, n - 1, 0, len(text), text) for n, text in enumerate(texts, 1))
    numbers = tuple(range(1, len(texts) + 1))
    claim = Claim(f"{article_id}#1", article_id, Kind.CALL, (), (), (), None, None, Stance.REPORTED, numbers, (), 1.0)
    return Reading(article, sentences, (claim,))


def make_library():
    """Return readings and events made of the labelled reports over and over."""
    reports = [r for path in sorted((FOLDER / "events").glob("*.txt")) for r in read_event(path)]
    source, readings, events = cycle(reports), {}, []
    for number in range(EVENTS):
        found = []
        for rank in range(REPORTS):
            report = next(source)
            ends = ("".join(letters) for letters in product("bcdfg", repeat=2))
            texts = [
                f"{s.text} {chr(97 + number % 26)}{chr(97 + number // 26)}{chr(97 + rank)}{end}"
                for s, end in zip(islice(cycle(report.sentences), SENTENCES), ends, strict=False)
            ]
            found.append(make_reading(f"e{number}r{rank}", report.language, texts))
        readings |= {r.article.id: r for r in found}
        claims = tuple(r.claims[0] for r in found)
        when = When("", None, None, is_certain=False)
        reported = Stance.REPORTED
        event = Event(f"e{number}", Kind.CALL, when, None, (), (), (), None, reported, claims, (), (), (), REPORTS, ())
        events.append(event)
    return events, readings


def measure():
    """Return the seconds of processor time and the number of links."""
    events, readings = make_library()
    start = time.process_time()
    alignments = align_events(events, readings)
    return time.process_time() - start, sum(len(a.links) for a in alignments.values())


if __name__ == "__main__":
    seconds, links = measure()
    print(f"{EVENTS} events of {REPORTS} reports of {SENTENCES} sentences: {seconds:.1f} s, {links} links")
