"""What the server writes to its log: start, stop, health and failures, never request data.

Two rules keep requests out. Only the server's own `pwa` logger reaches the log; libraries are
let through from ERROR on. And an exception is told as its class and the place it came from:
its message, its traceback and the objects in it may hold what somebody sent.
"""

import copy
import logging
import logging.config
import sys
import traceback
from types import TracebackType
from typing import Any

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class PlaceFormatter(logging.Formatter):
    """Formats an exception as `KeyError at pwa/kits/service.py:42`."""

    def format(self, record: logging.LogRecord) -> str:
        """Leave out cached tracebacks, and what a library says about an exception."""
        plain = copy.copy(record)
        plain.exc_text = None
        plain.stack_info = None
        if plain.exc_info and not plain.name.startswith("pwa"):
            plain.msg, plain.args = "failure", ()
        return super().format(plain)

    def formatException(self, ei: ExcInfo) -> str:  # noqa: N802  (the name is logging's)
        """Return class and innermost place of an exception, nothing of its message."""
        return describe(ei[1])


def describe(error: BaseException | None) -> str:
    """Say what kind of exception it is and where it came from."""
    if error is None:
        return "unknown failure"
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "/pwa/" in frame.filename] or frames
    place = ""
    if own:
        name = own[-1].filename
        place = f" at {name[name.rfind('/pwa/') + 1 :]}:{own[-1].lineno}"
    return f"{type(error).__name__}{place}"


def logging_settings(level: str) -> dict[str, Any]:
    """Return the whole logging set-up as `logging.config` wants it."""
    to_log = {"handlers": ["log"], "propagate": False}
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "place": {
                "()": "pwa.logs.PlaceFormatter",
                "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
            }
        },
        "handlers": {
            "log": {
                "class": "logging.StreamHandler",
                "formatter": "place",
                "stream": sys.stderr,
            }
        },
        "root": {"handlers": ["log"], "level": "ERROR"},
        "loggers": {
            "pwa": to_log | {"level": level},
            "alembic": to_log | {"level": "ERROR"},
            "sqlalchemy": to_log | {"level": "ERROR"},
            # It writes the key that stands for a network whenever a limit is reached.
            "flask-limiter": {"handlers": [], "level": "CRITICAL", "propagate": False},
            "_granian": to_log | {"level": "ERROR"},
            "granian.access": {"handlers": [], "level": "CRITICAL", "propagate": False},
        },
    }


def start_logs(level: str) -> None:
    """Send the log to standard error at this level."""
    # A line that cannot be written would else be explained on standard error, with its values.
    logging.raiseExceptions = False
    logging.config.dictConfig(logging_settings(level))
