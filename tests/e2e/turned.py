"""A screen as it stands, seen in another way, and turned back: from the right, in large letters.

One walk can look at every screen in several ways; a walk of its own for each would take minutes.
"""

from collections.abc import Callable

from playwright.sync_api import Page

# With reduced motion every change is a transition, of no length: it is over two frames later.
SETTLED = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())))"""
DIRECTION = """(facing) => {
  const layer = [...document.body.children].find((each) => each.shadowRoot);
  document.documentElement.dir = layer.shadowRoot.querySelector(".app").dir = facing;
}"""
SIZE = """(size) => {
  if (size === "") document.documentElement.style.removeProperty("font-size");
  else document.documentElement.style.setProperty("font-size", size, "important");
}"""
#: Text of twice the size from the first moment on, for a walk of its own.
LARGE = f"addEventListener('DOMContentLoaded', () => ({SIZE})('200%'));"

Look = Callable[[Page], list[str]]


def from_the_right(page: Page, look: Look) -> list[str]:
    """Return what is found on a screen that is read from the right."""
    _turn(page, DIRECTION, "rtl")
    found = look(page)
    _turn(page, DIRECTION, "ltr")
    return [f"from the right, {each}" for each in found]


def in_large_letters(page: Page, look: Look) -> list[str]:
    """Return what is found on a screen whose text is of twice the size."""
    _turn(page, SIZE, "200%")
    found = look(page)
    _turn(page, SIZE, "")
    return [f"in large letters, {each}" for each in found]


def _turn(page: Page, script: str, way: str) -> None:
    page.evaluate(script, way)
    page.evaluate(SETTLED)
