"""`python -m benchmarks.reports [CODE …]`: how many short reports of each language are read as a reader would.

A report counts where every event of it is found with its kind, people, countries and day, and nothing besides.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.extract.cases import read_cases
from tests.extract.check import faults

REPORTS = Path(__file__).parent / "quality" / "reports"


def main(codes: list[str]) -> None:
    """Print a line for each language, and what is wrong with each report of the languages that are named."""
    right = total = 0
    for path in sorted(REPORTS.glob("*.txt")):
        cases = read_cases(path)
        wrong = {case.name: found for case in cases if (found := faults(case))}
        print(f"{path.stem}  {len(cases) - len(wrong):3} of {len(cases)}")
        if path.stem in codes:
            for name, found in wrong.items():
                print(f"    {name}: {'; '.join(found)}")
        right, total = right + len(cases) - len(wrong), total + len(cases)
    print(f"all {right:3} of {total}")


if __name__ == "__main__":
    main(sys.argv[1:])
