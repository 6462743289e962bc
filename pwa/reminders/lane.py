"""One push service's lane: claims its reminders, sends some at a time, writes what became of them.

Each push service has a lane of its own, with connections of its own. One that hangs, resets or
answers nonsense slows this lane, and after a few failures in a row the lane waits before it knocks
again; the others never notice.
"""

import asyncio
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from pwa.reminders.claims import LEASE_S, Claimed, Claims
from pwa.reminders.courier import Courier
from pwa.reminders.line import TOTAL_TIMEOUT_S
from pwa.reminders.outcomes import Outcome
from pwa.reminders.patience import Patience
from pwa.reminders.plan import Tried

BATCH = 256
POLL_S = 1.0
# While one turn claims or writes, the other sends.
TURNS = 2
WRITE_EVERY_S = 0.1
FAILURES_BEFORE_BRAKE = 8
MAX_BRAKE_S = 60.0


@dataclass(slots=True)
class Brake:
    """How long a lane waits before it knocks again."""

    failures: int = 0
    free_at_s: float = 0.0

    def left_s(self) -> float:
        """Return the seconds left to wait."""
        return max(0.0, self.free_at_s - time.monotonic())

    def note(self, tried: Tried) -> None:
        """Count failures in a row; an answer of any other kind ends them."""
        if tried.outcome is not Outcome.LATER:
            self.failures = 0
            return
        self.failures += 1
        doublings = self.failures - FAILURES_BEFORE_BRAKE
        wait = min(2.0 ** min(doublings, 10), MAX_BRAKE_S) if doublings >= 0 else 0.0
        asked = min(tried.wait_s, MAX_BRAKE_S)
        self.free_at_s = max(self.free_at_s, time.monotonic() + max(wait, asked))


@dataclass(slots=True)
class Lane:
    """Works for one push service until told to stop."""

    number: int
    claims: Claims
    courier: Courier
    patience: Patience
    width: int
    lease_s: int = LEASE_S
    brake: Brake = field(default_factory=Brake)

    @property
    def _send_within_s(self) -> float:
        """So late nothing is sent that could still be under way when its lease has ended."""
        return self.lease_s - min(2 * TOTAL_TIMEOUT_S, self.lease_s / 2)

    async def run(self) -> None:
        """Send what becomes due; return when what was under way is written."""
        async with asyncio.TaskGroup() as group:
            for _ in range(TURNS):
                group.create_task(self._turn())

    async def _turn(self) -> None:
        while not self.patience.is_stopping:
            if not await self._work_once():
                await self.patience.rest(max(POLL_S, self.brake.left_s()))

    async def _work_once(self) -> bool:
        """Claim a batch and see it through; say whether there was one."""
        if self.brake.left_s() > 0:
            return False
        now_s = int(self.courier.planner.clock())
        begun_s = time.monotonic()
        claimed = await self.patience.call(self.claims.claim, self.number, now_s, BATCH)
        if not claimed:
            return False
        waiting, tried = iter(claimed), list[Tried]()
        async with asyncio.TaskGroup() as group:
            carry = (self._carry(waiting, begun_s, tried) for _ in range(self.width // TURNS))
            under_way = {group.create_task(each) for each in carry}
            while under_way:
                # Written as it goes: what is not would be sent twice if this process were killed.
                _, under_way = await asyncio.wait(under_way, timeout=WRITE_EVERY_S)
                await self._write(tried)
        return True

    async def _write(self, tried: list[Tried]) -> None:
        """Write what became of these, and empty the list."""
        settle = self.courier.planner.settle
        planned = [(each.claimed, settle(each)) for each in tried]
        tried.clear()
        kept = [plan for _, plan in planned if plan is not None]
        gone = [each for each, plan in planned if plan is None]
        if planned:
            await self.patience.call(self.claims.settle, kept, gone)

    async def _carry(self, waiting: Iterator[Claimed], begun_s: float, tried: list[Tried]) -> None:
        for claimed in waiting:
            wait = self.brake.left_s()
            is_late = time.monotonic() - begun_s > self._send_within_s
            if wait > 0 or is_late or self.patience.is_stopping:
                note = self.courier.sealer.unseal(claimed.sealed, claimed.id_hash)
                tried.append(Tried(claimed, note, Outcome.PUT_BACK, wait))
                continue
            result = await self.courier.deliver(claimed)
            self.brake.note(result)
            tried.append(result)
