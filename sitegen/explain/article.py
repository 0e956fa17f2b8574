"""An article → its fields, what cleaning dropped, and its claims with the words that carry them."""

from __future__ import annotations

from collections import defaultdict

from sitegen.explain.dates import note_when
from sitegen.explain.evidence import note_evidence, shorten
from sitegen.explain.note import Note, Table
from sitegen.model import Actor, Article, Claim, Library, Reading
from sitegen.when import solve


def explain_article(reading: Reading, library: Library) -> Note:
    """Return the explanation of an article."""
    article = reading.article
    events = {claim.id: event.id for event in library.events.values() for claim in event.claims}
    claims = tuple(explain_claim(claim, library, events.get(claim.id)) for claim in reading.claims)
    return Note(
        f"article {article.id} ({article.source})",
        (
            Note("fields", table=_fields(article)),
            _dropped(article),
            Note(f"claims: {len(claims)}" if claims else "claims: none: no event was found that it reports", claims),
        ),
    )


def _fields(article: Article) -> Table:
    where = {found.name: found.where for found in article.found}
    values = {
        "language": article.language,
        "title": article.title,
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "author": article.author,
        "dateline": article.dateline,
        "published": article.published.text if article.published else None,
        "modified": article.modified.text if article.modified else None,
        "section": article.section,
        "url": article.url,
        "copy_of": article.copy_of,
    }
    rows = tuple((name, shorten(value or "not known"), where.get(name, "")) for name, value in values.items())
    return Table(("field", "value", "found in"), rows)


def _dropped(article: Article) -> Note:
    by_rule: defaultdict[str, list[Note]] = defaultdict(list)
    for line in article.dropped:
        by_rule[line.rule].append(Note(shorten(line.text)))
    rules = tuple(Note(f"{rule}: {len(lines)}", tuple(lines)) for rule, lines in sorted(by_rule.items()))
    return Note(f"lines dropped: {len(article.dropped)}", rules)


def explain_claim(claim: Claim, library: Library, event: str | None) -> Note:
    """Return the explanation of one claim; `event` is the event that it belongs to."""
    weights = ", ".join(f"{kind} {weight:.2f}" for kind, weight in sorted(claim.kinds, key=lambda k: (-k[1], k[0])))
    notes = [
        Note("event: " + (event or "none (hidden)")),
        Note(f"stance: {claim.stance}; prominence {claim.prominence:.2f}"),
        Note(f"kind: {claim.kind} (weights: {weights or 'none'})", _evidence(claim, library)),
        Note("people", tuple(_note_actor(actor, library) for actor in claim.actors)),
        note_when(solve(claim.constraints), library, "date as this article alone gives it"),
    ]
    if claim.place:
        carried = (note_evidence(claim.place_evidence, library),) if claim.place_evidence else ()
        notes.append(Note(f"place: {claim.place}", carried))
    if claim.round is not None:
        notes.append(Note(f"round: {claim.round}"))
    notes.append(Note(f"about: {', '.join(claim.topics) or 'nothing that the tables know'}"))
    notes.append(Note(f"told in sentences: {', '.join(str(n) for n in claim.sentences) or 'title only'}"))
    return Note(f"{claim.id}: {claim.kind}, {', '.join(claim.countries) or 'no country'}", tuple(notes))


def _evidence(claim: Claim, library: Library) -> tuple[Note, ...]:
    return tuple(note_evidence(evidence, library) for evidence in claim.evidence)


def _note_actor(actor: Actor, library: Library) -> Note:
    side = actor.country or actor.body or "country not known"
    rank = "principal" if actor.is_principal else "also there"
    known = "not in the tables" if actor.key.startswith("?") else actor.key
    if actor.key.startswith("@"):
        known = "no person named"
    text = f"{actor.name} → {known}, {actor.role or 'role not known'}, {side} ({rank})"
    return Note(text, (note_evidence(actor.evidence, library),))
