"""A sentence of a page's own about its paper → the paper: "The Heron is a registered charity"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from sitegen.ingest.fields.byline import is_given_name, looks_like_name
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_like_person,
    is_something_else,
    may_be_name,
    tidy,
)
from sitegen.ingest.fields.outlet_words import (
    has_outlet_word,
    names_role,
    small_words,
    stands_beside_names,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import SPACELESS, Lexicon
from sitegen.lang.table import reading_table

_LONGEST, _LONGEST_NAME = 180, 6  # characters of a sentence, words of a name
_LONGEST_TITLED, _LONGEST_SLOGAN = 3, 9  # words
_PARTED = re.compile(r"[|·•｜]")
_QUOTED = re.compile(r"[«“„\"](?P<name>[^«»“”„\"]{3,40})[»”“\"]")
_SHORTEST = 5  # letters of a name of one word
_LONGEST_SPACELESS = 12  # characters
_CLEAR, _LIKELY = 0.55, 0.5
_DASHES = frozenset("–—")
_STOPS = (". ", "! ", "? ", "। ", "؛ ", "。")


@dataclass(frozen=True, slots=True)
class Subject:
    """A name at the head of a sentence, and whether the rest says that it is a paper."""

    name: str
    is_paper: bool


def in_subjects(lines: Iterable[Line], lexicon: Lexicon, body: str) -> Iterator[Sighting]:
    """Yield the names that sentences under the text are about; `body` is the text, and whom it names is no paper."""
    for line in lines:
        found = find_subject(line.text, lexicon)
        if found is not None and found.name not in body:
            weight = _CLEAR if found.is_paper else _LIKELY
            is_titled = begins_with_article(found.name, lexicon)
            yield Sighting(found.name, "subject", weight, line.index, is_titled=is_titled)


def find_subject(text: str, lexicon: Lexicon) -> Subject | None:
    """Return the name that one of the sentences of a short line is about, if it may be a paper's."""
    if len(text) > _LONGEST:
        return None
    sentences = _sentences(text.strip(" *_>•"))
    for name, rest in (*(_split(sentence, lexicon) for sentence in sentences), _titled(sentences, lexicon)):
        if name and not _PARTED.search(name) and not names_role(rest, lexicon) and _may_be_paper(name, lexicon):
            is_paper = stands_beside_names(rest, lexicon)
            has_place = any(is_place(word, lexicon.language) for word in name.split())
            # "The latest news — in our group": a dash alone is no verb.
            is_verb = rest.split(maxsplit=1)[0] not in _DASHES if rest else False
            is_clear = is_verb and len(name.split()) > 1 and (has_place or not is_like_person(name, lexicon))
            if is_spaceless(name) and not has_outlet_word(name, lexicon):
                continue  # nothing shows that a name of papers ends there
            if is_paper or is_clear:
                return Subject(name, is_paper)
    return None


def find_person(text: str, lexicon: Lexicon) -> str:
    """Return the person whose work a short sentence tells: "Ada Wren is a professor at Pune"; else ""."""
    name, rest = _split(text.strip(" *_>•"), lexicon) if len(text) <= _LONGEST else ("", "")
    if not name or not names_role(rest, lexicon) or has_outlet_word(name, lexicon):
        return ""
    is_person = is_given_name(name, lexicon) and looks_like_name(name, lexicon)
    return name if len(name.split()) > 1 and (is_person or is_like_person(name, lexicon)) else ""


def _titled(sentences: list[str], lexicon: Lexicon) -> tuple[str, str]:
    """Return the name and the slogan of "Name. A weekly letter about ports."; else ""."""
    if len(sentences) != 2 or len(sentences[0].split()) > _LONGEST_TITLED:
        return "", ""
    name, rest = (sentence.strip(" .") for sentence in sentences)
    return (name, rest) if stands_beside_names(rest, lexicon) and len(rest.split()) <= _LONGEST_SLOGAN else ("", "")


def _sentences(text: str) -> list[str]:
    for stop in _STOPS:
        text = text.replace(stop, "\n")
    return text.split("\n")


def _split(sentence: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return what stands before and behind the first verb that follows a subject: "is", "est", "ist"; else ""."""
    known = _verbs(lexicon.language)
    if lexicon.language in SPACELESS:
        place = min((n for verb in known if 0 < (n := sentence.find(verb)) <= _LONGEST_SPACELESS), default=0)
        return tidy(sentence[:place]), sentence[place:]
    words = sentence.split()
    for place in range(1, min(len(words), _LONGEST_NAME + 1)):
        if words[place].strip(",،–—-").casefold() in known or words[place] in _DASHES:
            subject = " ".join(words[:place])
            quoted = _QUOTED.search(subject)  # "The site «Heron» is registered"
            return tidy(quoted["name"] if quoted else subject), " ".join(words[place:])
    return "", ""


@cache
def _verbs(language: str) -> frozenset[str]:
    # As written: Italian "è" is a verb, and "e" joins two words of a name.
    return frozenset(verb.casefold() for verb in reading_table(language).outlet_verbs)


def _may_be_paper(name: str, lexicon: Lexicon) -> bool:
    """Return whether a subject is written as a name throughout, and is no person, place or section."""
    if not may_be_name(name, lexicon) or is_something_else(name, lexicon):
        return False
    small, words = small_words(lexicon.language), name.split()
    is_cased = name.lower() != name.upper()
    # "This article is", "Die Autorin ist": only the first word is a capital's, or it is a small one.
    is_name = all(word[0].isupper() or not word[0].isalpha() or word.lower() in small for word in words)
    if is_cased and lexicon.language != "ru" and not is_name:
        return False
    if is_cased and len(words) == 1 and len(name) < _SHORTEST:
        return False  # "You are getting", "This is"
    if key_of(words[0], lexicon.language) in small and not begins_with_article(name, lexicon):
        return False
    return has_outlet_word(name, lexicon) or not is_given_name(name, lexicon)
