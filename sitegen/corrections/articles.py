"""What a correction calls an article, and the articles without those that are hidden."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sitegen.errors import CorrectionError, suggest
from sitegen.model import Article, Corrections


def address_of(article: Article) -> str:
    """Return the path of an article's file, with `#` and the entry's own id where a file holds several articles."""
    return f"{article.source}#{article.entry}" if article.entry else article.source


def without_hidden(articles: Sequence[Article], corrections: Corrections) -> tuple[Article, ...]:
    """Return the articles that are left. Raises CorrectionError where a hidden one is not there."""
    gone: set[str] = set()
    for hide in corrections.hidden:
        if hide.event or not hide.article:
            continue
        found = {a.id for a in articles if hide.article in (a.id, a.source, address_of(a))}
        if not found:
            hint = suggest(hide.article, [address_of(a) for a in articles])
            raise CorrectionError(f"there is no article “{hide.article}”.", where=hide.where, hint=hint)
        gone |= found
    return _with_originals(articles, gone) if gone else tuple(articles)


def _with_originals(articles: Sequence[Article], gone: set[str]) -> tuple[Article, ...]:
    """Where the original of several copies is hidden, the first copy that is left takes its place."""
    heirs: dict[str, str] = {}
    for article in sorted(articles, key=lambda a: a.id):
        if article.copy_of in gone and article.id not in gone:
            heirs.setdefault(article.copy_of or "", article.id)
    kept = []
    for article in articles:
        if article.id in gone:
            continue
        heir = heirs.get(article.copy_of or "")
        kept.append(replace(article, copy_of=None if heir == article.id else heir) if heir else article)
    return tuple(kept)
