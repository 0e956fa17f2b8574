"""A longer form of an outlet's name and the lines of its page → the name as it stands without its word of sort."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sitegen.ingest.fields.outlet_name import is_something_else
from sitegen.ingest.fields.outlet_words import is_generic, small_words
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon

_LONGEST_SORT = 3  # words: "pháp luật báo", "هفته‌نامه الکترونیکی"
_SHORTEST_LONE = 5  # letters of a core of one word
_LONGEST_LINE = 160
# What of the same house is called like its paper, and is another thing.
_PRODUCT = re.compile(r"\s+(?:TV|FM|Radio|Podcast|Plus|Pro|Premium|App|Shop|टीवी|رادیو|تلویزیون)(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Cut:
    """A name without a word of sort at one end, and that word."""

    core: str
    sort: str
    is_before: bool


def shortened(name: str, frame: Iterable[Line], body: str, lexicon: Lexicon) -> str:
    """Return what is left of a name without "newspaper", "portal" or "media" at an end, if the page shows it alone.

    `frame` are the lines of the page that are not its text, `body` is the text without the dateline,
    where names are shortened. A name that the page gives as
    often with that word keeps it: "Tuần báo Cửu Long".
    """
    cuts = [] if is_spaceless(name) else list(_cuts(name, lexicon))
    if not cuts:
        return name
    own = [line.text for line in frame if len(line.text) <= _LONGEST_LINE]
    best = next((cut.core for cut in cuts if _stands_alone(cut, name, own, body)), name)
    return shortened(best, frame, body, lexicon) if best != name else name


def _cuts(name: str, lexicon: Lexicon) -> Iterator[_Cut]:
    """Yield a name without the words of sort at either end, the longest cut first."""
    words = name.split()
    small = small_words(lexicon.language)
    for size in range(min(_LONGEST_SORT, len(words) - 1), 0, -1):
        for sort, core, is_before in ((words[:size], words[size:], True), (words[-size:], words[:-size], False)):
            left = " ".join(core)
            if not is_generic(" ".join(sort), lexicon.language) or is_something_else(left, lexicon):
                continue
            # "Journal du Sahel", "The Weekly": what is left must be a name by itself.
            if key_of(core[0] if is_before else core[-1], lexicon.language) in small:
                continue
            if len(core) > 1 or len(left) >= _SHORTEST_LONE:
                yield _Cut(left, " ".join(sort), is_before)


def _stands_alone(cut: _Cut, name: str, own: Sequence[str], body: str) -> bool:
    """Return whether the page shows a core without its word of sort, and not the whole name more often."""
    if len(cut.core.split()) == 1:
        # One word is a river or a town, too: it must be a line of its own.
        return any(text.strip(" *_#>.").casefold() == cut.core.casefold() for text in own)
    shown = re.compile(rf"(?<!\w){re.escape(cut.core)}(?!\w)", re.IGNORECASE)
    alone = whole = 0
    for text in own:
        for found in shown.finditer(text):
            if _PRODUCT.match(text, found.end()):
                continue  # "The Heron TV" beside "Daily Heron"
            is_whole = name.casefold() in text.casefold() or _is_beside(text, found, cut)
            alone, whole = alone + (not is_whole), whole + is_whole
    if cut.is_before and " " not in cut.sort:
        # A text names its paper without "the newspaper", but shortens a longer title as it does any other.
        exact = re.compile(rf"(?<!\w){re.escape(cut.core)}(?!\w)(?!\s+[A-ZА-ЯÀ-Þ])")
        told = [_is_beside(body, found, cut) for found in exact.finditer(body)]
        alone, whole = alone + told.count(False), whole + told.count(True)
    return 0 < alone >= whole


def _is_beside(text: str, found: re.Match[str], cut: _Cut) -> bool:
    around = text[: found.start()].rstrip() if cut.is_before else text[found.end() :].lstrip()
    folded, sort = around.casefold(), cut.sort.casefold()
    return folded.endswith(sort) if cut.is_before else folded.startswith(sort)
