"""One lane: nothing is sent so late that its lease could have ended meanwhile."""

import asyncio
import time
from types import SimpleNamespace
from typing import Any, cast

import pytest

from pwa.reminders.claims import LEASE_S, Claimed
from pwa.reminders.lane import Lane
from pwa.reminders.line import TOTAL_TIMEOUT_S
from pwa.reminders.outcomes import Outcome
from pwa.reminders.patience import Patience
from pwa.reminders.plan import Tried

CLAIMED = Claimed(b"row", b"", "name", 0, 0, 0, 7)


class Noting:
    """A courier that notes what it is given."""

    sealer = SimpleNamespace(unseal=lambda _sealed, _id_hash: None)

    def __init__(self) -> None:
        self.given: list[Claimed] = []

    async def deliver(self, claimed: Claimed) -> Tried:
        self.given.append(claimed)
        return Tried(claimed, None, Outcome.SENT)


@pytest.mark.parametrize(
    ("age_s", "outcome"),
    [
        (0.0, Outcome.SENT),
        (LEASE_S - 2 * TOTAL_TIMEOUT_S - 5.0, Outcome.SENT),
        (LEASE_S - 2 * TOTAL_TIMEOUT_S + 1.0, Outcome.PUT_BACK),
        (LEASE_S + 1.0, Outcome.PUT_BACK),
    ],
)
def test_nothing_is_sent_near_the_end_of_its_lease(age_s: float, outcome: Outcome) -> None:
    courier, tried = Noting(), list[Tried]()

    async def run() -> None:
        lane = Lane(1, cast(Any, None), cast(Any, courier), Patience(), 4)
        await lane._carry(iter([CLAIMED]), time.monotonic() - age_s, tried)

    asyncio.run(run())
    assert [each.outcome for each in tried] == [outcome]
    assert len(courier.given) == (outcome is Outcome.SENT)
