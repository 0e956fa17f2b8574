"""Rules by position, once the headline is known: before it, between it and the text, after the text, and repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from sitegen.ingest.clean.page import Drops, Page
from sitegen.ingest.fields.byline import read_byline
from sitegen.ingest.fields.outlet_name import is_something_else
from sitegen.ingest.fields.outlet_words import has_outlet_word, stands_beside_names
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.fields.subject import find_person, find_subject
from sitegen.ingest.lines import Line, Shape, key_of, size
from sitegen.ingest.phrases import Lexicon, find
from sitegen.ingest.stems import stems
from sitegen.lang.table import reading_table
from sitegen.model import BlockKind

# Leftovers that stand after an article, never inside one.
ENDS = frozenset({"comments", "tags", "legal", "about", "report", "origin"})
_LABELLED = re.compile(r"^(?P<label>[^:：.!?]{2,40})[:：]\s*(?P<rest>\S.{7,})$")
# "The Heron — a letter on trade", "Boletim Rio-Mar, edição de sexta": a comma parts only what begins small.
_DASH = re.compile(r"\s+[–—-]\s+|\s*[|｜]\s*|,\s+(?=[a-zß-öø-ÿа-яё])")
_LONGEST_NAME = 5  # words
_SYLLABLE = re.compile(r"[^\W\d_]+|\d+")
_BULLET = re.compile(r"^\s*(?:[-–—*•▪■●○]|\d{1,2}[.)])\s")
_SHARED = 0.25  # of a teaser's words may stand in the text by chance
_FEWEST_WORDS, _MANY_WORDS = 3, 4
_ONE_IN = 6  # words of a teaser without a label
_LONG_QUESTION = 7  # syllables
_FEW = 2  # teasers without a label; an article with more such lines has sub-headings of its own kind
_LONGEST_SUBHEADING = 40  # Latin letters
MOST_AFTER_END = 0.25  # of the paragraphs' characters; more than that after an end mark is no foot of a page


def repeats(page: Page) -> Drops:
    """Drop lines that a line before them has said, among them the headline and captions given twice."""
    seen: set[str] = set()
    drops: dict[int, str] = {}
    if page.title is not None:
        seen.add(_bare(page.title.key))
    for line in page.lines:
        key = _bare(line.key)
        if line is not page.title and len(key) >= 12 and key in seen and len(line.text) < 2000:
            drops[line.index] = "repeated"
        seen.add(key)
    return drops


def _bare(key: str) -> str:
    return re.sub(r"[\W_]+", " ", key).strip()


def before_headline(page: Page) -> Drops:
    """Drop what stands above the headline: kickers, names of the outlet, tickers."""
    if page.title is None:
        return {}
    return {
        line.index: "before-headline"
        for line in page.lines
        if line.index < page.title.index and line.shape is not Shape.PROSE
    }


def before_text(page: Page) -> Drops:
    """Drop what stands between headline and text and is too short for a standfirst, and bulleted captions there."""
    drops: dict[int, str] = {}
    for line in page.lines[: page.first_text]:
        if line is page.title or line.is_text or line.kind is BlockKind.STANDFIRST:
            continue
        if line.kind is BlockKind.TEXT and page.is_titled and _is_masthead(line, page.lexicon):
            drops[line.index] = "before-text"
            continue
        if _BULLET.match(line.text):
            drops[line.index] = "caption"
        elif not page.is_titled or (size(line.text) < 30 and (page.title is None or not page.is_marked)):
            drops[line.index] = "before-text"
    return drops


def _is_masthead(line: Line, lexicon: Lexicon) -> bool:
    """Return whether a line is a short name and what paper it is: "The Heron — a weekly letter on foreign policy"."""
    pieces = _DASH.split(line.text.strip(" *_"), maxsplit=1)
    if len(pieces) < 2 or line.shape is not Shape.HEADLINE or len(pieces[0].split()) > _LONGEST_NAME:
        return False
    return stands_beside_names(pieces[1], lexicon) and not is_something_else(pieces[0], lexicon)


def strangers(page: Page) -> Drops:
    """Drop headlines inside the text that share no word with it: teasers of other articles, most of them with a label.

    An article whose own sub-headings have that form keeps them all.
    """
    first, last = page.first_text, page.last_text
    inner = [
        line
        for line in page.lines[first:last]
        if line.shape is Shape.HEADLINE and line.kind is BlockKind.TEXT and line is not page.title
    ]
    labelled = [line for line in inner if _LABELLED.match(line.text)]
    others = [line for line in inner if line not in labelled and _is_long(line)] if not page.is_marked else []
    if page.lexicon.language == "vi" and not page.is_marked:
        others += _lone_question(inner)
    if not labelled and not others:
        return {}
    text = _stems((line.text[:1500] for line in page.lines[first:] if line.is_text), page.lexicon.language)
    drops = [line for line in labelled if _is_stranger(line, text, page.lexicon)]
    if len(drops) < len(labelled):
        drops = []
    others = [line for line in others if _is_headline_of_another(line, text, page.lexicon)]
    if len(others) <= _FEW:
        drops += others
    return {line.index: "stranger" for line in drops}


def _is_stranger(line: Line, text: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether the words behind a label are hardly any of the text's, and the label is no day."""
    found = _LABELLED.match(line.text)
    words = _stems([found["rest"]], lexicon.language) - _small_stems(lexicon.language) if found else frozenset()
    if found is None or read_stamp(found["label"], lexicon.language) is not None:
        return False
    if (_stems([found["label"]], lexicon.language) - _small_stems(lexicon.language)) & text:
        return False  # "Water: half of it for the fields", in an article on water
    return len(words) >= _FEWEST_WORDS and len(words & text) <= _SHARED * len(words)


def _is_long(line: Line) -> bool:
    """Return whether a line is too long for a sub-heading, no question of an interview and no beginning of a list."""
    return size(line.text) >= _LONGEST_SUBHEADING and not line.text.rstrip().endswith(("?", "？", "؟", ":", "："))


def _lone_question(lines: list[Line]) -> list[Line]:
    """Return the only question among headlines inside the text where it is long; several are those of an interview."""
    asked = [line for line in lines if line.text.rstrip().endswith("?")]
    return asked if len(asked) == 1 and len(asked[0].text.split()) >= _LONG_QUESTION else []


def _stems(texts: Iterable[str], language: str) -> frozenset[str]:
    """Return the stems of texts; for Vietnamese, whose syllables any text shares, the pairs of neighbours."""
    if language != "vi":
        return stems(texts)
    found: set[str] = set()
    for text in texts:
        syllables = _SYLLABLE.findall(text.casefold())
        found.update(f"{left} {right}" for left, right in pairwise(syllables))
    return frozenset(found)


def _is_headline_of_another(line: Line, text: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a line is of other words than the whole text."""
    words = _stems([line.text], lexicon.language) - _small_stems(lexicon.language)
    return len(words) >= _MANY_WORDS and _ONE_IN * len(words & text) <= len(words)


@cache
def _small_stems(language: str) -> frozenset[str]:
    return stems(reading_table(language).words)


def after_end(page: Page) -> Drops:
    """Drop all that follows the end of the article: after a mark of the end, or after the last sentence."""
    drops: dict[int, str] = {}
    end = _end_mark(page)
    for line in page.lines:
        if end is not None and line.index > end and line is not page.title:
            drops[line.index] = "after-end"
    last = page.last_text
    for line in page.lines[last + 1 :]:
        if line is not page.title and not _ends_list(page, line, last):
            drops[line.index] = "after-end"
    return drops if last >= 0 else {}


def _end_mark(page: Page) -> int | None:
    """Return the index of the first dropped line that marks the end of the article."""
    total = sum(len(line.text) for line in page.lines if line.shape is Shape.PROSE)
    paragraphs, told = 0, 0
    rest = iter(page.lines)
    current = next(rest, None)
    for line in page.all_lines:
        while current is not None and current.index < line.index:
            if current.shape is Shape.PROSE:
                paragraphs, told = paragraphs + 1, told + len(current.text)
            current = next(rest, None)
        is_end = page.dropped.get(line.index) in ENDS
        if is_end and paragraphs >= 2 and total - told <= MOST_AFTER_END * total:
            return line.index
    return None


def _ends_list(page: Page, line: Line, last: int) -> bool:
    """Return whether a bulleted line belongs to a list that the last sentence announces with a colon."""
    return last >= 0 and page.lines[last].text.rstrip().endswith((":", "：")) and bool(_BULLET.match(line.text))


def _names_above(page: Page) -> list[str]:
    """Return the folded short lines above the headline: one of them may be the name of the paper."""
    if page.title is None:
        return []
    above = (line for line in page.all_lines[:4] if line.index < page.title.index)
    return [line.key for line in above if len(line.key.split()) <= _LONGEST_NAME and len(line.key) >= 4]


def _authors(page: Page) -> list[str]:
    """Return the folded names of those who signed the page: a last sentence that begins with one is about them."""
    lines = (line for line in page.all_lines[1:] if page.dropped.get(line.index) == "byline")
    bylines = ((line, read_byline(line.text, page.lexicon)) for line in lines)
    names = (byline.name if byline else line.text for line, byline in bylines)
    return [key_of(name, page.lexicon.language) for name in names if 2 <= len(name.split()) <= 4]


def _is_of_paper(line: Line, names: tuple[str, ...], page: Page) -> bool:
    """Return whether a last sentence tells what a paper is: that of a line at the top, or one new to the text."""
    if names and line.key.startswith(names) and stands_beside_names(line.text, page.lexicon):
        return True
    found = find_subject(line.text, page.lexicon)
    if found is None or not found.is_paper:
        return False
    if found.name.lower() == found.name.upper() and not has_outlet_word(found.name, page.lexicon):
        return False  # without capitals nothing shows that the first words are a name
    return not any(found.name in other.text for other in page.lines if other.is_text and other is not line)


def _is_of_author(line: Line, page: Page) -> bool:
    """Return whether a last sentence tells who somebody is of whom the text has not spoken: its author."""
    name = find_person(line.text, page.lexicon)
    last = name.rsplit(maxsplit=1)[-1] if name else ""
    return bool(last) and not any(last in other.text for other in page.lines if other is not line)


def foot(page: Page) -> Drops:
    """Drop the sentences at the very end that name a newsletter, a reproduction right and the like."""
    drops: dict[int, str] = {}
    names = tuple(f"{name} " for name in _names_above(page))
    authors = tuple(f"{name} " for name in _authors(page))
    for line in reversed(page.lines):
        if not line.is_text or line is page.title or len(line.text) > 260:
            break
        phrase = find(page.lexicon.part, line.key)
        if phrase is not None and phrase.name != "caption":
            drops[line.index] = phrase.name
        elif (authors and line.key.startswith(authors)) or _is_of_author(line, page):
            drops[line.index] = "author-note"
        elif _is_of_paper(line, names, page):
            drops[line.index] = "about"
        else:
            break
    return drops if len(drops) < len(page.lines) else {}
