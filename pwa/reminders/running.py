"""Running a sender in this process, until a signal or until its input ends."""

import asyncio
import signal
import sys

from pwa import db
from pwa.config import Config
from pwa.errors import PushOff
from pwa.reminders.patience import Patience
from pwa.reminders.sender import Sender


def run_here(config: Config, *, while_input_is_open: bool = False) -> None:
    """Send until SIGTERM or SIGINT; what is under way is finished and written first."""
    if not config.push.is_on:
        raise PushOff("reminders have no keys: run `pwa push keys` once.")
    engine = db.open_database(config.database_url, asks_first=False)
    db.check_current(engine)
    try:
        asyncio.run(
            send_until_told(Sender(engine, config.push), ends_with_input=while_input_is_open)
        )
    finally:
        engine.dispose()


async def send_until_told(sender: Sender, *, ends_with_input: bool) -> None:
    """Send until a signal or, where asked for, the end of the standard input."""
    loop, patience = asyncio.get_running_loop(), Patience()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, patience.stop)

    def input_ended() -> None:
        loop.remove_reader(sys.stdin.fileno())
        patience.stop()

    if ends_with_input:
        loop.add_reader(sys.stdin.fileno(), input_ended)
    await sender.run(patience)
