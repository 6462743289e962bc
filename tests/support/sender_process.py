"""A sender in a process of its own, with a short lease whose number tells whose it is.

Run as `python -m tests.support.sender_process DATABASE_URL LEASE_S NUMBER`.
"""

import asyncio
import secrets
import sys
from unittest.mock import patch

from pwa import db
from pwa.pushsettings import PushSettings, SenderMode
from pwa.reminders.running import send_until_told
from pwa.reminders.sender import Sender
from tests.support.due import KEY, SCALAR

OWNER_SHIFT = 40
PUSH = PushSettings(
    hosts=(),
    contact="https://list.example",
    takes_loopback=True,
    rest_days=90,
    sender=SenderMode.OFF,
    key=KEY,
    vapid_keys=(SCALAR,),
)


def main(url: str, lease_s: int, number: int) -> None:
    """Send until the input ends."""

    def numbered() -> int:
        return (number << OWNER_SHIFT) + secrets.randbelow(1 << OWNER_SHIFT)

    with patch("pwa.reminders.claims.make_lease", numbered):
        sender = Sender(db.open_database(url, asks_first=False), PUSH, lease_s=lease_s)
        asyncio.run(send_until_told(sender, ends_with_input=True))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
