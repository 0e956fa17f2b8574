"""Event titles: what a newsroom of each language would write, from facts alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sitegen.data.gazetteer import gazetteer
from sitegen.model import Kind, Participant
from sitegen.plan.edition import join_words, make_edition
from sitegen.plan.library import make_site
from sitegen.plan.titles import event_title, storyline_title
from tests.plan.sample import certain, make_claim, make_event, make_person, principal, sample_config, sample_library

DAY = certain(date(2025, 1, 1))


KNOWN = {
    "claudia-sheinbaum": "MX",
    "hossein-amir-abdollahian": "IR",
    "li-qiang": "CN",
    "mohammed-bin-salman": "SA",
    "xi-jinping": "CN",
}


def known_person(key, country):
    """Return someone as the tables of people name them."""
    names = {language: forms[0] for language, forms in gazetteer().people[key].names.items()}
    return make_person(key, names["en"], country, names)


def title(language, event):
    library = sample_library()
    people = {
        **library.people,
        "donald-trump": make_person("donald-trump", "Donald Trump", "US", {}),
        **{key: known_person(key, country) for key, country in KNOWN.items()},
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

XI = principal("xi-jinping", "CN", "president")
LI = principal("li-qiang", "CN", "prime-minister")
MBS = principal("mohammed-bin-salman", "SA", "prime-minister")
AMIR = principal("hossein-amir-abdollahian", "IR", "foreign-minister")
SHEINBAUM = principal("claudia-sheinbaum", "MX", "president")
ROUND = {"countries": ("IR", "US"), "place": "rome"}

CASES = [
    ("en", Kind.CALL, (PUTIN, TOKAYEV), {}, "Putin–Tokayev phone call"),
    ("fr", Kind.CALL, (PUTIN, TOKAYEV), {}, "Entretien téléphonique Poutine–Tokaïev"),
    ("id", Kind.CALL, (PUTIN, TOKAYEV), {}, "Percakapan telepon Putin–Tokayev"),
    ("ru", Kind.CALL, (PUTIN, TOKAYEV), {}, "Телефонный разговор Путина и Токаева"),
    ("ru", Kind.CALL, (SHEINBAUM, PUTIN), {}, "Телефонный разговор Шейнбаум и Путина"),
    ("hi", Kind.CALL, (TOKAYEV, PUTIN), {}, "Tokayev और Putin की फ़ोन पर बातचीत"),
    ("en", Kind.CALL, (PUTIN, TOKAYEV, KISHIDA), {}, "Putin–Tokayev–Kishida phone call"),
    ("ru", Kind.CALL, (PUTIN, TOKAYEV, SHEINBAUM), {}, "Телефонный разговор Путина, Токаева и Шейнбаум"),
    ("en", Kind.CALL, (PUTIN, TOKAYEV, KISHIDA, TRUMP), {}, "Phone call: Putin, Tokayev and 2 others"),
    ("en", Kind.CALL, (PUTIN, UNKNOWN), {}, "Putin–de la Tour phone call"),
    ("en", Kind.CALL, (PUTIN, VIETNAMESE), {}, "Putin–Lai Van An phone call"),
    ("en", Kind.CALL, (PUTIN,), {"countries": ("IN", "RU")}, "Putin–India phone call"),
    ("en", Kind.CALL, (), {"countries": ("IN", "RU")}, "India–Russia phone call"),
    ("en", Kind.CALL, (PUTIN, LAVROV, TOKAYEV), {}, "Putin–Tokayev phone call"),
    ("en", Kind.MEETING, (PUTIN, TRUMP), {"place": "anchorage"}, "Putin–Trump meeting in Anchorage"),
    ("it", Kind.MEETING, (PUTIN, TRUMP), {"place": "anchorage"}, "Incontro Putin–Trump ad Anchorage"),
    ("fr", Kind.MEETING, (PUTIN, TRUMP), {"place": "cairo"}, "Rencontre Poutine–Trump au Caire"),
    ("fr", Kind.MEETING, (PUTIN, TRUMP), {"place": "jakarta"}, "Rencontre Poutine–Trump à Jakarta"),
    ("pt", Kind.MEETING, (PUTIN, TRUMP), {"place": "cairo"}, "Encontro Putin–Trump no Cairo"),
    ("tr", Kind.MEETING, (PUTIN, TRUMP), {"place": "moscow"}, "Moskova’da Putin–Trump görüşmesi"),
    ("zh", Kind.MEETING, (PUTIN, XI), {"place": "moscow"}, "Putin与习近平在莫斯科会晤"),
    ("vi", Kind.MEETING, (PUTIN, XI), {"place": "moscow"}, "Putin và Tập Cận Bình gặp nhau tại Moskva"),
    ("en", Kind.VISIT, (TRUMP,), {"place": "hanoi"}, "Trump visits Vietnam"),
    ("en", Kind.VISIT, (LAVROV,), {"countries": ("RU", "US")}, "Lavrov visits the US"),
    ("fr", Kind.VISIT, (TRUMP,), {"countries": ("US", "VN")}, "Visite de Trump au Vietnam"),
    ("de", Kind.VISIT, (TRUMP,), {"countries": ("TR", "US")}, "Trump besucht die Türkei"),
    ("de", Kind.VISIT, (TRUMP,), {"countries": ("IR", "US")}, "Trump besucht den Iran"),
    ("it", Kind.VISIT, (LAVROV,), {"countries": ("RU", "US")}, "Visita di Lavrov negli Usa"),
    ("tr", Kind.VISIT, (TRUMP,), {"countries": ("US", "VN")}, "Trump’un Vietnam ziyareti"),
    ("ru", Kind.VISIT, (PUTIN,), {"place": "hanoi"}, "Визит Путина во Вьетнам"),
    ("ru", Kind.VISIT, (PUTIN,), {"countries": ("CU", "RU")}, "Визит Путина на Кубу"),
    ("en", Kind.VISIT, (TRUMP,), {"place": "anchorage"}, "Trump visits Anchorage"),
    ("en", Kind.TALKS, (LAVROV, TRUMP), {}, "Russia–US talks"),
    ("de", Kind.TALKS, (), ROUND, "Gespräche Iran–USA in Rom"),
    ("ru", Kind.TALKS, (), ROUND, "Переговоры Ирана и США в Риме"),
    ("ar", Kind.TALKS, (), ROUND, "محادثات بين إيران والولايات المتحدة في روما"),
    ("ja", Kind.TALKS, (), ROUND, "イラン・米国協議（ローマ）"),
    ("zh", Kind.TALKS, (), ROUND, "伊朗与美国在罗马谈判"),
    (
        "en",
        Kind.SUMMIT,
        (PUTIN, TRUMP),
        {"bodies": ("ASEAN",), "place": "kuala-lumpur"},
        "ASEAN summit in Kuala Lumpur",
    ),
    ("fr", Kind.SUMMIT, (PUTIN, TRUMP), {"bodies": ("G7",)}, "Sommet du G7"),
    ("fr", Kind.SUMMIT, (PUTIN, TRUMP), {"bodies": ("ASEAN",)}, "Sommet de l’Asean"),
    ("de", Kind.SUMMIT, (PUTIN, TRUMP), {"bodies": ("EU",)}, "EU-Gipfel"),
    ("pt", Kind.SUMMIT, (PUTIN, TRUMP), {"bodies": ("BRICS",)}, "Cúpula do Brics"),
    ("fr", Kind.SIGNING, (PUTIN, TOKAYEV), {}, "Accord Russie–Kazakhstan signé"),
    ("en", Kind.MESSAGE, (PUTIN, TRUMP), {}, "Message from Putin to Trump"),
    ("fr", Kind.MESSAGE, (), {"countries": ("IR", "JP")}, "Message de l’Iran au Japon"),
    ("de", Kind.MESSAGE, (), {"countries": ("IR", "TR")}, "Botschaft vom Iran an die Türkei"),
    ("ru", Kind.MESSAGE, (PUTIN, TOKAYEV), {}, "Послание Путина Токаеву"),
    ("tr", Kind.MESSAGE, (PUTIN, TRUMP), {}, "Putin’den Trump’a mesaj"),
    ("en", Kind.STATEMENT, (TRUMP,), {}, "Statement by Trump"),
    ("en", Kind.STATEMENT, (TRUMP, PUTIN), {}, "Joint statement: Trump and Putin"),
    ("ru", Kind.STATEMENT, (PUTIN,), {}, "Заявление Путина"),
    ("fa", Kind.TALKS, (PUTIN, TOKAYEV, KISHIDA), {}, "مذاکرات روسیه، قزاقستان و ژاپن"),
    ("vi", Kind.TALKS, (PUTIN, TOKAYEV, KISHIDA), {}, "Đàm phán giữa Nga, Kazakhstan và Nhật Bản"),
    ("fa", Kind.TALKS, (PUTIN, TOKAYEV, KISHIDA, TRUMP), {}, "مذاکرات: روسیه، قزاقستان و ۲ طرف دیگر"),
    ("en", Kind.VOTE, (), {"bodies": ("UNGA",), "countries": ("UA",)}, "UN General Assembly vote"),
    ("ru", Kind.VOTE, (), {"bodies": ("UNGA",)}, "Голосование в Генассамблее ООН"),
    ("it", Kind.VOTE, (), {"bodies": ("UNSC",)}, "Voto al Consiglio di sicurezza dell’Onu"),
    # Whom a headline calls by which part of the name.
    ("en", Kind.MEETING, (LI, TRUMP), {}, "Li Qiang–Trump meeting"),
    ("ru", Kind.MEETING, (LI, PUTIN), {}, "Встреча Ли Цяна и Путина"),
    ("ar", Kind.MEETING, (LI, AMIR), {}, "لقاء بين لي تشيانغ وعبد اللهيان"),
    ("en", Kind.MEETING, (MBS, TRUMP), {}, "Mohammed bin Salman–Trump meeting"),
    ("zh", Kind.MEETING, (KISHIDA, XI), {}, "岸田文雄与习近平会晤"),
]


@pytest.mark.parametrize(("language", "kind", "people", "more", "expected"), CASES)
def test_titles_are_made_from_facts(language, kind, people, more, expected):
    """A title names the people of what people do and the states of what states do, in the edition's own forms."""
    assert title(language, event_of(kind, *people, **more)) == expected


def test_a_round_is_counted_as_the_language_counts():
    """Arabic, Persian and Hindi say it in words, Chinese and Japanese with their own counters."""
    claim = replace(make_claim("envoy-macron", 1, Kind.TALKS, (1,)), round=2)
    event = make_event("x", Kind.TALKS, DAY, (), (claim,), countries=("IR", "US"))

    assert title("en", event) == "Iran–US talks, round 2"
    assert title("ar", event) == "محادثات بين إيران والولايات المتحدة، الجولة الثانية"
    assert title("fa", event) == "مذاکرات ایران و آمریکا، دور دوم"
    assert title("ja", event) == "第2回イラン・米国協議"


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
    assert storyline_title(make_edition("fr"), storyline) == "Échanges Iran–Russie"
    assert storyline_title(make_edition("id"), storyline) == "Pembicaraan Iran–Rusia"
