"""The local preview: serves the built site on 127.0.0.1, rebuilds on a change, and reloads the browser.

Each rebuild is a `sitegen build` of its own process, so that changed tables and templates are read anew, and a failed
one cannot take the preview down: the last good site stays, with the message laid over it.
"""

from __future__ import annotations

import asyncio
import html
import mimetypes
import re
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any
from urllib.parse import urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler
from livereload.watcher import Watcher

from sitegen.errors import SitegenError

HOST = "127.0.0.1"

Snapshot = Mapping[str, tuple[int, int]]
Report = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What is served, where, what is watched, and the command that rebuilds it."""

    command: tuple[str, ...]
    output: Path
    base: str  # the path of the public address, "/" or "/repo/": the preview stands under the same one
    watched: tuple[Path, ...]
    port: int


@dataclass(frozen=True, slots=True)
class Answer:
    """A status line, headers and body."""

    status: str
    headers: tuple[tuple[str, str], ...]
    body: bytes


def serve(preview: Preview, report: Report) -> None:
    """Serve until interrupted. Raises SitegenError where the port is taken."""
    rebuilder = Rebuilder(preview, report)

    def application(environ: Mapping[str, Any], start_response: Callable[..., object]) -> Iterable[bytes]:
        # WSGI hands a path over as bytes decoded from Latin-1, whatever they are.
        path = str(environ.get("PATH_INFO", "/")).encode("latin-1", "replace").decode("utf-8", "replace")
        answer = respond(path, preview, rebuilder.error)
        start_response(answer.status, list(answer.headers))
        return [answer.body]

    _check_port(preview.port)
    try:
        asyncio.run(_run(Server(application, watcher=rebuilder), preview))
    finally:
        rebuilder.stop()


def _check_port(port: int) -> None:
    # Asked here and not of livereload, which leaves its socket open when it cannot have the port.
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            hint = "Stop what listens there, or choose another one with --port."
            raise SitegenError(f"cannot listen: {error.strerror}.", where=f"{HOST}:{port}", hint=hint) from error


async def _run(server: Server, preview: Preview) -> None:
    # Server.serve would add log handlers of its own; these are the steps of it that do the work.
    server.application(preview.port, HOST, debug=False)
    LiveReloadHandler.start_tasks()
    await asyncio.Event().wait()


class Rebuilder(Watcher):  # type: ignore[misc]
    """Livereload's watcher with one rebuild for any number of changes, which never blocks the server.

    Livereload asks `examine` about once a second; its own watcher misses files that are moved in with an old date.
    """

    def __init__(self, preview: Preview, report: Report) -> None:
        super().__init__()
        self._tasks: dict[str, object] = {"": {}}  # else livereload watches the working directory, too
        self.error = ""
        self._preview = preview
        self._report = report
        self._built: Snapshot | None = None  # None: nothing was built yet
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None

    def examine(self) -> tuple[str | None, None]:
        """Start a rebuild where something changed; return livereload's word for "reload now" when one has ended."""
        if self._process is not None:
            if self._process.poll() is None:
                return None, None
            self._finish(self._process)
            return "__livereload__", None
        now = take_snapshot(self._preview.watched)
        if now != self._built:
            self._built = now
            self._output = tempfile.TemporaryFile()  # noqa: SIM115 (it outlives this call; a pipe could fill up)
            self._process = subprocess.Popen(self._preview.command, stdout=self._output, stderr=subprocess.STDOUT)  # noqa: S603
        return None, None

    def _finish(self, process: subprocess.Popen[bytes]) -> None:
        text = ""
        if self._output is not None:
            self._output.seek(0)
            text = self._output.read().decode("utf-8", "replace").strip()
            self._output.close()
        self._process = self._output = None
        self.error = (text or f"The build ended with status {process.returncode}.") if process.returncode else ""
        self._report(text)

    def stop(self) -> None:
        """End a rebuild that is under way."""
        if self._process is not None:
            self._process.terminate()
            self._process.wait()
        if self._output is not None:
            self._output.close()


def take_snapshot(watched: Iterable[Path]) -> Snapshot:
    """Return date and size of every file that the site is made from."""
    found: dict[str, tuple[int, int]] = {}
    for root in watched:
        files = (path for path in root.rglob("*") if "__pycache__" not in path.parts) if root.is_dir() else (root,)
        for file in files:
            try:
                stat = file.stat()
            except OSError:
                continue  # gone between listing and looking: the next look sees that
            found[str(file)] = (stat.st_mtime_ns, stat.st_size)
    return found


# ---------------------------------------------------------------- answers


def respond(path: str, preview: Preview, error: str) -> Answer:
    """Return what the preview answers for this path: the file of the site, with the last error laid over a page."""
    if not preview.output.is_dir():
        return _answer("503 Service Unavailable", "text/html", _error_page(error).encode("utf-8"))
    if path == "/" and preview.base != "/":
        return Answer("302 Found", (("Location", preview.base), ("Content-Length", "0")), b"")
    file = _find_file(path, preview)
    status = "200 OK"
    if file is None:
        status, file = "404 Not Found", preview.output / "404.html"
        if not file.is_file():
            return _answer(status, "text/plain", b"There is no such page.")
    kind = _find_type(file.name)
    body = file.read_bytes()
    if kind == "text/html":
        body = _adapt_page(body.decode("utf-8"), error).encode("utf-8")
    return _answer(status, kind, body)


def _find_file(path: str, preview: Preview) -> Path | None:
    if not path.startswith(preview.base):
        return None
    root = preview.output.resolve()
    file = (root / path.removeprefix(preview.base)).resolve()
    if file.is_dir():
        file = file / "index.html"
    return file if file.is_file() and file.is_relative_to(root) else None


_MORE_TYPES = {
    ".ics": "text/calendar",
    ".bib": "text/plain",
    ".jsonl": "application/jsonl",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
}


def _find_type(name: str) -> str:
    suffix = Path(name).suffix
    # An instance without files: the system's own table must not decide what a preview says.
    return _MORE_TYPES.get(suffix) or mimetypes.MimeTypes().guess_type(name)[0] or "application/octet-stream"


def _answer(status: str, kind: str, body: bytes) -> Answer:
    charset = "; charset=utf-8" if kind.startswith("text/") or kind.endswith(("json", "xml", "jsonl")) else ""
    headers = (("Content-Type", kind + charset), ("Content-Length", str(len(body))), ("Cache-Control", "no-store"))
    return Answer(status, headers, body)


_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(")', re.IGNORECASE)

# What livereload and the error message need beyond the policy of the site; the rest of it stays in force.
_PREVIEW_NEEDS = {
    "script-src": "'self' 'unsafe-inline'",
    "style-src": "'self' 'unsafe-inline'",
    "connect-src": "'self' ws:",
}


def _adapt_page(page: str, error: str) -> str:
    page = _POLICY.sub(lambda match: match[1] + html.escape(_relax(html.unescape(match[2]))) + match[3], page)
    if not error:
        return page
    head, end, rest = page.rpartition("</body>")
    return head + _error_box(error) + end + rest if end else page + _error_box(error)


def _relax(policy: str) -> str:
    """Return the policy with what the preview needs; a hash or nonce would switch 'unsafe-inline' off and goes."""
    directives = dict(part.strip().partition(" ")[::2] for part in policy.split(";") if part.strip())
    for name, needs in _PREVIEW_NEEDS.items():
        kept = [word for word in directives.get(name, "").split() if not word.startswith(("'sha", "'nonce", "'none"))]
        directives[name] = " ".join(dict.fromkeys((*kept, *needs.split())))
    return "; ".join(f"{name} {values}".strip() for name, values in directives.items())


def _error_box(error: str) -> str:
    style = (
        "position:fixed;inset:auto 0 0 0;z-index:9999;max-height:60vh;overflow:auto;margin:0;padding:1rem;"
        "background:#7a1020;color:#fff;font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;direction:ltr"
    )
    text = html.escape(error)
    return f'<pre role="alert" lang="en" style="{style}">This is the last good build.\n\n{text}</pre>'


def _error_page(error: str) -> str:
    text = html.escape(error) if error else "The site is being built. This page will reload."
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>sitegen serve</title></head>'
        f'<body style="margin:2rem;font:16px/1.5 system-ui"><pre role="alert" style="white-space:pre-wrap">{text}</pre>'
        "</body></html>"
    )


def find_base(base_url: str) -> str:
    """Return the path of the public address, with slashes at both ends."""
    return urlsplit(base_url).path or "/"
