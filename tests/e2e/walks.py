"""The walks that together come to every screen inside, and how many screens each shows."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

from pwa.audit.drive.words import Say
from tests.e2e.server import Server
from tests.e2e.tour import tour
from tests.e2e.tour_covers import calculator_screens, list_screens
from tests.e2e.tour_second import second_screens
from tests.e2e.tour_sum import sum_screens

Look = Callable[[str, Page], list[str]]


@dataclass(frozen=True, slots=True)
class Walk:
    """One walk through the app; it must come to at least `fewest` screens."""

    screens: Callable[[Page, Server, str, Say | None], Iterator[tuple[str, Page]]]
    fewest: int

    def found(
        self, page: Page, server: Server, look: Look, language: str = "en", say: Say | None = None
    ) -> dict[str, list[str]]:
        """Look at every screen and return what was found, by screen."""
        found = {n: look(n, here) for n, here in self.screens(page, server, language, say)}
        assert len(found) >= self.fewest
        return {name: each for name, each in found.items() if each}


PLAN = Walk(tour, 110)
SECOND = Walk(second_screens, 18)
SUM = Walk(sum_screens, 18)
WALKS = {"plan": PLAN, "second": SECOND, "sum": SUM}
#: The covers too: what pictures and transcripts are made of, in this order.
EVERY_WALK = (list_screens, calculator_screens, tour, second_screens, sum_screens)
