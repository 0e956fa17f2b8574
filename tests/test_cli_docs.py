"""The pages about the commands say what the program does, no more and no less."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from sitegen.cli import main

REPOSITORY = Path(__file__).resolve().parent.parent
SECTIONS = dict(
    re.findall(
        r"^## `sitegen (\w+)[^`]*`\n(.*?)(?=^## |\Z)",
        (REPOSITORY / "docs/reference/commands.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)


def test_every_command_is_documented():
    """commands.md has a section a command, and no other."""
    assert sorted(SECTIONS) == sorted(main.commands)


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_option_is_documented(name):
    """The table of a command lists its options, and no other."""
    options = {
        text for option in main.commands[name].params if isinstance(option, click.Option) for text in option.opts
    }

    cells = re.findall(r"^\| (`-[^|]*) \|", SECTIONS[name], re.MULTILINE)
    documented = {word for cell in cells for word in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", cell)}

    assert documented == options


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_and_option_has_help(name):
    """`--help` says what each command and option is for."""
    command = main.commands[name]

    assert command.help
    assert [option.name for option in command.params if isinstance(option, click.Option) and not option.help] == []


def test_the_targets_of_make_are_in_the_readme():
    """README names the commands of make that a newcomer needs, and only those that exist."""
    targets = set(re.findall(r"^([a-z]+):.*## ", (REPOSITORY / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)`", (REPOSITORY / "README.md").read_text(encoding="utf-8")))

    assert {"site", "test", "preview"} <= named <= targets


@pytest.mark.parametrize(
    "page", [*sorted((REPOSITORY / "docs").rglob("*.md")), REPOSITORY / "README.md"], ids=lambda p: p.name
)
def test_links_between_the_pages_lead_somewhere(page):
    """A relative link in the documentation names a file that exists."""
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


def test_the_readme_leads_to_every_page():
    """A page of the documentation that nothing leads to is not read."""
    text = (REPOSITORY / "README.md").read_text(encoding="utf-8")
    pages = sorted(page.relative_to(REPOSITORY).as_posix() for page in (REPOSITORY / "docs").rglob("*.md"))

    assert [page for page in pages if f"({page})" not in text] == []
