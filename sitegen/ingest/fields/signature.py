"""Names that stand alone under the text, the house's signature → the outlet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from sitegen.ingest.fields.byline import read_byline
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    tidy,
)
from sitegen.ingest.fields.outlet_words import (
    has_outlet_word,
    has_weak_word,
)
from sitegen.ingest.fields.sightings import has_article
from sitegen.ingest.lines import Line, is_spaceless
from sitegen.ingest.phrases import Lexicon, find

# Rules that take a line under the text that may be the house's signature, and those beside which one stands.
_SIGNED = frozenset({"after-end", "byline", "repeated", "before-text"})
_HOUSE = frozenset({"legal", "follow", "newsletter", "appeal", "support", "origin", "about", "report"})
# Rules that take what the last lines of a page are, over the name of the paper.
_UNDER = _HOUSE | {"skip", "navigation", "tools", "share", "comments"}
_FOOT = 8  # lines under the text that are looked at
_LONGEST_NAME, _LONGEST_SPACELESS = 5, 12  # words, characters
_LONGEST_TAGGED = 4  # words of a name before a tagline
_BAR = 3  # pieces from which a line is a row of sections, and not a name with its slogan


def in_foot(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, body: str) -> Iterator[Sighting]:
    """Yield the names that stand alone under the text, the house's signature; `lines` are those dropped there.

    Beside it stands what else the house says of itself. Without that it may be a teaser, and needs a second sign.
    """
    for rank, (line, rule) in enumerate(lines[:_FOOT]):
        name = tidy(line.text.strip(" ()（）[]/—–-"))
        if rule not in _SIGNED or not name or name in body or not _is_lone_name(name, lexicon):
            continue
        if read_byline(line.text, lexicon) is not None and not has_article(name, lexicon):
            continue
        if any(earlier in _SIGNED for _, earlier in lines[:rank]):
            return  # the second line without a label: a list of teasers
        beside = [lines[n] for n in (rank - 1, rank + 1) if 0 <= n < len(lines)]
        is_signed = (
            any(_speaks_of_house(other, said, lexicon) for other, said in beside) or line.text.strip()[:1] in "(（["
        )
        is_weak = len(name.split()) > 1 and has_weak_word(name, lexicon) and not has_outlet_word(name, lexicon)
        weight = (0.35 if is_weak else 0.3) if is_signed else 0.05
        is_plain = not any(map(str.isdigit, name)) and len(name.split()) <= _LONGEST_TAGGED
        if is_plain and rank == len(lines) - 1 and rank and lines[rank - 1][1] in _UNDER:
            weight = max(weight, 0.5)  # the last line of the page, under its terms and channels
        is_titled = is_signed and begins_with_article(name, lexicon)
        yield Sighting(name, "signature", weight, line.index, is_titled=is_titled)


def _speaks_of_house(line: Line, rule: str, lexicon: Lexicon) -> bool:
    """Return whether a line of the foot is about the site itself: its rights, its channels, its application."""
    if rule in _HOUSE:
        return True
    is_sentence = len(line.text.split()) > _BAR or is_spaceless(line.text)
    return is_sentence and find(lexicon.things, line.key) is not None


def _is_short(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is of two words, or of more that names of papers are made of: a row of links is neither."""
    return len(name.split()) <= 2 or has_outlet_word(name, lexicon) or has_weak_word(name, lexicon)


def _is_lone_name(name: str, lexicon: Lexicon) -> bool:
    """Return whether a line is a name and nothing else: few words, none of them small at either end, no sign."""
    words = name.split()
    if len(words) > _LONGEST_NAME or any(char in name for char in ".,:;!?…，、；：？！؟،؛।"):
        return False
    if is_spaceless(name):
        return has_outlet_word(name, lexicon) and len(name) <= _LONGEST_SPACELESS
    if not name[0].isupper() and name.lower() != name.upper():
        return False
    is_titled = lexicon.language == "ru" or words[-1][0].isupper() or not words[-1][0].isalpha()
    return is_titled or name.lower() == name.upper()


def in_footer(lines: Iterable[Line], lexicon: Lexicon, body: str) -> Iterator[Sighting]:
    """Yield the names that are the whole footer of a saved page."""
    for line in lines:
        name = tidy(line.text)
        if name and name not in body and _is_lone_name(name, lexicon) and _is_short(name, lexicon):
            yield Sighting(name, "signature", 0.5, line.index)
