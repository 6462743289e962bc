"""The hands at a window: its keyboard, its mouse, and the clock on the wall."""

import time
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Error

if TYPE_CHECKING:
    from pwa.audit.drive.kit.page import KitPage

KEYS = {"Enter": "\ue007", "Escape": "\ue00c", "Shift": "\ue008", "Tab": "\ue004"}


class Keyboard:
    """Keys of the window's own keyboard, one at a time."""

    def __init__(self, page: "KitPage") -> None:
        """Type into a page."""
        self._page = page

    def press(self, key: str) -> None:
        """Press a key and let it go."""
        value = KEYS.get(key, key)
        up, down = ({"type": kind, "value": value} for kind in ("keyUp", "keyDown"))
        self._page.act("key", down, up)

    def type(self, text: str) -> None:
        """Press key after key."""
        for letter in text:
            self.press(letter)


class Mouse:
    """The window's own mouse."""

    def __init__(self, page: "KitPage") -> None:
        """Point at a page."""
        self._page = page

    def move(self, x: float, y: float) -> None:
        """Go to a point of the page."""
        to = {"type": "pointerMove", "duration": 0, "x": round(x), "y": round(y)}
        self._act({**to, "origin": "viewport"})

    def down(self) -> None:
        """Press the button."""
        self._act({"type": "pointerDown", "button": 0})

    def up(self) -> None:
        """Let the button go; the page may be gone already."""
        with suppress(Error):
            self._act({"type": "pointerUp", "button": 0})

    def click(self, x: float, y: float) -> None:
        """Go there, press and let go."""
        self.move(x, y)
        self.down()
        self.up()

    def wheel(self, _across: float, down: float) -> None:
        """Turn the wheel."""
        scroll = {"type": "scroll", "x": 100, "y": 300, "deltaX": 0, "deltaY": round(down)}
        self._page.act("wheel", {**scroll, "duration": 0, "origin": "viewport"})

    def _act(self, action: dict[str, Any]) -> None:
        self._page.act("pointer", action, parameters={"pointerType": "mouse"})


class Clock:
    """The real clock: nothing is faster than it."""

    def install(self) -> None:
        """Nothing to take in hand."""

    def fast_forward(self, milliseconds: float) -> None:
        """Wait as long as it takes."""
        time.sleep(milliseconds / 1000)
