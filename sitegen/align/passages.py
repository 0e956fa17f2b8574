"""Which sentences of a report speak of an event: those of its claims, and what follows them up to another event."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model import BlockKind, Claim, Event, Reading, Sentence


def passages_of(event: Event, readings: Mapping[str, Reading]) -> Mapping[str, tuple[Sentence, ...]]:
    """Return the sentences of the event by article id, both in order. Sub-headings are left out, for they sum up."""
    articles = sorted({claim.article for claim in event.claims if claim.article in readings})
    own = {claim.id for claim in event.claims}
    return {article: tuple(_sentences(readings[article], own)) for article in articles}


def _sentences(reading: Reading, own: set[str]) -> Iterable[Sentence]:
    owners = _owners(reading)
    for sentence in reading.sentences:
        is_heading = reading.article.blocks[sentence.block].kind == BlockKind.HEADING
        if not is_heading and own & owners[sentence.number] and any(char.isalnum() for char in sentence.text):
            yield sentence


def _owners(reading: Reading) -> dict[int, set[str]]:
    """The claims that each sentence belongs to: those that it carries, else those of the sentence before it.

    What stands before the first claim of an article belongs to that claim. An article of one claim is wholly its own.
    """
    carried: dict[int, set[str]] = {sentence.number: set() for sentence in reading.sentences}
    for claim in reading.claims:
        for number in claim.sentences:
            carried.setdefault(number, set()).add(claim.id)
    current = _first(reading.claims, carried)
    owners: dict[int, set[str]] = {}
    for sentence in reading.sentences:
        current = carried[sentence.number] or current
        owners[sentence.number] = current
    return owners


def _first(claims: tuple[Claim, ...], carried: Mapping[int, set[str]]) -> set[str]:
    first = next((carried[number] for number in sorted(carried) if number > 0 and carried[number]), set())
    return first or {claim.id for claim in claims}
