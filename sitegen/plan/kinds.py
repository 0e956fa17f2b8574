"""A kind of event → what it is called in an edition."""

from __future__ import annotations

from collections.abc import Callable

from sitegen.model import Kind
from sitegen.plan.edition import Edition


def kind_name(edition: Edition, kind: Kind) -> str:
    """Return the name of a kind of event, in the singular and without a capital where the language has none."""
    pgettext = edition.words.pgettext
    names: dict[Kind, Callable[[], str]] = {
        Kind.CALL: lambda: pgettext("kind of event", "phone call"),
        Kind.MEETING: lambda: pgettext("kind of event", "meeting"),
        Kind.VISIT: lambda: pgettext("kind of event", "visit"),
        Kind.TALKS: lambda: pgettext("kind of event", "talks"),
        Kind.SUMMIT: lambda: pgettext("kind of event", "summit"),
        Kind.SIGNING: lambda: pgettext("kind of event", "signing"),
        Kind.MESSAGE: lambda: pgettext("kind of event", "message"),
        Kind.STATEMENT: lambda: pgettext("kind of event", "statement"),
        Kind.VOTE: lambda: pgettext("kind of event", "vote"),
    }
    return names[kind]()


def kind_heading(edition: Edition, kind: Kind) -> str:
    """Return the name of a kind as the heading of a list: "Phone calls"."""
    pgettext = edition.words.pgettext
    names: dict[Kind, Callable[[], str]] = {
        Kind.CALL: lambda: pgettext("kind of event, plural", "Phone calls"),
        Kind.MEETING: lambda: pgettext("kind of event, plural", "Meetings"),
        Kind.VISIT: lambda: pgettext("kind of event, plural", "Visits"),
        Kind.TALKS: lambda: pgettext("kind of event, plural", "Talks"),
        Kind.SUMMIT: lambda: pgettext("kind of event, plural", "Summits"),
        Kind.SIGNING: lambda: pgettext("kind of event, plural", "Signings"),
        Kind.MESSAGE: lambda: pgettext("kind of event, plural", "Messages"),
        Kind.STATEMENT: lambda: pgettext("kind of event, plural", "Statements"),
        Kind.VOTE: lambda: pgettext("kind of event, plural", "Votes"),
    }
    return names[kind]()
