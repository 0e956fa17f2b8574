"""A planned page → its HTML."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment
from jinja2 import TemplateError as JinjaError
from markupsafe import Markup

from sitegen.errors import TemplateError
from sitegen.model import OutputFile
from sitegen.page import Page
from sitegen.render.environment import make_environment


def render_page(page: Page, templates: Path) -> OutputFile:
    """Return the page as a file. Raises TemplateError where its template is broken or asks for what it does not get."""
    environment = make_environment(templates, page.words)
    text = _render(environment, page)
    return OutputFile(page.path, text.encode("utf-8"))


def _render(environment: Environment, page: Page) -> str:
    try:
        template = environment.get_template(page.template)
        return template.render(
            page=page.frame,
            view=page.view,
            structured=_script_safe(page.structured),
            data=_script_safe(page.data),
        )
    except JinjaError as error:
        line = getattr(error, "lineno", None)
        where = f"templates/{page.template}" + (f", line {line}" if line else "")
        hint = "Compare the template with the view in sitegen/plan/pages/."
        raise TemplateError(f"{error.message} (page {page.path})", where=where, hint=hint) from error


def _script_safe(json_text: str) -> Markup:
    """Return JSON for a script element; nothing in it can end the element or start a comment."""
    safe = json_text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
    return Markup(safe)  # noqa: S704 (every character that HTML could read is an escape of JSON here)
