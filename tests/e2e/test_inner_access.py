"""Every screen of the inner app can be read and used by everyone, walked through as one tour.

A walk takes long, so each one lays all the rulers that fit its phone on every screen.
"""

from typing import Literal

import pytest
from playwright.sync_api import Locator, Page

from tests.e2e import rulers
from tests.e2e.axe import faults
from tests.e2e.conftest import Phone
from tests.e2e.heard import stumbles
from tests.e2e.looking import look_around
from tests.e2e.rulers import measure
from tests.e2e.server import Server
from tests.e2e.turned import LARGE
from tests.e2e.walks import PLAN

TARGET, CALM_TARGET = 44, 56
#: Screens that ask for one thing, and that somebody sees before they know what Close is.
FIRST_RUN = {"welcome", "install", "others", "others asked", "secret offered", "secret own"}
FIRST_RUN |= {"secret again", "matters", "practice"}


def least_px(name: str) -> int:
    """Return how large a target must be: shaking fingers use the tools of Calm."""
    return CALM_TARGET if name == "calm" or name.startswith(("tool ", "after ")) else TARGET


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_is_sound(
    phone: Phone, server: Server, scheme: Literal["light", "dark"]
) -> None:
    # The page's own CSP would keep axe-core out; it is tested elsewhere.
    page = phone(bypass_csp=True, color_scheme=scheme, reduced_motion="reduce")

    def look(name: str, here: Page) -> list[str]:
        return [
            *(str(fault) for fault in faults(here)),
            *stumbles(here),
            *measure(here, rulers.SMALL, least_px(name)),
            *measure(here, rulers.UNDER_CLOSE),
            *measure(here, rulers.UNDER_CLOSE_AT_END),
            *(measure(here, rulers.MAIN_UNDER_CLOSE) if name in FIRST_RUN else []),
            *measure(here, rulers.FOCUS_LOST),
            *measure(here, rulers.MOVING),
        ]

    assert PLAN.found(page, server, look) == {}


@pytest.mark.parametrize("width", [320, pytest.param(360, marks=pytest.mark.slow)])
def test_text_of_twice_the_size_loses_nothing(phone: Phone, server: Server, width: int) -> None:
    page = phone(viewport={"width": width, "height": 740})
    page.add_init_script(LARGE)

    def look(_name: str, here: Page) -> list[str]:
        return [
            *measure(here, rulers.TOO_WIDE),
            *measure(here, rulers.CUT_OFF),
            *measure(here, rulers.UNDER_CLOSE),
            *measure(here, rulers.UNDER_CLOSE_AT_END),
            *measure(here, rulers.SQUEEZED),
        ]

    assert PLAN.found(page, server, look) == {}


def test_forced_colours_leave_edges_and_the_picked_answer_to_be_seen(
    phone: Phone, server: Server
) -> None:
    page = phone(forced_colors="active")
    planner = look_around(page, server)
    assert edge_px(page.locator(".door").first) >= 1
    assert edge_px(page.locator(".row").first) >= 1
    planner.go("Check in")
    planner.choose("How am I?", "Hard")
    picked = page.get_by_role("radio", name="Hard", exact=True)
    other = page.get_by_role("radio", name="So-so", exact=True)
    assert edge_px(picked) > edge_px(other) >= 1


def test_forced_colours_let_nothing_show_through_stop(phone: Phone, server: Server) -> None:
    page = phone(forced_colors="active")
    planner = look_around(page, server)
    planner.go("Calm now")
    planner.go("Sounds")
    colour = "each => getComputedStyle(each).backgroundColor"
    clear = "rgba(0, 0, 0, 0)"
    assert page.locator(".stop").evaluate(colour) != clear
    assert page.locator(".bars i").first.evaluate(colour) != page.locator(".screen main").evaluate(
        colour
    )


def edge_px(place: Locator) -> float:
    """Return how thick the edge of an element is."""
    return float(place.evaluate("each => parseFloat(getComputedStyle(each).borderTopWidth)"))
