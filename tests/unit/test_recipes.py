"""What docs/deploy.md says to paste into other programs' settings is something they understand.

The programs themselves are asked where they are installed; the tests do not need them.
"""

import re
import shutil
import subprocess
import textwrap
from configparser import RawConfigParser
from pathlib import Path

import click
import pytest

from pwa.cli import main
from pwa.config import SETTINGS

TEXT = (Path(__file__).parent.parent.parent / "docs/deploy.md").read_text("utf-8")
FENCED = re.compile(r"^( *)```\n(.*?)^\1```", re.MULTILINE | re.DOTALL)
RECIPES = [textwrap.dedent(found[2]) for found in FENCED.finditer(TEXT)]
DEFAULTS = {setting.key: setting.default for setting in SETTINGS}
PWA = "/srv/pwa/venv/bin/pwa"


def recipe(mark: str) -> str:
    """Return the one recipe that holds a text."""
    (found,) = [each for each in RECIPES if mark in each]
    return found


def units() -> dict[str, str]:
    """Return each systemd unit by its file's name."""
    copy = re.split(r"(?=^\[Timer\])", recipe("Type=oneshot"), flags=re.MULTILINE)
    return {
        "pwa.service": recipe("pwa serve"),
        "pwa-backup.service": copy[0],
        "pwa-backup.timer": copy[1],
    }


def ask(program: str, *words: str) -> None:
    """Let a program judge its own settings, where it is installed."""
    path = shutil.which(program)
    if path is None:
        pytest.skip(f"{program} is not installed")
    done = subprocess.run([path, *words], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout + done.stderr


def test_caddy_passes_on_to_where_the_server_listens_and_logs_no_request() -> None:
    caddyfile = recipe("reverse_proxy")
    assert f"reverse_proxy {DEFAULTS['PWA_HOST']}:{DEFAULTS['PWA_PORT']}\n" in caddyfile
    assert re.search(r"log default \{\s+exclude http\.log\.error\s+\}", caddyfile)
    # Any other `log` would be an access log.
    assert len(re.findall(r"^\s*log\b", caddyfile, re.MULTILINE)) == 1


def test_every_block_of_the_caddyfile_begins_on_a_line_of_its_own() -> None:
    for line in recipe("reverse_proxy").splitlines():
        assert "{" not in line or line.rstrip().endswith("{"), "Caddy takes nothing behind a brace"


def test_caddy_takes_its_file(tmp_path: Path) -> None:
    path = tmp_path / "Caddyfile"
    path.write_text(recipe("reverse_proxy"), "utf-8")
    ask("caddy", "validate", "--adapter", "caddyfile", "--config", str(path))


@pytest.mark.parametrize("name", units())
def test_units_run_commands_that_exist_with_settings_that_exist(name: str) -> None:
    unit = RawConfigParser(strict=False)
    unit.optionxform = str  # type: ignore[assignment,method-assign]  # the documented way
    unit.read_string(units()[name])
    service = unit["Service"] if name.endswith(".service") else {}
    for setting in service.get("Environment", "").split():
        assert setting.partition("=")[0] in DEFAULTS
    for word in re.findall(rf"{PWA} (\w+)", service.get("ExecStart", "")):
        assert isinstance(main, click.Group)
        assert word in main.commands
    assert set(unit.sections()) <= {"Unit", "Service", "Timer", "Install"}


def test_systemd_takes_its_units(tmp_path: Path) -> None:
    for name, text in units().items():
        (tmp_path / name).write_text(text.replace(PWA, "/bin/true"), "utf-8")
    ask("systemd-analyze", "verify", *(str(tmp_path / name) for name in units()))


def test_tor_reaches_a_server_of_its_own() -> None:
    port = recipe("HiddenServicePort").split(":")[1].strip()
    assert port != DEFAULTS["PWA_PORT"], "that one believes what a proxy tells it"
    assert f"`PWA_PORT={port}`, `PWA_PROXIES=0`" in TEXT


def test_tor_takes_its_file(tmp_path: Path) -> None:
    path = tmp_path / "torrc"
    text = recipe("HiddenServicePort").replace("/var/lib/tor/pwa", str(tmp_path / "service"))
    path.write_text(text, "utf-8")
    ask("tor", "--verify-config", "-f", str(path), "--DataDirectory", str(tmp_path / "data"))
