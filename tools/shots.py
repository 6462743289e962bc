"""Play through everything and save every screen: `python -m tools.shots FOLDER [SHEETS]`.

Two phones, light and dark, English and Spanish; one picture for each screen of each. In SHEETS,
for the smaller phone, all of a look on one sheet.
"""

import sys
import tempfile
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from pwa.audit.drive.phone import flags, phone_options
from tests.e2e.server import Server, start_server
from tests.e2e.tour import tour
from tests.e2e.tour_covers import calculator_screens, list_screens
from tests.e2e.tour_second import second_screens
from tools.bench.stage import chromium
from tools.shots_sheet import write_sheet

SIZES = ((360, 740), (412, 915))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
LOCALES = ("en-US", "es-MX")
#: The pictures say the same day and time whenever they are taken.
NOW = "2026-06-01T10:12:00"


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


def main(out: Path, sheets: Path | None) -> None:
    """Save every screen in every look."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=flags())
        for size, scheme, locale in product(SIZES, SCHEMES, LOCALES):
            look = Look(*size, scheme, locale)
            count = take(browser, server, look, out / look.folder)
            print(f"{look.folder}: {count} pictures", flush=True)
            if sheets is not None and size == SIZES[0]:
                sheet = sheets / f"all-{look.scheme}-{look.language}.webp"
                write_sheet(browser, out / look.folder, sheet)
        browser.close()
        server.stop()


def take(browser: Browser, server: Server, look: Look, folder: Path) -> int:
    """Save every screen in one look and return how many there were."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    count = 0
    for screens in (list_screens, calculator_screens, tour, second_screens):
        context = browser.new_context(
            **phone_options(
                viewport={"width": look.width, "height": look.height},
                color_scheme=look.scheme,
                locale=look.locale,
                reduced_motion="reduce",
            )
        )
        context.clock.set_fixed_time(NOW)
        for name, page in screens(context.new_page(), server, look.language):
            count += 1
            page.screenshot(path=folder / f"{count:03} {name}.png", animations="disabled")
        context.close()
    return count


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m tools.shots FOLDER [SHEETS]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
