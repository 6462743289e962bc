"""When a sender forgets whom it never sees: every hour, and never soon after the clock jumped."""

import asyncio
import secrets
from dataclasses import dataclass, field
from itertools import pairwise

import pytest
from sqlalchemy import Engine

from pwa.reminders.claims import Claims
from pwa.reminders.patience import Patience
from pwa.reminders.plan import Planner
from pwa.reminders.seal import Sealer
from pwa.reminders.upkeep import EVEN_S, FORGET_EVERY_S, LOOK_S, Upkeep

START_S = 1_800_000_000.0


@dataclass
class Hours(Patience):
    """Time that passes while a sender rests: a steady clock, and one that somebody sets."""

    hours: float
    jumps: dict[int, float]
    """By how many seconds the clock is set, after so many rests."""
    steady_s: float = 0.0
    set_by_s: float = 0.0
    rests: int = 0
    forgot_at_s: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Begin un-stopped."""
        super().__init__()

    def clock(self) -> float:
        """Return what the clock on the wall says."""
        return START_S + self.steady_s + self.set_by_s

    async def rest(self, seconds: float) -> None:
        """Let that much time pass at once."""
        self.steady_s += seconds
        self.set_by_s += self.jumps.get(self.rests, 0.0)
        self.rests += 1
        if self.steady_s > self.hours * 3600:
            self.stop()


def forgettings(
    engine: Engine, sealer: Sealer, monkeypatch: pytest.MonkeyPatch, hours: Hours
) -> list[float]:
    """Return after how many seconds reminders were forgotten."""
    monkeypatch.setattr("pwa.reminders.upkeep.time.monotonic", lambda: hours.steady_s)
    planner = Planner(90, ("new",), hours.clock, secrets.randbelow)
    keeper = Upkeep(Claims(engine), sealer, planner, hours)

    async def forget(_keeper: Upkeep) -> None:
        hours.forgot_at_s.append(hours.steady_s)

    monkeypatch.setattr(Upkeep, "forget", forget)
    asyncio.run(keeper.run())
    return hours.forgot_at_s


def test_forgets_every_hour_once_the_clock_was_even(
    engine: Engine, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = forgettings(engine, sealer, monkeypatch, Hours(9, {}))
    assert EVEN_S < found[0] <= EVEN_S + 2 * LOOK_S
    gaps = [after - before for before, after in pairwise(found)]
    assert gaps
    assert all(FORGET_EVERY_S < gap <= FORGET_EVERY_S + 2 * LOOK_S for gap in gaps)


@pytest.mark.parametrize("jump_s", [400 * 86_400.0, -400 * 86_400.0, 3600.0])
def test_nobody_is_forgotten_for_hours_after_the_clock_jumped(
    engine: Engine, sealer: Sealer, monkeypatch: pytest.MonkeyPatch, jump_s: float
) -> None:
    at_s = EVEN_S + 1800
    found = forgettings(engine, sealer, monkeypatch, Hours(16, {int(at_s / LOOK_S): jump_s}))
    after = [each for each in found if each > at_s]
    assert after
    assert min(after) > at_s + EVEN_S


def test_clock_set_by_a_second_counts_as_even(
    engine: Engine, sealer: Sealer, monkeypatch: pytest.MonkeyPatch
) -> None:
    jumps = dict.fromkeys(range(0, 8 * 720, 100), 1.0)
    assert forgettings(engine, sealer, monkeypatch, Hours(8, jumps))
