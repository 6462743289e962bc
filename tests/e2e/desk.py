"""Driving the desk in a browser: joining, signing in, and a walk past every page."""

import re
import subprocess
import time
from collections.abc import Iterator
from urllib.parse import urlsplit

import pyotp
from playwright.sync_api import Page, expect

from tests.e2e import agency
from tests.e2e.server import PWA, Server

PASSWORD = "kettle drawer mango bus"
STEP_S = 30


class Authenticator:
    """The app on a member's phone. It never shows a code that was used already."""

    def __init__(self, secret: str) -> None:
        self._totp = pyotp.TOTP(secret.replace(" ", ""))
        self._last = 0

    def code(self) -> str:
        """Return the next code that the desk takes: of this step, or of the one after it.

        Never of the step before, which the desk takes only until this one ends: it may end now.
        Whoever signs in three times in half a minute waits for the next one, as people do.
        """
        self._last = max(int(time.time()) // STEP_S, self._last + 1)
        while self._last > time.time() // STEP_S + 1:
            time.sleep(0.2)
        return self._totp.generate_otp(self._last)


def home(server: Server) -> str:
    """Return the address of the desk: by name, since passkeys are not for numbers."""
    return f"http://localhost:{urlsplit(server.origin).port}/desk/"


def make_admin(server: Server, agency: str, email: str, name: str = "Marta Lopez") -> str:
    """Make an agency with an administrator and return the address of their link."""
    words = [str(PWA), "desk", "create-admin", "--agency", agency, "--email", email, "--name", name]
    said = subprocess.run(words, env=server.environ, capture_output=True, text=True, check=True)
    found = re.search(r"^Link /desk/(\S+)$", said.stdout, re.MULTILINE)
    assert found is not None
    return home(server) + found[1]


def join(page: Page, link: str) -> Authenticator:
    """Set up signing in behind a link; the recovery codes are on the screen afterwards."""
    page.goto(link)
    app = Authenticator(page.locator("code.key").inner_text())
    page.get_by_label("Choose a password").fill(PASSWORD)
    page.get_by_label("Code that the app shows now").fill(app.code())
    page.get_by_role("button", name="Finish and sign in").click()
    expect(page.locator(".codes li")).to_have_count(10)
    return app


def sign_out(page: Page) -> None:
    """Sign out by the menu's button."""
    page.get_by_role("button", name="Sign out", exact=True).click()
    expect(page.get_by_role("heading", name="You are signed out")).to_be_visible()


def sign_in(page: Page, server: Server, email: str, app: Authenticator) -> None:
    """Do both steps."""
    page.goto(home(server))
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Go on").click()
    page.get_by_label("Code").fill(app.code())
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_role("heading", name="Good to see you")).to_be_visible()


def walk(page: Page, server: Server, name: str = "North House") -> Iterator[tuple[str, Page]]:
    """Show every page of people and sign-in, as a new administrator meets them."""
    link = make_admin(server, name, f"marta@{name.split()[0].lower()}.example")
    page.goto(link)
    yield "join", page
    join(page, link)
    yield "recovery codes", page
    agency.follow(page.get_by_role("link", name="I have kept them"))
    yield "start", page
    for path in ("people/invite", "agency", "journal", "me", "me/password", "me/app", "me/codes",
                 "confirm", "guide"):  # fmt: skip
        page.goto(home(server) + path)
        yield path.replace("/", " "), page
    yield from agency.walk(page, home(server))
    page.goto(home(server) + "people/invite")
    page.get_by_label("Name").fill("Ana Ruiz")
    page.get_by_label("E-mail").fill(f"ana@{name.split()[0].lower()}.example")
    agency.follow(page.get_by_role("button", name="Make the link"))
    yield "link", page
    page.goto(home(server) + "people")
    yield "people", page
    agency.follow(page.get_by_role("main").get_by_role("link", name="Marta Lopez"))
    yield "person", page
    sign_out(page)
    yield "signed out", page
    page.goto(home(server) + "sign-in")
    yield "sign in", page
    page.goto(home(server) + "join/nothing")
    yield "link closed", page
