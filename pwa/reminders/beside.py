"""A sender beside `pwa serve`: a process of its own, started again when it ends by itself.

It reads the same settings from the environment. Its standard input is held open by the server: when
that ends, however it ends, so does the sender.
"""

import logging
import os
import subprocess
import sys
import threading

from pwa.config import Config, read_config
from pwa.logs import start_logs
from pwa.pushsettings import SenderMode

STOP_WITHIN_S = 20.0
RESTART_AFTER_S = 2.0
COMMAND = (sys.executable, "-P", "-m", "pwa.reminders.beside")

log = logging.getLogger("pwa.reminders")


def is_wanted(config: Config) -> bool:
    """Say whether `pwa serve` runs a sender: by default, where the database is this machine's."""
    if not config.push.is_on or config.push.sender is SenderMode.OFF:
        return False
    is_alone = config.database_url.startswith("sqlite")
    return is_alone or config.push.sender is SenderMode.ON


class Beside:
    """The process and the thread that watches it."""

    def __init__(self) -> None:
        """Start nothing yet."""
        self._stop = threading.Event()
        self._watch = threading.Thread(target=self._keep, daemon=True)

    def start(self) -> None:
        """Start the sender."""
        self._watch.start()

    def stop(self) -> None:
        """Tell the sender to stop, and wait until what it had under way is written."""
        self._stop.set()
        if self._watch.is_alive():
            self._watch.join(STOP_WITHIN_S)

    def _keep(self) -> None:
        while not self._stop.is_set():
            # The command is this file's own.
            process = subprocess.Popen(  # noqa: S603
                COMMAND, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL
            )
            watch = threading.Thread(target=self._end, args=(process,), daemon=True)
            watch.start()
            process.wait()
            if self._stop.is_set():
                return
            log.error("the sender ended by itself and is started again")
            self._stop.wait(RESTART_AFTER_S)

    def _end(self, process: "subprocess.Popen[bytes]") -> None:
        """Let go of the sender's input once it is to stop."""
        self._stop.wait()
        assert process.stdin is not None
        process.stdin.close()


def main() -> None:
    """Run as the process beside a server."""
    # Not above: the server itself needs none of it.
    from pwa.reminders.running import run_here

    config = read_config(os.environ)
    start_logs(config.log_level)
    run_here(config, while_input_is_open=True)


if __name__ == "__main__":
    main()
