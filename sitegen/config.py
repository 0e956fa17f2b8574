"""`site.toml` becomes a frozen Config; an unknown key or a wrong value is an error with a suggestion.

Every key may be left out, and so may the file: a folder of articles alone makes a site.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any
from urllib.parse import urlsplit

from sitegen.data.gazetteer import COUNTRIES
from sitegen.errors import ConfigError, suggest
from sitegen.fold import fold

FILE_NAME = "site.toml"

# The languages that sitegen reads and speaks; a test holds this list against the tables.
LANGUAGES = ("ar", "de", "en", "es", "fa", "fr", "hi", "id", "it", "ja", "ms", "pt", "ru", "tr", "vi", "zh")

DEFAULT_TITLE = "Diplomatic events"


@dataclass(frozen=True, slots=True)
class Config:
    """What one site is to be. Paths are absolute; an address ends in a slash."""

    content: Path
    output: Path
    title: str = DEFAULT_TITLE
    titles: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # language → title, where given
    description: str = ""
    descriptions: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    base_url: str = ""  # "https://example.org/repo/"; "" where not known: then no absolute address is written
    languages: tuple[str, ...] = ()  # the editions; () is English and every language of the articles
    publisher: str = ""  # who answers for the site
    outlets: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # folded name → alpha-2
    feedback: str = ""  # where a reader reports a mistake: an https or mailto address
    cache: Path | None = None  # where vectors of sentences are kept between builds; None keeps none
    build_date: date | None = None  # None: the day of the newest article stands for it; there is no clock


def read_config(
    site: Path, *, content: Path | None = None, output: Path | None = None, base_url: str | None = None
) -> Config:
    """Return the Config of the site in this folder; the named options win over the file.

    Raises ConfigError for a file that is no TOML, an unknown key, or a value that cannot be.
    """
    if not site.is_dir():
        raise ConfigError("there is no such folder.", where=str(site), hint="Give the folder of site.toml with --site.")
    file = site / FILE_NAME
    values = _parse(file) if file.is_file() else {}
    _check_keys(values, file)
    texts = {key: _READERS[key](values[key], key, file) for key in sorted(values)}
    config = Config(content=site / "content", output=site / "public")
    if file.is_file():  # else this may be any folder, and nothing is left lying there
        config = replace(config, cache=site.absolute() / ".cache")
    config = replace(config, **_spread(texts, site))
    if content is not None:
        config = replace(config, content=content)
    if output is not None:
        config = replace(config, output=output)
    if base_url is not None:
        config = replace(config, base_url=_read_base_url(base_url, "--base-url", None))
    config = replace(config, content=config.content.absolute(), output=config.output.absolute())
    _check_folders(config, site.absolute())
    return config


def _parse(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise ConfigError("the file is not UTF-8 text.", where=str(file), hint="Save it as UTF-8.") from error
    except tomllib.TOMLDecodeError as error:
        hint = 'Text stands in quotation marks: title = "My site".'
        raise ConfigError(f"the file is no TOML: {error}.", where=str(file), hint=hint) from error


def _check_keys(values: Mapping[str, object], file: Path) -> None:
    for key in sorted(values):
        if key not in _READERS:
            hint = suggest(key, _READERS) or f"The keys are {', '.join(sorted(_READERS))}."
            raise ConfigError(f"there is no key “{key}”.", where=str(file), hint=hint)


def _spread(texts: Mapping[str, object], site: Path) -> dict[str, Any]:
    """Return the fields of Config for the values read: one key may fill two, and folders count from the site."""
    fields: dict[str, Any] = {}
    for key, value in texts.items():
        if key in ("title", "description") and isinstance(value, Mapping):
            # The edition without a text of its own takes English, else the first in order of language.
            fields[key] = value.get("en") or value[min(value)]
            fields[f"{key}s"] = MappingProxyType(dict(value))
        elif key in ("content", "output"):
            fields[key] = site / str(value)
        else:
            fields[key] = value
    return fields


def _check_folders(config: Config, site: Path) -> None:
    """Refuse an output folder whose replacement would take the user's own files away."""
    output = config.output.resolve()
    for name, folder in (("site", site.resolve()), ("content", config.content.resolve())):
        if output == folder or output in folder.parents:
            raise ConfigError(
                f"the output folder would replace the {name} folder {folder}.",
                where=str(config.output),
                hint='Choose a folder of its own for the site, such as output = "public".',
            )
    if config.content.resolve() in output.parents:
        raise ConfigError(
            "the output folder lies inside the content folder and would be read as content.",
            where=str(config.output),
            hint='Choose a folder beside it, such as output = "public".',
        )


# ---------------------------------------------------------------- one reader a kind of value

_Reader = Callable[[object, str, "Path | None"], object]


def _wrong(key: str, file: Path | None, is_now: object, should: str, hint: str) -> ConfigError:
    where = key if file is None else f"{file}: {key}"
    return ConfigError(f"{is_now!r} is not {should}.", where=where, hint=hint)


def _read_text(value: object, key: str, file: Path | None) -> str:
    if not isinstance(value, str) or not value.strip():
        raise _wrong(key, file, value, "text", f'Write {key} = "…", or leave the key out.')
    return value.strip()


def _read_text_by_language(value: object, key: str, file: Path | None) -> str | dict[str, str]:
    if not isinstance(value, dict):
        return _read_text(value, key, file)
    if not value:
        raise _wrong(key, file, value, "text", f'Write {key} = "…", or one text a language: {key}.en = "…".')
    return {_read_language(code, key, file): _read_text(text, f"{key}.{code}", file) for code, text in value.items()}


def _read_language(value: object, key: str, file: Path | None) -> str:
    if not isinstance(value, str) or value not in LANGUAGES:
        hint = f"It speaks {', '.join(LANGUAGES)}."
        raise _wrong(key, file, value, "a language that sitegen speaks", hint)
    return value


def _read_languages(value: object, key: str, file: Path | None) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise _wrong(key, file, value, "a list of languages", 'Write languages = ["en", "fr"], or leave the key out.')
    codes = tuple(_read_language(code, key, file) for code in value)
    if len(set(codes)) < len(codes):
        raise _wrong(key, file, value, "a list without repetition", "Name each language once.")
    return codes


def _read_base_url(value: object, key: str, file: Path | None) -> str:
    hint = "Write the full address of the site: https://example.org/ or https://name.github.io/repo/."
    if not isinstance(value, str):
        raise _wrong(key, file, value, "an address", hint)
    if not value:
        return ""
    try:
        parts = urlsplit(value)
        host, _ = parts.hostname, parts.port
    except ValueError as error:
        raise _wrong(key, file, value, "an address", hint) from error
    is_whole = parts.scheme in ("http", "https") and host and not any(c.isspace() for c in value)
    if not is_whole or parts.query or parts.fragment or parts.username:
        raise _wrong(key, file, value, "the address of a site", hint)
    return value if value.endswith("/") else value + "/"


def _read_feedback(value: object, key: str, file: Path | None) -> str:
    text = _read_text(value, key, file)
    if not text.startswith(("https://", "http://", "mailto:")):
        hint = "Write mailto:editors@example.org, or the https address of a form or an issue tracker."
        raise _wrong(key, file, value, "an address", hint)
    return text


def _read_outlets(value: object, key: str, file: Path | None) -> Mapping[str, str]:
    hint = 'Write "Name of the outlet" = "ID" under [outlets], with the ISO 3166 code of its country.'
    if not isinstance(value, dict):
        raise _wrong(key, file, value, "a table of outlets", hint)
    for name, code in value.items():
        if code not in COUNTRIES:
            raise _wrong(f"{key}: {name}", file, code, "the code of a country", hint)
    return MappingProxyType({fold(name): code for name, code in value.items()})


def _read_date(value: object, key: str, file: Path | None) -> date:
    try:
        if isinstance(value, str):
            return date.fromisoformat(value)
    except ValueError as error:
        raise _wrong(key, file, value, "a day", f"Write {key} = 2025-01-31.") from error
    if not isinstance(value, date) or isinstance(value, datetime):
        raise _wrong(key, file, value, "a day", f"Write {key} = 2025-01-31.")
    return value


_READERS: Mapping[str, _Reader] = MappingProxyType(
    {
        "title": _read_text_by_language,
        "description": _read_text_by_language,
        "base_url": _read_base_url,
        "languages": _read_languages,
        "content": _read_text,
        "output": _read_text,
        "publisher": _read_text,
        "outlets": _read_outlets,
        "feedback": _read_feedback,
        "build_date": _read_date,
    }
)
