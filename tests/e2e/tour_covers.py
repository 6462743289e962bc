"""A walk past the covers: what anybody may see who has the phone in hand."""

from collections.abc import Iterator

from playwright.sync_api import Page

from tests.e2e.server import Server

ITEMS = {
    "en": ("Oat milk", "Bread", "Lemons", "Dish soap", "Batteries AA", "Coffee"),
    "es": ("Leche de avena", "Pan", "Limones", "Jabón", "Pilas AA", "Café"),
}


def list_screens(page: Page, server: Server, language: str) -> Iterator[tuple[str, Page]]:
    """Show the list: empty, filled, and with its menu."""
    page.goto(server.address())
    field = page.get_by_role("textbox").first
    field.wait_for()
    yield "list empty", page
    for item in ITEMS[language]:
        field.press_sequentially(item)
        page.keyboard.press("Enter")
    page.get_by_role("checkbox").nth(1).click()
    page.get_by_role("checkbox").nth(3).click()
    page.evaluate("document.activeElement.blur()")
    yield "list", page
    page.locator("header button").last.click()
    yield "list menu", page


def calculator_screens(page: Page, server: Server, _language: str) -> Iterator[tuple[str, Page]]:
    """Show the calculator: a sum being typed, a result, its history."""
    page.goto(server.address("calculator"))
    page.locator(".pad button").first.wait_for()
    page.keyboard.type("12.5*(48-3)")
    yield "calculator sum", page
    page.keyboard.press("Enter")
    page.keyboard.type("1250+15%")
    page.keyboard.press("Enter")
    yield "calculator result", page
    page.locator(".tape-button").click()
    yield "calculator history", page
