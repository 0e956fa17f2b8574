"""What events, storylines and their subjects are called in an edition."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from sitegen.model import Event, Storyline
from sitegen.plan.edition import Edition, capital
from sitegen.plan.headlines import headline, party_noun
from sitegen.plan.inflect import fill
from sitegen.plan.library import Site


def event_title(site: Site, edition: Edition, event: Event) -> str:
    """Return the title of an event in an edition; a correction's title wins."""
    return _title(site, edition, event.id)


@lru_cache(maxsize=50_000)
def _title(site: Site, edition: Edition, event_id: str) -> str:
    event = site.library.events[event_id]
    own = event.title_override.get(edition.code)
    made = own or headline(edition, site.library, event)
    return capital(edition, made)  # a name may begin with a small particle: "el-Sisi"


def storyline_title(edition: Edition, storyline: Storyline) -> str:
    """Return "Iran–Russia talks", or the same with its topic."""
    *first, last = (party_noun(edition, party) for party in storyline.parties)
    topic = topic_name(edition, storyline.topic) if storyline.topic else ""
    pgettext = edition.words.pgettext
    if not first:
        title = fill(edition, pgettext("event title", "Talks: %(names)s"), names=last)
    elif not topic:
        # Translators: all that two parties do with each other: "Iran–Russia talks".
        title = fill(edition, pgettext("storyline title", "%(a)s–%(b)s talks"), a=first, b=last)
    else:
        # Translators: a and b are countries or organisations: "Iran–United States talks".
        title = fill(edition, pgettext("event title", "%(a)s–%(b)s talks"), a=first, b=last)
    return f"{title}{edition.usage.signs.colon}{topic}" if topic else title


def topic_name(edition: Edition, topic: str) -> str:
    """Return the name of a negotiation's subject, or its code in words where the catalogues have none."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "nuclear": lambda: pgettext("subject of talks", "nuclear programme"),
        "trade": lambda: pgettext("subject of talks", "trade"),
        "ceasefire": lambda: pgettext("subject of talks", "ceasefire"),
        "peace": lambda: pgettext("subject of talks", "peace"),
        "border": lambda: pgettext("subject of talks", "border"),
    }
    return names[topic]() if topic in names else topic.replace("-", " ")
