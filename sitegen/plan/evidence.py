"""Constraints on a date, reasons for a grouping and the words they rest on → sentences for the reader."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from babel.dates import format_skeleton, get_day_names

from sitegen.model import Basis, Constraint, Evidence, SetAside
from sitegen.plan import urls
from sitegen.plan.dates import format_day, format_span
from sitegen.plan.edition import Edition, comma, in_own_digits, language_name
from sitegen.plan.library import Site
from sitegen.plan.lines import outlet_name, text_in
from sitegen.plan.links import Links
from sitegen.plan.roles import role_name
from sitegen.plan.scripts import text_in_one_of
from sitegen.plan.views import Text

LEAP_YEAR = 2000  # any day and month exist in it
LONGEST_QUOTE = 220
SHORT_TERM = 400  # days: a president-elect's weeks fix a date, a president's years do not
RANK = (
    Basis.EXPLICIT, Basis.PARTIAL, Basis.WEEKDAY, Basis.RELATIVE, Basis.MENTIONED, Basis.PUBLISHED, Basis.TERM,
)  # fmt: skip
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d(?:T.*)?$")


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where something stands: the outlet, and the link to the sentence in its report."""

    href: str
    outlet: Text
    language: str


@dataclass(frozen=True, slots=True)
class DateReason:
    """One reason for a date: who says what, and what follows from it; `why_not` where it was set aside."""

    source: SourceRef
    words: Text
    role: str  # the office of the name in `words`, in the reader's language, or ""
    is_quoted: bool  # the report's own words, not what was read from them
    basis: str
    follows: str
    why_not: str


def source_ref(site: Site, edition: Edition, links: Links, article_id: str, sentence: int) -> SourceRef:
    """Return the reference to a sentence of a report; sentence 0 is its title."""
    article = site.library.readings[article_id].article
    path = urls.article(article.language, article.id)
    href = links.to(path, f"s{sentence}" if sentence else "title")
    return SourceRef(href, outlet_name(edition, article), language_name(edition, article.language))


def evidence_words(site: Site, evidence: Evidence) -> Text:
    """Return the words that carry something, in the language of their article."""
    language = site.library.readings[evidence.article].article.language
    text = evidence.text if len(evidence.text) <= LONGEST_QUOTE else evidence.text[:LONGEST_QUOTE].rstrip() + "…"
    return text_in(text, language)


def date_reason(site: Site, edition: Edition, links: Links, constraint: Constraint, why: str = "") -> DateReason:
    """Return the view of a constraint."""
    evidence = constraint.evidence
    words, role, is_quoted = _words_of(site, edition, constraint)
    return DateReason(
        source_ref(site, edition, links, evidence.article, evidence.sentence),
        words,
        role,
        is_quoted,
        _basis_words(edition, constraint.basis),
        _what_follows(edition, constraint),
        why,
    )


def binding(constraints: Sequence[Constraint]) -> tuple[Constraint, ...]:
    """Return the constraints worth showing, the surest first, each once: a term of many years narrows nothing."""
    found: dict[tuple[object, ...], Constraint] = {}
    for constraint in sorted(constraints, key=lambda c: RANK.index(c.basis)):
        is_wide = constraint.basis is Basis.TERM and not _is_short(constraint)
        if not is_wide or len(constraints) == 1:
            key = (constraint.evidence.article, constraint.basis, constraint.earliest, constraint.latest,
                   constraint.weekday, constraint.month, constraint.day)  # fmt: skip
            found.setdefault(key, constraint)
    return tuple(found.values()) or tuple(constraints)


def _is_short(constraint: Constraint) -> bool:
    first, last = constraint.earliest, constraint.latest
    return first is not None and last is not None and (last - first).days <= SHORT_TERM


def _words_of(site: Site, edition: Edition, constraint: Constraint) -> tuple[Text, str, bool]:
    """Return the words that a constraint rests on, the office they name, and whether they are the report's own.

    A day of publication stands in the report's data, and a term of office is read from "name: role".
    """
    text = constraint.evidence.text
    if _ISO_DAY.match(text):
        return text_in(format_day(edition, date.fromisoformat(text[:10])), edition.code), "", False
    if constraint.basis is Basis.TERM and ": " in text:
        name, _, role = text.rpartition(": ")
        language = site.library.readings[constraint.evidence.article].article.language
        office = role_name(edition, role, *_holder_of(site, constraint.evidence.article, name, role))
        return text_in_one_of(name, (language, edition.code)), office, False
    return evidence_words(site, constraint.evidence), "", True


def _holder_of(site: Site, article: str, name: str, role: str) -> tuple[str | None, str]:
    """Return the country or organisation, and the id, of whoever a report names with an office."""
    actors = (actor for claim in site.library.readings[article].claims for actor in claim.actors)
    held = next((actor for actor in actors if (actor.name, actor.role) == (name, role)), None)
    return (held.body or held.country, held.key) if held else (None, "")


def set_aside_reason(site: Site, edition: Edition, links: Links, aside: SetAside) -> DateReason:
    """Return the view of a constraint that lost, with the reason why."""
    return date_reason(site, edition, links, aside.constraint, why_words(edition, aside.why))


def _basis_words(edition: Edition, basis: Basis) -> str:
    pgettext = edition.words.pgettext
    names: dict[Basis, Callable[[], str]] = {
        Basis.EXPLICIT: lambda: pgettext("evidence for a date", "gives the whole date"),
        Basis.PARTIAL: lambda: pgettext("evidence for a date", "gives a part of the date"),
        Basis.WEEKDAY: lambda: pgettext("evidence for a date", "names the weekday"),
        Basis.RELATIVE: lambda: pgettext("evidence for a date", "counts from the day of the report"),
        Basis.PUBLISHED: lambda: pgettext("evidence for a date", "was published then"),
        Basis.TERM: lambda: pgettext("evidence for a date", "names an office and its holder’s term bounds the date"),
        Basis.MENTIONED: lambda: pgettext("evidence for a date", "sets it before or after another dated fact"),
    }
    return names[basis]()


def why_words(edition: Edition, code: str) -> str:
    """Return why one value was kept and another set aside; for a code without a sentence, that other evidence won."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "term": lambda: pgettext(
            "why set aside", "at that time the person did not hold the office that the reports name"
        ),
        "weekday": lambda: pgettext("why set aside", "that day is not the weekday that the reports name"),
        "published": lambda: pgettext("why set aside", "it does not fit the day on which a report was published"),
        "majority": lambda: pgettext("why set aside", "more reports say otherwise"),
        "explicit": lambda: pgettext("why set aside", "another report gives the whole date"),
        "correction": lambda: pgettext("why set aside", "the editors of this site corrected it"),
    }
    if code in names:
        return names[code]()
    return pgettext("why set aside", "more reliable evidence contradicts it")


def _what_follows(edition: Edition, constraint: Constraint) -> str:
    if (
        constraint.basis is Basis.PUBLISHED
        and constraint.latest is not None
        and constraint.earliest != constraint.latest
    ):
        return _bounds(edition, None, constraint.latest)  # its other end is only how far back news reaches
    if constraint.earliest is not None or constraint.latest is not None:
        return _bounds(edition, constraint.earliest, constraint.latest)
    parts = []
    if constraint.weekday is not None:
        parts.append(str(get_day_names("wide", "stand-alone", edition.locale)[constraint.weekday]))
    if constraint.month is not None:
        skeleton = "MMMMd" if constraint.day is not None else "LLLL"
        month = date(LEAP_YEAR, constraint.month, constraint.day or 1)
        parts.append(str(format_skeleton(skeleton, month, locale=edition.locale)))
    elif constraint.day is not None:
        parts.append(edition.words.gettext("day %(day)s of the month") % {"day": constraint.day})
    return in_own_digits(edition, comma(edition).join(parts))


def _bounds(edition: Edition, earliest: date | None, latest: date | None) -> str:
    words = edition.words
    if earliest is not None and earliest == latest:
        return format_day(edition, earliest)
    if earliest is not None and latest is not None:
        return format_span(edition, earliest, latest)
    if earliest is not None:
        return words.gettext("on or after %(day)s") % {"day": format_day(edition, earliest)}
    return words.gettext("on or before %(day)s") % {"day": format_day(edition, latest)} if latest else ""
