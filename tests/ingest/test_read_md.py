"""Markdown files: front matter in YAML and TOML, bodies, and broken ones."""

from __future__ import annotations

import pytest

from sitegen.ingest.article import finish
from sitegen.ingest.read_md import read_md
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import Article, BlockKind, Source

BODY = """
The foreign ministers of Norway and Oman met in Muscat on Thursday and agreed to hold a third round of talks.

## What comes next

The talks open in April. No decision has been taken on who will take part in them.
"""


def read(text: str) -> Article:
    """Return the article of a Markdown file."""
    return finish(read_md(Source("a.md", b""), text)[0])


def test_yaml_front_matter_declares_fields() -> None:
    """Title, day, language, outlet, author and address are taken from YAML; unknown keys are ignored."""
    article = read(
        "---\ntitle: 'A third round'\ndate: 2025-03-14\nlang: en\nsource: The Quay\nauthor: [Ada Wren, Bo Lind]\n"
        "url: https://quay.example/a\nlayout: post\nweight: 3\n---\n" + BODY
    )

    assert "A third round" == article.title
    assert article.published is not None
    assert "2025-03-14" == article.published.text
    assert ("en", "The Quay", "Ada Wren") == (article.language, article.outlet, article.author)
    assert "https://quay.example/a" == article.url
    assert [BlockKind.TEXT, BlockKind.HEADING, BlockKind.TEXT] == [block.kind for block in article.blocks]


def test_toml_front_matter_declares_fields() -> None:
    """Three plus signs enclose TOML, whose days are days."""
    article = read('+++\ntitle = "A third round"\ndate = 2025-03-14T10:00:00+04:00\nsite = "The Quay"\n+++\n' + BODY)

    assert ("A third round", "The Quay") == (article.title, article.outlet)
    assert article.published is not None
    assert "2025-03-14T10:00:00+04:00" == article.published.text


def test_a_day_written_as_people_write_it_is_read_in_the_language_of_the_text() -> None:
    """`date: 14 March 2025` is a day, too."""
    article = read("---\ntitle: A third round\ndate: 14 March 2025\n---\n" + BODY)

    assert article.published is not None
    assert "2025-03-14" == article.published.day.isoformat()


def test_the_first_heading_is_the_headline_where_none_is_declared() -> None:
    """A file without front matter has the headline of its first heading."""
    article = read("# A third round\n" + BODY)

    assert "A third round" == article.title
    assert "A third round" not in [block.text for block in article.blocks]


def test_markup_is_taken_off_and_leftovers_go() -> None:
    """Emphasis, links and quotes leave their text; teasers, hashtags and links at the foot are leftovers."""
    article = read(
        "---\ntitle: A third round\n---\n"
        + BODY.replace("Muscat", "**[Muscat](https://x.example)**")
        + "\n> **Read also:** [Ten ways to fold a map](/map)\n\nOman will send the invitations within two weeks.\n"
        + "\n---\n\n*Sign up for our newsletter*\n\n[More](/a) | [Letters](/b)\n\n#oman #norway\n"
    )

    assert article.blocks[0].text.startswith("The foreign ministers of Norway and Oman met in Muscat on Thursday")
    assert "Oman will send the invitations within two weeks." == article.blocks[-1].text
    rules = {d.text: d.rule for d in article.dropped}
    assert "page-links" == rules["Read also: Ten ways to fold a map"]
    assert "tags" == rules["#oman #norway"]
    assert {"Sign up for our newsletter", "More | Letters"} <= set(rules)


def test_a_paragraph_that_is_a_link_is_a_teaser() -> None:
    """A link alone in a paragraph leads elsewhere; a paragraph with a link in its sentence stays."""
    body = BODY + "\n[Quiz: how well do you know the fjords?](/quiz)\n\nThe [text of the accord](/text) is out.\n"

    article = read("---\ntitle: A third round\n---\n" + body)

    assert "The text of the accord is out." == article.blocks[-1].text
    assert ("Quiz: how well do you know the fjords?", "page-links") in [(d.text, d.rule) for d in article.dropped]


def test_italics_below_the_text_are_a_note_of_the_house() -> None:
    """Paragraphs in italics after the last plain one are no text, and may name the outlet; those inside it stay."""
    body = BODY + "\n*Nobody left early.*\n\nThe talks go on.\n\n*Quarry Lane is written by three people in a shed.*\n"

    article = read("---\ntitle: A third round\n---\n" + body)

    assert ["Nobody left early.", "The talks go on."] == [block.text for block in article.blocks[-2:]]
    assert "Quarry Lane" == article.outlet
    assert "page-note" == {d.text: d.rule for d in article.dropped}["Quarry Lane is written by three people in a shed."]


def test_html_in_markdown_is_no_markup() -> None:
    """Tags are taken off, comments go, and nothing of them runs or stays."""
    article = read(
        "---\ntitle: T\n---\n" + BODY + "\n<!-- hidden --><b>Oman</b> was glad of it, its minister said later.\n"
    )

    assert "Oman was glad of it, its minister said later." == article.blocks[-1].text


def test_a_picture_gives_a_caption() -> None:
    """The words of a picture are a caption, not text."""
    article = read("---\ntitle: T\n---\n![The two ministers](x.jpg)\n" + BODY)

    assert ("The two ministers",) == article.captions
    assert article.blocks[0].text.startswith("The foreign")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("---\ntitle: a: b: c\n---- \nx\n---\n" + BODY, "no YAML"),
        ("---\nweather: a: b: c\n---\n" + BODY, "no YAML"),
        ('---\n"title:": x\n- a\n---\n' + BODY, "no YAML"),
        ("---\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n---\n" + BODY, "alias"),
        ("---\ntitle: !!python/object/apply:os.system ['true']\n---\n" + BODY, "no YAML"),
        ("+++\ntitle = oops\n+++\n" + BODY, "no TOML"),
        ("+++\ntitle = 'x'\n" + BODY, "never ends"),
        ("---\ntitle: Nothing below\n---\n\n", "no text"),
    ],
)
def test_broken_front_matter_is_one_clear_message(text: str, message: str) -> None:
    """A file that cannot be read says what is wrong with it and what to do."""
    with pytest.raises(UnreadableSource) as caught:
        read_md(Source("a.md", b""), text)

    assert message in caught.value.message
    assert caught.value.hint


def test_a_colon_in_an_unquoted_headline_is_a_warning_and_the_lines_are_read() -> None:
    """Front matter of people who know no YAML is read line by line: the headline keeps its colon, a list its items."""
    head = "title: Letter to Quito: Tariffs and the Fate of a Port\ndate: 2025-07-10\nauthor: [Ada Wren, 'Bo Lind']\n"

    (raw,) = read_md(Source("a.md", b""), f"---\n{head}tags:\n  - trade\n- ports\n---\n{BODY}")
    article = finish(raw)

    assert article.title == "Letter to Quito: Tariffs and the Fate of a Port"
    assert article.published is not None
    assert article.published.text == "2025-07-10"
    assert article.author == "Ada Wren"
    (problem,) = raw.problems
    assert problem.where == "a.md"
    assert "line 2" in problem.message
    assert "quotation marks" in problem.hint


@pytest.mark.parametrize("value", ["tomorrow", "[1, 2]", "2024-02-31x", "true", "12"])
def test_a_bad_day_is_a_warning_and_the_rest_is_read(value: str) -> None:
    """An impossible day names its key and the form it wants; the article has no day."""
    (raw,) = read_md(Source("a.md", b""), f"---\ntitle: T\ndate: {value}\n---\n{BODY}")

    if raw.problems:
        assert "date" in raw.problems[0].message
        assert "2024-07-23" in raw.problems[0].hint
    assert finish(raw).published is None


def test_a_row_of_dashes_at_the_top_is_no_front_matter() -> None:
    """A file may begin with a rule."""
    article = read("---\n" + BODY)

    assert article.blocks[0].text.startswith("The foreign ministers")


def test_deep_nesting_is_read_or_refused_in_time() -> None:
    """Ten thousand nested quotes neither crash nor take the article's own text with them."""
    article = read("---\ntitle: T\n---\n" + BODY + "\n" + ">" * 10_000 + " deep\n")

    assert article.blocks[0].text.startswith("The foreign ministers")
