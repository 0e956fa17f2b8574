"""An event → its members, why they are one, why its neighbours are not, its date, its people and its conflicts."""

from __future__ import annotations

from sitegen.explain.article import explain_claim
from sitegen.explain.dates import WHY, note_when
from sitegen.explain.note import Note, Table
from sitegen.model import Comparison, Event, Library, Reason, Related, Verdict

MOST_NEIGHBOURS = 8


def explain_event(event: Event, library: Library) -> Note:
    """Return the explanation of an event."""
    notes = [
        _members(event, library),
        note_when(event.when, library),
        Note("participants", table=_participants(event, library)),
    ]
    if event.conflicts:
        notes.append(Note("where the reports differ", table=_conflicts(event)))
    if event.comparisons:
        pairs = sorted(event.comparisons, key=lambda c: (-c.score, c.left, c.right))
        notes.append(Note(f"why these reports are one event: {len(pairs)} pairs", tuple(map(waterfall, pairs))))
    elif len({claim.article for claim in event.claims}) > 1:
        notes.append(Note("why these reports are one event: no pair of them was compared"))
    notes += _neighbours(event, library)
    notes += [Note("possibly related, not joined", tuple(_related(r) for r in event.related))] if event.related else []
    if event.corrected_by:
        notes.append(Note("corrections that had their say", tuple(Note(text) for text in event.corrected_by)))
    former = tuple(sorted(old for old, now in library.redirects.items() if now == event.id))
    if former:
        notes.append(Note("former ids that lead here", tuple(Note(old) for old in former)))
    claims = tuple(explain_claim(claim, library, event.id) for claim in event.claims)
    notes.append(Note("what each report says", claims))
    place = f", at {event.place}" if event.place else ""
    stance = f", {event.stance}"
    return Note(f"event {event.id}: {event.kind}, {event.when.edtf or 'date not known'}{place}{stance}", tuple(notes))


def _members(event: Event, library: Library) -> Note:
    rows = []
    for claim in event.claims:
        article = library.readings[claim.article].article
        copied = f"copy of {article.copy_of}" if article.copy_of else ""
        rows.append((claim.id, article.language, article.outlet or "", article.source, article.title or "", copied))
    table = Table(("claim", "language", "outlet", "file", "title", ""), tuple(rows))
    return Note(f"reports: {len(event.claims)}; independent texts: {event.texts}", table=table)


def _participants(event: Event, library: Library) -> Table:
    rows = []
    for participant in event.participants:
        person = library.people.get(participant.person)
        name = person.name if person else participant.person
        side = participant.country or participant.body or "not known"
        rank = "principal" if participant.is_principal else "also there"
        support = f"{len(participant.claims)} of {len(event.claims)}"
        rows.append((name, participant.role or "not known", side, rank, support, ", ".join(participant.claims)))
    return Table(("name", "role", "side", "rank", "named by", "claims"), tuple(rows))


def _conflicts(event: Event) -> Table:
    rows = []
    for conflict in event.conflicts:
        for number, variant in enumerate(conflict.variants):
            fate = f"kept: {WHY.get(conflict.why, conflict.why)}" if number == 0 else "not kept"
            rows.append((conflict.field, variant.value, ", ".join(variant.claims) or "the editors", fate))
    return Table(("fact", "value", "said by", ""), tuple(rows))


# ---------------------------------------------------------------- comparisons


def waterfall(comparison: Comparison) -> Note:
    """Return a comparison as a table: each reason, its weight, and the sum so far (log-odds, base 2)."""
    rows, total = [], 0.0
    for reason in comparison.reasons:
        total += reason.weight
        rows.append((reason.feature, f"{reason.weight:+.2f}", f"{total:+.2f}", reason.detail))
    head = f"{comparison.left} and {comparison.right}: {comparison.verdict}, {comparison.score:+.2f}"
    return Note(head, table=Table(("reason", "weight", "sum", "from"), tuple(rows), numbers=(1, 2)))


def _related(related: Related) -> Note:
    total = sum(reason.weight for reason in related.reasons)
    return waterfall(Comparison("this event", related.event, round(total, 3), Verdict.UNSURE, related.reasons))


def _neighbours(event: Event, library: Library) -> list[Note]:
    """The nearest misses: reports of other events that were alike but for what kept them apart."""
    own = {claim.id for claim in event.claims}
    home = {claim.id: other.id for other in library.events.values() for claim in other.claims}
    misses = [c for c in library.comparisons if c.verdict is Verdict.DIFFERENT and (c.left in own) != (c.right in own)]
    nearest = sorted(misses, key=lambda c: (-_without_vetoes(c), c.left, c.right))
    shown: dict[str, Comparison] = {}
    for comparison in nearest:
        other = comparison.right if comparison.left in own else comparison.left
        shown.setdefault(home.get(other, other), comparison)
    notes = tuple(_miss(name, c) for name, c in list(shown.items())[:MOST_NEIGHBOURS])
    return [Note("near misses, kept apart", notes)] if notes else []


def _miss(name: str, comparison: Comparison) -> Note:
    against = ", ".join(f"{r.feature} ({r.detail})" for r in comparison.reasons if is_veto(r))
    inner = waterfall(comparison)
    return Note(f"{name}: kept apart by {against or 'the sum of the reasons'}; {inner.text}", table=inner.table)


def _without_vetoes(comparison: Comparison) -> float:
    return sum(reason.weight for reason in comparison.reasons if not is_veto(reason))


def is_veto(reason: Reason) -> bool:
    """Return whether a reason outweighs all others (sitegen/group/facts.py gives a veto -100)."""
    return reason.weight <= -50
