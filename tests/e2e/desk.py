"""Page objects of the desk: every name that a test relies on stands here once."""

import re
import time
from pathlib import Path

import pyotp
from playwright.sync_api import Locator, Page

STEP_S = 30
PASSWORD = "kettle drawer mango bus"


class DeskPages:
    """The desk in one browser, as somebody at an office computer uses it."""

    def __init__(self, page: Page, origin: str) -> None:
        """Stand on a page that shows the desk, or will."""
        self.page = page
        self.origin = origin
        self._app = pyotp.TOTP("A" * 32)
        self._step = 0

    def heading(self, name: str) -> Locator:
        """Find a page by its heading."""
        return self.page.get_by_role("heading", level=1, name=name, exact=True)

    def press(self, name: str) -> None:
        """Press a button by its whole name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        """Follow a link by its whole name."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def fill(self, **fields: str) -> None:
        """Fill fields in by their names."""
        for name, text in fields.items():
            self.page.locator(f"[name={name}]").fill(text)

    def join(self, link: str, name: str) -> None:
        """Follow an invitation: name, password and the first code of an authenticator app."""
        self.page.goto(self.origin + link)
        key = self.page.locator("code.key").inner_text()
        self._app = pyotp.TOTP(key.replace(" ", ""))
        self.fill(name=name, password=PASSWORD, code=self._code())
        self.press("Finish and sign in")
        self.follow("I have kept them. Go on")

    def sign_out(self) -> None:
        """Leave the desk."""
        self.press("Sign out")
        self.page.wait_for_url("**/desk/signed-out")

    def sign_in(self, email: str) -> None:
        """Do both steps."""
        self.page.goto(f"{self.origin}/desk/sign-in")
        self.fill(email=email, password=PASSWORD)
        self.press("Go on")
        self.page.wait_for_url("**/desk/code*")
        self.fill(code=self._code())
        self.page.locator("main form button").first.click()
        self.page.wait_for_url(f"{self.origin}/desk/")

    def bring_in(self, file: Path) -> None:
        """Look at a file of services, then bring it in."""
        self.follow("Services")
        self.follow("Bring in a list")
        self.page.locator("input[type=file]").set_input_files(file)
        self.press("Look at it first")
        self.press("Bring them in")
        self.heading("Services near you").wait_for()

    def make_kit(self, language: str) -> str:
        """Make a kit in a language with everything ticked; return its start code."""
        self.page.goto(f"{self.origin}/desk/kits/new")
        self.page.get_by_label(language, exact=True).check()
        self.press("Make the start code")
        shown = self.page.get_by_label("Start code", exact=True).inner_text()
        return re.sub(r"\D", "", shown)

    def _code(self) -> str:
        """Return a code that was not used yet: the next one is taken a step early."""
        self._step = max(self._step + 1, int(time.time()) // STEP_S)
        return self._app.generate_otp(self._step)
