"""Events and reports → BibTeX, RIS and CSL-JSON, for reference managers."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from anyascii import anyascii

from sitegen.model import Article, Event, OutputFile
from sitegen.plan import urls
from sitegen.plan.edition import Edition
from sitegen.plan.frame import public
from sitegen.plan.library import Site, reports_of, title_of_site
from sitegen.plan.lines import article_title
from sitegen.plan.titles import event_title

ENDINGS = (("bib", "BibTeX"), ("ris", "RIS"), ("csl.json", "CSL-JSON"))
# LaTeX gives these a meaning (The LaTeX Companion, 2nd ed., table 3.1).
_LATEX = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "&": r"\&", "%": r"\%", "$": r"\$", "#": r"\#", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reference:
    """A work to be cited."""

    key: str
    title: str
    container: str  # outlet or site
    language: str
    issued: date | None
    url: str
    is_report: bool


def plan_references(site: Site) -> Iterator[OutputFile]:
    """Yield the references of each event (its page and its reports), of each report, and of all reports."""
    reports = {article.id: report_reference(site, article) for article in site.articles}
    for edition in site.editions:
        for event in site.events:
            found = [_event_reference(site, edition, event), *(reports[a.id] for a in reports_of(site, event))]
            yield from _files(urls.event(edition.code, event.id), found)
    for article in site.articles:
        yield from _files(urls.article(article.language, article.id), [reports[article.id]])
    if reports:
        yield from _files(urls.ALL_REFERENCES, [reports[key] for key in sorted(reports)])


def report_reference(site: Site, article: Article) -> Reference:
    """Return the reference of a report: its own address where known, else its page here."""
    return Reference(
        key=_key(article.outlet or "report", article.id),
        title=article_title(article),
        container=article.outlet or "",
        language=article.language,
        issued=article.published.day if article.published else None,
        url=article.url or public(site, urls.article(article.language, article.id)),
        is_report=True,
    )


def _event_reference(site: Site, edition: Edition, event: Event) -> Reference:
    return Reference(
        key=_key("event", event.id),
        title=event_title(site, edition, event),
        container=title_of_site(site, edition),
        language=edition.code,
        issued=site.built,
        url=public(site, urls.event(edition.code, event.id)),
        is_report=False,
    )


def _key(prefix: str, identity: str) -> str:
    first = re.sub(r"[^a-z]", "", anyascii(prefix).lower())[:12] or "x"
    return f"{first}-{re.sub(r'[^A-Za-z0-9-]', '', anyascii(identity))}"


def _files(page: str, found: Sequence[Reference]) -> Iterator[OutputFile]:
    yield OutputFile(urls.beside(page, "bib"), "\n".join(_bibtex(ref) for ref in found).encode())
    yield OutputFile(urls.beside(page, "ris"), "".join(_ris(ref) for ref in found).encode())
    csl = json.dumps([_csl(ref) for ref in found], ensure_ascii=False, indent=1)
    yield OutputFile(urls.beside(page, "csl.json"), f"{csl}\n".encode())


def _bibtex(ref: Reference) -> str:
    fields = [("title", f"{{{_latex(ref.title)}}}")]
    if ref.container:
        fields.append(("journal" if ref.is_report else "howpublished", _latex(ref.container)))
    if ref.issued:
        fields += [("year", f"{ref.issued:%Y}"), ("month", str(ref.issued.month)), ("day", str(ref.issued.day))]
    fields.append(("langid", ref.language))
    if ref.url:
        fields.append(("url", ref.url.replace("{", "%7B").replace("}", "%7D")))
    body = "".join(f"  {name} = {{{value}}},\n" for name, value in fields)
    return f"@{'article' if ref.is_report else 'misc'}{{{ref.key},\n{body}}}\n"


def _latex(text: str) -> str:
    return "".join(_LATEX.get(char, char) for char in " ".join(text.split()))


def _ris(ref: Reference) -> str:
    lines = [("TY", "NEWS" if ref.is_report else "ELEC"), ("ID", ref.key), ("TI", ref.title)]
    if ref.container:
        lines.append(("T2", ref.container))
    if ref.issued:
        lines += [("PY", f"{ref.issued:%Y}"), ("DA", f"{ref.issued:%Y/%m/%d}")]
    lines.append(("LA", ref.language))
    if ref.url:
        lines.append(("UR", ref.url))
    body = "".join(f"{tag}  - {' '.join(value.split())}\r\n" for tag, value in lines)
    return f"{body}ER  - \r\n"


def _csl(ref: Reference) -> dict[str, Any]:
    item: dict[str, Any] = {
        "id": ref.key,
        "type": "article-newspaper" if ref.is_report else "webpage",
        "title": ref.title,
        "language": ref.language,
    }
    if ref.container:
        item["container-title"] = ref.container
    if ref.issued:
        item["issued"] = {"date-parts": [[ref.issued.year, ref.issued.month, ref.issued.day]]}
    if ref.url:
        item["URL"] = ref.url
    return item
