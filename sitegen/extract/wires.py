"""The head of a wire report in Chinese or Japanese, `(中央社紐約24日專電)`: on which day "today" was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from sitegen.extract.scan import Scan
from sitegen.extract.tokens import SPACELESS
from sitegen.fold import fold

SENT_WITHIN = 3  # days from the wire to the page that prints it
# In brackets, or without them up to the word for "wire": `新华社北京2月18日电 `.
_DATELINE = re.compile(
    r"\s*(?:[(（【〔\[][^)）】〕\]]{0,40}?(?P<day>\d{1,2})日[^)）】〕\]]{0,40}[)）】〕\]]"
    r"|[^\s,，。、]{2,20}?(?P<sent>\d{1,2})日(?:专|專)?[电電讯訊])"
)


def dateline_end(scan: Scan, language: str) -> int:
    """Return how many characters of a sentence are a dateline with its day, 0 where it has none."""
    found = _DATELINE.match(_digits_folded(scan)) if language in SPACELESS and not scan.is_heading else None
    return found.end() if found else 0


def written_on(scans: Sequence[Scan], language: str, printed: date | None) -> date | None:
    """Return the day from which an article counts "yesterday" and "today": that of its dateline, else of its print."""
    first = next((s for s in scans if s.number > 0 and not s.is_heading), None)
    if printed is None or first is None or language not in SPACELESS:
        return printed
    found = _DATELINE.match(_digits_folded(first))
    number = int(found["day"] or found["sent"]) if found else 0
    days = (printed - timedelta(days=n) for n in range(SENT_WITHIN + 1))
    return next((day for day in days if day.day == number), printed)


def _digits_folded(scan: Scan) -> str:
    """The text with full-width digits as ours, where folding keeps each character's place."""
    folded = fold(scan.text)
    return folded if len(folded) == len(scan.text) else scan.text
