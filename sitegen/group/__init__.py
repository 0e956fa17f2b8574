"""Readings and directory → events and storylines: which claims report one thing, and what they report together."""

from __future__ import annotations

from sitegen.group.grouping import Grouping, group_claims

__all__ = ["Grouping", "group_claims"]
