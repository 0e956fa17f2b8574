"""What a page's JSON-LD says of its article, also where the JSON is broken."""

from __future__ import annotations

import html as entities
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"
Node: TypeAlias = "dict[str, Json]"

_NESTED = 5000  # nodes looked at; a page with more is no article's
_COMMENT = re.compile(
    r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[|/\*<!\[CDATA\[\*/)|(?:-->|//\]\]>|\]\]>|/\*\]\]>\*/)\s*;?\s*$"
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
_STRING = r'"((?:[^"\\]|\\.){1,2000})"'


@dataclass(frozen=True, slots=True)
class Declared:
    """The article node's values; "" where it has none. `is_whole` is False where the JSON could not be parsed."""

    headline: str = ""
    published: str = ""
    modified: str = ""
    authors: tuple[str, ...] = ()
    outlet: str = ""
    language: str = ""
    section: str = ""
    url: str = ""
    dateline: str = ""
    body: str = ""
    is_whole: bool = True


def read_jsonld(scripts: Sequence[str]) -> Declared | None:
    """Return what the first article among the scripts declares, or None where there is none."""
    nodes: list[Node] = []
    for script in scripts:
        data = _load(script)
        if data is not None:
            nodes.extend(_walk(data))
    index = {str(node["@id"]): node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    articles = [node for node in nodes if _is_article(node)]
    pages = [node for node in nodes if "WebPage" in _types(node)]
    if articles:
        found = _read_node(max(articles, key=_wealth), index, pages)
        return found if found.outlet else replace(found, outlet=_find_site(nodes))
    for script in scripts:
        rescued = _rescue(script)
        if rescued is not None:
            return rescued
    return _read_node(pages[0], index, ()) if pages and pages[0].get("datePublished") else None


def _load(script: str) -> Json:
    text = _COMMENT.sub("", script).strip().rstrip(";")
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text), entities.unescape(text)):
        try:
            data: Json = json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
        return data
    return None


def _walk(data: Json) -> Iterator[Node]:
    queue: list[Json] = [data]
    for count, item in enumerate(queue):
        if count > _NESTED:
            return
        if isinstance(item, list):
            queue.extend(item)
        elif isinstance(item, dict):
            yield item
            queue.extend(value for value in item.values() if isinstance(value, dict | list))


def _types(node: Node) -> tuple[str, ...]:
    kind = node.get("@type")
    kinds = kind if isinstance(kind, list) else [kind]
    return tuple(str(k).rsplit("/", 1)[-1].rsplit(":", 1)[-1] for k in kinds if k)


def _is_article(node: Node) -> bool:
    return any(kind.endswith(("Article", "BlogPosting", "Report")) for kind in _types(node)) and bool(
        node.get("headline") or node.get("datePublished") or node.get("name")
    )


def _find_site(nodes: Sequence[Node]) -> str:
    """The name of the site, where the article names no publisher."""
    for kind in ("WebSite", "NewsMediaOrganization", "Organization"):
        for node in nodes:
            if kind in _types(node) and _text(node.get("name")):
                return _text(node.get("name"))
    return ""


def _wealth(node: Node) -> int:
    return sum(bool(node.get(key)) for key in ("headline", "datePublished", "author", "publisher", "articleBody"))


def _read_node(node: Node, index: Mapping[str, Node], pages: Sequence[Node]) -> Declared:
    publisher = _names(node.get("publisher"), index) or _names(node.get("sourceOrganization"), index)
    page = pages[0] if pages else {}
    language = node.get("inLanguage") or page.get("inLanguage")
    return Declared(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        published=_text(node.get("datePublished"))
        or _text(page.get("datePublished"))
        or _text(node.get("dateCreated")),
        modified=_text(node.get("dateModified")),
        authors=_names(node.get("author"), index) or _names(node.get("creator"), index),
        outlet=publisher[0] if publisher else "",
        language=_text(
            language.get("alternateName") or language.get("name") if isinstance(language, dict) else language
        ),
        section=_text(node.get("articleSection")),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")) or _address(node.get("@id")),
        dateline=_text(node.get("dateline")),
        body=_text(node.get("articleBody"), keep_lines=True),
    )


def _text(value: Json, *, keep_lines: bool = False) -> str:
    if isinstance(value, list):
        return next((text for text in (_text(item) for item in value) if text), "")
    if isinstance(value, dict):
        return _text(value.get("@value") or value.get("name"))
    if not isinstance(value, str):
        return ""
    text = entities.unescape(value)
    return text.strip() if keep_lines else " ".join(text.split())


def _names(value: Json, index: Mapping[str, Node]) -> tuple[str, ...]:
    names: list[str] = []
    for item in value if isinstance(value, list) else [value]:
        node = item
        if isinstance(item, dict) and not item.get("name") and isinstance(item.get("@id"), str):
            node = index.get(str(item["@id"]))
        name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
        if name and not name.startswith(("http://", "https://")):
            names.append(name)
    return tuple(dict.fromkeys(names))


def _address(value: Json) -> str:
    if isinstance(value, dict):
        value = value.get("@id") or value.get("url")
    text = _text(value)
    return text.split("#")[0] if text.startswith(("http://", "https://")) else ""


def _rescue(script: str) -> Declared | None:
    """The plain values of an article in JSON that cannot be parsed, the first of each name."""
    if not re.search(r'"(?:News|Reportage|Opinion|Analysis)?Article"|"BlogPosting"', script):
        return None

    def first(pattern: str) -> str:
        match = re.search(pattern, script)
        if not match:
            return ""
        raw = re.sub(r"\s+", " ", match[1])
        try:
            return _text(json.loads(f'"{raw}"', strict=False))
        except ValueError:
            return _text(raw.replace('\\"', '"').replace("\\/", "/"))

    def inside(name: str) -> str:
        return first(rf'"{name}"\s*:\s*\[?\s*\{{[^{{}}]{{0,400}}?"name"\s*:\s*{_STRING}')

    author = inside("author")
    return Declared(
        headline=first(rf'"headline"\s*:\s*{_STRING}'),
        published=first(rf'"datePublished"\s*:\s*{_STRING}'),
        modified=first(rf'"dateModified"\s*:\s*{_STRING}'),
        authors=(author,) if author else (),
        outlet=inside("publisher"),
        language=first(rf'"inLanguage"\s*:\s*{_STRING}'),
        section=first(rf'"articleSection"\s*:\s*{_STRING}'),
        is_whole=False,
    )
