"""The audit must catch what it is for: builds that are broken on purpose, one fault each."""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from pwa.audit.ground import Ground
from pwa.audit.model import Trial
from pwa.audit.probe import attempt
from pwa.audit.probes.all import PROBES
from tests.e2e.server import start_server

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("pwa", "static", "service_worker", "content", "tools")
LINKED = ("node_modules", "package.json", "tsconfig.json")
TEXT = "export function textOf(box: HTMLElement): string {\n"


@dataclass(frozen=True)
class Fault:
    """One fault: the text that it takes the place of, and the case that must catch it."""

    name: str
    file: str
    text: str
    instead: str
    caught_by: str
    reason: str
    is_long: bool = False
    """Left to `make e2e-slow`: it takes a minute or more."""


FAULTS = (
    Fault(
        "no bounce",
        "service_worker/worker.ts",
        "answer(isBouncing ? `${setup.path}b` : setup.path)",
        "answer(setup.path)",
        "traces/tap",
        "in memory",
    ),
    Fault(
        "a form field that remembers",
        "static/cover/base/textbox.ts",
        TEXT,
        TEXT
        + """  let copy = box.parentElement?.querySelector("textarea");
  if (!copy) {
    copy = document.createElement("textarea");
    box.parentElement?.append(copy);
  }
  copy.value = raw(box);
""",
        "traces/tap",
        "in memory",
    ),
    Fault(
        "a field without autocomplete=off",
        "static/cover/covers/list/row.ts",
        ', autocomplete: "off" }',
        " }",
        "rest/fields",
        "input checkbox (cover)",
    ),
    Fault(
        "a stray localStorage write",
        "static/cover/base/textbox.ts",
        TEXT,
        TEXT + '  localStorage.setItem("draft", raw(box));\n',
        "endings/closed",
        "in files",
    ),
    Fault(
        "a console.log of text",
        "static/cover/base/textbox.ts",
        TEXT,
        TEXT + "  console.log(raw(box));\n",
        "traces/tap",
        "log: ",
    ),
    Fault(
        "a secret kept as an item",
        "static/cover/covers/list/store.ts",
        "set(settle(state, id, text, isTaken));",
        "set(settle(state, id, text, false));",
        "endings/closed",
        "cover's region",
    ),
    Fault(
        "a title change",
        "static/cover/opener/run.ts",
        "  const clipboard: Clipboard",
        '  document.title = "My plan";\n  const clipboard: Clipboard',
        "records/rows",
        "titled My plan",
    ),
    Fault(
        "a revealing word",
        "pwa/templates/cover.html",
        '<div id="app"></div>',
        '<div id="app"></div><!-- safety plan -->',
        "rest/served",
        "safety in GET /list/",
    ),
    Fault(
        "a notification that says more",
        "service_worker/line.ts",
        "    tag: setup.path,\n",
        '    tag: setup.path,\n    body: "Look at your safety plan",\n',
        "rest/notification",
        "safety in the notification",
        is_long=True,
    ),
    Fault(
        "a missing header",
        "pwa/headers.py",
        '"X-Content-Type-Options": "nosniff",',
        "",
        "headers/strict",
        "x-content-type-options",
    ),
    Fault(
        "a late exit",
        "static/cover/leave/leave.ts",
        "    leaving.bare();\n",
        # On a busy machine, the page slowed six times beside, a frame may come 150 ms later.
        "    setTimeout(() => leaving.bare(), 300);\n",
        "speed/fast",
        "the next frame was not the cover",
        is_long=True,
    ),
    Fault(
        "an exit that works before it shows",
        "static/cover/leave/leave.ts",
        "    leaving.bare();\n",
        """    const end = performance.now() + 1_000;
    while (performance.now() < end);
    leaving.bare();
""",
        "speed/fast",
        "the page took",
        is_long=True,
    ),
    Fault(
        "a request on leaving",
        "static/cover/leave/leave.ts",
        "    leaving.bare();\n",
        '    leaving.bare();\n    void fetch("/healthz", { keepalive: true });\n',
        "network/requests",
        "GET /healthz",
        is_long=True,
    ),
    Fault(
        "an erase that only leaves",
        "static/cover/box/erase.ts",
        "copies.map((copy) => copyAt",
        "copies.slice(0, 1).map((copy) => copyAt",
        "erasing/held",
        "wrapped",
    ),
)


def build(fault: Fault, folder: Path) -> None:
    """Copy the product, put the fault in, and build it."""
    for name in NEEDED:
        skipped = shutil.ignore_patterns("built", "__pycache__")
        shutil.copytree(ROOT / name, folder / name, ignore=skipped)
    for name in LINKED:
        (folder / name).symlink_to(ROOT / name)
    broken = folder / fault.file
    text = broken.read_text()
    assert text.count(fault.text) == 1, f"{fault.file} has no place for {fault.name}"
    broken.write_text(text.replace(fault.text, fault.instead))
    environ = os.environ | {"PYTHON": sys.executable}
    environ.pop("BUILT_DIR", None)
    command = ["node", "tools/build.mjs"]
    done = subprocess.run(command, cwd=folder, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def tried(fault: Fault, ground: Ground) -> Trial:
    """Try the one case that must catch it."""
    for probe in PROBES:
        for case in probe.cases:
            if f"{probe.name}/{case.name}" == fault.caught_by:
                return attempt(probe, case, ground)
    raise AssertionError(f"no case {fault.caught_by}")


@pytest.mark.parametrize(
    "fault",
    [pytest.param(each, id=each.name, marks=[pytest.mark.slow] * each.is_long) for each in FAULTS],
)
def test_fault_is_caught(
    fault: Fault, playwright: Playwright, chromium: str, tmp_path: Path
) -> None:
    build(fault, tmp_path / "product")
    server = start_server(tmp_path / "var", package=tmp_path / "product")
    try:
        ground = Ground(
            playwright, chromium, server.origin, tmp_path / "audit", server.code, rounds=9
        )
        # One section is as good as all: what is caught here is not which field was forgotten.
        ground.most_sections = 1
        trial = tried(fault, ground)
    finally:
        server.stop()
    assert trial.verdict == "leaked", f"{trial.verdict} {trial.reason}"
    assert fault.reason in trial.reason
