"""The page at the root of the site: one entry an edition, in its own language, and never a redirect."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.frame import PlannedPage, Spec, Switch, make_page
from sitegen.plan.library import Site, description_of_site, title_of_site
from sitegen.plan.links import Links
from sitegen.plan.pages.home import counts_sentence
from sitegen.plan.titles import event_title
from sitegen.plan.views import Anchor

MOST_NEW = 2


@dataclass(frozen=True, slots=True)
class Door:
    """The entry to one edition; every word of it is in that edition's language."""

    link: Anchor
    description: str
    counts: str
    new: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True)
class GateView:
    """What the template of the root page sees."""

    title: str
    doors: tuple[Door, ...]


def plan_gate(site: Site) -> Iterator[PlannedPage]:
    """Yield the page at the root."""
    edition = site.default
    links = Links(urls.GATE)
    title = title_of_site(site, edition)
    choose = edition.words.gettext("Choose a language")
    spec = Spec(
        kind="gate",
        path=urls.GATE,
        template="gate.html",
        title=f"{title}{edition.usage.signs.colon}{choose}",
        description=" · ".join(e.autonym for e in site.editions),
        versions={},
        switch=tuple(
            Switch(Anchor(links.to(urls.home(e.code)), e.autonym, e.code, e.direction), is_current=False)
            for e in site.editions
        ),
    )
    doors = []
    for other in site.editions:
        new = tuple(
            Anchor(links.to(urls.event(other.code, event.id)), event_title(site, other, event))
            for event in site.events[:MOST_NEW]
        )
        link = Anchor(links.to(urls.home(other.code)), other.autonym, other.code, other.direction)
        doors.append(Door(link, description_of_site(site, other), counts_sentence(site, other), new))
    yield make_page(site, edition, spec, links, GateView(title, tuple(doors)))
