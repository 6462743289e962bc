"""The screens of a reminder, as a person goes through them."""

from pwa.audit.drive.inner import FirstRun, Planner

LINE = "Time to look at your list"


def make_space(planner: Planner, address: str, code: str, secret: str) -> None:
    """Open the list and make a space; ends at Home."""
    first = FirstRun(planner.page, planner.say)
    first.cover.open(address).wait_for_worker()
    first.make_space(code, secret)
    first.finish()


def to_remind(planner: Planner) -> None:
    """Come from Home to Remind me."""
    planner.go("Settings")
    planner.go("Remind me")
    planner.heading("Remind me").wait_for()


def pick(planner: Planner, line: str = LINE) -> None:
    """Pick a day and a line, and go on to what it looks like."""
    day = planner.page.get_by_role("checkbox", name="Tuesday")
    if day.get_attribute("aria-checked") == "false":
        day.click()
    planner.page.get_by_role("radio", name=planner.say(line), exact=True).click()
    planner.press("See how it looks")
    planner.heading("How it looks").wait_for()


def turn_on(planner: Planner, line: str = LINE) -> None:
    """Go all the way from Home until it is on, and back to Home."""
    to_remind(planner)
    pick(planner, line)
    planner.press("Turn it on")
    planner.page.get_by_text("It is on.", exact=True).wait_for()
    planner.kept()
    planner.home()
