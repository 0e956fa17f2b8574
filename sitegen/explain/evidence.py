"""Words of an article that carry something → a note that quotes them where they stand."""

from __future__ import annotations

from sitegen.explain.note import Note
from sitegen.model import Evidence, Library

LONGEST = 160


def note_evidence(evidence: Evidence, library: Library) -> Note:
    """Return the words, the sentence they stand in, and the rule that read them."""
    where = f"sentence {evidence.sentence}" if evidence.sentence else "title"
    whole = sentence_text(evidence, library)
    around = f" in “{shorten(whole)}”" if evidence.text in whole and whole != evidence.text else ""
    return Note(f"“{shorten(evidence.text)}”{around} ({evidence.article}, {where}; rule {evidence.rule})")


def sentence_text(evidence: Evidence, library: Library) -> str:
    """Return the sentence that the words stand in, or "" where it is not known."""
    reading = library.readings.get(evidence.article)
    if reading is None:
        return ""
    if not evidence.sentence:
        return reading.article.title or ""
    return next((s.text for s in reading.sentences if s.number == evidence.sentence), "")


def shorten(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST else line[:LONGEST].rstrip() + "…"
