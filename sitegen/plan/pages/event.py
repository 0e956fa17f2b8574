"""The page of an event: facts first, then where the reports differ, then the reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sitegen.model import Event, Figure, Storyline
from sitegen.plan import urls
from sitegen.plan.cards import event_card
from sitegen.plan.cite import citation_metas, cite_words
from sitegen.plan.coverage import Coverage, ReportGroup, group_reports, make_coverage
from sitegen.plan.coverage_countries import CountryCoverage, by_country
from sitegen.plan.coverage_days import DayCoverage, by_day
from sitegen.plan.dates import show_when
from sitegen.plan.edition import Edition, capital, comma, country_name, direction_of, in_brackets, number
from sitegen.plan.evidence import SourceRef, source_ref
from sitegen.plan.facts import Dispute, Facts, make_disputes, make_facts
from sitegen.plan.frame import PlannedPage, Spec, all_versions, make_page, public
from sitegen.plan.jsonld import event_node
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import Site, principals, reports_of
from sitegen.plan.lines import event_line, person_anchor, support
from sitegen.plan.links import Links
from sitegen.plan.maps import MapView, map_of_event
from sitegen.plan.names import body_name, participant_name
from sitegen.plan.pages.parallel import has_parallel
from sitegen.plan.points import PointsView, make_points
from sitegen.plan.references import ENDINGS
from sitegen.plan.titles import event_title, storyline_title
from sitegen.plan.views import Anchor, EventLine, Text
from sitegen.plan.why import why_one_event, why_related

MOST_QUOTES = 8
MOST_FIGURES = 8


@dataclass(frozen=True, slots=True)
class QuoteView:
    """Words that a report puts between quotation marks, who spoke them, and where they stand."""

    words: Text
    speaker: Anchor | None
    source: SourceRef


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number in the sentence that holds it."""

    before: str
    figure: str
    after: str
    lang: str
    dir: str
    source: SourceRef


@dataclass(frozen=True, slots=True)
class StoryView:
    """A storyline that the event belongs to: its place there and its neighbours."""

    link: Anchor
    position: str
    before: EventLine | None
    after: EventLine | None


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another event that might be this one."""

    line: EventLine
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventView:
    """What the template of an event sees."""

    title: str
    kind: str
    summary: str
    facts: Facts
    disputes: tuple[Dispute, ...]
    quotes: tuple[QuoteView, ...]
    figures: tuple[FigureView, ...]
    groups: tuple[ReportGroup, ...]
    jumps: tuple[Anchor, ...]  # to the reports in each language, where there are several
    coverage: Coverage
    countries: CountryCoverage | None
    days: DayCoverage | None
    points: PointsView | None  # by report; None where there is one independent text
    parallel: str  # link to the reports side by side, "" where there is one report
    map: MapView | None
    stories: tuple[StoryView, ...]
    related: tuple[RelatedView, ...]
    why: tuple[str, ...]
    cite: str
    cite_url: str
    downloads: tuple[Anchor, ...]
    explain: str  # the command that prints every reason
    was_corrected: bool
    corrected_by: tuple[str, ...]  # what each correction orders, as the user wrote it


def plan_events(site: Site) -> Iterator[PlannedPage]:
    """Yield the page of every event in every edition."""
    for edition in site.editions:
        for event in site.events:
            yield _plan_event(site, edition, event)


def _plan_event(site: Site, edition: Edition, event: Event) -> PlannedPage:
    path = urls.event(edition.code, event.id)
    links = Links(path)
    title = event_title(site, edition, event)
    date = show_when(edition, event.when, event.end)
    description = describe_event(site, edition, event)
    card = event_card(site, edition, event.id)
    node = event_node(site, edition, event, description, public(site, card.path) if card else "")
    spec = Spec(
        kind="event",
        path=path,
        template="event.html",
        title=in_brackets(edition, title, date.text),
        description=description,
        versions=all_versions(site, urls.event, event.id),
        crumbs=((urls.events(edition.code), edition.words.gettext("Events")),),
        section=urls.events(edition.code),
        nodes=(node,) if node else (),
        page_extra={"mainEntity": {"@id": node["@id"]}} if node else None,
        og_type="article",
        card=card.path if card else "",
        metas=citation_metas(site, edition, event),
    )
    return make_page(site, edition, spec, links, _make_view(site, edition, links, event, title))


def _make_view(site: Site, edition: Edition, links: Links, event: Event, title: str) -> EventView:
    groups = group_reports(site, edition, links, event)
    return EventView(
        title=title,
        kind=capital(edition, kind_name(edition, event.kind)),
        summary=describe_event(site, edition, event),
        facts=make_facts(site, edition, links, event),
        disputes=make_disputes(site, edition, links, event),
        quotes=_make_quotes(site, edition, links, event),
        figures=_make_figures(site, edition, links, event),
        groups=groups,
        jumps=_jumps(edition, groups),
        coverage=make_coverage(site, edition, event),
        countries=by_country(site, edition, links, event),
        days=by_day(site, edition, links, event),
        points=make_points(site, edition, links, event),
        parallel=links.to(urls.parallel(edition.code, event.id)) if has_parallel(site, event) else "",
        map=map_of_event(edition, links, event),
        stories=_make_stories(site, edition, links, event),
        related=tuple(
            RelatedView(event_line(site, edition, links, site.library.events[r.event]), why_related(edition, r.reasons))
            for r in event.related
            if r.event in site.library.events
        ),
        why=why_one_event(edition, event) if len(event.claims) > 1 else (),
        cite=cite_words(site, edition, event),
        cite_url=public(site, urls.event(edition.code, event.id)),
        downloads=_downloads(site, edition, links, event),
        explain=f"sitegen explain {event.id}",
        was_corrected=event.was_corrected,
        corrected_by=event.corrected_by,
    )


def _jumps(edition: Edition, groups: tuple[ReportGroup, ...]) -> tuple[Anchor, ...]:
    if len(groups) < 2:
        return ()
    return tuple(
        Anchor(f"#in-{group.code}", in_brackets(edition, group.language, number(edition, group.count)))
        for group in groups
    )


def describe_event(site: Site, edition: Edition, event: Event) -> str:
    """Return one line of facts: who, when, and how many reports in which languages."""
    people = []
    for participant in principals(event)[:4]:
        name = participant_name(edition, site.library, participant)
        country = country_name(edition, participant.country) if participant.country else ""
        people.append(in_brackets(edition, name, country if country != name else ""))
    bodies = [body_name(edition, body) for body in event.bodies] if not people else []
    who = comma(edition).join(people or bodies or [country_name(edition, code) for code in event.countries])
    parts = [who, show_when(edition, event.when, event.end).text, support(edition, reports_of(site, event))]
    return " · ".join(part for part in parts if part)


def _make_quotes(site: Site, edition: Edition, links: Links, event: Event) -> tuple[QuoteView, ...]:
    names = {p.person for p in event.participants}
    found = []
    for claim in event.claims:
        for quote in claim.quotes:
            evidence = quote.evidence
            speaker = quote.speaker if quote.speaker in names and quote.speaker in site.library.people else None
            words = Text(quote.text, *_language_of(site, evidence.article))
            found.append(
                QuoteView(
                    words,
                    person_anchor(site, edition, links, speaker) if speaker else None,
                    source_ref(site, edition, links, evidence.article, evidence.sentence),
                )
            )
    return tuple(found[:MOST_QUOTES])


def _make_figures(site: Site, edition: Edition, links: Links, event: Event) -> tuple[FigureView, ...]:
    found: dict[tuple[str, int], FigureView] = {}
    for claim in event.claims:
        for figure in claim.figures:
            key = (figure.evidence.article, figure.evidence.sentence)
            if key not in found:
                found[key] = _make_figure(site, edition, links, figure)
    return tuple(found.values())[:MOST_FIGURES]


def _make_figure(site: Site, edition: Edition, links: Links, figure: Figure) -> FigureView:
    evidence = figure.evidence
    reading = site.library.readings[evidence.article]
    sentence = next((s.text for s in reading.sentences if s.number == evidence.sentence), evidence.text)
    before, mark, after = sentence.partition(figure.text)
    if not mark:
        before, mark, after = sentence, "", ""
    lang, direction = _language_of(site, evidence.article)
    source = source_ref(site, edition, links, evidence.article, evidence.sentence)
    return FigureView(before, mark, after, lang, direction, source)


def _language_of(site: Site, article_id: str) -> tuple[str, str]:
    language = site.library.readings[article_id].article.language
    return language, direction_of(language)


def _make_stories(site: Site, edition: Edition, links: Links, event: Event) -> tuple[StoryView, ...]:
    """Return the storylines, that of all the event's parties first."""
    known = [site.library.storylines[key] for key in event.storylines if key in site.library.storylines]
    ordered = sorted(known, key=lambda story: (-len(story.parties), -len(story.events), story.id))
    return tuple(_make_story(site, edition, links, event, story.id) for story in ordered)


def _make_story(site: Site, edition: Edition, links: Links, event: Event, key: str) -> StoryView:
    storyline: Storyline = site.library.storylines[key]
    order = storyline.events.index(event.id)
    # Translators: which of a storyline's events this is.
    position = edition.words.gettext("%(number)s of %(count)s") % {
        "number": number(edition, order + 1),
        "count": number(edition, len(storyline.events)),
    }
    events = site.library.events
    before = events[storyline.events[order - 1]] if order > 0 else None
    after = events[storyline.events[order + 1]] if order + 1 < len(storyline.events) else None
    return StoryView(
        Anchor(links.to(urls.storyline(edition.code, storyline.id)), storyline_title(edition, storyline)),
        position,
        event_line(site, edition, links, before) if before else None,
        event_line(site, edition, links, after) if after else None,
    )


def _downloads(site: Site, edition: Edition, links: Links, event: Event) -> tuple[Anchor, ...]:
    page = urls.event(edition.code, event.id)
    words = edition.words
    found = [Anchor(links.to(urls.beside(page, ending)), name) for ending, name in ENDINGS]
    if event.when.day is not None and site.config.base_url:
        found.append(Anchor(links.to(urls.beside(page, "ics")), words.gettext("Calendar (ICS)")))
    found.append(Anchor(links.to(urls.beside(page, "json")), words.gettext("Data (JSON)")))
    return tuple(found)
