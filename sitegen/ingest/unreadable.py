"""The one error of a reader: a source out of which no article can be taken."""

from __future__ import annotations


class UnreadableSource(Exception):  # noqa: N818 - what it says of a source, not of the program
    """A reader found no article in a source; `read_articles` turns it into a Problem and the build goes on.

    `message` says what is wrong with the file, `hint` what its owner can do. Neither names the path: the caller does.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
