"""The commands, run as a user runs them: what they write, what they say, and the status they end with."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from sitegen import __version__

BROKEN = Path(__file__).parent / "sites" / "broken"
CASES = sorted(folder.name for folder in BROKEN.iterdir())

ARTICLE = """---
title: Two presidents speak
lang: en
date: 2024-07-23
---
Iranian President-elect Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev on Monday,
22 July 2024. The two agreed to widen trade across the Caspian Sea.
"""
EVENT = "2024-07-22-call-ir-kz"
TOML = 'title = "A site"\nlanguages = ["en"]\n'


@dataclass(frozen=True, slots=True)
class Expected:
    """What a broken site must lead to: whether the build stops, and the words of its message."""

    stops: bool
    says: tuple[str, ...]


def read_expected(case: str) -> Expected:
    lines = (BROKEN / case / "expect.txt").read_text(encoding="utf-8").splitlines()
    pairs = [line.split(": ", maxsplit=1) for line in lines if line and not line.startswith("#")]
    return Expected(["stops", "yes"] in pairs, tuple(value for name, value in pairs if name == "says"))


def list_files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.mark.parametrize("case", CASES)
def test_what_is_wrong_is_said_once_and_the_rest_is_built(case, run, tmp_path):
    """A broken article is left out and named; a broken site stops. Either message names file, fault and remedy."""
    expected = read_expected(case)
    output = tmp_path / "public"
    where = () if case == "output-over-content" else ("--output", output)

    result = run("build", "--site", BROKEN / case, *where)

    assert result.exit_code == int(expected.stops), result.output
    assert [words for words in expected.says if words not in result.stderr] == []
    assert "Traceback" not in result.output
    assert (output / "data/events.jsonl").is_file() != expected.stops
    if not expected.stops:
        assert EVENT in (output / "data/events.jsonl").read_text(encoding="utf-8")
        assert result.stderr.count("\n") == 1, "one message, on one line"


@pytest.mark.parametrize("case", [case for case in CASES if not read_expected(case).stops])
def test_strict_makes_any_problem_a_failure(case, run, tmp_path):
    """Under --strict a problem with one article ends the build with status 1, and no site is written."""
    result = run("build", "--strict", "--site", BROKEN / case, "--output", tmp_path / "public")

    assert result.exit_code == 1
    assert "--strict" in result.stderr
    assert not (tmp_path / "public").exists()


def test_build_writes_the_site_and_says_so(run, write_site):
    """A good build ends with status 0, and with what was made and where."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})

    result = run("build", "--site", site)

    assert result.exit_code == 0, result.output
    assert "1 article, 1 event" in result.stdout
    assert str(site / "public") in result.stdout
    assert (site / "public/index.html").is_file()


def test_quiet_says_nothing(run, write_site):
    """With -q a build without problems is silent."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})

    assert run("build", "-q", "--site", site).output == ""


def test_verbose_times_the_steps(run, write_site):
    """With -v each step has a line with its seconds."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})

    lines = run("build", "-v", "--site", site).stderr.splitlines()

    assert ["Reading articles", "Finding events"] == [line.partition(":")[0] for line in lines[:2]]
    assert all(line.endswith(" s") for line in lines)


def test_a_site_needs_no_site_toml(run, write_site):
    """A folder of articles alone makes a site."""
    site = write_site({"content/a.md": ARTICLE})

    assert run("build", "--site", site).exit_code == 0


def test_options_name_other_folders(run, write_site, tmp_path):
    """--content and --output win over site.toml."""
    site = write_site({"site.toml": TOML, "articles/a.md": ARTICLE})

    result = run("build", "--site", site, "--content", site / "articles", "--output", tmp_path / "out")

    assert result.exit_code == 0, result.output
    assert (tmp_path / "out/index.html").is_file()


def test_a_failed_build_leaves_the_last_good_site_as_it_was(run, write_site):
    """Every byte of the site stays when a later build fails, and nothing is left lying beside it."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})
    run("build", "--site", site)
    before = list_files(site / "public")

    write_site({"site.toml": "titel = 1"})
    assert run("build", "--site", site).exit_code == 1
    write_site({"site.toml": TOML, "content/empty.txt": ""})
    assert run("build", "--strict", "--site", site).exit_code == 1

    assert before
    assert list_files(site / "public") == before
    assert {path.name for path in site.iterdir()} - {".cache"} == {"content", "public", "site.toml"}


def test_a_build_takes_old_pages_away(run, write_site):
    """The output folder holds the site of the last build and nothing of the one before."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})
    run("build", "--site", site)
    before = list_files(site / "public")
    write_site(
        {"content/b.md": ARTICLE.replace("Kazakh", "Russian").replace("Kassym-Jomart Tokayev", "Vladimir Putin")}
    )
    run("build", "--site", site)
    (site / "content/b.md").unlink()
    run("build", "--site", site)

    assert list_files(site / "public") == before


def test_a_folder_of_other_files_is_not_replaced(run, write_site):
    """An output folder with files that sitegen did not write is refused, and its files stay."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE, "public/thesis.txt": "ten years of work"})

    result = run("build", "--site", site)

    assert result.exit_code == 1
    assert "public" in result.stderr
    assert (site / "public/thesis.txt").read_text(encoding="utf-8") == "ten years of work"


@pytest.mark.parametrize("arguments", [["build", "--colour"], ["bild"], ["explain"], ["serve", "--port", "many"]])
def test_wrong_usage_ends_with_two(run, arguments):
    """What the command line cannot be is said with status 2."""
    assert run(*arguments).exit_code == 2


def test_the_version_is_said(run):
    """--version names program and version."""
    assert run("--version").output == f"sitegen, version {__version__}\n"


def test_the_package_is_a_command():
    """`python -m sitegen` is the same command."""
    done = subprocess.run(
        [sys.executable, "-m", "sitegen", "--version"], capture_output=True, text=True, check=True, encoding="utf-8"
    )

    assert __version__ in done.stdout


@pytest.mark.parametrize(
    "what",
    ["a", "a.md", "content/a.md", EVENT, f"en/events/{EVENT}.html", f"https://example.org/repo/en/events/{EVENT}.html"],
)
def test_explain_knows_a_thing_by_any_of_its_names(run, write_site, what):
    """An article goes by id or path, an event by id, a page by address; evidence and rule are shown."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})

    result = run("explain", "--site", site, what)

    assert result.exit_code == 0, result.output
    assert EVENT in result.stdout
    assert "Masoud Pezeshkian" in result.stdout
    assert "rule " in result.stdout


def test_explain_suggests_the_name_that_was_meant(run, write_site):
    """A slip of the pen in an id names the nearest one."""
    site = write_site({"site.toml": TOML, "content/a.md": ARTICLE})

    result = run("explain", "--site", site, EVENT.replace("kz", "kx"))

    assert result.exit_code == 1
    assert EVENT in result.stderr


PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Two presidents speak</title></head><body>
<article><h1>Two presidents speak</h1><p>Iranian President-elect Masoud Pezeshkian spoke by telephone with Kazakh
President Kassym-Jomart Tokayev on Monday, 22 July 2024. The two agreed to widen trade across the Caspian Sea.</p>
<p>They also spoke of railways, and of a meeting of experts later in the year.</p></article></body></html>
"""


def test_import_writes_markdown_and_keeps_what_is_there(run, write_site):
    """A saved page becomes a file under content/; importing it again leaves that file alone."""
    site = write_site({"site.toml": TOML, "page.html": PAGE})

    first = run("import", "--site", site, site / "page.html")
    again = run("import", "--site", site, site / "page.html")

    assert (first.exit_code, again.exit_code) == (0, 0), first.output + again.output
    assert first.stdout.startswith("wrote ")
    assert again.stdout.startswith("kept ")
    assert ["two-presidents-speak.md"] == [path.name for path in (site / "content").iterdir()]


def test_import_says_what_it_could_not_bring(run, write_site):
    """A source that is not there is named, the others are brought, and the status is 1."""
    site = write_site({"site.toml": TOML, "page.html": PAGE})

    result = run("import", "--site", site, site / "none.html", site / "page.html")

    assert result.exit_code == 1
    assert "none.html" in result.stderr
    assert result.stdout.startswith("wrote ")
