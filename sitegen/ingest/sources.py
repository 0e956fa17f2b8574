"""The content folder → Sources: every article file in it, in order, and a warning for each file of no known kind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sitegen.model import Problem, Severity, Source

KINDS = {
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".html": "html", ".htm": "html", ".xhtml": "html",
    ".mhtml": "mhtml", ".mht": "mhtml", ".xml": "feed", ".rss": "feed", ".atom": "feed", ".json": "feed",
    ".jsonl": "jsonl", ".ndjson": "jsonl",
}  # fmt: skip
IGNORED = frozenset({"corrections.toml", "published.toml", "thumbs.db", "desktop.ini"})
# A text of a megabyte is a book. Pages and feeds hold pictures or many articles; their readers know what is too much.
MAX_TEXT = 2_000_000
MAX_FILE = 64_000_000


def find_sources(content: Path) -> Iterator[Source | Problem]:
    """Yield each article file under `content`, sorted by path, and a Problem for each other or unreadable one.

    Hidden files and folders, links out of the folder, `corrections.toml` and `published.toml` are passed over.
    """
    for path in sorted(_walk(content, content.resolve()), key=lambda p: p.relative_to(content).as_posix()):
        name = path.relative_to(content).as_posix()
        if path.suffix.lower() not in KINDS:
            yield Problem(
                Severity.WARNING,
                name,
                f"“{path.suffix or path.name}” is no kind of file that sitegen reads; it was left alone.",
                "Articles are .txt, .md, .html, .mhtml, feeds (.xml, .rss, .atom, .json) and .jsonl.",
            )
            continue
        yield _read(path, name)


def kind_of(source: Source) -> str:
    """Return the reader that a source wants: txt, md, html, mhtml, feed or jsonl."""
    return KINDS[Path(source.path).suffix.lower()]


def _walk(folder: Path, root: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name.startswith((".", "~$")) or entry.name.lower() in IGNORED:
            continue
        if entry.is_symlink() and not entry.resolve().is_relative_to(root):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _walk(entry, root)
        elif entry.is_file():
            yield entry


def _read(path: Path, name: str) -> Source | Problem:
    limit = MAX_TEXT if KINDS[path.suffix.lower()] in ("txt", "md") else MAX_FILE
    try:
        size = path.stat().st_size
        if size > limit:
            return Problem(
                Severity.ERROR,
                name,
                f"the file has {size / 1e6:.1f} MB; an article of this kind may have {limit / 1e6:.0f} MB.",
                "Put each article into a file of its own.",
            )
        data = path.read_bytes()
    except OSError as error:
        return Problem(Severity.ERROR, name, f"the file cannot be read: {error.strerror}.", "Look at its permissions.")
    if not data.strip():
        return Problem(Severity.ERROR, name, "the file is empty.", "Put the article into it, or delete it.")
    return Source(name, data)
