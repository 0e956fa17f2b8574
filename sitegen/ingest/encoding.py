"""Bytes to text: byte order mark, then what the bytes prove, then what the file declares, then charset-normalizer.

Text that is valid UTF-8 with letters beyond ASCII is UTF-8 whatever the file says: in no other encoding of our
languages do bytes form such sequences by chance (RFC 3629, section 1), and saved pages often keep an old declaration.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from sitegen.ingest.mixed import decode_mixed, foreign_lines
from sitegen.ingest.unreadable import UnreadableSource

# Longest mark first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

# What a label means in practice (WHATWG Encoding Standard, section 4.2): pages say less than they use.
_IN_PRACTICE = {
    "iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030",
    "hz": "gb18030", "shift_jis": "cp932", "big5": "big5hkscs", "euc_kr": "cp949", "tis-620": "cp874",
}  # fmt: skip
_LABELS = {"windows-31j": "cp932", "x-sjis": "cp932", "x-gbk": "gb18030", "x-euc-jp": "euc_jp", "x-cp1251": "cp1251"}

# Encodings of our sixteen languages. Mac Roman is left out: it takes every Windows page with a few quotation marks for
# its own (18 of 33 tried English and Indonesian texts), and nobody has saved in it for twenty years.
_CANDIDATES = [
    "cp1252", "cp1251", "koi8_r", "cp866", "iso8859_5", "cp1256", "iso8859_6", "cp1254", "gb18030", "big5",
    "cp932", "euc_jp", "cp1258",
]  # fmt: skip

# Ğ İ Ş ğ ı ş; in Windows-1252 these are letters of Icelandic, which is none of our languages.
_TURKISH = (b"\xd0", b"\xdd", b"\xde", b"\xf0", b"\xfd", b"\xfe")

_KNOWN_FILES = (
    (b"%PDF", "a PDF document"),
    (b"PK\x03\x04", "a ZIP file, or a document of a word processor"),
    (b"\xd0\xcf\x11\xe0", "a document of an old word processor"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
)
_HINT = "Open it in its program, save it as plain text or HTML in UTF-8, and put that file here."

_DECLARED = re.compile(
    rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w:.-]{2,40})|<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})",
    re.IGNORECASE,
)
# A file of which more than one character in a hundred cannot be read is refused: what is left would not be its text.
_DAMAGE_LIMIT = 0.01
_HEAD = 4096  # bytes in which a declaration is looked for; the standard asks for 1024, saved pages need more


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and how that was known: bom, utf-8, declared, detected, mixed or damaged.

    `note` is a sentence for the user where something had to be mended, and "" where all was well.
    """

    text: str
    encoding: str
    how: str
    note: str = ""


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of `data`; `declared` is a label from outside the bytes, such as a header of HTTP or MIME.

    Raises UnreadableSource where the bytes are no text. U+FFFD enters the text only with a `note` that says so.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data[len(mark) :], encoding)
    _refuse_known_files(data)
    if b"\0" in data:
        return _decode_unmarked_utf16(data)
    label = find_declared(data, declared)
    if label is not None and label.startswith(("iso2022", "utf-7", "hz")) and _fits(data, label):
        return Decoded(data.decode(label), label, "declared")
    if b"\x1b$" in data and _fits(data, "iso2022_jp"):
        return Decoded(data.decode("iso2022_jp"), "iso2022_jp", "detected")
    if _fits(data, "utf-8"):
        return Decoded(data.decode("utf-8"), "utf-8", "utf-8")
    return _decode_legacy(data, label)


def find_declared(data: bytes, declared: str | None = None) -> str | None:
    """Return the Python name of the declared encoding: `declared` first, then the XML prolog or the meta element."""
    labels = [declared or ""]
    match = _DECLARED.search(data[:_HEAD])
    if match:
        labels.append((match[1] or match[2]).decode("ascii"))
    for label in labels:
        name = _known_name(label.strip().strip("\"'").lower())
        if name is not None:
            return name
    return None


def _known_name(label: str) -> str | None:
    try:
        name = codecs.lookup(_LABELS.get(label, label)).name
    except (LookupError, ValueError):
        return None
    if name.startswith(("utf-16", "utf-32")):
        return None  # the bytes before it were read as ASCII, so this cannot be (WHATWG HTML, 13.2.3.2)
    return _IN_PRACTICE.get(name, name)


def _fits(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _refuse_known_files(data: bytes) -> None:
    for start, what in _KNOWN_FILES:
        if data.startswith(start):
            raise UnreadableSource(f"this is {what}, not text.", _HINT)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding, "bom")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 4:
            return Decoded(data[: error.start].decode(encoding), encoding, "bom", "The file is cut off at its end.")
        if encoding == "utf-8":
            return _decode_legacy(data, None)
        text = data.decode(encoding, errors="replace")
        return Decoded(text, encoding, "damaged", _count_lost(text, encoding))


def _decode_unmarked_utf16(data: bytes) -> Decoded:
    """UTF-16 without its mark: zero bytes lie on one side of the pairs, because spaces and line ends are ASCII."""
    even, odd = data[::2].count(0), data[1::2].count(0)
    encoding = "utf-16-le" if odd > even else "utf-16-be"
    text = data[: len(data) // 2 * 2].decode(encoding, errors="replace")
    sound = sum(unicodedata.category(c)[0] in "LNPZ" or c in "\r\n\t" for c in text)
    if min(even, odd) > 0.02 * max(even, odd) or sound < 0.95 * len(text):
        raise UnreadableSource("this is no text: it holds zero bytes.", _HINT)
    return Decoded(text, encoding, "detected", _count_lost(text, encoding) if "\ufffd" in text else "")


def _decode_legacy(data: bytes, label: str | None) -> Decoded:
    """Bytes that are not UTF-8 throughout."""
    legacy = label if label not in (None, "utf-8") else None
    mixed = decode_mixed(data, legacy or _detect_foreign(data))
    if mixed is not None:
        text, note = mixed
        return Decoded(text, "utf-8", "mixed", note)
    if legacy is not None and _fits(data, legacy) and not _has_controls(data.decode(legacy)):
        return Decoded(data.decode(legacy), legacy, "declared")
    detected = _detect(data)
    if detected is not None:
        return detected
    text = data.decode(label or "utf-8", errors="replace")
    if text.count("\ufffd") > _DAMAGE_LIMIT * len(text) + 1:
        raise UnreadableSource("this is no text in any encoding known here.", _HINT)
    return Decoded(text, label or "utf-8", "damaged", _count_lost(text, label or "utf-8"))


def _detect(data: bytes) -> Decoded | None:
    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    if best is None:
        return None
    encoding, text = best.encoding, str(best)
    if encoding == "cp1258" and not any(0x300 <= ord(c) <= 0x323 for c in text) and _fits(data, "cp1252"):
        # Vietnamese tones are combining marks; a text without one is Western European.
        encoding, text = "cp1252", data.decode("cp1252")
    if encoding == "cp1252" and any(byte in data for byte in _TURKISH):
        encoding, text = "cp1254", data.decode("cp1254", errors="replace")
    if _has_controls(text) or "\ufffd" in text:
        return None
    return Decoded(unicodedata.normalize("NFC", text) if encoding == "cp1258" else text, encoding, "detected")


def _detect_foreign(data: bytes) -> str:
    """The encoding of the lines that are not UTF-8; Windows-1252 where they say too little."""
    found = _detect(foreign_lines(data))
    return found.encoding if found is not None else "cp1252"


def _has_controls(text: str) -> bool:
    """Whether the text holds control characters that no text file has."""
    return any((c < " " and c not in "\t\n\r\f\x1a\x1b") or ("\x7f" <= c <= "\x9f" and c != "\x85") for c in set(text))


def _count_lost(text: str, encoding: str) -> str:
    lost = text.count("\ufffd")
    return f"{lost} characters could not be read as {encoding} and are shown as \ufffd. Save the file again as UTF-8."
