"""The page that a server shows for an address that does not exist, at whatever depth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.frame import PlannedPage, Spec, base_path, make_page
from sitegen.plan.library import Site
from sitegen.plan.links import Links
from sitegen.plan.views import Anchor


@dataclass(frozen=True, slots=True)
class Lost:
    """The message in one language, with the way back."""

    lang: str
    dir: str
    message: str
    home: Anchor


@dataclass(frozen=True, slots=True)
class NotFoundView:
    """What the template sees."""

    title: str
    messages: tuple[Lost, ...]


def plan_not_found(site: Site) -> Iterator[PlannedPage]:
    """Yield the page; its links start with the base path, because it is served for addresses of any depth."""
    edition = site.default
    links = Links(urls.NOT_FOUND, root=base_path(site))
    title = edition.words.gettext("Page not found")
    spec = Spec(
        kind="not-found",
        path=urls.NOT_FOUND,
        template="404.html",
        title=title,
        description=title,
        versions={},
        is_indexed=False,
    )
    messages = tuple(
        Lost(
            other.code,
            other.direction,
            other.words.gettext("There is no such page. It may have been renamed when a report was corrected."),
            Anchor(links.to(urls.events(other.code)), other.words.gettext("All events")),
        )
        for other in site.editions
    )
    yield make_page(site, edition, spec, links, NotFoundView(title, messages))
