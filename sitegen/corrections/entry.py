"""One table of the corrections file: its values, each read with a check, and where it stands for messages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sitegen.data.gazetteer import LANGUAGES
from sitegen.errors import CorrectionError, suggest


@dataclass(frozen=True, slots=True)
class Entry:
    """The values of one `[[sort]]`; every reader raises CorrectionError, which says where and what to write instead."""

    where: str
    values: Mapping[str, object]

    def fail(self, message: str, hint: str = "") -> CorrectionError:
        """Return the error to raise."""
        return CorrectionError(message, where=self.where, hint=hint)

    def check_keys(self, known: Iterable[str]) -> None:
        """Refuse a key that this sort of correction does not have."""
        keys = sorted({*known, "why"})
        for key in sorted(self.values):
            if key not in keys:
                hint = suggest(key, keys) or f"The keys are {', '.join(keys)}."
                raise self.fail(f"there is no key “{key}”.", hint)

    def text(self, key: str, example: str) -> str:
        """Return a text that must be there."""
        value = self.values.get(key)
        if not isinstance(value, str) or not value.strip():
            said = "is missing" if value is None else f"is {value!r}, not text"
            raise self.fail(f"“{key}” {said}.", f'Write {key} = "{example}".')
        return value.strip()

    def optional_text(self, key: str, example: str) -> str:
        """Return a text, or "" where the key is left out."""
        return self.text(key, example) if key in self.values else ""

    def texts(self, key: str, example: str) -> tuple[str, ...]:
        """Return a list of texts, or () where the key is left out."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(v, str) and v.strip() for v in value):
            raise self.fail(f"“{key}” is {value!r}, not a list of texts.", f'Write {key} = ["{example}"].')
        return tuple(v.strip() for v in value)

    def code(self, key: str, known: Iterable[str], example: str) -> str:
        """Return a text that must be one of these."""
        return self.known(key, self.text(key, example), known)

    def known(self, key: str, value: str, known: Iterable[str]) -> str:
        """Return a value that must be one of these; the nearest is suggested."""
        codes = sorted(known)
        if value not in codes:
            hint = suggest(value, codes) or (f"Choose one of {', '.join(codes)}." if len(codes) <= 40 else "")
            raise self.fail(f"“{value}” is no {key} that sitegen knows.", hint)
        return value

    def day(self, key: str) -> date | None:
        """Return a day, written as a TOML date or as text, or None where the key is left out."""
        value = self.values.get(key)
        if value is None:
            return None
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise self.fail(f"“{key}” is {value!r}, not a day.", f"Write {key} = 2024-07-22.") from error
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        raise self.fail(f"“{key}” is {value!r}, not a day.", f"Write {key} = 2024-07-22.")

    def by_language(self, key: str) -> Mapping[str, object]:
        """Return a table whose keys are languages."""
        value = self.values.get(key)
        if not isinstance(value, dict) or not value:
            raise self.fail(f"“{key}” names no language.", f'Write {key} = {{ en = "…", fr = "…" }}.')
        for code in sorted(value):
            self.known("language", code, LANGUAGES)
        return value
