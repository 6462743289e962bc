"""Run the browser tests; what failed by itself is looked at once more, alone on the machine.

Why, and what never is: docs/decisions/tests-second-look.md.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

FOLDER = Path("build/browser-tests")
SOME_FAILED = 1
"""pytest's exit status when it ran to its end and tests failed."""
MOST_LOOKED_AT_AGAIN = 2
FINAL = ("Leaked", "foreign request", "cookies were set")
"""What stands in the failure of a test that saw something get out. Seen once is seen."""


@dataclass(frozen=True, slots=True)
class Failure:
    """One test that failed: its pytest id and what it failed with."""

    test: str
    said: str

    @property
    def is_final(self) -> bool:
        """Whether it saw something get out."""
        return any(word in self.said for word in FINAL)


def read_failures(report: Path) -> list[Failure]:
    """Return what failed, from a report in pytest's `xunit1`, each test once."""
    said: dict[str, str] = {}
    for case in ElementTree.parse(report).iter("testcase"):
        for kind in ("failure", "error"):
            for entry in case.iter(kind):
                test = f"{case.get('file')}::{case.get('name')}"
                # Not its text, in which the test's own source stands.
                said[test] = f"{said.get(test, '')}{entry.get('message')}\n"
    return [Failure(test, words) for test, words in said.items()]


def may_be_chance(failures: list[Failure]) -> bool:
    """Say whether so few failed, and none of them finally, that a second look makes sense."""
    is_few = 0 < len(failures) <= MOST_LOOKED_AT_AGAIN
    return is_few and not any(failure.is_final for failure in failures)


def run(report: Path, *options: str) -> int:
    """Run pytest with a report and return its exit status."""
    report.parent.mkdir(parents=True, exist_ok=True)
    report.unlink(missing_ok=True)
    written = ("-o", "junit_family=xunit1", f"--junitxml={report}")
    return subprocess.run((sys.executable, "-m", "pytest", *written, *options)).returncode


def main(options: list[str], folder: Path = FOLDER) -> int:
    """Run the tests that `options` choose, and once more those that may have failed by chance.

    Returns pytest's exit status of the first run, or of the second look where there was one.
    """
    status = run(folder / "first.xml", *options)
    if status != SOME_FAILED:
        return status
    failures = read_failures(folder / "first.xml")
    if not may_be_chance(failures):
        return status
    tests = [failure.test for failure in failures]
    print(f"\nOnce more, alone: {', '.join(tests)}", flush=True)
    status = run(folder / "second.xml", *tests)
    if status == 0:
        print("\nFAILED ONCE, and held alone. Somebody has to find out why:")
        print("\n".join(tests), flush=True)
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
