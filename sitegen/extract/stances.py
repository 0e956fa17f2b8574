"""Scan → what a sentence says of its own events: that they are denied, or that the plans in it are of others."""

from __future__ import annotations

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS
from sitegen.model import Kind

# Between a denial and the words of the event that it is of; 8 to 25 words fare alike.
DENIES_WORDS, DENIES_CHARACTERS = 14, 16


def denied_kinds(scan: Scan, lexicon: Lexicon) -> frozenset[Kind]:
    """Return the kinds said not to have happened: of the words of events those nearest to a denial."""
    reach = DENIES_CHARACTERS if lexicon.language in SPACELESS else DENIES_WORDS
    found = set()
    for denial in scan.hits("stance", "denied"):
        spoken = [
            h for h in scan.kinds if h.entry.value != Kind.STATEMENT and not _is_cut_off(scan, denial, h, lexicon)
        ]
        nearest = min(spoken, key=lambda h: (_has_comma(scan, denial, h), _apart(denial, h), h.first), default=None)
        if nearest and _apart(denial, nearest) <= reach:
            found.add(Kind(nearest.entry.value))
    return frozenset(found)


def plans_another(scan: Scan) -> bool:
    """Return whether all plans stand in a clause of their own, behind what is told of with its day.

    `They spoke on Tuesday, hours before the duties were due to begin`: what they did is not to come.
    """
    days = [h for h in scan.times if h.entry.topic in ("weekday", "month", "day")]
    if not days or scan.is_heading:
        return False
    plans = list(scan.hits("stance", "announced"))
    told = [h for h in scan.kinds if h.entry.value != Kind.STATEMENT and not any(_is_within(h, p) for p in plans)]
    if not told:  # `She flies on to Tonga on Friday, where she is due to meet …`
        return False
    last = max((days[0], *told), key=lambda h: h.last)
    return all(last.last < plan.first and _has_comma(scan, last, plan) for plan in plans)


def _is_within(hit: Hit, plan: Hit) -> bool:
    """`vor dem Treffen mit`: the words of the plan name its event."""
    return plan.first <= hit.first and hit.last <= plan.last


def _apart(left: Hit, right: Hit) -> int:
    """How many tokens lie between two hits, 0 where they overlap."""
    return max(0, right.first - left.last, left.first - right.last)


def _has_comma(scan: Scan, left: Hit, right: Hit) -> bool:
    """`The visit is cancelled, the meeting will not take place`: each denial is of its own clause."""
    first, last = sorted((left, right), key=lambda h: h.first)
    return bool(set(scan.text[scan.tokens[first.last].end : scan.tokens[last.first].start]) & set(",،，、"))


def _is_cut_off(scan: Scan, left: Hit, right: Hit, lexicon: Lexicon) -> bool:
    """`関税90日延期 米墨首脳が電話会談`: in scripts without spaces a space ends a headline's clause."""
    if lexicon.language not in SPACELESS:
        return False
    first, last = sorted((left, right), key=lambda h: h.first)
    return " " in scan.text[scan.tokens[first.last].end : scan.tokens[last.first].start]
