"""The pages → sitemap with language alternates, robots.txt, .nojekyll: what servers and search engines read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from sitegen.model import OutputFile
from sitegen.plan import urls
from sitegen.plan.frame import PlannedPage
from sitegen.plan.library import Site

MOST_URLS = 10_000  # a file; the protocol allows 50,000 and 50 MB, and each address here carries all its alternates


def plan_server_files(site: Site, pages: Sequence[PlannedPage]) -> Iterator[OutputFile]:
    """Yield what stands beside the pages."""
    # Without it GitHub Pages runs Jekyll over the site and drops what starts with an underscore.
    yield OutputFile(".nojekyll", b"")
    if not site.config.base_url:
        yield OutputFile(urls.ROBOTS, b"User-agent: *\nAllow: /\n")
        return
    listed = [page for page in pages if page.frame.is_indexed]
    parts = [listed[at : at + MOST_URLS] for at in range(0, len(listed), MOST_URLS)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield OutputFile(name, _urlset(part))
    yield OutputFile(urls.SITEMAP, _index(site, names))
    sitemap = urls.absolute(site.config.base_url, urls.SITEMAP)
    yield OutputFile(urls.ROBOTS, f"User-agent: *\nAllow: /\nSitemap: {sitemap}\n".encode())


def _urlset(pages: Sequence[PlannedPage]) -> bytes:
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for page in pages:
        alternates = "".join(
            f'<xhtml:link rel="alternate" hreflang={quoteattr(a.lang)} href={quoteattr(a.href)}/>'
            for a in page.frame.alternates
        )
        lines.append(f"<url><loc>{escape(page.frame.canonical)}</loc>{alternates}</url>")
    lines.append("</urlset>\n")
    return "\n".join(lines).encode()


def _index(site: Site, names: Sequence[str]) -> bytes:
    entries = "".join(
        f"<sitemap><loc>{escape(urls.absolute(site.config.base_url, name))}</loc></sitemap>\n" for name in names
    )
    head = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
    )
    return f"{head}{entries}</sitemapindex>\n".encode()
