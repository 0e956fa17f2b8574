"""The commands: the only place that prints and exits.

Exit status: 0 when all went well, 1 for problems under --strict or an error that a user can mend, 2 for wrong usage.
"""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from sitegen import __version__
from sitegen.config import FILE_NAME, Config, read_config
from sitegen.errors import SitegenError
from sitegen.explain import explain as explain_name
from sitegen.explain.note import as_lines
from sitegen.model import Library, Problem, Severity

FOLDER = click.Path(file_okay=False, path_type=Path)


_Command = Callable[..., None]


def _take_site_options(command: _Command) -> _Command:
    """Add the options that say which site: every command takes them."""
    for option in (
        click.option("--content", type=FOLDER, help="The folder of the articles, instead of the one in site.toml."),
        click.option("--site", type=FOLDER, default=Path(), help=f"The folder of {FILE_NAME}; default: here."),
    ):
        command = option(command)
    return command


def _take_output_options(command: _Command) -> _Command:
    """Add the options that say what the site is to be."""
    for option in (
        click.option("--base-url", help="The public address of the site, instead of the one in site.toml."),
        click.option("--output", type=FOLDER, help="Where the site is written, instead of the folder in site.toml."),
    ):
        command = option(command)
    return command


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="sitegen")
def main() -> None:
    """Join news reports of diplomatic events across languages into a static site."""
    # Libraries warn about single articles; what a user needs to know is a problem of ours.
    logging.basicConfig(level=logging.CRITICAL)


@main.command()
@_take_site_options
@_take_output_options
@click.option("--strict", is_flag=True, help="Write no site and fail where any article has a problem.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but what is wrong.")
@click.option("-v", "--verbose", is_flag=True, help="Say how long each step took.")
def build(*, site: Path, content: Path | None, output: Path | None, base_url: str | None, **flags: bool) -> None:
    """Read the articles and write the site."""
    with _report_errors():
        config = read_config(site, content=content, output=output, base_url=base_url)
        from sitegen import pipeline  # the stages load tables and libraries, which --help can do without

        with _show_steps(is_quiet=flags["quiet"], is_verbose=flags["verbose"]) as report:
            result = pipeline.build(config, is_strict=flags["strict"], report=report)
        _print_problems(result.problems)
        if not result.is_written:
            _fail(f"Nothing written: {_count(len(result.problems), 'problem')} under --strict.")
        if not flags["quiet"]:
            library = result.library
            made = f"{_count(len(library.readings), 'article')}, {_count(len(library.events), 'event')}"
            _out().print(f"{made}: {_count(result.files, 'file')} in {result.output}", soft_wrap=True)
            for note in result.notes:
                _out().print(note, markup=False, soft_wrap=True)


@main.command()
@_take_site_options
@_take_output_options
@click.option("--port", type=click.IntRange(1, 65535), default=5500, show_default=True, help="The port on 127.0.0.1.")
def serve(*, site: Path, content: Path | None, output: Path | None, base_url: str | None, port: int) -> None:
    """Build the site, show it on 127.0.0.1, and build again whenever something changes."""
    with _report_errors():
        config = read_config(site, content=content, output=output, base_url=base_url)
        from sitegen import paths
        from sitegen import serve as preview

        watched = (config.content, site / FILE_NAME, paths.find_templates(), paths.find_static(), *paths.find_tables())
        base = preview.find_base(config.base_url)
        console = _out()
        console.print(f"http://{preview.HOST}:{port}{base} shows {config.output}; Ctrl+C ends it.", soft_wrap=True)
        try:
            preview.serve(
                preview.Preview(_build_command(site, config), config.output, base, watched, port),
                report=lambda text: console.print(text, markup=False, highlight=False, soft_wrap=True),
            )
        except KeyboardInterrupt:
            console.print("Ended.")


def _build_command(site: Path, config: Config) -> tuple[str, ...]:
    places = ("--site", str(site), "--content", str(config.content), "--output", str(config.output))
    return (sys.executable, "-m", "sitegen", "build", *places, "--base-url", config.base_url)


@main.command()
@_take_site_options
@click.argument("what", metavar="ARTICLE|EVENT|URL")
def explain(*, site: Path, content: Path | None, what: str) -> None:
    """Say why: the evidence, reasons and weights behind an article, an event, or the page at a URL.

    An article is named by its id or its path, an event (or person, or storyline) by its id, a page by its address.
    """
    with _report_errors():
        config = read_config(site, content=content)
        note = explain_name(_read_library(config), what)
        if _out().is_terminal:
            from sitegen.note_tree import as_tree

            _out().print(as_tree(note))
        else:
            for line in as_lines(note):
                _out().print(line, markup=False, soft_wrap=True)


def _read_library(config: Config) -> Library:
    """Return all that the articles report, as the corrections have it."""
    from sitegen import pipeline

    with _show_steps(is_quiet=False, is_verbose=False) as report:
        report("Reading articles and finding events")
        return pipeline.read_library(config)


@main.command()
@_take_site_options
@click.option("--all", "everything", is_flag=True, help="List everything; without it, at most 20 of each sort.")
def review(*, site: Path, content: Path | None, everything: bool) -> None:
    """Say what an editor should look at: what is unsure, contradictory, unknown or undated.

    What it prints is TOML, ready to paste into content/corrections.toml: keep what is right, delete the rest.
    """
    with _report_errors():
        config = read_config(site, content=content)
        from sitegen.review import as_toml, find_doubts

        for line in as_toml(find_doubts(_read_library(config)), most=None if everything else 20):
            _out().print(line, markup=False, soft_wrap=True)


@main.command()
@_take_site_options
@click.option("--check", is_flag=True, help="Write nothing; end with status 1 where the file is not up to date.")
def remember(*, site: Path, content: Path | None, check: bool) -> None:
    """Write the ids of all events into content/published.toml, so that their addresses lead on for ever.

    Run it before you publish and commit the file. No other command writes into the content folder but `import`.
    """
    with _report_errors():
        config = read_config(site, content=content)
        from sitegen import published

        library = _read_library(config)
        before = published.read_published(config.content)
        after = published.remember(library, before)
        file = config.content / published.FILE_NAME
        is_new = not file.is_file() or before != after
        if check and is_new:
            _fail(f"{file} is not up to date. Run sitegen remember, and commit the file.")
        if is_new and not check:
            published.save(file, after)
        gone = [e.id for e in after if e.id not in library.events]
        lost = [name for name in gone if name not in library.redirects]
        added = len(after) - len(before)
        led = len(gone) - len(lost)
        said = f"{_count(len(after), 'id')} in {file}, {added} new, {led} that lead on"
        _out().print(said, soft_wrap=True, markup=False)
        for name in lost:
            _out().print(f"{name}: no event has taken its place; its address is dead.", soft_wrap=True, markup=False)


@main.command("import")
@_take_site_options
@click.argument("sources", metavar="SOURCE...", nargs=-1, required=True)
@click.option("--limit", type=click.IntRange(min=1), help="At most so many articles of each source.")
@click.option("--fetch-pages", is_flag=True, help="Fetch the page of a feed's entry that carries only a summary.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and its own network, too.")
def import_(*, site: Path, content: Path | None, sources: tuple[str, ...], limit: int | None, **flags: bool) -> None:
    """Bring articles into the content folder as Markdown: pages, feeds, or lists of articles.

    A SOURCE is an address or a file. What robots.txt forbids is not fetched, and no file is written over.
    """
    with _report_errors():
        config = read_config(site, content=content)
        from sitegen.ingest import importer
        from sitegen.ingest.web.fetch import Limits
        from sitegen.ingest.web.polite import Visitor

        options = importer.Options(config.content, limit, flags["fetch_pages"])
        problems = []
        for outcome in importer.import_sources(sources, options, Visitor(Limits(allow_private=flags["allow_private"]))):
            if isinstance(outcome, Problem):
                problems.append(outcome)
                continue
            word = "kept" if isinstance(outcome, importer.Kept) else "wrote"
            _out().print(f"{word} {outcome.file}: {outcome.title}", markup=False, soft_wrap=True)
        _print_problems(problems)
        if any(problem.severity is Severity.ERROR for problem in problems):
            _fail("not everything could be imported.")


# ---------------------------------------------------------------- what the commands say


def _out() -> Console:
    return Console(highlight=False)


def _err() -> Console:
    return Console(stderr=True, highlight=False)


@contextmanager
def _report_errors() -> Iterator[None]:
    """Turn what a user can mend into a message and status 1: never a traceback."""
    try:
        yield
    except SitegenError as error:
        where = f"{error.where}: " if error.where else ""
        _err().print(f"[bold red]Error:[/] {escape(where + error.message)}", soft_wrap=True)
        if error.hint:
            _err().print(escape(error.hint), soft_wrap=True)
        sys.exit(1)


@contextmanager
def _show_steps(*, is_quiet: bool, is_verbose: bool) -> Iterator[Callable[[str], None]]:
    """Give a function that is told each step: a spinner on a terminal, a timed line a step with --verbose."""
    console = _err()
    status = console.status("Starting")
    began: list[tuple[str, float]] = []

    def close() -> None:
        if began and is_verbose:
            name, start = began[-1]
            console.print(f"{name}: {time.perf_counter() - start:.2f} s")

    def report(step: str) -> None:
        close()
        began.append((step, time.perf_counter()))
        status.update(step)

    if console.is_terminal and not is_quiet:
        with status:
            yield report
    else:
        yield report
    close()


def _print_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        return
    console = _err()
    if not console.is_terminal:
        # One line a problem: for logs, and for programs that read them.
        for problem in problems:
            line = f"{problem.severity}: {problem.where}: {problem.message} {problem.hint}".rstrip()
            console.print(line, markup=False, soft_wrap=True)
        return
    table = Table("", "where", "what is wrong", "what to do", box=None, header_style="bold", pad_edge=False)
    for problem in problems:
        style = "red" if problem.severity is Severity.ERROR else "yellow"
        cells = (escape(problem.where), escape(problem.message), escape(problem.hint))
        table.add_row(f"[{style}]{problem.severity}[/]", *cells)
    console.print(table)


def _fail(message: str) -> None:
    _err().print(f"[bold red]Error:[/] {escape(message)}", soft_wrap=True)
    sys.exit(1)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
