"""Search records → the index of Pagefind, one for each language of the site in one bundle.

Each record becomes a small HTML file in a folder of its own and Pagefind reads the folder: its Python client waits a
tenth of a second for every record that is handed over singly (2,000 records: 202 s; as a folder: under a second).
"""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

from pagefind.index import IndexConfig, PagefindIndex

from sitegen.errors import OutputError
from sitegen.fold import fold
from sitegen.model import OutputFile
from sitegen.page import Record
from sitegen.render.search_order import sort_index

FOLDER = "pagefind"
# What the search page loads; the rest of the bundle is Pagefind's own interface.
NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json")
NEEDED_ENDINGS = (".pf_meta", ".pf_index", ".pf_fragment", ".pf_filter", ".pagefind")


def index_records(records: Sequence[Record]) -> Iterator[OutputFile]:
    """Yield the files of the search index. Raises OutputError where Pagefind fails."""
    if not records:
        return
    with tempfile.TemporaryDirectory(prefix="sitegen-search-") as name:
        source, target = Path(name, "records"), Path(name, "index")
        for number, record in enumerate(records):
            path = source / record.lang / f"{number:06}.html"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(record_html(record), encoding="utf-8")
        try:
            # A thread of its own: the preview server builds within an event loop, where no second one may run.
            with ThreadPoolExecutor(max_workers=1) as pool:
                pool.submit(lambda: asyncio.run(_run(source, target))).result()
        except (OSError, AssertionError, RuntimeError) as error:
            hint = "Install sitegen again: pagefind[extended] comes with it."
            raise OutputError(f"the search index cannot be made: {error!r}.", where=FOLDER, hint=hint) from error
        yield from sort_index(_read_bundle(target))


def _read_bundle(folder: Path) -> Iterator[OutputFile]:
    for path in folder.rglob("*"):
        if path.name in NEEDED or path.name.endswith(NEEDED_ENDINGS):
            yield OutputFile(f"{FOLDER}/{path.relative_to(folder).as_posix()}", path.read_bytes())


async def _run(source: Path, target: Path) -> None:
    config: IndexConfig = {"keep_index_url": True}
    async with PagefindIndex(config=config) as index:
        await index.add_directory(str(source))
        await index.write_files(output_path=str(target))
        await index.delete_index()


def record_html(record: Record) -> str:
    """Return a record as Pagefind reads one: weights, facets and what a result shows are attributes."""
    names = "|".join(record.names)
    facets = [("kind", record.kind), ("year", record.year)]
    facets += [("language", value) for value in record.languages] + [("country", value) for value in record.countries]
    marks = "".join(f'<i data-pagefind-filter="{name}:{escape(value)}"></i>' for name, value in facets if value)
    shown = (("path", record.path), ("title", record.title), ("note", record.note), ("names", names))
    metas = "".join(f'<i data-pagefind-meta="{name}:{escape(value)}"></i>' for name, value in shown)
    return (
        f'<!doctype html><html lang="{record.lang}"><head><title>{escape(record.title)}</title></head>'
        f"<body data-pagefind-body>{metas}{marks}"
        f'<p data-pagefind-weight="8">{escape(fold(record.title))}</p>'
        f'<p data-pagefind-weight="{7 if record.sort == "person" else 4}">{escape(fold(" ".join(record.names)))}</p>'
        f"<p>{escape(record.text)}</p></body></html>"
    )
