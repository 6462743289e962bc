"""The sender: one lane for each push service over one pooled line, until told to stop."""

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from sqlalchemy import Engine

from pwa.logs import describe
from pwa.pushsettings import PushSettings
from pwa.reminders.claims import LEASE_S, Claims
from pwa.reminders.courier import Courier, make_pusher
from pwa.reminders.endpoints import Services
from pwa.reminders.lane import Lane
from pwa.reminders.line import open_line
from pwa.reminders.patience import GivenUp, Patience
from pwa.reminders.plan import Planner
from pwa.reminders.seal import Sealer
from pwa.reminders.signing import Signer
from pwa.reminders.upkeep import Upkeep
from pwa.reminders.vapid import read_generations

MAX_CONNECTIONS = 256
MAX_WIDTH = 32
MIN_WIDTH = 4
PAUSE_S = 5.0

log = logging.getLogger("pwa.reminders")


@dataclass(frozen=True, slots=True)
class Sender:
    """Sends the reminders of one database."""

    engine: Engine
    push: PushSettings
    clock: Callable[[], float] = time.time
    lease_s: int = LEASE_S

    async def run(self, patience: Patience) -> None:
        """Work until `patience` is told to stop; return when nothing is under way."""
        services = Services(self.push.hosts, self.push.takes_loopback)
        sealer, claims = Sealer(self.push.key), Claims(self.engine, self.lease_s)
        generations = read_generations(self.push.vapid_keys)
        names = tuple(each.name for each in generations)
        planner = Planner(self.push.rest_days, names, self.clock, secrets.randbelow)
        signer = Signer(generations, self.push.contact, self.clock)
        # Each lane's share is its own, so that no number of slow services can use up all.
        width = min(MAX_WIDTH, max(MIN_WIDTH, MAX_CONNECTIONS // len(services.names)))
        async with open_line(
            width * len(services.names), takes_loopback=services.takes_loopback
        ) as line:
            courier = Courier(make_pusher(line), sealer, signer, services, planner)
            numbers = (sealer.lane_of(name) for name in services.names)
            lanes = [
                Lane(number, claims, courier, patience, width, self.lease_s) for number in numbers
            ]
            upkeep = Upkeep(claims, sealer, planner, patience)
            parts = (*(lane.run for lane in lanes), upkeep.run)
            log.info("sender ready")
            await asyncio.gather(*(_keep_on(each, patience) for each in parts))
        log.info("sender stopped")


async def _keep_on(work: Callable[[], Awaitable[None]], patience: Patience) -> None:
    """Run one part until the word to stop; a failure in it is told, and ends nothing else."""
    while not patience.is_stopping:
        try:
            await work()
        except GivenUp:
            return
        except Exception as error:  # what was claimed is ready again when its lease ends
            log.error("a part of the sender failed: %s", describe(error))
            await patience.rest(PAUSE_S)
