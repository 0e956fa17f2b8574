"""An Answer against a Corpus → its figures, each from 0 to 1, and what was missed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from benchmarks.quality.answer import Answer, ReadArticle
from benchmarks.quality.bcubed import f1, members_of, precision_and_recall
from benchmarks.quality.corpus import Corpus, EventFacts, LabelledArticle
from benchmarks.quality.likeness import OUTLET, TITLE, is_alike, is_gone, is_kept, is_same_person

GROUPING = ("B-cubed precision", "B-cubed recall", "B-cubed F1", "exact articles", "exact articles, F1")
ARTICLES = ("some event", "no event")
FACTS = ("kind", "date", "principals found", "participants found", "participants right", "countries")
READING = ("read", "language", "title", "outlet", "published", "text kept", "leftovers gone")
PRINCIPALS = 2  # the labels name the main ones first; the rest of a delegation is harder to agree on


@dataclass(frozen=True, slots=True)
class Check:
    """One question that has one right answer, as part of a figure."""

    figure: str
    is_right: bool
    where: str
    found: object = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The figures by name (one without a case is not there), and the checks that failed."""

    figures: dict[str, float]
    misses: tuple[Check, ...]


def measure(corpus: Corpus, answer: Answer) -> Measured:
    """Return how well the answer agrees with the labels. An article that was not read has no event."""
    read = {article.key: answer.articles.get(article.key, ReadArticle(article.key)) for article in corpus.articles}
    found = {key: article.events for key, article in read.items()}
    labelled = {article.key: article.events for article in corpus.articles}
    checks = [check for article in corpus.articles for check in _check_events_of(article, read[article.key])]
    if answer.has_facts:
        checks += [check for article in corpus.articles for check in _check_reading(article, answer)]
    exact = 0
    members, found_members = members_of(labelled), members_of(found)
    for event in corpus.events:
        files = members.get(event.id, frozenset())
        best = _find_best(event, files, found, found_members, answer.events)
        is_exact = best is not None and found_members[best] == files
        exact += is_exact
        checks.append(Check("exact articles", is_exact, event.id, sorted(found_members[best]) if best else None))
        if answer.has_facts:
            checks += _check_facts(event, answer.events[best] if best else EventFacts(""))
    figures = _rates(checks)
    precision, recall = precision_and_recall(found, labelled)
    figures |= {"B-cubed precision": precision, "B-cubed recall": recall, "B-cubed F1": f1(precision, recall)}
    figures["exact articles, F1"] = f1(exact / max(len(found_members), 1), exact / max(len(corpus.events), 1))
    return Measured(figures, tuple(check for check in checks if not check.is_right))


def _rates(checks: list[Check]) -> dict[str, float]:
    by_figure: defaultdict[str, list[bool]] = defaultdict(list)
    for check in checks:
        by_figure[check.figure].append(check.is_right)
    return {figure: sum(hits) / len(hits) for figure, hits in by_figure.items()}


def _find_best(
    event: EventFacts,
    files: frozenset[str],
    found: dict[str, frozenset[str]],
    found_members: dict[str, frozenset[str]],
    facts: dict[str, EventFacts],
) -> str | None:
    """The found event that shares articles with the labelled one and is most like it, in facts first."""

    def rank(candidate: str) -> tuple[int, bool, bool, float]:
        known = facts.get(candidate, EventFacts(candidate))
        people = sum(any(is_same_person(person, other) for other in known.people) for person in event.people)
        overlap = len(files & found_members[candidate]) / len(files | found_members[candidate])
        return people, known.countries == event.countries, known.day == event.day, overlap

    candidates = {candidate for file in files for candidate in found[file]}
    return max(sorted(candidates), key=rank, default=None)


def _check_events_of(labelled: LabelledArticle, read: ReadArticle) -> Iterator[Check]:
    if labelled.events:
        yield Check("some event", bool(read.events), labelled.key)
    else:
        yield Check("no event", not read.events, labelled.key, sorted(read.events))


def _check_facts(event: EventFacts, found: EventFacts) -> Iterator[Check]:
    yield Check("kind", found.kind == event.kind, event.id, found.kind)
    if event.day:
        # An event of several days may be dated on any of them.
        is_right = event.day <= (found.day or "") <= (event.last_day or event.day)
        yield Check("date", is_right, event.id, found.day)
    for place, person in enumerate(event.people):
        is_found = any(is_same_person(person, other) for other in found.people)
        if place < PRINCIPALS:
            yield Check("principals found", is_found, event.id, person.name)
        yield Check("participants found", is_found, event.id, person.name)
    for other in found.people if event.people else ():
        is_right = any(is_same_person(person, other) for person in event.people)
        yield Check("participants right", is_right, event.id, other.name)
    yield Check("countries", found.countries == event.countries, event.id, sorted(found.countries))


def _check_reading(labelled: LabelledArticle, answer: Answer) -> Iterator[Check]:
    key = labelled.key
    read = answer.articles.get(key, ReadArticle(key))
    yield Check("read", key in answer.articles, key)
    yield Check("language", read.language == labelled.language, key, read.language)
    if labelled.title:
        yield Check("title", is_alike(read.title, labelled.title, TITLE), key, read.title)
    if labelled.outlet:
        yield Check("outlet", is_alike(read.outlet, labelled.outlet, OUTLET), key, read.outlet)
    if labelled.published:
        yield Check("published", read.published == labelled.published, key, read.published)
    for phrase in labelled.keep:
        yield Check("text kept", is_kept(phrase, read.title, read.paragraphs), key, phrase)
    for phrase in labelled.noise:
        yield Check("leftovers gone", is_gone(phrase, read.paragraphs), key, phrase)
