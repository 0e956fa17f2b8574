"""The passages of one point → the figures, dates, places, names and quotations in which its reports differ."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from itertools import combinations

from sitegen.align.figures import same_day
from sitegen.align.oppose import are_rivals, lone_amounts
from sitegen.align.profile import Profile
from sitegen.model import Difference, Passage

QUOTES = (("“", "”"), ("„", "“"), ("«", "»"), ("「", "」"), ("『", "』"), ('"', '"'))
SHORTEST_QUOTE = 20  # characters; shorter ones are names and single words
SAME_QUOTE, OTHER_QUOTE = 0.95, 0.5  # likeness: above, they are one quotation; below, two different ones

Values = Mapping[str, str]  # value → as written


def find_differences(
    passages: Sequence[Passage], profiles: Mapping[Passage, Profile], fields: AbstractSet[str]
) -> tuple[Difference, ...]:
    """Return the differences of one point in the fields in which its links differ, and in what it quotes."""
    readers: dict[str, Callable[[Profile], Values]] = {
        "date": _dates, "figure": lambda p: _figures(p, profiles, passages), "name": _people, "place": _places,
    }  # fmt: skip
    found = [_difference(field, passages, profiles, readers[field]) for field in sorted(fields)]
    return tuple(d for d in (*found, _quotations(passages, profiles)) if d is not None and len(d.variants) > 1)


def _difference(
    field: str, passages: Sequence[Passage], profiles: Mapping[Passage, Profile], read: Callable[[Profile], Values]
) -> Difference:
    held: dict[str, list[Passage]] = {}
    written: dict[str, Counter[str]] = {}
    for passage in passages:
        for value, text in read(profiles[passage]).items():
            key = next((k for k in held if field == "date" and _are_one_day(k, value)), value)
            held.setdefault(key, []).append(passage)
            written.setdefault(key, Counter())[text] += 1
    everywhere = {key for key, where in held.items() if len(set(where)) == len(passages)}
    held = {key: where for key, where in held.items() if key not in everywhere}  # what all say is no difference
    shown = {key: min((-count, text) for text, count in written[key].items())[1] for key in held}
    return Difference(field, _variants({shown[key]: tuple(where) for key, where in held.items()}))


def _are_one_day(one: str, other: str) -> bool:
    return "-" in one and "-" in other and same_day(one, other)


def _variants(held: Mapping[str, tuple[Passage, ...]]) -> tuple[tuple[str, tuple[Passage, ...]], ...]:
    def rank(item: tuple[str, tuple[Passage, ...]]) -> tuple[int, str, int, str]:
        value, where = item
        return (-len(where), where[0].article, where[0].sentence, value)

    return tuple(sorted(held.items(), key=rank))


def _dates(profile: Profile) -> Values:
    figures = profile.figures
    if figures.days:
        return figures.days
    return figures.weekdays or {year: year for year in sorted(figures.years)}


def _figures(profile: Profile, profiles: Mapping[Passage, Profile], passages: Iterable[Passage]) -> Values:
    """The amounts that some other passage of the point lacks while it has others of their size."""
    others = [profiles[p].figures for p in passages if profiles[p] is not profile]
    rivals = [other for other in others if are_rivals(profile.figures, other)]
    lone = {value for other in rivals for value in lone_amounts(profile.figures, other)[0]}
    return {value: text for value, text in profile.figures.amounts.items() if value in lone}


def _people(profile: Profile) -> Values:
    return {name.code: text for name, text in profile.names.items() if name.kind == "person"}


def _places(profile: Profile) -> Values:
    return {name.code: text for name, text in profile.names.items() if name.kind == "city"}


def _quotations(passages: Sequence[Passage], profiles: Mapping[Passage, Profile]) -> Difference | None:
    """Two reports in one language that quote one saying in other words; translators' words differ by themselves."""
    quoted = [(passage, words) for passage in passages if (words := quotation(profiles[passage].text))]
    differing: dict[str, tuple[Passage, ...]] = {}
    for (one, left), (other, right) in combinations(quoted, 2):
        is_one_language = profiles[one].language == profiles[other].language
        if one.article != other.article and is_one_language and OTHER_QUOTE < _likeness(left, right) < SAME_QUOTE:
            differing |= {left: (one,), right: (other,)}
    return Difference("quotation", _variants(differing)) if differing else None


def _likeness(left: str, right: str) -> float:
    first, second = sorted((left, right))  # the measure depends on the order
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def quotation(text: str) -> str:
    """Return the longest words between quotation marks, or nothing."""
    found = []
    for opening, closing in QUOTES:
        start = text.find(opening)
        end = text.find(closing, start + 1)
        if start >= 0 and end - start > SHORTEST_QUOTE:
            found.append(text[start + 1 : end].strip())
    return max(found, key=lambda words: (len(words), words), default="")
