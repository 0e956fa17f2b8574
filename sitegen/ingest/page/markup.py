"""What the class, id, role and name of an element say about its text: the table `markup.toml`, asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from sitegen.toml_file import read_toml

# Elements that are never part of an article's text (WHATWG HTML: metadata, embedded and interactive content, sections
# other than the article; AMP's own), unless they hold most of the page's prose: old ASP.NET pages are one form.
NOISE_TAGS = {
    "nav": "navigation", "menu": "navigation", "header": "navigation", "aside": "sidebar", "footer": "footer",
    "form": "form", "fieldset": "form", "label": "form", "select": "form", "button": "form", "dialog": "window",
    "amp-ad": "advert", "amp-sticky-ad": "advert", "amp-embed": "advert", "amp-social-share": "share",
    "amp-sidebar": "navigation", "amp-consent": "cookies", "amp-user-notification": "cookies",
}  # fmt: skip
UNREAD_TAGS = frozenset(
    [
        "script", "style", "template", "noscript", "iframe", "frame", "frameset", "noframes", "object", "embed",
        "applet", "svg", "math", "canvas", "video", "audio", "map", "textarea", "option", "rt", "rp", "head",
        "title", "link", "meta", "input", "param", "source", "track", "area", "base", "datalist", "progress",
        "meter",
    ]
)  # fmt: skip
_NOISE_ROLES = {
    "navigation": "navigation",
    "search": "form",
    "complementary": "sidebar",
    "contentinfo": "footer",
    "dialog": "window",
    "alertdialog": "window",
    "menu": "navigation",
    "menubar": "navigation",
    "toolbar": "share",
    "tablist": "navigation",
}
_ITEMPROPS = {
    "headline": "headline",
    "alternativeheadline": "standfirst",
    "description": "standfirst",
    "author": "byline",
    "datepublished": "date",
    "datemodified": "date",
    "articlebody": "content",
    "caption": "caption",
    "articlesection": "kicker",
}
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_PART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Markup:
    """What an element's own names say: a kind of noise or "", the roles of its text, whether it holds the body."""

    noise: str
    roles: frozenset[str]
    is_content: bool


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    noise: tuple[tuple[str, re.Pattern[str]], ...]
    roles: tuple[tuple[str, re.Pattern[str]], ...]
    content: re.Pattern[str]


def read_markup(tag: str, names: str, role: str, itemprop: str) -> Markup:
    """Return what the tag, the class and id (as one string), the ARIA role and the item property of an element say."""
    said = _read_names(names)
    # A `footer` or `header` that names itself a byline is the head of an article.
    is_head = tag in ("header", "footer") and bool(said.roles & {"byline", "date", "meta"})
    by_tag = "" if is_head else NOISE_TAGS.get(tag, "")
    noise = by_tag or _NOISE_ROLES.get(role.strip().lower(), "") or said.noise
    own = {_ITEMPROPS[p] for p in itemprop.lower().split() if p in _ITEMPROPS}
    if tag == "figcaption":
        own.add("caption")
    if tag == "time":
        own.add("date")
    return Markup(noise, said.roles | own - {"content"}, said.is_content or "content" in own)


@lru_cache(maxsize=20_000)
def _read_names(names: str) -> Markup:
    text = _PART.sub("-", _CAMEL.sub("-", names).lower())
    table = _vocabulary()
    noise, length = "", 0
    for kind, pattern in table.noise:
        found = _longest(pattern, text)
        if found > length:
            noise, length = kind, found
    roles = {role: _longest(pattern, text) for role, pattern in table.roles}
    kept = frozenset(role for role, found in roles.items() if found)
    if noise and max(roles.values()) > length:
        noise = ""
    return Markup(noise, kept, table.content.search(text) is not None)


def _longest(pattern: re.Pattern[str], text: str) -> int:
    return max((len(match[1]) for match in pattern.finditer(text)), default=0)


@cache
def rights_words() -> re.Pattern[str]:
    """Return the pattern of the words of copyright lines that are no part of a name."""
    table = read_toml("ingest", "page", "markup.toml")
    words = sorted(table["rights"]["words"], key=len, reverse=True)
    return re.compile("|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words), re.IGNORECASE)


@cache
def _vocabulary() -> _Vocabulary:
    table = read_toml("ingest", "page", "markup.toml")
    return _Vocabulary(
        tuple((kind, _compile(words)) for kind, words in table["noise"].items()),
        tuple((role, _compile(words)) for role, words in table["roles"].items()),
        _compile(table["content"]["words"]),
    )


def _compile(entries: list[str]) -> re.Pattern[str]:
    """One pattern for all entries, the longest first; a match ends at the end of a word."""
    parts = [
        re.escape(e).replace(r"\-", "-?").replace(r"\*", "[a-z0-9]*") for e in sorted(entries, key=len, reverse=True)
    ]
    return re.compile(rf"(?<![a-z0-9])({'|'.join(parts)})(?![a-z0-9])")
