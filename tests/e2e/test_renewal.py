"""A newer release reaches a space and the second one beside it, without being asked for twice."""

import base64
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from pwa.audit.drive import clock
from pwa.audit.drive.erasing import make_second, ready
from pwa.audit.drive.inner import FirstRun, Inner
from pwa.audit.drive.phone import phone_options
from pwa.audit.drive.wait import until
from pwa.audit.drive.watch import Watch
from tests.e2e.conftest import TIMEOUT_MS
from tests.e2e.server import lasting_port, start_server
from tests.e2e.test_second import FIRST, SECOND, leave

BUILT = Path(os.environ.get("PWA_BUILT", "pwa/built"))
# The browser looks for a newer worker by itself, a while after a page was loaded: it may be there
# before it is asked for, so this page waits for it from the time of the earlier release.
WAIT = """() => {
  globalThis.changed = new Promise((resolve) =>
    navigator.serviceWorker.addEventListener("controllerchange", resolve, { once: true }));
}"""
UPDATE = """async () => {
  await (await navigator.serviceWorker.ready).update();
  await changed;
}"""
KNOWN = "JSON.parse(document.getElementById('d').textContent).known"
#: What the box answers meanwhile: open, renew, is there a second, renew that.
ANSWERS = 4

Renew = Callable[[], str]


def write_newer(folder: Path) -> str:
    """Write the next release: packs one line longer, the present ones known as earlier.

    Returns the hash of its first pack.
    """
    shutil.copytree(BUILT, folder)
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    for pack in manifest["packs"].values():
        manifest["earlier"].append(pack["hash"])
        path = folder / pack["file"]
        path.write_bytes(path.read_bytes() + b"// newer\n")
        for ending in (".br", ".gz"):
            path.with_name(path.name + ending).unlink()
        digest = hashlib.sha256(path.read_bytes()).digest()
        pack["hash"] = "sha256-" + base64.b64encode(digest).decode()
    manifest["release"] = "f" * 16
    (folder / "manifest.json").write_text(json.dumps(manifest), "utf-8")
    return str(manifest["packs"]["a.en"]["hash"])


@pytest.fixture
def spaces(browser: Browser, tmp_path: Path) -> Iterator[tuple[Page, Renew]]:
    """A phone with both ways in, and a way to bring the next release to the same address."""
    server = start_server(tmp_path / "var", port=lasting_port())
    context = browser.new_context(**phone_options())
    context.set_default_timeout(TIMEOUT_MS)
    context.add_init_script(clock.SCRIPT)
    watch = Watch(context, server.origin)
    first = FirstRun(context.new_page())
    first.cover.open(server.address()).wait_for_worker()
    first.make_space(server.code, FIRST)
    first.finish()
    make_second(first, SECOND)
    ready(first)
    leave(first)

    def renew() -> str:
        nonlocal server
        server.stop()
        newest = write_newer(tmp_path / "newer")
        port = urlsplit(server.origin).port or 0
        server = start_server(tmp_path / "var", port=port, built=tmp_path / "newer")
        return newest

    yield first.page, renew
    watch.check()
    context.close()
    server.stop()


def test_newer_release_reaches_both_and_is_asked_for_once(spaces: tuple[Page, Renew]) -> None:
    page, renew = spaces
    page.evaluate(WAIT)
    newest = renew()
    page.evaluate(UPDATE)
    page.reload()
    assert newest in page.evaluate(KNOWN)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(urlsplit(request.url).path))
    # Having the box is answered too, and is not to be counted.
    clock.settle(page)
    before = clock.count(page)
    inner = Inner(page).open(FIRST)
    expect(inner.heading("Hello")).to_be_visible()
    until(lambda: clock.count(page) >= before + ANSWERS)
    # Word of a request may come later than the answer to it.
    clock.settle(page)
    packs = [path for path in asked if path.startswith("/p/")]
    assert len(packs) == len(set(packs)) == 2
    leave(inner)
    asked.clear()
    inner.open(SECOND)
    expect(inner.heading("Notebook")).to_be_visible()
    leave(inner)
    inner.open(FIRST)
    expect(inner.heading("Hello")).to_be_visible()
    leave(inner)
    assert [path for path in asked if path.startswith("/p/")] == []
