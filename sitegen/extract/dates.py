"""Sentence → constraints: every time expression is a reason for a date, with the words that give it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from sitegen.extract.clocks import by_local_clock
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.months import read_months
from sitegen.extract.numeric import read_numeric
from sitegen.extract.quotes import quoted_spans
from sitegen.extract.relative import read_relative
from sitegen.extract.scan import Scan
from sitegen.extract.time_words import TimeScan, TimeWord
from sitegen.extract.tokens import SPACELESS
from sitegen.extract.weekdays import read_numbered_days, read_spaceless_days, read_weekdays
from sitegen.extract.wires import dateline_end
from sitegen.model import Basis

CLAUSE, CLAUSE_GOES_ON = 9, 3  # tokens from "after" to the day in its clause, and behind the day
BEFELL = 5  # tokens from what befell to its day: `typhoon that struck the north on 2 October`; 3 to 9 fare alike
OWNED = 3  # tokens from a genitive to the word of an event that it may belong to; 2 to 5 fare alike
_SPAN = re.compile(r"\d{1,2}\.?[^\d/.]+\d{1,2}\b")  # `25-26/3`, `25 to 26 March`
LONGEST_ARTICLE = 3  # letters: "the", "dem", "les"


def read_times(
    scan: Scan, lexicon: Lexicon, anchor: date | None, article: str, is_ahead: bool = False
) -> list[TimeWord]:
    """Return the time expressions of a sentence in reading order. `anchor` is the day the article was published."""
    time = TimeScan(scan, lexicon, anchor, article, is_ahead)
    found = [
        *read_months(time),
        *read_numeric(time),
        *read_spaceless_days(time),
        *read_weekdays(time),
        *read_numbered_days(time),
        *read_relative(time),
    ]
    found = _without_quoted(_without_dateline(found, scan, lexicon), scan, lexicon)
    bounds = [h for h in scan.times if h.entry.topic == "day" and h.entry.value in ("since", "since_after")]
    found = [word for word in found if not _is_owner(word, time)]
    others = [w for w in found if _is_bound(w, bounds, scan) or _is_recalled(w, found, scan) or _befell(w, scan)]
    own = [replace(w, is_day=False) if w in others else w for w in found]
    own = by_local_clock(own, scan, clock_first=lexicon.language in SPACELESS)
    return sorted(own, key=lambda word: (word.at, not word.is_day, word.constraint.evidence.text))


def _without_dateline(words: list[TimeWord], scan: Scan, lexicon: Lexicon) -> list[TimeWord]:
    """`【5月2日 AFP】…大統領は1日`: the day on which a report was sent dates nothing that has a day of its own."""
    end = dateline_end(scan, lexicon.language)
    told = [w for w in words if scan.tokens[w.at].start >= end]
    return told if end and any(w.is_day for w in told) else words


def _without_quoted(words: list[TimeWord], scan: Scan, lexicon: Lexicon) -> list[TimeWord]:
    """`spoke for an hour today: "much of it was about yesterday's call"`: the day of the sentence, not of the words."""
    spans = quoted_spans(scan.text, lexicon.quote_pairs)
    told = [w for w in words if not any(a <= scan.tokens[w.at].start < b for a, b in spans)]
    return told if any(w.is_day for w in told) else words


def _is_bound(word: TimeWord, bounds: Sequence[Hit], scan: Scan) -> bool:
    """`since Monday`, `до 1 сентября`: right before the day, or right after it in languages that say it so."""
    first, length = _start_of(word, scan), _length_of(word, scan)
    if _SPAN.match(word.constraint.evidence.text):
        return False  # `dari 25 hingga 26 Mac`: from and to are said of the event itself
    return not _begins_a_row(first, first + length, scan) and any(
        _is_right_before(scan, h.last, first) if h.entry.value == "since" else 0 < h.first - word.at <= length
        for h in bounds
    )


def _begins_a_row(first: int, behind: int, scan: Scan) -> bool:
    """`From 3 to 5 November`, `from November 3 to 5`: the first day of something that lasts, not a bound."""
    days = {h.first for h in scan.times if h.entry.topic == "weekday"}
    days |= {at for at, token in enumerate(scan.tokens) if token.text[0].isdigit()}
    return any(h.entry.topic == "range" and first <= h.first <= behind and h.last + 1 in days for h in scan.times)


def _start_of(word: TimeWord, scan: Scan) -> int:
    """The first token of the words that give a day: `2 de abril` is found by its month."""
    text = word.constraint.evidence.text
    at = scan.text.rfind(text, 0, scan.tokens[word.at].end + len(text))
    return next((n for n, token in enumerate(scan.tokens[: word.at]) if token.start == at), word.at)


def _length_of(word: TimeWord, scan: Scan) -> int:
    """How many tokens the words that give a day cover."""
    text = word.constraint.evidence.text
    start = scan.text.rfind(text, 0, scan.tokens[word.at].end + len(text))
    return sum(start <= token.start < start + len(text) for token in scan.tokens)


def _is_recalled(word: TimeWord, words: Sequence[TimeWord], scan: Scan) -> bool:
    """`The first since he took office on 4 June`: a clause that looks back, and tells of no event of its own."""
    for hit in scan.times:
        if hit.entry.topic != "day" or hit.entry.value not in ("after", "after_behind"):
            continue
        left, right = (hit.last, word.at) if hit.entry.value == "after" else (word.at, hit.first)
        has_its_day = any(left < other.at < right for other in words if other is not word)
        has_its_day |= any(len(t.text) == 4 and t.text.isdigit() for t in scan.tokens[left + 1 : right])  # "since 2022"
        if not 0 < right - left <= CLAUSE or has_its_day or _ends_clause(scan, left, right):
            continue
        if not any(left < k.last and k.first <= right + CLAUSE_GOES_ON for k in scan.kinds):
            return True
    return False


def _befell(word: TimeWord, scan: Scan) -> bool:
    """`The earthquake that struck on 28 March`: a day of what somebody condoles on, or of an election."""
    first = _start_of(word, scan)
    for hit in scan.times:
        if hit.entry.topic != "day" or hit.entry.value not in ("befell", "befell_behind"):
            continue
        left, right = (hit.last, first) if hit.entry.value == "befell" else (word.at, hit.first)
        if 0 < right - left <= BEFELL and not _ends_clause(scan, left, right):
            return True
    return False


def _ends_clause(scan: Scan, left: int, right: int) -> bool:
    return bool(set(scan.text[scan.tokens[left].end : scan.tokens[right].start]) & set(",;،，；"))


def _is_right_before(scan: Scan, left: int, right: int) -> bool:
    """`since Monday`, `seit dem 11. September`: next to each other, or with an article between them."""
    return right - left == 1 or (right - left == 2 and len(scan.tokens[left + 1].text) <= LONGEST_ARTICLE)


def _is_owner(word: TimeWord, time: TimeScan) -> bool:
    """`Tuesday's conference`: the day of something else, where no word of an event stands right behind."""
    at, tokens = word.at + 1, time.scan.tokens
    is_genitive = at < len(tokens) and tokens[at].folded in time.lexicon.adpositions["genitive"]
    if word.constraint.basis != Basis.WEEKDAY or not is_genitive:
        return False
    return not any(at < kind.first <= at + OWNED for kind in time.scan.kinds)
