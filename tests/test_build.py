"""What holds for every site: the same folder gives the same bytes, and a change stays where it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from sitegen import pipeline
from sitegen.config import read_config

ENGLISH = """---
title: Presidents of Iran and Kazakhstan speak by telephone
lang: en
date: 2024-07-23
outlet: The Lantern Post
---
Iranian President-elect Masoud Pezeshkian spoke by telephone with Kazakh President Kassym-Jomart Tokayev on Monday,
22 July 2024. The two agreed to widen trade across the Caspian Sea.
"""
INDONESIAN = """---
title: Presiden Kazakhstan telepon presiden terpilih Iran
lang: id
date: 2024-07-23
outlet: Jendela Eurasia
---
Presiden Kazakhstan Kassym-Jomart Tokayev berbicara lewat telepon dengan presiden terpilih Iran Masoud Pezeshkian pada
Senin (22/7/2024). Keduanya sepakat memperluas perdagangan lewat Laut Kaspia.
"""
FRENCH = """---
title: Poutine reçoit Tokaïev à Moscou
lang: fr
date: 2024-11-28
outlet: La Tribune des rives
---
Le président russe Vladimir Poutine a reçu mercredi 27 novembre 2024 à Moscou le président kazakh Kassym-Jomart
Tokaïev. Les deux dirigeants ont parlé de l'énergie et des transports.
"""
UNRELATED = """---
title: Prabowo and Macron meet in Jakarta
lang: en
date: 2025-05-29
outlet: The Weekly Envoy
---
Indonesian President Prabowo Subianto met French President Emmanuel Macron in Jakarta on Wednesday, 28 May 2025. They
signed nothing and spoke about defence.
"""
QUIET = """---
title: A garden of old roses opens by the river
lang: en
date: 2025-05-29
outlet: The Weekly Envoy
---
A garden with ninety kinds of old roses has opened by the river. Visitors pay nothing on weekdays.
"""
ARTICLES = {"content/a.md": ENGLISH, "content/b.md": INDONESIAN, "content/c.md": FRENCH}
TOML = 'title = "A site"\nbase_url = "https://example.org/repo/"\nlanguages = ["en", "fr", "id"]\n'


def read_files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def build(site: Path, output: Path) -> dict[str, bytes]:
    """Build in this process, where the tables are read already; return the files."""
    result = pipeline.build(read_config(site, output=output), is_strict=True)
    assert result.problems == ()
    return read_files(output)


def build_apart(site: Path, output: Path, **environment: str) -> dict[str, bytes]:
    """Build in a process of its own, whose hash seed, zone and locale may be set; return the files."""
    command = [sys.executable, "-m", "sitegen", "build", "--strict", "--site", str(site), "--output", str(output)]
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode("utf-8")
    return read_files(output)


def read_events(files: dict[str, bytes]) -> dict[str, dict[str, object]]:
    lines = files["data/events.jsonl"].decode("utf-8").splitlines()
    return {event["id"]: event for event in map(json.loads, lines)}


def differ(left: dict[str, bytes], right: dict[str, bytes]) -> list[str]:
    return sorted(name for name in left.keys() | right.keys() if left.get(name) != right.get(name))


def test_the_reports_of_one_event_meet(write_site, tmp_path):
    """An English and an Indonesian report make one event, a French one of another meeting its own."""
    events = read_events(build(write_site({"site.toml": TOML, **ARTICLES}), tmp_path / "out"))

    assert {name: len(event["articles"]) for name, event in events.items()} == {
        "2024-07-22-call-ir-kz": 2,
        "2024-11-27-meeting-kz-ru": 1,
    }


def test_the_same_folder_gives_the_same_bytes(write_site, tmp_path):
    """Neither the order of hashes nor the zone, locale or day of the machine reaches the site."""
    site = write_site({"site.toml": TOML, **ARTICLES})

    one = build_apart(site, tmp_path / "out1", PYTHONHASHSEED="1", TZ="Asia/Tokyo", LC_ALL="C")
    two = build_apart(site, tmp_path / "out2", PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="tr_TR.UTF-8")

    assert differ(one, two) == []


class _Reversed:
    """`os.scandir` in the opposite order."""

    def __init__(self, path: object) -> None:
        with _SCANDIR(path) as entries:
            self._entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

    def __enter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self._entries)

    def __exit__(self, *_: object) -> None:
        pass

    def __iter__(self) -> Iterator[os.DirEntry[str]]:
        return iter(self._entries)


_SCANDIR, _LISTDIR = os.scandir, os.listdir


def test_the_order_of_the_folder_does_not_matter(write_site, tmp_path, monkeypatch):
    """A file system that lists the folder the other way round gives the same site."""
    site = write_site({"site.toml": TOML, **ARTICLES})
    forward = build(site, tmp_path / "out1")
    monkeypatch.setattr(os, "scandir", _Reversed)
    monkeypatch.setattr(os, "listdir", lambda *path: sorted(_LISTDIR(*path), reverse=True))

    backward = build(site, tmp_path / "out2")

    monkeypatch.undo()
    assert differ(forward, backward) == []


def test_new_names_of_files_change_no_event(write_site, tmp_path):
    """Ids of events come from facts: renamed files change the ids of articles and nothing else."""
    renamed = {"content/z/1.md": ENGLISH, "content/y.md": INDONESIAN, "content/x.md": FRENCH}

    before = read_events(build(write_site({"site.toml": TOML, **ARTICLES}, "one"), tmp_path / "out1"))
    after = read_events(build(write_site({"site.toml": TOML, **renamed}, "two"), tmp_path / "out2"))

    assert before.keys() == after.keys()
    assert [event["participants"] for event in before.values()] == [event["participants"] for event in after.values()]


def test_an_unrelated_article_changes_no_other_event(write_site, tmp_path):
    """What is known of an event does not depend on what else is reported."""
    before = read_events(build(write_site({"site.toml": TOML, **ARTICLES}, "one"), tmp_path / "out1"))
    more = {**ARTICLES, "content/d.md": UNRELATED}
    after = read_events(build(write_site({"site.toml": TOML, **more}, "two"), tmp_path / "out2"))

    assert len(after) == len(before) + 1
    assert [name for name, event in before.items() if after[name] != event] == []


def test_every_link_of_the_site_leads_somewhere(write_site, tmp_path):
    """Each relative link on each page names a file of the site."""
    import re
    from urllib.parse import unquote

    output = tmp_path / "out"
    files = build(write_site({"site.toml": TOML, **ARTICLES}), output)

    lost = [
        f"{name}: {link}"
        for name, data in files.items()
        if name.endswith(".html") and name != "404.html"
        for link in re.findall(r'(?:href|src)="(?!https?:|mailto:|data:|#)([^"#?]+)', data.decode("utf-8"))
        if not (output / name).parent.joinpath(unquote(link)).exists()
    ]

    assert lost == []


@pytest.mark.parametrize("articles", [{}, {"content/a.md": QUIET}])
def test_a_site_without_events_is_a_site(write_site, tmp_path, articles):
    """An empty folder, and one whose articles report no event, still give a site with a home page."""
    site = write_site({"site.toml": TOML, **articles})
    (site / "content").mkdir(exist_ok=True)

    assert "en/index.html" in build(site, tmp_path / "out")


def test_a_build_says_what_it_does_without(write_site, tmp_path, monkeypatch):
    """Without the fonts of a script the site is built all the same, and the note says how to have them."""
    monkeypatch.setattr("sitegen.card_fonts.file_of", lambda _face: None)

    result = pipeline.build(read_config(write_site({**ARTICLES, "site.toml": TOML}), output=tmp_path / "out"))

    assert result.is_written
    assert "en, fr, id" in result.notes[0]
    assert "sitegen[cards]" in result.notes[0]
    assert not [name for name in read_files(tmp_path / "out") if name.endswith(".png")]
