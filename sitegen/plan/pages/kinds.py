"""Events by kind: all phone calls, all visits."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import Kind
from sitegen.plan import urls
from sitegen.plan.edition import Edition
from sitegen.plan.frame import PlannedPage, Spec, all_versions
from sitegen.plan.kinds import kind_heading
from sitegen.plan.library import Site
from sitegen.plan.lines import count_events, group_by_year
from sitegen.plan.links import Links
from sitegen.plan.pages.listing import browse_parties, make_listing


def plan_kinds(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every kind that has events, in every edition."""
    for edition in site.editions:
        for kind in Kind:
            ids = tuple(event.id for event in site.events if event.kind is kind)
            if ids:
                yield _plan_kind(site, edition, kind, ids)


def _plan_kind(site: Site, edition: Edition, kind: Kind, ids: tuple[str, ...]) -> PlannedPage:
    name = kind_heading(edition, kind)
    intro = f"{_definition(edition, kind)} {count_events(edition, len(ids))}."
    spec = Spec(
        kind="kind",
        path=urls.kind(edition.code, kind.value),
        template="listing.html",
        title=name,
        description=intro,
        versions=all_versions(site, urls.kind, kind.value),
        crumbs=((urls.events(edition.code), edition.words.gettext("Events")),),
        section=urls.events(edition.code),
        page_type="CollectionPage",
        follow=ids,
    )
    links = Links(spec.path)
    groups = group_by_year(site, edition, links, ids)
    return make_listing(
        site, edition, spec, links, groups, intro=intro, browse=browse_parties(site, edition, links, ids)
    )


def _definition(edition: Edition, kind: Kind) -> str:
    gettext = edition.words.gettext
    definitions = {
        Kind.CALL: gettext("A conversation by telephone or video."),
        Kind.MEETING: gettext("The sides meet in person."),
        Kind.VISIT: gettext("A journey of a leader or minister, with what is done on it."),
        Kind.TALKS: gettext("A round of negotiations between delegations or through a mediator."),
        Kind.SUMMIT: gettext("A gathering of several states."),
        Kind.SIGNING: gettext("An agreement is signed."),
        Kind.MESSAGE: gettext("A letter, condolences or congratulations."),
        Kind.STATEMENT: gettext("One side speaks."),
        Kind.VOTE: gettext("A body adopts or rejects a text."),
    }
    return definitions[kind]
