"""Sentence → Scan: its tokens and every table entry found in it, before anything is decided."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Entry, Hit, longest
from sitegen.extract.phrases import SEVERAL
from sitegen.extract.tokens import SPACELESS, Token, tokenise
from sitegen.model import BlockKind, Sentence

NAMING = frozenset({"person", "country", "capital", "city", "body", "role", "honorifics", "counterpart", "month"})
MOST_ROUNDS = 30
# Languages that write days and months with a capital: "may" and "minggu" (week) are other words there.
CAPITAL_DAYS = frozenset({"en", "de", "id", "ms"})
TIMING = frozenset(
    {
        "day",
        "weekday",
        "month",
        "solar_hijri",
        "hijri",
        "ago",
        "after",
        "ahead",
        "anniversary",
        "weekday-beside",
    }
    | {"month-past", "range"}
)

HOUSES = frozenset("館馆")
UNCUT = TIMING | {"kind"}  # whose characters stand together: `台積電、聯發科` holds no 電聯


@dataclass(frozen=True, slots=True)
class Scan:
    """What stands in one sentence. `number` 0 is the title."""

    number: int
    block: int
    is_heading: bool
    text: str
    tokens: tuple[Token, ...]
    names: tuple[Hit, ...]  # people, places, bodies, roles: none overlaps another but at equal spans
    times: tuple[Hit, ...]
    kinds: tuple[Hit, ...]
    others: tuple[Hit, ...]  # stance, switch, attribution, round, not-event, pronouns
    inner: Mapping[Hit, Hit]  # an office → the adjective of a country that stands inside it

    def has(self, topic: str, value: str = "") -> bool:
        """Return whether an entry of this topic (and value) stands in the sentence."""
        return any(hit.entry.topic == topic and value in ("", hit.entry.value) for hit in self.others)

    def hits(self, topic: str, value: str = "") -> Iterator[Hit]:
        """Yield the hits of a topic among `others`."""
        return (hit for hit in self.others if hit.entry.topic == topic and value in ("", hit.entry.value))

    def round(self) -> int | None:
        """The number of a round that the sentence names: `third round`, `putaran ketiga`, `第三轮`, `6th round`."""
        for hit in self.hits("round"):
            for other in self.hits("ordinal"):
                if 0 <= other.first - hit.last <= 1 or 0 <= hit.first - other.last <= 1:
                    return int(other.entry.value)
            for at in (hit.first - 1, hit.last + 1):
                digits = self.tokens[at].folded.rstrip("thndrsеaºª.-") if 0 <= at < len(self.tokens) else ""
                if digits.isdigit() and 1 <= int(digits) <= MOST_ROUNDS:
                    return int(digits)
        return None

    def words(self, first: int, last: int) -> str:
        """Return the text from token `first` to `last` (inclusive)."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def scan_sentence(sentence: Sentence, kind: BlockKind, lexicon: Lexicon) -> Scan:
    """Return what the tables of the language find in one sentence."""
    tokens = tokenise(sentence.text, lexicon.language, lexicon.endings)
    found = [hit for hit in lexicon.matcher.find(tokens, lexicon.max_gap) if _stands(hit, tokens, lexicon)]
    hits = _pairs_apart(found, tokens)
    inner = _inner_countries(hits)
    hits = [hit for hit in hits if hit.entry.detail != "split" or hit in inner]
    names = longest(hit for hit in hits if hit.entry.topic in NAMING)
    hits = [hit for hit in hits if not hit.entry.slot or _has_its_slot(hit, names, tokens, lexicon)]
    return Scan(
        number=sentence.number,
        block=sentence.block,
        is_heading=kind in (BlockKind.HEADING, BlockKind.STANDFIRST) or sentence.number == 0,
        text=sentence.text,
        tokens=tokens,
        names=tuple(names),
        times=tuple(longest(hit for hit in hits if hit.entry.topic in TIMING and not _is_in_a_name(hit, hits))),
        kinds=tuple(_longest_kinds(hits)),
        others=tuple(hit for hit in hits if hit.entry.topic not in NAMING | TIMING | {"kind"}),
        inner=inner,
    )


def _has_its_slot(hit: Hit, names: list[Hit], tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether somebody stands in the slot of a phrase, with no more than an office or an article between them.

    A phrase that ends a sentence has nothing behind it.
    """
    if hit.entry.slot == "end":
        return hit.last == len(tokens) - 1
    people = [n for n in names if n.entry.topic in ("person", "counterpart", "role") and n.entry.detail != SEVERAL]
    if hit.entry.slot == "before":
        before = [range(n.last + 1, hit.first) for n in people if n.last < hit.first]
        return any(_is_all_named(between, names, tokens, lexicon) for between in before)
    ahead = [n for n in people if hit.last < n.first]
    behind = [n for n in ahead if _is_all_named(range(hit.last + 1, n.first), names, tokens, lexicon)]
    if not behind:
        return False
    # `Trump called Zelensky a dictator`, `called Putin's plan a mistake`: what follows says what he called so.
    told = lexicon.adpositions["predicate"] | lexicon.adpositions["genitive"]
    last = max(n.last for n in behind)
    if last + 1 >= len(tokens) or tokens[last + 1].start > tokens[last].end + 1:
        return True  # `spoke to Talon, an aide said`: a comma ends what he was called
    return tokens[last + 1].folded not in told


def _is_all_named(between: range, names: list[Hit], tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """`called on [the Chinese prime minister] Li Qiang`: each token is of a country or an office, or a small word."""
    covered = {at for n in names for at in range(n.first, n.last + 1)}
    return all(at in covered or tokens[at].folded in lexicon.stop for at in between)


def _pairs_apart(hits: list[Hit], tokens: tuple[Token, ...]) -> list[Hit]:
    """`中美` is two countries, a character each, unless it is part of a longer name."""
    apart: list[Hit] = []
    for hit in hits:
        if hit.entry.topic != "pair":
            apart.append(hit)
        elif not _is_written_together(hit, tokens):
            continue
        elif not any(
            o.entry.topic in NAMING and o.first <= hit.last and hit.first <= o.last and o is not hit for o in hits
        ):
            apart.append(Hit(Entry("country", hit.entry.value, "name"), hit.first, hit.first))
            apart.append(Hit(Entry("country", hit.entry.detail, "name"), hit.last, hit.last))
    return apart


def _is_written_together(pair: Hit, tokens: tuple[Token, ...]) -> bool:
    """`15日、米…` is no `日米`: nothing stands between the two signs, and no number before them."""
    before = tokens[pair.first - 1] if pair.first else None
    counts = before is not None and before.text.isdigit() and before.end == tokens[pair.first].start
    return tokens[pair.first].end == tokens[pair.last].start and not counts


def _inner_countries(hits: list[Hit]) -> dict[Hit, Hit]:
    """Offices cut in two by exactly one adjective of a country: `ministre français des Affaires étrangères`."""
    people = {h.first: h for h in hits if h.entry.topic == "country" and h.entry.detail == "people" and h.length == 1}
    found = {}
    for hit in hits:
        if hit.entry.detail == "split" and hit.gap == 1:
            inner = next((people[at] for at in range(hit.first + 1, hit.last) if at in people), None)
            if inner:
                found[hit] = inner
    return found


def _is_in_a_name(time: Hit, hits: list[Hit]) -> bool:
    """`Marco Rubio` is no day of March, `Santo Domingo` no Sunday."""
    named = [h for h in hits if h.entry.topic in ("person", "capital", "city", "body") and h.length > time.length]
    is_word = time.entry.topic in ("month", "weekday")
    return is_word and any(h.first <= time.first and time.last <= h.last for h in named)


def _longest_kinds(hits: list[Hit]) -> list[Hit]:
    kinds = [hit for hit in hits if hit.entry.topic == "kind"]
    return [hit for hit in kinds if not any(_covers(other, hit) for other in kinds)]


def _covers(other: Hit, hit: Hit) -> bool:
    """Whether a hit is part of a longer one; what stands in the gap of one speaks for itself."""
    is_in_gap = other.gap > 0 and other.first < hit.first and hit.last < other.last
    return other.first <= hit.first and hit.last <= other.last and other.length > hit.length and not is_in_gap


def _stands(hit: Hit, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Names of people and places begin with a capital where the script has them; kana runs are not cut."""
    first = tokens[hit.first]
    if lexicon.language in SPACELESS and (_is_of_a_house(hit, tokens) or _is_cut(hit, tokens)):
        return False
    if hit.entry.topic in ("ago", "ahead") and hit.entry.detail == "within":
        return any(_counts(tokens[at], lexicon) for at in range(hit.first + 1, hit.last))
    if lexicon.language == "ar" and hit.entry.topic == "day" and hit.entry.value == "today" and hit.length == 1:
        return "ال" in first.folded[:3] or first.folded.startswith("لل")  # يوم without the article is "day of"
    if lexicon.language == "ar" and hit.entry.topic == "weekday":
        return "ال" in first.folded[:3] or first.folded.startswith("لل")  # أحد without the article is "one"
    if lexicon.is_cased and not _has_its_capitals(hit, tokens, lexicon):
        return False
    if lexicon.language == "ja" and hit.entry.topic in ("person", "country", "capital", "city"):
        return not (_cuts_kana(tokens, hit.first - 1, hit.first) or _cuts_kana(tokens, hit.last, hit.last + 1))
    return True


def _has_its_capitals(hit: Hit, tokens: tuple[Token, ...], lexicon: Lexicon) -> bool:
    """Whether a name or a day is written with the capitals that its kind has in this language."""
    topic, first, last = hit.entry.topic, tokens[hit.first], tokens[hit.last]
    if topic in ("month", "weekday") and lexicon.language in CAPITAL_DAYS:
        return first.text[0].isupper()
    if topic in ("city", "capital") and hit.length > 1 and first.folded in lexicon.adpositions["before"]:
        return last.text[0].isupper()  # `en Sofía`: without the word of place it is a first name
    if topic in ("person", "city", "capital"):
        return first.text[0].isupper() and (last.text[0].isupper() or hit.length > 2)
    if topic == "country" and hit.entry.detail != "people":
        return first.text[0].isupper() or hit.length > 1
    return True


def _is_cut(hit: Hit, tokens: tuple[Token, ...]) -> bool:
    """`20日、前日` is no `20日前`: something stands between the signs."""
    is_written_as_one = not hit.gap and hit.entry.topic in UNCUT
    return is_written_as_one and any(tokens[at].end != tokens[at + 1].start for at in range(hit.first, hit.last))


def _is_of_a_house(role: Hit, tokens: tuple[Token, ...]) -> bool:
    """`大使館` is the house of a `大使`, and nobody."""
    is_role = role.entry.topic == "role"
    return is_role and role.last + 1 < len(tokens) and tokens[role.last + 1].text in HOUSES


def _counts(token: Token, lexicon: Lexicon) -> bool:
    return token.folded.isdigit() or any(form in lexicon.numbers for form in token.forms)


def _cuts_kana(tokens: tuple[Token, ...], left: int, right: int) -> bool:
    if left < 0 or right >= len(tokens) or tokens[left].end != tokens[right].start:
        return False
    return _is_katakana(tokens[left].text) and _is_katakana(tokens[right].text)


def _is_katakana(text: str) -> bool:
    return all("\u30a1" <= char <= "\u30fa" or char == "ー" for char in text)
