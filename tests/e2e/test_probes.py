"""The probes must find what is there: typed, kept, cached or remembered."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect

from pwa.audit.drive.browser import OwnBrowser
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.tiny import TinyServer
from pwa.audit.drive.wait import until
from pwa.audit.scan.canary import make_canary, text_needles
from pwa.audit.scan.disk import scan_disk
from pwa.audit.scan.memory import scan_memory
from pwa.audit.scan.processes import kind, renderers, tree
from pwa.audit.scan.records import read_records, read_sessions

PACKED = make_canary()


@pytest.fixture(scope="module")
def tiny() -> Iterator[TinyServer]:
    server = TinyServer(PACKED)
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def own(chromium: str, tmp_path: Path) -> Iterator[OwnBrowser]:
    browser = OwnBrowser(chromium, tmp_path / "profile")
    yield browser
    browser.kill()


def open_page(playwright: Playwright, own: OwnBrowser, url: str) -> tuple[Browser, Page]:
    """Start the browser and show one page in its own profile."""
    lab = Lab(playwright, own, url)
    lab.start().goto(url)
    return lab.browser, lab.page


def test_typed_canary_is_found_in_the_memory_of_the_renderer(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    browser, page = open_page(playwright, own, tiny.url)
    canary, absent = make_canary(), make_canary()
    page.locator("#field").press_sequentially(canary)
    scan = scan_memory(own.pid, text_needles("typed", canary) + text_needles("absent", absent))
    assert scan.names() == {"typed"}
    assert scan.unread == []
    assert any(hit.where.startswith("renderer") for hit in scan.hits), str(scan)
    assert {kind(pid) for pid in tree(own.pid)} >= {
        "browser",
        "renderer",
        "gpu-process",
    }
    browser.close()


def test_kept_canary_is_found_on_disk(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    browser, page = open_page(playwright, own, tiny.url)
    canary, absent = make_canary(), make_canary()
    page.locator("#free").press_sequentially(canary)
    expect(page).to_have_title(f"written {len(canary)}")
    own.close(browser)
    scan = scan_disk(own.profile, text_needles("kept", canary) + text_needles("absent", absent))
    assert scan.names() == {"kept"}
    assert scan.unread == []
    stores = {hit.where.split("/")[1] for hit in scan.hits if "/" in hit.where}
    assert {"IndexedDB", "Local Storage"} <= stores, str(scan)
    # The last value stands whole in the database, packed or not.
    assert any("indexeddb" in hit.where.lower() for hit in scan.hits)


@pytest.mark.parametrize("packing", ["gzip", "brotli"])
def test_packed_canary_in_the_cache_is_found_on_disk(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer, packing: str
) -> None:
    browser, page = open_page(playwright, own, tiny.url)
    page.evaluate("path => fetch(path).then((answer) => answer.text())", f"/packed/{packing}")
    own.close(browser)
    hits = scan_disk(own.profile, text_needles("packed", PACKED)).hits
    assert any(f"({packing}" in hit.where and "Cache_Data" in hit.where for hit in hits), hits


def test_page_comes_back_alive_from_the_back_forward_cache(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    browser, page = open_page(playwright, own, f"{tiny.url}/first")
    canary = make_canary()
    page.locator("#field").press_sequentially(canary)
    page.goto(f"{tiny.url}/second")
    page.evaluate("history.back()")
    expect(page).to_have_title("first")
    # Its title is there before it hears that it is shown again.
    page.wait_for_function("window.shown.length > 1")
    assert page.evaluate("window.shown") == [False, True]
    browser.close()


def test_killed_browser_is_gone_and_restores_its_page(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    # A profile that ended well once: a fresh one has no settings to say that it crashed.
    browser, _ = open_page(playwright, own, tiny.url)
    own.close(browser)
    browser, _ = open_page(playwright, own, f"{tiny.url}/restored")
    until(lambda: f"{tiny.url}/restored" in read_sessions(own.profile))
    pid = own.pid
    own.kill()
    assert tree(pid) == []
    lab = Lab(playwright, own, tiny.url)
    lab.start(is_restoring=True)
    lab.show(f"{tiny.url}/restored")


def test_history_and_session_files_are_read(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    browser, _ = open_page(playwright, own, f"{tiny.url}/remembered")
    own.close(browser)
    records = read_records(own.profile)
    assert f"{tiny.url}/remembered" in records.urls
    assert "remembered" in records.titles
    assert f"{tiny.url}/remembered" in records.sessions


def test_renderers_are_told_from_other_processes(
    playwright: Playwright, own: OwnBrowser, tiny: TinyServer
) -> None:
    browser, _ = open_page(playwright, own, tiny.url)
    assert 0 < len(renderers(own.pid)) < len(tree(own.pid))
    browser.close()
