"""What `sitegen import` writes is read back word for word."""

from __future__ import annotations

import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sitegen.ingest.markdown import escape, write_markdown
from sitegen.model import Block, BlockKind

SIGNS = st.text(alphabet="ab1 .)(*_-+#>`~[]<&;!=|\\:é中", min_size=1, max_size=40).map(str.strip).filter(bool)


def rendered(markdown: str) -> list[str]:
    """The texts of the blocks, as Markdown reads them."""
    tokens = MarkdownIt("commonmark", {"html": False}).parse(markdown)
    return [
        "".join(child.content for child in token.children or [] if child.type in ("text", "text_special"))
        for token in tokens
        if token.type == "inline"
    ]


@given(SIGNS)
def test_no_sign_is_read_as_markup(text: str) -> None:
    """Stars, brackets, numbers at the start of a line: the text comes back as it was."""
    text = " ".join(text.split())
    assert rendered(escape(text)) == [text]


def test_ordinary_prose_is_left_alone() -> None:
    """A person reads and edits the file: nothing is escaped that need not be."""
    for text in (
        "Le 12 mai, l'Élysée a dit « non ».",
        "AT&T, snake_case and 3.14",
        "(sl) – 50 % – #iran",
        "“Ja”, sagte er!",
    ):
        assert escape(text) == text


def test_headings_quotes_and_captions_have_their_place() -> None:
    """Captions go to the front matter, which YAML reads back."""
    text = write_markdown(
        {"title": 'Menlu: "ya" #1', "outlet": "", "lang": "id"},
        [
            Block(BlockKind.STANDFIRST, "Ringkas."), Block(BlockKind.CAPTION, "Foto: istana."),
            Block(BlockKind.HEADING, "Bagian"), Block(BlockKind.QUOTE, "Ya."), Block(BlockKind.TEXT, "1986. Akhir."),
        ],
    )  # fmt: skip
    _, front, body = text.split("---\n")
    assert yaml.safe_load(front) == {"title": 'Menlu: "ya" #1', "lang": "id", "captions": ["Foto: istana."]}
    assert body == "\nRingkas.\n\n## Bagian\n\n> Ya.\n\n1986\\. Akhir.\n"
