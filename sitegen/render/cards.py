"""Planned cards → PNG files; each is drawn once and kept by what is on it, its fonts and what draws it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import cache, partial
from importlib.metadata import version
from pathlib import Path

from jinja2 import TemplateError as JinjaError

from sitegen.card_fonts import Face, file_of
from sitegen.errors import OutputError, TemplateError
from sitegen.model import OutputFile
from sitegen.page import Card
from sitegen.render.environment import make_environment

FOLDER = "cards"
THREADS = 4  # the drawing is done outside Python, so that threads share the work


def draw_cards(cards: Sequence[Card], templates: Path, cache_folder: Path | None) -> Iterator[OutputFile]:
    """Yield the cards as PNG. Raises TemplateError for a broken template, OutputError where the drawing fails."""
    if not cards:
        return
    sheets = [_sheet(card, templates) for card in cards]
    names = [_key(sheet, card.faces) for sheet, card in zip(sheets, cards, strict=True)]
    store = cache_folder / FOLDER if cache_folder else None
    with ThreadPoolExecutor(THREADS) as pool:
        drawn = pool.map(partial(_draw, store), cards, sheets, names)
        yield from (OutputFile(card.path, data) for card, data in zip(cards, drawn, strict=True))
    if store:
        _forget(store, {f"{name}.png" for name in names})


def _sheet(card: Card, templates: Path) -> str:
    try:
        return make_environment(templates, card.words).get_template(card.template).render(view=card.view)
    except JinjaError as error:
        hint = "Compare the template with the view in sitegen/plan/cards.py."
        raise TemplateError(f"{error.message} ({card.path})", where=f"templates/{card.template}", hint=hint) from error


def _key(sheet: str, faces: tuple[Face, ...]) -> str:
    digest = hashlib.sha256(sheet.encode("utf-8"))
    for part in (version("resvg_py"), *(_font_hash(face) for face in faces)):
        digest.update(part.encode("utf-8"))
    return digest.hexdigest()


@cache
def _font_hash(face: Face) -> str:
    file = file_of(face)
    return hashlib.sha256(file.read_bytes()).hexdigest() if file else ""


def _draw(store: Path | None, card: Card, sheet: str, name: str) -> bytes:
    kept = store / f"{name}.png" if store else None
    if kept:
        with suppress(OSError):
            return kept.read_bytes()
    data = _rasterise(card, sheet)
    if kept:
        # A folder that may not be written to makes the next build slower and this one no worse.
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            part = kept.with_suffix(".part")
            part.write_bytes(data)
            part.replace(kept)
    return data


def _rasterise(card: Card, sheet: str) -> bytes:
    import resvg_py  # noqa: PLC0415  a site without it builds all the same

    files = [str(file) for file in map(file_of, card.faces) if file]
    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=sheet, font_files=files, skip_system_fonts=True))
    except (ValueError, RuntimeError, OSError) as error:
        hint = "Install the extra anew: pip install 'sitegen[cards]'; or do without it, and pages name no card."
        raise OutputError(f"the card cannot be drawn: {error}.", where=card.path, hint=hint) from error


def _forget(store: Path, used: set[str]) -> None:
    with suppress(OSError):
        for file in sorted(store.iterdir()):
            if file.name not in used:
                file.unlink()
