"""Which countries or bodies an office is of: those that stand beside it, in the order that each language has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.offices import ENVOYS
from sitegen.extract.phrases import SEVERAL
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS

# How many tokens may stand between a role and its country: "menteri luar negeri [Republik Islam] Iran".
NEAR_WORDS, NEAR_CHARACTERS = 3, 5
OWNER_FIRST = frozenset({"zh", "ja", "hi", "tr"})
IN_ROW = 4  # tokens from one country of a row to the next: `de la Turquie et de l’Iran`
ENDS_OF_CLAUSES = frozenset(";:()«»“”（）؛")  # commas stand in every row
LONGEST_AND = 3  # letters of a word that may join two countries: "and", "dan", "of"
BESIDE_OWNER = 2  # tokens between two countries that own one office: "French and German ministers"

_Places = Mapping[int, Sequence[Hit]]  # first token → what is named there: a country, a capital or a body


def find_owners(scan: Scan, lexicon: Lexicon, role: Hit, places: _Places, taken: AbstractSet[int]) -> list[Hit]:
    """Return the countries or bodies of an office, none where nothing beside it says whose it is.

    `taken` are the first tokens of those that belong to another office. An office in the plural needs two.
    """
    near = NEAR_CHARACTERS if lexicon.language in SPACELESS else NEAR_WORDS
    if role.entry.detail == SEVERAL:
        row = _row_of_owners(scan, lexicon, role, places, near, taken)
        return row if len(row) > 1 else []
    return _owners(scan, lexicon, role, places, near, taken)


def _owners(scan: Scan, lexicon: Lexicon, role: Hit, places: _Places, near: int, taken: AbstractSet[int]) -> list[Hit]:
    """The country or body of an office; several where one role is shared: `menteri luar negeri Iran dan Mesir`."""
    if role in scan.inner:
        return [scan.inner[role]]
    if lexicon.language in OWNER_FIRST:
        near = 0  # `日本の首相`, `Mısır Cumhurbaşkanı`: the country never follows its office
    if _is_followed_by_office(scan, lexicon, role):
        near = 0
    after = [g for start, g in sorted(places.items()) if 0 < start - role.last <= near and start not in taken]
    reach = near or NEAR_CHARACTERS
    before = [
        g
        for _, g in sorted(places.items())
        if 0 < role.first - g[0].last <= reach and g[0].first not in taken and not _is_where(scan, lexicon, g[0])
    ]
    if (
        before
        and _tight(scan, before[-1][0].last, role.first)
        and not (after and _tight(scan, role.last, after[0][0].first) and not _is_people(before[-1]))
    ):
        return _row_of_adjectives([g for start, g in sorted(places.items()) if start <= before[-1][0].first])
    if after and _clear(scan, role.last, after[0][0].first) and not _is_apart(scan, lexicon, role, after[0][0]):
        chain = [_best(after[0])]
        for start, group in sorted(places.items()):
            is_next = 0 < start - chain[-1].last <= 2 and start not in taken
            if is_next and _shares_office(scan, lexicon, role, chain[-1].last, start):
                chain.append(_best(group))
        return chain
    if before and _is_possessor(scan, lexicon, before[-1], role):
        return [_best(before[-1])]
    return []


def _is_followed_by_office(scan: Scan, lexicon: Lexicon, role: Hit) -> bool:
    """`استقبل الرئيس وزير الخارجية اليوناني`: the country behind the second office is not the president's."""
    is_bare = lexicon.language == "ar" and role.length == 1 and scan.tokens[role.first].folded.startswith("ال")
    return is_bare and any(h.entry.topic == "role" and h.first == role.last + 1 for h in scan.names)


def _row_of_owners(
    scan: Scan, lexicon: Lexicon, role: Hit, places: _Places, near: int, taken: AbstractSet[int]
) -> list[Hit]:
    """The countries of an office in the plural: `les présidents de la Russie, de la Turquie et de l'Iran`."""
    order = sorted(places.items())
    after = [_best(g) for start, g in order if start > role.last and start not in taken]
    before = [_best(g) for start, g in reversed(order) if g[0].last < role.first and start not in taken]
    row: list[Hit] = []
    for place in before if lexicon.language in OWNER_FIRST else after:
        left, right = sorted((row[-1] if row else role, place), key=lambda h: h.first)
        reach = IN_ROW if row else near
        if (
            place.entry.topic == "body"
            or right.first - left.last > reach
            or not _is_one_row(scan, lexicon, left, right)
        ):
            break
        row.append(place)
    return sorted(row, key=lambda h: h.first)


def _is_one_row(scan: Scan, lexicon: Lexicon, left: Hit, right: Hit) -> bool:
    """Whether only commas, articles, "and" and "of" stand between two places, no time and no word of place."""
    if set(scan.text[scan.tokens[left.last].end : scan.tokens[right.first].start]) & ENDS_OF_CLAUSES:
        return False
    words = {t.folded for t in scan.tokens[left.last + 1 : right.first]}
    if words & set(lexicon.adpositions["apart"]):
        return False
    told = [*scan.kinds, *(h for h in scan.times if h.entry.topic != "range")]  # a range's word is often "and"
    return not any(left.last < h.first and h.last < right.first for h in told)


def _is_where(scan: Scan, lexicon: Lexicon, place: Hit) -> bool:
    """`traf in Berlin Außenminister Wadephul`: a capital behind a word of place says where, not whose minister."""
    is_told = place.first > 0 and scan.tokens[place.first - 1].folded in lexicon.adpositions["before"]
    return place.entry.topic == "capital" and is_told


def _is_apart(scan: Scan, lexicon: Lexicon, role: Hit, place: Hit) -> bool:
    """`the president on the margins of the Assembly`: a word of place or company stands between them."""
    if role.entry.value in ENVOYS:
        return False  # `ambassador at the UN`
    if any(scan.tokens[at].folded in lexicon.adpositions["state"] for at in range(role.last + 2, place.last + 1)):
        return False  # `وزير الخارجية في دولة الكويت`
    return any(scan.tokens[at].folded in lexicon.adpositions["apart"] for at in range(role.last + 1, place.first))


def _row_of_adjectives(before: Sequence[Sequence[Hit]]) -> list[Hit]:
    """`his Saudi, Egyptian and Turkish counterparts`: the one right before the office, then those it stands beside."""
    row = [_best(before[-1])]
    for group in reversed(before[:-1]):
        if not (_is_people(group) and _is_people([row[-1]]) and row[-1].first - group[0].last <= BESIDE_OWNER):
            break
        row.append(_best(group))
    return row


def _is_possessor(scan: Scan, lexicon: Lexicon, group: Sequence[Hit], role: Hit) -> bool:
    """`Iran's new president`, `iranische neue Präsident`: a genitive or an adjective, a word away at most."""
    hit = group[0]
    if not _clear(scan, hit.last, role.first):
        return False
    if lexicon.language == "zh" and not _has_stop_word(scan, lexicon, hit.last, role.first):
        return role.first - hit.last <= NEAR_CHARACTERS  # `叙利亚过渡政府领导人`
    genitive = hit.last + 1 < role.first and scan.tokens[hit.last + 1].folded in lexicon.adpositions["genitive"]
    return role.first - hit.last <= (3 if genitive else 2) and (genitive or _is_people(group))


def _best(group: Sequence[Hit]) -> Hit:
    return group[0]


def _is_people(group: Sequence[Hit]) -> bool:
    return group[0].entry.detail == "people"


def _shares_office(scan: Scan, lexicon: Lexicon, role: Hit, left: int, right: int) -> bool:
    """Whether a second country is of the same office, not `of Britain, the chancellor of Germany`, `with Iran's`.

    Nor where a word of an event stands between: `Thủ tướng Ấn Độ thăm Nga`, the prime minister of India visits Russia.
    """
    if any(left < h.first < right for h in scan.kinds):
        return False
    is_apart = any(scan.tokens[at].folded in lexicon.adpositions["apart"] for at in range(left + 1, right))
    if is_apart and role.entry.value not in ENVOYS:
        return False
    if any(len(t.folded) > LONGEST_AND and t.folded not in lexicon.stop for t in scan.tokens[left + 1 : right]):
        return False  # `with our president, the attacks of Israel`
    return not any(left < h.first < right and h.entry.topic in ("role", "counterpart") for h in scan.names)


def _has_stop_word(scan: Scan, lexicon: Lexicon, left: int, right: int) -> bool:
    return any(t.folded in lexicon.stop for t in scan.tokens[left + 1 : right])


def _tight(scan: Scan, left: int, right: int) -> bool:
    return right - left == 1 and not set(scan.text[scan.tokens[left].end : scan.tokens[right].start]) & set(
        ",;:()（），、"
    )


def _clear(scan: Scan, left: int, right: int) -> bool:
    """No comma, verb of an event or other name between two tokens."""
    if set(scan.text[scan.tokens[left].end : scan.tokens[right].start]) & set(",;:()«»“”（），、。؛،"):
        return False
    return not any(left < h.first < right and h.entry.detail == "verbs" for h in scan.kinds)
