"""What happens to a reminder after a try: the next slot, another try, rest, or the end."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from random import random
from zoneinfo import ZoneInfo

import msgspec
from msgspec.structs import replace

from pwa.reminders.claims import Claimed, Settled
from pwa.reminders.outcomes import Outcome, wait_s
from pwa.reminders.rules import RandomBelow, next_slot
from pwa.reminders.seal import Note
from pwa.reminders.zones import local_day

DAY_S = 86_400
MAX_TRIES = 100


class Tried(msgspec.Struct, frozen=True):
    """A claimed reminder and what became of it; `wait_s` is what the push service asked for."""

    claimed: Claimed
    note: Note | None
    outcome: Outcome
    wait_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Planner:
    """Decides; knows the time, chance, and the server's VAPID keys by name, the newest first."""

    rest_days: int
    generations: tuple[str, ...]
    clock: Callable[[], float]
    random_below: RandomBelow
    random: Callable[[], float] = random

    def may_send(self, claimed: Claimed) -> bool:
        """Say whether it is not too late today, and the phone was seen not too long ago."""
        return self.clock() <= claimed.until_s and not self._rests(claimed)

    def settle(self, tried: Tried) -> Settled | None:
        """Return what to write; `None` when the reminder is to be deleted."""
        if tried.outcome is Outcome.GONE:
            return None
        try:
            return self._settle(tried)
        except (ValueError, KeyError, OverflowError):
            # A zone that was dropped from the database of zones, say: it rests.
            return self._keep(tried.claimed, None)

    def _settle(self, tried: Tried) -> Settled:
        claimed, outcome = tried.claimed, tried.outcome
        if tried.note is None:
            # Sealed under another key. It rests, in case that key comes back.
            return self._keep(claimed, None)
        if outcome is Outcome.PUT_BACK:
            return self._again(tried, tried.wait_s, claimed.tries)
        if outcome is Outcome.LATER:
            wait = wait_s(claimed.tries, tried.wait_s, self.random)
            return self._again(tried, wait, claimed.tries + 1)
        if outcome is Outcome.STRANGER and claimed.tries < len(self.generations) - 1:
            return replace(self._again(tried, 0.0, claimed.tries + 1), vapid=self._other(claimed))
        return self._next(tried)

    def _again(self, tried: Tried, wait: float, tries: int) -> Settled:
        """Try again in the same slot; when that is over by then, wait for the next one."""
        ready_at_s = int(self.clock() + wait)
        if ready_at_s > tried.claimed.until_s:
            return self._next(tried)
        claimed = tried.claimed
        return Settled(claimed, ready_at_s, claimed.until_s, min(tries, MAX_TRIES), claimed.vapid)

    def _next(self, tried: Tried) -> Settled:
        claimed, note = tried.claimed, tried.note
        if note is None or self._rests(claimed):
            return self._keep(claimed, None)
        today = local_day(claimed.until_s, ZoneInfo(note.zone))
        first = date.fromordinal(note.first)
        slot = next_slot(note.rule, first, today, self.clock(), self.random_below)
        if slot is None:
            return self._keep(claimed, None)
        return Settled(claimed, slot.at_s, slot.until_s, 0, claimed.vapid)

    def _keep(self, claimed: Claimed, ready_at_s: int | None) -> Settled:
        return Settled(claimed, ready_at_s, claimed.until_s, 0, claimed.vapid)

    def _rests(self, claimed: Claimed) -> bool:
        return int(self.clock()) // DAY_S - claimed.seen_day >= self.rest_days

    def _other(self, claimed: Claimed) -> str:
        names = self.generations
        at = names.index(claimed.vapid) if claimed.vapid in names else -1
        return names[(at + 1) % len(names)]
