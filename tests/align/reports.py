"""Reports for the tests of the alignment, read from tests/cases/align or made of given sentences."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from sitegen.align import Report
from sitegen.align.profile import read_profile
from sitegen.model import Event, Kind, Passage, Reading, When
from tests.plan.sample import make_claim, make_event, make_reading

CASES = Path(__file__).parent.parent / "cases" / "align"
NO_DATE = When("", None, None, is_certain=False)


def read_two_calls() -> tuple[dict[str, Reading], tuple[Event, ...]]:
    """Return the readings and the two events of two-calls-id-fr.txt."""
    rows: dict[str, tuple[str, list[tuple[str, str]]]] = {}
    for line in (CASES / "two-calls-id-fr.txt").read_text(encoding="utf-8").splitlines():
        first, _, rest = line.partition(" ")
        if first == "==":
            language, article = rest.split()
            rows[article] = (language, [])
        elif first != "#":
            rows[article][1].append((first, rest))
    readings, claims = {}, {"kz": [], "jp": []}
    for article, (language, sentences) in rows.items():
        found = [
            make_claim(article, rank, Kind.CALL, tuple(n for n, (key, _) in enumerate(sentences, 1) if key == event))
            for rank, event in enumerate(claims, 1)
        ]
        for event, claim in zip(claims, found, strict=True):
            claims[event].append(claim)
        readings[article] = make_reading(article, language, [text for _, text in sentences], claims=tuple(found))
    return readings, tuple(make_event(key, Kind.CALL, NO_DATE, (), tuple(found)) for key, found in claims.items())


def one_event(texts: dict[str, tuple[str, list[str]]]) -> tuple[dict[str, Reading], Event]:
    """Return readings of one event: article id → language and sentences, each a paragraph."""
    readings = {}
    for article, (language, sentences) in texts.items():
        claim = make_claim(article, 1, Kind.CALL, tuple(range(1, len(sentences) + 1)))
        reading = make_reading(article, language, sentences, claims=(claim,))
        readings[article] = replace(reading, sentences=tuple(s for s in reading.sentences if s.text.strip()))
    claims = tuple(claim for reading in readings.values() for claim in reading.claims)
    return readings, make_event("event", Kind.CALL, NO_DATE, (), claims)


def report(article: str, language: str, sentences: list[str]) -> Report:
    """Return one report as `align_reports` takes it."""
    return {Passage(article, number): read_profile(text, language) for number, text in enumerate(sentences, 1)}
