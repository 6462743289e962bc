"""The ways to leave: what is on the screen before, what is done, and what undoes it after."""

import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from playwright.sync_api import Error

from pwa.audit.drive.calming import breathe, feel, sound
from pwa.audit.drive.inner import Planner
from pwa.audit.drive.lab import Lab
from pwa.audit.drive.phone import HEIGHT, WIDTH

IDLE_JUMP_MS = 181_000

# A save of the space is call 4 (static/cover/box/wire.ts).
WATCH_FOR_SAVE = """() => {
  const { prototype } = Worker;
  const post = prototype.postMessage;
  globalThis.nextSave = new Promise((resolve) => {
    prototype.postMessage = function (...parts) {
      post.apply(this, parts);
      if (parts[0][0] === 4) resolve(true);
    };
  });
}"""


def nothing(_lab: Lab, _planner: Planner) -> None:
    """Prepare or restore nothing."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way; `leave` returns when it was done, in seconds of the monotonic clock.

    `begin` runs before the space is opened, `prepare` while it is open, `restore` afterwards.
    """

    name: str
    title: str
    leave: Callable[[Lab, Planner], float]
    prepare: Callable[[Lab, Planner], None] = nothing
    restore: Callable[[Lab, Planner], None] = nothing
    begin: Callable[[Lab, Planner], None] = nothing


def tap(lab: Lab, planner: Planner) -> float:
    """Put a finger on Close; it has left before the finger is lifted."""
    return lab.touch(planner)


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
    lab.hide()
    return at


def close_other_tab(lab: Lab, _planner: Planner) -> None:
    """Come back from the other tab."""
    lab.show_again()


def minimise(lab: Lab, _planner: Planner) -> float:
    """Put the window away, as the home button does."""
    at = time.monotonic()
    lab.minimise()
    return at


def unminimise(lab: Lab, _planner: Planner) -> None:
    """Take the window out again."""
    lab.unminimise()


def go_offline(lab: Lab, _planner: Planner) -> None:
    """Lose the network."""
    lab.set_offline(True)


def go_online(lab: Lab, _planner: Planner) -> None:
    """Find the network again."""
    lab.set_offline(False)


def open_sheet(_lab: Lab, planner: Planner) -> None:
    """Open a sheet over the person's card."""
    planner.field("Number").press_sequentially("5550100")
    planner.press("Done")
    # Not by name: a name would go through DevTools.
    planner.page.locator(".row").last.click()
    planner.press_untold("Large number")
    planner.page.get_by_role("dialog").wait_for()


def scroll(_lab: Lab, planner: Planner) -> None:
    """Open every part of the person and scroll to the end."""
    for part in planner.page.locator("summary").all():
        part.click()
    planner.page.mouse.move(180, 400)
    planner.page.mouse.wheel(0, 5_000)


def zoom(lab: Lab, _planner: Planner) -> None:
    """Make everything four times as large, which leaves a quarter of the width."""
    lab.page.set_viewport_size({"width": WIDTH // 4, "height": HEIGHT // 4})


def unzoom(lab: Lab, _planner: Planner) -> None:
    """Make everything as large as before."""
    lab.page.set_viewport_size({"width": WIDTH, "height": HEIGHT})


def open_second_tab(lab: Lab, planner: Planner) -> None:
    """Have the cover open in another window too."""
    lab.new_window(planner.page.url)
    lab.page.bring_to_front()


def tap_twice(lab: Lab, planner: Planner) -> float:
    """Tap Close twice, as hasty fingers do."""
    at = tap(lab, planner)
    with suppress(Error):
        planner.page.mouse.click(WIDTH - 40, HEIGHT - 40)
    return at


def watch_for_save(lab: Lab, _planner: Planner) -> None:
    """Know the moment in which the next save is asked of the worker."""
    lab.page.evaluate(WATCH_FOR_SAVE)


def type_and_save(lab: Lab, planner: Planner) -> float:
    """Type on and leave as soon as the save has begun."""
    planner.page.keyboard.type("and then")
    planner.page.evaluate("nextSave")
    return tap(lab, planner)


def hold_clock(lab: Lab, _planner: Planner) -> None:
    """Take the page's clock in hand; it runs on as usual."""
    lab.page.clock.install()
    lab.page.reload()


def wait_long(lab: Lab, _planner: Planner) -> float:
    """Leave it alone for longer than three minutes."""
    lab.page.clock.fast_forward(IDLE_JUMP_MS)
    return time.monotonic()


ALL = (
    Way("tap", "A finger on Close", tap),
    Way("escape", "Esc", press_escape),
    Way("three shifts", "Shift three times", press_shifts),
    Way("other tab", "Another tab is shown", show_other_tab, restore=close_other_tab),
    Way("minimised", "The window is put away", minimise, restore=unminimise),
    Way("idle", "Nobody touches it for three minutes", wait_long, begin=hold_clock),
    Way("offline", "Close without a network", tap, prepare=go_offline, restore=go_online),
    Way("mid-edit", "Close in the middle of a word", type_and_tap),
    Way("mid-save", "Close while a save is under way", type_and_save, watch_for_save),
    Way("sheet open", "Close with a sheet open", tap, prepare=open_sheet),
    Way("breathing", "Close during an animation", tap, prepare=breathe),
    Way("humming", "Close while the phone hums", tap, prepare=feel),
    Way("sounding", "Close while a sound plays", tap, prepare=sound),
    Way("double tap", "Close touched twice", tap_twice),
    Way("scrolled", "Close on a long page scrolled down", tap, prepare=scroll),
    Way("zoomed", "Close with everything four times as large", tap, prepare=zoom, restore=unzoom),
    Way(
        *("second tab", "Close with the cover open in a second window", tap),
        prepare=open_second_tab,
        # The cover that comes says that it is open elsewhere, until it is not.
        restore=close_other_tab,
    ),
)
