"""Library values → schema.org nodes, with ids that are the same on every page of the site."""

from __future__ import annotations

from typing import Any

from sitegen.model import Article, Event, Kind, Stance, Storyline
from sitegen.plan import urls
from sitegen.plan.edition import Edition, country_name
from sitegen.plan.frame import public
from sitegen.plan.library import Site, reports_of
from sitegen.plan.lines import article_title
from sitegen.plan.names import body_name, full_name, place_country, place_name
from sitegen.plan.roles import role_name
from sitegen.plan.titles import event_title, storyline_title

AT_A_DISTANCE = frozenset({Kind.CALL, Kind.MESSAGE})


def person_id(site: Site, edition: Edition, person: str) -> str:
    """Return the id of a person's node."""
    return public(site, urls.person(edition.code, person)) + "#person"


def event_id(site: Site, edition: Edition, event: str) -> str:
    """Return the id of an event's node."""
    return public(site, urls.event(edition.code, event)) + "#event"


def event_node(site: Site, edition: Edition, event: Event, description: str, image: str = "") -> dict[str, Any]:
    """Return the Event node of an event whose date is known at least to the year, else {}; `image` is its card."""
    start = start_date(event)
    if not start:
        return {}
    here = public(site, urls.event(edition.code, event.id))
    end = event.end.isoformat() if event.end else (event.when.day.isoformat() if event.when.day else "")
    node: dict[str, Any] = {
        "@type": "Event",
        "@id": f"{here}#event",
        "url": here,
        "name": event_title(site, edition, event),
        "description": description,
        "inLanguage": edition.code,
        "startDate": start,
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/"
        + ("OnlineEventAttendanceMode" if event.kind in AT_A_DISTANCE else "OfflineEventAttendanceMode"),
        "location": _location(edition, event, here),
        "keywords": event.kind.value if event.stance is Stance.REPORTED else f"{event.kind.value}, announced",
        "attendee": [_attendee(site, edition, p.person, p.country, p.body) for p in event.participants],
        "subjectOf": [article_ref(site, article) for article in reports_of(site, event)],
    }
    if end:
        node["endDate"] = end
    if image:
        node["image"] = image
    stories = [site.library.storylines[key] for key in event.storylines if key in site.library.storylines]
    if stories:
        node["superEvent"] = [storyline_ref(site, edition, story) for story in stories]
    return node


def start_date(event: Event) -> str:
    """Return the day, month or year that the date is known to, "" where it spans more."""
    when = event.when
    if when.earliest is None or when.latest is None or when.earliest.year != when.latest.year:
        return ""
    if when.day is not None:
        return when.day.isoformat()
    if when.earliest.month == when.latest.month:
        return f"{when.earliest:%Y-%m}"
    return f"{when.earliest:%Y}"


def _location(edition: Edition, event: Event, here: str) -> dict[str, Any]:
    if event.place:
        node: dict[str, Any] = {"@type": "Place", "name": place_name(edition, event.place)}
        country = place_country(event.place)
        if country:
            node["address"] = {"@type": "PostalAddress", "addressCountry": country}
        return node
    if event.kind in AT_A_DISTANCE:
        return {"@type": "VirtualLocation", "url": here}
    return {"@type": "Place", "name": edition.words.gettext("not stated in these reports")}


def _attendee(site: Site, edition: Edition, person: str, country: str | None, body: str | None) -> dict[str, Any]:
    if person in site.library.people:
        known = site.library.people[person]
        at = public(site, urls.person(edition.code, person))
        return {"@type": "Person", "@id": f"{at}#person", "name": full_name(edition, known), "url": at}
    if body or not country:
        return {"@type": "Organization", "name": body_name(edition, body) if body else person}
    at = public(site, urls.country(edition.code, country))
    return {"@type": "Country", "@id": f"{at}#country", "name": country_name(edition, country), "url": at}


def storyline_ref(site: Site, edition: Edition, storyline: Storyline) -> dict[str, Any]:
    """Return a reference to a storyline as the larger event."""
    at = public(site, urls.storyline(edition.code, storyline.id))
    return {"@type": "Event", "@id": f"{at}#event", "name": storyline_title(edition, storyline), "url": at}


def article_ref(site: Site, article: Article) -> dict[str, Any]:
    """Return a reference to a report."""
    at = public(site, urls.article(article.language, article.id))
    kind = "NewsArticle" if article.published else "CreativeWork"
    return {"@type": kind, "@id": f"{at}#article", "name": article_title(article), "url": at}


def article_node(site: Site, article: Article) -> dict[str, Any]:
    """Return the node of a report: a NewsArticle, or a CreativeWork where the day of publication is not known."""
    here = public(site, urls.article(article.language, article.id))
    node: dict[str, Any] = {
        "@type": "NewsArticle" if article.published else "CreativeWork",
        "@id": f"{here}#article",
        "url": here,
        "headline": article_title(article),
        "inLanguage": article.language,
        "about": [
            {"@type": "Event", "@id": event_id(site, _edition_for(site, article.language), event_id_)}
            for event_id_ in site.events_of_article.get(article.id, ())
        ],
    }
    if article.published:
        node["datePublished"] = article.published.day.isoformat()
        node["dateModified"] = (article.modified or article.published).day.isoformat()
    if article.outlet:
        node["publisher"] = {"@type": "NewsMediaOrganization", "name": article.outlet, "@id": f"{here}#publisher"}
    if article.author:
        node["author"] = {"@type": "Person", "name": article.author, "@id": f"{here}#author"}
    if article.url:
        node["isBasedOn"] = article.url
    return node


def person_node(site: Site, edition: Edition, person: str) -> dict[str, Any]:
    """Return the Person node of a person."""
    known = site.library.people[person]
    here = public(site, urls.person(edition.code, person))
    name = full_name(edition, known)
    others = sorted({*known.names.values(), *(s.text for s in known.spellings)} - {name})
    node: dict[str, Any] = {"@type": "Person", "@id": f"{here}#person", "name": name, "url": here}
    if others:
        node["alternateName"] = others
    if known.country:
        node["nationality"] = {"@type": "Country", "name": country_name(edition, known.country)}
    offices = sorted({role_name(edition, office.role, office.of, person) for office in known.offices})
    if offices:
        node["jobTitle"] = offices
    return node


def _edition_for(site: Site, language: str) -> Edition:
    return next((edition for edition in site.editions if edition.code == language), site.default)
