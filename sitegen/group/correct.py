"""Corrections and published ids → the events as the editors order them, and where former ids lead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.group.book import Book
from sitegen.group.change import change_event
from sitegen.group.follow import follow
from sitegen.group.merge import event_ids
from sitegen.group.orders import Orders, Structural, missing_event, read_orders
from sitegen.group.storylines import order_of
from sitegen.model import Change, Corrections, Directory, Event, Hide, Join

Build = Callable[[Orders], list[Event]]


@dataclass(frozen=True, slots=True)
class Corrected:
    """The events in order of time, the orders that clustering obeyed, and former id → id."""

    events: list[Event]
    orders: Orders
    redirects: Mapping[str, str]


def correct_events(build: Build, corrections: Corrections, directory: Directory, book: Book) -> Corrected:
    """Return the events that `build` makes of the claims under the orders of the corrections.

    An id in a correction may be the one that the machine gives, one that another correction makes, or one that was
    published. Raises CorrectionError where it is none of them, or where two corrections contradict each other.
    """
    machine = build(Orders())
    book = book.learn(machine)
    events, orders, book = _obey_orders(build, machine, corrections, directory, book)
    changed, book = _change_all(events, corrections.changes, directory, book, is_strict=True)
    shown = _mark(_without_hidden(changed, corrections.hidden, book), orders)
    return Corrected(sorted(shown, key=order_of), orders, _redirects(machine, shown, book))


# ---------------------------------------------------------------- which claims are one event


def _obey_orders(
    build: Build, events: list[Event], corrections: Corrections, directory: Directory, book: Book
) -> tuple[list[Event], Orders, Book]:
    """Joins and splits may name ids that only other corrections make: obey what can be read, until nothing is left."""
    waiting: list[Structural] = [*corrections.joins, *corrections.splits]
    waiting += [hide for hide in corrections.hidden if hide.event and hide.article]
    orders = Orders()
    while waiting:
        named, book = _change_all(events, corrections.changes, directory, book, is_strict=False)
        read = {n: found for n, order in enumerate(waiting) if (found := read_orders(order, book, named)) is not None}
        if not read:
            raise missing_event(waiting[0], book, named)
        # Joins first: what is split from an event, or kept apart from it, is split from all that was joined to it.
        joins = {n for n in read if isinstance(waiting[n], Join)}
        for n in sorted(joins or read):
            orders = orders.add(read[n])
        waiting = [order for n, order in enumerate(waiting) if n not in (joins or read)]
        events = build(orders)
        book = book.learn(events)
    orders.check(events)
    return events, orders, book


# ---------------------------------------------------------------- what the events are


def _change_all(
    events: list[Event], changes: Iterable[Change], directory: Directory, book: Book, *, is_strict: bool
) -> tuple[list[Event], Book]:
    """Change events in the order of the file; an event that is not there yet is passed over unless `is_strict`."""
    for change in changes:
        event = book.find(change.event, events)
        if event is None:
            if is_strict:
                raise book.no_event(change.event, change.where)
            continue
        changed = change_event(event, change, directory)
        events = _renamed([changed if e is event else e for e in events], directory)
        book = book.learn(events)
    return events, book


def _renamed(events: list[Event], directory: Directory) -> list[Event]:
    """Return the events under the ids that follow from their facts now, in the same order."""
    ids = event_ids(events, directory)
    new = {event.id: ids[n] for n, event in enumerate(events)}
    if all(old == now for old, now in new.items()):
        return events
    return [
        replace(e, id=new[e.id], related=tuple(replace(r, event=new.get(r.event, r.event)) for r in e.related))
        for e in events
    ]


def _without_hidden(events: Sequence[Event], hidden: Iterable[Hide], book: Book) -> list[Event]:
    gone = set()
    for hide in hidden:
        if hide.event and not hide.article:
            event = book.find(hide.event, events)
            if event is None:
                raise book.no_event(hide.event, hide.where)
            gone.add(event.id)
    return [replace(e, related=tuple(r for r in e.related if r.event not in gone)) for e in events if e.id not in gone]


def _mark(events: Iterable[Event], orders: Orders) -> list[Event]:
    """Say of each event which joins and splits had their say in it."""
    pairs = [(left, right, where) for left, right, where in (*orders.together, *orders.apart)]
    return [_marked(event, pairs) for event in events]


def _marked(event: Event, pairs: Sequence[tuple[str, str, str]]) -> Event:
    own = {claim.id for claim in event.claims}
    places = dict.fromkeys(where for left, right, where in pairs if left in own or right in own)
    if not places:
        return event
    return replace(event, was_corrected=True, corrected_by=(*places, *event.corrected_by))


# ---------------------------------------------------------------- where former ids lead


def _redirects(machine: Iterable[Event], events: Sequence[Event], book: Book) -> dict[str, str]:
    """Every id that the machine gave or the site published, and that no event bears now → the event it has become."""
    ids = {event.id for event in events}
    found: dict[str, str] = {}
    for former in sorted({event.id for event in machine} - ids):
        event = book.find(former, events)
        if event:
            found[former] = event.id
    for gone in book.published:
        if gone.id not in ids and gone.id not in found:
            event = follow(gone, events, book.addresses)
            if event:
                found[gone.id] = event.id
    return dict(sorted(found.items()))
