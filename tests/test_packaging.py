"""The wheel holds all that a site is made from, and the lock pins all that the package asks for."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))

ARTICLE = """---
title: Two presidents speak
lang: en
date: 2024-07-23
---
Iranian President-elect Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev on Monday,
22 July 2024. The two agreed to widen trade across the Caspian Sea.
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that this checkout makes."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def list_tracked(*folders: str) -> list[str]:
    """Return the files of these folders that git knows, where this is a clone; all files otherwise."""
    if (REPOSITORY / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "--", *folders], cwd=REPOSITORY, check=True, capture_output=True, encoding="utf-8"
        )
        return [line for line in listed.stdout.splitlines() if (REPOSITORY / line).is_file()]
    found = (path for folder in folders for path in (REPOSITORY / folder).rglob("*") if path.is_file())
    return [path.relative_to(REPOSITORY).as_posix() for path in found if "__pycache__" not in path.parts]


def test_the_wheel_holds_code_tables_catalogues_templates_and_static_files(wheel):
    """Whatever lies in the package, templates/ and static/ is in the wheel, under the package."""
    names = set(zipfile.ZipFile(wheel).namelist())

    expected = set(list_tracked("sitegen")) | {
        f"sitegen/_shipped/{name}" for name in list_tracked("templates", "static")
    }

    assert expected
    assert sorted(expected - names) == []


def test_the_wheel_holds_nothing_else(wheel):
    """No tests, no articles, no bytecode."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}

    assert {name for name in tops if not name.endswith(".dist-info")} == {"sitegen"}
    assert [name for name in zipfile.ZipFile(wheel).namelist() if name.endswith(".pyc")] == []


def run_sitegen(package: Path, site: Path, output: Path) -> dict[str, bytes]:
    """Build a site with the sitegen that lies in this folder; return its files."""
    subprocess.run(
        [sys.executable, "-m", "sitegen", "build", "--site", str(site), "--output", str(output)],
        cwd=site, check=True, env={**os.environ, "PYTHONPATH": str(package)},
    )  # fmt: skip
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_an_installed_wheel_builds_the_same_site_as_the_checkout(wheel, write_site, tmp_path):
    """Templates, static files and tables are found in the wheel as in the checkout: the sites are alike to the byte."""
    site = write_site({"site.toml": 'title = "A site"\nlanguages = ["en", "fr"]\n', "content/a.md": ARTICLE})
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)

    from_wheel = run_sitegen(installed, site, tmp_path / "one")
    from_checkout = run_sitegen(REPOSITORY, site, tmp_path / "two")

    assert "en/index.html" in from_wheel
    assert from_wheel == from_checkout


def normalise(name: str) -> str:
    """Return the name of a distribution as PEP 503 writes it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def read_lock(name: str) -> dict[str, set[str]]:
    """Return the versions that a lock file pins for each distribution (several where they differ by platform)."""
    pinned: dict[str, set[str]] = {}
    for line in (REPOSITORY / name).read_text(encoding="utf-8").splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^ ;\\]+)", line):
            pinned.setdefault(normalise(match[1]), set()).add(match[2])
    return pinned


def find_names(requirements: list[str]) -> set[str]:
    return {normalise(re.match(r"[A-Za-z0-9._-]+", requirement)[0]) for requirement in requirements}


def test_the_lock_pins_every_dependency():
    """requirements.txt pins what pyproject.toml asks for, requirements-dev.txt the tools of the tests as well."""
    site = find_names(PROJECT["project"]["dependencies"])
    site |= find_names(PROJECT["project"]["optional-dependencies"]["vectors"])
    site |= find_names(PROJECT["dependency-groups"]["build"])

    assert site - set(read_lock("requirements.txt")) == set()
    assert site | find_names(PROJECT["dependency-groups"]["dev"]) <= set(read_lock("requirements-dev.txt"))


def test_site_and_tests_run_on_the_same_versions():
    """The tests test what the site is made with."""
    tested = read_lock("requirements-dev.txt")

    assert [name for name, versions in read_lock("requirements.txt").items() if tested[name] != versions] == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_pin_has_hashes(name):
    """A file that is not the one that was locked is refused by pip; the lock names no index of this or that machine."""
    text = (REPOSITORY / name).read_text(encoding="utf-8")

    entries = re.split(r"\n(?=\S)", text.strip())

    assert [entry.splitlines()[0] for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []
    assert "file:" not in text
    assert "://" not in text


def test_the_package_names_one_version():
    """pyproject.toml, the package and the changelog agree."""
    from sitegen import __version__

    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")

    assert PROJECT["project"]["version"] == __version__
    assert f"## {__version__}" in changelog or "## Unreleased" in changelog
