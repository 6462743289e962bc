"""Places on a page: the part of Playwright's locators that the page objects use."""

import re
import time
from typing import TYPE_CHECKING, Any

from playwright.sync_api import TimeoutError as TooLate

if TYPE_CHECKING:
    from pwa.audit.drive.kit.page import KitPage

Name = str | re.Pattern[str] | None
Step = dict[str, Any]
POLL_S = 0.05


def named(name: Name, *, is_exact: bool | None) -> Step:
    """Describe what a name or text must be."""
    is_pattern = isinstance(name, re.Pattern)
    text = name.pattern if isinstance(name, re.Pattern) else name
    return {"name": text, "isExact": bool(is_exact), "isPattern": is_pattern}


class Places:
    """Anything that can be searched: a page, or a place on it."""

    page: "KitPage"
    steps: tuple[Step, ...] = ()

    def _then(self, **step: Any) -> "KitPlace":
        return KitPlace(self.page, (*self.steps, step))

    def get_by_role(
        self, role: str, *, name: Name = None, exact: bool | None = None, level: int | None = None
    ) -> "KitPlace":
        """Find by what it is to a screen reader."""
        return self._then(kind="role", role=role, level=level, **named(name, is_exact=exact))

    def get_by_text(self, text: Name, *, exact: bool | None = None) -> "KitPlace":
        """Find the smallest element with a text."""
        return self._then(kind="text", **named(text, is_exact=exact))

    def locator(self, css: str, *, has_text: Name = None) -> "KitPlace":
        """Find by selector, in shadow trees too."""
        return self._then(kind="css", css=css, **named(has_text, is_exact=False))


class KitPlace(Places):
    """One place, or several; looked up anew each time it is used."""

    def __init__(self, page: "KitPage", steps: tuple[Step, ...]) -> None:
        """Stand on a page; nothing is looked up yet."""
        self.page = page
        self.steps = steps

    def nth(self, at: int) -> "KitPlace":
        """Pick one of several; counted from the end when negative."""
        return self._then(kind="nth", at=at)

    @property
    def first(self) -> "KitPlace":
        """The first of several."""
        return self.nth(0)

    @property
    def last(self) -> "KitPlace":
        """The last of several."""
        return self.nth(-1)

    def filter(self, *, has: "KitPlace") -> "KitPlace":
        """Keep those that hold another place."""
        return self._then(kind="has", chain=list(has.steps))

    def all(self) -> "list[KitPlace]":
        """List every one that is there now."""
        return [self.nth(at) for at in range(self.count())]

    def count(self) -> int:
        """Count those that are there now."""
        return int(self._ask("count"))

    def is_visible(self) -> bool:
        """Say whether the first can be seen now."""
        return bool(self._ask("isSeen"))

    def bounding_box(self) -> dict[str, float] | None:
        """Return where the first is, in pixels."""
        box: dict[str, float] | None = self._ask("box")
        return box

    def inner_text(self) -> str:
        """Return the text of the first."""
        return self.all_inner_texts()[0]

    def all_inner_texts(self) -> list[str]:
        """Return the text of each."""
        texts: list[str] = self._ask("texts")
        return texts

    def aria_snapshot(self) -> str:
        """Return role and name of everything within, as the markup says them."""
        return str(self._ask("heard"))

    def evaluate(self, function: str) -> Any:
        """Call a function of the page's with the first."""
        self.wait_for(state="attached")
        return self.page.ask_of(self.steps, f"return ({function})(all[0]);")

    def wait_for(self, *, state: str = "visible", timeout: float | None = None) -> None:
        """Wait until it is `visible`, `attached` or `detached`."""
        deadline = time.monotonic() + (timeout or self.page.timeout_ms) / 1000
        while not self._is(state):
            if time.monotonic() > deadline:
                raise TooLate(f"waiting for {self.steps} to be {state}")
            time.sleep(POLL_S)

    def click(self) -> None:
        """Bring it into view, wait until it rests and nothing covers it, and click."""
        x, y = self._spot()
        self.page.mouse.click(x, y)

    def hover(self) -> None:
        """Bring the mouse over it."""
        x, y = self._spot()
        self.page.mouse.move(x, y)

    def press_sequentially(self, text: str) -> None:
        """Focus it and type, key by key."""
        self._focus()
        self.page.keyboard.type(text)

    def press(self, key: str) -> None:
        """Focus it and press a key."""
        self._focus()
        self.page.keyboard.press(key)

    def _is(self, state: str) -> bool:
        if state == "visible":
            return self.is_visible()
        return (self.count() > 0) == (state == "attached")

    def _focus(self) -> None:
        self.wait_for()
        self._ask("focus")

    def _spot(self) -> tuple[float, float]:
        deadline = time.monotonic() + self.page.timeout_ms / 1000
        before = None
        while time.monotonic() < deadline:
            spot = self._ask("spot")
            if spot is not None and spot == before:
                return spot[0], spot[1]
            before = spot
            time.sleep(POLL_S)
        raise TooLate(f"waiting for {self.steps} to rest where it can be touched")

    def _ask(self, what: str) -> Any:
        return self.page.ask_of(self.steps, f"return asks.{what}(all);")
