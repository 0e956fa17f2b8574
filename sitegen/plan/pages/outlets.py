"""The outlets of the reports, and the reports of each."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.model import Article
from sitegen.plan import urls
from sitegen.plan.edition import Edition, direction_of, number, sort_key
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page
from sitegen.plan.library import Site
from sitegen.plan.lines import count_languages, count_reports, event_lines, outlet_name, report_line
from sitegen.plan.links import Links
from sitegen.plan.outlets import outlets_of
from sitegen.plan.pages.languages import ReportListView
from sitegen.plan.pages.places import IndexGroup, IndexView
from sitegen.plan.views import Anchor, Count


def plan_outlets(site: Site) -> Iterator[PlannedPage]:
    """Yield the list of outlets and the page of each, in every edition."""
    outlets = outlets_of(site)
    for edition in site.editions:
        yield _plan_list(site, edition, outlets)
        for outlet_id, articles in outlets.items():
            yield _plan_outlet(site, edition, outlet_id, articles)


def _plan_list(site: Site, edition: Edition, outlets: dict[str, tuple[Article, ...]]) -> PlannedPage:
    words = edition.words
    path = urls.outlets(edition.code)
    links = Links(path)
    entries = []
    for outlet_id, articles in outlets.items():
        language = articles[0].language
        anchor = Anchor(
            links.to(urls.outlet(edition.code, outlet_id)), articles[0].outlet or "", language, direction_of(language)
        )
        entries.append(Count(anchor, len(articles), number(edition, len(articles))))
    entries.sort(key=lambda entry: sort_key(entry.name.text))
    unnamed = sum(article.outlet is None for article in site.articles)
    intro = words.ngettext("%(count)s outlet", "%(count)s outlets", len(entries)) % {
        "count": number(edition, len(entries))
    }
    if unnamed:
        note = words.ngettext("%(count)s report names none", "%(count)s reports name none", unnamed)
        intro = f"{intro} · {note % {'count': number(edition, unnamed)}}"
    spec = Spec(
        kind="outlets",
        path=path,
        template="index.html",
        title=words.gettext("Outlets"),
        description=" ".join((words.gettext("The outlets that published the reports."), intro)),
        versions=all_versions(site, urls.outlets),
        crumbs=((urls.languages(edition.code), words.gettext("Languages")),),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
    )
    return make_page(
        site, edition, spec, links, IndexView(spec.title, spec.description, (IndexGroup("", tuple(entries)),))
    )


def _plan_outlet(site: Site, edition: Edition, outlet_id: str, articles: tuple[Article, ...]) -> PlannedPage:
    words = edition.words
    name = articles[0].outlet or outlet_id
    languages = len({article.language for article in articles})
    intro = f"{count_reports(edition, len(articles))} · {count_languages(edition, languages)}"
    spec = Spec(
        kind="outlet",
        path=urls.outlet(edition.code, outlet_id),
        template="reports.html",
        # Translators: the title of an outlet's page; name is its name: "Reports of Le Fil du Levant".
        title=words.gettext("Reports of %(name)s") % {"name": name},
        description=f"{name} · {intro}",
        versions=all_versions(site, urls.outlet, outlet_id),
        crumbs=(
            (urls.languages(edition.code), words.gettext("Languages")),
            (urls.outlets(edition.code), words.gettext("Outlets")),
        ),
        section=urls.languages(edition.code),
        page_type="CollectionPage",
    )
    links = Links(spec.path)
    lines = tuple(
        (
            report_line(edition, links, article),
            event_lines(site, edition, links, site.events_of_article.get(article.id, ())),
        )
        for article in articles
    )
    return make_page(
        site, edition, spec, links, ReportListView(spec.title, outlet_name(edition, articles[0]), intro, lines)
    )
