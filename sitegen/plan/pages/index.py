"""An index of names, each with the number of its events: what lists of people, countries, places have in common."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import groupby

from sitegen.plan.edition import SPACED_SCRIPTS, Edition, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.links import Links
from sitegen.plan.views import Count


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """Entries of an index under one heading: a letter, a country."""

    heading: str
    entries: tuple[Count, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """What the template of an index sees."""

    title: str
    intro: str
    groups: tuple[IndexGroup, ...]


def make_index(
    site: Site,
    edition: Edition,
    kind: str,
    address: Callable[[str], str],
    words: tuple[str, str],
    groups: Iterable[IndexGroup],
    crumbs: tuple[tuple[str, str], ...] = (),
) -> PlannedPage:
    """Return the page of an index; `words` are its title and its introduction, `address` is a function of `urls`."""
    path = address(edition.code)
    title, intro = words
    spec = Spec(
        kind=kind,
        path=path,
        template="index.html",
        title=title,
        description=intro,
        versions=all_versions(site, address),
        crumbs=crumbs,
        section=crumbs[0][0] if crumbs else path,
        page_type="CollectionPage",
    )
    return make_page(site, edition, spec, Links(path), IndexView(title, intro, tuple(groups)))


def group_by_letter(edition: Edition, entries: Iterable[tuple[str, Count]]) -> tuple[IndexGroup, ...]:
    """Return the entries in a reader's order under the first letters of what each is looked for by.

    They stand under no letter where a script has too many.
    """
    ordered = sorted(entries, key=lambda entry: (sort_key(entry[0]), sort_key(entry[1].name.text), entry[1].name.href))
    return tuple(
        IndexGroup(letter, tuple(count for _, count in found))
        for letter, found in groupby(ordered, lambda entry: _letter(edition, entry[0]))
    )


def _letter(edition: Edition, name: str) -> str:
    if edition.code not in SPACED_SCRIPTS:
        return ""
    first = sort_key(name)[0][:1].upper()
    return first if first.isalpha() else "#"
