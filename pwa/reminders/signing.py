"""The headers of a push, the same for every reminder of one push service for hours (RFC 8292)."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from py_vapid import Vapid02

from pwa.reminders.vapid import Generation

LIFE_S = 12 * 3600
# A signature is renewed while it is good for this long still.
RENEW_S = 4 * 3600
# One value for everybody, so that nothing tells reminders apart; with a topic (RFC 8030, 5.4) a
# push service keeps only the last of several that wait for the same phone.
URGENCY = "high"
TOPIC = "list"


@dataclass(frozen=True, slots=True)
class Signed:
    """Headers, and until when they can be used."""

    headers: Mapping[str, str]
    expires_s: float


class Signer:
    """Signs for push services under every generation of key, and remembers what it signed."""

    def __init__(
        self, generations: Sequence[Generation], contact: str, clock: Callable[[], float]
    ) -> None:
        """Take the keys, the newest first."""
        self._keys = {each.name: Vapid02(private_key=each.private) for each in generations}
        self._contact = contact
        self._clock = clock
        self._signed: dict[tuple[str, str], Signed] = {}

    def headers_for(self, endpoint: str, generation: str) -> Mapping[str, str] | None:
        """Return the headers for an endpoint; `None` when there is no such key any more."""
        origin = _origin(endpoint)
        known = self._signed.get((generation, origin))
        left_s = 0.0 if known is None else known.expires_s - self._clock()
        # More than its whole life left means that the clock was set back.
        if known is not None and RENEW_S < left_s <= LIFE_S:
            return known.headers
        key = self._keys.get(generation)
        if key is None:
            return None
        self._forget_old()
        signed = self._sign(key, origin)
        self._signed[(generation, origin)] = signed
        return signed.headers

    def _sign(self, key: Vapid02, origin: str) -> Signed:
        expires_s = int(self._clock()) + LIFE_S
        claims = {"aud": origin, "exp": expires_s, "sub": self._contact}
        return Signed({**key.sign(claims), "Urgency": URGENCY, "Topic": TOPIC}, float(expires_s))

    def _forget_old(self) -> None:
        """Drop what has run out: an endpoint's host may be one of many below a name."""
        now_s = self._clock()
        self._signed = {at: each for at, each in self._signed.items() if each.expires_s > now_s}


def _origin(endpoint: str) -> str:
    end = endpoint.find("/", endpoint.index("://") + 3)
    return endpoint[:end].removesuffix(":443")
