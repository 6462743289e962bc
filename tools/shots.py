"""Play through everything and save every screen: `python -m tools.shots FOLDER`.

Two phones, light and dark, English and Spanish; one picture for each screen of each.
"""

import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from pwa.audit.drive.phone import flags, phone_options
from tests.e2e.server import Server, start_server
from tests.e2e.tour import tour
from tools.bench.stage import chromium

SIZES = ((360, 740), (412, 915))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOCALES = ("en-US", "es-MX")

ITEMS = {
    "en": ("Oat milk", "Bread", "Lemons", "Dish soap", "Batteries AA", "Coffee"),
    "es": ("Leche de avena", "Pan", "Limones", "Jabón", "Pilas AA", "Café"),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How one series of pictures is taken."""

    width: int
    height: int
    scheme: Literal["light", "dark"]
    locale: str

    @property
    def language(self) -> str:
        """Return the language of the locale."""
        return self.locale[:2]

    @property
    def folder(self) -> str:
        """Return the name of the folder for its pictures."""
        return f"{self.width}x{self.height}-{self.scheme}-{self.language}"


def main(out: Path) -> None:
    """Save every screen in every look."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=flags())
        for size, scheme, locale in product(SIZES, SCHEMES, LOCALES):
            look = Look(*size, scheme, locale)
            count = take(browser, server, look, out / look.folder)
            print(f"{look.folder}: {count} pictures", flush=True)
        browser.close()
        server.stop()


def take(browser: Browser, server: Server, look: Look, folder: Path) -> int:
    """Save every screen in one look and return how many there were."""
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for screens in (list_screens, calculator_screens, inner_screens):
        context = browser.new_context(
            **phone_options(
                viewport={"width": look.width, "height": look.height},
                color_scheme=look.scheme,
                locale=look.locale,
                reduced_motion="reduce",
            )
        )
        for name, page in screens(context.new_page(), server, look):
            count += 1
            page.screenshot(path=folder / f"{count:02} {name}.png", animations="disabled")
        context.close()
    return count


def list_screens(page: Page, server: Server, look: Look) -> Iterator[tuple[str, Page]]:
    """Show the list: empty, filled, and with its menu."""
    page.goto(server.address())
    field = page.get_by_role("textbox").first
    field.wait_for()
    yield "list empty", page
    for item in ITEMS[look.language]:
        field.press_sequentially(item)
        page.keyboard.press("Enter")
    page.get_by_role("checkbox").nth(1).click()
    page.get_by_role("checkbox").nth(3).click()
    page.evaluate("document.activeElement.blur()")
    yield "list", page
    page.locator("header button").last.click()
    yield "list menu", page


def calculator_screens(page: Page, server: Server, look: Look) -> Iterator[tuple[str, Page]]:
    """Show the calculator: a sum being typed, a result, its history."""
    page.goto(server.address("calculator"))
    page.locator(".pad button").first.wait_for()
    mark = "." if look.language == "en" else ","
    page.keyboard.type(f"12{mark}5*(48-3)")
    yield "calculator sum", page
    page.keyboard.press("Enter")
    page.keyboard.type("1250+15%")
    page.keyboard.press("Enter")
    yield "calculator result", page
    page.locator(".tape-button").click()
    yield "calculator history", page


def inner_screens(page: Page, server: Server, look: Look) -> Iterator[tuple[str, Page]]:
    """Show every inner screen."""
    yield from tour(page, server, look.language)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.shots FOLDER")
    main(Path(sys.argv[1]))
