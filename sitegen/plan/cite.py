"""How to cite an event: in words, for reference managers, and as metadata that Zotero reads from the page."""

from __future__ import annotations

from sitegen.model import Event
from sitegen.plan import urls
from sitegen.plan.dates import format_day, show_when
from sitegen.plan.edition import Edition, capital, in_brackets
from sitegen.plan.frame import Meta, public
from sitegen.plan.library import Site, title_of_site
from sitegen.plan.titles import event_title


def cite_words(site: Site, edition: Edition, event: Event) -> str:
    """Return the citation: title, date of the event, site, date of the site's state."""
    parts = [
        in_brackets(edition, event_title(site, edition, event), show_when(edition, event.when, event.end).text),
        title_of_site(site, edition),
    ]
    if site.config.publisher:
        parts.append(site.config.publisher)
    if site.built:
        state = edition.words.gettext("as of %(day)s") % {"day": format_day(edition, site.built)}
        parts.append(capital(edition, state))
    stop = edition.usage.signs.stop
    return stop.join(part.rstrip(".") for part in parts) + stop.strip()  # a Russian date ends with a stop of its own


def citation_metas(site: Site, edition: Edition, event: Event) -> tuple[Meta, ...]:
    """Return the `citation_*` tags of the event's page."""
    found = [
        Meta("citation_title", event_title(site, edition, event)),
        Meta("citation_language", edition.code),
        Meta("citation_publisher", site.config.publisher or title_of_site(site, edition)),
        Meta("citation_author", site.config.publisher or title_of_site(site, edition)),
    ]
    if site.built:
        found.append(Meta("citation_publication_date", f"{site.built:%Y/%m/%d}"))
    if site.config.base_url:
        found.append(Meta("citation_public_url", public(site, urls.event(edition.code, event.id))))
    return tuple(found)
