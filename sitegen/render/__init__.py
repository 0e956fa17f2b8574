"""A Plan → the files of the site, and the files → the output folder."""

from __future__ import annotations

from collections.abc import Iterator

from sitegen.config import Config
from sitegen.model import OutputFile
from sitegen.page import Plan
from sitegen.paths import find_static, find_templates
from sitegen.render.cards import draw_cards
from sitegen.render.html import render_page
from sitegen.render.output import write_site
from sitegen.render.search import index_records
from sitegen.render.static import read_static

__all__ = ["render_site", "write_site"]


def render_site(plan: Plan, config: Config) -> Iterator[OutputFile]:
    """Yield every file of the site. Raises TemplateError for a broken template."""
    templates = find_templates()
    for page in plan.pages:
        yield render_page(page, templates)
    yield from plan.files
    yield from draw_cards(plan.cards, templates, config.cache)
    yield from index_records(plan.records)
    yield from read_static(find_static())
