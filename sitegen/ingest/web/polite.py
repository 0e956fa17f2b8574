"""Fetching as a guest does: what robots.txt allows, one request at a time, a pause between two, redirects looked at."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from sitegen.ingest.web.fetch import AGENT, FetchError, Limits, Response, check_address, request
from sitegen.ingest.web.robots import MAX_SIZE, NOTHING, Robots, is_allowed, read_robots

_PAUSE = 1.0  # seconds between two requests to one site that asks for no other
_HOPS = 5  # redirects followed (RFC 9309, section 2.3.1.2 for robots.txt; browsers follow 20)


@dataclass(slots=True)
class Visitor:
    """Someone who fetches pages in one run of the command: knows the rules of each site and when it was last asked."""

    limits: Limits = field(default_factory=Limits)
    pause: float = _PAUSE
    sleep: Callable[[float], None] = time.sleep
    _robots: dict[str, Robots] = field(default_factory=dict)
    _asked: dict[str, float] = field(default_factory=dict)

    def fetch(self, address: str) -> Response:
        """Return what is at the address after all redirects. Raises FetchError where it may not or cannot be had."""
        start = address
        for _ in range(_HOPS + 1):
            address = check_address(address)
            self._check_robots(address)
            response = self._ask(address, self.limits)
            if response.redirect:
                address = response.redirect
                continue
            if response.status != 200:
                hint = "Open it in a browser, and save it from there." if response.status in (401, 403, 429) else ""
                raise FetchError(f"the server answers {response.status}.", where=address, hint=hint)
            return response
        raise FetchError(f"it redirects more than {_HOPS} times.", where=start, hint="Open it in a browser instead.")

    def _check_robots(self, address: str) -> None:
        site = _site(address)
        if site not in self._robots:
            self._robots[site] = self._read_robots(site)
        parts = urlsplit(address)
        if not is_allowed(self._robots[site], parts.path + (f"?{parts.query}" if parts.query else "")):
            raise FetchError(
                "the site's robots.txt does not allow programs to fetch it.",
                where=address,
                hint="Save the page in a browser, and import the file.",
            )

    def _read_robots(self, site: str) -> Robots:
        """No such file allows everything, a server out of order nothing (RFC 9309, sections 2.3.1.3 and 2.3.1.4)."""
        address = f"{site}/robots.txt"
        limits = replace(self.limits, most_bytes=MAX_SIZE)
        for _ in range(_HOPS + 1):
            response = self._ask(check_address(address), limits)
            if response.redirect:
                address = response.redirect
                continue
            if response.status == 200:
                return read_robots(response.data.decode("utf-8", errors="replace"), AGENT)
            return NOTHING if response.status >= 500 else Robots()
        return Robots()

    def _ask(self, address: str, limits: Limits) -> Response:
        site = _site(address)
        robots = self._robots.get(site)
        if site in self._asked and robots is not None:
            wait = max(self.pause, robots.delay) - (time.monotonic() - self._asked[site])
            if wait > 0:
                self.sleep(wait)
        try:
            return request(address, limits, accept="text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.5")
        finally:
            self._asked[site] = time.monotonic()


def _site(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}"
