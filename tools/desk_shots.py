"""Walk past every page of the desk and save each: `python -m tools.desk_shots FOLDER`.

A laptop and a tablet, light and dark.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path
from typing import Literal

from playwright.sync_api import sync_playwright

from pwa.audit.drive.phone import flags
from tests.e2e import desk
from tests.e2e.server import start_server
from tools.bench.stage import chromium

SIZES = ((1280, 800), (820, 1180))
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def main(out: Path) -> None:
    """Save every page in every look."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        server = start_server(Path(folder) / "var")
        browser = playwright.chromium.launch(executable_path=chromium(playwright), args=flags())
        for number, ((width, height), scheme) in enumerate(product(SIZES, SCHEMES)):
            context = browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=scheme, locale="en-US"
            )
            place = out / f"{width}x{height}-{scheme}"
            place.mkdir(parents=True, exist_ok=True)
            walk = desk.walk(
                context.new_page(), server, f"{['North', 'South', 'East', 'West'][number]} House"
            )
            for count, (name, page) in enumerate(walk, start=1):
                page.screenshot(path=place / f"{count:02} {name}.png", full_page=True)
            print(f"{place.name}: {count} pictures", flush=True)
            context.close()
        browser.close()
        server.stop()


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.desk_shots FOLDER")
    main(Path(sys.argv[1]))
