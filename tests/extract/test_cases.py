"""Every language reads its cases: sentences that a speaker of it can read and extend."""

from __future__ import annotations

import pytest
from tests.extract.cases import FOLDER, Case, read_cases
from tests.extract.check import faults

CASES = [case for path in sorted(FOLDER.glob("*.txt")) for case in read_cases(path)]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.article.id} {case.name}")
def test_case(case: Case) -> None:
    """The claims of a case are found, and no others."""
    assert faults(case) == []
