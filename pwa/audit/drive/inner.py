"""Page objects of the inner app: every name that a test relies on stands here once.

They wait by `wait_for`, not by `expect`: while it waits, `expect` sends the whole text of the
page through DevTools, that is through the browser's own process, where it then stays.
"""

import re
import time
from contextlib import suppress

from playwright.sync_api import CDPSession, Error, Locator, Page

from pwa.audit.drive.covers import Cover, ListCover
from pwa.audit.drive.wait import until
from pwa.audit.drive.words import Say, english

OPEN_TIMEOUT_MS = 60_000
PRESS = """name => {
  const { shadowRoot } = [...document.querySelectorAll("*")].find((each) => each.shadowRoot);
  const is = (button) => button.textContent.trim() === name;
  const button = [...shadowRoot.querySelectorAll("button")].find(is);
  button?.click();
  return button !== undefined;
}"""
IS_FRESH = """!globalThis.wasOpen && crossOriginIsolated
  && document.querySelector('#app h1') !== null"""


def touch(session: CDPSession, place: Locator) -> float:
    """Put a finger on `place` and lift it; returns when it came down, as `time.monotonic()`."""
    box = place.bounding_box()
    assert box is not None
    point = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    at = time.monotonic()
    kind = "Input.dispatchTouchEvent"
    session.send(kind, {"type": "touchStart", "touchPoints": [point]})
    # The page may be gone already; the finger is lifted all the same.
    with suppress(Error):
        session.send(kind, {"type": "touchEnd", "touchPoints": []})
    return at


class Inner:
    """The inner app, opened from a cover: the list, if nothing else is said."""

    def __init__(self, page: Page, say: Say = english, way_in: Cover | None = None) -> None:
        """Stand on a page that shows the cover, or the app over it."""
        self.page = page
        self.say = say
        self.cover = ListCover(page, say)
        self.way_in = way_in or self.cover
        self.close_button = page.get_by_role("button", name=say("Close"), exact=True)

    def open(self, entry: str) -> "Inner":
        """Type a secret or a start code into the cover and wait for what it opens."""
        self.way_in.enter(entry)
        return self.opened()

    def opened(self) -> "Inner":
        """Wait until the app is open, and mark this page: the next cover must be another."""
        self.close_button.wait_for(timeout=OPEN_TIMEOUT_MS)
        self.page.evaluate("globalThis.wasOpen = true")
        return self

    def heading(self, name: str) -> Locator:
        """Find a screen by its heading."""
        return self.page.get_by_role("heading", level=1, name=self.say(name), exact=True)

    def press(self, name: str) -> None:
        """Press a button by its whole name."""
        self.page.get_by_role("button", name=self.say(name), exact=True).click()

    def press_untold(self, name: str) -> None:
        """Press a button whose description holds what somebody wrote.

        Playwright describes what it clicks, through the browser's own process, where it stays.
        """
        until(lambda: bool(self.page.evaluate(PRESS, self.say(name))), what=f"the button {name}")

    def press_in(self, place: Locator, name: str) -> None:
        """Press the button with this whole name inside a part of the screen."""
        place.get_by_role("button", name=self.say(name), exact=True).click()

    def go(self, name: str) -> None:
        """Press a row or door by the title it starts with."""
        title = re.compile(f"^{re.escape(self.say(name))}")
        self.page.get_by_role("button", name=title).first.click()

    def back(self) -> None:
        """Go one screen back."""
        self.press("Back")

    def home(self) -> None:
        """Go back until Home is reached."""
        while not self.heading("Hello").is_visible():
            self.back()

    def field(self, label: str) -> Locator:
        """Find a field by its label."""
        return self.page.get_by_role("textbox", name=self.say(label), exact=True)

    def kept(self) -> None:
        """Wait until everything typed is on the disk."""
        self.page.get_by_text(self.say("Kept"), exact=True).wait_for()

    def leave(self) -> float:
        """Touch Close; returns when it was touched, in seconds of the monotonic clock."""
        box = self.close_button.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
        self.page.mouse.move(x, y)
        at = time.monotonic()
        self.page.mouse.down()
        self.page.mouse.up()
        return at

    def touch_close(self, session: CDPSession) -> float:
        """Put a finger on Close and lift it; returns when it came down."""
        return touch(session, self.close_button)

    def go_on_to(self, site: str) -> None:
        """Choose where closing goes on to; starts and ends at Home."""
        self.go("Settings")
        self.go("Closing")
        self.field("Then go on to this web page").press_sequentially(site)
        self.kept()
        self.home()

    def expect_cover(self) -> None:
        """Wait until a fresh cover has taken the page's place, alive and with nothing over it."""
        until(self._is_fresh)
        self.close_button.wait_for(state="detached")
        self.page.get_by_role("heading", level=1).wait_for(state="attached")

    def _is_fresh(self) -> bool:
        # Between two pages there is none to ask.
        with suppress(Error):
            return bool(self.page.evaluate(IS_FRESH))
        return False


class FirstRun(Inner):
    """The first run, from start code to a space that keeps."""

    def make_space(self, code: str, secret: str) -> None:
        """Type the start code, choose an own secret and come to "What matters to me first"."""
        self.open(code)
        self.to_secret()
        self.press("I want to make up my own")
        self.field(self.way_in.MY_OWN).press_sequentially(secret)
        self.press("Use mine")
        self.repeat(secret)

    def to_secret(self) -> None:
        """Read on until a secret is offered."""
        self.heading("This is yours").wait_for()
        self.press("Go on")
        self.heading("What it cannot do").wait_for()
        self.press("Go on")
        self.heading("Put it on the home screen").wait_for()
        self.press("Go on without the icon")
        self.press("No, this is the first")
        self.heading("My way in").wait_for()

    def repeat(self, secret: str) -> None:
        """Type the chosen secret once more; the space is made."""
        self.heading("Once more").wait_for()
        self.field(self.way_in.MY_OWN).press_sequentially(secret)
        self.press("This is my way in")
        self.heading("What matters to me first").wait_for(timeout=OPEN_TIMEOUT_MS)

    def finish(self) -> None:
        """Come to Home without practising."""
        self.press("Go on")
        self.heading("Practice closing").wait_for()
        self.press("Not now")
        self.heading("Hello").wait_for()


class Planner(Inner):
    """Filling in the plan, as a person does."""

    def add_person(self, name: str, number: str = "", relation: str = "") -> None:
        """Write somebody down; starts and ends on People."""
        self.press("Add someone")
        self.field("Name to use").press_sequentially(name)
        if number:
            self.field("Number").press_sequentially(number)
        if relation:
            self.page.get_by_text(self.say("Who they are"), exact=True).click()
            self.field("Who they are to me").press_sequentially(relation)
        self.press("Done")
        self.heading("People").wait_for()

    def choose(self, question: str, answer: str) -> None:
        """Pick one answer of a question with a few."""
        group = self.page.get_by_role("radiogroup", name=self.say(question), exact=True)
        group.get_by_role("radio", name=self.say(answer), exact=True).click()

    def prompt(self, name: str) -> Locator:
        """Find a prompt of the section on the screen."""
        heading = self.page.get_by_role("heading", level=2, name=self.say(name), exact=True)
        return self.page.locator("section").filter(has=heading)

    def add_line(self, prompt: str, text: str) -> None:
        """Write one line of one's own under a prompt."""
        place = self.prompt(prompt)
        place.get_by_role("button", name=self.say("Write my own")).click()
        place.get_by_role("textbox").press_sequentially(text)
        place.get_by_role("button", name=self.say("Done")).click()

    def more(self, prompt: str) -> None:
        """Open what can be done with a prompt."""
        name = re.compile(re.escape(self.say(prompt)) + "$")
        more = self.prompt(prompt).locator(".prompt-head").get_by_role("button", name=name)
        more.click()

    def lines(self, prompt: str) -> list[str]:
        """Return what stands under a prompt."""
        return [text.strip() for text in self.prompt(prompt).locator("ul > li").all_inner_texts()]
