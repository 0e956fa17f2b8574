"""The outlet of an article, from every place of its page that names one; a name needs more than one weak sign."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.ingest.fields.echoes import count_echoes, is_same_name, is_written_so
from sitegen.ingest.fields.outlet_name import (
    are_alike,
    is_acronym,
    is_domain,
    is_like_person,
    is_something_else,
    tidy,
    weigh_words,
    without_description,
    without_product,
)
from sitegen.ingest.fields.outlet_words import has_outlet_word
from sitegen.ingest.lines import Line, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon
from sitegen.ingest.stems import stems
from sitegen.model import Found

# Places that show a name as it is, the best first; sentences and quotations may inflect or shorten it.
_UNCHANGED = (
    "masthead", "line beside the date", "line under the headline", "date line", "imprint", "copyright", "headline",
    "byline", "dateline",
)  # fmt: skip
_BARE = frozenset({"signature", "line under the headline", "byline"})  # where authors' names stand, too
_CASED = frozenset({"sentence", "quotation"})
ENOUGH = 0.5  # set on the pages of tests/cases/ingest: one strong sign, or two weak ones
# What says that these are the digital pages of a paper.
_EDITION = re.compile(
    r"(?:デジタル|電子版|オンライン|ウェブ|網絡版|网络版|電子報|电子报|数字报|客户端|客戶端|[\s.·-]+(?:online|digital|web|app|mobile|e-?paper|"
    r"онлайн|آنلاین|أونلاين|اونلاين|دیجیتال|डिजिटल|ऑनलाइन|ई-?पेपर))$",
    re.IGNORECASE,
)
_SHORTEST_BARE = 4  # characters
_MOST_SIGHTINGS = 200  # each is compared with all others; no page of one article shows so many
_NEW = 0.1  # what it speaks for a name at the top of a page that the article has none of its words
_CASELESS = frozenset({"ar", "fa", "hi", "zh", "ja"})  # languages whose names of persons have no form of their own
_LONGEST_SUFFIX, _LONGEST_LINE = 4, 100  # words of a name, characters of a line that shows it again
_SUFFIX = re.compile(r"\s*(?P<mark>[|｜_]|\s[-–—]\s|::)\s*(?P<name>[^|｜_]{2,40})$")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name that may be the outlet's, where it was seen, and how far that place speaks for it (0 to 1)."""

    name: str
    where: str
    weight: float
    line: int = -1  # Line.index of the line that shows it
    is_titled: bool = False  # written as names of papers are, with an article before it


def find_outlet(
    sightings: Iterable[Sighting],
    lexicon: Lexicon,
    frame: Sequence[Line] = (),
    topics: frozenset[str] = frozenset(),
    text: frozenset[str] = frozenset(),
) -> Found | None:
    """Return the most likely outlet, or None where no sign is strong enough or only places and agencies are named.

    `frame` are the lines of the page that are not its text; `topics` the stems of the headline's words, of which names
    of papers are not made; `text` those of the article's, which a kicker shares and a name at its top does not.
    """
    found = [s for s in sightings if s.name][:_MOST_SIGHTINGS]
    others = {name for name in {s.name for s in found} if is_something_else(name, lexicon)}
    seen = [_described(s, lexicon) for s in found if s.name not in others]
    best: tuple[float, Sighting] | None = None
    apart = _set_apart(frame)
    for sighting in seen:
        score = sighting.weight + weigh_words(sighting.name, lexicon) + _weigh_others(sighting, seen, frame, lexicon)
        score += 0.2 * sighting.is_titled - 0.3 * _is_topic(sighting.name, topics, lexicon)
        is_apart = bool(topics) and sighting.where == "masthead" and sighting.line in apart
        score += _NEW * (is_apart and _is_new(sighting.name, topics | text, lexicon))
        if score >= ENOUGH and (best is None or score > best[0] + 1e-9):
            best = (score, sighting)
    if best is None:
        return None
    chosen = _spelt_out(_base_form(_named(best[1], seen), seen, lexicon), found, frame)
    return Found("outlet", _without_edition(chosen, frame, lexicon), best[1].where)


def _described(sighting: Sighting, lexicon: Lexicon) -> Sighting:
    """Return a sighting without what its name calls itself."""
    bare = without_description(sighting.name, lexicon)
    return sighting if bare == sighting.name else replace(sighting, name=bare)


def _spelt_out(chosen: Sighting, seen: Sequence[Sighting], frame: Sequence[Line]) -> Sighting:
    """Return the sighting of the name whose initials the chosen one is: "© FRW" for Far Reach Wire."""
    if not is_acronym(chosen.name):
        return chosen
    names = [s.name for s in seen] + [line.text.strip() for line in frame if len(line.text) <= _LONGEST_LINE]
    initials = chosen.name.removesuffix("+")
    whole = (name for name in names if len(initials) == len(name.split()) > 1)
    spelt = next((n for n in whole if "".join(word[0] for word in n.split()).upper() == initials), None)
    return replace(chosen, name=spelt) if spelt else chosen


def _named(chosen: Sighting, seen: Sequence[Sighting]) -> Sighting:
    """Return the sighting of the name that an address is made of, where the page shows that name, too."""
    if not is_domain(chosen.name):
        return chosen
    host = chosen.name.rsplit(".", 1)[0]
    named = (s for s in seen if not is_domain(s.name) and is_written_so(s.name, host))
    return max(named, key=lambda s: s.weight, default=chosen)


def _is_topic(name: str, topics: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a name is made of words of the headline: a kicker, no masthead."""
    words = stems([name])
    return bool(words) and words <= topics and not has_outlet_word(name, lexicon)


def _set_apart(frame: Sequence[Line]) -> frozenset[int]:
    """Return the indexes of the lines that stand between blank lines, or first of all."""
    groups = Counter(line.group for line in frame)
    return frozenset(line.index for n, line in enumerate(frame) if n == 0 or groups[line.group] == 1)


def _is_new(name: str, text: frozenset[str], lexicon: Lexicon) -> bool:
    """Return whether a name of two words or more has none of the article's: a section or a kicker has some."""
    parts, words = name.split(), stems([name])
    if len(parts) < 2 or not words or not text or not words.isdisjoint(text):
        return False
    # "Ports and trade", "East Africa trade": a kicker is a phrase; where names are so, too, another sign must tell.
    return lexicon.language == "ru" or name.lower() == name.upper() or not parts[-1][0].islower()


def _base_form(chosen: Sighting, seen: Sequence[Sighting], lexicon: Lexicon) -> Sighting:
    """Return the sighting of the same name that shows it best: whole, not in capitals, and where no case changes it."""
    key = key_of(chosen.name, lexicon.language)
    same = []
    for sighting in seen:
        other = key_of(sighting.name, lexicon.language)
        is_longer = sighting.where in _UNCHANGED and sighting.line != chosen.line
        if sighting.line == chosen.line and other != key and chosen.line >= 0:
            continue  # two readings of one line: the one chosen
        if is_domain(sighting.name) and not is_domain(chosen.name):
            continue
        if len(other) < len(key) and sighting.where in _CASED and chosen.where in _UNCHANGED:
            continue  # "Published by Heron Media Ltd" under "© The Heron of the East"
        is_part = are_alike(key, other) and (len(other) <= len(key) + 5 or is_longer)
        if is_part or is_same_name(key, other, lexicon.language):
            same.append(sighting)
    shown = Counter(key_of(name, lexicon.language) for name, _ in {(s.name, s.line) for s in same})
    rank = {where: number for number, where in enumerate(_UNCHANGED)}
    is_cased = chosen.where in _CASED
    return min(
        same,
        key=lambda s: (
            s.name.isupper(),
            -min(shown[key_of(s.name, lexicon.language)], 2),
            s.where != "masthead" if not is_cased else rank.get(s.where, len(rank)),
            -s.weight,
            s.name,
        ),
        default=chosen,
    )


def _without_edition(chosen: Sighting, frame: Sequence[Line], lexicon: Lexicon) -> str:
    """Return a name without "Digital" or "Online" behind it, where the page elsewhere gives it without.

    In Japanese the digital pages of a paper are called so in their masthead alone; what the paper's own imprint shows
    stands.
    """
    found = _EDITION.search(chosen.name)
    bare = chosen.name[: found.start()].rstrip() if found else ""
    if len(bare) < _SHORTEST_BARE or is_something_else(bare, lexicon):
        return chosen.name
    if without_product(chosen.name) != chosen.name:
        return without_product(chosen.name)
    whole, short = key_of(chosen.name, lexicon.language), key_of(bare, lexicon.language)
    others = [line.key for line in frame if line.index != chosen.line]
    if any(whole in key for key in others):
        return chosen.name
    if any(short in key for key in others):
        return bare
    is_masthead = chosen.where in ("masthead", "line beside the date") and is_spaceless(bare)
    return bare if is_masthead and has_outlet_word(bare, lexicon) else chosen.name


def _weigh_others(sighting: Sighting, seen: Sequence[Sighting], frame: Sequence[Line], lexicon: Lexicon) -> float:
    """Return how far the other places of the page that show the name speak for it."""
    if is_acronym(sighting.name) and sighting.where in ("sentence", "dateline"):
        return -0.5  # "Source: ABC", "(ABC)": an agency, unless the page itself bears the name
    key = key_of(sighting.name, lexicon.language)
    if sighting.where in _BARE and is_like_person(sighting.name, lexicon):
        # Under a headline and at the foot of a page stands its author: only what is said of no person counts.
        seen = [s for s in seen if s.where not in _BARE and s.where != "repeated"]
        frame = [line for line in frame if not line.key.startswith(key)] if lexicon.language not in _CASELESS else frame
    others = {s.where for s in seen if s.where != sighting.where and are_alike(key, key_of(s.name, lexicon.language))}
    echoes = count_echoes(sighting.name, sighting.line, frame, lexicon) if frame else 0.0
    return 0.4 * min(max(len(others), echoes), 2)


def _is_shown(name: str, frame: Iterable[Line], lexicon: Lexicon) -> bool:
    """Return whether what stands behind a dash is a short name that the lines around the text show again."""
    if not 0 < len(name.split()) <= _LONGEST_SUFFIX or name[0].islower() or is_something_else(name, lexicon):
        return False
    key = key_of(name, lexicon.language)
    shown = re.compile(rf"(?<!\w){re.escape(key)}")
    return len(key) > 2 and any(shown.search(line.key) and len(line.text) <= _LONGEST_LINE for line in frame)


def split_suffix(title: str, lexicon: Lexicon, frame: Iterable[Line] = ()) -> tuple[str, Sighting | None]:
    """Return a headline without the outlet's name behind it, and that name, which `frame` may show again."""
    found = _SUFFIX.search(title)
    if found is None or (len(title[: found.start()].strip()) < 12 and not is_spaceless(title)):
        return title, None
    name = tidy(found["name"])
    is_strong = found["mark"].strip() in ("|", "｜", "_", "::")
    if not is_strong and not has_outlet_word(name, lexicon) and not _is_shown(name, frame, lexicon):
        return title, None
    if len(name.split()) > 5 and not has_outlet_word(name, lexicon):
        return title, None
    return title[: found.start()].strip(), Sighting(name, "headline", 0.5)
