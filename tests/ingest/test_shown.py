"""Text as the site shows it: NFC, no invisible junk, direction controls only in pairs, joiners kept."""

from __future__ import annotations

import pytest

from sitegen.ingest.shown import shown


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("e\u0301te\u0301", "été"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("soft\u00adhyphen", "softhyphen"),
        ("می\u200cرود", "می\u200cرود"),
        ("\u202eevil", "evil"),
        ("\u2067right\u2069 left", "\u2067right\u2069 left"),
        ("\u2066open", "open"),
        ("bell\x07", "bell"),
    ],
)
def test_shown(raw: str, expected: str) -> None:
    """Each kind of invisible character is kept or goes as readers need it."""
    assert expected == shown(raw)
