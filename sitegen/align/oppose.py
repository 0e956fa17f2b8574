"""Two sentences → what speaks against their saying the same: a veto, or the fields in which they differ."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sitegen.align.figures import Figures, same_day
from sitegen.align.profile import Profile
from sitegen.names_index import Name

FARTHEST_RATIO = 3  # 57 and 70 dead are two counts of one thing; 57 and 1200 count two things


def find_veto(one: Profile, other: Profile, shared: frozenset[Name]) -> str | None:
    """Return why two sentences cannot tell the same point, or None.

    `shared` are the names that both reports know: a name that one of them alone has may be a misreading of the tables.
    """
    people, rest = _people(one, shared), _people(other, shared)
    if people and rest and not people & rest:
        return "veto-people"
    countries = {name.code for name in shared if name.kind == "country"}
    left, right = one.countries & countries, other.countries & countries
    if left and right and not one.countries & other.countries:
        return "veto-countries"
    return None


def _people(profile: Profile, shared: frozenset[Name]) -> set[Name]:
    return {name for name in profile.names if name.kind == "person" and name in shared}


def find_differences(one: Profile, other: Profile, shared: frozenset[Name]) -> tuple[str, ...]:
    """Return the fields in which two sentences contradict each other: date, figure, name, place."""
    found = []
    if _dates_clash(one.figures, other.figures):
        found.append("date")
    if figures_clash(one.figures, other.figures):
        found.append("figure")
    people, rest = _people(one, shared), _people(other, shared)
    if people - rest and rest - people:
        found.append("name")
    if _places_clash(one, other):
        found.append("place")
    return tuple(found)


def figures_clash(one: Figures, other: Figures) -> bool:
    """Return whether each has amounts that the other lacks; what one alone adds is no clash."""
    left, right = _telling(one), _telling(other)
    return bool(left.keys() - other.amounts.keys()) and bool(right.keys() - one.amounts.keys())


def _telling(figures: Figures) -> Mapping[str, str]:
    return {value: text for value, text in figures.amounts.items() if value not in figures.small}


def are_rivals(one: Figures, other: Figures) -> bool:
    """Return whether the amounts that two sentences do not share may count one thing: some pair is of one size."""
    left = [Decimal(value) for value in _telling(one).keys() - other.amounts.keys()]
    right = [Decimal(value) for value in _telling(other).keys() - one.amounts.keys()]
    return any(a <= b * FARTHEST_RATIO and b <= a * FARTHEST_RATIO for a in left for b in right)


def _dates_clash(one: Figures, other: Figures) -> bool:
    if one.days and other.days:
        return not any(same_day(a, b) for a in one.days for b in other.days)
    if one.weekdays and other.weekdays and not (one.weekdays.keys() & other.weekdays.keys()):
        return True
    return bool(one.years and other.years and not one.years & other.years)


def _places_clash(one: Profile, other: Profile) -> bool:
    """One place each, and not the same: capitals that stand for governments come in pairs, or with their country."""
    left, right = ({name for name in p.names if name.kind == "city"} for p in (one, other))
    return len(left) == 1 and len(right) == 1 and left != right
