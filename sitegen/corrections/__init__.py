"""What the editors of a site order in `content/corrections.toml`: read and checked here, obeyed by the stages."""

from __future__ import annotations

from sitegen.corrections.articles import address_of, without_hidden
from sitegen.corrections.people import added_rows
from sitegen.corrections.read import FILE_NAME, read_corrections

__all__ = ["FILE_NAME", "added_rows", "address_of", "read_corrections", "without_hidden"]
