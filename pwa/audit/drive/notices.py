"""Notifications: a push handed to the cover's worker, and what is on the screen then."""

from playwright.sync_api import Page

from pwa.audit.drive.covers import wait_for_worker
from pwa.audit.drive.wait import until

SHOWN = """async () => {
  const shown = await (await navigator.serviceWorker.ready).getNotifications();
  return shown.map((each) =>
    [each.title, each.body, each.tag, each.icon, each.lang, JSON.stringify(each.data)]);
}"""
SHOW = "async (text) => (await navigator.serviceWorker.ready).showNotification(text)"


def shown_notices(page: Page) -> list[list[str]]:
    """Return title, text, tag, picture, language and data of each notification on the screen."""
    notices: list[list[str]] = page.evaluate(SHOWN)
    return notices


def show_notice(page: Page, title: str) -> None:
    """Have the page itself show one."""
    page.evaluate(SHOW, title)


def deliver(page: Page) -> None:
    """Have Chromium deliver one push without a text to the worker of this page."""
    wait_for_worker(page)
    session = page.context.new_cdp_session(page)
    found: list[str] = []
    session.on(
        "ServiceWorker.workerRegistrationUpdated",
        lambda event: found.extend(each["registrationId"] for each in event["registrations"]),
    )
    session.send("ServiceWorker.enable")
    # Playwright hears of it only while it waits for something.
    until(lambda: bool(page.evaluate("true")) and found != [], what="the worker's number")
    origin = page.evaluate("location.origin")
    session.send(
        "ServiceWorker.deliverPushMessage",
        {"origin": origin, "registrationId": found[-1], "data": ""},
    )
    session.detach()
