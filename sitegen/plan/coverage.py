"""The reports of an event → who covered it: by language and outlet, independent texts against copies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.model import Article, Event
from sitegen.plan import urls
from sitegen.plan.dates import DateView, show_day
from sitegen.plan.edition import Edition, capital, comma, direction_of, in_brackets, language_name, number
from sitegen.plan.evidence import source_ref
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import article_title, count_languages, count_reports, outlet_name
from sitegen.plan.links import Links
from sitegen.plan.outside import archived_copy, at_outlet
from sitegen.plan.views import Anchor, Text

BAR_WIDTH = 600  # of the picture's own units


@dataclass(frozen=True, slots=True)
class Carrying:
    """A sentence of a report that carries the event, with its link."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report on an event's page."""

    link: Anchor
    outlet: Text
    date: DateView | None
    lang: str
    dir: str
    carrying: tuple[Carrying, ...]
    address: str  # at the outlet, "" where not known
    original: str  # the same with the sentence marked
    archived: str
    copy_of: Anchor | None
    stance: str


@dataclass(frozen=True, slots=True)
class ReportGroup:
    """The reports in one language; those that repeat the text of another one here stand apart, under how many."""

    language: str
    code: str
    count: int
    reports: tuple[Report, ...]
    copies: tuple[Report, ...]
    copied: str


@dataclass(frozen=True, slots=True)
class Segment:
    """One language in the coverage bar and its row in the table; the width in the picture's units, 0 if all agree."""

    name: str
    code: str
    count: int
    text: str
    pool: str  # how many reports in that language there are in all
    outlets: str
    width: int


@dataclass(frozen=True, slots=True)
class Coverage:
    """The bar, its table and its sentences, made from one count."""

    sentence: str
    segments: tuple[Segment, ...]
    silent: tuple[str, ...]  # languages of the pool in which no report tells of the event, each with its pool


MOST_CARRYING = 2


def group_reports(site: Site, edition: Edition, links: Links, event: Event) -> tuple[ReportGroup, ...]:
    """Return the reports by language, in the order of the languages' names."""
    by_language: dict[str, list[Article]] = {}
    for article in reports_of(site, event):
        by_language.setdefault(article.language, []).append(article)
    ordered = sorted(by_language.items(), key=lambda item: (-len(item[1]), item[0]))
    return tuple(_make_group(site, edition, links, event, code, found) for code, found in ordered)


def _make_group(
    site: Site, edition: Edition, links: Links, event: Event, code: str, articles: Sequence[Article]
) -> ReportGroup:
    here = {article.id for article in articles}
    copies = [article for article in articles if article.copy_of in here]
    return ReportGroup(
        language=capital(edition, language_name(edition, code)),
        code=code,
        count=len(articles),
        reports=tuple(_make_report(site, edition, links, event, a) for a in articles if a not in copies),
        copies=tuple(_make_report(site, edition, links, event, article) for article in copies),
        copied=in_brackets(
            edition, edition.words.gettext("Reports that repeat another’s text"), number(edition, len(copies))
        ),
    )


def _make_report(site: Site, edition: Edition, links: Links, event: Event, article: Article) -> Report:
    path = urls.article(article.language, article.id)
    direction = direction_of(article.language)
    reading = site.library.readings[article.id]
    claims = [claim for claim in event.claims if claim.article == article.id]
    numbers = {n for claim in claims for n in claim.sentences[:MOST_CARRYING] if n}
    carrying = [s for s in reading.sentences if s.number in numbers][:MOST_CARRYING]
    copied = site.library.readings.get(article.copy_of) if article.copy_of else None
    return Report(
        link=Anchor(links.to(path), article_title(article), article.language, direction),
        outlet=outlet_name(edition, article),
        date=show_day(edition, article.published.day) if article.published else None,
        lang=article.language,
        dir=direction,
        carrying=tuple(Carrying(links.to(path, f"s{s.number}"), s.text) for s in carrying),
        address=at_outlet(article),
        original=at_outlet(article, carrying[0].text if carrying else ""),
        archived=archived_copy(article),
        copy_of=_copy_anchor(site, edition, links, copied.article) if copied else None,
        stance="",
    )


def _copy_anchor(site: Site, edition: Edition, links: Links, original: Article) -> Anchor:
    outlet = source_ref(site, edition, links, original.id, 0).outlet
    return Anchor(links.to(urls.article(original.language, original.id)), outlet.text, outlet.lang, outlet.dir)


def make_coverage(site: Site, edition: Edition, event: Event) -> Coverage:
    """Return the coverage of an event; the pool that it is measured against is always named."""
    reports = reports_of(site, event)
    pool = Counter(reading.article.language for reading in site.library.readings.values())
    counts = Counter(article.language for article in reports)
    segments = []
    most, is_drawn = max(counts.values(), default=1), len(set(counts.values())) > 1
    for code, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        outlets = sorted({a.outlet for a in reports if a.language == code and a.outlet})
        segments.append(
            Segment(
                name=language_name(edition, code),
                code=code,
                count=count,
                text=number(edition, count),
                pool=number(edition, pool[code]),
                outlets=comma(edition).join(outlets),
                width=BAR_WIDTH * count // most * is_drawn,
            )
        )
    silent = tuple(_silence(edition, code, pool[code]) for code in sorted(pool) if code not in counts)
    return Coverage(_sentence(edition, event, reports), tuple(segments), silent)


def _silence(edition: Edition, code: str, count: int) -> str:
    # Translators: how many reports in a language this site has in all, none of which tells of the event.
    pattern = edition.words.ngettext("%(language)s (none of %(count)s)", "%(language)s (none of %(count)s)", count)
    return pattern % {"language": language_name(edition, code), "count": number(edition, count)}


def _sentence(edition: Edition, event: Event, reports: tuple[Article, ...]) -> str:
    words = edition.words
    languages = len({article.language for article in reports})
    values = {"reports": count_reports(edition, len(reports)), "languages": count_languages(edition, languages)}
    if event.texts >= len(reports):
        if len(reports) == 1:
            return words.gettext("This event is known from a single report.")
        # Translators: reports is "5 reports", languages is "3 languages".
        return words.gettext("%(reports)s in %(languages)s, each its own text.") % values
    pattern = words.ngettext(
        # Translators: reports is "5 reports", languages is "3 languages"; some repeat the text of another.
        "%(reports)s in %(languages)s, but only %(count)s independent text: the others repeat it.",
        "%(reports)s in %(languages)s, but only %(count)s independent texts: the others are copies.",
        event.texts,
    )
    return pattern % {**values, "count": number(edition, event.texts)}
