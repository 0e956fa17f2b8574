"""The outlets of the reports by an id from their name, in whatever script it is written, and the country of each."""

from __future__ import annotations

from collections import defaultdict

from anyascii import anyascii

from sitegen.data.outlets import country_of_outlet
from sitegen.fold import fold
from sitegen.model import Article
from sitegen.plan import urls
from sitegen.plan.library import Site


def outlet_id(name: str) -> str:
    """Return the id of an outlet: its name in Latin letters, the same for every spelling that only differs in case."""
    return urls.slug(anyascii(fold(name)))


def outlets_of(site: Site) -> dict[str, tuple[Article, ...]]:
    """Return the articles of each outlet, the newest first, by outlet id."""
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for article in site.articles:
        if article.outlet:
            found[outlet_id(article.outlet)].append(article)
    return {key: tuple(found[key]) for key in sorted(found)}


def country_of(site: Site, article: Article) -> str | None:
    """Return the country (alpha-2) that the article's outlet is edited in, None where nothing says it."""
    return country_of_outlet(article.outlet, article.url, site.config.outlets)
