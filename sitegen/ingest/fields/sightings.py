"""Where the head of a page names its outlet: masthead, crumb, the lines of the date and the author, the dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sitegen.ingest.clean.appeals import is_appeal
from sitegen.ingest.fields.byline import read_byline, without_by
from sitegen.ingest.fields.dateline import Dateline
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import (
    begins_with_article,
    is_domain,
    is_section,
    is_set_as_name,
    is_something_else,
    tidy,
    without_sections,
)
from sitegen.ingest.fields.outlet_words import (
    announces_name,
    has_outlet_word,
    has_weak_word,
    is_agency,
    names_role,
    small_words,
    stands_beside_names,
    without_agencies,
    without_desk,
    written_for,
)
from sitegen.ingest.fields.places import is_place
from sitegen.ingest.fields.stamp import read_stamp
from sitegen.ingest.lines import Line, is_spaceless
from sitegen.ingest.phrases import Lexicon, find

# Rules that take lines in which a page may show its name: no buttons, no appeals, no teasers.
_OWN = frozenset({"crumb", "navigation", "byline", "stamp", "before-headline", "before-text", "origin", "repeated"})
# Rules that take a first line with the name of a paper in it: "Name - the Tuesday newsletter".
_SLOGANS = frozenset({"newsletter", "about", "legal", "programme", "follow"})
_PIECES = re.compile(r"\s*[|｜•·›>＞／¦‹→▸►■◆●♦]\s*|(?<!«)\s*»\s+|\s+[«:_ـ~*–—―/\\-]+\s+|\s{2,}|\s*::\s*|\s*\u3000\s*")
_COMMAS = re.compile(r"\s*[|｜·•,،、＝=/／¦]\s*|\s+[_ـ–—―:-]+\s+|\s{3,}|\s*\u3000\s*")
_TOLD = re.compile(r"[|｜·•,،、;:/>»›«‹–—―()\[\]\t\u3000]|\s-\s|\s{2,}")  # what separates the pieces of a date line
_BRACKETED = re.compile(r"\s*[(（]([^()（）]{2,40})(?:[)）]|$)")
_INITIALS = re.compile(r"^\s*[(\[（]\s*([^\W\d_]{2,6})\s*[)\]）]")
_AFTER_PLACE = re.compile(r"\s*[/:：،,_ـ]\s+")
_WIRED = re.compile(r"^(?![本综綜])([\u4e00-\u9fff]{2,10})(?:讯|訊|电|電)$")
_AFTER_NAME = re.compile(r"\s*[,،:：.]\s+")
_LONGEST_LINE = 160
_DATED = 0.15
_BESIDE = 0.3  # what a slogan, or a word of an imprint, beside a name speaks for it
# Rules that take a line under the text that may be the house's signature, and those beside which one stands.
_SIGNED = frozenset({"after-end", "byline", "repeated", "before-text"})
_HOUSE = frozenset({"legal", "follow", "newsletter", "appeal", "support", "origin", "about", "report"})
_FOOT = 8  # lines under the text that are looked at
_LONGEST_NAME, _LONGEST_SPACELESS = 5, 12  # words, characters
_BAR = 3  # pieces from which a line is a row of sections, and not a name with its slogan


def in_head(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> Iterator[Sighting]:
    """Yield the names in the dropped lines of the head: mastheads, crumbs, the line of the date and those beside it."""
    stamps = {line.index for line, rule in lines if rule == "stamp"}
    under_slogan = _is_slogan_first(lines, lexicon, title)
    for rank, (line, rule) in enumerate(lines[under_slogan:]):
        if not _may_name(line, rule, rank, lexicon):
            continue
        if rank == 1 and _is_slogan_below(line, lines[under_slogan][0], lexicon, title):
            continue
        if rule == "stamp":
            yield from _in_stamp(line, lexicon)
            continue
        is_beside = not stamps.isdisjoint((line.index + 1, line.index - 1))
        is_above = (title is None or line.index < title) and rank < 3
        weight = _weigh_rule(rule, is_above=is_above, is_beside=is_beside)
        where = _place_of(line, rule, title, is_beside=is_beside)
        is_masthead = is_above and rank == 0 and _speaks_of_paper(line, lines, lexicon, title)
        if is_above and rule != "crumb":
            weight += _BESIDE + 0.1 if under_slogan and rank == 0 else _weigh_place(line, rank, lines, lexicon, title)
        paper = written_for(line.text, lexicon) if rule == "before-text" else ""
        if paper:
            yield Sighting(tidy(paper), where, 0.5, line.index, is_titled=begins_with_article(tidy(paper), lexicon))
            continue
        if is_above and rank == 0 and _is_over_day(lines, title):
            weight = max(weight, 0.38) + _DATED  # a name and the day over a headline: authors stand under it
        if rule == "byline" and not is_masthead:
            yield from _in_byline(line, where, weight, lexicon)
            continue
        if is_above and rank == 0 and rule != "crumb":
            weight += _weigh_below(lines, lexicon, title)
        yield from _in_masthead(line, where, weight, lexicon, is_first=is_above and rank == 0)


def _may_name(line: Line, rule: str, rank: int, lexicon: Lexicon) -> bool:
    """Return whether a rule that took a line of the head leaves it to name the paper."""
    is_slogan = rule in _SLOGANS and rank == 0 and not is_appeal(line, lexicon)
    return len(line.text) <= _LONGEST_LINE and (rule in _OWN or is_slogan)


def _weigh_rule(rule: str, *, is_above: bool, is_beside: bool) -> float:
    """Return how far the rule that took a line, and the headline or the date beside it, speak for a name in it."""
    weight = {"crumb": 0.45, "byline": 0.2}.get(rule, 0.33 if is_above else 0.25)
    return max(weight, 0.38) if is_beside and rule != "crumb" else weight


def _place_of(line: Line, rule: str, title: int | None, *, is_beside: bool) -> str:
    """Return what the place of a line of the head is called where a field says where it was found."""
    if not is_beside:
        return "byline" if rule == "byline" else "masthead"
    return "line under the headline" if title is not None and line.index > title else "line beside the date"


def _is_over_day(lines: Sequence[tuple[Line, str]], title: int | None) -> bool:
    """Return whether the page begins with a line that the date follows over the headline, or a slogan and the date."""
    if title is None or not lines or lines[0][0].index > 0:
        return False
    first = lines[0][0]
    return any(r == "stamp" and n.group == first.group and n.index < title for n, r in lines[1:3])


def _is_slogan_first(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> bool:
    """Return whether a page begins with its slogan, and the name of the paper stands below: above the headline."""
    if len(lines) < 2 or title is None or lines[1][0].index >= title or lines[1][1] not in _OWN - {"crumb", "stamp"}:
        return False
    (slogan, _), (name, rule) = lines[:2]
    if rule == "navigation" or name.index - slogan.index > 2 or len(name.text.split()) > _LONGEST_NAME:
        return False
    is_word = len(name.text.split()) < 2 and not has_outlet_word(name.text, lexicon)
    if is_word or is_something_else(tidy(name.text), lexicon):
        return False  # "Review of the North" over "Portraits": a section
    first = _PIECES.split(slogan.text.strip(), maxsplit=1)[0]
    is_slogan = len(first.split()) > 2 and stands_beside_names(first, lexicon) and not has_article(first, lexicon)
    return is_slogan and not stands_beside_names(name.text, lexicon)


def _is_slogan_below(line: Line, above: Line, lexicon: Lexicon, title: int | None) -> bool:
    """Return whether the second line of a page says what paper the first one names."""
    if title is None or line.index >= title or len(line.text.split()) < _BAR:
        return False
    return stands_beside_names(line.text, lexicon) and not is_something_else(tidy(above.text), lexicon)


def has_article(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text begins as names of papers do, and not in capitals: "The Voice of the North"."""
    return begins_with_article(text, lexicon) and not text.isupper()


def _weigh_place(
    line: Line, rank: int, lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None
) -> float:
    """Return how far its place speaks for a line above the headline that a blank line sets apart from it.

    A kicker stands on the headline, or above all; the name of a page under its bar of sections.
    """
    if title is None or line.index + 1 == title or len(line.text.split()) > _LONGEST_NAME:
        return 0.0
    _, rule = lines[rank - 1]
    if rank == 0 or rule not in ("navigation", "crumb"):
        return 0.0
    small = small_words(lexicon.language)
    return 0.1 if all(word[0] == word[0].upper() or word in small for word in line.text.split()) else 0.0


def in_initials(text: str, seen: Sequence[Sighting]) -> list[Sighting]:
    """Return those of `seen` whose initials stand in brackets before the text: "(TSPN) …" for Tin Sáng Phương Nam."""
    found = _INITIALS.match(text)
    if found is None:
        return []
    names = [s for s in seen if "".join(word[0] for word in s.name.split()).upper() == found[1].upper()]
    return [Sighting(s.name, "initials", s.weight, s.line) for s in names[:1]]


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
        is_titled = is_signed and begins_with_article(name, lexicon)
        yield Sighting(name, "signature", weight, line.index, is_titled=is_titled)


def _speaks_of_house(line: Line, rule: str, lexicon: Lexicon) -> bool:
    """Return whether a line of the foot is about the site itself: its rights, its channels, its application."""
    if rule in _HOUSE:
        return True
    is_sentence = len(line.text.split()) > _BAR or is_spaceless(line.text)
    return is_sentence and find(lexicon.things, line.key) is not None


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


def _speaks_of_paper(line: Line, lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> bool:
    """Return whether a first line that looks like an author's has a slogan behind or below it: it is a masthead."""
    pieces = [piece for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    is_beside = len(pieces) == 2 and stands_beside_names(pieces[1], lexicon)
    return is_beside or _weigh_below(lines, lexicon, title) > _BESIDE


def _weigh_below(lines: Sequence[tuple[Line, str]], lexicon: Lexicon, title: int | None) -> float:
    """Return how far the line under the first one speaks for it, where the headline stands further down.

    Over a row of sections, the date or a slogan stands the name of the paper; over a headline stands a kicker, too.
    """
    if len(lines) < 2 or title is None or lines[1][0].index >= title:
        return 0.0
    below, rule = lines[1]
    if stands_beside_names(below.text, lexicon):
        return _BESIDE + 0.1
    return 0.2 if rule in ("navigation", "crumb", "stamp") else 0.1


def _in_masthead(line: Line, where: str, weight: float, lexicon: Lexicon, *, is_first: bool) -> Iterator[Sighting]:
    """Yield the first piece of "Name | Slogan", "Name / Section", "Name with agencies"."""
    raw = [piece for piece in _PIECES.split(line.text.strip()) if piece.strip()]
    if len(raw) == 1:
        raw = _behind_place(raw[0], lexicon)
    pieces = [tidy(piece) for piece in raw]
    if len(pieces) == 1:
        pieces = _before_slogan(pieces[0], lexicon)
    if len(pieces) == 1 and is_first:
        bare = without_sections(pieces[0], lexicon)
        weight += 0.2 * (bare != pieces[0])  # "The Heron World Sport Food": a name before its bar
        pieces = [bare]
    if len(pieces) == 2 and is_place(pieces[0], lexicon.language):
        pieces.reverse()  # "Muscat — The Heron"
        weight += _DATED
    if not pieces:
        return
    name, has_agency = without_agencies(pieces[0], lexicon)
    if is_spaceless(name):
        name = without_desk(name, lexicon)
    speaks = len(pieces) > 1 and (
        is_agency(pieces[1], lexicon)
        or has_outlet_word(pieces[1], lexicon)
        or stands_beside_names(pieces[1], lexicon)
        # "Name / Politics" above the headline: the section shows whose page it is.
        or (is_first and is_something_else(pieces[1], lexicon))
    )
    if len(pieces) >= _BAR and "|" not in line.text and _lead_to(pieces[1:], lexicon):
        speaks = True  # "The Heron > World > Asia"
    elif len(pieces) >= _BAR and where != "byline":
        # A row of sections; the first row may begin with the name of the paper.
        weight, speaks = (0.12 if is_first and has_outlet_word(name, lexicon) else 0.0), False
    weight += _BESIDE * (has_agency or speaks)
    is_titled = begins_with_article(name, lexicon) or is_set_as_name(raw[0])
    yield Sighting(name, where, weight, line.index, is_titled=is_titled)


def _behind_place(text: str, lexicon: Lexicon) -> list[str]:
    """Return the place and the name of "Muscat/ The Heron", "Muscat: The Heron"; else the text."""
    parts = _AFTER_PLACE.split(text, maxsplit=1)
    return parts if len(parts) == 2 and parts[1] and is_place(tidy(parts[0]), lexicon.language) else [text]


def _lead_to(pieces: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether all pieces of a crumb behind its first one are sections or places."""
    return all(is_place(piece, lexicon.language) or is_section(piece, lexicon) for piece in pieces)


def _before_slogan(text: str, lexicon: Lexicon) -> list[str]:
    """Return the name and the slogan of "Name, the magazine for …" or "Name. Weekend supplement"; else the text."""
    parts = _AFTER_NAME.split(text, maxsplit=1)
    return parts if len(parts) == 2 and stands_beside_names(parts[1], lexicon) else [text]


def _in_byline(line: Line, where: str, weight: float, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of "Newsroom, Name, City" or "Name with agencies", the most telling first."""
    byline = read_byline(line.text, lexicon)
    if byline is not None and byline.kind != "desk":
        yield from _behind_author(line, where, lexicon)
        return
    paper = written_for(line.text, lexicon)
    if paper:
        yield Sighting(tidy(paper), where, max(weight, 0.5), line.index)
        return
    text = _BRACKETED.sub(r" / \1", line.text.strip(" 【】[]〔〕()（）/"))
    pieces = [tidy(piece) for piece in _COMMAS.split(text) if piece.strip()]
    if "＝" in line.text and len(pieces) == 2 and not has_outlet_word(pieces[1], lexicon):
        pieces = pieces[:1]  # "City＝Reporter"
    if len(pieces) > 1 and is_section(pieces[0], lexicon):
        pieces = [piece for piece in pieces[1:] if has_outlet_word(piece, lexicon)]  # "World / Middle East crisis"
    if any(names_role(piece, lexicon) for piece in pieces):
        # "Ada Wren, correspondent": what is left is a person, unless its words say otherwise.
        pieces = [piece for piece in pieces if has_outlet_word(piece, lexicon) and not piece[0].islower()]
    has_agency = any(is_agency(piece, lexicon) for piece in pieces[1:])
    is_set = is_set_as_name(line.text)
    named = []
    if len(pieces) == 2 and len(pieces[0].split()) == 1 and is_place(pieces[1], lexicon.language):
        weight += _DATED * (weight > 0.3 and not is_spaceless(pieces[0]))  # "Heron / Nairobi": persons have two names
    for piece in pieces:
        bare = without_desk(piece, lexicon)
        name, is_with_agency = without_agencies(bare, lexicon)
        named.append((name, weight + _BESIDE * (is_with_agency or has_agency) + 0.2 * (bare != piece)))
    named.sort(key=lambda item: not has_outlet_word(item[0], lexicon))
    for name, sign in named[:2]:
        yield Sighting(name, where, sign, line.index, is_titled=is_set or begins_with_article(name, lexicon))


def _behind_author(line: Line, where: str, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces behind "By Ada Wren / …" that are written or made as names of papers are."""
    pieces = [tidy(piece) for piece in _COMMAS.split(line.text.strip()) if piece.strip()]
    paper = written_for(line.text, lexicon)
    if paper:
        yield Sighting(tidy(paper), where, 0.5, line.index, is_titled=begins_with_article(tidy(paper), lexicon))
        pieces = pieces[:1]
    own = without_by(pieces[0], lexicon) if pieces else ""
    if own != "" and own != pieces[0] and len(own.split()) == 1 and not is_spaceless(own):
        yield Sighting(own, where, 0.15, line.index)  # "By Windrow": nobody signs with one name
    if own and (has_outlet_word(own, lexicon) or without_desk(own, lexicon) != own):
        yield Sighting(without_desk(own, lexicon), where, 0.3, line.index)  # "By The Heron Staff"
    for piece in pieces[1:3]:
        if piece and not names_role(piece, lexicon) and read_byline(piece, lexicon) is None:
            yield Sighting(piece, where, 0.3, line.index, is_titled=begins_with_article(piece, lexicon))


def _in_stamp(line: Line, lexicon: Lexicon) -> Iterator[Sighting]:
    found = read_stamp(line.text, lexicon.language)
    if found is None:
        return
    bare = line.text.strip()
    if found.rest and not any(map(str.isdigit, bare)) and not _TOLD.search(bare):
        yield Sighting(tidy(bare), "masthead", 0.5, line.index)  # "The Nile Now": the time is a part of the name
        return
    for number, piece in enumerate(found.rest[:3]):
        byline = read_byline(piece, lexicon)
        own = without_by(piece, lexicon)
        if own != piece and (has_outlet_word(own, lexicon) or len(own.split()) == 1):
            weight = 0.4 if has_outlet_word(own, lexicon) else 0.2  # "by Windrow": no person has one name
            yield Sighting(without_desk(tidy(own), lexicon), "date line", weight, line.index)
            continue
        is_named = number > 0 and announces_name(found.rest[number - 1], lexicon)
        if (byline is not None and byline.kind != "desk") or is_named:
            continue
        if names_role(piece, lexicon) and not has_outlet_word(piece, lexicon):
            continue
        name, has_agency = without_agencies(tidy(piece), lexicon)
        is_first = line.text.strip().startswith(piece)
        speaks = has_agency or (number + 1 < len(found.rest) and stands_beside_names(found.rest[number + 1], lexicon))
        weight = (0.5 if is_first else 0.3 - 0.1 * number) + _BESIDE * speaks
        yield Sighting(without_desk(name, lexicon), "date line", weight, line.index)


def in_dateline(dateline: Dateline | None, body: str, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the names of a dateline that may be the outlet: the one after the place, or one that is no place at all."""
    if dateline is None:
        return
    wired = _WIRED.match(dateline.parts[0]) if len(dateline.parts) == 1 else None
    if wired:
        yield Sighting(wired[1], "dateline", 0.5)  # "【晨报讯】"
        return
    for number, part in enumerate(dateline.parts):
        if number > 0:
            yield Sighting(tidy(part), "dateline", 0.55)
        elif len(dateline.parts) > 1 or part.isupper():
            yield Sighting(tidy(part), "dateline", 0.15)
        elif len(part.split()) > 1:
            yield Sighting(tidy(part), "dateline", 0.2 if part in body else 0.5)
        elif is_domain(part):
            yield Sighting(part, "dateline", 0.5)
    if dateline.second:
        yield Sighting(tidy(dateline.second), "dateline", 0.2)
    for part in dateline.bracketed:
        yield Sighting(tidy(part), "dateline", 0.3, is_titled=begins_with_article(tidy(part), lexicon))
