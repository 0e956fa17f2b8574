"""Links that leave the site: to the sentence at the outlet, and to an archived copy near its day."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from sitegen.model import Article

ARCHIVE = "https://web.archive.org/web/"
FRAGMENT_WORDS = 5  # at each end of a sentence: enough to be unique, few enough to survive small edits


def at_outlet(article: Article, sentence: str = "") -> str:
    """Return the article's address at its outlet, with a text fragment that marks the sentence; "" where unknown."""
    if not is_web_address(article.url):
        return ""
    address = (article.url or "").partition("#")[0]
    fragment = text_fragment(sentence)
    return address + (f"#:~:text={fragment}" if fragment else "")


def archived_copy(article: Article) -> str:
    """Return the address of the archived copy nearest to the day of publication; no look-up is made."""
    if not is_web_address(article.url) or article.published is None:
        return ""
    return f"{ARCHIVE}{article.published.day:%Y%m%d}/{article.url}"


def text_fragment(sentence: str) -> str:
    """Return "start,end" of a text directive: whole words of one sentence (WICG Scroll to Text Fragment)."""
    words = sentence.split()
    if len(words) < 2 * FRAGMENT_WORDS:
        return _encode(" ".join(words))
    return f"{_encode(' '.join(words[:FRAGMENT_WORDS]))},{_encode(' '.join(words[-FRAGMENT_WORDS:]))}"


def is_web_address(url: str | None) -> bool:
    """Return whether an address from an article may become a link: http or https with a host, nothing else."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    has_controls = any(c.isspace() or ord(c) < 32 or c in "<>\"'{}|\\^`" for c in url)
    return parts.scheme in ("http", "https") and bool(parts.hostname) and not has_controls


def _encode(text: str) -> str:
    # A dash, a comma and an ampersand are syntax within a text directive.
    return quote(text, safe="").replace("-", "%2D")
