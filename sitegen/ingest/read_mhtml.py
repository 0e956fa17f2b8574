"""A browser's single-file save (MHTML, RFC 2557) → the article of the page in it."""

from __future__ import annotations

import email
import email.policy
from email.message import EmailMessage, Message

from sitegen.ingest.encoding import decode
from sitegen.ingest.read_html import read_html
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Found, Problem, RawArticle, Severity, Source

MAX_FILE = 60_000_000  # bytes; the pictures of a page are in it, and are not looked at


def read_mhtml(source: Source, text: str = "") -> tuple[RawArticle, ...]:  # noqa: ARG001 - every reader takes both
    """Return the one article of the saved page. Raises UnreadableSource where the file holds no page.

    Works from `source.data`: each part says its own encoding, so the file as a whole is not text.
    """
    if len(source.data) > MAX_FILE:
        raise UnreadableSource(
            f"the saved page is larger than {MAX_FILE // 1_000_000} MB.", "Save it as “HTML only” instead."
        )
    message = email.message_from_bytes(source.data.lstrip(b"\r\n"), policy=email.policy.compat32)
    part = _find_page(message)
    if part is None:
        raise UnreadableSource(
            "no web page was found in this file.", "Save the page again as a single file, or as HTML."
        )
    payload = part.get_payload(decode=True)
    decoded = decode(payload if isinstance(payload, bytes) else b"", part.get_content_charset())
    (article,) = read_html(source, decoded.text)
    problems = article.problems
    if decoded.note:
        problems = (*problems, Problem(Severity.WARNING, source.path, decoded.note, "Save the page again."))
    address = _address(message) or _address(part)
    fields = article.fields
    if address and not any(found.name == "url" for found in fields):
        fields = (*fields, Found("url", address, "address it was saved from"))
    return (RawArticle(source.path, "", "mhtml", article.blocks, fields, article.dropped, problems),)


def _find_page(message: Message | EmailMessage) -> Message | None:
    """The part that the `start` parameter or the saved address names, else the first that is HTML."""
    pages = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    start = str(message.get_param("start") or "").strip("<>")
    address = _address(message)
    for part in pages:
        if start and str(part.get("Content-ID", "")).strip("<>") == start:
            return part
        if not start and address and part.get("Content-Location") == address:
            return part
    return pages[0] if pages else None


def _address(part: Message | EmailMessage) -> str:
    for name in ("Snapshot-Content-Location", "Content-Location"):
        value = str(part.get(name, "")).strip()
        if value.startswith(("http://", "https://")):
            return value
    return ""
