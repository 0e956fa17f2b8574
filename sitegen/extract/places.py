"""Hits → mentions of countries, bodies and cities: which stand for a government, and which say where something was."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sitegen.data.gazetteer import gazetteer
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.matcher import Hit
from sitegen.extract.mention import Mention
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS
from sitegen.fold import fold

POSTPOSED = frozenset({"hi", "ja", "tr"})  # a word of place stands behind the city
CITY_STATES = frozenset({"MC", "SG", "VA"})
NEAR_CAPITAL = 25  # characters beside a country in which a word for "capital" is looked for; 12 to 40 fare alike


def read_place(group: Sequence[Hit], scan: Scan, lexicon: Lexicon) -> Mention:
    """Return the mention of a country or body that these hits of one span name."""
    hit = group[0]
    text = scan.words(hit.first, hit.last)
    topic, value, detail = hit.entry.topic, hit.entry.value, hit.entry.detail
    if topic == "body":
        return Mention("body", (), text, hit.first, hit.last, body=value)
    if topic == "capital":
        return Mention(
            "country", (), text, hit.first, hit.last, country=value,
            city=detail or None, is_metonym=True, is_located=_is_located(hit, scan, lexicon),
            is_within=_is_within(hit, scan, lexicon),
        )  # fmt: skip
    if detail == "seat":
        city = _city_of_palace(group, scan, lexicon)
        return Mention("country", (), text, hit.first, hit.last, country=value, is_metonym=True, palace_in=city)
    if _is_a_capital(hit, scan, lexicon):
        city = gazetteer().capitals.get(value)
        return Mention(
            "country", (), text, hit.first, hit.last, country=value, city=city, is_metonym=True, is_located=True
        )
    return Mention("country", (), text, hit.first, hit.last, country=value, is_inhabitant=detail == "people")


def read_city(hit: Hit, scan: Scan, lexicon: Lexicon) -> Mention:
    """Return the mention of a city that is no capital."""
    text, is_located = scan.words(hit.first, hit.last), _is_located(hit, scan, lexicon)
    is_within = _is_within(hit, scan, lexicon)
    return Mention(
        "city", (), text, hit.first, hit.last, city=hit.entry.value, is_located=is_located, is_within=is_within
    )


def _is_located(city: Hit, scan: Scan, lexicon: Lexicon) -> bool:
    """`in Doha`, `Tahran'da`: a word of place stands beside a city: it is where, and no name for a government."""
    before, after = _beside(city, scan, lexicon)
    return not before.isdisjoint(lexicon.adpositions["before"]) or after in lexicon.adpositions["after"]


def _is_within(city: Hit, scan: Scan, lexicon: Lexicon) -> bool:
    """`in Doha`, not `to Doha`."""
    before, after = _beside(city, scan, lexicon)
    words = lexicon.adpositions["within"]
    return after in words if lexicon.language in POSTPOSED else not before.isdisjoint(words)


def _beside(city: Hit, scan: Scan, lexicon: Lexicon) -> tuple[set[str], str]:
    """The words before a city, its first where it has several, `en Sofía`, and the one behind it.

    In `in the capital Doha`, `tại thủ đô Doha` the word of place stands before those for a capital.
    """
    first = _before_capital(city.first, scan, lexicon)
    at = {first - 1, *([city.first] if city.length > 1 else ())}
    after = scan.tokens[city.last + 1].folded if city.last + 1 < len(scan.tokens) else ""
    return {scan.tokens[n].folded for n in at if n >= 0}, after


def _before_capital(first: int, scan: Scan, lexicon: Lexicon) -> int:
    """The first token of "the capital" where it stands right before a city, else that of the city."""
    for word in sorted(lexicon.adpositions["capital"]):
        parts = list(word) if lexicon.language in SPACELESS else word.split()
        at = first - len(parts)
        words = scan.tokens[max(0, at) : first]
        if at >= 0 and all(any(f.startswith(p) for f in t.forms) for t, p in zip(words, parts, strict=True)):
            return at - (at > 0 and scan.tokens[at - 1].folded in lexicon.adpositions["article"])
    return first


def _city_of_palace(group: Sequence[Hit], scan: Scan, lexicon: Lexicon) -> str | None:
    """The city of a palace that is told as a place: its own where the tables give one, else the capital."""
    if not _is_at(group[0], scan, lexicon):
        return None
    own = next((h.entry.value for h in group if h.entry.topic == "city"), None)
    return own or gazetteer().capitals.get(group[0].entry.value)


def _is_at(palace: Hit, scan: Scan, lexicon: Lexicon) -> bool:
    """`at the White House`, `Beştepe'de`: a word of place stands beside a palace."""
    at = palace.first - 1
    if at > 0 and scan.tokens[at].folded in lexicon.adpositions["article"]:
        at -= 1
    before = scan.tokens[at].folded if at >= 0 else ""
    after = scan.tokens[palace.last + 1].folded if palace.last + 1 < len(scan.tokens) else ""
    return before in lexicon.adpositions["at"] or after in lexicon.adpositions["behind"]


def _is_a_capital(country: Hit, scan: Scan, lexicon: Lexicon) -> bool:
    """Whether a country's name means its capital: `the Qatari capital`; `in the Vatican`, which is one city."""
    is_one_city = country.entry.value in CITY_STATES and country.entry.detail != "people"
    return _has_capital_beside(country, scan, lexicon) or (is_one_city and _is_at(country, scan, lexicon))


def _has_capital_beside(country: Hit, scan: Scan, lexicon: Lexicon) -> bool:
    """`the Qatari capital`, `столица Катара`: the word stands right beside the country, or a little word between."""
    end, start = scan.tokens[country.last].end, scan.tokens[country.first].start
    before = fold(scan.text[max(0, start - NEAR_CAPITAL) : start], lexicon.language)
    after = fold(scan.text[end : end + NEAR_CAPITAL], lexicon.language)
    words = "|".join(re.escape(word) for word in sorted(lexicon.adpositions["capital"]))
    if re.search(rf"(?:{words})\w*\W+(?:\w{{1,3}}\W+)?$", before):
        return True
    behind = re.match(rf"\W*(?:(\w{{1,3}})\W*)?(?:{words})", after)
    return behind is not None and behind[1] not in lexicon.adpositions["before"]  # `Nga và Mỹ tại thủ đô Riyadh`
