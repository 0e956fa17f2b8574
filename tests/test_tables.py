"""A broken table stops the build with its name, not with a traceback."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

import sitegen
from sitegen.errors import TableError
from sitegen.toml_file import read_toml

PACKAGE = Path(sitegen.__file__).parent
# Files that read TOML with a message of their own: a user's file, or a table checked against its keys.
OWN_READERS = (
    "config.py",
    "published.py",
    "corrections/read.py",
    "data/gazetteer.py",
    "ingest/front_matter.py",
    "lang/gloss.py",
    "lang/magnitudes.py",
    "lang/table.py",
    "plan/names.py",
    "toml_file.py",
)


@pytest.fixture
def broken_package(tmp_path, monkeypatch):
    """A copy of a table's folder that may be broken."""
    shutil.copytree(PACKAGE / "lang", tmp_path / "lang", ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    monkeypatch.setattr("sitegen.toml_file.files", lambda _package: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"a = = b", "no TOML"), (b"a = '\xe9'", "UTF-8"), (None, "missing")],
    ids=["toml", "bytes", "gone"],
)
def test_a_broken_table_is_named(broken_package, data, words):
    """The message names the file, what is wrong with it, and what to do."""
    file = broken_package / "lang" / "abbreviations.toml"
    file.unlink() if data is None else file.write_bytes(data)

    with pytest.raises(TableError, match=words) as caught:
        read_toml("lang", "abbreviations.toml")

    assert caught.value.where == "sitegen/lang/abbreviations.toml"
    assert caught.value.hint


def test_every_table_is_read_with_a_message():
    """TOML is parsed where its errors are turned into messages, and nowhere else."""
    parsers = {
        file.relative_to(PACKAGE).as_posix()
        for file in PACKAGE.rglob("*.py")
        if re.search(r"\btomllib\.loads?\(", file.read_text(encoding="utf-8"))
    }

    assert sorted(parsers - set(OWN_READERS)) == []
