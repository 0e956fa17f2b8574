"""The whole flow, from a folder of articles to a site, readable as a table of contents.

Only this file knows the order of the stages; they meet in `sitegen.model`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sitegen.align import align_events
from sitegen.config import Config
from sitegen.corrections import added_rows, read_corrections, without_hidden
from sitegen.errors import ContentError
from sitegen.extract import read_claims
from sitegen.group import group_claims
from sitegen.ingest import read_articles
from sitegen.model import Article, Corrections, Library, Problem, Published
from sitegen.page import Plan
from sitegen.paths import check_replaceable
from sitegen.plan import plan_site
from sitegen.published import read_published
from sitegen.render import render_site, write_site
from sitegen.resolve import build_directory

Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build made. Under `is_strict` a problem keeps the site from being written."""

    library: Library
    problems: tuple[Problem, ...]
    files: int
    output: Path
    is_written: bool
    notes: tuple[str, ...] = ()  # what the site does without, and what would give it


def load(config: Config) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """Return the articles of the content folder and what is wrong with the others. Raises ContentError without one."""
    if not config.content.is_dir():
        raise ContentError(
            "the content folder is missing.",
            where=str(config.content),
            hint='Make it and put articles in, or name another with --content or content = "…" in site.toml.',
        )
    return read_articles(config.content)


def understand(
    articles: Sequence[Article],
    problems: Sequence[Problem],
    *,
    corrections: Corrections = Corrections(),  # noqa: B008 - frozen
    published: tuple[Published, ...] = (),
) -> Library:
    """Return all that these articles report, as the editors corrected it: claims, then people, then events.

    Raises CorrectionError where a correction matches nothing.
    """
    rows = added_rows(corrections)
    readings = tuple(read_claims(article, rows) for article in without_hidden(articles, corrections))
    directory = build_directory(readings, corrections)
    grouping = group_claims(readings, directory, corrections, published)
    return Library(
        readings={reading.article.id: reading for reading in readings},
        people=directory.people,
        events={event.id: event for event in grouping.events},
        storylines={storyline.id: storyline for storyline in grouping.storylines},
        alignments={},
        problems=tuple(problems),
        redirects=grouping.redirects,
        comparisons=grouping.comparisons,
    )


def read_library(config: Config) -> Library:
    """Return all that the articles of a site report, as its corrections have it. Raises SitegenError."""
    articles, problems = load(config)
    return interpret(config, articles, problems)


def interpret(config: Config, articles: Sequence[Article], problems: Sequence[Problem]) -> Library:
    """Return what `understand` makes of these articles with the corrections and published ids of a site."""
    corrections, published = read_corrections(config.content), read_published(config.content)
    return understand(articles, problems, corrections=corrections, published=published)


def build(config: Config, *, is_strict: bool = False, report: Report | None = None) -> BuildResult:
    """Write the site and return what was made.

    Raises SitegenError, and then the site that stood there before stands as it was.
    """
    report = report or (lambda _step: None)
    check_replaceable(config.output)
    report("Reading articles")
    articles, problems = load(config)
    report("Finding events")
    library = interpret(config, articles, problems)
    if is_strict and problems:
        return BuildResult(library, problems, 0, config.output, is_written=False)
    report("Setting reports side by side")
    alignments = align_events(tuple(library.events.values()), library.readings, config.cache)
    library = replace(library, alignments=alignments)
    report("Planning pages")
    plan = plan_site(library, config)
    report("Rendering pages")
    files = tuple(render_site(plan, config))
    report("Writing the site")
    write_site(files, config.output)
    return BuildResult(library, problems, len(files), config.output, is_written=True, notes=tuple(_notes(plan)))


def _notes(plan: Plan) -> Iterator[str]:
    if plan.without_cards:
        editions = ", ".join(plan.without_cards)
        yield f"No picture stands beside links to pages in {editions}: pip install 'sitegen[cards]' brings the fonts."
