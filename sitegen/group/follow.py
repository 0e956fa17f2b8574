"""A published event id that no event bears any more → the event that it has become."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sitegen.model import Event, Published

# What speaks for an event being the one that was published: its reports above all; the kind and the day may have been
# corrected, the parties seldom are.
REPORTS, PARTIES, KIND, DATE = 3.0, 2.0, 1.0, 1.0


def follow(gone: Published, events: Iterable[Event], addresses: Mapping[str, str]) -> Event | None:
    """Return the event that shares a report and a party with what was published and is most like it, or None.

    `addresses` maps article ids to the addresses that are remembered. An article that reports two events is told
    apart by their parties: without a common one (where both name any) nothing leads on.
    """
    best: tuple[float, str] | None = None
    found = None
    for event in events:
        score = _likeness(gone, event, addresses)
        if score and (best is None or (-score, event.id) < best):
            best, found = (-score, event.id), event
    return found


def _likeness(gone: Published, event: Event, addresses: Mapping[str, str]) -> float:
    reports = {addresses[claim.article] for claim in event.claims if claim.article in addresses}
    shared = reports & set(gone.reports)
    parties, before = {*event.countries, *event.bodies}, set(gone.parties)
    if not shared or (parties and before and not parties & before):
        return 0.0
    score = REPORTS * len(shared) / len(reports | set(gone.reports))
    score += PARTIES * len(parties & before) / len(parties | before) if parties or before else 0.0
    return score + KIND * (gone.kind == str(event.kind)) + DATE * (gone.date == event.when.edtf)
