"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

import re
from dataclasses import dataclass

MAX_SIZE = 500_000  # bytes that must be read at least (RFC 9309, section 2.5); more is cut off
_SLOWEST = 30.0  # seconds; a larger delay is taken for a mistake, since only a handful of pages is asked for


@dataclass(frozen=True, slots=True)
class Rule:
    """A path pattern, and whether paths that match it may be fetched."""

    pattern: str
    allows: bool


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of the group that speaks to us, and the seconds it asks for between two requests."""

    rules: tuple[Rule, ...] = ()
    delay: float = 0.0


NOTHING = Robots((Rule("/", allows=False),))  # the site's server is out of order: nothing may be fetched


def read_robots(text: str, agent: str) -> Robots:
    """Return the rules for the agent: those of all groups that name it, else those for everyone."""
    own: list[tuple[str, str]] = []
    everyone: list[tuple[str, str]] = []
    is_named = False
    names: list[str] = []
    reads_names = False
    for key, value in _lines(text):
        if key == "user-agent":
            names = [*names, value.lower()] if reads_names else [value.lower()]
            reads_names = True
            is_named = is_named or agent.lower() in names
            continue
        reads_names = False
        if agent.lower() in names:
            own.append((key, value))
        elif "*" in names:
            everyone.append((key, value))
    chosen = own if is_named else everyone
    rules = tuple(
        Rule(_normal(value), key == "allow") for key, value in chosen if key in ("allow", "disallow") and value
    )
    delays = [float(value) for key, value in chosen if key == "crawl-delay" and re.fullmatch(r"\d{1,6}(\.\d+)?", value)]
    return Robots(rules, min(max(delays, default=0.0), _SLOWEST))


def is_allowed(robots: Robots, path: str) -> bool:
    """Whether the path (with its query) may be fetched: the longest matching rule decides, and allows where two tie."""
    path = _normal(path) or "/"
    matching = [rule for rule in robots.rules if _matches(rule.pattern, path)]
    return not matching or max(matching, key=lambda rule: (len(rule.pattern), rule.allows)).allows


def _lines(text: str) -> list[tuple[str, str]]:
    pairs = []
    for line in text.lstrip("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            pairs.append((key.strip().lower(), value.strip()))
    return pairs


def _normal(path: str) -> str:
    """Percent signs and figures in one form, so that é and %C3%A9 are one letter."""
    quoted = "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8")) for c in path)
    return re.sub(r"%[0-9a-fA-F]{2}", lambda match: match[0].upper(), quoted)


def _matches(pattern: str, path: str) -> bool:
    """`*` stands for anything, a `$` at the end for the end. Piece by piece, so that no pattern costs much."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not path.startswith(first):
        return False
    at = len(first)
    for number, piece in enumerate(others):
        if is_whole and number == len(others) - 1:
            return path.endswith(piece) and len(path) - len(piece) >= at
        found = path.find(piece, at)
        if found < 0:
            return False
        at = found + len(piece)
    return not is_whole or at == len(path)
