"""Rules by words: lines that a language's table names as leftovers, and the lists of headlines under some of them."""

from __future__ import annotations

import re
from collections.abc import Collection

from sitegen.ingest.clean.page import Drops, Page
from sitegen.ingest.fields.dates import find_days
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of, size
from sitegen.ingest.phrases import MARKS, SPACELESS, Lexicon, Phrase, cover, find, head_of, match_at
from sitegen.ingest.stems import stems

LONGEST_LABELLED = 400  # characters: a paragraph that happens to begin with a label is longer
LONGEST_BUTTONS = 170
LONGEST_PART = 200
LONGEST_TEASER = 130  # Latin letters of a teaser that is a sentence; "For the record: …" may begin a paragraph
LONGEST_SENTENCE = 30  # "2 min. read."
# Leftovers under which headlines of other articles follow.
LISTS = frozenset({"read_also", "related", "media", "tags"})
# Leftovers whose heading may have its one item behind a colon.
HEADINGS = LISTS | {"advert", "newsletter", "follow", "support", "comments", "programme"}
_BULLET = re.compile(r"^\s*(?:[-–—*•▪■●○►▶>»]+|\d{1,2}[.)]|\d{1,2}:\d\d)\s*\S")
_LAST_BRACKET = re.compile(r"[(（\[]([^()（）\[\]]{3,40})[)）\]][.。।]?\s*$")
_MARK = re.compile("^(?:[" + re.escape(MARKS) + "|]|$)")


def leftovers(page: Page) -> Drops:
    """Drop each line that the tables name, and the list of headlines that follows a heading of such a list."""
    named = {line.index: leftover_of(line, page.lexicon) for line in page.lines if line is not page.title}
    drops = {index: name for index, name in named.items() if name is not None}
    first = page.first_text
    for position, line in enumerate(page.lines):
        name = named.get(line.index)
        if name in LISTS and _stands_alone(line) and position > first:
            items = _items(page, position, drops)
            drops.update({item.index: name for item in items if item.index not in drops})
    return drops


def leftover_of(line: Line, lexicon: Lexicon) -> str | None:
    """Return the name of the leftover that `line` is, or None where no phrase makes that sure."""
    if len(line.text) > LONGEST_LABELLED:
        return None
    key = line.key
    if len(key) <= (LONGEST_SENTENCE if line.is_text else LONGEST_BUTTONS):
        name = cover(lexicon.line, key)
        if name:
            return "stamp" if _has_day(key, lexicon.language) else name
    head = head_of(key)
    found = match_at(lexicon.start, key, head)
    if found:
        return found[0].name
    found = match_at(lexicon.label, key, head) or (match_at(lexicon.label, key, 0) if head else None)
    if found:
        rest = key[found[1] :]
        if lexicon.language in SPACELESS and rest.startswith(" "):
            rest = f":{rest}"  # where words are not spaced, a space behind a label is its mark
        is_told = found[0].name == "read_also" and line.shape is Shape.PROSE and size(line.text) > LONGEST_TEASER
        if not is_told and _is_label(line, rest, needs_mark=found[0].needs_mark):
            return found[0].name
    headed = _headed_by(line, lexicon, head)
    return headed if headed is not None else _holding(line, lexicon, found)


def _holding(line: Line, lexicon: Lexicon, found: tuple[Phrase, int] | None) -> str | None:
    """Return the name of a leftover by a phrase inside the line; `found` is the label that it may begin with."""
    if line.shape is Shape.HEADLINE and len(line.text) <= LONGEST_PART:
        phrase = find(lexicon.part, line.key)
        return phrase.name if phrase else None
    if len(line.text) <= LONGEST_PART and _ends_as_caption(line.text, lexicon):
        return "caption"
    if len(line.text) <= LONGEST_PART and found is not None and found[0].name == "caption":
        # "Illustration of the flags of two countries. (Agency)": a caption's first word and its credit.
        credit = find(lexicon.part, key_of(line.text[-40:], lexicon.language))
        return "caption" if credit is not None and credit.name == "caption" else None
    if found is not None and found[0].name == "legal":
        # "Copyright The Heron. This text may not be reproduced.": a sign of rights, and what they forbid.
        law = find(lexicon.part, line.key[found[1] :])
        return "legal" if law is not None and law.name == "legal" else None
    return None


def _ends_as_caption(text: str, lexicon: Lexicon) -> bool:
    """Return whether a sentence ends with what pictures are called in brackets: "The palace in Carthage (archive)."."""
    found = _LAST_BRACKET.search(text[-60:])
    return found is not None and cover(lexicon.line, key_of(found[1], lexicon.language)) == "caption"


def _headed_by(line: Line, lexicon: Lexicon, head: int) -> str | None:
    """Return the name of a leftover that usually fills a line and here, with a colon, heads it: "You may like: …"."""
    if line.shape is Shape.PROSE or len(line.text) > LONGEST_BUTTONS:
        return None
    found = match_at(lexicon.line, line.key, head)
    if found is None or found[0].name not in HEADINGS:
        return None
    return found[0].name if line.key[found[1] :].lstrip()[:1] == ":" else None


def _has_day(key: str, language: str) -> bool:
    """Return whether a line of buttons and counters also holds the date."""
    return sum(char.isdigit() for char in key) >= 5 and bool(find_days(key, language))


def _is_label(line: Line, rest: str, *, needs_mark: bool) -> bool:
    """Return whether what follows a label shows that it is one: a colon, a dash, nothing, or a headline."""
    if rest[:1] == "-" and rest[1:2].isalnum():
        return False  # "Confira-se": a word goes on
    rest = rest.lstrip()
    if _MARK.match(rest):
        return bool(rest) or not needs_mark
    if needs_mark or line.shape is Shape.PROSE:
        return False
    following = line.text[-len(rest) :][:1]
    is_caseless = following.lower() == following.upper()  # digits, quotation marks, scripts without capitals
    return following.isupper() or is_caseless


def _stands_alone(line: Line) -> bool:
    """Return whether a label has no headline of its own behind it."""
    return size(line.text) <= 60 and not re.search(r"[:：|»>]\s*\S|\s[–—-]\s", line.text.strip("> »|"))


def _items(page: Page, position: int, taken: Collection[int]) -> list[Line]:
    """Return the headlines listed under the label at `position`; a sub-heading of the article that follows is kept."""
    label, run = page.lines[position], page.headings_after(position)
    run = [line for line in run if line.index not in taken]
    bulleted = [line for line in run if _BULLET.match(line.text)]
    if not run:
        return []
    if bulleted and run[0] is bulleted[0]:
        return bulleted
    together = [line for line in run if line.group == label.group]
    if together and (len(together) < len(run) or _is_apart(page, position + len(run), label.group)):
        return together
    ends_page = position + len(run) >= len(page.lines) - 1
    if len(run) > 1 and not ends_page and _may_be_heading(run, page):
        return run[:-1]
    return run


def _is_apart(page: Page, last: int, group: int) -> bool:
    """Return whether a blank line stands between the last line of a list and the paragraph below it."""
    following = page.lines[last + 1 : last + 2]
    return bool(following) and following[0].is_text and following[0].group != group


def _may_be_heading(run: list[Line], page: Page) -> bool:
    """Return whether the last of a run may be a sub-heading of the text below; where it may be one, it is kept.

    It is shorter than all that stands above it, and very short or with a word of the next paragraphs.
    """
    last, above = run[-1], min(size(line.text) for line in run[:-1])
    if size(last.text) >= above:
        return False
    is_short = len(last.text) <= 12 if is_spaceless(last.text) else len(last.text.split()) <= 4
    following = [line.text[:600] for line in page.lines if last.index < line.index <= last.index + 5]
    return is_short or 10 * size(last.text) <= 6 * above or not stems([last.text]).isdisjoint(stems(following))
