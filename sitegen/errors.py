"""What a user can mend and what stops a build: each message says what is wrong, where, and what to do.

A bad article is no error here: it becomes a `sitegen.model.Problem` and the build goes on.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class SitegenError(Exception):
    """Something that a user can mend and without which no site can be built."""

    def __init__(self, message: str, *, where: str = "", hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        """Return all three parts on one line, as a log shows them."""
        text = f"{self.where}: {self.message}" if self.where else self.message
        return f"{text} {self.hint}".rstrip()


class ConfigError(SitegenError):
    """`site.toml` or an option of the command says something that cannot be."""


class ContentError(SitegenError):
    """The content folder as a whole cannot be read; a single bad article is a Problem instead."""


class TableError(SitegenError):
    """A table under `sitegen/lang` or `sitegen/data`, or a catalogue, is broken."""


class TemplateError(SitegenError):
    """A template is broken or asks for a value that its page does not have."""


class CollisionError(SitegenError):
    """Two pages want one address."""


class LinkError(SitegenError):
    """A page links to a page of the site that does not exist."""


class CorrectionError(SitegenError):
    """A correction in `content/corrections.toml` is broken or no longer matches anything."""


class OutputError(SitegenError):
    """The site cannot be written where it should go."""


class NotFoundError(SitegenError):
    """What the user asks about is not in the site."""


def suggest(word: str, known: Iterable[str]) -> str:
    """Return "Did you mean “base_url”?" for the known word most like this one, or "" where none is near."""
    near = difflib.get_close_matches(word.casefold(), sorted(known), n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else ""
