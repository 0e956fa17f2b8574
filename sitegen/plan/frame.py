"""What stands around the content of every page: head, navigation, language switch, breadcrumbs, structured data."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sitegen.plan import urls
from sitegen.plan.cards import HEIGHT as CARD_HEIGHT
from sitegen.plan.cards import WIDTH as CARD_WIDTH
from sitegen.plan.cards import site_card
from sitegen.plan.edition import Edition
from sitegen.plan.library import Site, description_of_site, title_of_site
from sitegen.plan.links import Links
from sitegen.plan.views import Anchor

# Nothing may load but the site's own styles and pictures; no script but on the search page.
# `connect-src` is for checkers that fetch robots.txt from within the page; no script of ours is there to use it.
CSP = "default-src 'none'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self'"
CSP_SEARCH = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; style-src 'self'; img-src 'self';"
    " base-uri 'none'; form-action 'self'"
)
LONGEST_TITLE = 110


@dataclass(frozen=True, slots=True)
class Switch:
    """One entry of the language switch; `note` says what it leads to where that is not this page's own version."""

    link: Anchor
    is_current: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """A version of the page in another language, or a feed."""

    href: str
    lang: str = ""
    type: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """A line of metadata for other programs: Open Graph (`property`) or citation tags (`name`)."""

    name: str
    content: str
    is_property: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Everything around a page's content."""

    kind: str
    lang: str
    dir: str
    title: str  # of the document: with the site's name
    description: str
    csp: str
    canonical: str  # "" where the site's public address is not known
    alternates: tuple[Alternate, ...]
    feeds: tuple[Alternate, ...]
    follow: tuple[Anchor, ...]  # the feeds and the calendar as links for the reader
    metas: tuple[Meta, ...]
    structured: str  # JSON-LD
    data: str  # JSON that the page's script reads
    style: str
    icon: str
    script: str  # "" but on the search page
    site_title: str
    home: str
    nav: tuple[Anchor, ...]
    current_nav: str  # href of the entry that this page belongs to
    crumbs: tuple[Anchor, ...]  # from the front page to the page above this one
    crumb_here: str
    switch: tuple[Switch, ...]
    foot: tuple[Anchor, ...]
    publisher: str
    feedback: str
    is_indexed: bool


@dataclass(frozen=True, slots=True)
class PlannedPage:
    """A page to be rendered: where it goes, which template makes it, and the two things that template sees."""

    path: str
    template: str
    edition: Edition
    frame: Frame
    view: object
    links: Links
    follow: tuple[str, ...] = ()  # ids of the events of its feeds and calendar


@dataclass(frozen=True, slots=True)
class Spec:
    """What a page kind says about one of its pages, from which the frame is built."""

    kind: str
    path: str
    template: str
    title: str
    description: str
    versions: Mapping[str, str]  # language → path; {} for a page that exists once
    crumbs: tuple[tuple[str, str], ...] = ()  # (path, name) from below the front page to the page above
    section: str = ""  # path of the navigation entry it belongs to
    nodes: Sequence[Mapping[str, Any]] = ()  # JSON-LD beside the page's own node
    page_type: str = "WebPage"
    page_extra: Mapping[str, Any] | None = None
    og_type: str = "website"
    card: str = ""  # path of the picture beside a link to the page, where it has its own
    metas: tuple[Meta, ...] = ()
    follow: tuple[str, ...] = ()  # ids of the events that the page's feeds and calendar hold
    switch: tuple[Switch, ...] | None = None  # where it is not the versions
    is_indexed: bool = True
    has_search: bool = False
    data: str = ""


def make_page(site: Site, edition: Edition, spec: Spec, links: Links, view: object) -> PlannedPage:
    """Return the page with its frame."""
    versions = tuple(sorted(spec.versions.items()))
    frame = Frame(
        kind=spec.kind,
        lang=edition.code,
        dir=edition.direction,
        title=_document_title(site, edition, spec.title),
        description=spec.description,
        csp=CSP_SEARCH if spec.has_search else CSP,
        canonical=public(site, spec.path),
        alternates=_alternates(site, versions),
        feeds=_feeds(site, spec, links),
        follow=_follow(site, edition, spec, links),
        metas=(*_open_graph(site, edition, spec), *spec.metas),
        structured=_structured(site, edition, spec),
        data=spec.data,
        style=links.to(urls.STYLE),
        icon=links.to(urls.ICON),
        script=links.to(urls.SEARCH_SCRIPT) if spec.has_search else "",
        site_title=title_of_site(site, edition),
        home=links.to(urls.home(edition.code)),
        nav=_nav(edition, links),
        current_nav=links.to(spec.section) if spec.section else "",
        crumbs=_crumbs(edition, spec, links),
        crumb_here=spec.title,
        switch=spec.switch if spec.switch is not None else version_switch(site, edition, spec.versions, links),
        foot=_foot(edition, links),
        publisher=site.config.publisher,
        feedback=site.config.feedback,
        is_indexed=spec.is_indexed,
    )
    return PlannedPage(
        spec.path, spec.template, edition, frame, view, links, spec.follow if site.config.base_url else ()
    )


def public(site: Site, path: str) -> str:
    """Return the public address of a path, "" where the site's own is not known."""
    return urls.absolute(site.config.base_url, path) if site.config.base_url else ""


def base_path(site: Site) -> str:
    """Return the path under which the site is served, ending in a slash."""
    return urlsplit(site.config.base_url).path or "/"


def version_switch(site: Site, edition: Edition, versions: Mapping[str, str], links: Links) -> tuple[Switch, ...]:
    """Return the switch that stays on the same thing: one entry an edition."""
    found = []
    for other in site.editions:
        path = versions.get(other.code) or urls.home(other.code)
        anchor = Anchor(links.to(path), other.autonym, other.code, other.direction)
        found.append(Switch(anchor, other.code == edition.code and other.code in versions))
    return tuple(found)


def all_versions(site: Site, address: Callable[..., str], *parts: object) -> dict[str, str]:
    """Return language → path for a page that every edition has; `address` is a function of `urls`."""
    return {edition.code: address(edition.code, *parts) for edition in site.editions}


def _document_title(site: Site, edition: Edition, title: str) -> str:
    name = title_of_site(site, edition)
    if title == name or len(title) + len(name) + 3 > LONGEST_TITLE:
        return title if len(title) <= LONGEST_TITLE else title[: LONGEST_TITLE - 1].rstrip() + "…"
    return f"{title} – {name}"


def _alternates(site: Site, versions: tuple[tuple[str, str], ...]) -> tuple[Alternate, ...]:
    if not site.config.base_url or len(versions) < 2:
        return ()
    found = [Alternate(public(site, path), lang) for lang, path in versions]
    default = dict(versions).get(site.default.code, versions[0][1])
    return (*found, Alternate(public(site, default), "x-default"))


def _feeds(site: Site, spec: Spec, links: Links) -> tuple[Alternate, ...]:
    if not spec.follow or not site.config.base_url:
        return ()
    return (
        Alternate(links.to(urls.beside(spec.path, "xml")), type="application/atom+xml", title=f"{spec.title} (Atom)"),
        Alternate(
            links.to(urls.beside(spec.path, "feed.json")), type="application/feed+json", title=f"{spec.title} (JSON)"
        ),
    )


def _follow(site: Site, edition: Edition, spec: Spec, links: Links) -> tuple[Anchor, ...]:
    if not spec.follow or not site.config.base_url:
        return ()
    found = [
        Anchor(links.to(urls.beside(spec.path, "xml")), "Atom"),
        Anchor(links.to(urls.beside(spec.path, "feed.json")), "JSON Feed"),
    ]
    events = site.library.events
    if any(events[event_id].when.day for event_id in spec.follow):
        found.append(Anchor(links.to(urls.beside(spec.path, "ics")), edition.words.gettext("Calendar (ICS)")))
    return tuple(found)


def _open_graph(site: Site, edition: Edition, spec: Spec) -> tuple[Meta, ...]:
    found = [
        Meta("og:title", spec.title, is_property=True),
        Meta("og:type", spec.og_type, is_property=True),
        Meta("og:site_name", title_of_site(site, edition), is_property=True),
        Meta("og:locale", edition.og_locale, is_property=True),
        Meta("og:description", spec.description, is_property=True),
    ]
    if site.config.base_url:
        found.append(Meta("og:url", public(site, spec.path), is_property=True))
        found += _picture(site, edition, spec)
    others = [e for e in site.editions if e.code != edition.code and e.code in spec.versions]
    found += [Meta("og:locale:alternate", other.og_locale, is_property=True) for other in others]
    return tuple(found)


def _picture(site: Site, edition: Edition, spec: Spec) -> tuple[Meta, ...]:
    """Return the card that other sites show beside a link to the page, and how large to show it."""
    own = site_card(site, edition)
    path = spec.card or (own.path if own else "")
    if not path:
        return ()
    alt = spec.title if spec.card else title_of_site(site, edition)
    return (
        Meta("og:image", public(site, path), is_property=True),
        Meta("og:image:type", "image/png", is_property=True),
        Meta("og:image:width", str(CARD_WIDTH), is_property=True),
        Meta("og:image:height", str(CARD_HEIGHT), is_property=True),
        Meta("og:image:alt", alt, is_property=True),
        Meta("twitter:card", "summary_large_image"),
    )


def _nav(edition: Edition, links: Links) -> tuple[Anchor, ...]:
    words, code = edition.words, edition.code
    return (
        Anchor(links.to(urls.events(code)), words.gettext("Events")),
        Anchor(links.to(urls.storylines(code)), words.gettext("Storylines")),
        Anchor(links.to(urls.people(code)), words.gettext("People")),
        Anchor(links.to(urls.countries(code)), words.gettext("Countries")),
        Anchor(links.to(urls.languages(code)), words.gettext("Languages")),
        Anchor(links.to(urls.search(code)), words.gettext("Search")),
    )


def _foot(edition: Edition, links: Links) -> tuple[Anchor, ...]:
    words, code = edition.words, edition.code
    return (
        Anchor(links.to(urls.about(code)), words.gettext("How this site is made")),
        Anchor(links.to(urls.EVENTS_JSONL), words.gettext("All events (JSON Lines)")),
        Anchor(links.to(urls.EVENTS_CSV), words.gettext("All events (CSV)")),
        Anchor(links.to(urls.ARTICLES_JSONL), words.gettext("All reports (JSON Lines)")),
        Anchor(links.to(urls.ARTICLES_CSV), words.gettext("All reports (CSV)")),
        Anchor(links.to(urls.ARCHIVE), words.gettext("All data (ZIP)")),
    )


def _crumbs(edition: Edition, spec: Spec, links: Links) -> tuple[Anchor, ...]:
    if spec.path == urls.home(edition.code) or spec.kind in ("gate", "not-found"):
        return ()
    front = Anchor(links.to(urls.home(edition.code)), edition.words.gettext("Home"))
    return (front, *(Anchor(links.to(path), name) for path, name in spec.crumbs))


def _structured(site: Site, edition: Edition, spec: Spec) -> str:
    """Return the page's JSON-LD graph; "" where no public address is known, as its ids would name nothing."""
    if not site.config.base_url or not spec.is_indexed:
        return ""
    here = public(site, spec.path)
    front = public(site, urls.home(edition.code))
    page: dict[str, Any] = {
        "@type": spec.page_type,
        "@id": f"{here}#page",
        "url": here,
        "name": spec.title,
        "description": spec.description,
        "inLanguage": edition.code,
        "isPartOf": {"@id": f"{front}#site"},
        **(spec.page_extra or {}),
    }
    graph: list[Mapping[str, Any]] = [page, *spec.nodes]
    if spec.path == urls.home(edition.code):
        graph.append(_website(site, edition, front))
    elif spec.kind != "gate":
        graph.append(_breadcrumbs(site, edition, spec, here))
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, separators=(",", ":"))
    # A "</script>" in a headline must not end the element that holds this.
    return text.replace("<", "\\u003c")


def _website(site: Site, edition: Edition, front: str) -> dict[str, Any]:
    node: dict[str, Any] = {
        "@type": "WebSite",
        "@id": f"{front}#site",
        "url": front,
        "name": title_of_site(site, edition),
        "inLanguage": edition.code,
        "description": description_of_site(site, edition),
    }
    if site.config.publisher:
        node["publisher"] = {"@type": "Organization", "name": site.config.publisher, "url": site.config.base_url}
    return node


def _breadcrumbs(site: Site, edition: Edition, spec: Spec, here: str) -> dict[str, Any]:
    front = (urls.home(edition.code), edition.words.gettext("Home"))
    steps = [*((public(site, path), name) for path, name in (front, *spec.crumbs)), (here, spec.title)]
    items = [{"@type": "ListItem", "position": i, "name": name, "item": at} for i, (at, name) in enumerate(steps, 1)]
    return {"@type": "BreadcrumbList", "itemListElement": items}
