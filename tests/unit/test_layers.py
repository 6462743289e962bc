"""The floors hold, and the check of them can fail."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PLANTED = {
    "pwa/headers.py": "import pwa.kits.service",
    "pwa/exit/views.py": "import pwa.kits.service",
    "pwa/config.py": "import flask",
    "pwa/app.py": "import pwa.audit",
    "pwa/audit/__init__.py": "import pwa.kits.service",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    ignore = shutil.ignore_patterns("__pycache__", "built")
    shutil.copytree(ROOT / "pwa", tmp_path / "pwa", ignore=ignore)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    return subprocess.run(
        [program, "--no-cache"], cwd=folder, env={"PYTHONPATH": str(folder)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_floors_hold(copy: Path) -> None:
    done = lint(copy)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", PLANTED)
def test_import_from_above_is_noticed(path: str, copy: Path) -> None:
    file = copy / path
    file.write_text(f"{file.read_text()}\n{PLANTED[path]}\n")
    done = lint(copy)
    assert done.returncode == 1
    assert "BROKEN" in done.stdout


def test_make_runs_no_tool_as_a_file_that_needs_another_of_ours() -> None:
    # Only `-m` finds the repository's own `tests`: a package that is installed brings one too.
    files = re.findall(r"python\)? (tools/\w+\.py)", (ROOT / "Makefile").read_text().lower())
    assert "tools/setup.py" in files
    needy = [
        file
        for file in files
        if re.search(r"^from (tests|tools)\b", (ROOT / file).read_text(), re.M)
    ]
    assert needy == []
