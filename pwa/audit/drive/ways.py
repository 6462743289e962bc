"""The ways to leave: what is on the screen before, what is done, and what undoes it after."""

import time
from collections.abc import Callable
from dataclasses import dataclass

from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab

IDLE_JUMP_MS = 181_000


def nothing(_lab: Lab, _planner: Planner) -> None:
    """Prepare or restore nothing."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way; `leave` returns when it was done, in seconds of the monotonic clock."""

    name: str
    leave: Callable[[Lab, Planner], float]
    prepare: Callable[[Lab, Planner], None] = nothing
    restore: Callable[[Lab, Planner], None] = nothing


def tap(lab: Lab, planner: Planner) -> float:
    """Put a finger on Close; it has left before the finger is lifted."""
    session = lab.session()
    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    return planner.touch_close(session)


def press_escape(_lab: Lab, planner: Planner) -> float:
    """Press Esc."""
    at = time.monotonic()
    planner.page.keyboard.press("Escape")
    return at


def press_shifts(_lab: Lab, planner: Planner) -> float:
    """Press Shift three times."""
    at = time.monotonic()
    for _ in range(3):
        planner.page.keyboard.press("Shift")
    return at


def type_and_tap(lab: Lab, planner: Planner) -> float:
    """Type on and leave in the middle of a word."""
    planner.page.keyboard.type("and")
    return tap(lab, planner)


def show_other_tab(lab: Lab, _planner: Planner) -> float:
    """Look at another tab."""
    at = time.monotonic()
    lab.browser.contexts[0].new_page()
    return at


def close_other_tab(lab: Lab, _planner: Planner) -> None:
    """Come back from the other tab."""
    for page in lab.browser.contexts[0].pages:
        if page is not lab.page:
            page.close()
    lab.page.bring_to_front()


def minimise(lab: Lab, _planner: Planner) -> float:
    """Put the window away, as the home button does."""
    at = time.monotonic()
    set_window(lab, "minimized")
    return at


def unminimise(lab: Lab, _planner: Planner) -> None:
    """Take the window out again."""
    set_window(lab, "normal")


def set_window(lab: Lab, state: str) -> None:
    """Change the state of the page's window."""
    session = lab.session()
    window = session.send("Browser.getWindowForTarget")["windowId"]
    bounds = {"windowId": window, "bounds": {"windowState": state}}
    session.send("Browser.setWindowBounds", bounds)


def go_offline(lab: Lab, _planner: Planner) -> None:
    """Lose the network."""
    lab.browser.contexts[0].set_offline(True)


def go_online(lab: Lab, _planner: Planner) -> None:
    """Find the network again."""
    lab.browser.contexts[0].set_offline(False)


def open_sheet(_lab: Lab, planner: Planner) -> None:
    """Open a sheet over the person's card."""
    planner.field("Number").press_sequentially("5550100")
    planner.press("Done")
    # Not by name: a name would go through DevTools.
    planner.page.locator(".row").last.click()
    planner.press("Large number")
    planner.page.get_by_role("dialog").wait_for()


def breathe(_lab: Lab, planner: Planner) -> None:
    """Begin to breathe with the circle."""
    planner.home()
    planner.go("Calm now")
    planner.go("Breathing")
    planner.page.get_by_text("Breathe in").wait_for()


ALL = (
    Way("tap", tap),
    Way("escape", press_escape),
    Way("three shifts", press_shifts),
    Way("mid-edit", type_and_tap),
    Way("other tab", show_other_tab, restore=close_other_tab),
    Way("minimised", minimise, restore=unminimise),
    Way("offline", tap, prepare=go_offline, restore=go_online),
    Way("sheet open", tap, prepare=open_sheet),
    Way("breathing", tap, prepare=breathe),
)
