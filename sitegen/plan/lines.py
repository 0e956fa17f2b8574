"""Events, people and reports → the lines that lists of them are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

from sitegen.model import Article, Event, Stance
from sitegen.plan import urls
from sitegen.plan.dates import DateView, format_day_month, format_year, show_day, show_when
from sitegen.plan.edition import Edition, country_name, direction_of, join_words, language_name, number
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site, reports_of
from sitegen.plan.links import Links
from sitegen.plan.names import full_name
from sitegen.plan.titles import event_title
from sitegen.plan.views import Anchor, EventGroup, EventLine, ReportLine, Text

MOST_NAMED = 3  # languages
LONGEST_STAND_IN = 70  # characters of the first sentence that stand for a missing headline


def text_in(text: str, lang: str) -> Text:
    """Return words with the language they are in."""
    return Text(text, lang, direction_of(lang))


def outlet_name(edition: Edition, article: Article) -> Text:
    """Return the outlet's name in the article's language, or the interface's words for one that is not named."""
    if article.outlet:
        return text_in(article.outlet, article.language)
    return text_in(edition.words.gettext("unnamed outlet"), edition.code)


def article_title(article: Article) -> str:
    """Return the headline, or the first words of the article where it has none."""
    if article.title:
        return article.title
    first = article.standfirst or next((block.text for block in article.blocks), article.id)
    return first if len(first) <= LONGEST_STAND_IN else first[:LONGEST_STAND_IN].rsplit(" ", 1)[0] + " …"


def count_reports(edition: Edition, count: int) -> str:
    """Return "5 reports"."""
    pattern = edition.words.ngettext("%(count)s report", "%(count)s reports", count)
    return pattern % {"count": number(edition, count)}


def count_languages(edition: Edition, count: int) -> str:
    """Return "3 languages"."""
    pattern = edition.words.ngettext("%(count)s language", "%(count)s languages", count)
    return pattern % {"count": number(edition, count)}


def count_events(edition: Edition, count: int) -> str:
    """Return "12 events"."""
    pattern = edition.words.ngettext("%(count)s event", "%(count)s events", count)
    return pattern % {"count": number(edition, count)}


def support(edition: Edition, articles: Sequence[Article]) -> str:
    """Return "3 reports in Indonesian and French", or "5 reports in 4 languages" where naming them takes too long."""
    languages = sorted({article.language for article in articles})
    if len(languages) > MOST_NAMED:
        # Translators: reports is "5 reports"; languages is "4 languages".
        pattern = edition.words.pgettext("support of a fact, languages counted", "%(reports)s in %(languages)s")
        counted = count_languages(edition, len(languages))
        return pattern % {"reports": count_reports(edition, len(articles)), "languages": counted}
    names = join_words(edition, [language_name(edition, code) for code in languages])
    # Translators: reports is "5 reports"; languages is "Indonesian and French".
    pattern = edition.words.pgettext("support of a fact", "%(reports)s in %(languages)s")
    return pattern % {"reports": count_reports(edition, len(articles)), "languages": names}


def doubt_of(edition: Edition, event: Event) -> str:
    """Return the one word of warning that a line of a list carries, or ""."""
    if event.stance is Stance.ANNOUNCED:
        return edition.words.pgettext("status of an event", "announced")
    if event.conflicts:
        return edition.words.pgettext("status of an event", "reports differ")
    if event.when.day is None:
        return edition.words.pgettext("status of an event", "day not known")
    if not event.when.is_certain:
        return edition.words.pgettext("status of an event", "date inferred")
    return ""


def event_line(site: Site, edition: Edition, links: Links, event: Event) -> EventLine:
    """Return an event's line."""
    reports = reports_of(site, event)
    when = show_when(edition, event.when, event.end)
    alone = event.when.day is not None and (event.end is None or event.end == event.when.day)
    return EventLine(
        id=event.id,
        link=Anchor(links.to(urls.event(edition.code, event.id)), event_title(site, edition, event)),
        kind=kind_name(edition, event.kind),
        kind_code=event.kind.value,
        date=when,
        day_text=format_day_month(edition, event.when.day) if alone and event.when.day else when.text,
        reports=len(reports),
        support=support(edition, reports),
        doubt=doubt_of(edition, event),
        countries=tuple(country_name(edition, code) for code in event.countries),
    )


def event_lines(site: Site, edition: Edition, links: Links, ids: Iterable[str]) -> tuple[EventLine, ...]:
    """Return the lines of events in the given order."""
    return tuple(event_line(site, edition, links, site.library.events[event_id]) for event_id in ids)


def dated_lines(site: Site, edition: Edition, links: Links, ids: Iterable[str]) -> list[tuple[date, EventLine]]:
    """Return the lines of those events whose day is known, with the day."""
    events = (site.library.events[event_id] for event_id in ids)
    return [(event.when.day, event_line(site, edition, links, event)) for event in events if event.when.day]


def group_by_year(site: Site, edition: Edition, links: Links, ids: Iterable[str]) -> tuple[EventGroup, ...]:
    """Return events under their years in the given order, those without a year last."""
    events = [site.library.events[event_id] for event_id in ids]
    groups = []
    for year, found in groupby(events, key=_year_of):
        lines = tuple(event_line(site, edition, links, event) for event in found)
        if year is None:
            heading = Anchor(links.to(urls.undated(edition.code)), edition.words.gettext("Date not known"))
        else:
            heading = Anchor(links.to(urls.year(edition.code, year)), format_year(edition, year))
        groups.append(EventGroup(heading, f"y{year or 0}", lines))
    return tuple(groups)


def _year_of(event: Event) -> int | None:
    day = event.when.earliest or event.when.latest
    return day.year if day else None


def report_line(edition: Edition, links: Links, article: Article) -> ReportLine:
    """Return an article's line in a list."""
    anchor = Anchor(
        links.to(urls.article(article.language, article.id)),
        article_title(article),
        article.language,
        direction_of(article.language),
    )
    published: DateView | None = show_day(edition, article.published.day) if article.published else None
    return ReportLine(anchor, outlet_name(edition, article), published, language_name(edition, article.language))


def person_anchor(site: Site, edition: Edition, links: Links, person_id: str) -> Anchor:
    """Return a link to a person under the edition's name for them."""
    person = site.library.people[person_id]
    lang = "" if edition.code in person.names or not _is_foreign_script(edition) else "und-Latn"
    return Anchor(
        links.to(urls.person(edition.code, person_id)), full_name(edition, person), lang, "ltr" if lang else ""
    )


def country_anchor(edition: Edition, links: Links, code: str) -> Anchor:
    """Return a link to a country's page."""
    return Anchor(links.to(urls.country(edition.code, code)), country_name(edition, code))


def _is_foreign_script(edition: Edition) -> bool:
    return edition.code in ("ar", "fa", "hi", "ja", "ru", "zh")
