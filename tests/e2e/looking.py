"""A person who looks around inside before making a space: nothing is kept, and it is quick."""

from playwright.sync_api import Page

from pwa.audit.drive.inner import Planner
from tests.e2e.server import Server
from tests.e2e.words import speaker


def look_around(page: Page, server: Server, language: str = "en") -> Planner:
    """Open the app with a start code, skip the first steps and stand at Home."""
    planner = Planner(page, speaker(language))
    planner.cover.open(server.address()).wait_for_worker()
    planner.open(server.code if language == "en" else server.make_code(language))
    planner.press("Skip all this for now")
    planner.heading("Hello").wait_for()
    return planner
