"""What newsrooms of each language call countries, bodies, offices and people, and the forms of names in a sentence."""

from __future__ import annotations

import pytest

from sitegen.data.gazetteer import COUNTRIES, LANGUAGES, gazetteer
from sitegen.errors import TableError
from sitegen.locales import usage
from sitegen.locales.usage import load_usage, women
from sitegen.plan.edition import country_name, make_edition
from sitegen.plan.headlines import party_noun, place_noun
from sitegen.plan.inflect import Noun, cases_of, in_case
from sitegen.plan.names import body_name, place_name, short_name, short_party
from sitegen.plan.roles import office_of, role_name
from tests.plan.sample import make_person


def person(key):
    """Return someone as the tables of people know them."""
    known = gazetteer().people[key]
    names = {language: forms[0] for language, forms in known.names.items()}
    country = next((office.of for office in known.offices if office.of in COUNTRIES), None)
    return make_person(key, names["en"], country, names)


@pytest.mark.parametrize(
    ("language", "code", "name", "short"),
    [
        ("en", "US", "United States", "US"),
        ("en", "TR", "Turkey", "Turkey"),
        ("de", "US", "USA", "USA"),
        ("de", "GB", "Großbritannien", "Großbritannien"),
        ("fr", "VN", "Vietnam", "Vietnam"),
        ("fr", "AE", "Émirats arabes unis", "Émirats"),
        ("ja", "US", "米国", "米国"),
        ("ja", "GB", "英国", "英国"),
        ("zh", "AE", "阿联酋", "阿联酋"),
        ("zh", "BA", "波黑", "波黑"),
        ("hi", "US", "अमेरिका", "अमेरिका"),
        ("vi", "US", "Mỹ", "Mỹ"),
        ("fa", "US", "آمریکا", "آمریکا"),
        ("ar", "SA", "السعودية", "السعودية"),
        ("id", "CN", "China", "China"),
        ("ru", "KR", "Южная Корея", "Южная Корея"),
        ("tr", "US", "ABD", "ABD"),
    ],
)
def test_countries_bear_the_names_of_the_press(language, code, name, short):
    """Not those of a list of territories: 阿联酋 and no 阿拉伯联合酋长国."""
    edition = make_edition(language)

    assert (name, short) == (country_name(edition, code), short_party(edition, code))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_name_shows_the_pattern_it_is_found_by(language):
    """The tables find words by their stems ("Еврокомисси*"); a stem is no name to show, nor is an id."""
    edition = make_edition(language)
    bodies = {key: body_name(edition, key) for key in gazetteer().bodies}
    cities = {key: place_name(edition, key) for key in gazetteer().cities}

    assert {key: name for key, name in (bodies | cities).items() if "*" in name or "'" in name} == {}
    assert {key: name for key, name in bodies.items() if name == key and "_" in key} == {}


@pytest.mark.parametrize(
    ("language", "role", "of", "holder", "words"),
    [
        ("zh", "president", "CN", "xi-jinping", "中国国家主席"),
        ("zh", "president", "FR", "emmanuel-macron", "法国总统"),
        ("zh", "prime-minister", "JP", "shigeru-ishiba", "日本首相"),
        ("zh", "foreign-minister", "US", "marco-rubio", "美国国务卿"),
        ("ja", "president", "VN", "luong-cuong", "ベトナム国家主席"),
        ("ja", "foreign-minister", "US", "marco-rubio", "米国国務長官"),
        ("vi", "president", "CN", "xi-jinping", "chủ tịch nước Trung Quốc"),
        ("vi", "president", "FR", "emmanuel-macron", "tổng thống Pháp"),
        ("vi", "party-leader", "VN", "to-lam", "tổng bí thư Đảng Cộng sản Việt Nam"),
        ("ru", "president", "KZ", "kassym-jomart-tokayev", "президент Казахстана"),
        ("ru", "president", "CN", "xi-jinping", "председатель КНР"),
        ("ru", "foreign-minister", "US", "marco-rubio", "госсекретарь США"),
        ("tr", "president", "US", "donald-trump", "ABD başkan"),
        ("tr", "president", "RU", "vladimir-putin", "Rusya devlet başkanı"),
        ("tr", "president", "KZ", "kassym-jomart-tokayev", "Kazakistan cumhurbaşkanı"),
        ("fa", "president", "IR", "masoud-pezeshkian", "رئیس‌جمهور ایران"),
        ("en", "monarch", "JP", "naruhito", "emperor, Japan"),
        ("en", "monarch", "GB", "elizabeth-ii", "queen, United Kingdom"),
        ("en", "foreign-minister", "US", "marco-rubio", "secretary of state, United States"),
        ("fr", "president", "MX", "claudia-sheinbaum", "présidente, Mexique"),
        ("fr", "president", "KZ", "kassym-jomart-tokayev", "président, Kazakhstan"),
        ("es", "president", "MX", "claudia-sheinbaum", "presidenta, México"),
        ("de", "foreign-minister", "DE", "annalena-baerbock", "Außenministerin, Deutschland"),
        ("de", "prime-minister", "IN", "narendra-modi", "Premierminister, Indien"),
        ("it", "prime-minister", "IT", "giorgia-meloni", "presidente del Consiglio, Italia"),
        ("ar", "prime-minister", "DK", "mette-frederiksen", "رئيسة الوزراء، الدنمارك"),
    ],
)
def test_offices_are_called_as_in_the_press_of_the_language(language, role, of, holder, words):
    """By country, as 国家主席 in China and 总统 elsewhere, and of a woman as the language says it of one."""
    assert "".join(office_of(make_edition(language), role, of, holder)) == words


def test_an_office_of_no_known_country_has_its_plain_word():
    """Where nothing says whose it is, the catalogue's word stands."""
    assert role_name(make_edition("zh"), "president") == "总统"
    assert role_name(make_edition("zh"), None) == ""
    assert role_name(make_edition("en"), "keeper-of-seals") == "keeper of seals"


@pytest.mark.parametrize(
    ("language", "key", "short"),
    [
        ("en", "li-qiang", "Li Qiang"),
        ("vi", "li-qiang", "Lý Cường"),
        ("hi", "li-qiang", "ली कियांग"),
        ("ar", "li-qiang", "لي تشيانغ"),
        ("fa", "li-qiang", "لی چیانگ"),
        ("ru", "li-qiang", "Ли Цян"),
        ("ru", "xi-jinping", "Си Цзиньпин"),
        ("vi", "luong-cuong", "Lương Cường"),
        ("en", "luong-cuong", "Luong Cuong"),
        ("ru", "kim-jong-un", "Ким Чен Ын"),
        ("ja", "shigeru-ishiba", "石破"),
        ("zh", "shigeru-ishiba", "石破茂"),
        ("tr", "shigeru-ishiba", "İşiba"),
        ("en", "prabowo-subianto", "Prabowo"),
        ("en", "luiz-inacio-lula-da-silva", "Lula"),
        ("ar", "luiz-inacio-lula-da-silva", "لولا"),
        ("ar", "hossein-amir-abdollahian", "عبد اللهيان"),
        ("en", "mohammed-bin-salman", "Mohammed bin Salman"),
        ("en", "tamim-bin-hamad-al-thani", "Tamim bin Hamad"),
        ("ar", "tamim-bin-hamad-al-thani", "تميم بن حمد"),
        ("en", "paetongtarn-shinawatra", "Paetongtarn"),
        ("zh", "abdelmadjid-tebboune", "特本"),
        ("tr", "ali-bagheri-kani", "Bakıri Kani"),
        ("tr", "emomali-rahmon", "Rahman"),  # as Turkish, Persian and Arabic newsrooms write رحمان
        ("en", "viktor-orban", "Orbán"),
        ("en", "ursula-von-der-leyen", "von der Leyen"),
    ],
)
def test_headlines_call_people_as_their_newsrooms_do(language, key, short):
    """The family name where it stands last, the whole where it stands first, and never a given name alone by chance."""
    assert short_name(make_edition(language), person(key)) == short


@pytest.mark.parametrize(
    ("language", "case", "noun", "form"),
    [
        ("ru", "of", Noun("Зеленский", "person", "x"), "Зеленского"),
        ("ru", "to", Noun("Исиба", "person", "x"), "Исибе"),
        ("ru", "of", Noun("Моди", "person", "x"), "Моди"),
        ("ru", "of", Noun("Захарова", "person", "x", is_woman=True), "Захаровой"),
        ("ru", "to", Noun("Меркель", "person", "x", is_woman=True), "Меркель"),
        ("ru", "of", Noun("Trump", "person", "x"), "Trump"),
        ("tr", "of", Noun("Erdoğan", "person", "x"), "Erdoğan’ın"),
        ("tr", "to", Noun("Grossi", "person", "x"), "Grossi’ye"),
        ("tr", "of", Noun("Trudeau", "person", "x"), "Trudeau’nun"),
        ("tr", "in", Noun("Paris", "city", "paris"), "Paris’te"),
        ("tr", "from", Noun("ABD", "country", "US"), "ABD’den"),
        ("fr", "of", Noun("Erdogan", "person", "x"), "d’Erdogan"),
        ("it", "in", Noun("Istanbul", "city", "istanbul"), "a Istanbul"),
    ],
)
def test_names_stand_in_their_cases(language, case, noun, form):
    """Russian and Turkish by the ending of the name, Romance languages with their prepositions."""
    assert in_case(make_edition(language), case, noun) == form


@pytest.mark.parametrize(
    ("language", "case", "code", "form"),
    [
        ("fr", "in", "US", "aux États-Unis"), ("fr", "in", "IR", "en Iran"), ("fr", "in", "CU", "à Cuba"),
        ("fr", "of", "JP", "du Japon"), ("fr", "to", "IR", "à l’Iran"), ("fr", "of", "NATO", "de l’Otan"),
        ("de", "in", "TR", "in der Türkei"), ("de", "in", "NL", "in den Niederlanden"), ("de", "acc", "IR", "den Iran"),
        ("de", "in", "PH", "auf den Philippinen"),
        ("it", "in", "GB", "nel Regno Unito"), ("it", "of", "YE", "dello Yemen"),
        ("pt", "in", "IR", "no Irã"), ("pt", "to", "FR", "à França"), ("pt", "in", "PT", "em Portugal"),
        ("es", "of", "G7", "del G7"), ("es", "to", "EU", "a la UE"), ("en", "acc", "NL", "the Netherlands"),
        ("ru", "in", "PH", "на Филиппинах"), ("ru", "into", "VN", "во Вьетнам"),
        ("ru", "of", "SA", "Саудовской Аравии"),
        ("ru", "in", "EG", "в Египте"), ("ru", "to", "UNSC", "Совбезу ООН"),
    ],
)  # fmt: skip
def test_countries_stand_with_their_articles(language, case, code, form):
    """Each after the preposition that its name takes."""
    edition = make_edition(language)

    assert in_case(edition, case, party_noun(edition, code)) == form


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_and_city_has_every_case(language):
    """No title stops the build because a table lacks a class of articles."""
    edition = make_edition(language)
    nouns = [party_noun(edition, code) for code in (*COUNTRIES, *gazetteer().bodies)]
    nouns += [place_noun(edition, city) for city in gazetteer().cities]

    assert all(in_case(edition, case, noun) for case in cases_of(edition) for noun in nouns)


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_name_only_what_there_is(language):
    """A slip in an id would be silent: every id is a country, a body, a city, a person or a sort."""
    known = {*COUNTRIES, *gazetteer().bodies, *gazetteer().cities, "country", "body", "city", "person"}
    table = load_usage(language)
    used = {*table.names, *table.short, *table.articles, *(key for row in table.phrases.values() for key in row)}
    holders = {of for rows in (*table.offices.values(), *table.women.values()) for of in rows if of}

    assert used - known == set()
    assert holders - known - set(gazetteer().people) == set()
    held = {office.role for holder in gazetteer().people.values() for office in holder.offices}
    assert {*table.offices, *table.women} - held <= {"delegation-head"}  # who heads one holds no office


def test_women_are_people_of_the_tables():
    """And each stands in the list once."""
    listed = usage.read_toml("locales", "women.toml")["ids"]

    assert women() - set(gazetteer().people) == set()
    assert sorted(set(listed)) == listed


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ({"sings": {}}, "sings"),
        ({"signs": {"comma": ", ", "dot": "."}}, "form"),
        ({"short": {"US": "US"}, "articles": 1}, "form"),
    ],
)
def test_a_broken_table_of_usage_is_named(monkeypatch, table, words):
    """The message names the file and the section, and the build stops."""
    monkeypatch.setattr(usage, "read_toml", lambda *_: table)
    load_usage.cache_clear()

    with pytest.raises(TableError, match=words) as caught:
        load_usage("xx")

    assert caught.value.where == "sitegen/locales/xx.toml"
    load_usage.cache_clear()
