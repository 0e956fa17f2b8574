"""The template folder and the words of an edition → a Jinja environment that forgives nothing.

An undefined value is an error, everything is escaped, and the filter that would turn escaping off is not there.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sitegen.locales import Words
from sitegen.locales.usage import load_usage

EXTENSIONS = ("jinja2.ext.i18n",)


@cache
def make_environment(templates: Path, words: Words) -> Environment:
    """Return the environment of one edition."""
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        extensions=list(EXTENSIONS),
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    del environment.filters["safe"]
    environment.globals["signs"] = load_usage(words.language).signs
    environment.install_gettext_callables(  # type: ignore[attr-defined]
        words.gettext, words.ngettext, newstyle=True, pgettext=words.pgettext, npgettext=words.npgettext
    )
    return environment
