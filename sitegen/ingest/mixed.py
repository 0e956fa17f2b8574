"""Text that is UTF-8 but for some bytes: pages glued together by a program that did not look at encodings."""

from __future__ import annotations


def decode_mixed(data: bytes, legacy: str) -> tuple[str, str] | None:
    """Return the text and a note for the user, or None where `data` is not mostly UTF-8.

    A line that is valid UTF-8 is read as that. In the others, bytes that form no UTF-8 are read as `legacy`; a line
    without any UTF-8 letter is read as `legacy` as a whole.
    """
    lines = data.split(b"\n")
    if not _is_mostly_utf8(lines):
        return None
    texts, bad = [], []
    for number, line in enumerate(lines, start=1):
        last = number == len(lines)
        text = _decode_line(line, legacy, is_last=last)
        if text is None:
            return None
        texts.append(text[0])
        if text[1]:
            bad.append((number, text[1]))
    return "\n".join(texts), _note(bad, legacy)


def _is_mostly_utf8(lines: list[bytes]) -> bool:
    good = bad = 0
    for line in lines:
        text = line.decode("utf-8", errors="surrogateescape")
        lost = sum("\udc80" <= c <= "\udcff" for c in text)
        bad += lost
        good += sum(c > "\x7f" for c in text) - lost
    return good > bad


def foreign_lines(data: bytes) -> bytes:
    """Return the lines that hold letters, none of which is UTF-8: what the encoding of the foreign part is found by."""
    lines = []
    for line in data.split(b"\n"):
        text = line.decode("utf-8", errors="surrogateescape")
        if not text.isascii() and all(c < "\x80" or "\udc80" <= c <= "\udcff" for c in text):
            lines.append(line)
    return b"\n".join(lines)


def _decode_line(line: bytes, legacy: str, *, is_last: bool) -> tuple[str, str] | None:
    """The text of one line and what was done to it: "", "cut" or "legacy"; None where it cannot be read."""
    try:
        return line.decode("utf-8"), ""
    except UnicodeDecodeError as error:
        if is_last and error.end == len(line) and error.reason == "unexpected end of data":
            return line[: error.start].decode("utf-8"), "cut"
    text = line.decode("utf-8", errors="surrogateescape")
    if all(c < "\x80" or "\udc80" <= c <= "\udcff" for c in text):
        try:
            return line.decode(legacy), "legacy"
        except UnicodeDecodeError:
            pass  # not a line of that encoding: byte by byte below
    parts = [_decode_byte(c, legacy) for c in text]
    return None if None in parts else ("".join(p for p in parts if p), "legacy")


def _decode_byte(char: str, legacy: str) -> str | None:
    if not "\udc80" <= char <= "\udcff":
        return char
    for encoding in (legacy, "cp1252", "latin-1"):
        try:
            return bytes([ord(char) - 0xDC00]).decode(encoding)
        except UnicodeDecodeError:
            continue
    return None


def _note(bad: list[tuple[int, str]], legacy: str) -> str:
    if all(what == "cut" for _, what in bad):
        return "The file is cut off at its end."
    numbers = [str(number) for number, what in bad if what == "legacy"]
    some = ", ".join(numbers[:5]) + (f" and {len(numbers) - 5} more" if len(numbers) > 5 else "")
    what = f"Not all of it is UTF-8: line {some} was read as {legacy}."
    return f"{what} Check the accents there, and save the file as UTF-8."
