"""The promises that keep the code easy to find one's way in, read from the code itself."""

from __future__ import annotations

import ast
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = REPOSITORY / "sitegen"
FILES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))

STAGES = ("ingest", "extract", "resolve", "group", "align", "plan", "render")

# A file of the package that may import a stage beside the pipeline: and why.
MAY_IMPORT_STAGES: dict[str, str] = {
    "pipeline.py": "it knows the order of the stages",
    "cli.py": "`sitegen import` is done by ingest alone",
}

# A library that more than one folder imports: and why.
SHARED_LIBRARIES: dict[str, str] = {
    "anyascii": "one Latin spelling for every script: in ids of articles, in comparing names, in addresses",
    "babel": "CLDR is the source both of what sitegen reads (lang) and of what it writes (plan)",
    "hijridate": "the Hijri calendar stands in the text of an article and in its declared date",
    "jdatetime": "the Solar Hijri calendar is read in texts and declared dates, and shown beside ours in Persian",
    "numpy": "arrays of numbers: sketches of texts that find copies (ingest), vectors of passages (align)",
    "rapidfuzz": "likeness of two texts (copies of an article) and of two names (one person)",
}

# A file that may look at the clock: and why.
MAY_READ_THE_CLOCK: dict[str, str] = {
    "cli.py": "--verbose says how long each step took",
    "ingest/web/fetch.py": "`sitegen import` gives a slow server up",
    "ingest/web/polite.py": "`sitegen import` leaves a site in peace for a second between two requests",
}

# A public class that is not frozen: and why.
WORKING_CLASSES: dict[str, str] = {
    "Visitor": "`sitegen import` remembers when it last asked a site, and its robots.txt",
}

# A file over 400 lines: and why.
LONG_FILES: dict[str, str] = {
    "model.py": "every noun in one place, nothing that behaves",
}

LONGEST_FILE = 400
LONGEST_FUNCTION = 40


@cache
def parse(file: str) -> ast.Module:
    return ast.parse((PACKAGE / file).read_text(encoding="utf-8"))


def find_imports(file: str) -> Iterator[str]:
    """Yield the full name of each module (or name in it) that the file imports, wherever in it."""
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: imports are absolute"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def find_folder(file: str) -> str:
    return file.split("/", maxsplit=1)[0] if "/" in file else ""


def find_calls(file: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield each call with the last part of what is called: `open`, `read_text`."""
    for node in ast.walk(parse(file)):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node


def find_in(files: Iterable[str], look: Callable[[str], Iterable[str]]) -> dict[str, list[str]]:
    """Return what was found in each file, without the files where nothing was."""
    found = {file: list(look(file)) for file in files}
    return {file: things for file, things in found.items() if things}


def test_stages_meet_only_in_the_model():
    """A stage imports no other stage, and only the pipeline imports stages at all."""

    def find_strangers(file: str) -> list[str]:
        parts = [(name, name.split(".")) for name in find_imports(file) if name.startswith("sitegen.")]
        return [name for name, words in parts if words[1] in STAGES and words[1] != find_folder(file)]

    found = find_in(FILES, find_strangers)

    assert {file: names for file, names in found.items() if file not in MAY_IMPORT_STAGES} == {}
    assert sorted(found) == sorted(MAY_IMPORT_STAGES), "an exception that is no longer needed"


def test_nothing_below_knows_the_pipeline():
    """The flow goes one way: stages and tables import neither the pipeline nor the commands."""
    above = {"sitegen.pipeline", "sitegen.cli", "sitegen.serve", "sitegen.explain"}
    below = [file for file in FILES if find_folder(file) in (*STAGES, "lang", "data", "locales")]

    assert {} == find_in(
        below, lambda file: {name for name in find_imports(file) if {name, name.rpartition(".")[0]} & above}
    )


def test_the_model_stands_alone():
    """The nouns import nothing but the standard library."""
    assert [] == [name for name in find_imports("model.py") if name.split(".")[0] not in sys.stdlib_module_names]


def test_each_library_is_imported_in_one_folder():
    """What depends on a library is found in one place, so that it can be replaced there."""
    folders: dict[str, set[str]] = {}
    for file in FILES:
        for name in find_imports(file):
            library = name.split(".")[0]
            if library != "sitegen" and library not in sys.stdlib_module_names:
                folders.setdefault(library, set()).add(find_folder(file) or "sitegen")

    spread = {library: sorted(where) for library, where in folders.items() if len(where) > 1}

    assert {} == {library: where for library, where in spread.items() if library not in SHARED_LIBRARIES}
    assert sorted(spread) == sorted(SHARED_LIBRARIES), "an exception that is no longer needed"


def test_only_the_commands_print_and_exit():
    """Everything else returns values and raises errors."""
    spoken = ("print", "echo", "secho", "exit", "_exit")
    silent = [file for file in FILES if file not in ("cli.py", "__main__.py")]

    assert {} == find_in(silent, lambda file: [name for name, _ in find_calls(file) if name in spoken])


def test_text_is_read_and_written_with_an_encoding():
    """The encoding of a file is never that of the machine."""

    def find_bare(file: str) -> Iterator[str]:
        for name, call in find_calls(file):
            is_text = name in ("read_text", "write_text") or (name == "open" and not _is_binary(call))
            if is_text and not any(keyword.arg == "encoding" for keyword in call.keywords):
                yield f"line {call.lineno}: {name}"

    assert {} == find_in(FILES, find_bare)


def _is_binary(call: ast.Call) -> bool:
    words = [word.value for word in (*call.args, *(k.value for k in call.keywords)) if isinstance(word, ast.Constant)]
    return any(isinstance(word, str) and "b" in word and len(word) <= 3 for word in words)


def test_nothing_reads_the_clock():
    """The same folder gives the same bytes on any day."""
    names = ("today", "now", "utcnow", "localtime", "gmtime", "monotonic", "perf_counter")

    def find_clocks(file: str) -> list[str]:
        calls = [ast.unparse(call.func) for _, call in find_calls(file)]
        return [call for call in calls if call == "time.time" or call.rpartition(".")[2] in names]

    assert sorted(find_in(FILES, find_clocks)) == sorted(MAY_READ_THE_CLOCK)


def test_functions_fit_on_a_screen():
    """A function has at most 40 lines beside its docstring."""

    def find_long(file: str) -> Iterator[str]:
        for node in ast.walk(parse(file)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) is not None else node.body
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                if lines > LONGEST_FUNCTION:
                    yield f"{node.name}: {lines} lines"

    assert {} == find_in(FILES, find_long)


def test_files_can_be_read_in_one_go():
    """A file has at most 400 lines."""
    lengths = {file: len((PACKAGE / file).read_text(encoding="utf-8").splitlines()) for file in FILES}

    assert sorted(file for file, lines in lengths.items() if lines > LONGEST_FILE) == sorted(LONG_FILES)


def test_data_is_frozen():
    """Every dataclass is slotted, and frozen unless it is private: the working state of one function of its file."""

    def find_loose(file: str) -> Iterator[str]:
        for node in ast.walk(parse(file)):
            if isinstance(node, ast.ClassDef) and node.name not in WORKING_CLASSES:
                needed = ["slots=True"] if node.name.startswith("_") else ["frozen=True", "slots=True"]
                marks = [ast.unparse(mark) for mark in node.decorator_list if "dataclass" in ast.unparse(mark)]
                yield from (node.name for mark in marks if not all(need in mark for need in needed))

    assert {} == find_in(FILES, find_loose)


def test_there_is_no_module_state():
    """No function writes a name of its module."""
    assert {} == find_in(FILES, lambda file: [str(n.names) for n in ast.walk(parse(file)) if isinstance(n, ast.Global)])


def test_no_file_is_a_drawer_for_odds_and_ends():
    """A file is named for the one job it does."""
    drawers = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "base.py", "misc.py"}

    assert [] == [file for file in FILES if file.rpartition("/")[2] in drawers]


def test_templates_never_switch_escaping_off():
    """A hostile article cannot put markup on the site: |safe and autoescape blocks are banned."""
    templates = sorted((REPOSITORY / "templates").rglob("*.html"))

    unsafe = [
        path.name
        for path in templates
        if any(word in path.read_text(encoding="utf-8") for word in ("|safe", "| safe", "autoescape"))
    ]

    assert [] == unsafe


def test_every_test_states_its_rule():
    """Each test opens with a sentence that says what must hold."""
    silent = []
    for path in sorted((REPOSITORY / "tests").rglob("test_*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_test = isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
            if is_test and ast.get_docstring(node) is None:
                silent.append(f"{path.name}: {node.name}")

    assert [] == silent
