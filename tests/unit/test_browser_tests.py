"""A browser test that fails by itself is tried once more; a leak and a crowd are not."""

from pathlib import Path

import pytest

from tools.browser_tests import main

SAYS_ONCE = """
from pwa.audit.errors import Leaked

def test_{name}(request):
    seen = request.path.with_name("seen-{name}")
    if not seen.exists():
        seen.touch()
        raise {error}
"""
HOLDS = "def test_holds():\n    pass\n"
FAILS = "def test_fails():\n    raise AssertionError('a fault')\n"


def play(folder: Path, *tests: str) -> int:
    """Run tests from a file of their own, outside the project's settings."""
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    file = folder / "test_some.py"
    file.write_text("\n".join(tests), "utf-8")
    options = ["-q", "-p", "no:cacheprovider", f"--rootdir={folder}", "-c", f"{folder}/pytest.ini"]
    return main([*options, str(file)], folder / "reports")


def once(name: str, error: str = "AssertionError('the machine was busy')") -> str:
    """Return a test that fails the first time, with an error."""
    return SAYS_ONCE.format(name=name, error=error)


@pytest.fixture(autouse=True)
def _there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.delenv("PYTEST_ADDOPTS", raising=False)


def test_what_holds_is_run_once(tmp_path: Path) -> None:
    assert play(tmp_path, HOLDS) == 0
    assert not (tmp_path / "reports/second.xml").exists()


def test_what_failed_by_chance_holds_alone_and_is_named(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    assert play(tmp_path, HOLDS, once("a"), once("b")) == 0
    said = capfd.readouterr().out
    assert "FAILED ONCE" in said
    assert said.rstrip().endswith("test_some.py::test_a\ntest_some.py::test_b")


def test_what_fails_twice_is_a_fault(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert play(tmp_path, HOLDS, FAILS, once("a")) == 1
    assert "FAILED ONCE" not in capfd.readouterr().out


def test_three_at_once_are_no_chance(tmp_path: Path) -> None:
    assert play(tmp_path, once("a"), once("b"), once("c")) == 1
    assert not (tmp_path / "reports/second.xml").exists()


@pytest.mark.parametrize(
    "error",
    [
        "Leaked('1 hit')",
        "AssertionError('foreign request: x')",
        "AssertionError('cookies were set: x')",
    ],
)
def test_what_got_out_once_got_out(tmp_path: Path, error: str) -> None:
    assert play(tmp_path, HOLDS, once("a", error)) == 1
    assert not (tmp_path / "reports/second.xml").exists()


def test_a_run_that_could_not_be_made_is_not_made_again(tmp_path: Path) -> None:
    assert play(tmp_path, "import nothing_that_is_there\n") != 0
    assert not (tmp_path / "reports/second.xml").exists()
