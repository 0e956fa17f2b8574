"""Addresses that events had before a correction: a page that leads on to where the event is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.plan import urls
from sitegen.plan.frame import PlannedPage, Spec, make_page
from sitegen.plan.library import Site
from sitegen.plan.links import Links
from sitegen.plan.titles import event_title


@dataclass(frozen=True, slots=True)
class RedirectView:
    """What the template sees."""

    title: str
    target: str


def plan_redirects(site: Site) -> Iterator[PlannedPage]:
    """Yield a page for every former address, in every edition."""
    for edition in site.editions:
        for former, now in sorted(site.library.redirects.items()):
            if now not in site.library.events or former in site.library.events:
                continue
            links = Links(urls.event(edition.code, former))
            title = event_title(site, edition, site.library.events[now])
            spec = Spec(
                kind="redirect",
                path=links.page,
                template="redirect.html",
                title=title,
                description=title,
                versions={},
                is_indexed=False,
            )
            target = links.to(urls.event(edition.code, now))
            yield make_page(site, edition, spec, links, RedirectView(title, target))
