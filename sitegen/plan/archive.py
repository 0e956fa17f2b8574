"""The data files → their description as JSON Schema, and one zip of them all."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Sequence
from typing import Any

from sitegen.model import Kind, OutputFile
from sitegen.plan import urls

TEXT = {"type": "string"}
MAYBE_TEXT = {"type": ["string", "null"]}
MAYBE_DAY = {"type": ["string", "null"], "format": "date"}
TEXTS = {"type": "array", "items": TEXT}
TRUTH = {"type": "boolean"}
RECORDS = {"type": "array", "items": {"type": "object"}}
# The earliest time that a zip can hold: a real one would make two builds differ.
ZIP_TIME = (1980, 1, 1, 0, 0, 0)

ARTICLE: dict[str, Any] = {
    "source": TEXT, "entry": TEXT, "id": TEXT, "url": TEXT, "original_url": MAYBE_TEXT, "language": TEXT,
    "title": MAYBE_TEXT, "outlet": MAYBE_TEXT, "author": MAYBE_TEXT, "published": MAYBE_DAY, "modified": MAYBE_DAY,
    "paragraphs": TEXTS, "events": TEXTS, "copy_of": MAYBE_TEXT, "dropped": RECORDS,
}  # fmt: skip
EVENT: dict[str, Any] = {
    "id": TEXT, "url": TEXT, "type": {"enum": [kind.value for kind in Kind]}, "date": MAYBE_DAY,
    "date_end": MAYBE_DAY, "edtf": TEXT, "date_is_certain": TRUTH, "date_evidence": RECORDS, "participants": RECORDS,
    "countries": TEXTS, "bodies": TEXTS, "place": MAYBE_TEXT, "stance": {"enum": ["reported", "announced"]},
    "title": {"type": "object", "additionalProperties": TEXT}, "articles": TEXTS, "texts": {"type": "integer"},
    "storyline": MAYBE_TEXT, "storylines": TEXTS, "conflicts": RECORDS, "related": TEXTS, "cameo": TEXT,
    "plover": TEXT, "was_corrected": TRUTH,
}  # fmt: skip


def make_schema() -> OutputFile:
    """Return the schema of the lines of articles.jsonl and events.jsonl (JSON Schema 2020-12)."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Articles and events of a sitegen site, one object a line",
        "$defs": {"article": _record(ARTICLE), "event": _record(EVENT)},
        "oneOf": [{"$ref": "#/$defs/article"}, {"$ref": "#/$defs/event"}],
    }
    return OutputFile(urls.SCHEMA, (json.dumps(schema, indent=1) + "\n").encode())


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "required": sorted(properties), "properties": properties, "additionalProperties": False}


def make_archive(files: Sequence[OutputFile]) -> OutputFile:
    """Return a zip of these files that is the same whenever it is made."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(files, key=lambda f: f.path):
            info = zipfile.ZipInfo(file.path, ZIP_TIME)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, file.data)
    return OutputFile(urls.ARCHIVE, stream.getvalue())
