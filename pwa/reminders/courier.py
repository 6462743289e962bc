"""One reminder to its push service: through `pywebpush`, without a payload, told as an outcome."""

from collections.abc import Mapping
from dataclasses import dataclass

import aiohttp
from pywebpush import WebPusher

from pwa.reminders.claims import Claimed
from pwa.reminders.endpoints import Services
from pwa.reminders.line import Answer, Line, timeouts
from pwa.reminders.outcomes import Outcome, read_retry_after, read_status
from pwa.reminders.plan import Planner, Tried
from pwa.reminders.rules import TTL_S
from pwa.reminders.seal import Sealer
from pwa.reminders.signing import Signer


@dataclass(frozen=True, slots=True)
class Courier:
    """Sends claimed reminders over one line."""

    line: Line
    sealer: Sealer
    signer: Signer
    services: Services
    planner: Planner

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
        pusher = WebPusher({"endpoint": endpoint}, aiohttp_session=self.line)
        answer = await pusher.send_async(None, headers, ttl=TTL_S, timeout=timeouts())
        assert isinstance(answer, Answer)
        return answer
