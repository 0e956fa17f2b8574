"""An article → a Markdown file with front matter that a person can read, edit and read in again."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import yaml

from sitegen.model import Block, BlockKind

_INLINE = re.compile(r"([\\`*\[\]<])|(?<!\w)(_)|(_)(?!\w)|(&)(?=#?\w+;)|(~)(?=~)")
_LINE_START = re.compile(r"^(\s*)(?:(#{1,6}(?:\s|$)|[-+>=]|[-=]{2,}\s*$|:{3,}|\|)|(\d{1,9})([.)])(?=\s|$))")


def write_markdown(values: Mapping[str, str | Sequence[str]], blocks: Sequence[Block]) -> str:
    """Return the text of the file: `values` in their order as front matter, without empty ones, then the blocks.

    Captions are no part of the running text: they go to the front matter.
    """
    front: dict[str, object] = {key: value for key, value in values.items() if value}
    captions = [block.text for block in blocks if block.kind is BlockKind.CAPTION]
    if captions:
        front["captions"] = captions
    head = yaml.safe_dump(front, allow_unicode=True, sort_keys=False, width=10_000) if front else ""
    body = "\n\n".join(_write_block(block) for block in blocks if block.kind is not BlockKind.CAPTION)
    return f"---\n{head}---\n\n{body}\n"


def _write_block(block: Block) -> str:
    text = escape(" ".join(block.text.split()))
    if block.kind is BlockKind.HEADING:
        return f"## {text}"
    return f"> {text}" if block.kind is BlockKind.QUOTE else text


def escape(text: str) -> str:
    """Return the text with a backslash before every sign that Markdown would read as markup."""
    text = _INLINE.sub(lambda match: f"\\{match[0]}", text)
    return _LINE_START.sub(_escape_start, text)


def _escape_start(match: re.Match[str]) -> str:
    if match[3]:
        return f"{match[1]}{match[3]}\\{match[4]}"
    return f"{match[1]}\\{match[2]}"
