"""A page of WebKit's: the part of Playwright's `Page` that the page objects and probes use.

Playwright has no word for WebKitGTK, and Selenium none for shadow trees; so one set of page
objects serves all engines.
"""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Error
from selenium.common.exceptions import WebDriverException
from selenium.webdriver.remote.command import Command
from selenium.webdriver.remote.webdriver import WebDriver
from urllib3.exceptions import HTTPError

from pwa.audit.drive.kit.console import Console
from pwa.audit.drive.kit.finding import FIND
from pwa.audit.drive.kit.hands import Clock, Keyboard, Mouse
from pwa.audit.drive.kit.place import Places, Step
from pwa.audit.drive.wait import until
from pwa.audit.errors import TookTooLong

TIMEOUT_MS = 30_000
KINDS = {"warn": "warning", "info": "debug", "log": "debug"}
VALUE = """const done = arguments[arguments.length - 1];
const value = (%s);
Promise.resolve(typeof value === "function" ? value(arguments[0]) : value)
  .then((told) => done([told]), (reason) => done([null, String(reason)]));"""


@contextmanager
def told_alike() -> Iterator[None]:
    """Raise Playwright's error for the driver's, so that whoever waits need know only one."""
    try:
        yield
    except (WebDriverException, HTTPError) as trouble:
        text = getattr(trouble, "msg", None) or str(trouble)
        raise Error(f"{type(trouble).__name__}: {text}") from None


@dataclass(frozen=True, slots=True)
class Said:
    """One line that a page wrote to the console."""

    type: str
    text: str
    args: tuple[()] = ()


class KitPage(Places):
    """One tab; every call turns to it first."""

    context: Any

    def __init__(self, driver: WebDriver, console: Console, tell: Callable[..., None]) -> None:
        """Stand on the tab that the driver is on; `tell` speaks to the window around it."""
        self.page = self
        self.driver = driver
        self.handle = driver.current_window_handle
        self.timeout_ms: float = TIMEOUT_MS
        self.tell = tell
        self.keyboard = Keyboard(self)
        self.mouse = Mouse(self)
        self.clock = Clock()
        self._console = console
        self._listeners: list[Callable[[Any], None]] = []

    def goto(self, address: str) -> None:
        """Load an address, as if it were typed."""
        with told_alike():
            self.driver.get(address)

    def reload(self) -> None:
        """Load it anew."""
        with told_alike():
            self.driver.refresh()

    @property
    def url(self) -> str:
        """The address of the page."""
        with told_alike():
            return str(self.driver.current_url)

    def title(self) -> str:
        """Return the page's title."""
        with told_alike():
            return str(self.driver.title)

    def evaluate(self, expression: str, argument: object = None) -> Any:
        """Work out an expression, or call a function, in the page; promises are waited for."""
        self.pump()
        with told_alike():
            told = self.driver.execute_async_script(VALUE % expression, argument)
        self.pump()
        if len(told) > 1:
            raise Error(told[1])
        return told[0]

    def ask_of(self, steps: tuple[Step, ...], code: str) -> Any:
        """Run `code` with `all`, the elements that the steps find."""
        script = f"{FIND}\nconst all = find(document, arguments[0]);\n{code}"
        with told_alike():
            return self.driver.execute_script(script, list(steps))

    def act(self, kind: str, *actions: dict[str, Any], **more: Any) -> None:
        """Have the window's own input do something, as hands would."""
        one = {"type": kind, "id": kind, "actions": list(actions), **more}
        with told_alike():
            self.driver.execute(Command.W3C_ACTIONS, {"actions": [one]})

    def wait_for_timeout(self, milliseconds: float) -> None:
        """Wait, and hear what the page says."""
        time.sleep(milliseconds / 1000)
        self.pump()

    def wait_for_url(self, address: str) -> None:
        """Wait until the page is at an address."""
        with suppress(TookTooLong):
            until(lambda: self._is_at(address), self.timeout_ms / 1000)
            return
        raise Error(f"the page is not at {address}")

    def _is_at(self, address: str) -> bool:
        with suppress(Error):
            return self.url == address
        return False

    def wait_for_load_state(self) -> None:
        """Wait until the page is there."""
        with suppress(TookTooLong):
            until(self._is_loaded, self.timeout_ms / 1000)

    def _is_loaded(self) -> bool:
        with suppress(Error):
            return bool(self.evaluate("document.readyState === 'complete'"))
        return False

    def on(self, event: str, listener: Callable[[Any], None]) -> None:
        """Hear what pages write to the console; no other event is known."""
        if event == "console":
            self._listeners.append(listener)

    def remove_listener(self, _event: str, listener: Callable[[Any], None]) -> None:
        """Hear no more."""
        self.pump()
        self._listeners.remove(listener)

    def pump(self) -> None:
        """Tell the listeners what has been said since."""
        for line in self._console.lines():
            kind, _, text = line.partition(" ")
            said = Said(KINDS.get(kind, kind), text)
            for listener in list(self._listeners):
                listener(said)

    def add_init_script(self, script: str) -> None:
        """Run a script at the start of every page from now on."""
        self.tell("script", script)

    def set_viewport_size(self, size: dict[str, int]) -> None:
        """Change the size of the window, which is all page."""
        width, height = size["width"], size["height"]
        self.tell("size", width, height)
        until(lambda: bool(self.evaluate(f"innerWidth === {width}")), what="the window's new size")

    def bring_to_front(self) -> None:
        """Turn back to this tab."""
        with told_alike():
            self.driver.switch_to.window(self.handle)

    def emulate_media(self, *, media: str) -> None:
        """Do nothing: the page is asked afterwards whether it is laid out for `media`."""


def as_line(*words: object) -> bytes:
    """Return what the window reads from its pipe."""
    return json.dumps(words).encode() + b"\n"
