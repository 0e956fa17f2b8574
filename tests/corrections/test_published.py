"""Ids that were published lead on for ever, and nothing is written unless the user asks for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.errors import ContentError
from sitegen.model import Published
from sitegen.published import read_published, remember, write_published
from tests.corrections.corpus import CALL, LATER, MEETING, NEWCOMER, read

MERGED = (
    '"2024-08-call-ir-kz" = { kind = "call", date = "2024-08", parties = ["IR", "KZ"], reports = ["en/later.md"] }\n'
)


def test_what_is_remembered_is_read_back(tmp_path):
    """The file holds every event with kind, date, parties and reports, whatever their letters."""
    library = read(tmp_path)

    entries = remember(library, [Published("old \x7f“id”", "call", "", (), ("a.txt",))])
    (tmp_path / "published.toml").write_text(write_published(entries), encoding="utf-8")

    assert entries == read_published(tmp_path)
    assert {CALL, LATER, MEETING, NEWCOMER, "old \x7f“id”"} == {entry.id for entry in entries}
    assert Published(CALL, "call", "2024-08-05", ("IR", "KZ"), ("en/call.md", "id/telepon.md")) in entries


def test_an_id_that_is_gone_leads_to_the_event_it_has_become(tmp_path):
    """The report, the parties and the kind tell which event it is now."""
    assert {"2024-08-call-ir-kz": LATER} == dict(read(tmp_path, published=MERGED).redirects)


def test_an_id_of_other_parties_leads_nowhere(tmp_path):
    """A report of two events must not lead from one to the other."""
    other = MERGED.replace('["IR", "KZ"]', '["CN", "JP"]')

    assert {} == dict(read(tmp_path, published=other).redirects)


def test_a_correction_may_name_a_published_id(tmp_path):
    """An id that was right when the correction was written stays right."""
    text = '[[rename]]\nevent = "2024-08-call-ir-kz"\ntitle = { en = "Again" }\n'

    library = read(tmp_path, text, MERGED)

    assert {"en": "Again"} == dict(library.events[LATER].title_override)


def test_a_broken_file_is_an_error(tmp_path):
    """The message names the file and says what to do."""
    with pytest.raises(ContentError) as caught:
        read(tmp_path, published='"a" = { kind = "call" }\n')

    assert "published.toml" in caught.value.where
    assert "commit" in caught.value.hint


def test_remember_writes_and_check_only_looks(tmp_path, run):
    """`remember` writes the file and nothing else; `--check` fails until it has."""
    read(tmp_path)
    file = tmp_path / "content" / "published.toml"
    file.unlink()

    checked = run("remember", "--site", tmp_path, "--check")
    assert 1 == checked.exit_code
    assert not file.exists()

    before = names(tmp_path)
    assert 0 == run("remember", "--site", tmp_path).exit_code
    assert before | {file} == names(tmp_path)
    assert 0 == run("remember", "--site", tmp_path, "--check").exit_code


def test_build_makes_redirect_pages_and_writes_nothing_into_content(tmp_path, run):
    """The old address is a page that leads on; the content folder is as it was."""
    read(tmp_path, f'[[date]]\nevent = "{CALL}"\ndate = "2024-08-04"\n', MERGED)
    before = {path: path.read_bytes() for path in names(tmp_path)}

    result = run("build", "--site", tmp_path, "-q")

    assert 0 == result.exit_code, result.output
    page = (tmp_path / "public" / "en" / "events" / f"{CALL}.html").read_text(encoding="utf-8")
    assert "2024-08-04-call-ir-kz.html" in page
    assert (tmp_path / "public" / "id" / "events" / "2024-08-call-ir-kz.html").is_file()
    assert before == {path: path.read_bytes() for path in before}
    assert before.keys() == {path for path in names(tmp_path) if "public" not in path.parts}


def names(folder: Path) -> set[Path]:
    return {path for path in folder.rglob("*") if path.is_file()}
