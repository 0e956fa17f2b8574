"""An event's facts → the headline that a newsroom of the edition's language would write.

The patterns are in the catalogues, one a kind and number of sides. Names stand in the nominative and are set off by a
dash, a colon or a comma wherever a language would have to inflect them; no pattern puts an article before a country.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from sitegen.data.gazetteer import gazetteer
from sitegen.model import Event, Kind, Library, Participant, Storyline
from sitegen.plan.edition import Edition, comma, country_name, join_words, number
from sitegen.plan.library import Site, principals
from sitegen.plan.names import body_name, participant_name, party_name, place_country, place_name

MOST_NAMES = 3  # a headline names so many; of more it names two and counts the others


@dataclass(frozen=True, slots=True)
class Side:
    """A party to an event as its title names it: the person for what people do, the state for what states do."""

    person: str
    party: str


def event_title(site: Site, edition: Edition, event: Event) -> str:
    """Return the title of an event in an edition; a correction's title wins."""
    return _title(site, edition, event.id)


@lru_cache(maxsize=50_000)
def _title(site: Site, edition: Edition, event_id: str) -> str:
    event = site.library.events[event_id]
    own = event.title_override.get(edition.code)
    made = own or _PATTERNS[event.kind](edition, event, sides_of(edition, site.library, event))
    return made[:1].upper() + made[1:]  # a name may begin with a small particle: "el-Sisi"


def kind_name(edition: Edition, kind: Kind) -> str:
    """Return the name of a kind of event, in the singular and without a capital where the language has none."""
    pgettext = edition.words.pgettext
    names: dict[Kind, Callable[[], str]] = {
        Kind.CALL: lambda: pgettext("kind of event", "phone call"),
        Kind.MEETING: lambda: pgettext("kind of event", "meeting"),
        Kind.VISIT: lambda: pgettext("kind of event", "visit"),
        Kind.TALKS: lambda: pgettext("kind of event", "talks"),
        Kind.SUMMIT: lambda: pgettext("kind of event", "summit"),
        Kind.SIGNING: lambda: pgettext("kind of event", "signing"),
        Kind.MESSAGE: lambda: pgettext("kind of event", "message"),
        Kind.STATEMENT: lambda: pgettext("kind of event", "statement"),
        Kind.VOTE: lambda: pgettext("kind of event", "vote"),
    }
    return names[kind]()


def kind_heading(edition: Edition, kind: Kind) -> str:
    """Return the name of a kind as the heading of a list: "Phone calls"."""
    pgettext = edition.words.pgettext
    names: dict[Kind, Callable[[], str]] = {
        Kind.CALL: lambda: pgettext("kind of event, plural", "Phone calls"),
        Kind.MEETING: lambda: pgettext("kind of event, plural", "Meetings"),
        Kind.VISIT: lambda: pgettext("kind of event, plural", "Visits"),
        Kind.TALKS: lambda: pgettext("kind of event, plural", "Talks"),
        Kind.SUMMIT: lambda: pgettext("kind of event, plural", "Summits"),
        Kind.SIGNING: lambda: pgettext("kind of event, plural", "Signings"),
        Kind.MESSAGE: lambda: pgettext("kind of event, plural", "Messages"),
        Kind.STATEMENT: lambda: pgettext("kind of event, plural", "Statements"),
        Kind.VOTE: lambda: pgettext("kind of event, plural", "Votes"),
    }
    return names[kind]()


def storyline_title(edition: Edition, storyline: Storyline) -> str:
    """Return "Iran–Russia talks", or the same with its topic."""
    parties = " – ".join(party_name(edition, party) for party in storyline.parties)
    if all(" " not in party_name(edition, party) for party in storyline.parties):
        parties = "–".join(party_name(edition, party) for party in storyline.parties)
    topic = topic_name(edition, storyline.topic) if storyline.topic else ""
    pgettext = edition.words.pgettext
    if topic:
        # Translators: parties is "Iran–United States", topic is "nuclear programme".
        pattern = pgettext("storyline title", "%(parties)s talks: %(topic)s")
        return pattern % {"parties": parties, "topic": topic}
    # Translators: parties is "Iran–Russia".
    return pgettext("storyline title", "%(parties)s talks") % {"parties": parties}


def topic_name(edition: Edition, topic: str) -> str:
    """Return the name of a negotiation's subject, or its code in words where the catalogues have none."""
    pgettext = edition.words.pgettext
    names: dict[str, Callable[[], str]] = {
        "nuclear": lambda: pgettext("subject of talks", "nuclear programme"),
        "trade": lambda: pgettext("subject of talks", "trade"),
        "ceasefire": lambda: pgettext("subject of talks", "ceasefire"),
        "peace": lambda: pgettext("subject of talks", "peace"),
        "border": lambda: pgettext("subject of talks", "border"),
    }
    return names[topic]() if topic in names else topic.replace("-", " ")


def sides_of(edition: Edition, library: Library, event: Event) -> tuple[Side, ...]:
    """Return the sides in order of the principals: one a country or body, or one a person where all are of one."""
    people = principals(event)
    by_party: dict[str, Participant] = {}
    for participant in people:
        by_party.setdefault(_party_of(participant), participant)
    chosen = tuple(by_party.values()) if len(by_party) > 1 else people
    named = tuple(_make_side(edition, library, participant) for participant in chosen)
    if len(named) > 1 or event.kind in (Kind.STATEMENT, Kind.VISIT, Kind.VOTE, Kind.SUMMIT):
        return named
    # A side of which no person is known still has a name.
    seen = {_party_of(participant) for participant in chosen}
    rest = [country_name(edition, code) for code in event.countries if code not in seen]
    rest += [body_name(edition, body) for body in event.bodies if body not in seen]
    return named + tuple(Side(name, name) for name in rest)


def _make_side(edition: Edition, library: Library, participant: Participant) -> Side:
    person = participant_name(edition, library, participant, short=True)
    if participant.body:
        return Side(person, body_name(edition, participant.body))
    return Side(person, country_name(edition, participant.country) if participant.country else person)


def _party_of(participant: Participant) -> str:
    return participant.body or participant.country or participant.person


def _name_list(edition: Edition, names: tuple[str, ...]) -> str:
    if len(names) <= MOST_NAMES:
        return join_words(edition, names)
    rest = len(names) - 2
    # Translators: names is "Putin, Tokayev"; count is the number of further people or countries.
    pattern = edition.words.npgettext(
        "list of names in a title", "%(names)s and %(count)s other", "%(names)s and %(count)s others", rest
    )
    return pattern % {"names": comma(edition).join(names[:2]), "count": number(edition, rest)}


def _in_place(edition: Edition, event: Event, title: str) -> str:
    if not event.place:
        return title
    # Translators: title is "Putin–Trump meeting", place is a city or country in its basic form: "Anchorage".
    pattern = edition.words.pgettext("event title", "%(title)s, %(place)s")
    return pattern % {"title": title, "place": place_name(edition, event.place)}


def _call(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) == 2:
        # Translators: a and b are family names or countries: "Pezeshkian–Tokayev phone call".
        return pgettext("event title", "%(a)s–%(b)s phone call") % {"a": names[0], "b": names[1]}
    # Translators: names is one name or a list: "Phone call: Putin, Lukashenko and Tokayev".
    return pgettext("event title", "Phone call: %(names)s") % {"names": _name_list(edition, names)}


def _meeting(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) == 2:
        title = pgettext("event title", "%(a)s–%(b)s meeting") % {"a": names[0], "b": names[1]}
    else:
        title = pgettext("event title", "Meeting: %(names)s") % {"names": _name_list(edition, names)}
    return _in_place(edition, event, title)


def _visit(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    visitor = sides[0].person if sides else ""
    where = _destination(edition, event)
    if visitor and where:
        # Translators: a is who travels, place a country or city in its basic form: "Macron visits Vietnam".
        return pgettext("event title", "%(a)s visits %(place)s") % {"a": visitor, "place": where}
    return pgettext("event title", "Visit: %(names)s") % {"names": visitor or where or kind_name(edition, event.kind)}


def _destination(edition: Edition, event: Event) -> str:
    """Return the country visited, else the city; a visit within the visitor's own country names the city."""
    home = next((p.country for p in principals(event)), None)
    host = place_country(event.place) if event.place else None
    if host and host != home:
        return country_name(edition, host)
    abroad = [code for code in event.countries if code != home]
    if len(abroad) == 1:
        return country_name(edition, abroad[0])
    return place_name(edition, event.place) if event.place else ""


def _talks(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.party for side in sides)
    if len(names) == 2 and names[0] != names[1]:
        # Translators: a and b are countries or organisations: "Iran–United States talks".
        title = pgettext("event title", "%(a)s–%(b)s talks") % {"a": names[0], "b": names[1]}
    else:
        title = pgettext("event title", "Talks: %(names)s") % {"names": _name_list(edition, _unique(names))}
    turn = next((claim.round for claim in event.claims if claim.round), None)
    if turn:
        # Translators: title is "Iran–United States talks"; number is which round of them.
        pattern = pgettext("event title", "%(title)s, round %(number)s")
        title = pattern % {"title": title, "number": number(edition, turn)}
    return _in_place(edition, event, title)


def _summit(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    if event.bodies:
        # Translators: body is an organisation: "ASEAN summit".
        title = pgettext("event title", "%(body)s summit") % {"body": body_name(edition, event.bodies[0])}
    else:
        names = _unique(tuple(side.party for side in sides))
        title = pgettext("event title", "Summit: %(names)s") % {"names": _name_list(edition, names)}
    return _in_place(edition, event, title)


def _signing(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = _unique(tuple(side.party for side in sides))
    if len(names) == 2:
        # Translators: a and b are countries or organisations: "Russia–North Korea agreement signed".
        title = pgettext("event title", "%(a)s–%(b)s agreement signed") % {"a": names[0], "b": names[1]}
    else:
        title = pgettext("event title", "Agreement signed: %(names)s") % {"names": _name_list(edition, names)}
    return _in_place(edition, event, title)


def _message(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) == 2:
        # Translators: a writes, b receives; either may be a family name or a country: "Putin's message to Trump".
        return pgettext("event title", "%(a)s’s message to %(b)s") % {"a": names[0], "b": names[1]}
    return pgettext("event title", "Message: %(names)s") % {"names": _name_list(edition, names)}


def _statement(edition: Edition, _: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    names = tuple(side.person for side in sides)
    if len(names) > 1:
        return pgettext("event title", "Joint statement: %(names)s") % {"names": _name_list(edition, names)}
    return pgettext("event title", "Statement: %(names)s") % {"names": _name_list(edition, names)}


def _vote(edition: Edition, event: Event, sides: tuple[Side, ...]) -> str:
    pgettext = edition.words.pgettext
    # What votes is a body; a country among the sides is what the vote is about or who called it.
    bodies = [body_name(edition, body) for body in event.bodies if body in gazetteer().bodies]
    names = tuple(bodies[:1]) or _unique(tuple(side.party for side in sides))
    # Translators: names is the organisation or the countries: "Vote: UN General Assembly".
    title = pgettext("event title", "Vote: %(names)s") % {"names": _name_list(edition, names)}
    return _in_place(edition, event, title) if not bodies else title


def _unique(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


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
