"""Rules by signs alone: lines without a letter, hashtags, crumbs and bars of sections."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import groupby, pairwise

from sitegen.ingest.clean.page import Drops, Page
from sitegen.ingest.fields.dates import find_days
from sitegen.ingest.lines import Line, Shape, is_spaceless, key_of
from sitegen.ingest.phrases import Lexicon, cover, lexicon

_CRUMB = re.compile(r"\s*(?:›|»|>|→|/|\||·|•|—|–|\\|::|＞|｜|／|¦|(?<=\s)«(?=\s)|‹|▸|►)\s*")
_PATH = re.compile(r"\s[>›»＞→]\s")
_BAR = re.compile(r"\s*[|·•｜]\s*|\s{2,}|\t")
_BULLET = re.compile(r"^\s*[-–•*▪■●○]\s+")
_ARROW = re.compile(r"^\s*(?:>>+|»+|▶|►|▸|→|⇒|➡|👉|☛|🔴|📌|🔗|\+\+\+|＞＞|》》)\s*\S")
_ADVERT = re.compile(
    r"^\s*(?:[\[【［(（]\s*(?:PR|AD|広告|广告|廣告|Ad|Anzeige|Реклама)\s*[\]】］)）]|(?:PR|AD)\s*[:：|｜\u3000])"
)
_NETWORK = re.compile(
    r"(?<!\w)(?:facebook|twitter|whatsapp|telegram|mastodon|bluesky|threads|linkedin|reddit|pinterest|instagram|"
    r"e-?mail|weibo|wechat|viber|messenger|tumblr|kakaotalk|zalo|flipboard|pocket)(?!\w)|微信|微博|ＬＩＮＥ|はてブ|はてな",
    re.IGNORECASE,
)
_GLUED = re.compile(r"[\w>»›/)]\s*$")
# "（２面に関連記事）", "(see page 3)", "(Bericht Seite 4)": a paper's reference to its other pages, in brackets.
_REFERENCE = re.compile(
    r"^\s*[(（\[【＝=](?=[^()（）]{0,60}\d)[^()（）]{0,40}?(?:\d\s?[面頁页版]|(?<!\w)(?:pages?|pp?\.|seiten?|s\.|páginas?|pág\.|"
    r"pagin[ae]|pag\.|стр\.|страниц\w*|sayfa\w*|صفحه|صفحة|ص|halaman|hal\.|muka surat|trang|पेज|पृष्ठ)\s?\d)"
    r"[^()（）]{0,40}[)）\]】]\s*$",
    re.IGNORECASE,
)
_CLOCK = re.compile(r"\s*[\[(]?(?:[01]?\d|2[0-3])[.:][0-5]\d[\])]?\s*")
_HASHTAG = re.compile(r"#[\w\u200c]+")
_GLUE = re.compile(r"(?<=[a-zß-öø-ÿа-яёıışğ0-9)])(?=[A-ZÀ-ÖØ-ÞА-ЯЁİŞĞÇÖÜ«“])")
MAX_LINE = 220
A_TICKER = 2  # clocks
_BARS = 2  # between the links of a row; one may stand in a headline
LONGEST_HEAD = 60  # lines; a page that has more before its first paragraph is a list
MAX_PIECE_WORDS = 5
_SECTION = 4  # characters of a section that no table knows


def item_clocks(lines: Sequence[Line]) -> frozenset[int]:
    """Return the lines that are a clock right above text, where several are: a lone one is the time of a page."""
    clocks = [line.index for line, below in pairwise(lines) if _CLOCK.fullmatch(line.text) and below.is_text]
    return frozenset(clocks) if len(clocks) >= A_TICKER else frozenset()


def signs(page: Page) -> Drops:
    """Drop lines without a letter: rules of dashes, stars, page numbers; a bare date is a date."""
    language = page.lexicon.language
    empty = [line for line in page.lines if line.shape is Shape.EMPTY]
    return {line.index: "stamp" if find_days(line.text[:60], language) else "signs" for line in empty}


def hashtags(page: Page) -> Drops:
    """Drop lines that consist of hashtags."""
    return {
        line.index: "tags"
        for line in page.lines
        if line.text.count("#") >= 1 and len(line.text) <= 300 and not _HASHTAG.sub("", line.text).strip(" ,;·|")
    }


def marks(page: Page) -> Drops:
    """Drop short lines that a sign for advertising begins: "[PR] …", and bars in which networks are named."""
    drops: dict[int, str] = {}
    for line in page.lines:
        if line.shape is Shape.HEADLINE and line is not page.title and len(line.text) <= MAX_LINE:
            if _ADVERT.match(line.text):
                drops[line.index] = "advert"
            elif "|" in line.text or "·" in line.text or "•" in line.text or "｜" in line.text:
                pieces = [piece for piece in _BAR.split(line.text.strip()) if piece]
                if len(pieces) > 1 and all(map(_is_short, pieces)) and any(map(_NETWORK.search, pieces)):
                    drops[line.index] = "share"
    return drops


def notes(page: Page) -> Drops:
    """Drop short lines that a reference mark begins ("※本期由讀者贊助"), and rows of links inside the text."""
    first, last = page.first_text, page.last_text
    drops: dict[int, str] = {}
    for position, line in enumerate(page.lines):
        if line.shape is not Shape.HEADLINE or line is page.title or len(line.text) > MAX_LINE:
            continue
        if line.text.lstrip()[:1] == "※" or _REFERENCE.match(line.text):
            drops[line.index] = "note"
        elif first < position < last and line.text.count("|") + line.text.count("｜") >= _BARS:
            pieces = [piece for piece in _BAR.split(line.text.strip()) if piece]
            if len(pieces) > _BARS and all(map(_is_short, pieces)):
                drops[line.index] = "navigation"
    return drops


def arrows(page: Page) -> Drops:
    """Drop headline-like lines that an arrow points out: teasers of other articles."""
    return {
        line.index: "arrow"
        for line in page.lines
        if line.shape is Shape.HEADLINE and line is not page.title and _ARROW.match(line.text) and "«" not in line.text
    }


def glued_crumb(page: Page) -> Drops:
    """Drop a line that ends with another line of the head and begins with the sections glued to it."""
    head = page.lines[: min(page.first_text, LONGEST_HEAD)]
    drops: dict[int, str] = {}
    for line in head:
        for other in head:
            if other is not line and len(other.text) >= 12 and line.text.endswith(other.text):
                sections = line.text[: -len(other.text)]
                if len(sections) < len(other.text) and _GLUED.search(sections):
                    drops[line.index] = "crumb"
    return drops


def doubled_caption(page: Page) -> Drops:
    """Drop a bulleted line of the head and its copy without the bullet: a picture's words and its caption."""
    drops: dict[int, str] = {}
    for line, following in pairwise(page.lines[: page.first_text + 2]):
        bare = _BULLET.sub("", line.text)
        if bare != line.text and bare.strip() == following.text.strip():
            drops.update({line.index: "caption", following.index: "caption"})
    return drops


def split_glued(line: Line, words: Lexicon) -> int:
    """Return where the headline begins in a line such as "HomePoliticsHeadline of the Day"; 0 where none is glued."""
    text = line.text
    begin = _after_sections(text, words.language)
    if not begin:
        return 0
    for place in (m.start() for m in _GLUE.finditer(text[:120]) if m.start() > begin):
        if len(text[begin:place].split()) > 3:
            break
        begin = place
    return begin if len(text[begin:].split()) >= 3 else 0


def _after_sections(text: str, language: str) -> int:
    """Return the end of the known sections that begin a line, each glued to what follows it."""
    sections = _sections(language)
    begin = 0
    while True:
        names = sections.get(text[begin : begin + 2], ())
        glued = (n for n in names if text.startswith(n, begin) and text[begin + len(n) :][:1].isupper())
        longest = max(glued, key=len, default=None)
        if longest is None:
            return begin
        begin += len(longest)


@cache
def _sections(language: str) -> Mapping[str, tuple[str, ...]]:
    """Return the names of sections by their first two letters."""
    names = (name for table in lexicon(language).tables for name in (*table.home, *table.sections))
    forms = sorted({form for name in names for form in (name, name.upper())})
    return {begin: tuple(group) for begin, group in groupby(forms, key=lambda form: form[:2])}


def navigation(page: Page) -> Drops:
    """Drop crumbs and bars of sections at the head and the foot of a page."""
    drops: dict[int, str] = {}
    for line in page.margins():
        if line.shape is Shape.HEADLINE and len(line.text) <= MAX_LINE and line is not page.title:
            if is_crumb(line, page.lexicon):
                drops[line.index] = "crumb"
            elif is_bar(line, page.lexicon):
                drops[line.index] = "navigation"
    return drops


def is_crumb(line: Line, words: Lexicon) -> bool:
    """Return whether a line is a path of sections: it begins at home, or each piece is a section."""
    pieces = [piece for piece in _CRUMB.split(line.text) if piece]
    if len(pieces) < 2 or any(len(piece.split()) > 6 for piece in pieces):
        return False
    known = [_is_section(piece, words) for piece in pieces]
    is_path = _PATH.search(line.text) is not None and known[-1]  # "The Heron > Politics": no headline ends so
    return (known[0] and _is_home(pieces[0], words.language)) or sum(known) * 2 > len(pieces) or is_path


def is_bar(line: Line, words: Lexicon) -> bool:
    """Return whether a line is a row of at least three short names, or of two known sections."""
    pieces = [piece for piece in _BAR.split(line.text.strip()) if piece]
    if len(pieces) == 1 and is_spaceless(line.text):
        pieces = line.text.split()
        # "川習通話兩小時 貿易有進展 十月南韓見": headlines of Taiwan are rows, too, but of no sections.
        is_known = any(_is_section(piece, words) or cover(words.line, piece.lower()) for piece in pieces)
        if not is_known and max(map(len, pieces), default=0) > _SECTION:
            return False
    if len(pieces) >= 3:
        return all(_is_short(piece) for piece in pieces)
    if len(pieces) == 2:
        return all(_is_section(piece, words) for piece in pieces)
    return cover(words.names, line.key) is not None


def _is_short(piece: str) -> bool:
    if is_spaceless(piece):
        return len(piece) <= 8
    return len(piece.split()) <= MAX_PIECE_WORDS and len(piece) <= 40


def _is_home(piece: str, language: str) -> bool:
    return piece.strip().casefold() in _homes(language)


@cache
def _homes(language: str) -> frozenset[str]:
    return frozenset(home.casefold() for table in lexicon(language).tables for home in table.home)


def _is_section(piece: str, words: Lexicon) -> bool:
    return cover(words.names, key_of(piece, words.language)) is not None
