"""A cleaned page and what its reader left out → the outlet, from every line that may name it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sitegen.ingest.clean.rules import Cleaned
from sitegen.ingest.fields import imprint, sent, sightings, signature, tagline, told
from sitegen.ingest.fields.core import shortened
from sitegen.ingest.fields.credits import in_desks
from sitegen.ingest.fields.dateline import Dateline, read_dateline_alone
from sitegen.ingest.fields.outlet import Sighting, find_outlet, split_suffix
from sitegen.ingest.fields.outlet_words import stands_beside_names
from sitegen.ingest.fields.repeats import in_repeats
from sitegen.ingest.fields.signed import in_signatures
from sitegen.ingest.fields.subject import in_subjects
from sitegen.ingest.lines import Line, Shape, read_lines
from sitegen.ingest.phrases import Lexicon
from sitegen.ingest.stems import stems
from sitegen.model import Block, BlockKind, Dropped, Found

# Leftovers that are about other things than the page they stand on.
ELSEWHERE = frozenset(
    {"caption", "read_also", "related", "advert", "share", "comments", "tags", "skip", "media", "author-note"}
)
# Rules that take what a page says about its paper, and no appeals to the reader.
_IMPRINTS = frozenset(
    {"legal", "about", "origin", "after-end", "navigation", "programme", "repeated", "byline", "before-text"}
)
# Rules that take buttons, numbers and lists of words: no sentence among them.
_SILENT = frozenset({"skip", "share", "tools", "tags", "paging", "ticker", "signs", "navigation"})
# What readers of formats leave out because it leads to other pages.
_TEASERS = frozenset({"page-links", "page-related", "page-sidebar", "page-advert", "page-odd"})
_LISTS = frozenset({"read_also", "related", "media"})  # into which a last line of the house's may be drawn
_CRUMBS = frozenset({"crumb", "navigation", "before-headline", "page-before", "page-navigation"})
_FAR = 1_000_000  # the index of the first line that a reader left out: after all others
_LONGEST_OPENING = 60  # characters
_SAID, _LONGEST_SAID = 0.5, 120  # the weight of a sentence that says whose a page is, and its characters
_HEAD = 8  # lines behind the first one kept that may still belong to the head
_WHOLE = ("masthead", "line beside the date", "line under the headline")
_PARAGRAPHS, _COMPARED = 12, 800  # paragraphs of the text, and their characters, with which names are compared


@dataclass(frozen=True, slots=True)
class _Page:
    """The lines of a page by where they stand; each is one that may name the outlet in its own way."""

    words: Lexicon
    kept: tuple[Line, ...]
    dropped: tuple[tuple[Line, str], ...]
    title: Line | None
    outside: tuple[tuple[Line, str], ...]  # what the reader left out, and by which rule
    declared: tuple[Line, ...]  # the lines of the author and the date that the reader marked
    frame: tuple[Line, ...]  # all lines that are neither the text nor about other pages
    body: str  # the text without the beginning of its first paragraph, where the dateline stands
    end: int  # the index at which the head has ended
    last: int  # the index of the last line of the text

    def by(self, *rules: str) -> list[Line]:
        """Return the lines that these rules took."""
        return [line for line, rule in self.dropped if rule in rules]

    def opening(self) -> list[Line]:
        """Return the short lines kept over the text that say what paper this is: "The weekly letter Heron"."""
        lines = [line for line in self.kept[:2] if line.shape is Shape.HEADLINE and len(line.text) <= _LONGEST_OPENING]
        return [line for line in lines if stands_beside_names(line.text, self.words)]

    def after(self) -> list[Line]:
        """Return the lines under the text but for what stands under the word for advertising."""
        adverts = {line.index + 1 for line in self.by("advert")}
        return [line for line in self.frame if line.index > self.last and line.index not in adverts]


def find_shown_outlet(
    cleaned: Cleaned,
    dateline: Dateline | None,
    suffix: Sighting | None,
    words: Lexicon,
    aside: Iterable[Dropped],
    declared: Iterable[str],
) -> list[Found]:
    """Return the outlet that the lines of a page name, or nothing.

    `suffix` is the name behind a declared headline, `aside` what the reader of the format left out, `declared` what it
    read in the lines of the author and the date.
    """
    left = [d for d in aside if d.text.strip()]
    outside = tuple(zip(_lines_of((d.text for d in left), words, _FAR), (d.rule for d in left), strict=True))
    page = _read_page(cleaned, words, outside, _lines_of(declared, words, _FAR + len(left)))
    headline, behind = split_suffix(page.title.text.strip(), words, page.frame) if page.title else ("", None)
    text = stems(line.text[:_COMPARED] for line in page.kept[:_PARAGRAPHS])
    seen = [*_in_head(page, dateline, stems([headline]) | text), *_in_sentences(page), *_in_foot(page)]
    seen += [name for name in (suffix or behind,) if name is not None]
    seen += in_repeats([d for d in page.dropped if d[1] not in ELSEWHERE and d[1] != "after-end"], words)
    seen += sent.in_initials(page.kept[0].text if page.kept else "", seen)
    result = find_outlet(_settled(seen), words, (*page.frame, *page.opening()), stems([headline]), text)
    if result is None:
        return []
    return [replace(result, value=shortened(result.value, page.frame, page.body, words))]


def _read_page(
    cleaned: Cleaned, words: Lexicon, outside: tuple[tuple[Line, str], ...], declared: tuple[Line, ...]
) -> _Page:
    kept = cleaned.kept
    own = (line for line, rule in cleaned.dropped if rule not in ELSEWHERE)
    return _Page(
        words=words,
        kept=kept,
        dropped=cleaned.dropped,
        title=cleaned.title,
        outside=outside,
        declared=declared,
        frame=(*own, *(line for line, _ in outside)),
        body="\n".join(line.text[60:] if n == 0 else line.text for n, line in enumerate(kept)),
        end=min(kept[0].index + _HEAD, kept[-1].index) if kept else len(cleaned.dropped),
        last=kept[-1].index if kept else len(cleaned.dropped),
    )


def _in_head(page: _Page, dateline: Dateline | None, known: frozenset[str]) -> Iterator[Sighting]:
    """Yield the names over the text and at its beginning, and in the lines of the author and the date."""
    words, head = page.words, [d for d in page.dropped if d[0].index < page.end]
    yield from sent.in_dateline(dateline, page.body, words)
    for line in page.declared:
        yield from sent.in_dateline(read_dateline_alone(line.text, words.language), page.body, words)
    title = page.title.index if page.title else None
    yield from sightings.in_head(head, words, title)
    if head and sightings.may_name(*head[0], 0, words):
        yield from tagline.in_tagline(head[0][0], words, title, known)
    yield from tagline.in_crumbs([line for line, rule in (*head, *page.outside) if rule in _CRUMBS], words)
    yield from in_signatures([*page.frame, *page.declared], words, page.body)
    yield from told.in_quotes((line for line, rule in head if rule in ("byline", "stamp")), 0.4)
    yield from told.in_opening(page.kept[0].text if page.kept else "", words, page.body)


def _in_sentences(page: _Page) -> Iterator[Sighting]:
    """Yield the names in sentences in which pages speak of their paper."""
    words = page.words
    own = [line for line, rule in page.outside if rule not in _TEASERS]
    linked = [line for line, rule in page.outside if rule in _TEASERS]
    yield from told.in_sentences((line for line, rule in page.dropped if rule not in _SILENT | _LISTS), words)
    yield from told.in_sentences(page.by(*_LISTS), words, is_own=False)
    yield from told.in_sentences(own, words, subject=0.5)
    yield from told.in_sentences(linked, words, subject=0.5, is_own=False)
    opening = told.in_sentences(
        [line for line in page.kept[:1] if len(line.text) <= _LONGEST_SAID], words, subject=0.0, is_own=False
    )
    yield from (sighting for sighting in opening if sighting.weight >= _SAID)  # "You are reading The Heron, a letter …"
    yield from told.in_legal(page.by("legal"), words)
    yield from told.in_captions(page.by("caption"), words)
    yield from in_subjects(page.after(), words, page.body)


def _in_foot(page: _Page) -> Iterator[Sighting]:
    """Yield the names under the text: imprints, companies, signatures, addresses."""
    words, after = page.words, page.after()
    foot = [line for line in page.frame if line.index > page.end]
    own = [line for line, rule in page.dropped if rule in _IMPRINTS and line.index > page.end]
    yield from imprint.in_imprint([*own, *(line for line, _ in page.outside)], words)
    yield from imprint.in_companies(after, words)
    yield from imprint.in_rows(after, words)
    yield from in_desks([line for line in page.by("byline") if line.index > page.last], words)
    yield from told.in_quotes(foot)
    yield from told.in_addresses(foot)
    yield from told.in_addresses(page.by(*_LISTS), is_own=False)
    yield from signature.in_foot([d for d in page.dropped if d[0].index > page.last], words, page.body)
    yield from signature.in_footer((line for line, rule in page.outside if rule == "page-footer"), words, page.body)


def _settled(seen: Iterable[Sighting]) -> list[Sighting]:
    """Return the sightings without other readings of a line in which a sentence shows where the name begins."""
    seen = list(seen)
    told_names = {s.line: s.name for s in seen if s.where == "sentence"}
    subjects = {s.line: s.name for s in seen if s.where == "subject"}
    # "You are reading The Heron": the sentence knows where the name begins.
    seen = [s for s in seen if s.where not in _WHOLE or not s.name.endswith(f" {told_names.get(s.line, s.name)}")]
    seen = [s for s in seen if s.where != "imprint" or s.line not in (*told_names, *subjects)]
    mastheads = tuple(f" {s.name}" for s in seen if s.where == "masthead")
    seen = [s for s in seen if s.where != "imprint" or not s.name.endswith(mastheads)]  # "About The Heron"
    # "Lantern, a site founded in 2012": the name is what the sentence is about.
    return [s for s in seen if s.where != "sentence" or subjects.get(s.line, s.name) == s.name]


def _lines_of(texts: Iterable[str], words: Lexicon, first: int) -> tuple[Line, ...]:
    return read_lines((Block(BlockKind.TEXT, text) for text in texts), words.language, first=first)
