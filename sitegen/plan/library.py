"""A Library and a Config → Site: the editions, and what planning looks up again and again, computed once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from sitegen.config import Config
from sitegen.locales import has_words
from sitegen.locales.typeset import typeset
from sitegen.model import Article, Claim, Event, Library, Participant, Reading
from sitegen.plan.edition import Edition, make_edition

FALLBACK_LANGUAGE = "en"


@dataclass(frozen=True, slots=True, eq=False)  # there is one a build, so that it can be the key of a cache
class Site:
    """Everything the pages are made from; the mappings hold ids in the order their pages show them."""

    library: Library
    config: Config
    editions: tuple[Edition, ...]
    default: Edition
    built: date | None  # the day of the newest article unless the user names one: there is no clock
    events: tuple[Event, ...]  # the newest first, those without a date last
    events_of_article: Mapping[str, tuple[str, ...]]  # the main one first
    events_of_person: Mapping[str, tuple[str, ...]]
    events_of_country: Mapping[str, tuple[str, ...]]
    events_of_place: Mapping[str, tuple[str, ...]]
    reports: Mapping[str, tuple[Article, ...]]  # event id → its articles by language, each once
    articles: tuple[Article, ...]  # the newest first


def make_site(library: Library, config: Config) -> Site:
    """Return the Site. Raises TableError where an edition has no interface words."""
    editions = tuple(make_edition(code) for code in _choose_editions(library, config))
    events = tuple(sorted(library.events.values(), key=newest_first))
    days = [reading.article.published.day for reading in library.readings.values() if reading.article.published]
    return Site(
        library=library,
        config=config,
        editions=editions,
        default=next((e for e in editions if e.code == FALLBACK_LANGUAGE), editions[0]),
        built=config.build_date or max(days, default=None),
        events=events,
        events_of_article=_events_of_article(events),
        events_of_person=_group((p.person, e) for e in events for p in e.participants if p.person in library.people),
        events_of_country=_group((code, e) for e in events for code in e.countries),
        events_of_place=_group((e.place, e) for e in events if e.place),
        reports={event.id: _reports(library, event) for event in events},
        articles=tuple(sorted((r.article for r in library.readings.values()), key=_newest_article_first)),
    )


def _choose_editions(library: Library, config: Config) -> tuple[str, ...]:
    if config.languages:
        return config.languages
    spoken = {reading.article.language for reading in library.readings.values()}
    return tuple(sorted(code for code in spoken | {FALLBACK_LANGUAGE} if has_words(code)))


def newest_first(event: Event) -> tuple[int, int, str]:
    """Return the key that lists events from the newest to the oldest, undated ones last."""
    day = event.when.earliest or event.when.latest
    return (0, -day.toordinal(), event.id) if day else (1, 0, event.id)


def _newest_article_first(article: Article) -> tuple[int, int, str]:
    return (0, -article.published.day.toordinal(), article.id) if article.published else (1, 0, article.id)


def _group(pairs: Iterable[tuple[str | None, Event]]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for key, event in pairs:
        if key is not None:
            found[key][event.id] = None
    return {key: tuple(ids) for key, ids in sorted(found.items())}


def _events_of_article(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for event in events:
        for claim in event.claims:
            found[claim.article].append((-claim.prominence, event.id))
    return {article: tuple(dict.fromkeys(e for _, e in sorted(pairs))) for article, pairs in sorted(found.items())}


def reading_of(site: Site, article_id: str) -> Reading:
    """Return the reading of an article."""
    return site.library.readings[article_id]


def reports_of(site: Site, event: Event) -> tuple[Article, ...]:
    """Return the articles that report an event, by language, day and id, each once."""
    return site.reports[event.id]


def _reports(library: Library, event: Event) -> tuple[Article, ...]:
    ids = {claim.article for claim in event.claims}
    found = [library.readings[article_id].article for article_id in ids]
    return tuple(sorted(found, key=lambda a: (a.language, a.published.day if a.published else date.max, a.id)))


def claims_by_id(event: Event) -> dict[str, Claim]:
    """Return an event's claims by their ids."""
    return {claim.id: claim for claim in event.claims}


def principals(event: Event) -> tuple[Participant, ...]:
    """Return the principals, or all participants where none is marked."""
    return tuple(p for p in event.participants if p.is_principal) or event.participants


def title_of_site(site: Site, edition: Edition) -> str:
    """Return the site's title in an edition."""
    return typeset(edition.code, site.config.titles.get(edition.code) or site.config.title)


def description_of_site(site: Site, edition: Edition) -> str:
    """Return the site's description in an edition, or the interface's own words."""
    own = site.config.descriptions.get(edition.code) or site.config.description
    words = own or edition.words.gettext("Diplomatic events as reported in several languages, with every source.")
    return typeset(edition.code, words)
