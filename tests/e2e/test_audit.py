"""The reviewers' command, whole: from its options to its exit status and its report."""

import json
import os
import subprocess
from pathlib import Path

import jsonschema
from playwright.sync_api import Browser

from pwa.audit.report.data import read_schema
from tests.e2e.server import PWA, Server

TIMEOUT_S = 300.0

WIDTH = 360


def see_readable(browser: Browser, report: Path) -> None:
    """Show that a report fits a phone, and a sheet of paper."""
    page = browser.new_page(viewport={"width": WIDTH, "height": 740})
    page.goto(report.as_uri())
    page.get_by_role("heading", level=1).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth") == WIDTH
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.close()


def test_headers_of_the_running_product_hold(
    server: Server, chromium: str, browser: Browser, tmp_path: Path
) -> None:
    # The command looks for browsers where every program is looked for.
    (tmp_path / "chromium").symlink_to(chromium)
    environ = os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"}
    out = tmp_path / "out"
    options = ("--only", "headers", "--engine", "chromium", "--out", str(out))
    command = [str(PWA), "audit", server.origin, *options]
    done = subprocess.run(
        command, env=environ, capture_output=True, text=True, timeout=TIMEOUT_S, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "1 held, 0 leaked, 0 not run" in done.stdout
    see_readable(browser, out / "report.html")
    report = json.loads((out / "report.json").read_text("utf-8"))
    jsonschema.validate(report, read_schema())
    [trial] = report["trials"]
    assert (trial["probe"], trial["verdict"]) == ("headers/strict", "held")
