"""Bytes to text: every encoding of the sixteen languages, mixed and damaged files, and files that are no text."""

from __future__ import annotations

import codecs

import pytest

from sitegen.ingest.encoding import decode, find_declared
from sitegen.ingest.unreadable import UnreadableSource

# Written for this test: a few sentences of news prose a language, enough for a detector to work on.
PROSE = {
    "ru": "Президент страны в понедельник провёл телефонный разговор с главой соседнего государства. Стороны обсудили "
    "торговлю, транспорт и подготовку встречи на высшем уровне, сообщила пресс-служба.",
    "ar": "أجرى وزير الخارجية اتصالا هاتفيا بنظيره يوم الاثنين وبحث معه العلاقات الثنائية والتطورات في المنطقة، "
    "وفق بيان صدر عن الوزارة مساء اليوم نفسه في العاصمة.",
    "zh": "两国外长星期一在北京举行会谈，就双边关系和地区局势交换意见，双方同意尽快恢复直航，并签署了一份合作备忘录。",
    "ja": "首相は月曜日、外相と会談し、両国の協力について意見を交わした。共同声明は火曜日に発表される予定だという。",
    "fr": "Le ministre a été reçu lundi à l'Élysée, où il a évoqué la coopération économique et les échanges à venir.",
    "de": "Die Außenminister trafen sich am Montag in München und führten Gespräche über die Lage in der Region.",
    "es": "El ministro recibió el lunes a su homólogo español y habló con él sobre la próxima reunión del año.",
    "tr": "Dışişleri Bakanı pazartesi günü mevkidaşıyla görüştü, iki ülke arasındaki ilişkileri değerlendirdi ve "
    "ziyaret tarihini açıkladı.",
}


@pytest.mark.parametrize(
    ("language", "encoding"),
    [
        ("ru", "cp1251"), ("ru", "koi8_r"), ("ru", "cp866"), ("ar", "cp1256"), ("zh", "gb18030"), ("ja", "cp932"),
        ("ja", "euc_jp"), ("ja", "iso2022_jp"), ("fr", "cp1252"), ("de", "cp1252"), ("es", "cp1252"), ("tr", "cp1254"),
    ],
)  # fmt: skip
def test_legacy_encodings_are_detected_without_declaration(language: str, encoding: str) -> None:
    """A file that says nothing is read by what its bytes are like."""
    assert decode(PROSE[language].encode(encoding)).text == PROSE[language]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
@pytest.mark.parametrize("language", sorted(PROSE))
def test_a_byte_order_mark_decides(language: str, encoding: str) -> None:
    """The mark is believed before everything else, and is no part of the text."""
    decoded = decode(PROSE[language].encode(encoding), declared="koi8-r")
    assert (decoded.text, decoded.how, decoded.note) == (PROSE[language], "bom", "")


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(encoding: str) -> None:
    """Zero bytes on one side of the pairs betray it."""
    text = f"<p>{PROSE['ru']}</p>\n"
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("start", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', "cp1251"),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251"),
        ("<meta charset=koi8-r>", "koi8-r"),
    ],
)
def test_a_declaration_is_followed(start: str, encoding: str) -> None:
    """The meta element and the XML prolog name the encoding of short text that no detector could tell."""
    decoded = decode(f"{start}Мир, да".encode(encoding))
    assert decoded.text == f"{start}Мир, да"
    assert decoded.how == "declared"


def test_latin_1_means_windows_1252() -> None:
    """Pages that declare ISO 8859-1 hold the curly quotes of Windows."""
    assert decode("<meta charset=iso-8859-1>“déjà” – 5 €".encode("cp1252")).text.endswith("“déjà” – 5 €")


def test_gb2312_means_gb18030() -> None:
    """Names of people use characters that GB 2312 never had."""
    assert decode("<meta charset=gb2312>朱镕基会见喆先生".encode("gb18030")).text.endswith("朱镕基会见喆先生")


def test_valid_utf_8_beats_a_wrong_declaration() -> None:
    """Browsers save pages as UTF-8 and leave the old meta element in."""
    decoded = decode("<meta charset=windows-1251>Переговоры в Вене".encode())
    assert decoded.text.endswith("Переговоры в Вене")
    assert decoded.how == "utf-8"


def test_a_declaration_from_outside_comes_first() -> None:
    """The header of HTTP or MIME is nearer to the bytes than the page's own word."""
    assert find_declared(b"<meta charset=koi8-r>", "Windows-1251") == "cp1251"
    assert find_declared(b"<meta charset=koi8-r>", "no-such-thing") == "koi8-r"
    assert find_declared(b"<p>plain</p>") is None


def test_foreign_lines_in_utf_8_are_read_and_reported() -> None:
    """Two files glued together: each line in its own encoding, and the user learns which."""
    foreign = "Reçu à l'Élysée, près du café".encode("cp1252")
    data = (PROSE["fr"] + "\n").encode() * 3 + foreign + b"\n" + PROSE["fr"].encode()
    decoded = decode(data)
    assert "Reçu à l'Élysée, près du café" in decoded.text
    assert decoded.text.count(PROSE["fr"]) == 4
    assert decoded.how == "mixed"
    assert "line 4" in decoded.note


def test_foreign_lines_may_be_of_another_script() -> None:
    """The encoding of the foreign part is found by that part alone."""
    data = (PROSE["ru"] + "\n").encode() * 4 + (PROSE["ru"] + "\n").encode("cp1251")
    assert decode(data).text.count(PROSE["ru"]) == 5


def test_a_stray_byte_is_read_and_reported() -> None:
    """One byte of Windows-1252 inside a line of UTF-8 costs neither the line nor its neighbours."""
    decoded = decode("Der Außenminister sagte „ja".encode() + b"\x93" + " und flog über München.".encode())
    assert decoded.text == "Der Außenminister sagte „ja“ und flog über München."
    assert decoded.note


def test_a_file_cut_inside_a_letter_is_read_and_reported() -> None:
    """A download that broke off ends in half a letter: the rest is read, nothing is invented."""
    decoded = decode(PROSE["ru"].encode()[:-1] + "ю".encode()[:1])
    assert "\ufffd" not in decoded.text
    assert "cut off" in decoded.note


def test_a_lost_character_is_never_silent() -> None:
    """U+FFFD may only stand in the text together with a note."""
    data = b"<meta charset=gb2312>" + (PROSE["zh"] * 6).encode("gb18030") + b"\xff\xff" + PROSE["zh"].encode("gb18030")
    decoded = decode(data)
    assert PROSE["zh"] in decoded.text
    assert ("\ufffd" in decoded.text) == ("could not be read" in decoded.note)


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"PK\x03\x04\x14\x00word/document.xml",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        bytes(range(256)) * 8,
        codecs.BOM_UTF8[:1] + b"\x00\x01\x02\x03" * 50,
    ],
)
def test_what_is_no_text_says_what_to_do(data: bytes) -> None:
    """A picture or a PDF under the name of a text is refused with a hint."""
    with pytest.raises(UnreadableSource) as caught:
        decode(data)
    assert caught.value.message
    assert "save it as" in caught.value.hint


def test_nothing_is_nothing() -> None:
    """An empty file is empty text: what that means is for the reader to say."""
    assert decode(b"").text == ""
