"""An event's facts → the headline that a newsroom of the edition's language would write.

The patterns are in the catalogues, one a kind and number of sides, with and without a place. A pattern asks for a name
in the case that it wants there (`%(place:in)s`), which `plan.inflect` gives; where a language has none, names are set
off by a dash or a colon.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from sitegen.data.gazetteer import gazetteer
from sitegen.locales.usage import women
from sitegen.model import Event, Kind, Library, Participant
from sitegen.plan.edition import Edition, comma, join_words, number
from sitegen.plan.inflect import Noun, fill
from sitegen.plan.kinds import kind_name
from sitegen.plan.library import principals
from sitegen.plan.names import is_country, place_country, place_name, short_name, short_party

MOST_NAMES = 3  # a headline names so many; of more it names two and counts the others


@dataclass(frozen=True, slots=True)
class Side:
    """A party to an event as its title names it: the person for what people do, the state for what states do."""

    person: Noun
    party: Noun


def headline(edition: Edition, library: Library, event: Event) -> str:
    """Return the headline of an event."""
    return _PATTERNS[event.kind](edition, event, sides_of(edition, library, event))


def sides_of(edition: Edition, library: Library, event: Event) -> tuple[Side, ...]:
    """Return the sides in order of the principals: one a country or body, or one a person where all are of one."""
    people = principals(event)
    by_party: dict[str, Participant] = {}
    for participant in people:
        by_party.setdefault(_party_of(participant), participant)
    chosen = tuple(by_party.values()) if len(by_party) > 1 else people
    named = tuple(_make_side(edition, library, participant) for participant in chosen)
    is_of_one = bool(named) and event.kind in (Kind.STATEMENT, Kind.VOTE, Kind.SUMMIT)
    if len(named) > 1 or is_of_one or event.kind is Kind.VISIT:
        return named
    # A side of which no person is known still has a name.
    seen = {_party_of(participant) for participant in chosen}
    rest = [party_noun(edition, party) for party in (*event.countries, *event.bodies) if party not in seen]
    return named + tuple(Side(name, name) for name in rest)


def _make_side(edition: Edition, library: Library, participant: Participant) -> Side:
    party = _party_of(participant)
    known = library.people.get(participant.person)
    if known is None:
        noun = party_noun(edition, party)
        return Side(noun, noun)
    person = Noun(short_name(edition, known), "person", known.id, known.id in women())
    return Side(person, party_noun(edition, party) if party != participant.person else person)


def _party_of(participant: Participant) -> str:
    return participant.body or participant.country or participant.person


def party_noun(edition: Edition, party: str) -> Noun:
    """Return a country or an organisation under the name that a headline has room for."""
    return Noun(short_party(edition, party), "country" if is_country(edition, party) else "body", party)


def _name_list(edition: Edition, names: tuple[Noun, ...]) -> str:
    if len(names) <= MOST_NAMES:
        return join_words(edition, [name.text for name in names])
    rest = len(names) - 2
    # Translators: names is "Putin, Tokayev"; count is the number of further people or countries.
    pattern = edition.words.npgettext(
        "list of names in a title", "%(names)s and %(count)s other", "%(names)s and %(count)s others", rest
    )
    named = comma(edition).join(name.text for name in names[:2])
    return pattern % {"names": named, "count": number(edition, rest)}


def _place_of(edition: Edition, event: Event) -> Noun | None:
    return place_noun(edition, event.place) if event.place else None


def place_noun(edition: Edition, place: str) -> Noun:
    """Return a city or a country as where something happens."""
    if is_country(edition, place):
        return party_noun(edition, place)
    return Noun(place_name(edition, place), "city", place)


def _sided(edition: Edition, names: tuple[Noun, ...], place: Noun | None, patterns: tuple[str, str, str, str]) -> str:
    """Return the title of what two or three sides do, or of what one or many do, with its place where it has one."""
    two, two_there, many, many_there = patterns
    there = {"place": place} if place else {}
    if len(names) in (2, 3):
        return fill(edition, two_there if place else two, a=names[:-1], b=names[-1], **there)
    return fill(edition, many_there if place else many, names=_name_list(edition, names), **there)


def _call(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    patterns = (
        # Translators: a and b are family names or countries: "Pezeshkian–Tokayev phone call". A name may carry a case
        # that the language's table gives: %(a:of)s; docs/reference/tables.md says which.
        pgettext("event title", "%(a)s–%(b)s phone call"),
        "",
        # Translators: names is one name or a list: "Phone call: Putin, Lukashenko and 3 others".
        pgettext("event title", "Phone call: %(names)s"),
        "",
    )
    return _sided(edition, tuple(side.person for side in sides), None, patterns)


def _meeting(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    patterns = (
        pgettext("event title", "%(a)s–%(b)s meeting"),
        # Translators: place is a city or a country: "Putin–Trump meeting in Anchorage".
        pgettext("event title", "%(a)s–%(b)s meeting %(place:in)s"),
        pgettext("event title", "Meeting: %(names)s"),
        pgettext("event title", "Meeting %(place:in)s: %(names)s"),
    )
    return _sided(edition, tuple(side.person for side in sides), _place_of(edition, event), patterns)


def _visit(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    where = _destination(edition, event)
    if sides and where:
        # Translators: a is who travels, place a country or a city: "Macron visits Vietnam".
        return fill(edition, pgettext("event title", "%(a)s visits %(place:acc)s"), a=sides[0].person, place=where)
    name = sides[0].person if sides else where
    return pgettext("event title", "Visit: %(names)s") % {
        "names": name.text if name else kind_name(edition, event.kind)
    }


def _destination(edition: Edition, event: Event) -> Noun | None:
    """Return the country visited, else the city; a visit within the visitor's own country names the city."""
    home = next((p.country for p in principals(event)), None)
    host = place_country(event.place) if event.place else None
    if host and host != home:
        return party_noun(edition, host)
    abroad = [code for code in event.countries if code != home]
    if len(abroad) == 1:
        return party_noun(edition, abroad[0])
    return _place_of(edition, event)


def _talks(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    patterns = (
        pgettext("event title", "%(a)s–%(b)s talks"),
        pgettext("event title", "%(a)s–%(b)s talks %(place:in)s"),
        pgettext("event title", "Talks: %(names)s"),
        pgettext("event title", "Talks %(place:in)s: %(names)s"),
    )
    title = _sided(edition, _parties(sides), _place_of(edition, event), patterns)
    turn = next((claim.round for claim in event.claims if claim.round), None)
    if not turn:
        return title
    # Translators: title is "Iran–United States talks"; number is which round of them, nth the same in words.
    pattern = pgettext("event title", "%(title)s, round %(number)s")
    words = edition.usage.rounds
    nth = words[turn - 1] if turn <= len(words) else number(edition, turn)
    return pattern % {"title": title, "number": number(edition, turn), "number:nth": nth}


def _summit(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    place = _place_of(edition, event)
    if event.bodies:
        body = party_noun(edition, event.bodies[0])
        if place:
            return fill(edition, pgettext("event title", "%(body)s summit %(place:in)s"), body=body, place=place)
        # Translators: body is an organisation: "ASEAN summit".
        return fill(edition, pgettext("event title", "%(body)s summit"), body=body)
    patterns = (
        pgettext("event title", "%(a)s–%(b)s summit"),
        pgettext("event title", "%(a)s–%(b)s summit %(place:in)s"),
        pgettext("event title", "Summit: %(names)s"),
        pgettext("event title", "Summit %(place:in)s: %(names)s"),
    )
    return _sided(edition, _parties(sides), place, patterns)


def _signing(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    patterns = (
        # Translators: a and b are countries or organisations: "Russia–North Korea agreement signed".
        pgettext("event title", "%(a)s–%(b)s agreement signed"),
        pgettext("event title", "%(a)s–%(b)s agreement signed %(place:in)s"),
        pgettext("event title", "Agreement signed: %(names)s"),
        pgettext("event title", "Agreement signed %(place:in)s: %(names)s"),
    )
    return _sided(edition, _parties(sides), _place_of(edition, event), patterns)


def _message(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) == 2:
        # Translators: a writes, b receives; either may be a person or a country: "Message from Putin to Trump".
        return fill(edition, pgettext("event title", "Message from %(a:acc)s to %(b:acc)s"), a=names[0], b=names[1])
    return pgettext("event title", "Message: %(names)s") % {"names": _name_list(edition, names)}


def _statement(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) == 1:
        # Translators: a is a person, a country or an organisation: "Statement by Macron".
        return fill(edition, pgettext("event title", "Statement by %(a:acc)s"), a=names[0])
    if len(names) == 2:
        # Translators: a and b are people, countries or organisations: "Joint statement: Trump and Putin".
        return fill(edition, pgettext("event title", "Joint statement: %(a)s and %(b)s"), a=names[0], b=names[1])
    return pgettext("event title", "Joint statement: %(names)s") % {"names": _name_list(edition, names)}


def _vote(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    # What votes is a body; a country among the sides is what the vote is about or who called it.
    body = next((party_noun(edition, body) for body in event.bodies if body in gazetteer().bodies), None)
    if body:
        # Translators: body is an organisation: "UN General Assembly vote".
        return fill(edition, pgettext("event title", "%(body)s vote"), body=body)
    patterns = (
        "",
        "",
        pgettext("event title", "Vote: %(names)s"),
        pgettext("event title", "Vote %(place:in)s: %(names)s"),
    )
    place, names = _place_of(edition, event), _name_list(edition, _parties(sides))
    return fill(edition, patterns[3], place=place, names=names) if place else patterns[2] % {"names": names}


def _parties(sides: tuple[Side, ...]) -> tuple[Noun, ...]:
    """Return the states and bodies, each once."""
    return tuple(dict.fromkeys(side.party for side in sides))


_PATTERNS: dict[Kind, Callable[[Edition, Event, tuple[Side, ...]], str]] = {
    Kind.CALL: _call,
    Kind.MEETING: _meeting,
    Kind.VISIT: _visit,
    Kind.TALKS: _talks,
    Kind.SUMMIT: _summit,
    Kind.SIGNING: _signing,
    Kind.MESSAGE: _message,
    Kind.STATEMENT: _statement,
    Kind.VOTE: _vote,
}
