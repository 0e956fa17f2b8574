"""A role code → what the office is called in an edition's language."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from sitegen.locales.usage import women
from sitegen.plan.edition import Edition, make_edition
from sitegen.plan.inflect import Noun, cases_of, fill, in_case
from sitegen.plan.names import is_country, party_name

WHOLE = "="  # before an office that says itself whose it is: "председатель КНР"


def role_name(edition: Edition, role: str | None, of: str | None = None, person: str = "") -> str:
    """Return the name of an office, "" where none is known, and the code in words where no catalogue has it.

    `of` is the country or the organisation, as "president" is 国家主席 in China and 总统 elsewhere; `person` is the id
    of who holds it, as some languages say it otherwise of a woman.
    """
    if role is None:
        return ""
    usage = edition.usage
    tables = (usage.women, usage.offices) if person in women() else (usage.offices,)
    for rows in (table.get(role, {}) for table in tables):
        own = rows.get(person) or rows.get(of or "") or rows.get("")
        if own:
            return own.removeprefix(WHOLE)
    return _role_names(edition.code).get(role, role.replace("-", " "))


def office_of(edition: Edition, role: str, of: str, person: str = "") -> tuple[str, str, str]:
    """Return an office with whose it is, in three pieces: what stands before the name of that, the name, the rest.

    Of an office that says itself whose it is, the name is "".
    """
    name = Noun(party_name(edition, of), "country" if is_country(edition, of) else "body", of)
    words = role_name(edition, role, of, person)
    tables = (edition.usage.women, edition.usage.offices)
    if any(rows.get(role, {}).get(of) == WHOLE + words for rows in tables):
        return words, "", ""
    # Translators: an office and the country or organisation it belongs to: "president, Iran".
    text = fill(edition, edition.words.pgettext("office", "%(role)s, %(of)s"), role=words, of=name)
    forms = {name.text, *(in_case(edition, case, name) for case in cases_of(edition))}
    form = max((form for form in forms if form in text), key=lambda form: (len(form), form))
    before, _, after = text.rpartition(form)
    return before, form, after


@cache
def _role_names(language: str) -> dict[str, str]:
    pgettext = make_edition(language).words.pgettext
    return {**_heads(pgettext), **_ministers(pgettext), **_others(pgettext)}


def _heads(pgettext: Callable[[str, str], str]) -> dict[str, str]:
    return {
        "president": pgettext("office", "president"),
        "president-elect": pgettext("office", "president-elect"),
        "acting-president": pgettext("office", "acting president"),
        "interim-president": pgettext("office", "interim president"),
        "former-president": pgettext("office", "former president"),
        "vice-president": pgettext("office", "vice-president"),
        "first-vice-president": pgettext("office", "first vice-president"),
        "monarch": pgettext("office", "monarch"),
        "crown-prince": pgettext("office", "crown prince"),
        "supreme-leader": pgettext("office", "supreme leader"),
        "leader": pgettext("office", "leader"),
        "pope": pgettext("office", "pope"),
        "prime-minister": pgettext("office", "prime minister"),
        "acting-prime-minister": pgettext("office", "acting prime minister"),
        "deputy-prime-minister": pgettext("office", "deputy prime minister"),
        "former-prime-minister": pgettext("office", "former prime minister"),
        "chancellor": pgettext("office", "chancellor"),
    }


def _ministers(pgettext: Callable[[str, str], str]) -> dict[str, str]:
    return {
        "foreign-minister": pgettext("office", "foreign minister"),
        "acting-foreign-minister": pgettext("office", "acting foreign minister"),
        "deputy-foreign-minister": pgettext("office", "deputy foreign minister"),
        "defence-minister": pgettext("office", "defence minister"),
        "deputy-defence-minister": pgettext("office", "deputy defence minister"),
        "finance-minister": pgettext("office", "finance minister"),
        "economy-minister": pgettext("office", "economy minister"),
        "trade-minister": pgettext("office", "trade minister"),
        "energy-minister": pgettext("office", "energy minister"),
        "interior-minister": pgettext("office", "interior minister"),
        "justice-minister": pgettext("office", "justice minister"),
        "minister": pgettext("office", "minister"),
        "deputy-minister": pgettext("office", "deputy minister"),
        "national-security-adviser": pgettext("office", "national security adviser"),
    }


def _others(pgettext: Callable[[str, str], str]) -> dict[str, str]:
    return {
        "security-council-secretary": pgettext("office", "secretary of the security council"),
        "presidential-aide": pgettext("office", "presidential aide"),
        "chief-of-staff": pgettext("office", "chief of staff"),
        "presidential-spokesperson": pgettext("office", "presidential spokesperson"),
        "spokesperson": pgettext("office", "spokesperson"),
        "special-envoy": pgettext("office", "special envoy"),
        "ambassador": pgettext("office", "ambassador"),
        "permanent-representative": pgettext("office", "permanent representative"),
        "charge-daffaires": pgettext("office", "chargé d’affaires"),
        "parliament-speaker": pgettext("office", "speaker of parliament"),
        "party-leader": pgettext("office", "party leader"),
        "secretary-general": pgettext("office", "secretary-general"),
        "deputy-secretary-general": pgettext("office", "deputy secretary-general"),
        "director-general": pgettext("office", "director-general"),
        "commission-president": pgettext("office", "president of the commission"),
        "council-president": pgettext("office", "president of the council"),
        "high-representative": pgettext("office", "high representative"),
        "executive-director": pgettext("office", "executive director"),
        "cardinal": pgettext("office", "cardinal"),
        "secretary-of-state": pgettext("office", "secretary of state (Vatican)"),
        "governor": pgettext("office", "governor"),
        "general": pgettext("office", "general"),
        "intelligence-chief": pgettext("office", "head of intelligence"),
        "nuclear-chief": pgettext("office", "head of the atomic energy agency"),
        "central-bank-governor": pgettext("office", "central bank governor"),
        "negotiator": pgettext("office", "negotiator"),
        "delegation-head": pgettext("office", "head of delegation"),
        "diplomat": pgettext("office", "diplomat"),
        "former-minister": pgettext("office", "former minister"),
        "first-lady": pgettext("office", "first lady"),
    }
