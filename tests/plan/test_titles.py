"""Event titles: what a newsroom of each language would write, from facts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sitegen.model import Kind, Participant
from sitegen.plan.edition import join_words, make_edition
from sitegen.plan.library import make_site
from sitegen.plan.names import body_name
from sitegen.plan.titles import event_title, storyline_title
from tests.plan.sample import certain, make_claim, make_event, make_person, principal, sample_config, sample_library

DAY = certain(date(2025, 1, 1))


def title(language, event):
    library = sample_library()
    people = {
        **library.people,
        "donald-trump": make_person("donald-trump", "Donald Trump", "US", {}),
        "lai-van-an": make_person("lai-van-an", "Lai Van An", "VN", {}, is_known=False),
        "jean-de-la-tour": make_person("jean-de-la-tour", "Jean de la Tour", "FR", {}, is_known=False),
    }
    return event_title(
        make_site(replace(library, people=people, events={event.id: event}), sample_config()),
        make_edition(language),
        event,
    )


def event_of(kind, *people, **more):
    claim = make_claim("envoy-macron", 1, kind, (1,))
    return make_event("x", kind, DAY, people, (claim,), **more)


PUTIN = principal("vladimir-putin", "RU", "president")
TRUMP = principal("donald-trump", "US", "president")
TOKAYEV = principal("kassym-jomart-tokayev", "KZ", "president")
KISHIDA = principal("fumio-kishida", "JP", "prime-minister")
LAVROV = principal("sergei-lavrov", "RU", "foreign-minister")
UNKNOWN = principal("jean-de-la-tour", "FR", "diplomat")
VIETNAMESE = principal("lai-van-an", "VN", "diplomat")

CASES = [
    ("en", Kind.CALL, (PUTIN, TOKAYEV), {}, "Putin–Tokayev phone call"),
    ("fr", Kind.CALL, (PUTIN, TOKAYEV), {}, "Entretien téléphonique Poutine–Tokaïev"),
    ("id", Kind.CALL, (PUTIN, TOKAYEV), {}, "Percakapan telepon Putin–Tokayev"),
    ("en", Kind.CALL, (PUTIN, TOKAYEV, KISHIDA), {}, "Phone call: Putin, Tokayev and Kishida"),
    ("en", Kind.CALL, (PUTIN, TOKAYEV, KISHIDA, TRUMP), {}, "Phone call: Putin, Tokayev and 2 others"),
    ("en", Kind.CALL, (PUTIN, UNKNOWN), {}, "Putin–de la Tour phone call"),
    ("en", Kind.CALL, (PUTIN, VIETNAMESE), {}, "Putin–Lai Van An phone call"),
    ("en", Kind.CALL, (PUTIN,), {"countries": ("IN", "RU")}, "Putin–India phone call"),
    ("en", Kind.CALL, (), {"countries": ("IN", "RU")}, "India–Russia phone call"),
    ("en", Kind.CALL, (PUTIN, LAVROV, TOKAYEV), {}, "Putin–Tokayev phone call"),
    ("en", Kind.MEETING, (PUTIN, TRUMP), {"place": "anchorage"}, "Putin–Trump meeting, Anchorage"),
    ("en", Kind.VISIT, (TRUMP,), {"place": "hanoi"}, "Trump visits Vietnam"),
    ("fr", Kind.VISIT, (TRUMP,), {"countries": ("US", "VN")}, "Viêt Nam : Trump en visite"),
    ("en", Kind.VISIT, (TRUMP,), {"place": "anchorage"}, "Trump visits Anchorage"),
    ("en", Kind.TALKS, (LAVROV, TRUMP), {}, "Russia–United States talks"),
    (
        "en",
        Kind.SUMMIT,
        (PUTIN, TRUMP),
        {"bodies": ("ASEAN",), "place": "kuala-lumpur"},
        "{ASEAN} summit, Kuala Lumpur",
    ),
    ("fr", Kind.SIGNING, (PUTIN, TOKAYEV), {}, "Signature d’un accord Russie–Kazakhstan"),
    ("en", Kind.MESSAGE, (PUTIN, TRUMP), {}, "Putin’s message to Trump"),
    ("en", Kind.STATEMENT, (TRUMP,), {}, "Statement: Trump"),
    ("en", Kind.STATEMENT, (TRUMP, PUTIN), {}, "Joint statement: Trump and Putin"),
    ("fa", Kind.TALKS, (PUTIN, TOKAYEV, KISHIDA), {}, "مذاکرات: روسیه، قزاقستان و ژاپن"),
    ("fa", Kind.TALKS, (PUTIN, TOKAYEV, KISHIDA, TRUMP), {}, "مذاکرات: روسیه، قزاقستان و ۲ طرف دیگر"),
    ("ru", Kind.VISIT, (TRUMP,), {"place": "hanoi"}, "Визит: Trump – Вьетнам"),
    ("en", Kind.VOTE, (), {"bodies": ("UNGA",), "countries": ("UA",)}, "Vote: {UNGA}"),
]


@pytest.mark.parametrize(("language", "kind", "people", "more", "expected"), CASES)
def test_titles_are_made_from_facts(language, kind, people, more, expected):
    """A title names the people of what people do and the states of what states do, in the edition's own forms."""
    # How a body is called is the business of the language's table of places.
    bodies = {key: body_name(make_edition(language), key) for key in ("UNGA", "ASEAN")}

    assert title(language, event_of(kind, *people, **more)) == expected.format(**bodies)


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("es", ("francés", "indonesio"), "francés e indonesio"),
        ("es", ("Rusia", "China", "Irán"), "Rusia, China e Irán"),
        ("es", ("agua", "hielo"), "agua y hielo"),
        ("es", ("indonesio", "francés"), "indonesio y francés"),
        ("fa", ("ایران", "روسیه", "عمان"), "ایران، روسیه و عمان"),
        ("fa", ("ایران",), "ایران"),
        ("de", ("Iran", "Oman"), "Iran und Oman"),
    ],
)
def test_lists_are_joined_as_newsrooms_write_them(language, words, expected):
    """Spanish "y" is "e" before the sound i; Persian has no comma before its "and"."""
    assert join_words(make_edition(language), words) == expected


def test_a_corrected_title_wins():
    """The title that a user gives in one language stands there and nowhere else."""
    event = event_of(Kind.CALL, PUTIN, TOKAYEV, title_override={"en": "A call"})

    assert title("en", event) == "A call"
    assert title("id", event) == "Percakapan telepon Putin–Tokayev"


def test_a_body_is_a_side():
    """An organisation that someone speaks for is that side's name where states act."""
    speaker = Participant("emmanuel-macron", None, "EU", "president", (), is_principal=True)

    assert title("en", event_of(Kind.TALKS, speaker, LAVROV)).endswith("–Russia talks")


def test_a_storyline_is_named_by_its_parties(site):
    """The same two parties in each language: Iran and Russia."""
    storyline = site.library.storylines["ir-ru"]

    assert storyline_title(make_edition("en"), storyline) == "Iran–Russia talks"
    assert storyline_title(make_edition("fr"), storyline) == "Pourparlers Iran–Russie"
    assert storyline_title(make_edition("id"), storyline) == "Pembicaraan Iran–Rusia"
