"""The folder of styles, scripts and icons → files of the site, with what nobody reads taken out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from sitegen.model import OutputFile


def read_static(folder: Path) -> Iterator[OutputFile]:
    """Yield every static file under `assets/`, sorted by name."""
    for path in sorted(folder.rglob("*"), key=lambda p: p.as_posix()):
        if path.is_file() and not path.name.startswith("."):
            data = path.read_bytes()
            name = path.relative_to(folder).as_posix()
            yield OutputFile(f"assets/{name}", shrink_css(data) if name.endswith(".css") else data)


def shrink_css(data: bytes) -> bytes:
    """Return a style sheet without comments and needless space; strings are not touched."""
    text = data.decode("utf-8")
    parts = re.split(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')""", re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL))
    for index in range(0, len(parts), 2):
        squeezed = re.sub(r"\s+", " ", parts[index])
        parts[index] = re.sub(r"\s*([{};,])\s*", r"\1", squeezed).replace(";}", "}")
    return "".join(parts).strip().encode() + b"\n"
