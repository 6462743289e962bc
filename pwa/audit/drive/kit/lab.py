"""A WebKit of our own, driven over WebDriver."""

import base64
import json
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, ClassVar, cast

from playwright.sync_api import CDPSession, Page

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.kit.own import OwnKit
from pwa.audit.drive.kit.page import KitPage, Said, told_alike
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.line import CUT, FAST, Line, Pace
from pwa.audit.drive.wait import until
from pwa.audit.drive.watch import Watch
from pwa.audit.errors import Beyond

CANNOT = (
    "fingers on the screen: Close is pressed with a mouse, which is the same event for the page",
    "slowing the page (the times are those of this machine), pictures frame by frame",
    "laying the page out for paper",
    "the accessibility tree itself: roles and names are read from the markup",
    "reopening a closed tab, and restoring a session: the engine leaves both, and the history of "
    "pages, to the browser around it",
    "closing that goes on to another site: no such site can be made up for it",
    "addresses of requests over https: its proxy sees their host alone",
)
BOX = """async () => {
  const all = (await indexedDB.databases()).map((each) => each.name);
  const name = all.find((each) => location.pathname.includes(each)) ?? all[0];
  const wait = (request) => new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const database = await wait(indexedDB.open(name));
  const rows = database.transaction("a").objectStore("a");
  const whole = IDBKeyRange.bound([0], [1, []]);
  const [keys, kept] = await Promise.all([wait(rows.getAllKeys(whole)), wait(rows.getAll(whole))]);
  database.close();
  const length = kept[keys.findIndex(([, page]) => page < 0)];
  const pages = keys.flatMap(([, page], at) => page < 0 ? [] : [...new Uint8Array(kept[at])]);
  const bytes = pages.slice(0, length);
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.slice(at, at + 8192));
  return btoa(text);
}"""
"""The rows of the one place that is in use, in their order (static/cover/box/rows.ts)."""


class KitWatch(Watch):
    """What pages of a WebKit say that they should not."""

    def __init__(self, page: KitPage, origin: str) -> None:
        """Watch from now on."""
        self.problems = []
        self.requests = []
        self.said = []
        self._origin = origin
        page.on("console", self._hear)

    def _hear(self, said: Said) -> None:
        place = self.said if said.type == "debug" else self.problems
        place.append(f"{said.type}: {said.text}")


@dataclass
class KitLab(Lab):
    """A WebKit with one page in front."""

    has_devtools: ClassVar = False

    own: OwnKit  # type: ignore[assignment]

    def start(self, *, is_restoring: bool = False) -> Page:
        """Start it on its profile and return its page, at the size of a phone."""
        if is_restoring:
            raise Beyond("WebKitGTK leaves the last session to the browser around it")
        driver = self.own.start()
        self.kit = KitPage(driver, self.own.console, self.own.tell)
        self.kit.context = cast(Any, SimpleNamespace(browser=None, pages=[self.kit]))
        self.page = cast(Page, self.kit)
        self.watch = KitWatch(self.kit, self.origin)
        until(self._has_keyboard, what="the keyboard")
        return self.page

    def _has_keyboard(self) -> bool:
        self.own.tell("focus")
        return bool(self.kit.evaluate("document.hasFocus()"))

    def stop(self) -> None:
        """End it in good order: everything that wants to be written is written."""
        self.own.quit()
        if self.own.netlog is not None:
            self.own.netlog.write_text(json.dumps({"asked": self.own.proxy.asked}))

    def requests(self) -> list[str]:
        """List what its proxy was asked for, however it ended."""
        return [f"{method} {url}" for method, url in self.own.proxy.asked]

    def version(self) -> str:
        """Return the engine's own number."""
        return str(self.kit.driver.capabilities.get("browserVersion", ""))

    def box(self) -> bytes:
        """Return the bytes of the box, which WebKitGTK keeps in rows: its files take no writing."""
        return base64.b64decode(self.page.evaluate(BOX))

    def stand_in(self, site: str, title: str) -> None:
        """Raise `Beyond`."""
        raise Beyond(f"nobody can answer for {site} ({title}) here")

    def session(self) -> CDPSession:
        """Raise `Beyond`."""
        raise Beyond("WebKit has no DevTools sessions")

    def touch(self, planner: Planner) -> float:
        """Press Close with a mouse."""
        return planner.leave()

    def hide(self) -> None:
        """Show another tab, so that nobody sees the first."""
        with told_alike():
            self.kit.driver.switch_to.new_window("tab")
        self.kit.bring_to_front()

    def show_again(self) -> None:
        """Close every other page and show the first again."""
        driver = self.kit.driver
        with told_alike():
            for handle in driver.window_handles:
                if handle != self.kit.handle:
                    driver.switch_to.window(handle)
                    driver.close()
        self.kit.bring_to_front()

    def minimise(self) -> None:
        """Put the window away."""
        self.own.tell("hide")

    def unminimise(self) -> None:
        """Take the window out again."""
        self.own.tell("show")

    def set_offline(self, is_offline: bool) -> None:
        """Lose the network, or find it again."""
        self.own.proxy.set(CUT if is_offline else FAST)

    def set_pace(self, _line: Line, pace: Pace) -> None:
        """Make everything that it loads as slow as that."""
        self.own.proxy.set(pace)

    def slow(self, factor: float) -> None:
        """Raise `Beyond`, unless it is full speed."""
        if factor != 1:
            raise Beyond("the page cannot be slowed")

    def show(self, address: str) -> Page:
        """Wait until the page is at an address."""
        self.kit.wait_for_url(address)
        return self.page

    def new_window(self, address: str) -> Page:
        """Open a window of its own, so that the one before stays visible."""
        with told_alike():
            self.kit.driver.switch_to.new_window("window")
            self.kit.driver.get(address)
        self.kit.bring_to_front()
        return self.page
