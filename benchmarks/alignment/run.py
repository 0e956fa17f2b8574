"""Measures the alignment on the labelled events, beside length alone (Gale and Church 1993) and anchors alone.

Usage: python benchmarks/alignment/run.py [FOLDER …] [--misses]. Prints F1 a pair of languages; FOLDER is `events`
(on which weights and thresholds were fitted) or `unseen` (written after they were fixed).
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from labelled import read_pairs

from sitegen.align.compare import compare
from sitegen.align.length import align_by_length
from sitegen.align.match import match
from sitegen.align.profile import read_profile
from sitegen.align.vectors import encode, is_available

LANGUAGES_WITHOUT = ("fa", "hi", "vi")


def by_sitegen(left, right, vectors):
    found = match(compare(left, right, vectors))
    return {(m.left, m.right) for m in found if not m.differs}, {(m.left, m.right) for m in found if m.differs}


def by_length(left, right):
    return set(align_by_length([len(p.text) for p in left], [len(p.text) for p in right]))


class Count:
    """True, found and labelled pairs."""

    def __init__(self):
        self.right = self.found = self.labelled = 0

    def add(self, found, labelled):
        """Count the pairs of two more reports."""
        self.right += len(found & labelled)
        self.found += len(found)
        self.labelled += len(labelled)

    @property
    def f1(self):
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.labelled) if self.found + self.labelled else 0.0

    def __str__(self):
        return f"{self.f1:.3f}"

    def rates(self):
        """Precision, recall and F1 in words."""
        return f"P {self.right / max(self.found, 1):.3f}  R {self.right / max(self.labelled, 1):.3f}  F1 {self.f1:.3f}"


def show_misses(pair, same, differing):
    for kind, found, labelled in (("same", same, pair.same), ("differs", differing, pair.differing)):
        for mark, places in (("+", found - labelled), ("-", labelled - found)):
            for i, j in sorted(places):
                one, other = pair.left.sentences[i].text, pair.right.sentences[j].text
                print(f"  {mark}{kind} {pair.event} {pair.left.language} {one}\n       {pair.right.language} {other}")


def count(folder, *, shows_misses=False):
    """Return row → counts for sitegen, anchors and length; `~` rows sum up, the last counts what differs."""
    pairs = list(read_pairs(folder))
    profiles = [[[read_profile(s.text, r.language) for s in r.sentences] for r in (p.left, p.right)] for p in pairs]
    texts = [p.for_vector for side in profiles for ps in side for p in ps if p.for_vector]
    vectors = encode(texts) if is_available() else {}
    table = defaultdict(lambda: [Count(), Count(), Count()])
    for pair, (left, right) in zip(pairs, profiles, strict=True):
        same, differs = by_sitegen(left, right, vectors)
        anchors, _ = by_sitegen(left, right, {})
        spoken = {pair.left.language, pair.right.language}
        sums = ["~glossed" if spoken & set(LANGUAGES_WITHOUT) else "~served", "~~all"]
        for row in (pair.languages, *sums, *(["~with Persian"] if "fa" in spoken else [])):
            for counts, found in zip(table[row], (same, anchors, by_length(left, right)), strict=True):
                counts.add(found, pair.same)
        table["~~~differing"][0].add(differs, pair.differing)
        if shows_misses:
            show_misses(pair, same, differs)
    return dict(table)


def measure(folder, shows_misses):
    """Print the counts of a folder."""
    table = count(folder, shows_misses=shows_misses)
    differing = table.pop("~~~differing")[0]
    print(f"{folder}: {table['~~all'][0].labelled} pairs of passages that say the same")
    print("languages        pairs  sitegen  anchors  length")
    for row, counts in sorted(table.items()):
        print(f"{row.strip('~'):16} {counts[0].labelled:5}  {counts[0]!s:7}  {counts[1]!s:7}  {counts[2]!s:6}")
    print("sitegen, all:", table["~~all"][0].rates())
    print(f"told with another value ({differing.labelled} pairs):", differing.rates())


def main():
    arguments = sys.argv[1:]
    folders = [a for a in arguments if not a.startswith("--")] or ["events", "unseen"]
    for folder in folders:
        measure(folder, "--misses" in arguments)


if __name__ == "__main__":
    main()
