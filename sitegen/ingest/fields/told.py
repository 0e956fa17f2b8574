"""Where a page tells whose it is: sentences of the tables, rights, imprints, quoted names, addresses, captions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TypeAlias

from sitegen.ingest.fields.company import without_dots
from sitegen.ingest.fields.outlet import Sighting
from sitegen.ingest.fields.outlet_name import may_be_name, tidy
from sitegen.ingest.fields.outlet_words import (
    has_outlet_word,
    is_agency,
    small_words,
    without_agencies,
    without_desk,
)
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import SPACELESS, Lexicon, find
from sitegen.lang.table import reading_table

_YEARS = r"(?:\d{4}(?:\s?[-–]\s?\d{4})?)?"
_COPYRIGHT = re.compile(
    rf"(?:©|\(c\)|copyright)\s*(?:©|\(c\))?\s*{_YEARS}\s*(?:by\s)?\s*[,.:|–-]?\s*"
    r"(?P<name>[^\d©|(](?:[^\d©|(]|(?<!\d)\d{1,3}(?!\d)){1,59}?)(?:\s*,?\s*\d{4})?(?:\.(?!\w)|[,|(]|\s+[–—-]|\s{2,}|$)",
    re.IGNORECASE,
)
_OPENING_SIGN = re.compile(r"^[\s*_>]*(?:©|\(c\)|copyright)", re.IGNORECASE)
_BEFORE_SIGN = re.compile(r"^\s*(?P<name>[^\d©|:.!?]{3,40}?)\s*(?:©|\([cC]\))(?P<year>\s*(?:19|20)\d\d)?")
_HOST_AT = r"(?:www\.)?[A-Za-z][\w-]{3,30}(?:\.[a-z]{2,3})?\.[A-Za-z]{2,7}"
_HOST_AT_SIGN = re.compile(
    rf"^\s*(?P<before>{_HOST_AT})\s*(?:©|\([cC]\))|(?:©|\([cC]\))\s*{_YEARS}\s*(?P<behind>{_HOST_AT})(?![\w@/])"
)
# Forms of companies whose dots end no sentence.
_ABBREVIATED = re.compile(r"(?<!\w)(Sdn|Bhd|Pvt|Pte|Ltd|Inc|Corp|Tic|San|Şti|प्रा|लि)\.")
_SIGNS = ".,;:!?«»“”„\"'()[]{}*_>|©–—-،؛"
_NOT_FIRST = r"\s,.;:!?«»“”\"|–—()『』「」《》<>，、。；：！？"
_NOT_INSIDE = r",;:!?«»“”\"|–—()（）『』「」《》\u3000，、。；：！？"
_SLOT = rf"[\"“„«»『「《]?(?P<outlet>[^{_NOT_FIRST}](?:(?!\s\s)[^{_NOT_INSIDE}]){{1,38}}?)[\"”»』」》]?"
_QUOTED = re.compile(r"[«„“『「《]([^«»„“”『』「」《》]{3,40})[»”“』」》]")
_FREE_HOSTS = frozenset(
    ("gmail", "yahoo", "hotmail", "outlook", "mail", "proton", "protonmail", "icloud", "yandex", "qq", "gmx", "web",
     "facebook", "twitter", "instagram", "youtube", "telegram", "whatsapp", "linkedin", "tiktok", "threads", "google")
)  # fmt: skip
_HOST = re.compile(r"(?<![\w.@-])(?:[\w.+-]+@|www\.)((?:[\w-]+\.){1,3}[a-z]{2,12})(?![\w@])", re.IGNORECASE)
# A line that begins with an address: "kabarteluk.id is on Google News".
_BARE_HOST = re.compile(
    r"^[\s*_>]*((?:[\w-]{4,40}\.)(?:(?:com?|net|org|or|go)\.)?(?:com|net|org|info|news|[a-z]{2}))(?![\w.@/])",
    re.IGNORECASE,
)
_OPENINGS = re.compile(r"^به\s+گزارش\s+(?:خبرنگار\s+)?(?P<name>[^،,:؛.]{2,40})[،,؛]\s")
_Sentences: TypeAlias = Mapping[str, tuple[tuple[re.Pattern[str], bool], ...]]
_MARKED = frozenset("：:©“「『《«„")  # before a name whose beginning they show
# "The Heron on WhatsApp": what a name in an appeal goes on with.
_ON = re.compile(
    r"\s+\w{1,5}\s+(?:WhatsApp|Telegram|X|Facebook|Instagram|TikTok|YouTube|Google|Threads|Bluesky|LinkedIn|Zalo)\b.*$",
    re.IGNORECASE,
)
_LONGEST = 260


def in_sentences(
    lines: Iterable[Line], lexicon: Lexicon, subject: float = 0.3, *, is_own: bool = True
) -> Iterator[Sighting]:
    """Yield what stands where the table's sentences name the outlet: "This article first appeared in …".

    `subject` is the weight of a sentence that begins with the name: its subject may be anybody, unless a note of the
    house says it. Of lines that are not surely the house's own (`is_own`), only what they begin with counts.
    """
    sentences = _sentences(tuple(table.code for table in lexicon.tables))
    for line in lines:
        if len(line.text) > _LONGEST or (line.shape is Shape.PROSE and len(line.text) > 160):
            continue
        text = without_dots(line.text) if "." in line.text else line.text
        for pattern, is_open in _candidates(line, sentences):
            found = pattern.search(text)
            if found and not is_own and found.start() > 0:
                continue
            if found and may_be_name(tidy(found["outlet"]), lexicon):
                name = without_desk(_cut(tidy(found["outlet"]), lexicon), lexicon)
                weight = subject if is_open else 0.6
                is_labelled = text[: found.start("outlet")].rstrip()[-1:] in _MARKED and not is_open
                if is_spaceless(name) and not has_outlet_word(name, lexicon) and not is_labelled:
                    weight = min(weight, 0.3)  # nothing shows where a name begins and ends
                yield Sighting(name, "sentence", weight, line.index)
        if (line.shape is not Shape.PROSE or _OPENING_SIGN.match(line.text)) and "/" not in line.text:
            yield from _at_copyright(line, lexicon)


def _cut(name: str, lexicon: Lexicon) -> str:
    """Return a name without what an appeal says before and behind it: "For news {The Heron} on WhatsApp"."""
    name = _ON.sub("", name)
    words = name.split()
    if is_spaceless(name) and len(words) > 1 and has_outlet_word(words[0], lexicon):
        return words[0]  # "© 江湾新闻网 未经授权禁止转载"
    if lexicon.language == "hi" and len(words) > 2:
        small = small_words("hi")
        last = max((n for n, word in enumerate(words[:-1]) if key_of(word, "hi") in small), default=-1)
        name = " ".join(words[last + 1 :])
    return name


def _at_copyright(line: Line, lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the name behind the sign for rights, or before it: "© Name", "Name © All rights reserved"."""
    text = _ABBREVIATED.sub(r"\1", line.text)
    marked = _COPYRIGHT.search(text)
    if marked and not find(lexicon.part, key_of(marked["name"], lexicon.language)):
        name = tidy(marked["name"])
        name = _cut(name, lexicon) if is_spaceless(name) else name
        yield Sighting(name, "copyright", 0.55, line.index)
    host = _HOST_AT_SIGN.search(text)
    if host:
        # The weakest of its kind: where the page shows another name, the address only bears it out.
        yield Sighting(_host_name(host["before"] or host["behind"]), "copyright", 0.5, line.index)
    before = _BEFORE_SIGN.match(text)
    if before and may_be_name(tidy(before["name"]), lexicon):
        yield Sighting(tidy(before["name"]), "copyright", 0.55 if before["year"] else 0.45, line.index)


def _host_name(host: str) -> str:
    """Return an address as the name of a site: without its suffix, unless capitals show that it is called so."""
    bare = host.removeprefix("www.")
    return bare.split(".", 1)[0] if bare.islower() else bare


def _candidates(line: Line, sentences: _Sentences) -> Iterator[tuple[re.Pattern[str], bool]]:
    """Yield the sentences whose longest word is in a line."""
    if is_spaceless(line.text):
        folded = line.text.casefold()
        yield from (sentence for word, group in sentences.items() if word in folded for sentence in group)
    else:
        for word in dict.fromkeys(_words_of(line.text)):
            yield from sentences.get(word, ())


@cache
def _sentences(languages: tuple[str, ...]) -> _Sentences:
    """Return by its longest word each sentence's pattern, and whether the name opens it."""
    found: dict[str, list[tuple[re.Pattern[str], bool]]] = {}
    for code in languages:
        for sentence in reading_table(code).outlet_sentences:
            pattern = _compile(sentence, is_spaced=code not in SPACELESS)
            found.setdefault(_longest_word(sentence), []).append((pattern, sentence.startswith("{")))
    return {word: tuple(group) for word, group in found.items()}


def _longest_word(sentence: str) -> str:
    return max(_words_of(sentence.replace("{outlet}", " ")), key=len)


def _words_of(text: str) -> list[str]:
    return [word.strip(_SIGNS) for word in text.casefold().split()]


def _compile(sentence: str, *, is_spaced: bool) -> re.Pattern[str]:
    before, _, after = (part.strip() for part in sentence.partition("{outlet}"))
    is_joined = not sentence.partition("{outlet}")[0].endswith(" ")  # an Arabic "of" stands before the name itself
    start = re.escape(before).replace(r"\ ", r"\s+")
    start += r"\s+" if is_spaced and before[-1:].isalnum() and not is_joined else r"\s*"
    end = r"(?:\s{2,}|\s+[·•]\s|\s+-\s|\s+\w{1,4}\s\d|\s*(?:[,;:!?.|–—()（）\u3000，、。；：！？]|$))"
    if after:
        end = (r"\s+" if is_spaced and after[0].isalnum() else r"\s*") + re.escape(after)
        end += r"(?!\w)" if is_spaced and after[-1].isalnum() else ""
    return re.compile((start if before else r"^[\s*_>•]*") + _SLOT + end, re.IGNORECASE)


def in_legal(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the pieces of a line of rights that are no words of law: "All rights reserved. The Courier"."""
    for line in lines:
        for piece in re.split(r"[.|©–—]|\s-\s", without_dots(line.text[:160])):
            name = tidy(piece)
            if 1 < len(name.split()) <= 5 and has_outlet_word(name, lexicon):
                yield Sighting(name, "line of rights", 0.2, line.index)


def in_captions(lines: Iterable[Line], lexicon: Lexicon) -> Iterator[Sighting]:
    """Yield the name at the end of a picture's caption, where it is made of words for outlets."""
    for line in lines:
        pieces = re.split(r"[.:;,/(|–—©-]\s*|(?<=\s)(?=[A-ZÀ-ÞА-ЯЁ])", line.text.strip(" .)"))
        for count in range(1, min(5, len(pieces))):
            name = " ".join(piece.strip() for piece in pieces[-count:])
            if len(name.split()) < 2 or name.isupper() or not has_outlet_word(name, lexicon):
                continue
            if not without_agencies(name, lexicon)[1]:
                yield Sighting(tidy(name), "caption", 0.1, line.index)


def in_opening(text: str, lexicon: Lexicon, body: str) -> Iterator[Sighting]:
    """Yield whom the first words of a text give as their source: papers of Iran begin with "As The Heron reports,"."""
    found = _OPENINGS.match(text) if lexicon.language == "fa" else None
    name = without_desk(tidy(found["name"]), lexicon) if found else ""
    if name and name not in body and may_be_name(name, lexicon) and not is_agency(name, lexicon):
        yield Sighting(name, "sentence", 0.5)


def in_quotes(lines: Iterable[Line], weight: float = 0.3) -> Iterator[Sighting]:
    """Yield the names in quotation marks in the page's own lines: "Subscribe to «Name»"."""
    for line in lines:
        if len(line.text) <= _LONGEST:
            for found in _QUOTED.finditer(line.text):
                yield Sighting(tidy(found[1]), "quotation", weight, line.index)


def in_addresses(lines: Iterable[Line], *, is_own: bool = True) -> Iterator[Sighting]:
    """Yield the domain of the house's own addresses; letter boxes and networks that serve everybody are none.

    Of lines that are not surely the house's own, only the address that one begins with.
    """
    for line in lines:
        if len(line.text) > _LONGEST or "." not in line.text:
            continue
        bare = _BARE_HOST.match(line.text)
        if bare and not _FREE_HOSTS.intersection(bare[1].lower().split(".")):
            yield Sighting(bare[1].lower(), "address", 0.05, line.index)
        for found in _HOST.finditer(line.text) if is_own else ():
            host = found[1].lower().removeprefix("www.")
            if not _FREE_HOSTS.intersection(host.split(".")):
                yield Sighting(host, "address", 0.05, line.index)
