"""Running the server with Granian: checks first, then worker processes, then a graceful stop."""

import functools
import logging
import socket
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from flask import Flask
from granian import Granian
from granian.constants import HTTPModes, Interfaces
from granian.log import LogLevels

from pwa.app import close_app, create_app
from pwa.config import Config
from pwa.covers import DEFAULT
from pwa.desk import upkeep
from pwa.errors import PortTaken
from pwa.logs import logging_settings, start_logs
from pwa.reminders.beside import Beside, is_wanted

STOP_TIMEOUT_S = 10
READY_TIMEOUT_S = 30
POLL_S = 0.02

log = logging.getLogger("pwa")


def serve(config: Config, announce: Callable[[str], None]) -> None:
    """Serve until told to stop, after `check_app`; `announce` gets the address once it answers."""
    server = Server(
        "pwa",
        address=config.host,
        port=config.port,
        interface=Interfaces.WSGI,
        workers=config.workers,
        blocking_threads=config.threads,
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.error,
        log_dictconfig=logging_settings(config.log_level),
        log_access=False,
        respawn_failed_workers=True,
        workers_kill_timeout=STOP_TIMEOUT_S,
    )
    sender = Beside() if is_wanted(config) else None

    def started() -> None:
        _announce_when_ready(config, announce)
        if sender is not None:
            sender.start()

    server.when_started = started
    server.on_shutdown(lambda: log.info("stopped"))
    load = functools.partial(load_app, config)
    server.serve(target_loader=load, wrap_loader=False)
    if sender is not None:
        sender.stop()


def check_app(config: Config) -> None:
    """Make the whole application once: what cannot work is refused before workers start."""
    close_app(create_app(config))


class Server(Granian):  # type: ignore[misc, valid-type]  # which class it is hangs on the Python
    """Granian, with something to do once every worker is forked.

    Its own start-up hook runs before that, and a thread started there could hold a lock (that of a
    module being imported, say) which the forked worker then waits for without end.
    """

    when_started: Callable[[], None]

    def startup(self, spawn_target: Any, target_loader: Any) -> None:
        """Start the workers, then go on."""
        super().startup(spawn_target, target_loader)
        self.when_started()


def load_app(config: Config) -> Flask:
    """Return the application of one worker process."""
    start_logs(config.log_level)
    app = create_app(config)
    # Here, in the worker: a thread of the process above could hold a lock while that one forks.
    upkeep.start(app.extensions["pwa-desk"])
    log.info("worker ready")
    return app


def claim_port(config: Config) -> Config:
    """Refuse an address that is in use; put a free port in the place of port 0.

    Granian's workers share the port with whoever else lets them, so it would not notice.
    """
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((config.host, config.port))
        except OSError as error:
            raise PortTaken(
                f"{config.host} port {config.port} cannot be listened at ({error.strerror}): "
                "stop what uses it or choose another with --port."
            ) from error
        return replace(config, port=probe.getsockname()[1])


def address(config: Config) -> str:
    """Return the address of the default cover."""
    host = f"[{config.host}]" if ":" in config.host else config.host
    return f"http://{host}:{config.port}{DEFAULT.path}"


def _announce_when_ready(config: Config, announce: Callable[[str], None]) -> None:
    def wait() -> None:
        limit = time.monotonic() + READY_TIMEOUT_S
        while time.monotonic() < limit:
            try:
                socket.create_connection((config.host, config.port), timeout=1).close()
            except OSError:
                time.sleep(POLL_S)
                continue
            log.info("started")
            announce(address(config))
            return
        log.error("no worker answers")

    threading.Thread(target=wait, daemon=True).start()
