"""Relative links between pages, and the check that each leads to a page that will exist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import quote

from sitegen.errors import CollisionError, LinkError


@dataclass(frozen=True, slots=True)
class Links:
    """The links that one page makes; `targets` remembers them for the check at the end of planning."""

    page: str
    root: str | None = None  # set for a page served at any depth (404.html): the base path its links start with
    targets: set[str] = field(default_factory=set)

    def to(self, path: str, fragment: str = "") -> str:
        """Return the link from this page to a path of the site."""
        self.targets.add(path)
        tail = f"#{fragment}" if fragment else ""
        if self.root is not None:
            return self.root + quote(path) + tail
        if path == self.page and fragment:
            return tail
        return relative(self.page, path) + tail


@lru_cache(maxsize=200_000)
def relative(page: str, target: str) -> str:
    """Return the encoded link from one path to another; both are from the root of the site."""
    here, there = page.split("/")[:-1], target.split("/")
    same = 0
    while same < len(here) and same < len(there) - 1 and here[same] == there[same]:
        same += 1
    return quote("/".join([*[".."] * (len(here) - same), *there[same:]]))


def check_collisions(paths: Iterable[str]) -> None:
    """Raise CollisionError where two files want one path, or two that differ only in case."""
    seen: dict[str, str] = {}
    for path in paths:
        if path.casefold() in seen:
            hint = f"The other is {seen[path.casefold()]}. Rename one of the sources."
            raise CollisionError("two pages want this address.", where=path, hint=hint)
        seen[path.casefold()] = path


def check_targets(links: Iterable[Links], paths: Iterable[str]) -> None:
    """Raise LinkError for the first link that leads to no file of the site."""
    known = frozenset(paths)
    for made in links:
        missing = sorted(made.targets - known)
        if missing:
            raise LinkError(f"the page links to {missing[0]}, which is not planned.", where=made.page)
