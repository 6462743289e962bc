"""Ways to destroy what was written, as a person goes them."""

from pwa.audit.drive.inner import OPEN_TIMEOUT_MS, Inner


def to_erase(inner: Inner, *, is_everything: bool = False) -> None:
    """Come from Home to the button that erases; with `is_everything` the cover's lists go too."""
    inner.go("Settings")
    inner.go("Remove what I wrote")
    if is_everything:
        inner.page.get_by_role("switch").click()


def hold_erase(inner: Inner) -> None:
    """Hold the button until it has done its work."""
    button = inner.page.get_by_role("button", name=inner.say("Hold for 3 seconds to remove"))
    button.hover()
    inner.page.mouse.down()
    # It leaves once everything is overwritten.
    inner.close_button.wait_for(state="detached", timeout=OPEN_TIMEOUT_MS)
    inner.page.mouse.up()


def press_erase(inner: Inner) -> None:
    """Touch twice instead of holding."""
    inner.press("I cannot hold a button")
    inner.press("Yes, remove it all now")


def take(inner: Inner, secret: str) -> None:
    """Say that nothing else is here, think up a secret and type it once more."""
    own = inner.way_in.MY_OWN
    inner.press("No, there is no other")
    inner.press("I want to make up my own")
    inner.field(own).press_sequentially(secret)
    inner.press("Use mine")
    inner.field(own).press_sequentially(secret)
    inner.press("Use these words" if own == "My words" else "Use this sum")


def make_second(inner: Inner, secret: str, *, also_erases: bool = False) -> None:
    """Set up a second way in; starts at Home and ends on the last page."""
    inner.go("Settings")
    inner.go("A second way in")
    inner.press("Make one")
    if also_erases:
        inner.page.get_by_role("switch", name="Also wipe what I wrote here").click()
    inner.press("Go on")
    take(inner, secret)


def make_eraser(inner: Inner, secret: str) -> None:
    """Set up a way to wipe; starts at Home and ends on the last page."""
    inner.go("Settings")
    inner.go("A way to wipe")
    inner.press("Make one")
    take(inner, secret)


def ready(inner: Inner) -> None:
    """Wait until it is made, go on, and come back to Home."""
    inner.heading("It is ready").wait_for(timeout=OPEN_TIMEOUT_MS)
    inner.press("Good")
    inner.home()
