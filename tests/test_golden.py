"""Whole-site expected output: one tiny site, every file of it.

What is expected stands beside the site in `tests/sites/minimal/expected/`: `files.txt` has each path with the SHA-256
of its bytes, and the event page stands there in full, so that a change of it can be read. After a change that is
meant, `pytest tests/test_golden.py --update-golden` writes both anew; look at the diff before committing it.
Pagefind's folder is left out: its program comes from a package and changes with that; its records have their own tests.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from sitegen import align, pipeline
from sitegen.config import read_config
from sitegen.plan import cards

SITE = Path(__file__).parent / "sites" / "minimal"
EXPECTED = SITE / "expected"
EVENT_PAGE = "en/events/2024-07-22-call-ir-kz.html"
HINT = "If this is meant: pytest tests/test_golden.py --update-golden, then look at the diff."


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Give every file of the built site by its path."""
    output = tmp_path_factory.mktemp("minimal") / "public"
    config = replace(read_config(SITE, output=output), cache=None)  # nothing may be left lying beside the site
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(align, "is_available", lambda: False)  # the encoder of sentences is not on every machine
        patch.setattr(cards, "faces_for", lambda *_: ())  # nor are the fonts, and pixels may differ by processor
        pipeline.build(config)
    files = sorted(file for file in output.rglob("*") if file.is_file())
    found = {file.relative_to(output).as_posix(): file.read_bytes() for file in files}
    return {path: data for path, data in found.items() if not path.startswith("pagefind/")}


def _digest(path: str, data: bytes) -> str:
    """The hash of a file; of a zip what it holds, for its packing differs from one zlib to the next."""
    if path.endswith(".zip"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            data = b"".join(name.encode("utf-8") + b"\0" + packed.read(name) for name in packed.namelist())
    return hashlib.sha256(data).hexdigest()


def test_every_file_is_as_expected(built: dict[str, bytes], is_update: bool) -> None:
    """The same articles give the same tree, byte for byte."""
    lines = [f"{_digest(path, data)}  {path}" for path, data in built.items()]
    if is_update:
        EXPECTED.mkdir(exist_ok=True)
        (EXPECTED / "files.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
    expected = (EXPECTED / "files.txt").read_text(encoding="utf-8").splitlines()

    paths = [line.split("  ", 1)[1] for line in expected]
    assert paths == list(built), HINT
    assert [] == sorted(line.split("  ", 1)[1] for line in set(expected) - set(lines)), HINT


def test_the_event_page_is_as_expected(built: dict[str, bytes], is_update: bool) -> None:
    """One page stands in full, so that a change of it reads as a diff."""
    file = EXPECTED / "event.html"
    if is_update:
        file.write_bytes(built[EVENT_PAGE])

    assert file.read_text(encoding="utf-8") == built[EVENT_PAGE].decode("utf-8"), HINT
