"""What a sender does beside sending: forget who is never seen again, and mend after a wrong clock.

A clock that ran ahead leaves reminders due in a far future, leased until then, or at rest though
the phone was seen lately. They are looked for when a sender starts and when the clock is set back.
"""

import time
from dataclasses import dataclass
from datetime import date

from pwa.reminders.claims import Claims, Stray
from pwa.reminders.patience import Patience
from pwa.reminders.plan import DAY_S, Planner
from pwa.reminders.rules import first_slot, longest_wait_days, next_slot
from pwa.reminders.seal import Sealer

LOOK_S = 5.0
FORGET_EVERY_S = 3600.0
# A clock is believed, about who was not seen for long, after it has run evenly for this long.
EVEN_S = 6 * 3600.0
JUMP_S = 60.0
PAGE = 500


@dataclass(slots=True)
class Upkeep:
    """Looks after the table until told to stop."""

    claims: Claims
    sealer: Sealer
    planner: Planner
    patience: Patience

    async def run(self) -> None:
        """Mend once, then watch the clock and forget every hour."""
        await self.mend()
        even_since_s, forgot_s, offset_s = time.monotonic(), time.monotonic(), self._offset_s()
        while not self.patience.is_stopping:
            await self.patience.rest(LOOK_S)
            jump_s, offset_s = self._offset_s() - offset_s, self._offset_s()
            now_s = time.monotonic()
            if abs(jump_s) > JUMP_S:
                even_since_s = now_s
            if jump_s < -JUMP_S:
                await self.mend()
            if now_s - even_since_s > EVEN_S and now_s - forgot_s > FORGET_EVERY_S:
                forgot_s = now_s
                await self.forget()

    async def forget(self) -> None:
        """Delete reminders that have rested as long again as it takes to rest."""
        before = int(self.planner.clock()) // DAY_S - 2 * self.planner.rest_days
        await self.patience.call(self.claims.forget_unseen, before)

    async def mend(self) -> int:
        """Bring back what a wrong clock put too far away; return how many there were."""
        now_s, seen = int(self.planner.clock()), b""
        rests_before = now_s // DAY_S - self.planner.rest_days
        count = await self.patience.call(self.claims.end_long_leases, now_s)
        while not self.patience.is_stopping:
            page = await self.patience.call(self.claims.strays, now_s, rests_before, seen, PAGE)
            if not page:
                break
            seen = page[-1].id_hash
            planned = [(each, slot) for each in page if (slot := self._slot(each, now_s))]
            count += len(planned)
            await self.patience.call(self.claims.bring_back, planned)
        return count

    def _slot(self, stray: Stray, now_s: int) -> tuple[int, int] | None:
        """Return when a reminder should be due; `None` when it is well where it is."""
        note = self.sealer.unseal(stray.sealed, stray.id_hash)
        if note is None:
            return None
        far_s = now_s + longest_wait_days(note.rule) * DAY_S
        if stray.ready_at_s is not None and stray.ready_at_s <= far_s:
            return None
        first, chance = date.fromordinal(note.first), self.planner.random_below
        slot = next_slot(note.rule, first, date.min, now_s, chance)
        # A first day in that far future cannot be counted from.
        if slot is None or slot.at_s > far_s:
            slot = first_slot(note.rule, now_s, chance)
        return None if slot is None else (slot.at_s, slot.until_s)

    def _offset_s(self) -> float:
        return self.planner.clock() - time.monotonic()
