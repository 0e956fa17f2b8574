"""Single-file saves of browsers: the page among its pictures, in the encoding of its part."""

from __future__ import annotations

import base64
import quopri

import pytest

from sitegen.ingest.read_mhtml import MAX_FILE, read_mhtml
from sitegen.ingest.unreadable import UnreadableSource
from sitegen.model import BlockKind, RawArticle, Source

PAGE = """<!DOCTYPE html><html lang="ru"><head><title>Переговоры в Вене завершены — Невский листок</title></head><body>
<nav><a href="/">Главная</a></nav><h1>Переговоры в Вене завершены</h1>
<p>Делегации двух стран завершили в понедельник переговоры в Вене и договорились продолжить их через месяц.</p>
<p>Об этом журналистам сообщил представитель министерства, не назвав точной даты следующей встречи сторон.</p>
</body></html>"""
TEXT = (
    "Делегации двух стран завершили в понедельник переговоры в Вене и договорились продолжить их через месяц.",
    "Об этом журналистам сообщил представитель министерства, не назвав точной даты следующей встречи сторон.",
)


def save(page: bytes, how: str, charset: str = 'charset="utf-8"') -> bytes:
    """A file as Chromium writes it: the page, then a frame of an advertisement, then a picture."""
    body = quopri.encodestring(page) if how == "quoted-printable" else base64.encodebytes(page)
    if how == "8bit":
        body = page
    return (
        b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://www.nevskiy-listok.example/mir/7.html\r\n"
        b"Subject: =?utf-8?Q?x?=\r\nDate: Wed, 31 Dec 2025 10:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B----"\r\n\r\n\r\n------B----\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: https://ads.example/frame.html\r\n\r\n"
        b"<p>"
        + b"Buy this watch, it is the best watch that money can buy in all the world. "
        * 9
        + b"</p>\r\n------B----\r\n"
        b"Content-Type: text/html; " + charset.encode() + b"\r\nContent-Transfer-Encoding: " + how.encode() + b"\r\n"
        b"Content-Location: https://www.nevskiy-listok.example/mir/7.html\r\n\r\n" + body + b"\r\n------B----\r\n"
        b"Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://x.example/a.png\r\n\r\n"
        b"iVBORw0KGgo=\r\n------B------\r\n"
    )


def read(data: bytes) -> RawArticle:
    (article,) = read_mhtml(Source("saved.mhtml", data))
    return article


@pytest.mark.parametrize("how", ["quoted-printable", "base64", "8bit"])
def test_the_page_is_found_among_its_parts(how: str) -> None:
    """The part that the file was saved for is read, not the frame that stands before it."""
    article = read(save(PAGE.encode(), how))
    assert tuple(b.text for b in article.blocks if b.kind is BlockKind.TEXT) == TEXT
    assert article.format == "mhtml"
    assert article.problems == ()


def test_the_encoding_of_the_part_is_followed() -> None:
    """The header of the part names the encoding; the page itself says nothing."""
    article = read(save(PAGE.encode("koi8-r", "xmlcharrefreplace"), "base64", "charset=koi8-r"))
    assert tuple(b.text for b in article.blocks if b.kind is BlockKind.TEXT) == TEXT


def test_the_address_it_was_saved_from_is_kept() -> None:
    """A page without a canonical link has the address in the file's header; the day of saving is no field."""
    article = read(save(PAGE.encode(), "base64"))
    fields = {found.name: found.value for found in article.fields}
    assert fields["url"] == "https://www.nevskiy-listok.example/mir/7.html"
    assert "published" not in fields


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "no web page"),
        (b"From: x\r\nContent-Type: text/plain\r\n\r\nwords", "no web page"),
        (b"x" * (MAX_FILE + 1), "larger than"),
        (save(b"<html><body><a href='/'>Home</a></body></html>", "base64"), "no article text"),
    ],
)
def test_a_file_without_a_page_says_so(data: bytes, says: str) -> None:
    """Each refusal names what is wrong and what to do."""
    with pytest.raises(UnreadableSource, match=says) as caught:
        read(data)
    assert caught.value.hint


def test_a_file_cut_off_in_the_page_is_read_as_far_as_it_goes() -> None:
    """The text up to the break is there, with a warning."""
    data = save(PAGE.encode(), "8bit")
    article = read(data[: data.index("Об этом".encode()) + 80])
    assert article.blocks[0].text == TEXT[0]
    assert any("breaks off" in problem.message for problem in article.problems)
