"""One reminder to its push service: through `pywebpush`, without a payload, told as an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
from pywebpush import WebPusher

from pwa.reminders.claims import Claimed
from pwa.reminders.endpoints import Services
from pwa.reminders.line import TOTAL_TIMEOUT_S, Line
from pwa.reminders.outcomes import Outcome, read_retry_after, read_status
from pwa.reminders.plan import Planner, Tried
from pwa.reminders.rules import TTL_S
from pwa.reminders.seal import Sealer
from pwa.reminders.signing import Signer
from pwa.reminders.wire import Answer


def make_pusher(line: Line) -> WebPusher:
    """Return the library's sender, posting through our line."""
    return WebPusher({"endpoint": ""}, aiohttp_session=line)


@dataclass(frozen=True, slots=True)
class Courier:
    """Sends claimed reminders over one line."""

    pusher: WebPusher
    sealer: Sealer
    signer: Signer
    services: Services
    planner: Planner
    timeout_s: float = TOTAL_TIMEOUT_S

    async def deliver(self, claimed: Claimed) -> Tried:
        """Send one reminder, unless it is too late, and say what became of it."""
        note = self.sealer.unseal(claimed.sealed, claimed.id_hash)
        if note is None or not self.planner.may_send(claimed):
            return Tried(claimed, note, Outcome.REFUSED)
        # The list may have become shorter since the phone subscribed.
        headers = self.signer.headers_for(note.endpoint, claimed.vapid)
        if headers is None:
            return Tried(claimed, note, Outcome.STRANGER)
        if self.services.service_of(note.endpoint) is None:
            return Tried(claimed, note, Outcome.REFUSED)
        try:
            answer = await self._post(note.endpoint, headers)
        except (aiohttp.ClientError, TimeoutError, OSError):
            return Tried(claimed, note, Outcome.LATER)
        except ValueError:
            return Tried(claimed, note, Outcome.REFUSED)
        asked_s = read_retry_after(answer.retry_after, self.planner.clock())
        return Tried(claimed, note, read_status(answer.status), asked_s)

    async def _post(self, endpoint: str, headers: Mapping[str, str]) -> Answer:
        # The library copies what it is given for each pusher; it reads this before it first waits,
        # so one pusher does for all.
        self.pusher.subscription_info = {"endpoint": endpoint}
        answer = await self.pusher.send_async(None, headers, ttl=TTL_S, timeout=self.timeout_s)
        assert isinstance(answer, Answer)
        return answer
