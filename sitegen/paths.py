"""Where the files that come with sitegen lie, in the checkout or in an installed wheel, and where a site may go."""

from __future__ import annotations

from pathlib import Path

from sitegen.errors import OutputError, SitegenError

PACKAGE = Path(__file__).resolve().parent
SHIPPED = PACKAGE / "_shipped"  # pyproject.toml puts templates/ and static/ there in a wheel
SITE_MARK = "data/events.jsonl"  # every site has this file, and hardly any other folder


def find_templates() -> Path:
    """Return the folder of the templates. Raises SitegenError where the installation is incomplete."""
    return _find("templates")


def find_static() -> Path:
    """Return the folder of the styles, scripts and icons. Raises SitegenError as `find_templates`."""
    return _find("static")


def find_tables() -> tuple[Path, ...]:
    """Return the folders of the tables and catalogues: a change in them changes the site."""
    return (PACKAGE / "data", PACKAGE / "lang", PACKAGE / "locales")


def check_replaceable(output: Path) -> None:
    """Raise OutputError where the output folder holds something that is no site: a build would take it away."""
    if output.is_dir() and any(output.iterdir()) and not (output / SITE_MARK).is_file():
        raise OutputError(
            "the output folder holds files that are no site of sitegen, and a build would replace them.",
            where=str(output),
            hint="Empty the folder, or choose another one with --output or in site.toml.",
        )


def _find(name: str) -> Path:
    for folder in (SHIPPED / name, PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise SitegenError(
        f"the folder of the {name} is missing from this installation.",
        where=str(PACKAGE),
        hint="Install sitegen again, or run it from a complete checkout.",
    )
