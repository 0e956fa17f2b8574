"""The whole stage on folders: what is read, in which order, under which ids, and what is said about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from sitegen.ingest import read_articles
from sitegen.ingest.ids import article_ids, slug
from sitegen.model import Severity

TEXT = """Norway and Oman to host talks

The Quay | 14 March 2025

The foreign ministers of Norway and Oman met in Muscat on Thursday and agreed to hold a third round of talks.

The talks on the safety of shipping open in April, officials from both countries said afterwards.
"""


def write(folder: Path, files: dict[str, str | bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def test_nested_folders_are_read_in_order_of_ids(tmp_path: Path) -> None:
    """Articles in any depth are read; the order of the result depends on their ids alone."""
    write(
        tmp_path,
        {"b/z.txt": TEXT, "a/deep/er/c.txt": TEXT.replace("Oman", "Qatar"), "x.txt": TEXT.replace("Oman", "Peru")},
    )

    articles, problems = read_articles(tmp_path)

    assert ["c", "x", "z"] == [article.id for article in articles]
    assert ["a/deep/er/c.txt", "x.txt", "b/z.txt"] == [article.source for article in articles]
    assert () == problems


def test_files_of_other_kinds_are_named_once_and_left_alone(tmp_path: Path) -> None:
    """A picture in the folder is a warning; hidden files and corrections are passed over in silence."""
    write(
        tmp_path,
        {"a.txt": TEXT, "photo.jpg": b"\xff\xd8", ".DS_Store": b"x", ".git/a.txt": TEXT, "corrections.toml": "x"},
    )

    articles, problems = read_articles(tmp_path)

    assert 1 == len(articles)
    assert [("photo.jpg", Severity.WARNING)] == [(p.where, p.severity) for p in problems]


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", "", "empty"),
        ("spaces.md", "  \n\n ", "empty"),
        ("signs.txt", "*** --- ***\n12345", "no text"),
        ("bytes.txt", b"\x00\x01\x02\x03\x00\xff" * 50, ""),
        ("broken.md", "---\ntitle: a: b: c\n---\nText", "YAML"),
        ("korean.txt", "대통령은 월요일 외무장관과 만나 회담을 열었다고 대변인이 밝혔다. " * 6, "languages"),
        ("long.txt", "a word " * 400_000, "MB"),
        ("no-article.html", "<html><body><nav>Home News</nav></body></html>", ""),
        ("broken.xml", "<rss><channel><item><title>x</title>", ""),
    ],
)
def test_a_bad_file_is_one_problem_and_the_rest_is_read(
    tmp_path: Path, name: str, content: str | bytes, said: str
) -> None:
    """Each bad file gives a message that names it, what is wrong and what to do; the good one is read."""
    write(tmp_path, {"good.txt": TEXT, name: content})

    articles, problems = read_articles(tmp_path)

    assert "good" in [article.id for article in articles]
    assert 1 == len(problems)
    assert name == problems[0].where
    assert said in problems[0].message
    assert problems[0].message
    assert problems[0].hint


def test_a_file_of_one_line_is_an_article(tmp_path: Path) -> None:
    """One sentence is kept, whatever it looks like."""
    write(tmp_path, {"one.txt": "The two presidents spoke by telephone on Monday about the border."})

    (article,), problems = read_articles(tmp_path)

    assert ["The two presidents spoke by telephone on Monday about the border."] == [b.text for b in article.blocks]
    assert () == problems


def test_a_language_without_a_table_is_said(tmp_path: Path) -> None:
    """A text in Polish is not read as one of ours."""
    polish = "Prezydent Polski rozmawiał w poniedziałek z premierem Litwy o współpracy przy granicy i o ćwiczeniach. "
    write(tmp_path, {"pl.txt": polish * 4})

    articles, problems = read_articles(tmp_path)

    assert () == articles
    assert "languages" in problems[0].message


def test_ids_come_from_names() -> None:
    """The stem of the file; with its folders where two are alike; with a hash where that does not help."""
    assert ("a", "b") == article_ids([("x/a.txt", ""), ("y/b.md", "")])
    assert ("x-a", "y-a") == article_ids([("x/a.txt", ""), ("y/a.txt", "")])
    first, second = article_ids([("x/a.txt", ""), ("x/a.md", "")])
    assert first.startswith("x-a-")
    assert first != second
    assert ("feed-the-first-news",) == article_ids([("feed.xml", "https://quay.example/2025/the-first-news/")])


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Ünïcode Ñame", "unicode-name"), ("Путин и Ким", "putin-i-kim"), ("李强会谈", "liqianghuitan"), ("___", "")],
)
def test_slugs_are_ascii(name: str, expected: str) -> None:
    """Any script becomes lower-case ASCII letters, digits and hyphens."""
    assert expected == slug(name)


def test_the_weekday_of_the_page_is_kept_as_a_field(tmp_path: Path) -> None:
    """A line such as "The Quay - Saturday, 19:40" gives no day, but the weekday: dates are reasoned about later."""
    write(tmp_path, {"a.txt": TEXT.replace("The Quay | 14 March 2025", "The Quay Times - Saturday, 19:40")})

    (article,), _ = read_articles(tmp_path)

    assert article.published is None
    assert ["5"] == [found.value for found in article.found if found.name == "weekday"]
    assert "The Quay Times" == article.outlet
