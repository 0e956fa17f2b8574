"""Articles whose text another one repeats with small edits: found within a language, in time linear in their number.

Shingles and MinHash with banding (Broder 1997; Leskovec, Rajaraman, Ullman, Mining of Massive Datasets, chapter 3)
propose pairs, the shared shingles themselves decide. Each article is compared only with earlier ones in its buckets.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from sitegen.model import Article

# Words in a shingle, and characters where a language sets no spaces. Three words are rare enough to be a text's own and
# few enough that one changed word costs three shingles only.
_WORDS, _CHARACTERS = 3, 5
_UNSPACED = frozenset(["zh", "ja"])

# 64 bands of 2, and a pair is looked at when two bands agree: texts that share 30 % of all their shingles (one is the
# other without two thirds of its paragraphs) are with a chance of 98 %, those that share 3 %, as two reports of one
# event may, with 0.2 %.
_BANDS, _ROWS, _AGREE = 64, 2, 2
_BUCKET = 8  # articles kept in a bucket: a text printed a thousand times is compared with eight of them, not with all

# Of 193 pairs of different reports in one language (the project's labelled articles) the two most alike share 0.07 of
# the shorter text's shingles; a copy rewritten by hand shares 0.66. Copies made from 63 articles by changing 10 % of
# the words and dropping 30 % of the paragraphs share 0.54 to 0.85. Two short reports around one long quotation: 0.3.
SHARED_ENOUGH = 0.45
FEWEST = 20  # shingles; shorter texts are alike by chance ("The two ministers met on Monday.")

# Letters that newsrooms write in several ways: a text is no other text for them.
_VARIANTS = str.maketrans("أإآٱىيكةؤئ", "ااااییکهوی") | {0x200C: None, 0x200D: None, 0x640: None, 0xAD: None}
_WORD = re.compile(r"[^\W_]+")


def mark_copies(articles: tuple[Article, ...]) -> tuple[Article, ...]:
    """Return the articles in their order, `copy_of` set in those that repeat another's text.

    The original is the earliest published of its group, then the lowest id; articles without a day come last.
    """
    by_language: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        by_language[article.language].append(article)
    original: dict[str, str] = {}
    for language in sorted(by_language):
        original.update(_find_originals(sorted(by_language[language], key=_age)))
    return tuple(replace(article, copy_of=original.get(article.id)) for article in articles)


def share_of(left: frozenset[int], right: frozenset[int]) -> float:
    """Return how much of the shorter text stands in the longer one, from 0 to 1."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0


def shingle(texts: Sequence[str], language: str) -> frozenset[int]:
    """Return the hashes of the overlapping runs of words (characters in Chinese and Japanese) of the paragraphs."""
    found: set[int] = set()
    for text in texts:
        words = _WORD.findall(_fold(text))
        width = _WORDS
        if language in _UNSPACED:
            words, width = list("".join(words)), _CHARACTERS
        found.update(_hash(" ".join(words[i : i + width])) for i in range(len(words) - width + 1))
    return frozenset(found)


def _age(article: Article) -> tuple[bool, str, str]:
    published = article.published
    return (published is None, published.day.isoformat() if published is not None else "", article.id)


def _find_originals(articles: Sequence[Article]) -> dict[str, str]:
    """The original of each copy among articles of one language, the earliest first."""
    buckets: dict[tuple[int, bytes], list[int]] = defaultdict(list)
    shingles: dict[int, frozenset[int]] = {}
    original: dict[str, str] = {}
    for number, article in enumerate(articles):
        own = shingle([block.text for block in article.blocks], article.language)
        if len(own) < FEWEST:
            continue
        keys = _keys(own)
        met = Counter(other for key in keys for other in buckets[key])
        near = sorted(other for other, count in met.items() if count >= _AGREE)
        match = next((articles[n].id for n in near if share_of(own, shingles[n]) >= SHARED_ENOUGH), None)
        if match is not None:
            original[article.id] = original.get(match, match)
        shingles[number] = own
        for key in keys:
            if len(buckets[key]) < _BUCKET:
                buckets[key].append(number)
    return original


def _keys(shingles: frozenset[int]) -> list[tuple[int, bytes]]:
    """The bucket of the text in each band."""
    multiply, add = _permutations()
    hashes = np.fromiter(sorted(shingles), dtype=np.uint64, count=len(shingles))
    smallest = (hashes[:, None] * multiply + add).min(axis=0)  # modulo 2**64, as unsigned numbers are
    return [(band, smallest[band * _ROWS : (band + 1) * _ROWS].tobytes()) for band in range(_BANDS)]


@cache
def _permutations() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Odd factors and summands, one pair a row: the same in every run, on every machine."""
    numbers = [_hash(f"permutation {number}") for number in range(2 * _BANDS * _ROWS)]
    return np.array(numbers[::2], dtype=np.uint64) | np.uint64(1), np.array(numbers[1::2], dtype=np.uint64)


def _hash(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


def _fold(text: str) -> str:
    """Case, width, accents and letter variants folded away: a copy is often typed again, or loses its accents."""
    bare = unicodedata.normalize("NFKD", text.translate(_VARIANTS).casefold())
    return "".join(c for c in bare if not unicodedata.combining(c))
