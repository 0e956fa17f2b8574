"""The rule that took a line away → what such lines are, in the reader's words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from sitegen.model import Dropped
from sitegen.plan.edition import Edition

# What each rule of `sitegen.ingest` takes; a rule that is not here takes "other lines".
_SORTS: Mapping[str, str] = {
    rule: sort
    for sort, rules in {
        "menus": "arrow before crumb links navigation paging skip",
        "buttons": "share tools",
        "other-articles": "read-also related sidebar",
        "comments": "comments",
        "tags": "tags",
        "adverts": "advert",
        "appeals": "appeal follow form newsletter support",
        "stamps": "date-line stamp",
        "bylines": "author byline editor initials",
        "captions": "caption embed media",
        "legal": "cookies footer legal",
        "programme": "programme ticker",
        "outlet": "about origin report",
        "around": "after after-end before-headline before-text hidden no-article note odd window",
        "repeats": "repeated repeated-headline",
        "signs": "signs",
    }.items()
    for rule in rules.split()
}


def count_leftovers(edition: Edition, dropped: Iterable[Dropped]) -> tuple[tuple[str, int], ...]:
    """Return what was left out and how many lines of each sort, the most first."""
    counts = Counter(leftover_words(edition, line.rule) for line in dropped)
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def leftover_words(edition: Edition, rule: str) -> str:
    """Return what the lines are that a rule takes away."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "menus": lambda: pgettext("what was left out", "menus and paths of the site"),
        "buttons": lambda: pgettext("what was left out", "buttons to share, print or save"),
        "other-articles": lambda: pgettext("what was left out", "links to other articles"),
        "comments": lambda: pgettext("what was left out", "comments and their forms"),
        "tags": lambda: pgettext("what was left out", "tags"),
        "adverts": lambda: pgettext("what was left out", "advertisements"),
        "appeals": lambda: pgettext("what was left out", "calls to subscribe, follow or donate"),
        "stamps": lambda: pgettext("what was left out", "dates and times of publication"),
        "bylines": lambda: pgettext("what was left out", "names of authors and editors"),
        "captions": lambda: pgettext("what was left out", "captions of pictures and videos"),
        "legal": lambda: pgettext("what was left out", "legal notes and foot of the page"),
        "programme": lambda: pgettext("what was left out", "tickers and programmes"),
        "outlet": lambda: pgettext("what was left out", "notes about the outlet"),
        "around": lambda: pgettext("what was left out", "lines before and after the text"),
        "repeats": lambda: pgettext("what was left out", "repeated lines"),
        "signs": lambda: pgettext("what was left out", "signs without words"),
    }
    sort = _SORTS.get(rule.removeprefix("page-").replace("_", "-"))
    return names[sort]() if sort else pgettext("what was left out", "other lines")
