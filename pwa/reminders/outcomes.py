"""What an answer of a push service means for a reminder, and how long to wait before another try.

RFC 8030 (5 and 5.2): 201 and 202 are taken, 404 and 410 mean that the subscription has ended, 413
and 429 and every 5xx may be tried again, after `Retry-After` where it is given.
"""

import re
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from enum import Enum

FIRST_WAIT_S = 15
MAX_WAIT_S = 900
MAX_DOUBLINGS = 6

Random = Callable[[], float]


class Outcome(Enum):
    """What became of one try."""

    SENT = "sent"
    GONE = "gone"
    LATER = "later"
    # Our signature does not fit this subscription: it may have been made under another key.
    STRANGER = "stranger"
    # Refused for good, or an answer that is none: not tried again before the next slot.
    REFUSED = "refused"
    # Not tried: the sender stops, or the push service is given a rest.
    PUT_BACK = "put back"


def read_status(status: int) -> Outcome:
    """Say what a status means."""
    if 200 <= status < 300:
        return Outcome.SENT
    if status in (404, 410):
        return Outcome.GONE
    if status in (401, 403):
        return Outcome.STRANGER
    if status in (408, 413, 425, 429) or status >= 500:
        return Outcome.LATER
    return Outcome.REFUSED


def read_retry_after(text: str | None, now_s: float) -> float:
    """Return the seconds that `Retry-After` asks for, capped; 0 when it says nothing usable."""
    if text is None or len(text) > 64:
        return 0.0
    if re.fullmatch(r"[0-9]{1,9}", text):
        return float(min(int(text), MAX_WAIT_S))
    try:
        asked_s = parsedate_to_datetime(text).timestamp() - now_s
    except (ValueError, OverflowError, TypeError):
        return 0.0
    return min(max(asked_s, 0.0), float(MAX_WAIT_S))


def wait_s(tries: int, retry_after_s: float, random: Random) -> int:
    """Return how long to wait after so many failed tries: doubling, half of it random.

    Never less than what the push service asked for.
    """
    longest = min(FIRST_WAIT_S * 2 ** min(tries, MAX_DOUBLINGS), MAX_WAIT_S)
    return int(max(longest * (0.5 + random() / 2), retry_after_s * (1 + random() / 10)))
