"""Rule for what hangs on a paragraph: a writer's initials or an agency's mark after the last word."""

from __future__ import annotations

import re

from sitegen.ingest.lines import INITIALS

_SENTENCE_END = re.compile(r"[.!?。！？।؟۔…\"”’»」]$")
_PLAIN_WORD = re.compile(r"^[(\[（\s]*(?:\d+|[A-ZÀ-Þ][a-zß-ÿ]{4,}|[\u0600-\u06ff\u0900-\u097f]+)[)\]）\s]*$")


def split_initials(text: str) -> tuple[str, str]:
    """Return a paragraph without the initials at its end, and these; "" where there are none.

    Only after the end of a sentence: "the Shanghai Cooperation Organisation (SCO)" keeps its abbreviation.
    """
    found = INITIALS.search(text[-40:])
    if not found:
        return text, ""
    initials = found[0].strip()
    before = text[: len(text) - len(found[0])].rstrip()
    if not _SENTENCE_END.search(before) or _PLAIN_WORD.match(initials):
        return text, ""
    return before, initials
