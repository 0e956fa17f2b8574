"""Which of our languages a text is written in: its script, py3langid over the document, and function words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from sitegen.fold import fold
from sitegen.lang import codes
from sitegen.lang.table import reading_table

SAMPLE = 1600  # characters; more of a text changes nothing and costs time
CLASSIFIED = 360  # of which py3langid sees these
_SCRIPTS = (
    ("kana", re.compile("[\u3041-\u30ff]")),
    ("han", re.compile("[\u3400-\u9fff]")),
    ("devanagari", re.compile("[\u0900-\u097f]")),
    ("arabic", re.compile("[\u0621-\u06ff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")),
)
_BY_SCRIPT = {"devanagari": ("hi",), "arabic": ("ar", "fa"), "cyrillic": ("ru",), "han": ("zh",), "kana": ("ja",)}
_LETTER = re.compile(r"[^\W\d_]")
_PERSIAN = re.compile("[پچژگکی]")
_ARABIC = re.compile("[ةيكىإأ]")
_WORD = re.compile(r"[^\W\d_][\w\u0900-\u0963]*(?:['’][^\W\d_]+)?")
# From this probability on, and this number of words, py3langid is believed that a text is in none of our languages.
# Measured: it says so of none of 149 texts of ours with letters, and of eleven texts in eleven other languages.
_SURE, _ENOUGH_WORDS = 0.95, 20
_FEW_WORDS, _HARDLY_ANY = 12, 4


def detect_language(paragraphs: Iterable[str], declared: str | None = None) -> str | None:
    """Return the code of the language of a text, or None where it is written in none of ours.

    `declared` decides only where the text is too short to tell.
    """
    text = _sample(paragraphs)
    script = _main_script(text[:400])
    vote = (declared or "").replace("_", "-").split("-")[0].lower()
    if script is None:
        return vote if vote in codes() else None
    if script in ("han", "kana"):
        return _BY_SCRIPT[script][0]
    words = _WORD.findall(fold.__wrapped__(text))
    guess, probability = _any_language().classify(text[: CLASSIFIED if script == "latin" else CLASSIFIED // 2])
    if guess not in codes() and probability >= _SURE and len(words) >= _ENOUGH_WORDS:
        return None
    return _of_latin(words, text, vote, str(guess)) if script == "latin" else _of_script(script, text)


def _sample(paragraphs: Iterable[str]) -> str:
    """Return the beginning of the paragraphs; short lines, often the page's own, only for want of them."""
    lines = [head for head in (line.strip()[:SAMPLE] for line in paragraphs) if _is_text(head)]
    prose = [line for line in lines if len(line) >= 90 or (len(line) >= 30 and " " not in line[:30])]
    return "\n".join(prose or lines)[:SAMPLE]


def _is_text(line: str) -> bool:
    """Return whether at least a third of the beginning of a line are letters: no row of signs, no address."""
    head = line[:60]
    return 3 * len(_LETTER.findall(head)) >= len(head) > 0 and "://" not in head


def _main_script(text: str) -> str | None:
    counts = {name: len(pattern.findall(text)) for name, pattern in _SCRIPTS}
    letters = len(_LETTER.findall(text))
    if counts["kana"] * 12 > counts["han"] + counts["kana"] > 0:
        counts["kana"] += counts["han"]
    else:
        counts["han"] += counts["kana"]
        counts["kana"] = 0
    name, count = max(counts.items(), key=lambda item: (item[1], item[0]))
    return name if count and 2 * count >= letters else None


def _of_script(script: str, text: str) -> str:
    candidates = _BY_SCRIPT[script]
    if candidates == ("ar", "fa"):
        return "fa" if len(_PERSIAN.findall(text)) > len(_ARABIC.findall(text)) else "ar"
    return candidates[0]


def _of_latin(words: list[str], text: str, vote: str, guess: str) -> str:
    counts = Counter(words)
    shares = _shares(counts)
    best = max(sorted(shares), key=lambda code: shares[code])
    is_likely = len(words) < _HARDLY_ANY or shares.get(vote, 0.0) > 0
    if len(words) < _FEW_WORDS and vote in shares and is_likely and shares[vote] >= shares[best]:
        return vote
    if guess not in shares:
        guess = str(_identifier().classify(text[:CLASSIFIED])[0])
    found = best if shares[best] >= 0.08 and shares[best] > 1.6 * shares.get(guess, 0.0) else guess
    return _malay_or_indonesian(words, text, vote) if found in ("id", "ms") else found


def _malay_or_indonesian(words: list[str], text: str, vote: str) -> str:
    """Tell the two apart by the words that only one of them uses; py3langid and the declaration weigh one word each."""
    counts = Counter(words)
    score = {code: sum(counts[word] for word in _telling(code)) for code in ("id", "ms")}
    if abs(score["id"] - score["ms"]) <= 2:
        score[str(_neighbours().classify(text)[0])] += 1
    if vote in score:
        score[vote] += 1
    return "id" if score["id"] >= score["ms"] else "ms"


def _shares(counts: Counter[str]) -> dict[str, float]:
    """Return for each language in Latin letters which part of the words are its function words."""
    found = dict.fromkeys(_latin(), 0)
    languages = _function_words()
    for word, count in counts.items():
        for code in languages.get(word, ()):
            found[code] += count
    total = counts.total() or 1
    return {code: count / total for code, count in found.items()}


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Return the languages in Latin letters by their function words, accents kept and left out."""
    forms: dict[str, set[str]] = {}
    for code in _latin():
        for word in reading_table(code).words:
            for form in (fold(word, code), fold(word)):
                forms.setdefault(form, set()).add(code)
    return {word: tuple(sorted(languages)) for word, languages in forms.items()}


@cache
def _telling(code: str) -> frozenset[str]:
    return frozenset(fold(word) for word in reading_table(code).telling)


@cache
def _latin() -> tuple[str, ...]:
    other = {code for group in _BY_SCRIPT.values() for code in group}
    return tuple(code for code in codes() if code not in other)


@cache
def _identifier() -> LanguageIdentifier:
    return _restricted(_latin())


@cache
def _neighbours() -> LanguageIdentifier:
    return _restricted(("id", "ms"))


@cache
def _any_language() -> LanguageIdentifier:
    return _restricted(None)


def _restricted(languages: tuple[str, ...] | None) -> LanguageIdentifier:
    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(languages)
    return identifier
