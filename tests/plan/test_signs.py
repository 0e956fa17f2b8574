"""Signs between words: commas, colons, brackets and spaces are the edition's own, everywhere."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from sitegen.locales import load_words
from sitegen.locales.typeset import typeset
from sitegen.plan import plan_site
from sitegen.plan.edition import comma, in_brackets, make_edition
from sitegen.render import render_site
from tests.plan.sample import sample_config, sample_library

REPOSITORY = Path(__file__).resolve().parents[2]
CALL = "2024-07-22-call-ir-kz"
# A comma, semicolon, colon or bracket that a template or a module sets between two words itself.
IN_TEMPLATE = re.compile(r"[%}]\}[,;:] ?[{<]|\{%[^%]*%\}, |join\(\"[,;]|\}\} \(\{\{")
IN_MODULE = re.compile(r"\"[,;] \"\.join|f\"[^\"]*\}(?:, | \(|: )\{")


@cache
def pages(*languages):
    config = sample_config(languages=languages)
    return {file.path: file.data for file in render_site(plan_site(sample_library(), config), config)}


def event_page(language):
    return pages("ar", "en", "fr", "zh")[f"{language}/events/{CALL}.html"].decode("utf-8")


@pytest.mark.parametrize("path", sorted((REPOSITORY / "templates").rglob("*.html")), ids=lambda path: path.name)
def test_templates_take_signs_from_the_edition(path):
    """No template joins two values with a sign of its own."""
    assert IN_TEMPLATE.findall(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", sorted((REPOSITORY / "sitegen" / "plan").rglob("*.py")), ids=lambda path: path.stem)
def test_modules_take_signs_from_the_edition(path):
    """No words for readers are joined with a sign of one language; tables of data and messages are not for readers."""
    if path.stem in ("exports", "about"):
        pytest.skip("CSV cells, and messages of the program in English")

    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if "families=" not in line]  # of fonts, CSS
    assert IN_MODULE.findall("\n".join(lines)) == []


@pytest.mark.parametrize(
    ("language", "joined", "bracketed"),
    [("en", "a, b", "x (y)"), ("ar", "a، b", "x (y)"), ("zh", "a、b", "x（y）"), ("ja", "a、b", "x（y）")],
)
def test_rows_and_brackets_are_the_scripts_own(language, joined, bracketed):
    """Arabic turns its comma, Chinese and Japanese set full-width signs without spaces."""
    edition = make_edition(language)

    assert (joined, bracketed) == (comma(edition).join("ab"), in_brackets(edition, "x", "y"))


def test_an_event_page_has_the_signs_of_its_edition():
    """What follows from a report's words stands behind the colon of the script, an outlet before its comma."""
    assert "يذكر يوم الأسبوع: <q><bdi" in event_page("ar")
    assert "</b>، <" in event_page("ar") or "</b>، " in event_page("ar")
    assert re.search(r"</b>，", event_page("zh"))
    assert re.search(r"：<q><bdi lang=", event_page("zh"))
    assert re.search("\u00a0: <q><bdi lang=", event_page("fr"))
    assert "; " not in re.findall(r"未[^<]*。", event_page("zh"))


def test_quotation_marks_are_those_of_the_page():
    """They stand around the foreign words, not within them, in the form of the edition's language."""
    style = (REPOSITORY / "static" / "site.css").read_text(encoding="utf-8")

    assert '<q><bdi lang="fr" dir="ltr">lundi 22 mai</bdi></q>' in event_page("ar")
    for language, opening in {"de": "„", "fr": "«", "ar": "«", "ja": "「", "ru": "«"}.items():
        assert re.search(rf"html:lang\({language}\)[^{{]*\{{ quotes: \"{opening}", style)


def test_french_words_break_before_no_sign():
    """A thin unbreaking space before ; ! ?, a full one before the colon and within guillemets."""
    for forms in load_words("fr").forms.values():
        for form in forms:
            assert not re.search(r" [;:!?»]|« ", form), form

    assert typeset("fr", "« Oui » : quoi ? non ; n° 2") == "«\u00a0Oui\u00a0»\u00a0: quoi\u202f? non\u202f; n°\u00a02"
    assert typeset("en", "a : b ?") == "a : b ?"


def test_a_dash_in_russian_does_not_begin_a_line():
    """The space before the dash holds; the one behind it may break."""
    assert typeset("ru", "визит — ответ") == "визит\u00a0— ответ"
