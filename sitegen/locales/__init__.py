"""A gettext catalogue → the interface words of one language; a word that is missing there is an error."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from gettext import c2py
from importlib.resources import files

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from sitegen.errors import TableError
from sitegen.locales.typeset import typeset

SOURCE_LANGUAGE = "en"  # the msgids are clear English sentences, so English needs no catalogue


@dataclass(frozen=True, slots=True, eq=False)  # a catalogue is the key of its Jinja environment
class Words:
    """The words of one language. The four lookups have the names and orders of gettext, so that Jinja can call them."""

    language: str
    forms: Mapping[tuple[str, str], tuple[str, ...]]  # (context, msgid) → its forms, one for each plural class
    plural_class: Callable[[int], int]

    def gettext(self, msgid: str) -> str:
        """Return the word. Raises TableError where the catalogue lacks it."""
        return self._find("", msgid)[0]

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the form for `count`. Raises TableError where the catalogue lacks it."""
        return self._choose("", one, many, count)

    def pgettext(self, context: str, msgid: str) -> str:
        """Return the word in a context. Raises TableError where the catalogue lacks it."""
        return self._find(context, msgid)[0]

    def npgettext(self, context: str, one: str, many: str, count: int) -> str:
        """Return the form for `count` in a context. Raises TableError where the catalogue lacks it."""
        return self._choose(context, one, many, count)

    def _choose(self, context: str, one: str, many: str, count: int) -> str:
        if self.language == SOURCE_LANGUAGE:
            return one if count == 1 else many
        forms = self._find(context, one)
        return forms[min(self.plural_class(count), len(forms) - 1)]

    def _find(self, context: str, msgid: str) -> tuple[str, ...]:
        if self.language == SOURCE_LANGUAGE:
            return (msgid,)
        try:
            return self.forms[context, msgid]
        except KeyError:
            label = f"“{msgid}”" + (f" ({context})" if context else "")
            raise TableError(
                f"the word {label} has no translation.",
                where=f"sitegen/locales/{self.language}.po",
                hint="Add it there, or leave the language out of `languages` in site.toml.",
            ) from None


def has_words(language: str) -> bool:
    """Return whether a catalogue for the language comes with sitegen."""
    return language == SOURCE_LANGUAGE or (files("sitegen") / "locales" / f"{language}.po").is_file()


@cache
def load_words(language: str) -> Words:
    """Return the words of a language. Raises TableError where it has no catalogue or a broken one."""
    if language == SOURCE_LANGUAGE:
        return Words(language, {}, lambda count: int(count != 1))
    path = files("sitegen") / "locales" / f"{language}.po"
    try:
        with path.open("rb") as stream:
            catalog = read_po(stream, locale=language, abort_invalid=True)
    except FileNotFoundError:
        raise TableError(
            f"there are no interface words for the language “{language}”.",
            where="sitegen/locales",
            hint="Leave it out of `languages` in site.toml, or add a catalogue.",
        ) from None
    return Words(language, _read_forms(language, catalog), c2py(catalog.plural_expr))


def _read_forms(language: str, catalog: Catalog) -> dict[tuple[str, str], tuple[str, ...]]:
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for message in catalog:
        msgid = message.id if isinstance(message.id, str) else message.id[0]
        found = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
        if msgid and found and all(found) and not message.fuzzy:
            forms[message.context or "", msgid] = tuple(typeset(language, form) for form in found)
    return forms
