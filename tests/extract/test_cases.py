"""Every language reads its cases: sentences that a speaker of it can read and extend."""

from __future__ import annotations

import pytest

from sitegen.data.gazetteer import LANGUAGES
from tests.extract.cases import FOLDER, Case, read_cases
from tests.extract.check import faults

CASES = [case for path in sorted(FOLDER.glob("*.txt")) if path.stem in LANGUAGES for case in read_cases(path)]
KNOWN = FOLDER / "known_failures.txt"
HEAD = """\
# Cases that are not read as they should be, yet: number and rule, one a line. A case that is mended must leave it.
# `pytest tests/extract/test_cases.py --update-golden` writes it anew; it may only get shorter.
"""


def name_case(case: Case) -> str:
    return f"{case.article.id} {case.name}"


def read_known() -> list[str]:
    """Return the names of the cases that are known to fail."""
    lines = KNOWN.read_text(encoding="utf-8").splitlines() if KNOWN.exists() else []
    return [line for line in lines if line and not line.startswith("#")]


def mark(case: Case, known: frozenset[str]) -> object:
    """Return the case as a parameter: one on the list must fail, and says so when it does not."""
    marks = (
        [pytest.mark.xfail(reason="in known_failures.txt", raises=AssertionError, strict=True)]
        if name_case(case) in known
        else []
    )
    return pytest.param(case, id=name_case(case), marks=marks)


@pytest.mark.parametrize("case", [mark(case, frozenset(read_known())) for case in CASES])
def test_case(case: Case) -> None:
    """The claims of a case are found, and no others."""
    assert faults(case) == []


def test_the_known_failures_are_cases(is_update: bool) -> None:
    """The list names cases that exist, each once, in their order; what it leaves out must pass."""
    names = [name_case(case) for case in CASES]
    if is_update:
        failing = [name_case(case) for case in CASES if faults(case)]
        KNOWN.write_text(HEAD + "".join(f"{name}\n" for name in failing), encoding="utf-8")

    known = read_known()

    assert [name for name in names if name in known] == known
