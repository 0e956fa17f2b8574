"""The comparisons within an event → why its reports are one event, in the reader's words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from sitegen.model import Event, Reason, Verdict
from sitegen.plan.edition import Edition

SILENT = frozenset({"prior"})  # holds for every pair of reports, so it explains nothing


def why_one_event(edition: Edition, event: Event) -> tuple[str, ...]:
    """Return one sentence a feature that spoke for joining these reports, the weightiest first."""
    if any(reason.feature == "correction-join" for c in event.comparisons for reason in c.reasons):
        return (edition.words.gettext("The editors of this site joined these reports by hand."),)
    joined = [c for c in event.comparisons if c.verdict is Verdict.SAME]
    return _sentences(edition, (reason for c in joined for reason in c.reasons), for_joining=True)


def why_related(edition: Edition, reasons: Iterable[Reason]) -> tuple[str, ...]:
    """Return the reasons for and against two events being one."""
    return _sentences(edition, reasons, for_joining=None)


def _sentences(edition: Edition, reasons: Iterable[Reason], *, for_joining: bool | None) -> tuple[str, ...]:
    weights: defaultdict[str, float] = defaultdict(float)
    for reason in reasons:
        is_wanted = for_joining is None or (reason.weight > 0) == for_joining
        if is_wanted and reason.feature not in SILENT:
            weights[reason.feature] += reason.weight
    order = sorted(weights, key=lambda feature: (-weights[feature], feature))
    return tuple(dict.fromkeys(reason_words(edition, feature) for feature in order))


def reason_words(edition: Edition, feature: str) -> str:
    """Return the sentence of a feature of a comparison, or its code in words where the catalogues have none."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "same-people": lambda: pgettext("reason", "They name the same people."),
        "other-people": lambda: pgettext("reason", "They name different people."),
        "same-parties": lambda: pgettext("reason", "They name the same countries."),
        "other-parties": lambda: pgettext("reason", "They name different countries."),
        "same-day": lambda: pgettext("reason", "They give the same day."),
        "next-day": lambda: pgettext("reason", "Their dates are one day apart."),
        "days-can-meet": lambda: pgettext("reason", "Their dates allow the same day."),
        "slip-of-date": lambda: pgettext("reason", "Their dates differ as by a slip of the pen."),
        "same-place": lambda: pgettext("reason", "They name the same place."),
        "other-place": lambda: pgettext("reason", "They name different places."),
        "same-kind": lambda: pgettext("reason", "They tell of the same kind of event."),
        "near-kind": lambda: pgettext("reason", "They tell of kinds of event that are easily confused."),
        "topics": lambda: pgettext("reason", "They touch on the same subjects."),
        "same-round": lambda: pgettext("reason", "They count it as the same round of talks."),
        "other-round": lambda: pgettext("reason", "They count it as different rounds of talks."),
        "veto-people": lambda: pgettext("reason", "They name other people of the same country."),
        "veto-rank": lambda: pgettext("reason", "One speaks of heads of state or government, the other of ministers."),
        "veto-kind": lambda: pgettext("reason", "They tell of different kinds of event."),
        "veto-day": lambda: pgettext("reason", "Their dates do not allow the same day."),
        "veto-one-article": lambda: pgettext("reason", "One report tells of both."),
    }
    return names[feature]() if feature in names else feature.replace("-", " ")
