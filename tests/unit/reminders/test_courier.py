"""The courier asks the list of push services again: it may have become shorter since."""

import asyncio
import secrets
from typing import Any, cast

import pytest

from pwa.reminders.claims import Claimed
from pwa.reminders.courier import Courier
from pwa.reminders.endpoints import Services
from pwa.reminders.outcomes import Outcome
from pwa.reminders.plan import Planner
from pwa.reminders.seal import Sealer
from pwa.reminders.signing import Signer
from pwa.reminders.vapid import read_generation
from pwa.reminders.wire import Answer
from tests.support.clock import FixedClock
from tests.support.due import KEY, SCALAR, row_for


class Posting:
    """The library's sender, which only counts."""

    count = 0

    async def send_async(self, *_args: object, **_kwargs: object) -> Answer:
        self.count += 1
        return Answer(201, None)


@pytest.mark.parametrize(
    ("takes_loopback", "outcome", "count"), [(True, Outcome.SENT, 1), (False, Outcome.REFUSED, 0)]
)
def test_service_that_is_no_longer_taken_is_not_called(
    takes_loopback: bool, outcome: Outcome, count: int
) -> None:
    clock, generation, posting = FixedClock(), read_generation(SCALAR), Posting()
    row = row_for(Sealer(KEY), "http://127.0.0.1:9/a", int(clock()), generation.name)
    fields = ("id_hash", "sealed", "vapid", "seen_day", "until_s", "tries")
    claimed = Claimed(**{each: row[each] for each in fields}, lease=7)
    courier = Courier(
        cast(Any, posting),
        Sealer(KEY),
        Signer([generation], "https://list.example", clock),
        Services(takes_loopback=takes_loopback),
        Planner(90, (generation.name,), clock, secrets.randbelow),
    )
    tried = asyncio.run(courier.deliver(claimed))
    assert (tried.outcome, posting.count) == (outcome, count)
