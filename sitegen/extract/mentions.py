"""Scan → mentions: who and what a sentence names, with the office and the country that stand beside a name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.data.gazetteer import whole_of
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.mention import Mention
from sitegen.extract.names import guesses_beside, is_first_name, is_name_word, uncased_name, unknown_name
from sitegen.extract.offices import LEADERS, SERVANTS, same_office
from sitegen.extract.owners import find_owners
from sitegen.extract.phrases import SEVERAL
from sitegen.extract.places import read_city, read_place
from sitegen.extract.scan import Scan
from sitegen.model import BlockKind

# Tokens between a leader and the office held under him: "Trump's special envoy"; 4 fares alike, with 1 more masters
# are taken for those who take part.
NEAR_OWNER = 2
# Offices precise enough that what follows them and their country is a name.
NAMED_ROLES = frozenset(
    {"president", "prime-minister", "foreign-minister", "acting-foreign-minister", "deputy-foreign-minister", "monarch"}
    | {"defence-minister", "special-envoy", "ambassador", "vice-president", "deputy-prime-minister", "minister"}
)


@dataclass(slots=True)
class _Slots:
    """What has been taken so far while a sentence is put together."""

    taken: set[int]
    mentions: list[Mention]


def read_mentions(scan: Scan, lexicon: Lexicon, kind: BlockKind) -> tuple[Mention, ...]:
    """Return the mentions of one sentence in reading order."""
    groups = _by_span(scan.names)
    slots = _Slots(set(), [])
    persons = [g for g in groups if g[0].entry.topic == "person"]
    places = {g[0].first: g for g in groups if g[0].entry.topic in ("country", "capital", "body")}
    roles = [_most_telling(g) for g in groups if g[0].entry.topic in ("role", "counterpart")]
    titled = scan.number == 0 or kind == BlockKind.HEADING
    people = [_person(g, scan, lexicon, titled) for g in persons]
    _attach_roles(scan, lexicon, roles, places, people, slots, titled)
    slots.mentions += [p for p in people if p.first not in slots.taken]
    slots.mentions += [read_place(g, scan, lexicon) for start, g in sorted(places.items()) if start not in slots.taken]
    slots.mentions += [read_city(g[0], scan, lexicon) for g in groups if g[0].entry.topic == "city"]
    marked = _spoken_of_marked(_owners_marked(slots.mentions, scan, lexicon), scan)
    return tuple(sorted(marked, key=lambda m: (m.first, m.last, m.kind)))


def _owners_marked(mentions: list[Mention], scan: Scan, lexicon: Lexicon) -> list[Mention]:
    """Mark a leader beside somebody serving him: in `Trump's special envoy Witkoff` only Witkoff takes part."""
    servants = [m for m in mentions if m.role in SERVANTS]
    return [
        replace(m, is_owner=True)
        if m.kind == "person"
        and m.role not in SERVANTS
        and any(_stands_by(m, servant, scan, lexicon) for servant in servants)
        and _is_leader(m, lexicon)
        else m
        for m in mentions
    ]


def _spoken_of_marked(mentions: list[Mention], scan: Scan) -> list[Mention]:
    """Mark whom words of a fate or of an answered remark stand beside: `on the death of President Raisi`."""
    people = [m for m in mentions if m.kind == "person"]
    fates = list(scan.hits("fate"))
    behind = [min((m for m in people if m.first > h.last), key=lambda m: m.first, default=None) for h in fates]
    before = [max((m for m in people if m.last < h.first), key=lambda m: m.last, default=None) for h in fates]
    told = [b if h.entry.slot == "before" else a for h, a, b in zip(fates, behind, before, strict=True)]
    return [replace(m, is_spoken_of=True) if m in told else m for m in mentions]


def _stands_by(leader: Mention, servant: Mention, scan: Scan, lexicon: Lexicon) -> bool:
    """`Trump's envoy Witkoff`; where nobody is named for the office, only behind it: `помощник Путина`."""
    if servant.kind == "person":
        before = servant.first - NEAR_OWNER <= leader.last < servant.first
        return (before and _serves(leader, servant, scan, lexicon)) or servant.first <= leader.first <= servant.last
    between = scan.tokens[servant.last + 1 : leader.first]
    is_behind = 0 < leader.first - servant.last <= NEAR_OWNER and all(t.folded in lexicon.particles for t in between)
    return servant.kind == "office" and is_behind and servant.role != "first-lady"


def _serves(leader: Mention, servant: Mention, scan: Scan, lexicon: Lexicon) -> bool:
    """`Putin and the American leader's envoy`: no "and" between the two, nor another country beside the envoy."""
    joining = lexicon.stop - lexicon.adpositions["genitive"]
    joined = any(t.folded in joining for t in scan.tokens[leader.last + 1 : servant.first])
    abroad = servant.country and not any(
        o.of == servant.country for c in leader.candidates for o in lexicon.people[c].offices
    )
    return not joined and not abroad


def _by_span(hits: Sequence[Hit]) -> list[list[Hit]]:
    spans: dict[tuple[int, int], list[Hit]] = {}
    for hit in hits:
        spans.setdefault((hit.first, hit.last), []).append(hit)
    groups = []
    for _, here in sorted(spans.items()):
        is_country = any(h.entry.topic == "country" and h.entry.detail == "name" for h in here)
        # `França` is not Carlos França
        group = [h for h in here if not (is_country and h.entry.topic == "person" and h.length == 1)]
        best = min(group, key=lambda h: (_PRIORITY.get(h.entry.topic, 9), h.entry.value))
        same = [h for h in group if h.entry.topic == best.entry.topic]
        if best.entry.topic not in ("honorifics", "month"):
            cities = [h for h in group if best.entry.detail == "seat" and h.entry.topic == "city"]
            groups.append([*sorted(same, key=lambda h: (h.entry.detail == "people", h.entry.value)), *cities])
    return groups


_PRIORITY = {"person": 0, "month": 1, "role": 2, "counterpart": 3, "body": 4, "country": 5, "capital": 6, "city": 7}


def _most_telling(group: list[Hit]) -> Hit:
    """Of two readings of one word the plural: `dışişleri bakanları` is also a form of the singular's stem."""
    return next((h for h in group if h.entry.detail == SEVERAL), group[0])


def _person(group: list[Hit], scan: Scan, lexicon: Lexicon, titled: bool) -> Mention:
    hit = group[0]
    beside = _capitals_beside(hit, scan, lexicon) if lexicon.is_cased and not titled else ()
    candidates = tuple(sorted({h.entry.value for h in group}))
    text = scan.words(hit.first, hit.last)
    alone = hit.length <= ALONE_TOKENS.get(lexicon.language, 1)
    word = hit.entry.detail == "word"
    return Mention("person", candidates, text, hit.first, hit.last, is_alone=alone, is_word=word, beside=beside)


ALONE_TOKENS = {"zh": 2, "ja": 2}


def _capitals_beside(hit: Hit, scan: Scan, lexicon: Lexicon) -> tuple[str, ...]:
    """`Brigitte Macron`, `Francisco Bustillo`: words that make the full name of somebody, perhaps somebody else."""
    if hit.length > 1 or lexicon.language == "de":
        return ()
    before = range(hit.first - 1, max(hit.first - 4, 0), -1)
    after = range(hit.last + 1, min(hit.last + 2, len(scan.tokens)))
    return tuple(reversed(_capitals(before, 1, scan))) + tuple(_capitals(after, -1, scan))


def _capitals(places: Iterable[int], toward: int, scan: Scan) -> list[str]:
    """The capitalised words at these places up to the first that is none; `toward` points at the name."""
    words: list[str] = []
    for at in places:
        token = scan.tokens[at]
        if not _joined(scan, *sorted((at, at + toward))) or not token.text[0].isupper():
            break
        if len(token.text) < 2 or token.text.isupper() or _is_known_word(at, scan):
            break
        words.append(token.folded)
    return words


def _is_known_word(at: int, scan: Scan) -> bool:
    return any(h.first <= at <= h.last for h in (*scan.names, *scan.times, *scan.kinds, *scan.others))


def _joined(scan: Scan, left: int, right: int) -> bool:
    return scan.text[scan.tokens[left].end : scan.tokens[right].start] in (" ", "\u00a0", "-")


# ---------------------------------------------------------------- offices


def _attach_roles(
    scan: Scan,
    lexicon: Lexicon,
    roles: list[Hit],
    places: dict[int, list[Hit]],
    people: list[Mention],
    slots: _Slots,
    titled: bool,
) -> None:
    for role in roles:
        owners = find_owners(scan, lexicon, role, places, slots.taken)
        if _is_second_office(role, owners, scan, lexicon, slots.mentions):
            slots.taken.update(owner.first for owner in owners)
            continue
        if role.entry.detail == SEVERAL and not owners:
            continue  # `African presidents`: which of them, nobody can tell
        first = min([role.first, *(p.first for p in owners)])
        last = max([role.last, *(p.last for p in owners)])
        near = [p for p in people if _may_bear(p, scan, lexicon, last, role, owners)]
        bearer = _bearer(scan, lexicon, near, first, last, role, owners, slots)
        for number, owner in enumerate(owners or [None]):
            mention = _office(scan, lexicon, role, owner, bearer if number == 0 else None, first, last, titled)
            if not (number and bearer and mention.kind == "person"):  # one name is not both countries' minister
                slots.mentions.append(mention)
            if owner:
                slots.taken.add(owner.first)
        if bearer:
            slots.taken.add(bearer.first)
        slots.taken.update(at for m in slots.mentions[-1:] for at in _unknown_tokens(m))


def _unknown_tokens(mention: Mention) -> range:
    """The tokens of a name that no table knows: a surname among them is not somebody else's."""
    is_unknown = mention.kind == "person" and not mention.candidates
    return range(mention.first, mention.last + 1) if is_unknown else range(0)


def _may_bear(person: Mention, scan: Scan, lexicon: Lexicon, last: int, role: Hit, owners: Sequence[Hit]) -> bool:
    """`Irans Außenminister sichert Assad …`: with words between, the office is only of somebody known to hold it.

    So where Arabic writes another first name there: `السفيرة الأميركية ليزا جونسون`.
    """
    between = range(last + 1, person.first)
    if lexicon.is_cased and all(scan.tokens[at].text[0].isupper() for at in between):
        return True
    if not lexicon.is_cased and not _has_another_first_name(person, between, scan, lexicon):
        return True
    return _is_known_to_hold(person, role, owners, lexicon)


def _has_another_first_name(person: Mention, between: range, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a first name stands before a lone surname of Arabic that nobody of that surname bears."""
    covered = {at for h in (*scan.names, *scan.kinds) for at in range(h.first, h.last + 1)}
    words = [scan.tokens[at].folded for at in between if at not in covered and scan.tokens[at].text[:2] != "ال"]
    if not words or not person.is_alone or lexicon.language != "ar":
        return False
    return not any(is_first_name(lexicon.people[c], words, lexicon.language) for c in person.candidates)


def _is_known_to_hold(person: Mention, role: Hit, owners: Sequence[Hit], lexicon: Lexicon) -> bool:
    """Whether somebody of that name ever held an office, of one of these countries or bodies where any is named."""
    sides = {x for owner in owners for x in (owner.entry.value, whole_of(owner.entry.value))}
    return any(
        same_office(office.role, role.entry.value) and (not sides or office.of in sides)
        for candidate in person.candidates
        for office in lexicon.people[candidate].offices
    )


def _bearer(
    scan: Scan,
    lexicon: Lexicon,
    people: list[Mention],
    first: int,
    last: int,
    role: Hit,
    owners: Sequence[Hit],
    slots: _Slots,
) -> Mention | None:
    """Who bears an office: after it, before it with a comma, or (in Chinese and Japanese) right before it."""
    after = [
        p
        for p in people
        if 0 < p.first - last <= 3 and p.first not in slots.taken and _names_only(scan, lexicon, last, p.first)
    ]
    if lexicon.language == "ja":
        after = []  # 石破首相: the name comes first
    if after and not (lexicon.is_cased and _goes_on(scan, lexicon, after[0], role)):
        return _servant(lexicon, people, after[0], role, slots)
    before = [p for p in people if 0 < first - p.last <= 2 and p.first not in slots.taken]
    if before:
        gap = scan.text[scan.tokens[before[-1].last].end : scan.tokens[first].start].strip()
        is_beside = gap or _no_space(scan, before[-1].last, first) or _is_behind_name(before[-1], role, owners, lexicon)
        if gap in ("", ",", "،", "，", "(", "（", "氏") and is_beside:
            return before[-1]
    within = [p for p in people if first <= p.first <= last and p.first not in slots.taken]
    return within[0] if within else None


def _is_behind_name(person: Mention, role: Hit, owners: Sequence[Hit], lexicon: Lexicon) -> bool:
    """`بدر عبد العاطي وزير الخارجية`: the office of whom Arabic names right before it, where he is known to hold it.

    In `استقبل السيسي وزير الخارجية` it is that of his guest.
    """
    return lexicon.language == "ar" and _is_known_to_hold(person, role, owners, lexicon)


def _is_second_office(
    role: Hit, owners: Sequence[Hit], scan: Scan, lexicon: Lexicon, mentions: Sequence[Mention]
) -> bool:
    """Whether right behind an office of somebody stands another of his: `رئيس مجلس الوزراء وزير الخارجية`."""
    before = next((m for m in mentions if m.kind == "person" and m.role and m.last == role.first - 1), None)
    if before is None or scan.text[scan.tokens[before.last].end : scan.tokens[role.first].start].strip():
        return False
    return _is_behind_name(before, role, owners, lexicon)


def _goes_on(scan: Scan, lexicon: Lexicon, person: Mention, role: Hit) -> bool:
    """`Minister Abbas Erakçi`: a known surname that is only the first word of another name."""
    at = person.last + 1
    if not person.is_alone or at >= len(scan.tokens) or _has_office(person, role.entry.value, lexicon):
        return False
    return _joined(scan, person.last, at) and is_name_word(scan.tokens[at], at, scan) and lexicon.language != "de"


def _servant(lexicon: Lexicon, people: list[Mention], nearest: Mention, role: Hit, slots: _Slots) -> Mention | None:
    """`utusan khusus Presiden Donald Trump, Steve Witkoff`: the office is the second name's where only he has it."""
    if role.entry.value not in SERVANTS or _has_office(nearest, role.entry.value, lexicon):
        return nearest
    for person in people:
        if 0 < person.first - nearest.last <= 3 and person.first not in slots.taken:
            return person if _has_office(person, role.entry.value, lexicon) else None
    return nearest if not _is_leader(nearest, lexicon) else None


def _has_office(mention: Mention, role: str, lexicon: Lexicon) -> bool:
    return any(o.role == role for c in mention.candidates for o in lexicon.people[c].offices)


def _is_leader(mention: Mention, lexicon: Lexicon) -> bool:
    return any(o.role in LEADERS for c in mention.candidates for o in lexicon.people[c].offices)


def _no_space(scan: Scan, left: int, right: int) -> bool:
    return scan.tokens[left].end == scan.tokens[right].start or any(
        "\u0900" <= c <= "\u097f" for c in scan.tokens[left].text
    )


def _names_only(scan: Scan, lexicon: Lexicon, left: int, right: int) -> bool:
    """Between office and bearer stand honorifics, a comma, or first names, never "with" or "and"."""
    if any(scan.tokens[at].folded in lexicon.stop for at in range(left + 1, right)):
        return False
    gap = scan.text[scan.tokens[left].end : scan.tokens[right].start]
    if any(mark in gap for mark in ".;:()（）。؛"):
        return False
    return not any(left < h.first < right for h in scan.kinds)


def _office(
    scan: Scan,
    lexicon: Lexicon,
    role: Hit,
    owner: Hit | None,
    bearer: Mention | None,
    first: int,
    last: int,
    titled: bool,
) -> Mention:
    counterpart = role.entry.topic == "counterpart"
    code = None if counterpart else role.entry.value
    country = owner.entry.value if owner and owner.entry.topic != "body" else None
    body = whole_of(owner.entry.value) if owner and owner.entry.topic == "body" else None
    if bearer:
        span = (min(first, bearer.first), max(last, bearer.last))
        return replace(
            bearer, role=code, country=country, body=body, first=span[0], last=span[1], is_counterpart=counterpart
        )
    if lexicon.is_cased:
        name = unknown_name(scan, lexicon, last) if not titled and (owner or not counterpart) else None
        if name and name[0] == name[1] and not owner:
            name = None  # `pemimpin Asia`: one word after an office of no country is no name
    else:
        name = (
            uncased_name(scan, lexicon, last)
            if owner and not titled and (counterpart or role.entry.value in NAMED_ROLES)
            else None
        )
    if name:
        start, end = name
        text = scan.words(start, end)
        return Mention("person", (), text, first, end, code, country, body, is_counterpart=counterpart)
    text = scan.words(first, last)
    guesses = guesses_beside(scan, lexicon, first, last) if not lexicon.is_cased and owner else ()
    return Mention("office", (), text, first, last, code, country, body, is_counterpart=counterpart, guesses=guesses)
