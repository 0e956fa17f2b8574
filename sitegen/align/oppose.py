"""Two sentences → what speaks against their saying the same: a veto, or the fields in which they differ."""

from __future__ import annotations

from decimal import Decimal

from sitegen.align.figures import Figures, same_day, shared_amounts
from sitegen.align.profile import Profile
from sitegen.data.gazetteer import gazetteer
from sitegen.names_index import Name

FARTHEST_RATIO = 3  # 57 and 70 dead are two counts of one thing; 57 and 1200 count two things


def find_veto(one: Profile, other: Profile, shared: frozenset[Name]) -> str | None:
    """Return why two sentences cannot tell the same point, or None: other people, countries or things counted.

    `shared` are the names that both reports know: a name that one of them alone has may be a misreading of the tables.
    """
    people, rest = _people(one, shared), _people(other, shared)
    if people and rest and not people & rest:
        return "veto-people"
    if one.countries and other.countries and not one.countries & other.countries:
        countries = {name.code for name in shared if name.kind == "country"}
        if one.countries & countries and other.countries & countries:
            return "veto-countries"
    alone = lone_amounts(one.figures, other.figures)
    return "veto-figures" if all(alone) and not _are_rivals(*alone) else None


def _people(profile: Profile, shared: frozenset[Name]) -> frozenset[Name]:
    return profile.people & shared


def find_fields(one: Profile, other: Profile, shared: frozenset[Name]) -> tuple[str, ...]:
    """Return the fields in which two sentences contradict each other: date, figure, name, place."""
    found = []
    if _dates_clash(one.figures, other.figures):
        found.append("date")
    alone = lone_amounts(one.figures, other.figures)
    if all(alone) and _are_rivals(*alone):
        found.append("figure")
    people, rest = _people(one, shared), _people(other, shared)
    if people - rest and rest - people:
        found.append("name")
    if _places_clash(one, other):
        found.append("place")
    return tuple(found)


def lone_amounts(one: Figures, other: Figures) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the amounts that mean something and that only the one has, and those that only the other has.

    What one alone adds is no clash: only where both have some do two sentences stand against each other.
    """
    if not one.amounts or not other.amounts:
        return (), ()
    return _without(one, shared_amounts(one, other)), _without(other, shared_amounts(other, one))


def _without(figures: Figures, shared: frozenset[str]) -> tuple[str, ...]:
    return tuple(value for value in figures.amounts if value not in figures.small and value not in shared)


def are_rivals(one: Figures, other: Figures) -> bool:
    """Return whether the amounts that two sentences do not share may count one thing: some pair is of one size."""
    return _are_rivals(*lone_amounts(one, other))


def _are_rivals(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    sizes = [Decimal(value) for value in left], [Decimal(value) for value in right]
    return any(a <= b * FARTHEST_RATIO and b <= a * FARTHEST_RATIO for a in sizes[0] for b in sizes[1])


def _dates_clash(one: Figures, other: Figures) -> bool:
    if one.days and other.days:
        return not any(same_day(a, b) for a in one.days for b in other.days)
    if one.weekdays and other.weekdays and not (one.weekdays.keys() & other.weekdays.keys()):
        return True
    return bool(one.years and other.years and not one.years & other.years)


def _places_clash(one: Profile, other: Profile) -> bool:
    """One place each, not the same, and neither in a country of the other: "Tehran's policy" is Iran's, too."""
    left, right = ({name.code for name in p.names if name.kind == "city"} for p in (one, other))
    if len(left) != 1 or len(right) != 1 or left == right:
        return False
    cities = gazetteer().cities
    here, there = cities[min(left)].country, cities[min(right)].country
    return here not in other.countries and there not in one.countries
