"""Words of unknown origin are marked with the language that their letters allow."""

from __future__ import annotations

import pytest

from sitegen.plan.scripts import script_of, text_in_one_of


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Шойгу", "Cyrl"), ("谢尔盖·绍伊古", "Jpan"), ("セルゲイ", "Jpan"), ("شویگو", "Arab"), ("नवाज़", "Deva"),
        ("Nguyễn Minh", "Latn"), ("143–9–25", ""), ("", ""), ("BRICS в Казани", "Cyrl"),
    ],
)  # fmt: skip
def test_the_script_of_most_letters(text, script):
    """Digits and marks say nothing; one foreign word does not change the script of the rest."""
    assert script == script_of(text)


@pytest.mark.parametrize(
    ("text", "languages", "lang", "direction"),
    [
        ("Шахид", ["zh", "ru"], "ru", "ltr"),
        ("شهید", ["zh", "fa", "ar"], "fa", "rtl"),
        ("Шахид", ["zh"], "und-Cyrl", "ltr"),
        ("شهید", ["en"], "und-Arab", "rtl"),
        ("谢伊", ["ar"], "und-Hani", "ltr"),
        ("Masoud Pezeshkian", ["ru", "fr"], "fr", "ltr"),
        ("143–9–25", ["fa"], "und", "auto"),
    ],
)
def test_a_name_is_of_a_language_written_in_its_letters(text, languages, lang, direction):
    """The first language that fits, else the script alone; digits of no language go the way of their surroundings."""
    found = text_in_one_of(text, languages)
    assert (lang, direction) == (found.lang, found.dir)
