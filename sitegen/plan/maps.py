"""Countries and places → the points and lines of a small world map, and the sentence that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import radians

from sitegen.data.gazetteer import City, gazetteer
from sitegen.model import Event
from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name, join_words
from sitegen.plan.links import Links
from sitegen.plan.names import place_name

WIDTH, HEIGHT = 300, 127
NORTH, SOUTH = 80.0, -56.0  # the strip of the world that states and their capitals lie in
MOST_LINES = 40
_HALF = 2.73540  # the projection's half width at the equator: 0.8707 π


@dataclass(frozen=True, slots=True)
class MapPoint:
    """A capital or a place; `href` is "" where it has no page."""

    x: float
    y: float
    label: str
    href: str
    is_place: bool


@dataclass(frozen=True, slots=True)
class MapLine:
    """Two countries in contact; the width grows with the number of their events."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class MapView:
    """A map over the picture of the world's land."""

    base: str
    width: int
    height: int
    points: tuple[MapPoint, ...]
    lines: tuple[MapLine, ...]
    sentence: str


def project(lat: float, lon: float) -> tuple[float, float]:
    """Return units of the picture for degrees (Natural Earth projection; Šavrič, Jenny, Patterson and others 2011)."""
    x, y = _natural_earth(lat, lon)
    top, bottom = _natural_earth(NORTH, 0)[1], _natural_earth(SOUTH, 0)[1]
    return round((x / _HALF + 1) * WIDTH / 2, 1), round((top - y) / (top - bottom) * HEIGHT, 1)


def _natural_earth(lat: float, lon: float) -> tuple[float, float]:
    phi, lam = radians(lat), radians(lon)
    p2 = phi * phi
    p4 = p2 * p2
    x = lam * (0.870700 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4)))
    y = phi * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4)))
    return x, y


def map_of_event(edition: Edition, links: Links, event: Event) -> MapView | None:
    """Return the map of an event's countries and place, None where fewer than two points are known."""
    capitals = _capitals(event.countries)
    place = gazetteer().cities.get(event.place) if event.place else None
    points = [_country_point(edition, links, code, city) for code, city in capitals]
    if place:
        x, y = project(place.lat, place.lon)
        points = [point for point in points if (point.x, point.y) != (x, y)]
        href = links.to(urls.place(edition.code, place.id))
        points.append(MapPoint(x, y, place_name(edition, place.id), href, is_place=True))
    if len(points) < 2:
        return None
    hub = points[-1] if place else points[0]
    lines = [MapLine(hub.x, hub.y, p.x, p.y, 1.2) for p in points if p is not hub] if place or len(points) == 2 else []
    return _view(edition, links, points, lines, join_words(edition, [point.label for point in points]))


def map_of_country(edition: Edition, links: Links, code: str, partners: Sequence[tuple[str, int]]) -> MapView | None:
    """Return the map of the countries that one was in contact with, None where there is none."""
    home = _capitals((code,))
    others = {other: (city, count) for other, count in partners[:MOST_LINES] for _, city in _capitals((other,))}
    if not home or not others:
        return None
    x, y = project(home[0][1].lat, home[0][1].lon)
    points = [MapPoint(x, y, country_name(edition, code), "", is_place=True)]
    lines = []
    for other, (city, count) in others.items():
        point = _country_point(edition, links, other, city)
        points.append(point)
        lines.append(MapLine(x, y, point.x, point.y, min(0.8 + 0.4 * count, 3.2)))
    return _view(edition, links, points, lines, join_words(edition, [point.label for point in points]))


def map_of_pair(edition: Edition, links: Links, pair: tuple[str, str]) -> MapView | None:
    """Return the map of two countries, None where the capital of one is not known."""
    points = [_country_point(edition, links, code, city) for code, city in _capitals(pair)]
    if len(points) < 2:
        return None
    one, other = points
    line = MapLine(one.x, one.y, other.x, other.y, 1.6)
    return _view(edition, links, points, [line], join_words(edition, [point.label for point in points]))


def _view(edition: Edition, links: Links, points: Sequence[MapPoint], lines: Sequence[MapLine], names: str) -> MapView:
    sentence = edition.words.gettext("On the map: %(places)s.") % {"places": names}
    return MapView(links.to(urls.WORLD), WIDTH, HEIGHT, tuple(points), tuple(lines), sentence)


def _capitals(codes: Sequence[str]) -> list[tuple[str, City]]:
    known = gazetteer()
    found = ((code, known.capitals.get(code)) for code in codes)
    return [(code, known.cities[city]) for code, city in found if city]


def _country_point(edition: Edition, links: Links, code: str, city: City) -> MapPoint:
    x, y = project(city.lat, city.lon)
    return MapPoint(x, y, country_name(edition, code), links.to(urls.country(edition.code, code)), is_place=False)
