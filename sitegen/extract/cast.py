"""Mentions of a whole article → cast: which mention means whom, settled once for the article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date

from rapidfuzz.fuzz import ratio

from sitegen.data.gazetteer import COUNTRIES, KnownPerson, holds
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.mention import Mention
from sitegen.extract.names import SAME_SPELLING, is_first_name
from sitegen.extract.offices import ONE_PARTY, RANK, by_sound, office_at, only_holder, same_office
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import Token
from sitegen.fold import fold
from sitegen.model import Office

# Languages whose papers are nearly all of one country: they seldom name it.
HOME = {
    "hi": "IN",
    "ja": "JP",
    "tr": "TR",
    "fa": "IR",
    "ru": "RU",
    "id": "ID",
    "ms": "MY",
    "vi": "VN",
    "it": "IT",
    "zh": "CN",
}
# Scripts without capitals in which a surname looks like any other word: only heads of state are known by it alone.
CONNECTED = frozenset({"ar", "fa", "hi"})
# Countries whose names begin with the family's in the press of every language: the lone first word is a surname there.
FAMILY_NAME_FIRST = frozenset({"CN", "HK", "KP", "KR", "MO", "TW", "VN"})

WORDS_OF_BARE_OFFICE = 2  # `the Russian minister` is whichever minister of Russia the article tells of

_Row = list[tuple[Mention, str | None]]  # the mentions of a sentence, each with who is meant


@dataclass(frozen=True, slots=True)
class Player:
    """A person of the article: the key that claims carry, the name as written and the office the article gives."""

    key: str
    name: str
    role: str | None
    country: str | None
    body: str | None


@dataclass(frozen=True, slots=True)
class Cast:
    """The people of an article, and for each sentence who is meant by each mention."""

    players: Mapping[str, Player]
    resolved: Mapping[int, tuple[tuple[Mention, str | None], ...]]  # sentence → (mention, player key)
    known: Mapping[str, KnownPerson]  # the tables of people that it was read with
    counts: Mapping[str, int]  # how often each is mentioned
    anchor: date | None  # the day of publication

    def role_of(self, key: str) -> str | None:
        """Return the office of somebody, None where the article gives none or the key is of no person.

        Who leads the party of a state that it rules is the leader of the state.
        """
        player = self.players.get(key)
        if player and player.role == "party-leader" and player.country in ONE_PARTY:
            return "leader"
        return player.role if player else None


def read_cast(
    scans: Sequence[Scan], mentions: Mapping[int, Sequence[Mention]], lexicon: Lexicon, anchor: date | None
) -> Cast:
    """Return who is who in an article. `anchor` is the day of publication, where known."""
    everyone = [m for number in sorted(mentions) for m in mentions[number]]
    judge = _Judge(everyone, lexicon, anchor)
    players: dict[str, Player] = {}
    named: dict[int, _Row] = {}
    for scan in scans:
        row: _Row = []
        for mention in mentions[scan.number]:
            key = judge.person(mention) if mention.kind == "person" else None
            if key:
                players[key] = _joined(players.get(key), judge.player(key, mention))
            row.append((mention, key))
        named[scan.number] = row
    whole = _short_names(scans, named, players, lexicon)
    at_home = _named_at_home(whole)
    resolved = {number: _with_offices(row, players, at_home, anchor, lexicon) for number, row in whole.items()}
    for row_ in resolved.values():
        for _, key in row_:
            if key and key not in players:
                players[key] = _holder(lexicon.people[key], anchor)
    counts = Counter(key for row_ in resolved.values() for _, key in row_ if key)
    return Cast(players, resolved, lexicon.people, counts, anchor)


@dataclass(slots=True)
class _Judge:
    everyone: list[Mention]
    lexicon: Lexicon
    anchor: date | None
    confirmed: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    parts: Mapping[str, str] = field(default_factory=dict)  # word of a full name → person

    def __post_init__(self) -> None:
        self.confirmed = frozenset(
            m.candidates[0] for m in self.everyone if m.kind == "person" and len(m.candidates) == 1 and not m.is_alone
        )
        named = {side for m in self.everyone for side in (m.country, m.body) if side}
        self.parts = {
            fold(word, self.lexicon.language): m.candidates[0]
            for m in self.everyone
            if m.kind == "person" and len(m.candidates) == 1 and not m.is_alone
            for word in m.text.split()
        }
        home = HOME.get(self.lexicon.language)
        self.countries = frozenset(named | {home} if home else named)

    def person(self, mention: Mention) -> str | None:
        """The key of the person meant: an id of the tables, "?name" for somebody unknown, None for nobody."""
        if mention.is_alone and not mention.beside and not set(mention.candidates) & self.confirmed:
            # `Nawaz Sharif … Nawaz`: a lone name is first of all a part of a full name of the same article.
            whole = self.parts.get(fold(mention.text, self.lexicon.language))
            if whole:
                return whole
        people = self.lexicon.people
        scored = sorted(
            ((self._score(people[c], mention), c) for c in mention.candidates), key=lambda item: (-item[0], item[1])
        )
        if scored and scored[0][0] > 0:
            return scored[0][1]
        if mention.candidates and not (mention.role and mention.country):
            return None
        if mention.candidates and mention.is_alone:
            return None
        return self._unknown(mention)

    def _unknown(self, mention: Mention) -> str | None:
        words = [fold(w, self.lexicon.language) for w in mention.text.replace("-", " ").split()]
        if len(words) > 1:
            for first in self._nominatives(words[0]):
                for last in self._nominatives(words[-1]):
                    known = self.lexicon.first_last.get((first, last))
                    if known and self._may_be(known, mention):
                        return known
        spelt = self._by_sound(mention)
        if spelt:
            return spelt
        return "?" + " ".join(words)

    def _may_be(self, person: str, mention: Mention) -> bool:
        """Whether somebody of the tables ever held an office of the country that stands beside the name."""
        side = mention.country or mention.body
        return side is None or any(o.of == side for o in self.lexicon.people[person].offices)

    def _by_sound(self, mention: Mention) -> str | None:
        """A name beside an office and its country is the holder of that office whose surname sounds like it."""
        side = mention.country or mention.body
        if not side or not mention.role:
            return None
        lexicon = self.lexicon
        heard = by_sound(mention.text, mention.role, side, lexicon.language, lexicon.extra)
        return heard or self._by_first_name(mention, side)

    def _by_first_name(self, mention: Mention, side: str) -> str | None:
        """A name beside an office is its holder's where the first name is his: the surname is spelt as it may be."""
        if self.anchor is None or mention.role is None:
            return None
        holder = only_holder(mention.role, side, self.anchor, self.lexicon.extra)
        first = fold(mention.text.split()[0], self.lexicon.language)
        people, language = self.lexicon.people, self.lexicon.language
        return holder if holder and is_first_name(people[holder], (first,), language) else None

    def _nominatives(self, word: str) -> list[str]:
        """A word of a name and what it may be without its ending: `Фарреллу` → `Фаррелл`."""
        return [word, *(word[: -len(e)] for e in self.lexicon.endings if word.endswith(e) and len(word) - len(e) >= 3)]

    def _score(self, person: KnownPerson, mention: Mention) -> float:
        score = 0.0
        if mention.beside and not self._fits(person, mention):
            return -1.0
        score += 6 if person.id in self.confirmed else -6 if mention.is_word else 0
        score += 4 if not mention.is_alone else 0
        score += self._office_score(person.offices, mention)
        score += 1.5 if self._in_office(person) else 0
        at_home = any(o.of in self.countries for o in person.offices)
        score += 1 if at_home else self._abroad(person)
        length = len(fold(mention.text, self.lexicon.language))
        enough = {"zh": 2, "ja": 2, "ar": 4, "fa": 4, "hi": 4}.get(self.lexicon.language, 4)
        score -= 3 if mention.is_alone and length < enough else 0
        ranks = [RANK.index(o.role) for o in person.offices if o.role in RANK]
        return score - (0.05 * min(ranks) if ranks else 1)

    def _fits(self, person: KnownPerson, mention: Mention) -> bool:
        """Whether the words beside a surname, or the office, are somebody's."""
        is_his = is_first_name(person, mention.beside, self.lexicon.language)
        return is_his or _is_office_of(person, mention)

    def _abroad(self, person: KnownPerson) -> float:
        """A lone surname whose country the article never names is another word, unless a leader's of the day."""
        ranks = RANK[:4] if self.lexicon.language in CONNECTED else RANK
        leads = any(o.role in ranks and holds(o, self.anchor, self.anchor) for o in person.offices)
        return -1.0 if leads else -4.0

    def _office_score(self, offices: Iterable[Office], mention: Mention) -> float:
        if not (mention.role or mention.country or mention.body):
            return 0.0
        score = 0.0
        sides_ = {o.of for o in offices}
        side = mention.country or mention.body
        if side:
            score += 3 if side in sides_ else -3
        if mention.role:
            score += 2 if any(same_office(o.role, mention.role) for o in offices) else -0.5
        return score

    def _in_office(self, person: KnownPerson) -> bool:
        return any(holds(o, self.anchor, self.anchor) for o in person.offices)

    def player(self, key: str, mention: Mention) -> Player:
        country, body, role = mention.country, mention.body, mention.role
        if not key.startswith("?"):
            office = office_at(self.lexicon.people[key].offices, self.anchor, role)
            if office:
                side = office.of
                known_country = side if side in COUNTRIES else None
                if not (country and any(o.of == country for o in self.lexicon.people[key].offices)):
                    country, body = known_country, None if known_country else side
                role = role or office.role
        return Player(key, mention.text, role, country, body)


def _is_office_of(person: KnownPerson, mention: Mention) -> bool:
    """Whether the office and the country beside a name are this person's: an unknown word with it is his spelling."""
    side, role = mention.country or mention.body, mention.role
    return bool(side and role) and any(o.of == side and same_office(o.role, role or "") for o in person.offices)


def _with_offices(
    row: Sequence[tuple[Mention, str | None]],
    players: Mapping[str, Player],
    at_home: AbstractSet[str],
    anchor: date | None,
    lexicon: Lexicon,
) -> tuple[tuple[Mention, str | None], ...]:
    """Settle who is meant by offices without a name and by "his Iranian counterpart"."""
    ordered = sorted(row, key=lambda r: (r[0].first, r[0].last))
    present = [key for _, key in ordered if key]
    found = []
    for mention, key in ordered:
        other = _counterpart(mention, present, players) if key is None and mention.is_counterpart else key
        found.append((mention, other or _bearer_of(mention, players, at_home, anchor, lexicon)))
    return tuple(found)


def _counterpart(mention: Mention, present: Sequence[str], players: Mapping[str, Player]) -> str | None:
    """Somebody of the country named who holds the same office as somebody else in the sentence."""
    if mention.country is None:
        return None
    fitting = [p for p in players.values() if p.country == mention.country and p.key not in present]
    roles = {players[key].role for key in present}
    same = [p.key for p in fitting if any(p.role and r and same_office(p.role, r) for r in roles)]
    return same[0] if len(same) == 1 else fitting[0].key if len(fitting) == 1 else None


def _named_at_home(rows: Mapping[int, _Row]) -> set[str]:
    """Whose office stands beside the name and never a country: `Foreign Minister Badr Abdelatty` in a Cairo paper."""
    beside = [(m, key) for row in rows.values() for m, key in row if key and m.kind == "person" and m.role]
    abroad = {key for m, key in beside if m.country or m.body or m.is_counterpart}
    return {key for _, key in beside} - abroad


def _joined(old: Player | None, new: Player) -> Player:
    if old is None:
        return new
    name = new.name if len(new.name.split()) > len(old.name.split()) and len(old.name.split()) == 1 else old.name
    return Player(old.key, name, old.role or new.role, old.country or new.country, old.body or new.body)


def _bearer_at_home(
    role: str,
    fitting: Sequence[Player],
    players: Iterable[Player],
    at_home: AbstractSet[str],
    lexicon: Lexicon,
) -> str | None:
    """Who of the article is meant by an office without a country."""
    home = HOME.get(lexicon.language)
    own = [p.key for p in fitting if p.country == home and p.role == role]
    if home and len(own) == 1:  # a paper names its own country's office without the country
        return own[0]
    if role == "minister" and lexicon.language == "ar":
        fitting = [p for p in players if p.key in at_home and (p.role or "").endswith("-minister")]
        return fitting[0].key if len(fitting) == 1 else None  # `الوزير`: the one whom the article is about
    exact = [p.key for p in fitting if p.role == role]
    if len(exact) > 1 and lexicon.language in CONNECTED:
        # The article's own minister is the one whom it names without the country (in English papers often the
        # one whom everybody knows).
        exact = [key for key in exact if key in at_home]
    return exact[0] if len(exact) == 1 else fitting[0].key if len(fitting) == 1 else None


def _bearer_of(
    mention: Mention,
    players: Mapping[str, Player],
    at_home: AbstractSet[str],
    anchor: date | None,
    lexicon: Lexicon,
) -> str | None:
    """Who is meant by an office without a name: somebody of the article, else its holder on the day."""
    if mention.kind != "office" or mention.role is None:
        return None
    side = mention.country or mention.body or ("VA" if mention.role == "pope" else None)
    fitting = [p for p in players.values() if p.role and same_office(p.role, mention.role)]
    if side is None:
        return _bearer_at_home(mention.role, fitting, players.values(), at_home, lexicon)
    if mention.role == "minister" and mention.last - mention.first < WORDS_OF_BARE_OFFICE and lexicon.is_cased:
        fitting = [p for p in players.values() if (p.role or "").endswith("-minister")]
    here = [p.key for p in fitting if side in (p.country, p.body)]
    if here:
        exact = [p.key for p in fitting if side in (p.country, p.body) and p.role == mention.role]
        return (exact or here)[0]
    for guess in mention.guesses:
        heard = by_sound(guess, mention.role, side, lexicon.language, lexicon.extra)
        if heard:
            return heard
    return only_holder(mention.role, side, anchor, lexicon.extra) if anchor else None


def _holder(person: KnownPerson, anchor: date | None) -> Player:
    office = office_at(person.offices, anchor)
    side = office.of if office else None
    country = side if side in COUNTRIES else None
    return Player(person.id, person.names["en"][0], office.role if office else None, country, None if country else side)


def _short_names(
    scans: Sequence[Scan], named: Mapping[int, _Row], players: Mapping[str, Player], lexicon: Lexicon
) -> Mapping[int, _Row]:
    """Return the mentions of each sentence with those by a surname that no table lists: `Xi`, or a slip, `Aragchi`."""
    surnames = _surnames(players, lexicon) if lexicon.is_cased else {}
    if not surnames:
        return named
    lower = {t.folded for scan in scans for t in scan.tokens if t.text[0].islower()}
    return {scan.number: [*(row := named[scan.number]), *_named_short(scan, row, surnames, lower)] for scan in scans}


def _surnames(players: Mapping[str, Player], lexicon: Lexicon) -> dict[str, str]:
    """The surnames of the article's people that only one of them bears."""
    found: dict[str, set[str]] = {}
    for player in players.values():
        words = fold(player.name, lexicon.language).replace("-", " ").split()
        found.setdefault(words[-1], set()).add(player.key)
        if len(words) > 1 and player.country in FAMILY_NAME_FIRST:
            found.setdefault(words[0], set()).add(player.key)
    return {word: min(keys) for word, keys in sorted(found.items()) if len(keys) == 1}


def _named_short(
    scan: Scan, row: _Row, surnames: Mapping[str, str], lower: set[str]
) -> Iterator[tuple[Mention, str | None]]:
    covered = {at for m, _ in row for at in range(m.first, m.last + 1)}
    covered |= {at for h in scan.names for at in range(h.first, h.last + 1)}
    for at, token in enumerate(scan.tokens):
        if at in covered or not token.text[0].isupper() or token.folded in lower:
            continue
        key = surnames.get(token.folded) if len(token.text) > 1 else None
        key = key or (None if scan.is_heading else _slip_of(token, at, surnames))
        if key:
            yield Mention("person", (), token.text, at, at, is_alone=True), key


def _slip_of(token: Token, at: int, surnames: Mapping[str, str]) -> str | None:
    """Whose surname a capitalised word is a slip of the pen for: Pezeskhian, Aragchi."""
    if len(token.text) < 5 or (at == 0 and len(token.text) < 7):
        return None
    best = max(surnames, key=lambda s: (ratio(token.folded, s), s))
    return surnames[best] if token.folded[0] == best[0] and ratio(token.folded, best) >= SAME_SPELLING else None
