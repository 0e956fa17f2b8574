"""Scans → whether an article is news of events at all: opinion, profiles, sport and markets report none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from sitegen.extract.matcher import Hit
from sitegen.extract.scan import Scan
from sitegen.model import Kind

# Different words of sport or of markets in one article. A diplomatic report uses one or two in passing (a visit to a
# match, a falling exchange rate); match reports and market reports of the development articles use five and more.
SPORT_WORDS = MARKET_WORDS = 4
SHARE_OF_SENTENCES = 0.25
# Different words of a life; sentences that hold them, and those of the lead. No article of benchmarks/quality that
# reports an event is dropped by them.
LIFE_WORDS, LIFE_WITHIN, LEAD = 2, 8, 3
NEWS_DAYS = frozenset({"today", "yesterday", "before_yesterday", "tomorrow"})
YEAR = 4  # digits; a number of fewer beside a month is a day
LONGEST_LABEL = 2  # characters of a word such as 评论 or 社説


def reports_events(scans: Sequence[Scan]) -> bool:
    """Return False for an opinion piece, a profile, sport or market news."""
    words: dict[str, set[str]] = {
        "sport": set(),
        "markets": set(),
        "opinion": set(),
        "profile": set(),
        "analysis": set(),
    }
    sentences: Counter[str] = Counter()
    for scan in scans:
        for hit in scan.hits("not-event"):
            words[hit.entry.value].add(scan.words(hit.first, hit.last).casefold())
            sentences[hit.entry.value] += 1
    is_headed = any(hit.entry.value == "markets" for scan in scans[:2] for hit in scan.hits("not-event"))
    for topic, least in (("sport", SPORT_WORDS), ("markets", MARKET_WORDS)):
        is_about = len(words[topic]) >= least and sentences[topic] >= SHARE_OF_SENTENCES * len(scans)
        if is_about and (topic == "sport" or is_headed):  # a loan between two leaders moves the markets, too
            return False
    return not _is_labelled(scans) and not _tells_a_life(scans)


def _tells_a_life(scans: Sequence[Scan]) -> bool:
    """Birth, school and first posts near the head, a headline without an event, a lead without a day: a portrait."""
    text = [s for s in scans if s.number > 0 and not s.is_heading]
    words = {scan.words(h.first, h.last).casefold() for scan in text[:LIFE_WITHIN] for h in scan.hits("life")}
    title = [s for s in scans if s.number == 0]
    is_news = any(h.entry.value != Kind.STATEMENT and _names_two(s) for s in title for h in s.kinds)
    return len(words) >= LIFE_WORDS and not is_news and not any(_names_a_day(s) for s in (*title, *text[:LEAD]))


def _names_two(scan: Scan) -> bool:
    return len({h.entry.value for h in scan.names if h.entry.topic in ("person", "country", "capital")}) > 1


def _names_a_day(scan: Scan) -> bool:
    return any(h.entry.topic == "weekday" or h.entry.value in NEWS_DAYS for h in scan.times) or any(
        scan.tokens[at].text[:1].isdigit() and len(scan.tokens[at].text) < YEAR
        for h in scan.times
        if h.entry.topic == "month"
        for at in (h.first - 1, h.last + 1)
        if 0 <= at < len(scan.tokens)
    )


def _is_labelled(scans: Sequence[Scan]) -> bool:
    """The title, the section or the closing note says that this is opinion or a portrait."""
    kickers = list(takewhile(lambda s: s.is_heading, (s for s in scans if s.number > 0)))
    places = [s for s in scans if s.number == 0] + kickers + list(scans[-1:])
    for scan in places:
        for hit in scan.hits("not-event"):
            heads = hit.first == 0 and scan.is_heading and _is_label(scan, hit.last)
            closes = scan.number > 0 and hit.entry.value == "opinion" and _is_note_on_author(scan, hit)
            if hit.entry.value in ("opinion", "profile") and (heads or closes):
                return True
    return False


def _is_note_on_author(scan: Scan, hit: Hit) -> bool:
    """`The author is …`, `N.N. is a columnist …`: a lone word such as `comment` says it only as a label."""
    single = LONGEST_LABEL if len(scan.tokens[hit.first].text) == 1 else 1
    if hit.length <= single:
        return hit.first == 0 and _is_label(scan, hit.last)
    return hit.first <= 2


def _is_label(scan: Scan, last: int) -> bool:
    """`Opinion: …`, `Profil | …`: a label is followed by a mark, not by the rest of a sentence."""
    after = scan.text[scan.tokens[last].end :].lstrip()
    return not after or after[0] in ":|–—-・：｜/】]"
