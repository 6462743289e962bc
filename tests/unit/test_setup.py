"""Set-up on a machine that lacks something: one clear sentence and a status that is not 0."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Nothing listens on the discard port of this machine.
NOWHERE = "http://127.0.0.1:9/"
NO_NETWORK = {
    "PIP_INDEX_URL": NOWHERE,
    "PIP_RETRIES": "0",
    "PIP_NO_CACHE_DIR": "1",
    "UV_INDEX_URL": NOWHERE,
    "UV_NO_CACHE": "1",
}
# Version tuples compare as the real one does; everything else is the real interpreter.
OLD_PYTHON = """import runpy, sys
sys.version_info = (3, 10, 12)
runpy.run_path("tools/setup.py", run_name="__main__")"""


def checkout(folder: Path) -> Path:
    """Copy what set-up reads; nothing is installed there."""
    (folder / "tools").mkdir()
    shutil.copy(ROOT / "tools/setup.py", folder / "tools")
    for name in ("uv.lock", "pyproject.toml", "package-lock.json", "package.json"):
        shutil.copy(ROOT / name, folder)
    return folder


def set_up(folder: Path, *command: str, **own: str) -> "subprocess.CompletedProcess[str]":
    environ = {key: text for key, text in os.environ.items() if not key.startswith(("PIP_", "UV_"))}
    return subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environ | own,
        capture_output=True,
        text=True,
        timeout=300,
    )


def last_line(done: "subprocess.CompletedProcess[str]") -> str:
    return done.stderr.strip().splitlines()[-1]


def test_too_old_a_python_is_named(tmp_path: Path) -> None:
    done = set_up(checkout(tmp_path), "-c", OLD_PYTHON)
    assert done.returncode != 0
    assert done.stderr == "make: Python 3.11 or newer is needed; this is 3.10.\n"
    assert not (tmp_path / ".venv").exists()


def test_without_a_network_it_says_so(tmp_path: Path) -> None:
    done = set_up(checkout(tmp_path), "tools/setup.py", **NO_NETWORK)
    assert done.returncode != 0
    assert last_line(done) == "make: uv could not be installed: is there a network?"
    assert "Traceback" not in done.stderr


def test_cut_off_halfway_it_begins_that_step_again(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    stamp = folder / ".venv/stamp"
    stamp.parent.mkdir()
    # As left behind by an earlier set-up with other packages.
    stamp.write_text("other")
    done = set_up(folder, "tools/setup.py", **NO_NETWORK)
    assert done.returncode != 0
    assert not stamp.exists()
