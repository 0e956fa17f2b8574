"""Rendering: strict templates, nothing unescaped, an output folder that is swapped whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.errors import OutputError, TemplateError
from sitegen.locales import load_words
from sitegen.model import OutputFile
from sitegen.page import Page, Record
from sitegen.paths import find_static, find_templates
from sitegen.render.html import render_page
from sitegen.render.output import write_site
from sitegen.render.search import index_records, record_html
from sitegen.render.static import read_static, shrink_css


def render(tmp_path: Path, template: str, view: object = None, structured: str = "") -> str:
    (tmp_path / "t.html").write_text(template, encoding="utf-8")
    page = Page("x.html", "t.html", load_words("en"), None, view, structured, "")
    return render_page(page, tmp_path).data.decode("utf-8")


def test_a_missing_value_is_an_error(tmp_path):
    """The message names the template and the page."""
    with pytest.raises(TemplateError, match=r"x\.html"):
        render(tmp_path, "{{ view.nothing }}", view=object())


def test_a_broken_template_is_an_error(tmp_path):
    """With the line."""
    with pytest.raises(TemplateError, match="line 2"):
        render(tmp_path, "\n{% if %}")


def test_escaping_cannot_be_turned_off(tmp_path):
    """The filter for it is not there, and no template asks for it."""
    with pytest.raises(TemplateError, match="safe"):
        render(tmp_path, "{{ 'x' | safe }}")
    for path in find_templates().rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert "autoescape" not in text
        assert "| safe" not in text


def test_structured_data_cannot_end_its_element(tmp_path):
    """Every character that HTML could read is an escape."""
    html = render(tmp_path, "<script>{{ structured }}</script>", structured='{"a":"</script><!-- &amp;"}')

    assert html == '<script>{"a":"\\u003c/script\\u003e\\u003c!-- \\u0026amp;"}</script>'


def test_translated_sentences_escape_their_values(tmp_path):
    """A value put into a sentence is text."""
    html = render(tmp_path, '{{ _("set aside: %(why)s", why=view) }}', view="<b>")

    assert html == "set aside: &lt;b&gt;"


def test_the_site_is_swapped_whole(tmp_path):
    """What is no longer planned is gone, and nothing else is left beside the folder."""
    output = tmp_path / "public"
    write_site([OutputFile("a/old.html", b"old")], output)
    count = write_site([OutputFile("b/new.html", b"new"), OutputFile("c.html", b"c")], output)

    assert count == 2
    assert sorted(p.relative_to(output).as_posix() for p in output.rglob("*") if p.is_file()) == [
        "b/new.html",
        "c.html",
    ]
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


def test_a_failed_write_leaves_the_last_site(tmp_path):
    """An error halfway changes nothing."""
    output = tmp_path / "public"
    write_site([OutputFile("a.html", b"good")], output)

    def broken():
        yield OutputFile("a.html", b"bad")
        raise TemplateError("broken")

    with pytest.raises(TemplateError):
        write_site(broken(), output)
    assert (output / "a.html").read_bytes() == b"good"
    assert [p.name for p in tmp_path.iterdir()] == ["public"]


@pytest.mark.parametrize("path", ["../escape.html", "/etc/escape.html", "a/../../escape.html"])
def test_no_file_leaves_the_output_folder(tmp_path, path):
    """Whatever an id holds."""
    with pytest.raises(OutputError):
        write_site([OutputFile(path, b"")], tmp_path / "public")


def test_styles_are_shrunk_without_harm():
    """Comments and needless space go; strings and selectors stay."""
    css = b'/* why */\n.a :is(b, c) {\n  content: "  / * ";\n  color : red;\n}\n'

    assert shrink_css(css) == b'.a :is(b,c){content: "  / * ";color : red}\n'


def test_the_style_sheet_is_light():
    """Ten kilobytes compressed at most, and nothing from elsewhere."""
    import gzip

    style = next(file.data for file in read_static(find_static()) if file.path == "assets/site.css")

    assert len(gzip.compress(style)) <= 10_000
    assert b"url(" not in style
    assert b"@import" not in style


def make_record(lang: str, number: int) -> Record:
    names = ("普京", "Putin")
    return Record(lang, f"{lang}/events/{number}.html", f"Title {number} <b>", "note", "event", names, "words",
                  "call", ("French",), ("Iran",), "2024")  # fmt: skip


def test_a_search_record_is_escaped():
    """Names from articles are text to the indexer, too."""
    assert "<b>" not in record_html(make_record("en", 1)).partition("<body")[2].replace("<body", "")


def test_the_search_index_is_the_same_each_time():
    """One bundle for all languages, and the same bytes for the same records."""
    records = [make_record(lang, number) for lang in ("en", "zh") for number in range(3)]
    found = [list(index_records(records)) for _ in range(2)]

    assert found[0] == found[1]
    paths = [file.path for file in found[0]]
    assert "pagefind/pagefind.js" in paths
    assert sum(path.endswith(".pf_meta") for path in paths) == 2
    assert not [path for path in paths if path.endswith((".css", "pagefind-ui.js"))]


def test_no_record_makes_no_index():
    """A site without events has no bundle."""
    assert list(index_records([])) == []
