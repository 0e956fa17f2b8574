"""Ids of articles: from the path of the file and, within a feed, from the entry."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import PurePosixPath

from anyascii import anyascii

LONGEST = 80


def slug(text: str) -> str:
    """Return lower-case ASCII letters, digits and hyphens for any text; "" where nothing of it is left."""
    words = re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")
    return words[:LONGEST].rstrip("-")


def article_ids(keys: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Return an id for each (path, entry): the file's stem; where two are alike, with their folders; else with a hash.

    The ids of other files than those that clash stay as they are when a file is added.
    """
    plain = [_plain(path, entry) for path, entry in keys]
    longer = [_with_folder(path, entry) for path, entry in keys]
    counts = Counter(plain)
    chosen = [name if counts[name] == 1 and name else long for name, long in zip(plain, longer, strict=True)]
    again = Counter(chosen)
    return tuple(
        name if again[name] == 1 and name else f"{name}-{_hash(path, entry)}".lstrip("-")
        for name, (path, entry) in zip(chosen, keys, strict=True)
    )


def _plain(path: str, entry: str) -> str:
    stem = slug(PurePosixPath(path).stem)
    return f"{stem}-{_entry(entry)}".strip("-") if entry else stem


def _with_folder(path: str, entry: str) -> str:
    whole = PurePosixPath(path)
    name = slug("-".join((*whole.parts[:-1], whole.stem)))
    return f"{name}-{_entry(entry)}".strip("-") if entry else name


def _entry(entry: str) -> str:
    """Return the end of an entry's id (an address, as a rule) as a slug, or a hash where that says little."""
    last = slug(re.split(r"[/#?=]", entry.rstrip("/"))[-1])
    return last if 3 <= len(last) <= 60 else _hash(entry, "")


def _hash(path: str, entry: str) -> str:
    return hashlib.sha1(f"{path}\0{entry}".encode(), usedforsecurity=False).hexdigest()[:8]
