"""The languages of the reports: how many in each, and the list of the reports in one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.model import Article
from sitegen.plan import urls
from sitegen.plan.edition import Edition, autonym, direction_of, language_name, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, Switch, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import count_reports, event_lines, report_line
from sitegen.plan.links import Links
from sitegen.plan.pages.article import edition_of
from sitegen.plan.pages.told import ToldView, counts_of, make_told
from sitegen.plan.views import Anchor, EventLine, ReportLine


@dataclass(frozen=True, slots=True)
class LanguageRow:
    """A language: its reports, the events they tell of, and how many of those no other language tells of."""

    name: str
    own_name: Anchor
    reports: str
    events: str
    alone: Anchor  # how many, with a link to them


@dataclass(frozen=True, slots=True)
class LanguagesView:
    """What the template of the languages sees."""

    title: str
    intro: str
    rows: tuple[LanguageRow, ...]
    told: ToldView | None  # the events told of in the most languages
    outlets: str


@dataclass(frozen=True, slots=True)
class ReportListView:
    """What the template of a list of reports sees."""

    title: str
    intro: str
    lines: tuple[tuple[ReportLine, tuple[EventLine, ...]], ...]


def plan_languages(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of the languages in every edition, and the list of reports of each language, once."""
    for edition in site.editions:
        yield _plan_languages(site, edition)
    for code in sorted({article.language for article in site.articles}):
        yield _plan_reports(site, code)


def _plan_languages(site: Site, edition: Edition) -> PlannedPage:
    words = edition.words
    path = urls.languages(edition.code)
    links = Links(path)
    found = sorted({a.language for a in site.articles}, key=lambda code: sort_key(language_name(edition, code)))
    intro = words.gettext("Each report stands here in its own language; what it reports is told in every edition.")
    spec = Spec(
        kind="languages",
        path=path,
        template="languages.html",
        title=words.gettext("Languages"),
        description=intro,
        versions=all_versions(site, urls.languages),
        section=path,
        page_type="CollectionPage",
    )
    told = counts_of(site)
    rows = tuple(_row(site, edition, links, code, told) for code in found)
    shared = make_told(site, edition, links, told)
    view = LanguagesView(spec.title, intro, rows, shared, links.to(urls.outlets(edition.code)))
    return make_page(site, edition, spec, links, view)


def _row(site: Site, edition: Edition, links: Links, code: str, told: Mapping[str, Counter[str]]) -> LanguageRow:
    reports = sum(article.language == code for article in site.articles)
    events = sum(code in counts for counts in told.values())
    alone = sum(set(counts) == {code} for counts in told.values())
    anchor = Anchor(links.to(urls.articles(code)), autonym(code), code, direction_of(code))
    only = Anchor(links.to(urls.told_only_in(edition.code, code)) if alone else "", number(edition, alone))
    return LanguageRow(language_name(edition, code), anchor, number(edition, reports), number(edition, events), only)


def _plan_reports(site: Site, code: str) -> PlannedPage:
    edition = edition_of(site, code)
    words = edition.words
    path = urls.articles(code)
    links = Links(path)
    articles = [article for article in site.articles if article.language == code]
    title = words.gettext("Reports in %(language)s") % {"language": language_name(edition, code)}
    outlets = len({article.outlet for article in articles if article.outlet})
    named = words.ngettext("%(count)s outlet", "%(count)s outlets", outlets) % {"count": number(edition, outlets)}
    intro = f"{count_reports(edition, len(articles))} · {named}"
    spec = Spec(
        kind="reports",
        path=path,
        template="reports.html",
        title=title,
        description=f"{title} · {intro}",
        versions={},
        crumbs=((urls.languages(edition.code), words.gettext("Languages")),),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
        switch=_switch(site, links, code),
    )
    lines = tuple(_line(site, edition, links, article) for article in articles)
    return make_page(site, edition, spec, links, ReportListView(title, intro, lines))


def _line(site: Site, edition: Edition, links: Links, article: Article) -> tuple[ReportLine, tuple[EventLine, ...]]:
    events = site.events_of_article.get(article.id, ())
    return report_line(edition, links, article), event_lines(site, edition, links, events)


def _switch(site: Site, links: Links, code: str) -> tuple[Switch, ...]:
    spoken = {article.language for article in site.articles}
    found = []
    for other in site.editions:
        path = urls.articles(other.code) if other.code in spoken else urls.languages(other.code)
        anchor = Anchor(links.to(path), other.autonym, other.code, other.direction)
        found.append(Switch(anchor, is_current=other.code == code))
    return tuple(found)
