"""Scan → the kinds of events that the words of a sentence speak of as its news, and how much."""

from __future__ import annotations

import re

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.quotes import quoted_spans
from sitegen.extract.scan import Scan
from sitegen.model import Kind

# A word of an event inside quotation marks is somebody's word about it, seldom the news itself.
QUOTED_WEIGHT = 0.3
ROUND_WEIGHT = 0.7  # "the second round" is of talks, but also of elections and matches
BESIDE_TIME = 1  # tokens from "last year" to the word of what was done then; 0 to 3 fare alike
# Tokens from "after" to the words of the event, and from these to those of the time; with 3 an event fewer is exact,
# 10 fares alike.
RECALLED_WITHIN = 6
BESIDE_YEAR = 3  # tokens from the words of an event to its year, and from a year to its month
_YEAR = re.compile(r"(?:19|20)\d\d")


def spoken_kinds(scan: Scan, lexicon: Lexicon) -> dict[Kind, float]:
    """Return the weight of each kind that a sentence speaks of; what it recalls is not among them."""
    quoted = quoted_spans(scan.text, lexicon.quote_pairs)
    weights: dict[Kind, float] = {}
    for hit in scan.kinds:
        if _is_recalled(hit, scan):
            continue
        start = scan.tokens[hit.first].start
        weight = QUOTED_WEIGHT if any(a <= start < b for a, b in quoted) and not scan.is_heading else 1.0
        kind = Kind(hit.entry.value)
        weights[kind] = max(weights.get(kind, 0.0), weight)
    if Kind.TALKS not in weights and scan.round() is not None:
        weights[Kind.TALKS] = ROUND_WEIGHT
    return weights


def _is_recalled(kind: Hit, scan: Scan) -> bool:
    """`Stocks rose after last week's call`: told to say when something else happened."""
    opens = [h for h in scan.times if h.entry.topic == "day" and h.entry.value == "after"]
    past = [h for h in scan.times if h.entry.topic == "ago" or h.entry.value == "past_week"]
    if any(p.entry.value == "year" and 0 < kind.first - _last_of_time(p, scan) <= BESIDE_TIME for p in past):
        return True  # `geçen yıl imzalanan anlaşma`, `去年6月签署的协议`
    return (
        _is_of_another_month(kind, scan)
        or _is_of_a_year(kind, scan)
        or any(
            0 < kind.first - o.last <= RECALLED_WITHIN and o.last < p.first <= kind.last + RECALLED_WITHIN
            for o in opens
            for p in past
        )
    )


def _last_of_time(hit: Hit, scan: Scan) -> int:
    """The last token of a time and of what goes on right behind it: `last year in [June]` says it in two."""
    beside = next((h for h in scan.times if h.first == hit.last + 1), None)
    return _last_of_time(beside, scan) if beside else hit.last


def _is_of_another_month(kind: Hit, scan: Scan) -> bool:
    """`On Tuesday he repeated the letter that he sent in July`: its own time is a month, the news has a day."""
    days = [h for h in scan.times if h.entry.topic == "weekday" or h.entry.value in ("today", "yesterday")]
    months = [h for h in scan.times if h.entry.topic == "month" and not _has_number(scan, h)]
    behind = [m for m in months if 0 < m.first - kind.last <= RECALLED_WITHIN]
    return bool(behind) and any(d.first > behind[0].last or d.last < kind.first for d in days)


def _is_of_a_year(kind: Hit, scan: Scan) -> bool:
    """`The memorandum signed in 2017`, `2017年签署的备忘录`: a year without a month; a summit has it in its name."""
    if kind.entry.value == Kind.SUMMIT:
        return False
    near = range(max(0, kind.first - BESIDE_YEAR), min(len(scan.tokens), kind.last + BESIDE_YEAR + 1))
    dated = [h.first for h in scan.times if h.entry.topic == "month" or h.entry.value.startswith("since")]
    dated += [n for n in (*near, near.stop, near.start - 1) if 0 <= n < len(scan.tokens) and _is_number(scan, n)]
    years = [at for at in near if _YEAR.fullmatch(scan.tokens[at].folded)]
    return any(not any(0 < abs(at - other) <= BESIDE_YEAR for other in dated) for at in years)


def _is_number(scan: Scan, at: int) -> bool:
    """Whether a token may be the day or month of a date in digits."""
    return scan.tokens[at].text.isdigit() and len(scan.tokens[at].text) <= 2


def _has_number(scan: Scan, month: Hit) -> bool:
    """Whether a number beside a month makes it a day, or a year."""
    beside = scan.tokens[max(0, month.first - 2) : month.first] + scan.tokens[month.last + 1 : month.last + 3]
    return any(token.text[0].isdigit() for token in beside)
