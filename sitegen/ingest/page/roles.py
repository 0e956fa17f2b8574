"""What a line is by the names of the elements around it, and by how it looks: date line, name, heading."""

from __future__ import annotations

import re
from collections import Counter

from lxml import html

from sitegen.ingest.page.lines import Line, markup_of
from sitegen.ingest.page.words import ends_sentence, weigh

# A day in figures, or a year (Gregorian or Solar Hijri, in digits of every script) with another number beside it: what
# a line under a headline has. A year alone is as often part of a name ("COP 2025").
_YEAR = r"(?<!\d)(?:19|20|13|14|[۱١][۳۴٣٤]|[۲٢][۰٠]|१९|२०)\d\d(?!\d)"
_NUMBER = r"(?<!\d)\d{1,2}(?!\d)"
_DATE = re.compile(
    r"\d{1,4}\s*[./\-]\s*\d{1,2}\s*[./\-]\s*\d{1,4}"
    rf"|{_NUMBER}.{{0,40}}?{_YEAR}|{_YEAR}.{{0,40}}?{_NUMBER}"
    r"|\d{1,2}\s*月\s*\d{1,2}\s*日\D{0,6}\d{1,2}\s*[:：時时点]"
)
_SENTENCE_ENDS = ("。", "！", "？", "।", "۔", "؟", "?", "!")
_LONGEST_DATE_LINE = 130  # letters
_LONGEST_HEADING = 120
_SMALL_BOX = 300  # letters in an element whose name speaks for each of its lines


def roles_of(line: Line, sizes: Counter[html.HtmlElement]) -> frozenset[str]:
    """Return what the names of the line's element and of those around it say.

    A larger element speaks only for the line that is most of it: "content with-summary" is no standfirst.
    """
    found = set(markup_of(line.element).roles)
    for element in line.element.iterancestors():
        size = sizes[element]
        if size > _SMALL_BOX and size > 1.5 * line.size:
            break
        found |= markup_of(element).roles
    if found & {"standfirst"} and sizes[line.element] > 1.5 * line.size:
        found.discard("standfirst")
    return frozenset(found)


def inner_roles(line: Line) -> frozenset[str]:
    """Return what the names of the inline elements inside the line say."""
    return frozenset[str]().union(*(markup.roles for markup, _ in line.parts))


def is_date_line(text: str) -> bool:
    """Whether a line says when something was published and hardly anything else."""
    words = len(text.split())
    if weigh(text) > _LONGEST_DATE_LINE or words > 18 or text.endswith(_SENTENCE_ENDS):
        return False
    return not (words > 8 and text.endswith(".")) and bool(_DATE.search(text))


def is_heading(line: Line) -> bool:
    """Whether a line is set as a heading: by its tag, or bold as a whole and short."""
    if line.level:
        return True
    return line.bold > 0.95 and line.size <= _LONGEST_HEADING and not line.text.endswith((".", "。", "।"))


def is_name(line: Line) -> bool:
    """Whether a line looks like the name of its writer: short, no figures, no sentence."""
    words = line.text.split()
    has_signs = any(c.isdigit() or c in ":：?!" for c in line.text) or ". " in line.text[4:]
    return line.size <= 60 and len(words) <= 8 and not has_signs and not ends_sentence(line.text)


def is_set_off(line: Line) -> bool:
    """Whether a line is set in italics or small print, centred or at the end of the line."""
    style = line.element.get("style", "").replace(" ", "").lower()
    aligned = line.element.get("align", "").lower()
    is_aside = any(f"text-align:{side}" in style for side in ("center", "right", "left", "end"))
    return line.slanted > 0.8 or is_aside or aligned in ("center", "right") or line.element.tag in ("address", "center")
