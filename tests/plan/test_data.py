"""The data files: the contract that other tools read, safe cells, schema, zip, references."""

from __future__ import annotations

import csv
import io
import json
import zipfile

from sitegen.plan.exports import safe_cell


def lines(files, path):
    return [json.loads(line) for line in files[path].decode("utf-8").splitlines()]


def test_articles_keep_the_contract(files):
    """The keys of DESIGN.md §7, the main event first."""
    by_id = {row["id"]: row for row in lines(files, "data/articles.jsonl")}
    row = by_id["warta-tokayev"]

    assert row["source"] == "warta-tokayev.txt"
    assert row["language"] == "id"
    assert row["published"] is None
    assert row["events"] == ["2024-07-22-call-ir-kz", "2024-07-22-call-ir-jp"]
    assert row["paragraphs"][3] == "Percakapan dengan Tokyo"
    assert by_id["opinion"]["events"] == []


def test_events_keep_the_contract(files):
    """Day or null, participants with their usual Latin name, titles by language."""
    by_id = {row["id"]: row for row in lines(files, "data/events.jsonl")}
    call = by_id["2024-07-22-call-ir-kz"]

    assert (call["type"], call["date"], call["edtf"]) == ("call", "2024-07-22", "2024-07-22")
    assert [(p["name"], p["country"], p["role"]) for p in call["participants"]] == [
        ("Masoud Pezeshkian", "IR", "president-elect"),
        ("Kassym-Jomart Tokayev", "KZ", "president"),
    ]
    assert call["countries"] == ["IR", "KZ"]
    assert call["title"]["id"] == "Percakapan telepon Pezeshkian–Tokayev"
    assert call["articles"] == ["fil-tokaiev", "warta-tokayev"]
    assert by_id["2024-06-29-call-ir-ru"]["date"] is None
    assert by_id["2025-05-25-visit-fr-vn"]["date_end"] == "2025-05-27"


def test_the_schema_names_every_key(files):
    """No key of the data is undescribed, and none that is described is missing."""
    schema = json.loads(files["data/schema.json"])["$defs"]

    for name, path in (("article", "data/articles.jsonl"), ("event", "data/events.jsonl")):
        for row in lines(files, path):
            assert sorted(row) == schema[name]["required"]


def test_no_cell_is_a_formula(files):
    """A headline that begins as a formula does cannot run in a spreadsheet."""
    rows = list(csv.reader(io.StringIO(files["data/articles.csv"].decode("utf-8-sig"), newline="")))

    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)
    assert not [cell for row in rows[1:] for cell in row if cell.startswith(("=", "+", "-", "@"))]


def test_safe_cell_keeps_plain_text():
    """Only what a spreadsheet would run is quoted; line breaks become spaces."""
    assert safe_cell("Call on 22 July") == "Call on 22 July"
    assert safe_cell("-1+1") == "'-1+1"
    assert safe_cell("\t=1") == "'=1"
    assert safe_cell("a\nb") == "a b"


def test_the_zip_holds_the_data(files):
    """The same files as beside it."""
    archive = zipfile.ZipFile(io.BytesIO(files["data/all.zip"]))

    assert archive.read("data/events.jsonl") == files["data/events.jsonl"]
    assert "data/schema.json" in archive.namelist()


def test_references_of_an_event_name_its_reports(files):
    """BibTeX, RIS and CSL-JSON agree on how many works there are; special letters are escaped."""
    base = "fr/events/2024-07-22-call-ir-kz"
    csl = json.loads(files[f"{base}.csl.json"])

    assert [item["type"] for item in csl] == ["webpage", "article-newspaper", "article-newspaper"]
    assert files[f"{base}.bib"].count(b"\n}") == 3
    assert files[f"{base}.ris"].count(b"TY  - ") == files[f"{base}.ris"].count(b"ER  - ") == 3
    assert b"journal = {Warta Samudra}" in files[f"{base}.bib"]
