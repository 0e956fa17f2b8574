"""A page's tree → its lines: each run of text that a browser sets as a paragraph, in order, with what is around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree, html

from sitegen.ingest.page.markup import UNREAD_TAGS, Markup, read_markup
from sitegen.ingest.page.words import ends_sentence, tidy, weigh

_BLOCK_TAGS = frozenset(
    [
        "html", "body", "div", "p", "section", "article", "main", "header", "footer", "aside", "nav", "h1",
        "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tfoot",
        "tr", "td", "th", "caption", "blockquote", "figure", "figcaption", "pre", "address", "form", "fieldset",
        "details", "summary", "center", "hgroup", "menu", "dialog", "legend", "picture", "noscript", "search",
        "hr",
    ]
)  # fmt: skip
_LINK, _BOLD, _SLANT, _NAMED = 1, 2, 4, 8
_STYLES = {"a": _LINK, "b": _BOLD, "strong": _BOLD, "i": _SLANT, "em": _SLANT, "small": _SLANT, "cite": _SLANT}
_HEAD_ROLES = frozenset(["byline", "date", "meta"])
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
    """The text collected since the last break, and the picture that stood before it."""

    element: html.HtmlElement
    image: html.HtmlElement | None = None
    pieces: list[tuple[str, int]] = field(default_factory=list)
    parts: list[tuple[Markup, str]] = field(default_factory=list)


def read_lines(root: html.HtmlElement) -> tuple[Line, ...]:
    """Return the lines of a page in the order of its source, those of its frame among them."""
    lines: list[Line] = []
    picture = None
    for run in _Walk(root).read():
        picture = picture if run.image is None else run.image
        is_head = bool(markup_of(run.element).roles & _HEAD_ROLES)
        for pieces in _split_at_breaks(run.pieces, is_head=is_head):
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


class _Walk:
    """One pass over the tree, without recursion: a page may be nested as deep as it likes."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.root = root
        self.done: list[_Run] = []
        self.stack = [_Run(root)]
        self.styles = [0]
        self.image: html.HtmlElement | None = None
        self.rows = {row for table in root.iter("table") if _is_data(table) for row in table.iter("tr")}

    def read(self) -> list[_Run]:
        """Return the runs of text in the order of the source."""
        walker = etree.iterwalk(self.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                if element.tag in UNREAD_TAGS:
                    walker.skip_subtree()
                self._open(element)
            else:
                self._close(element)
        self._finish(self.stack[0])
        return self.done

    def _open(self, element: html.HtmlElement) -> None:
        tag = element.tag
        is_cell = self._is_cell(element)
        if is_block(element) and not is_cell:
            self._finish(self.stack[-1])
            self.stack[-1] = _Run(self.stack[-1].element)
            self.stack.append(_Run(element))
        elif _is_inline_noise(element):
            self.stack.append(_Run(element))
        if tag in _IMAGES:
            self.image = element
        if tag == "br":
            self.stack[-1].pieces.append(("\n", -1))
        if is_cell and self.stack[-1].pieces:
            self.stack[-1].pieces.append((" | ", 0))
        named = _NAMED if tag in ("span", "font", "time") and markup_of(element).roles else 0
        self.styles.append(self.styles[-1] | _STYLES.get(tag, 0) | named)
        if tag not in UNREAD_TAGS:
            self._add(element.text, element)

    def _close(self, element: html.HtmlElement) -> None:
        self.styles.pop()
        if self.stack[-1].element is element and element is not self.root:
            self._finish(self.stack.pop())
        elif not is_block(element):
            _note_part(self.stack[-1], element)
        if element is not self.root:
            self._add(element.tail, element)

    def _is_cell(self, element: html.HtmlElement) -> bool:
        return element.tag in ("td", "th") and element.getparent() in self.rows

    def _add(self, text: str | None, element: html.HtmlElement) -> None:
        """Add text at the border of an element; "<span class=place>Hanoi</span>The" is shown with a gap."""
        if not text:
            return
        pieces = self.stack[-1].pieces
        before = pieces[-1][0][-1:] if pieces else ""
        if element.tag == "span" and element.get("class") and text[0].isupper() and (before.islower() or before == "."):
            pieces.append((" ", self.styles[-1]))
        pieces.append((text, self.styles[-1]))

    def _finish(self, run: _Run) -> None:
        if any(text.strip() for text, style in run.pieces if style >= 0):
            run.image, self.image = self.image, None
            self.done.append(run)


def _is_data(table: html.HtmlElement) -> bool:
    """Whether a table holds data and not a layout: it names its columns, and no cell holds paragraphs."""
    return table.find(".//th") is not None and table.find(".//table") is None and table.find(".//p") is None


def _is_inline_noise(element: html.HtmlElement) -> bool:
    return element.tag not in UNREAD_TAGS and bool(markup_of(element).noise)


def _note_part(run: _Run, element: html.HtmlElement) -> None:
    """Remember what the names of an inline element say of its text."""
    is_author = element.get("rel") == "author"
    if not is_author and not element.get("class") and not element.get("itemprop") and element.tag != "time":
        return
    markup = markup_of(element)
    roles = markup.roles | ({"byline"} if is_author else set())
    text = tidy("".join(element.itertext())) if roles else ""
    if text:
        run.parts.append((Markup(markup.noise, roles, markup.is_content), text))


def _split_at_breaks(pieces: list[tuple[str, int]], *, is_head: bool) -> Iterator[list[tuple[str, int]]]:
    """Cut a run where a `br` stands for the end of a paragraph and not for the end of a line of an address or verse.

    In a byline every `br` parts two fields.
    """
    groups: list[list[tuple[str, int]]] = [[]]
    breaks = 0
    for piece in pieces:
        if piece[1] == -1:
            breaks += 1
            continue
        if breaks and piece[0].strip():
            if groups[-1] and (breaks > 1 or is_head or _is_paragraph_end(groups[-1], piece)):
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
