"""The search index is the same to the byte whenever the records are, and stays one that Pagefind reads."""

from __future__ import annotations

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.errors import OutputError
from sitegen.model import OutputFile
from sitegen.render.search_order import SIGNATURE, _decode, _encode, sort_index

VALUES = st.recursive(
    st.integers(min_value=0, max_value=2**64 - 1) | st.text(), lambda inner: st.lists(inner, max_size=30), max_leaves=60
)


def pack(path: str, value: object) -> OutputFile:
    return OutputFile(path, gzip.compress(SIGNATURE + _encode(value)))


def unpack(file: OutputFile) -> object:
    return _decode(gzip.decompress(file.data), len(SIGNATURE), file.path)[0]


def make_bundle(*, is_turned: bool) -> list[OutputFile]:
    """A bundle as Pagefind writes it in one run, or in another with every order turned round."""
    step = -1 if is_turned else 1
    mark = "b" if is_turned else "a"
    values = [["Iran", [1, 4]], ["Kazakhstan", [0, 300]], ["روسیه", [70000]]][::step]
    filters = [["country", f"en_1{mark}"], ["kind", f"en_2{mark}"]][::step]
    meta = ["1.5.2", [["en_47a427e", 47]], [["b", "x", "en_cfc4858"]], filters, [], ["names", "title"]]
    indexes = [("en", {"hash": f"en_3{mark}", "wasm": "en", "page_count": 8})]
    entry = {"version": "1.5.2", "languages": dict(indexes), "include_characters": ["_"]}
    return [
        pack(f"pagefind/filter/en_1{mark}.pf_filter", ["country", values]),
        pack(f"pagefind/filter/en_2{mark}.pf_filter", ["kind", [["call", [0]]]]),
        pack(f"pagefind/pagefind.en_3{mark}.pf_meta", meta),
        OutputFile("pagefind/pagefind-entry.json", json.dumps(entry).encode("utf-8")),
        OutputFile("pagefind/fragment/en_47a427e.pf_fragment", b"kept"),
    ][::step]


def test_two_runs_give_the_same_bytes():
    """Whatever the order in which Pagefind wrote filters, values and languages, the bundle is one and the same."""
    assert sort_index(make_bundle(is_turned=False)) == sort_index(make_bundle(is_turned=True))


def test_the_names_still_lead_from_file_to_file():
    """The entry names the index, the index its filters, and each filter still holds all its values and pages."""
    files = {file.path: file for file in sort_index(make_bundle(is_turned=True))}

    index = json.loads(files["pagefind/pagefind-entry.json"].data)["languages"]["en"]["hash"]
    meta = unpack(files[f"pagefind/pagefind.{index}.pf_meta"])
    filters = {name: unpack(files[f"pagefind/filter/{hashed}.pf_filter"]) for name, hashed in meta[3]}

    assert filters["country"] == ["country", [["Iran", [1, 4]], ["Kazakhstan", [0, 300]], ["روسیه", [70000]]]]
    assert filters["kind"] == ["kind", [["call", [0]]]]
    assert files["pagefind/fragment/en_47a427e.pf_fragment"].data == b"kept"


@given(VALUES)
def test_cbor_comes_back_as_it_went(value):
    """Reading what was written gives the value, and uses every byte."""
    data = _encode(value)

    assert _decode(data, 0, "") == (value, len(data))


@pytest.mark.parametrize(
    ("number", "data"), [(23, "17"), (24, "1818"), (1000, "1903e8"), (1000000, "1a000f4240")], ids=str
)
def test_cbor_is_that_of_the_standard(number, data):
    """Numbers are written in their shortest form, as in appendix A of RFC 8949."""
    assert _encode(number).hex() == data


@pytest.mark.parametrize(
    "data", [b"something else", SIGNATURE + b"\xa0", SIGNATURE + b"\x00\x00", SIGNATURE + b"\x9f\xff"]
)
def test_a_form_that_is_not_known_is_said(data):
    """A later Pagefind that writes otherwise is noticed, not guessed at."""
    with pytest.raises(OutputError, match="not known"):
        sort_index([OutputFile("pagefind/filter/en_1a.pf_filter", gzip.compress(data))])
