"""A Site → the data files: all articles and events as JSON Lines and CSV, and one JSON beside every event page.

The keys that other tools read are fixed in DESIGN.md §7; the others are described in docs/reference/data.md.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sitegen.model import Article, Claim, Event, Kind, OutputFile, When
from sitegen.plan import urls
from sitegen.plan.library import Site, reports_of
from sitegen.plan.names import body_name
from sitegen.plan.titles import event_title

# PLOVER codes (Halterman et al. 2023, https://osf.io/preprints/socarxiv/rm5dw): the mode of the event as a whole.
PLOVER = {
    Kind.CALL: "CONSULT",
    Kind.MEETING: "CONSULT",
    Kind.VISIT: "CONSULT",
    Kind.TALKS: "CONSULT",
    Kind.SUMMIT: "CONSULT",
    Kind.SIGNING: "AGREE",
    Kind.MESSAGE: "SUPPORT",
    Kind.STATEMENT: "COOPERATE",
    Kind.VOTE: "COOPERATE",
}
# CAMEO codes (Schrodt 2012, CAMEO codebook 1.1b3).
CAMEO = {
    Kind.CALL: "041",  # discuss by telephone
    Kind.MEETING: "040",  # consult
    Kind.VISIT: "042",  # make a visit
    Kind.TALKS: "046",  # engage in negotiation
    Kind.SUMMIT: "044",  # meet at a third location
    Kind.SIGNING: "057",  # sign formal agreement
    Kind.MESSAGE: "051",  # praise or endorse
    Kind.STATEMENT: "010",  # make statement
    Kind.VOTE: "050",  # engage in diplomatic cooperation
}
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def plan_exports(site: Site) -> Iterator[OutputFile]:
    """Yield the data files of the whole site and of each event."""
    articles = [article_record(site, article) for article in sorted(site.articles, key=lambda a: a.id)]
    ordered = sorted(site.events, key=lambda event: event.id)
    events = [event_record(site, event) for event in ordered]
    yield OutputFile(urls.ARTICLES_JSONL, _json_lines(articles))
    yield OutputFile(urls.EVENTS_JSONL, _json_lines(events))
    yield OutputFile(urls.ARTICLES_CSV, _csv([_flat_article(record) for record in articles]))
    yield OutputFile(urls.EVENTS_CSV, _csv([_flat_event(record) for record in events]))
    for edition in site.editions:
        for event, record in zip(ordered, events, strict=True):
            path = urls.beside(urls.event(edition.code, event.id), "json")
            own = {**record, "url": _address(site, urls.event(edition.code, event.id)), "language": edition.code}
            detail = {**own, "headline": event_title(site, edition, event), "reports": _reports(site, event)}
            yield OutputFile(path, _json(detail))


def article_record(site: Site, article: Article) -> dict[str, Any]:
    """Return an article as the contract wants it, with further keys of ours."""
    return {
        "source": article.source,
        "entry": article.entry,
        "id": article.id,
        "url": _address(site, urls.article(article.language, article.id)),
        "original_url": article.url,
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published.day.isoformat() if article.published else None,
        "modified": article.modified.day.isoformat() if article.modified else None,
        "paragraphs": [block.text for block in article.blocks],
        "events": list(site.events_of_article.get(article.id, ())),
        "copy_of": article.copy_of,
        "dropped": [{"text": line.text, "rule": line.rule} for line in article.dropped],
    }


def event_record(site: Site, event: Event) -> dict[str, Any]:
    """Return an event as the contract wants it, with further keys of ours."""
    return {
        "id": event.id,
        "url": _address(site, urls.event(site.default.code, event.id)),
        "type": event.kind.value,
        "date": event.when.day.isoformat() if event.when.day else None,
        "date_end": event.end.isoformat() if event.end else None,
        "edtf": event.when.edtf,
        "date_is_certain": event.when.is_certain,
        "date_evidence": _when_record(event.when),
        "participants": [_participant(site, event, index) for index in range(len(event.participants))],
        "countries": list(event.countries),
        "bodies": list(event.bodies),
        "place": event.place,
        "stance": event.stance.value,
        "title": {edition.code: event_title(site, edition, event) for edition in site.editions},
        "articles": [article.id for article in reports_of(site, event)],
        "texts": event.texts,
        "storyline": event.storylines[0] if event.storylines else None,
        "storylines": list(event.storylines),
        "conflicts": [
            {
                "field": c.field,
                "why": c.why,
                "values": [{"value": v.value, "claims": list(v.claims)} for v in c.variants],
            }
            for c in event.conflicts
        ],
        "related": [related.event for related in event.related],
        "cameo": CAMEO[event.kind],
        "plover": PLOVER[event.kind],
        "was_corrected": event.was_corrected,
    }


def _participant(site: Site, event: Event, index: int) -> dict[str, Any]:
    participant = event.participants[index]
    person = site.library.people.get(participant.person)
    name = person.name if person else _party(site, participant.body, participant.country, participant.person)
    return {
        "name": name,
        "country": participant.country,
        "role": participant.role,
        "person": participant.person if person else None,
        "body": participant.body,
        "is_principal": participant.is_principal,
    }


def _party(site: Site, body: str | None, country: str | None, key: str) -> str:
    """Return the English name of a participant that is no person."""
    english = next((e for e in site.editions if e.code == "en"), site.default)
    if body:
        return body_name(english, body)
    return str(english.locale.territories.get(country, country)) if country else key


def _when_record(when: When) -> list[dict[str, Any]]:
    kept = [(constraint, None) for constraint in when.constraints]
    lost = [(aside.constraint, aside.why) for aside in when.set_aside]
    return [
        {
            "article": c.evidence.article,
            "sentence": c.evidence.sentence,
            "text": c.evidence.text,
            "basis": c.basis.value,
            "set_aside": why,
        }
        for c, why in (*kept, *lost)
    ]


def _reports(site: Site, event: Event) -> list[dict[str, Any]]:
    return [_claim(site, claim) for claim in event.claims]


def _claim(site: Site, claim: Claim) -> dict[str, Any]:
    reading = site.library.readings[claim.article]
    carrying = {number for number in claim.sentences if number}
    address = _address(site, urls.article(reading.article.language, reading.article.id))
    return {
        "claim": claim.id,
        "article": claim.article,
        "language": reading.article.language,
        "outlet": reading.article.outlet,
        "sentences": [
            {"number": s.number, "url": f"{address}#s{s.number}", "text": s.text}
            for s in reading.sentences
            if s.number in carrying
        ],
    }


def _address(site: Site, path: str) -> str:
    return urls.absolute(site.config.base_url, path)


def _json(record: Mapping[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _json_lines(records: Sequence[Mapping[str, Any]]) -> bytes:
    lines = (json.dumps(record, ensure_ascii=False) for record in records)
    return "".join(f"{line}\n" for line in lines).encode("utf-8")


def _flat_article(record: Mapping[str, Any]) -> dict[str, str]:
    keys = ("id", "source", "url", "original_url", "language", "title", "outlet", "author", "published", "copy_of")
    return {**{key: str(record[key] or "") for key in keys}, "events": " ".join(record["events"])}


def _flat_event(record: Mapping[str, Any]) -> dict[str, str]:
    keys = ("id", "url", "type", "date", "date_end", "edtf", "place", "stance", "storyline", "cameo", "plover", "texts")
    flat = {key: str(record[key] or "") for key in keys}
    flat["participants"] = "; ".join(
        f"{p['name']} ({p['country']})" if p["country"] else p["name"] for p in record["participants"]
    )
    flat["countries"] = " ".join(record["countries"])
    flat["articles"] = " ".join(record["articles"])
    return {**flat, **{f"title_{code}": title for code, title in record["title"].items()}}


def _csv(rows: Sequence[Mapping[str, str]]) -> bytes:
    stream = io.StringIO(newline="")
    if rows:
        writer = csv.DictWriter(stream, list(rows[0]), lineterminator="\r\n")
        writer.writeheader()
        writer.writerows({key: safe_cell(value) for key, value in row.items()} for row in rows)
    # The mark tells spreadsheet programs that this is UTF-8.
    return "\ufeff".encode() + stream.getvalue().encode("utf-8")


def safe_cell(value: str) -> str:
    """Return the value so that no spreadsheet runs it as a formula (OWASP, CSV injection)."""
    flat = " ".join(value.split())
    return f"'{flat}" if flat.startswith(FORMULA_STARTS) or value.startswith(FORMULA_STARTS) else flat
