"""The reports of an event set side by side: what all say, what one alone says, where they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import combinations
from pathlib import Path

from sitegen.align.compare import compare
from sitegen.align.match import match, reasons, strength
from sitegen.align.passages import passages_of
from sitegen.align.points import make_points
from sitegen.align.profile import Profile, read_profile
from sitegen.align.vectors import Vector, encode, is_available
from sitegen.model import Alignment, Event, Link, Passage, Reading

__all__ = ["align_events", "align_reports"]

Report = Mapping[Passage, Profile]  # in the order of its sentences


def align_events(
    events: Iterable[Event], readings: Mapping[str, Reading], cache_folder: Path | None = None
) -> Mapping[str, Alignment]:
    """Return event id → alignment, for the events of two or more reports.

    Vectors are kept in `cache_folder`, where one is given. Where the encoder is not installed, passages are compared
    by their anchors alone. Raises TableError where a table of a language is broken.
    """
    reports = {event.id: _read_reports(event, readings) for event in events}
    reports = {event: found for event, found in reports.items() if len(found) > 1}
    profiles = (profile for found in reports.values() for report in found.values() for profile in report.values())
    vectors = encode((p.for_vector for p in profiles if p.for_vector), cache_folder) if is_available() else {}
    sources = {article: reading.article.copy_of or article for article, reading in readings.items()}
    return {event: _align_event(event, found, vectors, sources) for event, found in sorted(reports.items())}


def _read_reports(event: Event, readings: Mapping[str, Reading]) -> dict[str, Report]:
    return {
        article: {
            Passage(article, sentence.number): read_profile(sentence.text, readings[article].article.language)
            for sentence in sentences
        }
        for article, sentences in passages_of(event, readings).items()
    }


def _align_event(
    event: str, reports: Mapping[str, Report], vectors: Mapping[str, Vector], sources: Mapping[str, str]
) -> Alignment:
    pairs = combinations(sorted(reports), 2)
    links = [link for one, other in pairs for link in align_reports(reports[one], reports[other], vectors)]
    profiles = {passage: profile for report in reports.values() for passage, profile in report.items()}
    passages = tuple(sorted(profiles, key=lambda p: (p.article, p.sentence)))
    return Alignment(
        event=event,
        articles=tuple(sorted(reports)),
        passages=passages,
        points=make_points(passages, links, profiles, sources),
        links=tuple(links),
        method="vectors" if vectors else "anchors",
    )


def align_reports(left: Report, right: Report, vectors: Mapping[str, Vector]) -> tuple[Link, ...]:
    """Return the links between the passages of two reports, in the order of the left one."""
    ours, theirs = list(left), list(right)
    table = compare(list(left.values()), list(right.values()), vectors)
    return tuple(
        Link(
            left=ours[found.left],
            right=theirs[found.right],
            strength=strength(found.score),
            reasons=reasons(table, found, left[ours[found.left]], right[theirs[found.right]]),
            differs=found.differs,
        )
        for found in match(table)
    )
