"""Readings → Directory: the people of the corpus, each once, with every spelling that was found."""

from __future__ import annotations

from sitegen.resolve.directory import build_directory

__all__ = ["build_directory"]
