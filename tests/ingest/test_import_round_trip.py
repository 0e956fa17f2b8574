"""An imported page is the same article as the page itself."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sitegen.ingest import read_articles
from sitegen.ingest.importer import Options, Written, import_source
from sitegen.ingest.web.polite import Visitor
from sitegen.model import Article

PAGES = sorted((Path(__file__).parent.parent / "cases" / "html").glob("*.html"))


def facts(article: Article) -> dict[str, object]:
    return {
        "language": article.language,
        "title": article.title,
        "outlet": article.outlet,
        "author": article.author,
        "published": article.published,
        "modified": article.modified,
        "url": article.url,
        "section": article.section,
        "text": [block.text for block in article.blocks],
        "captions": article.captions,
    }


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_import_changes_nothing(page: Path, tmp_path: Path) -> None:
    """Fields, paragraphs in their order and captions are those of the saved page."""
    (tmp_path / "before").mkdir()
    shutil.copy(page, tmp_path / "before" / page.name)
    outcomes = list(import_source(str(page), Options(tmp_path / "after"), Visitor()))
    assert any(isinstance(outcome, Written) for outcome in outcomes)
    (before,), _ = read_articles(tmp_path / "before")
    (after,), problems = read_articles(tmp_path / "after")
    assert problems == ()
    assert facts(after) == facts(before)
