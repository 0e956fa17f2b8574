"""Joins, splits and hidden reports → Orders that clustering obeys: what must be one event, and what must not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from sitegen.errors import CorrectionError, suggest
from sitegen.group.book import Book
from sitegen.group.facts import VETO
from sitegen.model import Comparison, Event, Hide, Join, Reason, Split, Verdict

Structural = Join | Split | Hide


@dataclass(frozen=True, slots=True)
class Orders:
    """Pairs of claim ids, the lower first, with the order's place: one event or two; and claims to drop."""

    together: tuple[tuple[str, str, str], ...] = ()  # (left, right, where)
    apart: tuple[tuple[str, str, str], ...] = ()
    dropped: frozenset[str] = frozenset()

    @property
    def join(self) -> list[tuple[str, str]]:
        """The pairs that must be one event."""
        return [(left, right) for left, right, _ in self.together]

    def add(self, other: Orders) -> Orders:
        """Return the orders of both."""
        together = (*self.together, *other.together)
        return Orders(together, (*self.apart, *other.apart), self.dropped | other.dropped)

    def judge(self, comparisons: Iterable[Comparison]) -> list[Comparison]:
        """Return the comparisons with the ordered pairs judged as ordered, sorted by their claims."""
        table = {(c.left, c.right): c for c in comparisons if not {c.left, c.right} & self.dropped}
        for left, right, where in self.together:
            old = table.get((left, right))
            reasons = (*(old.reasons if old else ()), Reason("correction-join", -VETO, where))
            table[left, right] = Comparison(left, right, -VETO, Verdict.SAME, reasons)
        for left, right, where in self.apart:
            old = table.get((left, right))
            reasons = (*(old.reasons if old else ()), Reason("correction-split", VETO, where))
            table[left, right] = Comparison(left, right, VETO, Verdict.DIFFERENT, reasons)
        return [table[key] for key in sorted(table)]

    def check(self, events: Iterable[Event]) -> None:
        """Raise CorrectionError where one order undoes another: what must be apart is in one event, or the reverse."""
        home = {claim.id: event.id for event in events for claim in event.claims}
        for left, right, where in self.apart:
            if left in home and home[left] == home.get(right):
                hint = "Another correction joins them; take one of the two away."
                raise CorrectionError(f"“{left}” and “{right}” cannot be split.", where=where, hint=hint)


def read_orders(order: Structural, book: Book, events: Sequence[Event]) -> Orders | None:
    """Return what one correction orders, or None where an event that it names is not known (yet).

    Raises CorrectionError where the event is known and an article is no report of it.
    """
    if isinstance(order, Join):
        return _join(order, book, events)
    if isinstance(order, Split) and order.events:
        return _keep_apart(order, book, events)
    claims = book.claims_of(order.event, events)
    if not claims:
        return None
    if isinstance(order, Hide):
        return Orders(dropped=_reports(order.event, order.article, order.where, book, claims))
    leaving = frozenset().union(*(_reports(order.event, a, order.where, book, claims) for a in order.articles))
    if leaving == claims:
        hint = "Leave the reports of the event itself out of articles."
        raise CorrectionError("all reports of the event are split off; nothing is left.", where=order.where, hint=hint)
    apart = [(min(a, b), max(a, b), order.where) for a in sorted(leaving) for b in sorted(claims - leaving)]
    return Orders(_pairs(leaving, order.where), tuple(apart))


def missing_event(order: Structural, book: Book, events: Sequence[Event]) -> CorrectionError:
    """Return the error for the first event of a correction that nobody knows."""
    if isinstance(order, Join):
        names = [*order.events, *(report.event for report in order.reports)]
    else:
        names = list(order.events) if isinstance(order, Split) and order.events else [order.event]
    return next(book.no_event(n, order.where) for n in names if not book.claims_of(n, events))


def _keep_apart(order: Split, book: Book, events: Sequence[Event]) -> Orders | None:
    groups = [book.claims_of(name, events) for name in order.events]
    if not all(groups):
        return None
    now = [book.find(name, events) for name in order.events]
    if len({event.id for event in now if event}) == len(now):
        groups = [frozenset(claim.id for claim in event.claims) for event in now if event]
    pairs = {
        (min(a, b), max(a, b), order.where)
        for left, right in combinations(groups, 2)
        for a in left
        for b in right
        if a != b
    }
    return Orders(apart=tuple(sorted(pairs)))


def _join(order: Join, book: Book, events: Sequence[Event]) -> Orders | None:
    members: set[str] = set()
    for name in order.events:
        claims = book.claims_of(name, events)
        if not claims:
            return None
        members |= claims
    for report in order.reports:
        claims = book.claims_of(report.event, events)
        if not claims:
            return None
        members |= _reports(report.event, report.article, order.where, book, claims)
    return Orders(_pairs(members, order.where))


def _pairs(members: Iterable[str], where: str) -> tuple[tuple[str, str, str], ...]:
    """Every pair, the lower first: a chain would leave pairs between them without a verdict."""
    return tuple((left, right, where) for left, right in combinations(sorted(members), 2))


def _reports(event: str, article: str, where: str, book: Book, claims: frozenset[str]) -> frozenset[str]:
    """The claims of an event that stand in an article."""
    ids = book.articles_called(article)
    if not ids:
        raise CorrectionError(f"there is no article “{article}”.", where=where, hint=suggest(article, book.articles))
    found = frozenset(claim for claim in claims if claim.rpartition("#")[0] in ids)
    if not found:
        others = sorted({book.addresses[claim.rpartition("#")[0]] for claim in claims})
        hint = f"The reports of the event are {', '.join(others)}."
        raise CorrectionError(f"“{article}” is no report of “{event}”.", where=where, hint=hint)
    return found
