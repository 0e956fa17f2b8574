"""`content/published.toml`: the event ids that the site has published, kept so that old addresses lead on."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable
from pathlib import Path

from sitegen.corrections import address_of
from sitegen.errors import ContentError
from sitegen.model import Event, Library, Published

FILE_NAME = "published.toml"
_HEAD = """\
# The event ids that this site has published: `sitegen remember` writes this file. Commit it.
# When the id of an event changes, its old address leads on to the new one. docs/reference/corrections.md says how.
"""


def read_published(content: Path) -> tuple[Published, ...]:
    """Return the ids that a content folder remembers, sorted; none without the file. Raises ContentError."""
    file = content / FILE_NAME
    if not file.is_file():
        return ()
    hint = (
        "Take it from your last commit, or run sitegen remember after deleting it (old addresses are then forgotten)."
    )
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8-sig"))
        return tuple(
            Published(str(key), str(row["kind"]), str(row["date"]), tuple(row["parties"]), tuple(row["reports"]))
            for key, row in sorted(table.items())
        )
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"the file cannot be read: {error}.", where=str(file), hint=hint) from error
    except (KeyError, TypeError) as error:
        raise ContentError(f"an entry lacks {error}.", where=str(file), hint=hint) from error


def remember(library: Library, before: Iterable[Published]) -> tuple[Published, ...]:
    """Return what is to be remembered: every event as it is now, and every former id as it was when last published."""
    known = {entry.id: entry for entry in before}
    known |= {event.id: _published(event, library) for event in library.events.values()}
    return tuple(known[key] for key in sorted(known))


def write_published(entries: Iterable[Published]) -> str:
    """Return the text of the file: a line an event, sorted, so that a commit shows what is new."""
    lines = [
        f"{_text(e.id)} = {{ kind = {_text(e.kind)}, date = {_text(e.date)}, parties = {_texts(e.parties)},"
        f" reports = {_texts(e.reports)} }}\n"
        for e in sorted(entries, key=lambda e: e.id)
    ]
    return _HEAD + "".join(lines)


def save(file: Path, entries: Iterable[Published]) -> None:
    """Write the file: whole or not at all. Raises ContentError."""
    draft = file.with_name(f".{file.name}.new")
    try:
        draft.write_text(write_published(entries), encoding="utf-8", newline="\n")
        draft.replace(file)
    except OSError as error:
        raise ContentError(
            f"it cannot be written: {error.strerror}.", where=str(file), hint="Look at its permissions."
        ) from error


def _published(event: Event, library: Library) -> Published:
    articles = {claim.article for claim in event.claims}
    reports = sorted(address_of(library.readings[article].article) for article in articles)
    parties = tuple(sorted({*event.countries, *event.bodies}))
    return Published(event.id, str(event.kind), event.when.edtf, parties, tuple(reports))


def _texts(values: Iterable[str]) -> str:
    return f"[{', '.join(_text(value) for value in values)}]"


def _text(value: str) -> str:
    """A TOML basic string: JSON's own, but for the one control character that JSON leaves bare."""
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
