"""site.toml becomes a Config, and what it cannot be is said with file, key and remedy."""

from __future__ import annotations

import dataclasses
from datetime import date
from pathlib import Path

import pytest

from sitegen import config as config_module
from sitegen.config import LANGUAGES, Config, read_config
from sitegen.errors import ConfigError

PACKAGE = Path(config_module.__file__).parent


def read(tmp_path: Path, toml: str) -> Config:
    (tmp_path / "site.toml").write_text(toml, encoding="utf-8")
    return read_config(tmp_path)


def fail(tmp_path: Path, toml: str) -> ConfigError:
    with pytest.raises(ConfigError) as caught:
        read(tmp_path, toml)
    return caught.value


def test_a_site_without_a_file_has_defaults(tmp_path):
    """No site.toml is needed: the articles lie in content/ and the site goes to public/."""
    config = read_config(tmp_path)

    assert (tmp_path / "content", tmp_path / "public") == (config.content, config.output)
    assert ("", (), None, None) == (config.base_url, config.languages, config.build_date, config.cache)


def test_every_key_is_read(tmp_path):
    """Each key fills its field; folders count from the folder of site.toml."""
    config = read(
        tmp_path,
        """
        title = "Talks"
        description = "Who spoke to whom"
        base_url = "https://example.org/repo"
        languages = ["en", "id"]
        content = "in"
        output = "out"
        publisher = "The Desk"
        feedback = "mailto:desk@example.org"
        build_date = 2025-01-31
        outlets = { "Le Fil du LEVANT" = "LB" }
        """,
    )

    expected = Config(
        content=tmp_path / "in",
        output=tmp_path / "out",
        title="Talks",
        description="Who spoke to whom",
        base_url="https://example.org/repo/",
        languages=("en", "id"),
        publisher="The Desk",
        feedback="mailto:desk@example.org",
        cache=tmp_path / ".cache",
        build_date=date(2025, 1, 31),
        outlets={"le fil du levant": "LB"},
    )
    assert expected == config


@pytest.mark.parametrize("toml", ['outlets = "ID"', '[outlets]\n"A" = "Indonesia"', '[outlets]\n"A" = 1'])
def test_an_outlet_has_the_code_of_a_country(tmp_path, toml):
    """Anything else is refused with an example."""
    assert "ISO 3166" in fail(tmp_path, toml).hint


def test_a_title_may_differ_by_language(tmp_path):
    """A table of titles is kept, and the English one stands where an edition has none."""
    config = read(tmp_path, 'title = { id = "Pembicaraan", en = "Talks" }')

    assert "Talks" == config.title
    assert {"en": "Talks", "id": "Pembicaraan"} == config.titles


def test_options_win_over_the_file(tmp_path):
    """What the command line says counts more than site.toml."""
    (tmp_path / "site.toml").write_text('content = "in"\nbase_url = "https://a.example/"\n', encoding="utf-8")

    config = read_config(tmp_path, content=tmp_path / "other", base_url="https://b.example/x")

    assert (tmp_path / "other", "https://b.example/x/") == (config.content, config.base_url)


def test_an_unknown_key_suggests_the_known_one(tmp_path):
    """A slip of the pen names the key that was meant."""
    error = fail(tmp_path, 'base-url = "https://example.org/"')

    assert "base-url" in error.message
    assert "base_url" in error.hint
    assert "site.toml" in error.where


def test_an_unknown_key_like_no_other_lists_the_keys(tmp_path):
    """Where nothing is near, all keys are named."""
    assert "base_url" in fail(tmp_path, "colour = 1").hint


@pytest.mark.parametrize(
    ("toml", "word"),
    [
        ("title = 3", "title"),
        ('title = ""', "title"),
        ("title = {}", "title"),
        ('title = { xx = "Talks" }', "title"),
        ("description = false", "description"),
        ('base_url = "example.org"', "base_url"),
        ('base_url = "ftp://example.org/"', "base_url"),
        ('base_url = "https://example.org/?a=1"', "base_url"),
        ('base_url = "https://example.org/#a"', "base_url"),
        ('base_url = "https://user@example.org/"', "base_url"),
        ('base_url = "https://exam ple.org/"', "base_url"),
        ('base_url = "https://example.org:port/"', "base_url"),
        ('base_url = "https://[example/"', "base_url"),
        ("base_url = 1", "base_url"),
        ('languages = "en"', "languages"),
        ("languages = []", "languages"),
        ('languages = ["en", "xx"]', "languages"),
        ('languages = ["en", "en"]', "languages"),
        ("languages = [1]", "languages"),
        ("content = 1", "content"),
        ("output = []", "output"),
        ('feedback = "desk@example.org"', "feedback"),
        ('build_date = "yesterday"', "build_date"),
        ("build_date = 2025-01-31T10:00:00", "build_date"),
        ("build_date = 3", "build_date"),
    ],
)
def test_a_wrong_value_names_its_key_and_the_remedy(tmp_path, toml, word):
    """Whatever is wrong with a value, the message says where and what to write."""
    error = fail(tmp_path, toml)

    assert word in error.where
    assert "site.toml" in error.where
    assert error.hint


def test_a_file_that_is_no_toml_is_named(tmp_path):
    """A broken file is an error with the parser's line, not a traceback."""
    error = fail(tmp_path, "title = Talks")

    assert "line 1" in error.message
    assert "site.toml" in error.where


def test_a_file_that_is_no_utf8_is_named(tmp_path):
    """Another encoding is said, not guessed."""
    (tmp_path / "site.toml").write_bytes('title = "Réunion"'.encode("latin-1"))

    with pytest.raises(ConfigError, match="UTF-8"):
        read_config(tmp_path)


def test_a_missing_site_folder_is_named(tmp_path):
    """--site with a slip of the pen is said."""
    with pytest.raises(ConfigError, match="no such folder"):
        read_config(tmp_path / "nowhere")


@pytest.mark.parametrize(
    "toml",
    [
        'output = "."',
        'output = ".."',
        'output = "content"',
        'content = "a/b"\noutput = "a"',
        'output = "content/public"',
    ],
)
def test_the_output_never_replaces_what_the_user_wrote(tmp_path, toml):
    """The output folder is replaced whole, so it may hold neither site nor content, and is never read as content."""
    assert "output" in fail(tmp_path, toml).message


def test_there_are_at_most_twelve_keys():
    """More settings would be more to learn than the program is worth."""
    assert len(config_module._READERS) <= 12


def test_every_key_is_used():
    """A key that nothing reads is a promise that nobody keeps."""
    code = "".join(
        file.read_text(encoding="utf-8") for file in sorted(PACKAGE.rglob("*.py")) if file.name != "config.py"
    )
    code += "".join(file.read_text(encoding="utf-8") for file in sorted(PACKAGE.parent.glob("templates/**/*.html")))

    unused = [field.name for field in dataclasses.fields(Config) if f".{field.name}" not in code]

    assert [] == unused


def test_every_key_is_documented():
    """docs/reference/site-toml.md has a heading a key, and no other."""
    lines = (PACKAGE.parent / "docs/reference/site-toml.md").read_text(encoding="utf-8").splitlines()

    documented = {line.removeprefix("## `").removesuffix("`") for line in lines if line.startswith("## `")}

    assert set(config_module._READERS) == documented


def test_the_languages_are_those_of_the_tables():
    """A site may name every language that sitegen has tables for, and no other."""
    assert set(LANGUAGES) == {
        folder.name for folder in (PACKAGE / "lang").iterdir() if (folder / "events.toml").is_file()
    }


def test_the_demonstration_has_a_title_in_every_language():
    """The site of this repository names itself in each of its editions."""
    config = read_config(PACKAGE.parent)

    assert set(LANGUAGES) == set(config.titles) == set(config.descriptions)
