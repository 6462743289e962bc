"""Play through everything and save every screen: `python -m tools.shots FOLDER [SHEETS]`.

A small phone light and dark, in English and Spanish, and a larger one in two of these; a screen
that scrolls is saved at its full length. In SHEETS, each part of each look on one sheet.
"""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, Page, sync_playwright

from pwa.audit.drive.phone import flags, phone_options
from tests.e2e.server import Server, start_server
from tests.e2e.walks import EVERY_WALK
from tools.bench.stage import chromium
from tools.shots_sheet import write_sheet

Scheme = Literal["light", "dark"]
#: The first screen of each part, and what its sheet is called.
PARTS = {
    "list empty": "1-covers-and-first-steps",
    "people empty": "2-people",
    "plan": "3-plan",
    "calm": "4-calm",
    "check in": "5-check-in-call-settings",
    "second also wipes": "6-second-way-in-and-notebook",
    "sum welcome": "7-behind-the-calculator",
}
#: The pictures say the same day and time whenever they are taken.
NOW = "2026-06-01T10:12:00"
MAX_HEIGHT_PX = 6000

# How much of what can be scrolled is out of sight.
UNSEEN = """() => {
  const root = [...document.body.children].find((each) => each.shadowRoot)?.shadowRoot;
  const scroller = root?.querySelector(".sheet") ?? root?.querySelector(".app")
    ?? document.scrollingElement;
  return scroller.scrollHeight - scroller.clientHeight;
}"""


@dataclass(frozen=True, slots=True)
class Look:
    """How one series of pictures is taken."""

    width: int
    height: int
    scheme: Scheme
    locale: str

    @property
    def language(self) -> str:
        """Return the language of the locale."""
        return self.locale[:2]

    @property
    def name(self) -> str:
        """Return the name of the folder for its pictures."""
        return f"{self.width}x{self.height}-{self.scheme}-{self.language}"


LOOKS = (
    Look(360, 740, "light", "en-US"),
    Look(360, 740, "dark", "en-US"),
    Look(360, 740, "light", "es-MX"),
    Look(360, 740, "dark", "es-MX"),
    Look(412, 915, "light", "en-US"),
    Look(412, 915, "dark", "es-MX"),
)


def main(out: Path, sheets: Path | None) -> None:
    """Save every screen in every look."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=flags())
        for look in LOOKS:
            pictures = take(browser, server, look, out / look.name)
            print(f"{look.name}: {len(pictures)} pictures", flush=True)
            if sheets is not None:
                for name, part in parts(pictures).items():
                    write_sheet(browser, part, sheets / f"{look.name}-{name}.webp")
        browser.close()
        server.stop()


def take(browser: Browser, server: Server, look: Look, folder: Path) -> list[Path]:
    """Save every screen in one look and return the pictures, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.png"):
        old.unlink()
    pictures: list[Path] = []
    for screens in EVERY_WALK:
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
            pictures.append(folder / f"{len(pictures) + 1:03} {name}.png")
            stretch(page, look)
            page.screenshot(path=pictures[-1], animations="disabled")
            page.set_viewport_size({"width": look.width, "height": look.height})
        context.close()
    return pictures


def stretch(page: Page, look: Look) -> None:
    """Make the phone as long as what is on the screen."""
    height = look.height
    # A sheet takes a part of the height only, so it may take more than one step.
    while (unseen := page.evaluate(UNSEEN)) > 0 and height < MAX_HEIGHT_PX:
        height += unseen
        page.set_viewport_size({"width": look.width, "height": height})


def parts(pictures: Sequence[Path]) -> dict[str, list[Path]]:
    """Divide the pictures of a look into the parts that have a sheet each."""
    found: dict[str, list[Path]] = {}
    name = ""
    for picture in pictures:
        name = PARTS.get(picture.stem[4:], name)
        found.setdefault(name, []).append(picture)
    if list(found) != list(PARTS.values()):
        raise ValueError(f"the walks came past these parts: {list(found)}")
    return found


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit("usage: python -m tools.shots FOLDER [SHEETS]")
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) == 3 else None)
