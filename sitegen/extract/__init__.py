"""Article → Reading: its sentences, and the events that it reports."""

from __future__ import annotations

from sitegen.extract.candidates import find_candidates
from sitegen.extract.cast import read_cast
from sitegen.extract.claims import make_claims
from sitegen.extract.dateline import read_dateline, without_its_day
from sitegen.extract.frames import read_frames
from sitegen.extract.homonyms import without_homonyms
from sitegen.extract.labels import with_labels
from sitegen.extract.lexicon import lexicon
from sitegen.extract.mentions import read_mentions
from sitegen.extract.news import reports_events
from sitegen.extract.scan import scan_sentence
from sitegen.extract.sentences import read_sentences
from sitegen.extract.tickers import with_clocks
from sitegen.extract.wires import written_on
from sitegen.model import Article, BlockKind, PersonRow, Reading, Sentence

__all__ = ["read_claims"]


def read_claims(article: Article, extra: tuple[PersonRow, ...] = ()) -> Reading:
    """Return the sentences and claims of an article; `extra` adds people to the tables.

    Raises TableError where a table of its language is broken.
    """
    tables = lexicon(article.language, extra)
    sentences = read_sentences(article)
    title = [Sentence(0, -1, 0, len(article.title), article.title)] if article.title else []
    rows = [*title, *sentences]
    kinds = {s.number: article.blocks[s.block].kind if s.number else BlockKind.HEADING for s in rows}
    scans = with_labels([scan_sentence(s, kinds[s.number], tables) for s in rows], article.language)
    scans = with_clocks(without_homonyms(scans, article.language))
    if not reports_events(scans):
        return Reading(article, sentences, ())
    stamp = article.published or article.modified
    anchor = written_on(scans, article.language, stamp.day if stamp else None)
    line = next((line for scan in scans if (line := read_dateline(scan, tables, anchor))), None)
    if line:
        anchor, scans = line.day, without_its_day(scans, line, tables)
    mentions = {scan.number: read_mentions(scan, tables, kinds[scan.number]) for scan in scans}
    cast = read_cast(scans, mentions, tables, anchor)
    frames = read_frames(scans, cast, tables, anchor, article.id)
    candidates = find_candidates(frames, cast)
    return Reading(article, sentences, make_claims(article.id, candidates, frames, cast, tables))
