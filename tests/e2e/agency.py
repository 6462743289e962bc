"""What an agency does at the desk for the people it helps: inviting, services, kits."""

import re
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

SERVICES = b"""name,call,what,what_es,checked_on,hours
Night beds,555 0100,A bed for tonight,Una cama para esta noche,2026-11-20,6 pm to 8 am
Food shelf,555 0101,Food and clothes,Comida y ropa,,
"""
PROBLEMS = b"name,call,what\nNight beds,call us,=1+1\n,1,Food\n"


def follow(way: Locator) -> None:
    """Click what leads to another page, and wait until that page is there.

    A click alone comes back while the old page still stands; what reads next would read that one.
    """
    with way.page.expect_navigation():
        way.click()


def invite(page: Page, home: str, email: str, name: str) -> str:
    """Invite an advocate, as an administrator; return the link to hand over."""
    page.goto(home + "people/invite")
    page.get_by_label("Name").fill(name)
    page.get_by_label("E-mail").fill(email)
    follow(page.get_by_role("button", name="Make the link"))
    return page.locator("code.link").inner_text()


def bring_in(page: Page, home: str, file: Path) -> None:
    """Look at a file of services, then bring it in."""
    look_at(page, home, file.read_bytes())
    expect(page.get_by_role("heading", name="This is what would happen")).to_be_visible()
    follow(page.get_by_role("button", name="Bring them in"))
    expect(page.get_by_role("heading", name="Services near you")).to_be_visible()


def look_at(page: Page, home: str, data: bytes) -> None:
    """Send a file of services to be looked at; nothing is changed by it."""
    page.goto(home + "services/import")
    chosen = {"name": "services.csv", "mimeType": "text/csv", "buffer": data}
    page.locator("input[type=file]").set_input_files(chosen)  # type: ignore[arg-type]
    follow(page.get_by_role("button", name="Look at it first"))


def make_kit(page: Page, home: str, language: str) -> str:
    """Make a kit in a language with everything ticked; return its start code.

    Somebody sits beside the desk: two clicks from its first page, and one for the language.
    """
    page.goto(home)
    follow(page.get_by_role("link", name="Make a kit"))
    page.get_by_label(language, exact=True).check()
    follow(page.get_by_role("button", name="Make the start code"))
    shown = page.locator(".big-code").inner_text()
    return re.sub(r"\D", "", shown)


def correct_number(page: Page, home: str, service: str, number: str) -> None:
    """Write down that a service has another number to call."""
    page.goto(home + "services")
    follow(page.get_by_role("link", name=service, exact=True))
    page.get_by_label("Number to call").fill(number)
    page.get_by_role("button", name="Keep", exact=True).click()
    expect(page.get_by_role("heading", name="Services near you")).to_be_visible()


def walk(page: Page, home: str) -> Iterator[tuple[str, Page]]:
    """Show every page of services, helplines, kits and help beside a phone."""
    for name in ("services", "services/new", "services/import", "install", "aftercare"):
        page.goto(home + name)
        yield name.replace("/", " "), page
    look_at(page, home, PROBLEMS)
    yield "services import problems", page
    look_at(page, home, SERVICES)
    yield "services import seen", page
    follow(page.get_by_role("button", name="Bring them in"))
    yield "services filled", page
    follow(page.get_by_role("link", name="Night beds"))
    yield "service", page
    page.goto(home + "lines")
    follow(page.get_by_role("button", name="I dialed it: it is right").first)
    yield "lines", page
    follow(page.get_by_role("link", name="Correct it").nth(1))
    yield "line", page
    page.goto(home + "kits/new")
    yield "kits new", page
    follow(page.get_by_role("button", name="Make the start code"))
    yield "kit made", page
    page.goto(home + "kits")
    yield "kits", page
