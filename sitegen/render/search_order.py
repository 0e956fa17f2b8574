"""The bundle of Pagefind → the same bundle in one order: Pagefind 1.5 writes filters and languages as they hash.

Filters (`*.pf_filter`) list their values, and an index (`*.pf_meta`) its filters, in the order of a hash map that is
seeded anew in each run; the names of both files hold a hash of what is in them, and `pagefind-entry.json` names the
indexes. Sorted, named again and written again, the same records give the same bytes. The files are CBOR (RFC 8949) in
gzip after a signature, and hold whole numbers, texts and arrays only.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sitegen.errors import OutputError
from sitegen.model import OutputFile

SIGNATURE = b"pagefind_dcd"
FILTER, META, ENTRY = ".pf_filter", ".pf_meta", "pagefind-entry.json"
FILTERS_OF_META = 3  # its fourth item: [name, hash] of each filter


def sort_index(files: Iterable[OutputFile]) -> tuple[OutputFile, ...]:
    """Return the files of a bundle, sorted inside and by path. Raises OutputError for a form of file not known here."""
    done: list[OutputFile] = []
    filters: list[OutputFile] = []
    metas: list[OutputFile] = []
    entries: list[OutputFile] = []
    for file in files:
        kinds = {FILTER: filters, META: metas, ENTRY: entries}
        next((kinds[ending] for ending in kinds if file.path.endswith(ending)), done).append(file)
    renamed: dict[str, str] = {}
    for file in filters:
        name, values = _read(file)
        # Every filter of an index has its own name, and every value of a filter, so these orders are total.
        done.append(_write(file, [name, sorted([value, sorted(pages)] for value, pages in values)], renamed))
    for file in metas:
        items = _read(file)
        items[FILTERS_OF_META] = sorted([name, renamed[hashed]] for name, hashed in items[FILTERS_OF_META])
        done.append(_write(file, items, renamed))
    done += [_sort_entry(file, renamed) for file in entries]
    return tuple(sorted(done, key=lambda file: file.path))


def _sort_entry(file: OutputFile, renamed: Mapping[str, str]) -> OutputFile:
    entry = json.loads(file.data)
    languages = sorted(entry["languages"].items())
    entry["languages"] = {code: {**index, "hash": renamed[index["hash"]]} for code, index in languages}
    return OutputFile(file.path, json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode("utf-8"))


def _read(file: OutputFile) -> Any:  # noqa: ANN401 (what CBOR holds, as json.loads returns what JSON holds)
    data = gzip.decompress(file.data)
    if not data.startswith(SIGNATURE):
        raise _unknown(file.path)
    value, end = _decode(data, len(SIGNATURE), file.path)
    if end != len(data):
        raise _unknown(file.path)
    return value


def _write(file: OutputFile, value: object, renamed: dict[str, str]) -> OutputFile:
    """Return the file under the name of its new content: `filter/en_0123abc.pf_filter`; note the change of name."""
    data = SIGNATURE + _encode(value)
    folder, _, name = file.path.rpartition("/")
    stem, _, ending = name.rpartition(".")
    start, _, old = stem.rpartition("_")
    new = f"{start}_{hashlib.sha256(data).hexdigest()[: len(old)]}"
    # An index is named without the first word of its file: "pagefind.en_0123456789.pf_meta" is "en_0123456789".
    renamed[stem.removeprefix("pagefind.")] = new.removeprefix("pagefind.")
    return OutputFile(f"{folder}/{new}.{ending}", gzip.compress(data, mtime=0))


# ---------------------------------------------------------------- CBOR

_UNSIGNED, _TEXT, _ARRAY = 0, 3, 4  # major types (RFC 8949, section 3.1)
_LONGER = {24: 1, 25: 2, 26: 4, 27: 8}  # additional information → bytes of the number that follows


def _decode(data: bytes, at: int, path: str) -> tuple[Any, int]:
    kind, size = data[at] >> 5, data[at] & 31
    at += 1
    if size >= 24:
        if size not in _LONGER:
            raise _unknown(path)
        end = at + _LONGER[size]
        size, at = int.from_bytes(data[at:end], "big"), end
    if kind == _UNSIGNED:
        return size, at
    if kind == _TEXT:
        return data[at : at + size].decode("utf-8"), at + size
    if kind != _ARRAY:
        raise _unknown(path)
    items = []
    for _ in range(size):
        item, at = _decode(data, at, path)
        items.append(item)
    return items, at


def _encode(value: object) -> bytes:
    if isinstance(value, int):
        return _head(_UNSIGNED, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(_TEXT, len(text)) + text
    if not isinstance(value, list):
        raise TypeError(value)
    return _head(_ARRAY, len(value)) + b"".join(_encode(item) for item in value)


def _head(kind: int, size: int) -> bytes:
    if size < 24:
        return bytes([kind << 5 | size])
    for mark, length in _LONGER.items():
        if size < 1 << 8 * length:
            return bytes([kind << 5 | mark]) + size.to_bytes(length, "big")
    raise OverflowError(size)


def _unknown(path: str) -> OutputError:
    hint = "This version of Pagefind is not the one that was locked: install the dependencies again."
    return OutputError("the search index has a form that is not known here.", where=path, hint=hint)
