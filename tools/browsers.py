"""Find or install the browsers that the tests drive, and print the path of Chromium."""

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from pwa.audit import engines
from pwa.audit.drive.kit.own import find as kit
from tools import debian

DEBIAN = ("chromium", "chromium-browser")
WEBKIT = ("webkit2gtk-driver", "gir1.2-webkit2-4.1", "python3-gi", "xvfb")
"""Debian's packages for a WebKit; without them its tests are skipped, and say so."""
FIREFOX = "firefox-esr"
"""Debian's package for a Firefox; the same holds for its tests."""


def playwrights_own() -> str | None:
    """Return Playwright's own Chromium if it is on this machine."""
    with sync_playwright() as playwright:
        path = playwright.chromium.executable_path
    return path if Path(path).exists() else None


def debians() -> str | None:
    """Return the system's Chromium if it is on this machine."""
    return next((path for name in DEBIAN if (path := shutil.which(name))), None)


def find() -> str | None:
    """Return a usable Chromium, installing one where that is possible."""
    if path := playwrights_own() or debians():
        return path
    debian.attempt(sys.executable, "-m", "playwright", "install", "chromium")
    if path := playwrights_own():
        return path
    debian.install("chromium")
    return debians()


def add_others() -> None:
    """Install a WebKit and a Firefox where that is possible and none is there."""
    lacking = [] if kit() is not None else list(WEBKIT)
    if engines.FIREFOX.find() is None:
        lacking.append(FIREFOX)
    if lacking:
        debian.install(*lacking)


if __name__ == "__main__":
    found = find()
    add_others()
    if found is None:
        sys.exit(
            "The browser tests need Chromium: install the package `chromium`, "
            "or run `.venv/bin/playwright install chromium`."
        )
    print(found)
