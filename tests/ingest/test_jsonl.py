"""Articles as JSON lines: the documented fields, and what a bad line costs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from sitegen.ingest.read_jsonl import _ALL, MAX_LINE, read_jsonl
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import BlockKind, RawArticle, Source

TEXT = "Le ministre a reçu lundi son homologue, venu discuter d'un accord commercial."


def read(*lines: object) -> tuple[RawArticle, ...]:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return read_jsonl(Source("a.jsonl", text.encode()), text)


def test_every_field_is_read_with_its_place() -> None:
    """A line with all documented fields gives them all."""
    values = {
        "title": "Un accord", "standfirst": "Deux jours de discussions", "outlet": "Le Cap du Soir",
        "author": "A. Morel", "published": "2024-07-22T09:00:00+02:00", "modified": "2024-07-23", "language": "fr",
        "url": "https://cap.example/1", "section": "Monde", "dateline": "Lyon",
    }  # fmt: skip
    (article,) = read({**values, "id": 7, "paragraphs": [TEXT, TEXT + " Encore."], "captions": ["Le palais, lundi."]})
    assert {found.name: found.value for found in article.fields} == values
    assert all(found.where == f"field {found.name}" for found in article.fields)
    assert article.entry == "7"
    assert [block.kind for block in article.blocks] == [BlockKind.TEXT, BlockKind.TEXT, BlockKind.CAPTION]


@pytest.mark.parametrize(
    "body",
    [
        {"paragraphs": [TEXT, "Fin du texte, lundi."]},
        {"text": f"{TEXT}\n\nFin du texte, lundi."},
        {"text": f"{TEXT}\nFin du texte, lundi.\n"},
        {"html": f"<p>{TEXT}</p><p>Fin du texte, <b>lundi</b>.</p>"},
        {"content": f"<p>{TEXT}</p><p>Fin du texte, lundi.</p>"},
    ],
)
def test_the_body_comes_in_three_forms(body: dict) -> None:
    """A list, plain text and HTML give the same paragraphs."""
    (article,) = read(body)
    assert [block.text for block in article.blocks] == [TEXT, "Fin du texte, lundi."]


def test_a_bad_line_costs_only_itself() -> None:
    """Lines that are not JSON, no object, without text or named twice are left out with a warning that says where."""
    articles = read(
        {"text": TEXT},
        "{broken",
        "[1]",
        "",
        {"title": "Sans texte"},
        {"id": "a", "text": TEXT},
        {"id": "a", "text": TEXT},
    )
    assert [article.entry for article in articles] == ["1", "a"]
    assert [(p.where, p.message.split()[0]) for p in articles[0].problems] == [
        ("a.jsonl, line 2", "this"), ("a.jsonl, line 3", "the"), ("a.jsonl, line 5", "the"), ("a.jsonl, line 7", "the"),
    ]  # fmt: skip
    assert all(problem.hint for problem in articles[0].problems)


def test_an_unknown_field_is_named_with_a_suggestion() -> None:
    """A typing error must not lose the date without a word."""
    (article,) = read({"text": TEXT, "publishd": "2024-07-22"})
    assert "“publishd” is not known. Did you mean “published”?" in article.problems[0].message


def test_objects_with_a_name_are_read() -> None:
    """Exports write authors and sites as objects."""
    (article,) = read(
        {"text": TEXT, "authors": [{"name": "A. Morel"}, {"name": "B. Roche"}], "source": {"name": "Le Cap"}}
    )
    fields = {found.name: found.value for found in article.fields}
    assert (fields["author"], fields["outlet"]) == ("A. Morel, B. Roche", "Le Cap")


@pytest.mark.parametrize("lines", [("",), ("[]",), ('{"text": "' + "a" * MAX_LINE + '"}',), ("[" * 100_000,)])
def test_a_file_without_an_article_says_so(lines: tuple[str, ...]) -> None:
    """An empty file, other JSON, a giant line and a deep one are refused with a hint."""
    with pytest.raises(UnreadableSource) as caught:
        read(*lines)
    assert "jsonl.md" in caught.value.hint


def test_the_reference_lists_every_field() -> None:
    """What is read is documented, and the other way round."""
    page = Path("docs/reference/jsonl.md").read_text(encoding="utf-8")
    documented = {word for row in page.splitlines() if row.startswith("| `") for word in row.split("`")[1::2]}
    assert documented >= _ALL - {"paragraphs", "text", "html"}
    assert all(name in page for name in _ALL)
