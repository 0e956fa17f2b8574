"""Offices: which codes name one office, who holds which on a day, and whose name sounds like a holder's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache

from rapidfuzz.fuzz import ratio

from sitegen.data.gazetteer import gazetteer, holds
from sitegen.fold import romanised
from sitegen.model import Office, PersonRow

LEADERS = frozenset(
    {"president", "president-elect", "prime-minister", "chancellor", "monarch", "supreme-leader", "leader"}
)
# States that one party leads: its leader comes before the president. Constitutions of China (art. 1), Cuba (art. 5),
# North Korea (art. 11), Laos (art. 3) and Vietnam (art. 4).
ONE_PARTY = frozenset({"CN", "CU", "KP", "LA", "VN"})
HEADS_OF_BODIES = frozenset({"commission-president", "council-president", "secretary-general", "high-representative"})
# Offices that are held under somebody, whose name may stand between the office and its bearer.
SERVANTS = frozenset(
    {"special-envoy", "presidential-aide", "chief-of-staff", "presidential-spokesperson", "spokesperson", "first-lady"}
    | {"national-security-adviser", "ambassador", "diplomat", "negotiator"}
)
# Who speaks and votes for a state in a body.
ENVOYS = frozenset({"permanent-representative", "ambassador", "charge-daffaires", "diplomat"})
# One office under several names: a state's own word for it differs from the word that a foreign paper uses.
FAMILIES = (
    frozenset(
        {"president", "leader", "monarch", "supreme-leader", "acting-president", "interim-president", "president-elect"}
    ),
    frozenset({"prime-minister", "chancellor", "acting-prime-minister"}),
    frozenset({"foreign-minister", "acting-foreign-minister"}),
    frozenset({"special-envoy", "negotiator", "diplomat", "delegation-head"}),
    frozenset(
        {"minister", "defence-minister", "finance-minister", "economy-minister", "trade-minister", "energy-minister"}
    ),
)
RANK = ("president", "monarch", "supreme-leader", "leader", "prime-minister", "chancellor", "foreign-minister", "pope")
# A surname in another script, romanised letter by letter, against its English form: مطقی/muttaqi and mtqy stay above,
# other holders of the same office below (measured over all surnames of the tables in each script).
SAME_SOUND = 72
# The same in one script: 加里布阿巴迪 beside 加里卜阿巴迪; with 90 an event fewer is exact, 70 fares alike.
SAME_SCRIPT = 80


def office_at(offices: Sequence[Office], day: date | None, role: str | None = None) -> Office | None:
    """Return the office a person holds on a day, one of the family of `role` first; without a day the latest."""
    if not offices:
        return None
    ordered = sorted(offices, key=lambda o: (o.start or date.min, o.end or date.max, o.role))
    current = [o for o in ordered if holds(o, day, day)] or ordered
    wanted = [o for o in current if role and same_office(o.role, role)]
    ranked = sorted(
        current, key=lambda o: (RANK.index(o.role) if o.role in RANK else 99, -(o.start or date.min).toordinal())
    )
    return wanted[-1] if wanted else ranked[0]


def same_office(left: str, right: str) -> bool:
    """Return whether two role codes may name one office."""
    return left == right or any(left in family and right in family for family in FAMILIES)


def by_sound(text: str, role: str, side: str, language: str, extra: tuple[PersonRow, ...]) -> str | None:
    """Return the holder of an office whose surname sounds like a word of `text`, in whatever script that is."""
    words = [w for w in romanised(text).split() if len(w) > 3]
    for person, surname, forms in holders(role, side, language, extra):
        if any(ratio(w, surname) >= SAME_SOUND or any(ratio(w, f) >= SAME_SCRIPT for f in forms) for w in words):
            return person
    return None


@cache
def holders(
    role: str, side: str, language: str, extra: tuple[PersonRow, ...]
) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Return everybody who ever held an office of this family for this side: id, romanised surname in English.

    The third are the last words of the name as papers of `language` write it, romanised, too.
    """
    return tuple(
        (person.id, _last_word(person.names["en"][0]), tuple(map(_last_word, person.names.get(language, ()))))
        for person in gazetteer(extra).people.values()
        if any(o.of == side and same_office(o.role, role) for o in person.offices)
    )


def _last_word(name: str) -> str:
    return romanised(name).split()[-1]


@cache
def only_holder(role: str, side: str, day: date, extra: tuple[PersonRow, ...]) -> str | None:
    """Return the id of the one person who holds an office of a side on a day, or None."""
    found = [
        person.id
        for person in gazetteer(extra).people.values()
        for o in person.offices
        if o.of == side and o.role == role and o.start is not None and holds(o, day, day)
    ]
    return found[0] if len(set(found)) == 1 else None
