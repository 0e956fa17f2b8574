"""Names that no table knows: the words beside an office that must be one."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz.fuzz import ratio

from sitegen.data.gazetteer import KnownPerson
from sitegen.extract.lexicon import Lexicon
from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS, Token
from sitegen.fold import fold

LONGEST_NAME = 5  # words
GUESS_WORDS, GUESS_CHARACTERS = 3, 6
# Two spellings of one surname inside one article: measured on misspelt names of the development articles
# (Pezeskhian 90, Aragchi 93, Trumph 91), against other people's names, which stay below 75.
SAME_SPELLING = 84


def guesses_beside(scan: Scan, lexicon: Lexicon, first: int, last: int) -> tuple[str, ...]:
    """Return the words right before an office (with a comma) and right after it."""
    reach = GUESS_CHARACTERS if lexicon.language in SPACELESS else GUESS_WORDS
    found = []
    if first > 0 and scan.text[scan.tokens[first - 1].end : scan.tokens[first].start].strip() in (
        ",",
        "،",
        "，",
        "、",
        "",
    ):
        found.append(scan.words(max(0, first - reach), first - 1))
    if last + 1 < len(scan.tokens):
        found.append(scan.words(last + 1, min(len(scan.tokens) - 1, last + reach)))
    return tuple(found)


def unknown_name(scan: Scan, lexicon: Lexicon, last: int) -> tuple[int, int] | None:
    """Return first and last token of a name that no table knows, right after an office.

    It is of capitalised words, with particles among them.
    """
    start = last + 1
    tokens = scan.tokens
    gap = scan.text[tokens[last].end : tokens[start].start] if start < len(tokens) else "."
    if gap.strip() not in ("", ","):
        return None
    start = _behind_honorifics(scan, start)
    end = start - 1
    for at in range(start, min(start + LONGEST_NAME, len(tokens))):
        if at > start and not _joined_name(scan, at - 1, at):
            break
        if not (is_name_word(tokens[at], at, scan) or (at > start and tokens[at].folded in lexicon.particles)):
            break
        end = at
    while end >= start and tokens[end].folded in lexicon.particles:
        end -= 1
    words = end - start + 1
    if words > 1 and tokens[end].folded in lexicon.stop:
        return None  # `the leaders of Egypt and Jordan, State House said`
    if words < 1 or (words == 1 and (len(tokens[start].text) < 3 or gap.strip() == ",")):
        return None
    return start, end


def uncased_name(scan: Scan, lexicon: Lexicon, last: int) -> tuple[int, int] | None:
    """Return first and last of the words right after an office and its country, up to one that ends a name.

    For scripts in which no capitals show names.
    """
    spaceless = lexicon.language in SPACELESS
    longest = 8 if spaceless else 3
    tokens = scan.tokens
    found = (*(h for h in scan.names if h.entry.topic != "person"), *scan.times, *scan.kinds, *scan.others)
    known = {at for h in found for at in range(h.first, h.last + 1)}
    start = _behind_honorifics(scan, last + 1)
    last = end = start - 1
    for at in range(start, min(start + longest, len(tokens))):
        gap = scan.text[tokens[at - 1].end : tokens[at].start]
        if gap.strip(" ·・‧\u200c") or at in known or tokens[at].folded in lexicon.stop or tokens[at].folded.isdigit():
            break
        end = at
    else:
        if spaceless:
            return None  # nothing ends it: no name, but the rest of a sentence
    words = end - last
    return (last + 1, end) if words >= 2 else None


def is_first_name(person: KnownPerson, words: Iterable[str], language: str) -> bool:
    """Return whether one of these folded words is part of somebody's name, in whatever spelling."""
    own = {
        fold(word, language) for forms in person.names.values() for f in forms for word in f.replace("-", " ").split()
    }
    return any(w in own or any(ratio(w, x) >= SAME_SPELLING for x in own) for w in words)


def _behind_honorifics(scan: Scan, at: int) -> int:
    """The first token from `at` on that is of no honorific."""
    honorifics = {n for h in scan.names if h.entry.topic == "honorifics" for n in range(h.first, h.last + 1)}
    while at in honorifics:
        at += 1
    return at


def _joined_name(scan: Scan, left: int, right: int) -> bool:
    return scan.text[scan.tokens[left].end : scan.tokens[right].start] in (
        " ",
        "\u00a0",
        "-",
        "'",
        "’",
        ". ",
        ".-",
        ".",
    )


def is_name_word(token: Token, at: int, scan: Scan) -> bool:
    """Return whether a word may be one of a name: capitalised, and no other word of the tables."""
    if not token.text[0].isupper() or any(c.isdigit() for c in token.text):
        return False
    covered = (*scan.names, *scan.times)
    return not any(h.first <= at <= h.last and h.entry.topic not in ("honorifics", "person") for h in covered)
