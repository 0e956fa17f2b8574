"""A page's tree → its lines: every run of text that a browser would set as a paragraph, in order, with what stands around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from sitegen.ingest.page.markup import UNREAD_TAGS, Markup, read_markup
from sitegen.ingest.page.words import ends_sentence, tidy, weigh

_BLOCK_TAGS = frozenset(
    "html body div p section article main header footer aside nav h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody "
    "tfoot tr td th caption blockquote figure figcaption pre address form fieldset details summary center hgroup menu "
    "dialog legend picture noscript search".split()
)
_LINK, _BOLD, _SLANT = 1, 2, 4
_STYLES = {"a": _LINK, "b": _BOLD, "strong": _BOLD, "i": _SLANT, "em": _SLANT, "small": _SLANT, "cite": _SLANT}
_IMAGES = frozenset(["img", "amp-img", "picture", "video", "amp-video", "amp-youtube"])


@dataclass(frozen=True, slots=True)
class Line:
    """A run of text without a break in it."""

    number: int
    text: str
    element: html.HtmlElement  # the nearest element that makes a block, or the inline one that is noise
    size: int  # see words.weigh
    linked: float  # share of the text that is a link, and so on
    bold: float
    slanted: float
    image: html.HtmlElement | None  # the picture between the line before and this one
    parts: tuple[tuple[Markup, str], ...]  # inline elements whose class says what they are

    @property
    def level(self) -> int:
        """The level of the heading that the line is, or 0."""
        for element in (self.element, *self.element.iterancestors()):
            tag = element.tag
            if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
                return int(tag[1])
            if tag in ("div", "td", "section", "article", "body"):
                break
        return 0


@dataclass(slots=True)
class _Run:
    """The text collected since the last break."""

    element: html.HtmlElement
    pieces: list[tuple[str, int]] = field(default_factory=list)
    parts: list[tuple[Markup, str]] = field(default_factory=list)


def read_lines(root: html.HtmlElement) -> tuple[Line, ...]:
    """Return the lines of a page in the order of its source, those of its frame among them."""
    lines: list[Line] = []
    picture = None
    for run, image in _read_runs(root):
        picture = picture if image is None else image
        for pieces in _split_at_breaks(run.pieces):
            line = _make_line(len(lines), pieces, run, picture)
            if line is not None:
                lines.append(line)
                picture = None
    return tuple(lines)


def markup_of(element: html.HtmlElement) -> Markup:
    """Return what the element's own names say of it."""
    names = f"{element.get('class', '')} {element.get('id', '')}"
    return read_markup(element.tag, names, element.get("role", ""), element.get("itemprop", ""))


def is_block(element: html.HtmlElement) -> bool:
    """Whether a browser starts a new line for the element; elements of a site's own making count as blocks."""
    return element.tag in _BLOCK_TAGS or "-" in element.tag


def _read_runs(root: html.HtmlElement) -> Iterator[tuple[_Run, html.HtmlElement | None]]:
    """Walk the tree without recursion and yield each run of text, with the picture that stood before it."""
    stack = [_Run(root)]
    styles: list[int] = [0]
    image: html.HtmlElement | None = None
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            opens = is_block(element)
            if opens or _is_inline_noise(element):
                if opens and stack[-1].pieces:
                    yield stack[-1], image
                    image = None
                    stack[-1] = _Run(stack[-1].element)
                stack.append(_Run(element))
            if element.tag in _IMAGES:
                image = element
            if element.tag == "br":
                stack[-1].pieces.append(("\n", -1))
            if element.tag in UNREAD_TAGS:
                walker.skip_subtree()
            styles.append(styles[-1] | _STYLES.get(element.tag, 0))
            if element.text and element.tag not in UNREAD_TAGS:
                stack[-1].pieces.append((element.text, styles[-1]))
        else:
            styles.pop()
            if stack[-1].element is element and element is not root:
                run = stack.pop()
                if run.pieces:
                    yield run, image
                    image = None
            elif not is_block(element):
                _note_part(stack[-1], element)
            if element.tail and element is not root:
                stack[-1].pieces.append((element.tail, styles[-1]))
    yield stack[0], image


def _is_inline_noise(element: html.HtmlElement) -> bool:
    return element.tag not in UNREAD_TAGS and bool(markup_of(element).noise)


def _note_part(run: _Run, element: html.HtmlElement) -> None:
    if element.tag in ("br", "a", "b", "i") and not element.get("class") and not element.get("itemprop"):
        if element.get("rel") != "author":
            return
    markup = markup_of(element)
    if element.get("rel") == "author":
        markup = Markup(markup.noise, markup.roles | {"byline"}, markup.is_content)
    if markup.roles:
        text = tidy("".join(element.itertext()))
        if text:
            run.parts.append((markup, text))


def _split_at_breaks(pieces: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """Cut a run where a `br` stands for the end of a paragraph and not for the end of a line of an address or verse."""
    groups: list[list[tuple[str, int]]] = [[]]
    breaks = 0
    for piece in pieces:
        if piece[1] == -1:
            breaks += 1
            continue
        if breaks and piece[0].strip():
            if groups[-1] and (breaks > 1 or _is_paragraph_end(groups[-1], piece)):
                groups.append([])
            else:
                groups[-1].append((" ", 0))
            breaks = 0
        groups[-1].append(piece)
    yield from (group for group in groups if group)


def _is_paragraph_end(before: list[tuple[str, int]], after: tuple[str, int]) -> bool:
    said = [piece for piece in before if piece[0].strip()]
    if not said:
        return True
    same = said[0][1]
    set_off = same and all(style & same for _, style in said)
    return (
        bool(set_off)
        or bool(after[1] & _BOLD)
        or ends_sentence(tidy(said[-1][0]))
        or said[-1][0].rstrip().endswith(":")
    )


def _make_line(number: int, pieces: list[tuple[str, int]], run: _Run, image: html.HtmlElement | None) -> Line | None:
    text = tidy("".join(text for text, _ in pieces))
    size = weigh(text)
    if not any(c.isalnum() for c in text):
        return None

    def share(style: int) -> float:
        return min(1.0, sum(weigh(tidy(t)) for t, s in pieces if s > 0 and s & style) / size)

    parts = tuple(part for part in run.parts if part[1] in text)
    return Line(number, text, run.element, size, share(_LINK), share(_BOLD), share(_SLANT), image, parts)
