"""The catalogues: every word of every template and module, with the same placeholders."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po

from sitegen.errors import TableError
from sitegen.locales import load_words
from sitegen.plan.edition import make_edition
from sitegen.plan.inflect import cases_of

REPOSITORY = Path(__file__).resolve().parents[2]
CATALOGUES = sorted((REPOSITORY / "sitegen" / "locales").glob("*.po"), key=lambda path: path.name)
# A name may ask for a case of its own language: %(a:of)s is still the name `a`.
PLACEHOLDER = re.compile(r"%\((\w+)(?::\w+)?\)s|%(?!\()")
CASE = re.compile(r"%\(\w+:(\w+)\)s")


@cache
def used_words():
    """Return (context, msgid, plural) of every word that templates and modules ask for."""
    with (REPOSITORY / "babel.cfg").open(encoding="utf-8") as stream:
        methods, options = parse_mapping_cfg(stream)
    rows = extract_from_dir(
        REPOSITORY, methods, options, directory_filter=lambda path: not Path(path).name.startswith(".")
    )
    found = set()
    for _, _, message, _, context in rows:
        one, many = message if isinstance(message, tuple) else (message, "")
        found.add((context or "", one, many))
    return found


def test_words_are_found_at_all():
    """The extraction reads templates, their parts, and modules."""
    found = {msgid for _, msgid, _ in used_words()}

    assert {"Skip to the content", "On the map", "Events over time; the list has the same"} <= found


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_catalogue_is_complete(path):
    """A catalogue has every word, none is empty or fuzzy, and each form has the placeholders of its original."""
    with path.open("rb") as stream:
        catalog = read_po(stream, locale=path.stem)
    forms = load_words(path.stem).forms

    missing = sorted((c, m) for c, m, _ in used_words() if (c, m) not in forms)
    spare = sorted(key for key in forms if key not in {(c, m) for c, m, _ in used_words()})

    assert missing == []
    assert spare == []
    assert not [message.id for message in catalog if message.id and message.fuzzy]
    for context, one, many in used_words():
        wanted = set(PLACEHOLDER.findall(one)) | set(PLACEHOLDER.findall(many))
        for form in forms[context, one]:
            had = set(PLACEHOLDER.findall(form))
            # A plural form may say its number in a word: "one event".
            assert had == wanted or (many and had == wanted - {"count"}), (context, one, form)


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_patterns_ask_for_cases_that_the_language_has(path):
    """A case that neither the table nor the rules of a language give would stop the build of some title."""
    known = {*cases_of(make_edition(path.stem)), "nth"}
    asked = {case for forms in load_words(path.stem).forms.values() for form in forms for case in CASE.findall(form)}

    assert asked <= known


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.stem)
def test_a_plural_has_as_many_forms_as_its_language(path):
    """Every plural class that the rule can give has a form."""
    words = load_words(path.stem)
    classes = {words.plural_class(n) for n in range(200)}

    for context, one, many in used_words():
        if many:
            assert len(words.forms[context, one]) == max(classes) + 1, (context, one)


def test_a_missing_word_is_an_error():
    """No word falls back to another language."""
    with pytest.raises(TableError, match="no translation"):
        load_words(CATALOGUES[0].stem).gettext("a word that no catalogue has")


def test_a_language_without_catalogue_is_an_error():
    """The message names the setting to change."""
    with pytest.raises(TableError, match="languages"):
        load_words("xx")
