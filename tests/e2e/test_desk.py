"""The desk in a real browser: without a script, with a passkey, and for everyone's eyes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from pwa.audit.drive.watch import Watch
from tests.e2e import agency, desk
from tests.e2e.axe import faults
from tests.e2e.conftest import TIMEOUT_MS
from tests.e2e.server import Server

LAPTOP = {"width": 1280, "height": 800}
NARROW = {"width": 320, "height": 640}
TOO_WIDE = "document.scrollingElement.scrollWidth > document.scrollingElement.clientWidth"
# A passkey on this device, with a finger that is always recognised.
KEY = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
       "hasUserVerification": True, "isUserVerified": True}  # fmt: skip

# Refused forms and used links, which the walk shows: the browser remarks on such answers.
REMARKS = ("status of 422", "status of 410")

Office = Callable[..., Page]


@pytest.fixture
def office(browser: Browser, server: Server) -> Iterator[Office]:
    """Make a page on an office computer of its own; problems and foreign requests fail."""
    opened: list[tuple[BrowserContext, Watch]] = []

    def make(**options: Any) -> Page:
        context = browser.new_context(**{"viewport": LAPTOP, "locale": "en-US"} | options)
        context.set_default_timeout(TIMEOUT_MS)
        opened.append((context, Watch(context, desk.home(server).removesuffix("/desk/"))))
        return context.new_page()

    yield make
    for context, watch in opened:
        seen = watch.problems
        watch.problems = [each for each in seen if not any(odd in each for odd in REMARKS)]
        watch.problems_only()
        context.close()


def test_everything_but_passkeys_works_without_a_script(office: Office, server: Server) -> None:
    page = office(java_script_enabled=False)
    app = desk.join(page, desk.make_admin(server, "Quiet House", "marta@quiet.example"))
    agency.follow(page.get_by_role("link", name="I have kept them"))
    page.goto(desk.home(server) + "people/invite")
    page.get_by_label("Name").fill("Ana Ruiz")
    page.get_by_label("E-mail").fill("ana@quiet.example")
    agency.follow(page.get_by_role("button", name="Make the link"))
    link = page.locator("code.link").inner_text()
    assert link.startswith(desk.home(server) + "join/")
    desk.sign_out(page)
    desk.sign_in(page, server, "marta@quiet.example", app)


def test_a_passkey_is_added_and_signs_in(office: Office, server: Server) -> None:
    page = office()
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    options = {"options": KEY | {"automaticPresenceSimulation": True}}
    key = devtools.send("WebAuthn.addVirtualAuthenticator", options)["authenticatorId"]
    desk.join(page, desk.make_admin(server, "Key House", "marta@key.example"))
    page.goto(desk.home(server) + "me")
    page.get_by_label("A name for this device").fill("Office laptop")
    page.get_by_role("button", name="Add a passkey").click()
    expect(page.get_by_text("The passkey is added")).to_be_visible()
    expect(page.get_by_text("Office laptop")).to_be_visible()
    stored = devtools.send("WebAuthn.getCredentials", {"authenticatorId": key})["credentials"]
    assert [(each["rpId"], each["isResidentCredential"]) for each in stored] == [
        ("localhost", True)
    ]
    desk.sign_out(page)
    page.goto(desk.home(server) + "journal")
    page.get_by_role("button", name="Use a passkey").click()
    expect(page.get_by_role("heading", name="Journal")).to_be_visible()
    assert page.url == desk.home(server) + "journal"
    expect(page.get_by_text("Added a passkey")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_of_the_desk_has_a_fault(scheme: str, office: Office, server: Server) -> None:
    page = office(bypass_csp=True, color_scheme=scheme)
    for name, shown in desk.walk(page, server, f"{scheme.title()} House"):
        assert faults(shown) == [], name
        shown.set_viewport_size(NARROW)  # type: ignore[arg-type]
        assert not shown.evaluate(TOO_WIDE), name
        shown.set_viewport_size(LAPTOP)  # type: ignore[arg-type]
