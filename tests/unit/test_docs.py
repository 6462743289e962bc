"""Every setting, command, option, route and refusal stands in the documents."""

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from flask import Flask

from pwa import errors
from pwa.cli import main
from pwa.config import SETTINGS, Setting
from pwa.refusals import SENTENCES

ROOT = Path(__file__).parent.parent.parent
DOCS = "".join(
    path.read_text("utf-8")
    for path in (ROOT / "docs/deploy.md", ROOT / "docs/architecture.md", ROOT / "docs/desk.md")
    if path.exists()
)
# The audit documents itself in docs/verify.md and docs/review.md.
APART = {"pwa audit"}


def walk(command: click.Command, name: str) -> Iterator[tuple[str, click.Command]]:
    if isinstance(command, click.Group):
        for word, each in command.commands.items():
            yield from walk(each, f"{name} {word}")
    else:
        yield name, command


COMMANDS = {name: each for name, each in walk(main, "pwa") if name not in APART}
REFUSALS = sorted(each.code for each in errors.PwaError.__subclasses__())


@pytest.mark.parametrize("key", [setting.key for setting in SETTINGS])
def test_setting_is_documented(key: str) -> None:
    assert f"`{key}`" in DOCS


@pytest.mark.parametrize("setting", [s for s in SETTINGS if s.default], ids=lambda s: s.key)
def test_default_is_documented(setting: Setting) -> None:
    row = next(line for line in DOCS.splitlines() if f"| `{setting.key}` |" in line)
    assert f"`{setting.default}`" in row.split("|")[2]


@pytest.mark.parametrize("name", COMMANDS)
def test_command_and_its_options_are_documented(name: str) -> None:
    row = next(line for line in DOCS.splitlines() if line.startswith(f"| `{name}` |"))
    options = [option for each in COMMANDS[name].params for option in each.opts]
    assert [each for each in options if each.startswith("--") and f"`{each}`" not in row] == []


@pytest.mark.parametrize("code", REFUSALS)
def test_refusal_is_documented(code: str) -> None:
    assert f"`{code}`" in DOCS


def test_refusals_have_codes_of_their_own() -> None:
    assert len(set(REFUSALS)) == len(REFUSALS) > 5


@pytest.mark.parametrize("status", SENTENCES)
def test_status_is_documented(status: int) -> None:
    assert str(status) in DOCS


def test_route_is_documented(app: Flask) -> None:
    routes = [rule.rule for rule in app.url_map.iter_rules()]
    assert [route for route in routes if f"`{route}`" not in DOCS] == []
