"""The check for revealing words finds what it must, and nothing else."""

import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

from pwa.audit.scan.words import LIST, finds, read_revealing
from tools.check_words import check

REVEALING = read_revealing()
ROOT = Path(__file__).resolve().parent.parent.parent


def words(text: str) -> set[str]:
    return {word for _, word, _ in finds(text, REVEALING)}


@pytest.mark.parametrize(
    ("planted", "word"),
    [
        ("panic", "panic"),
        ("trafficking", "trafficking"),
        ("abuser", "abuser"),
        ("safety plan", "safety"),
        ("secrets", "secrets"),
        ("quick-exit", "quick-exit"),
        ("quick_exit", "quick_exit"),
        ("víctima", "victima"),
        ("pánico", "panico"),
        ("salida rápida", "salida rapida"),
        ("refugio", "refugio"),
        ("señuelo", "senuelo"),
        ("policía", "policia"),
    ],
)
@pytest.mark.parametrize("case", [str.lower, str.upper, str.title, str.swapcase])
def test_a_planted_word_is_found_in_every_language_and_case(
    planted: str, word: str, case: Callable[[str], str]
) -> None:
    assert word in words(f'const a="{case(planted)}";')


@pytest.mark.parametrize(
    "hidden",
    ["myPanicButton", "quickExit", "panic_mode", "v\\u00edctima", "v\\xedctima", "v&iacute;ctima"],
)
def test_a_planted_word_is_found_inside_names_and_escapes(hidden: str) -> None:
    assert words(hidden)


@pytest.mark.parametrize(
    "plain",
    [
        "Shopping list",
        "Trusted Types policy",
        'style="overflow:hidden"',
        "Borrar todo",
        "Se trata de una lista",
        "drapery",
        "planner",
        'if (event.key === "Escape") close();',
    ],
)
def test_ordinary_words_are_left_alone(plain: str) -> None:
    assert words(plain) == set()


def test_an_allowed_text_does_not_cover_the_word_elsewhere() -> None:
    assert words('"Escape" and escape') == {"escape"}


def test_finds_name_file_and_line_and_leave_out_sealed_packs(tmp_path: Path) -> None:
    (tmp_path / "packs").mkdir()
    (tmp_path / "packs" / "a.en.js").write_text("panic")
    (tmp_path / "a.js").write_text("fine\nconst x='shelter'\n")
    (tmp_path / "a.js.br").write_bytes(b"panic")
    count, found = check([tmp_path], REVEALING)
    assert count == 1
    assert [(find.path.name, find.line, find.word) for find in found] == [("a.js", 2, "shelter")]


def test_words_in_pictures_are_found(tmp_path: Path) -> None:
    (tmp_path / "icon.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff\xfetEXtTitle\0Survivor app\xff")
    assert [find.word for find in check([tmp_path], REVEALING)[1]] == ["survivor"]


@pytest.mark.parametrize(("text", "status"), [("milk", 0), ("hotline", 1)])
def test_the_command_fails_only_when_a_word_is_there(
    tmp_path: Path, text: str, status: int
) -> None:
    (tmp_path / "a.txt").write_text(text)
    command = [sys.executable, "tools/check_words.py", str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == status


def test_the_command_does_not_pass_when_there_is_nothing_to_read(tmp_path: Path) -> None:
    command = [sys.executable, "tools/check_words.py", str(tmp_path)]
    assert subprocess.run(command, cwd=ROOT, capture_output=True, check=False).returncode == 2


def test_every_allowed_text_says_why_and_is_needed() -> None:
    for entry in tomllib.loads(LIST.read_text("utf-8"))["allow"]:
        assert entry["why"]
        assert REVEALING.pattern.search(entry["text"]), f"{entry['text']} reveals nothing"


def test_nothing_that_is_built_for_everybody_reveals() -> None:
    count, found = check([ROOT / "pwa" / "built"], REVEALING)
    assert count > 10
    assert found == []
