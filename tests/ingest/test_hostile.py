"""Whatever bytes a file holds, a reader gives articles or one UnreadableSource: no other error, no long wait."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.ingest.encoding import decode
from sitegen.ingest.read_feed import read_feed
from sitegen.ingest.read_html import read_html
from sitegen.ingest.read_jsonl import read_jsonl
from sitegen.ingest.read_mhtml import read_mhtml
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Source

PAGES = sorted((Path(__file__).parent.parent / "cases" / "html").glob("*.html"))
READERS = {"html": read_html, "feed": read_feed, "jsonl": read_jsonl, "mhtml": read_mhtml}

SENTENCE = "The two ministers met in Geneva on Monday and agreed to hold a second round of talks in the spring. "
SOUP = st.lists(
    st.sampled_from(
        [
            "<p>", "</p>", "<div class='related'>", "</div>", "<table><tr><td>", "</table>",
            "<h1>", "</h1>", "<br>", "<br/>",
            "<a href='/x'>", "</a>", "<b>", "</b>", "<script>", "</script>", "<!--", "-->",
            "<title>", "</title>", "<svg>",
            "<script type='application/ld+json'>", '{"@type":"NewsArticle","headline":', "[[[",
            '"', "}", "<img src=x>", "&nbsp;",
            "&#0;", "&#xD800;", "<![CDATA[", "]]>", "<?xml version='1.0'?>", "<item>", "<title/>",
            "<entry>", "<rss>", "<feed>",
            "\x00", "\ud7ff", "\u202e", "2024-07-22", "© The Quay", "<time datetime='x'>",
            "<meta property='og:title' content='",
            "<form>", "<frameset>", "<html lang=", "<base href='//x'>", "<template>", "<math>",
            "<a b:c='d'>", "<x:y>", SENTENCE,
        ]
    ),
    max_size=60,
).map("".join)  # fmt: skip


def read(kind: str, data: bytes) -> None:
    """Read as `read_articles` does; an UnreadableSource must say what is wrong."""
    try:
        text = "" if kind == "mhtml" else decode(data).text
        articles = READERS[kind](Source("x", data), text)
    except UnreadableSource as error:
        assert error.message  # noqa: PT017 - either of two ends is right
        return
    assert articles
    assert all(article.blocks for article in articles)
    assert all(block.text.strip() == block.text != "" for article in articles for block in article.blocks)


@pytest.mark.parametrize("kind", sorted(READERS))
@given(data=st.binary(max_size=300))
def test_any_bytes(kind: str, data: bytes) -> None:
    """Noise is refused with a message."""
    read(kind, data)


@pytest.mark.parametrize("kind", ["html", "feed"])
@given(soup=SOUP)
def test_any_soup_of_tags(kind: str, soup: str) -> None:
    """Tags in any order, half of them open."""
    read(kind, soup.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_cut_anywhere(page: Path) -> None:
    """A download may break off at any byte."""
    data = page.read_bytes()
    for end in range(0, len(data), max(1, len(data) // 25)):
        read("html", data[:end])


@pytest.mark.parametrize("page", PAGES[:6], ids=lambda page: page.stem)
def test_a_page_with_a_hole(page: Path) -> None:
    """A disk may lose a piece of it."""
    data = page.read_bytes()
    for start in range(0, len(data), max(1, len(data) // 15)):
        read("html", data[:start] + b"\x9d\xff" + data[start + 97 :])
