"""The front matter of a Markdown file, YAML or TOML → declared fields, and Problems for values that cannot be used."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import yaml

from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Found, Problem, Severity

MAX_HEAD = 64_000  # characters
_YAML = re.compile(r"\A---[ \t]*\n(?P<head>.*?)(?:^---[ \t]*$|^\.\.\.[ \t]*$)\n?", re.DOTALL | re.MULTILINE)
_TOML = re.compile(r"\A\+\+\+[ \t]*\n(?P<head>.*?)^\+\+\+[ \t]*$\n?", re.DOTALL | re.MULTILINE)
# What people call the fields, from Hugo, Jekyll, Pelican, Obsidian's clipper and newsroom exports; others are ignored.
NAMES = {
    "title": "title", "headline": "title",
    "description": "standfirst", "summary": "standfirst", "excerpt": "standfirst", "subtitle": "standfirst",
    "standfirst": "standfirst", "lead": "standfirst", "deck": "standfirst",
    "source": "outlet", "outlet": "outlet", "site": "outlet", "publisher": "outlet", "publication": "outlet",
    "site_name": "outlet", "website": "outlet", "newspaper": "outlet", "media": "outlet",
    "author": "author", "authors": "author", "byline": "author", "creator": "author", "by": "author",
    "date": "published", "published": "published", "publishdate": "published", "publish_date": "published",
    "pubdate": "published", "date_published": "published", "published_at": "published", "datepublished": "published",
    "created": "published",
    "updated": "modified", "modified": "modified", "lastmod": "modified", "last_modified": "modified",
    "date_modified": "modified", "updated_at": "modified",
    "lang": "language", "language": "language", "locale": "language",
    "url": "url", "link": "url", "canonical": "url", "permalink": "url", "source_url": "url", "original_url": "url",
    "section": "section", "category": "section", "dateline": "dateline", "place": "dateline",
    "caption": "caption", "captions": "caption",
}  # fmt: skip
# A line that people write without knowing YAML: "title: Trump to Lula: fifty per cent".
_PLAIN_LINE = re.compile(r"^(?P<key>[A-Za-z_][\w -]{0,30}?)\s*:(?:\s+(?P<value>[^\n]*)|\s*$)")
_ANY_TAG = re.compile(r"^[^:\n]*:\s*[!&*|>{]", re.MULTILINE)  # what only YAML can mean
_READ = "; each line was read as “key: value”."
MANY = frozenset({"author", "caption"})  # fields whose value may be a list


def split_front_matter(text: str, where: str = "") -> tuple[dict[str, Any], str, tuple[Problem, ...]]:
    """Return the front matter and the body of a file, and a warning where its YAML is broken but its lines tell enough.

    Raises UnreadableSource where they do not.
    """
    text = text.removeprefix("\ufeff").lstrip("\n")
    for fence, pattern, load in (("---", _YAML, _load_yaml), ("+++", _TOML, _load_toml)):
        if not text.startswith(fence + "\n"):
            continue
        found = pattern.match(text[:MAX_HEAD])
        if found is None:
            if fence == "---":
                return {}, text, ()  # a line of dashes at the top is a rule, too
            raise UnreadableSource("its front matter begins with +++ and never ends.", "Close it with a line of +++.")
        head = found["head"]
        if fence == "---" and not re.search(r"^\s*[\w\"'-]+\s*:", head, re.MULTILINE) and head.strip():
            return {}, text, ()
        try:
            return load(head), text[found.end() :], ()
        except UnreadableSource as error:
            front = _read_lines(head) if fence == "---" and not _ANY_TAG.search(head) else {}
            if not front:
                raise
            hint = "Put texts with a colon into quotation marks."
            return front, text[found.end() :], (Problem(Severity.WARNING, where, f"{error.message[:-1]}{_READ}", hint),)
    return {}, text, ()


def _read_lines(head: str) -> dict[str, Any]:
    """Return "key: value" lines as they stand; empty where a line is none of that form, or no key is a known field."""
    front: dict[str, Any] = {}
    for line in head.splitlines():
        if not line.strip() or line.lstrip().startswith("#") or (front and line.startswith((" ", "\t", "- "))):
            continue  # a list under its key is no field that an article needs
        found = _PLAIN_LINE.match(line)
        if found is None:
            return {}
        front[found["key"]] = _plain_value((found["value"] or "").strip())
    return front if any(key.strip().lower() in NAMES for key in front) else {}


def _plain_value(value: str) -> str | list[str]:
    """Return the text without quotation marks around it, or the texts of "[a, b]"."""
    if value.startswith("[") and value.endswith("]"):
        return [_unquoted(item.strip()) for item in value[1:-1].split(",") if item.strip()]
    return _unquoted(value)


def _unquoted(value: str) -> str:
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'" else value


def _load_yaml(head: str) -> dict[str, Any]:
    try:
        # A hundred bytes of aliases can stand for gigabytes, and no article needs one.
        if any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(head, Loader=yaml.CSafeLoader)):
            raise UnreadableSource("its front matter uses a YAML alias (*name).", "Write the value out instead.")
        data = yaml.load(head, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        line = f" in line {mark.line + 2}" if mark is not None else ""
        raise UnreadableSource(
            f"its front matter is no YAML{line}: {getattr(error, 'problem', None) or error}.",
            "Put texts with a colon into quotation marks.",
        ) from error
    return _table(data)


def _load_toml(head: str) -> dict[str, Any]:
    try:
        return _table(tomllib.loads(head))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UnreadableSource(f"its front matter is no TOML: {error}.", "Put texts into quotation marks.") from error


def _table(data: object) -> dict[str, Any]:
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        raise UnreadableSource("its front matter is no list of “key: value” lines.", "Write one field a line.")
    return {str(key): value for key, value in data.items()}


def read_fields(front: Mapping[str, Any], where: str) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """Return the fields that front matter declares, and a warning for each that cannot be used."""
    fields: list[Found] = []
    problems: list[Problem] = []
    for key, value in front.items():
        name = NAMES.get(key.strip().lower().replace("-", "_").replace(" ", "_"))
        if name is None or value in (None, "", [], {}):
            continue
        try:
            fields.extend(Found(name, text, f"front matter: {key}") for text in _texts(name, value))
        except ValueError as error:
            hint = "Write a day as 2024-07-23." if name in ("published", "modified") else "Write it as one text."
            problems.append(Problem(Severity.WARNING, where, f"its {key} cannot be used: {error}.", hint))
    return tuple(fields), tuple(problems)


def _texts(name: str, value: object) -> Iterator[str]:
    """Yield the values of one field as texts. Raises ValueError for one that the field cannot have."""
    if isinstance(value, list) and name in MANY:
        for item in value:
            yield from _texts(name, item)
    elif isinstance(value, Mapping) and isinstance(value.get("name"), str):
        yield str(value["name"])
    elif name in ("published", "modified"):
        yield _moment(value)
    elif isinstance(value, str | int | float) and not isinstance(value, bool):
        yield str(value)
    else:
        raise ValueError(f"{value!r} is no text")


def _moment(value: object) -> str:
    """Return a day or moment as ISO 8601, or other text as it stands if it has a digit: its language reads it later."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, str) and sum(char.isdigit() for char in value) >= 5:
        return value.strip()
    raise ValueError(f"“{value}” is no day")
