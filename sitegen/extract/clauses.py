"""The pieces of a sentence between its commas: which of its days belongs to which words."""

from __future__ import annotations

from collections.abc import Sequence

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.scan import Scan
from sitegen.model import Kind

COMMAS = frozenset(",،，、")


def is_aside(scan: Scan, at: int, lexicon: Lexicon) -> bool:
    """Return whether a day stands in a clause about somebody: `Paz, who was sworn in on Saturday, …`, `investi samedi`.

    It begins with a relative pronoun or, between two commas, with another word than the day's own or a name:
    `, on Monday,` and `, Putin on Monday,` are none, nor is `, congratulated yesterday,` with the verb of the event.
    """
    start, end = _piece(scan, at)
    if start == 0 or scan.tokens[start].folded in lexicon.adpositions["relative"]:
        return start > 0
    is_of_subject = any(start <= hit.first < at for hit in scan.names)
    tells = any(hit.first == start and hit.entry.value != Kind.STATEMENT for hit in scan.kinds)
    is_main = is_of_subject or tells or _begins_with_day(scan, start, lexicon)
    return end < len(scan.tokens) and not is_main


def is_apart(scan: Scan, at: int, spoken: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Return whether a day stands between other commas than all these words; `, on Monday,` stands by them all."""
    start, end = _piece(scan, at)
    return not _begins_with_day(scan, start, lexicon) and not any(start <= hit.first < end for hit in spoken)


def _piece(scan: Scan, at: int) -> tuple[int, int]:
    """The first token of a piece, and the first behind it."""
    commas = [n for n in range(1, len(scan.tokens)) if _is_behind_comma(scan, n)]
    start = max((n for n in commas if n <= at), default=0)
    return start, min((n for n in commas if n > at), default=len(scan.tokens))


def _begins_with_day(scan: Scan, start: int, lexicon: Lexicon) -> bool:
    is_time = any(hit.first <= start <= hit.last for hit in scan.times)
    return is_time or scan.tokens[start].folded in lexicon.stop


def _is_behind_comma(scan: Scan, at: int) -> bool:
    return not COMMAS.isdisjoint(scan.text[scan.tokens[at - 1].end : scan.tokens[at].start])
