"""What a page asks the network for, but for its icon: the browser fetches it when it likes."""

from playwright.sync_api import BrowserContext, Page, Request

from pwa.audit.errors import Leaked


def asked_from_now(page: Page, whose: Page | BrowserContext | None = None) -> list[str]:
    """Return a list to which the addresses that `whose`, or the page, asks for are added."""
    icon = page.locator("link[rel=icon]").get_attribute("href")
    assert icon
    asked: list[str] = []

    def note(request: Request) -> None:
        # A cover that has just come may have all but this.
        if not request.url.endswith(icon):
            asked.append(request.url)

    (whose or page).on("request", note)
    return asked


def assert_silent(asked: list[str]) -> None:
    """Fail for good if the network was asked for anything."""
    if asked:
        raise Leaked(f"the network was asked for {', '.join(asked)}")
