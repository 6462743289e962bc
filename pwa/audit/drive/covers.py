"""Page objects of the covers: every name that a test relies on stands here once."""

from typing import ClassVar

from playwright.sync_api import Locator, Page, expect

from pwa.audit.drive.wait import until
from pwa.audit.drive.words import Say, english

IS_CONTROLLED = "navigator.serviceWorker.controller?.state === 'activated'"


def wait_for_worker(page: Page) -> None:
    """Wait until the service worker answers for this page, so that it works offline."""
    until(lambda: bool(page.evaluate(IS_CONTROLLED)))


class ListCover:
    """The list, as somebody with a phone in hand uses it."""

    NAME: ClassVar = "list"
    MY_OWN: ClassVar = "My words"

    def __init__(self, page: Page, say: Say = english) -> None:
        """Stand on a page that shows the list, or will."""
        self.page = page
        self.field = page.get_by_role("textbox", name=say("Add an item"))
        self.rows = page.get_by_role("listitem")

    def open(self, address: str) -> "ListCover":
        """Go to the cover and wait until it has read what was kept."""
        self.begin(address).wait_until_read()
        return self

    def begin(self, address: str) -> "ListCover":
        """Go to the cover and wait until it takes items, which it does before it has read any."""
        self.page.goto(address)
        self.field.wait_for()
        return self

    def wait_until_read(self) -> None:
        """Wait until what was kept is read: its coming shuts a menu that is open."""
        self.page.locator("main.page:not(.early)").wait_for()

    def wait_for_worker(self) -> "ListCover":
        """Wait until the service worker answers for this page, so that it works offline."""
        wait_for_worker(self.page)
        return self

    def add(self, *texts: str) -> None:
        """Type each item and press Enter, key by key as a person does."""
        for text in texts:
            self.field.press_sequentially(text)
            # Not by way of the field: Playwright would note down what stands in it.
            self.page.keyboard.press("Enter")

    def enter(self, entry: str) -> None:
        """Type a secret or a start code as an item."""
        self.add(entry)

    def focus(self) -> None:
        """Bring the field under the keyboard."""
        self.field.click()

    def item(self, text: str) -> Locator:
        """Find the row of an item."""
        return self.rows.filter(has=self.page.get_by_role("checkbox", name=text, exact=True))

    def tick(self, text: str) -> None:
        """Tick an item off, or on again."""
        self.page.get_by_role("checkbox", name=text, exact=True).click()

    def expect_items(self, *texts: str) -> None:
        """Wait until these are the items, top to bottom, and no others."""
        expect(self.rows).to_have_text(list(texts))

    def wait_for_entry(self, text: str) -> None:
        """Wait until an item from before is drawn."""
        self.item(text).wait_for()

    def choose_for(self, text: str, *path: str) -> None:
        """Use the menu of an item."""
        self.wait_until_read()
        self.page.get_by_role("button", name=f"More for {text}", exact=True).press("Enter")
        self._pick(path)

    def choose(self, *path: str) -> None:
        """Use the menu of the list on the screen."""
        self.wait_until_read()
        self.page.get_by_role("button", name="List options").click()
        self._pick(path)

    def _pick(self, path: tuple[str, ...]) -> None:
        for name in path:
            self.page.get_by_role("menuitem", name=name, exact=True).click()


class CalculatorCover:
    """The calculator, pressed key by key."""

    NAME: ClassVar = "calculator"
    MY_OWN: ClassVar = "My sum"

    KEYS: ClassVar = {
        "*": "Multiply",
        "/": "Divide",
        "-": "Subtract",
        "+": "Add",
        "=": "Equals",
        ".": "Decimal point",
        "%": "Percent",
    }

    def __init__(self, page: Page, say: Say = english) -> None:
        """Stand on a page that shows the calculator, or will."""
        self.page = page
        self.say = say
        self.result = page.get_by_role("status", name=say("Result"), exact=True)
        self.sum = page.get_by_role("status", name=say("Sum"))

    def open(self, address: str) -> "CalculatorCover":
        """Go to the cover and wait until its keys are there."""
        self.page.goto(address)
        self.key("=").wait_for()
        return self

    def begin(self, address: str) -> "CalculatorCover":
        """Go to the cover and wait until its keys are there, which is all there is to wait for."""
        return self.open(address)

    def key(self, sign: str) -> Locator:
        """Find a key by its sign."""
        name = self.say(self.KEYS.get(sign, sign))
        return self.page.get_by_role("button", name=name, exact=True)

    def press(self, signs: str) -> None:
        """Touch each key in turn."""
        for sign in signs:
            self.key(sign).click()

    def wait_for_worker(self) -> "CalculatorCover":
        """Wait until the service worker answers for this page, so that it works offline."""
        wait_for_worker(self.page)
        return self

    def enter(self, entry: str) -> None:
        """Press a secret or a start code as a sum."""
        self.press(entry.replace(" ", "") + "=")

    def focus(self) -> None:
        """Nothing to do: the keyboard reaches the calculator from anywhere."""

    def wait_for_entry(self, _text: str) -> None:
        """Nothing to do: sums from before stand in the history, which is shut."""

    def open_history(self) -> Locator:
        """Open the history and return its rows."""
        name = self.say("History")
        self.page.get_by_role("button", name=name).click()
        return self.page.get_by_role("region", name=name).get_by_role("listitem")


Cover = ListCover | CalculatorCover

COVERS: dict[str, type[Cover]] = {cover.NAME: cover for cover in (ListCover, CalculatorCover)}
