"""A page of the desk that is left open does not stay readable on an office screen."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, Route, expect

from tests.e2e import desk
from tests.e2e.server import Server
from tests.e2e.test_desk import Office, office

__all__ = ["office"]

IDLE_S = 30 * 60


@pytest.fixture
def member(office: Office, server: Server, request: pytest.FixtureRequest) -> Page:
    """An administrator who has just joined, in a browser with or without scripts."""
    name = request.node.name
    page = office(java_script_enabled="without" not in name)
    mail = f"marta@{abs(hash(name))}.example"
    desk.join(page, desk.make_admin(server, f"Rest House {name}"[:60], mail))
    page.goto(desk.home(server) + "people")
    return page


def expect_closed(page: Page) -> None:
    expect(page.get_by_role("heading", name="This page was closed")).to_be_visible()
    expect(page.get_by_text("Marta")).to_have_count(0)


def hurry(context: BrowserContext) -> None:
    """Have half an hour of the page's header pass in a second."""

    def shorten(route: Route) -> None:
        answer = route.fetch()
        headers = answer.headers
        assert headers["refresh"].startswith(f"{IDLE_S}; ")
        headers["refresh"] = headers["refresh"].replace(str(IDLE_S), "1", 1)
        route.fulfill(response=answer, headers=headers)

    context.route(re.compile(r"^[^?]*/desk/people$"), shorten)


def test_a_page_closes_itself_without_a_script(member: Page) -> None:
    hurry(member.context)
    member.reload()
    expect_closed(member)
    assert member.url.endswith("/desk/closed?next=/desk/people")


def test_a_page_closes_itself_after_half_an_hour(member: Page) -> None:
    member.clock.install()
    member.reload()
    member.clock.fast_forward((IDLE_S - 10) * 1000)
    expect(member.get_by_role("heading", name="People")).to_be_visible()
    member.clock.fast_forward(10_000)
    expect_closed(member)
    member.get_by_role("link", name="Go on").click()
    # For the server no time has passed: whoever comes back in time goes on where they were.
    expect(member.get_by_role("heading", name="People")).to_be_visible()


def test_signing_out_closes_the_other_tabs_and_back_shows_nothing(member: Page) -> None:
    other = member.context.new_page()
    other.goto(member.url)
    desk.sign_out(member)
    expect(other.get_by_role("heading", name="You are signed out")).to_be_visible()
    member.go_back()
    expect(member.get_by_role("heading", name="Sign in")).to_be_visible()
