"""The files of the site → the output folder, all at once: a build that fails leaves the last good site as it was."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from sitegen.errors import OutputError
from sitegen.model import OutputFile


def write_site(files: Iterable[OutputFile], output: Path) -> int:
    """Write the files beside the output folder, swap the two, and return how many there are.

    Raises OutputError where the disk refuses or a path would leave the folder.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=f".{output.name}-", dir=output.parent))
    except OSError as error:
        hint = "Choose another output folder, or make this one writable."
        raise OutputError(f"the folder cannot be made: {error.strerror}.", where=str(output), hint=hint) from error
    try:
        count = _write_all(files, fresh)
        fresh.chmod(0o755)  # mkdtemp's folder is the user's alone, and a web server reads as another
        _swap(fresh, output)
    except OSError as error:
        hint = "Is there room on the disk, and may you write there?"
        raise OutputError(f"the site cannot be written: {error}.", where=str(output), hint=hint) from error
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    return count


def _write_all(files: Iterable[OutputFile], folder: Path) -> int:
    count = 0
    made: set[Path] = set()
    for file in files:
        relative = PurePosixPath(file.path)
        if relative.is_absolute() or ".." in relative.parts:
            raise OutputError("a file would lie outside the output folder.", where=file.path)
        path = folder / relative
        if path.parent not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(path.parent)
        path.write_bytes(file.data)
        count += 1
    return count


def _swap(fresh: Path, output: Path) -> None:
    """Put the new folder in the place of the old; on every failure the old one stands."""
    if not output.exists():
        fresh.rename(output)
        return
    if not output.is_dir():
        raise OutputError("there is a file of this name.", where=str(output), hint="Choose another output folder.")
    old = Path(tempfile.mkdtemp(prefix=f".{output.name}-old-", dir=output.parent))
    try:
        output.replace(old / "site")
        try:
            fresh.replace(output)
        except OSError:
            (old / "site").replace(output)
            raise
    finally:
        shutil.rmtree(old, ignore_errors=True)
