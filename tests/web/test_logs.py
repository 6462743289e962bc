"""No request data in any log at any level; with a probe that can find it."""

import io
import logging
import sys
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import SQLAlchemyError

from pwa.config import Config
from pwa.kits.service import KitService
from pwa.logs import logging_settings, start_logs

CANARY = "canary-7f3e"
ADDRESS = "198.51.100.7"


@pytest.fixture
def debug_logs(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Logging as in production, at DEBUG, with its output caught; the old set-up afterwards."""
    caught = io.StringIO()
    monkeypatch.setattr(sys, "stderr", caught)
    # Setting logging up closes every handler it knows of, pytest's own among them.
    monkeypatch.setattr(logging, "_handlerList", [])
    monkeypatch.setattr(logging, "raiseExceptions", logging.raiseExceptions)
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    start_logs("DEBUG")
    yield caught
    root.handlers[:] = handlers
    root.setLevel(level)
    for name in logging_settings("DEBUG")["loggers"]:
        logger = logging.getLogger(name)
        logger.handlers.clear()
        logger.propagate = True
        logger.setLevel(logging.NOTSET)


def send_canaries(client: FlaskClient) -> list[int]:
    """Put the canary everywhere a request can hold something."""
    statuses = []
    for method, path in [
        ("GET", "/list/"), ("GET", f"/{CANARY}"), ("POST", "/k"), ("POST", "/x"),
        ("DELETE", "/list/"), ("GET", f"/a/{CANARY}"), ("GET", "/healthz"),
    ]:  # fmt: skip
        answer = client.open(
            path,
            method=method,
            query_string={"q": CANARY},
            data=f'{{"code":"{CANARY}"}}' if method == "POST" else None,
            headers={"User-Agent": CANARY, "Cookie": f"c={CANARY}", "Referer": f"http://{CANARY}/"},
            environ_base={"REMOTE_ADDR": ADDRESS},
        )
        statuses.append(answer.status_code)
    return statuses


def test_ordinary_and_refused_requests_leave_no_line(
    client: FlaskClient, debug_logs: io.StringIO
) -> None:
    assert send_canaries(client) == [200, 404, 204, 204, 405, 404, 200]
    assert client.get("/list/", headers={"Host": CANARY}).status_code == 400
    assert client.post("/x", headers={"Origin": f"http://{CANARY}"}).status_code == 403
    assert client.post("/x", data=CANARY * 1000).status_code == 413
    assert debug_logs.getvalue() == ""


def test_limited_requests_leave_no_line(
    client: FlaskClient, config: Config, debug_logs: io.StringIO
) -> None:
    statuses = [client.post("/k").status_code for _ in range(config.tries + 1)]
    assert statuses[-1] == 429
    assert debug_logs.getvalue() == ""


@pytest.mark.parametrize("error", [RuntimeError(CANARY), SQLAlchemyError(CANARY), KeyError(CANARY)])
def test_failure_is_logged_by_kind_and_place_alone(
    error: Exception,
    client: FlaskClient,
    debug_logs: io.StringIO,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_service: KitService, _typed: str) -> None:
        raise error

    monkeypatch.setattr(KitService, "use", fail)
    answer = client.post("/k", json={"code": CANARY})
    written = debug_logs.getvalue()
    assert answer.status_code == 500
    assert CANARY not in answer.get_data(as_text=True)
    assert f"a request failed: {type(error).__name__} at pwa/kits/views.py" in written
    assert CANARY not in written


@pytest.mark.parametrize("name", ["", "sqlalchemy.engine", "_granian", "werkzeug"])
def test_library_exception_is_logged_without_its_message(
    name: str, debug_logs: io.StringIO
) -> None:
    try:
        raise ValueError(CANARY)
    except ValueError:
        logging.getLogger(name).exception("failed at %s", CANARY, stack_info=True)
    written = debug_logs.getvalue()
    assert "ValueError" in written
    assert CANARY not in written


@pytest.mark.parametrize("name", ["sqlalchemy.engine", "sqlalchemy.pool", "flask-limiter", "x"])
def test_library_chatter_is_not_logged(name: str, debug_logs: io.StringIO) -> None:
    logging.getLogger(name).warning("row %s", CANARY)
    logging.getLogger(name).debug("row %s", CANARY)
    assert debug_logs.getvalue() == ""


def test_log_that_cannot_be_written_tells_nothing(
    debug_logs: io.StringIO,
) -> None:
    logging.getLogger("pwa").error("%d", CANARY)
    assert debug_logs.getvalue() == ""


def test_probe_sees_what_is_logged(debug_logs: io.StringIO) -> None:
    logging.getLogger("pwa").debug("planted %s", CANARY)
    assert CANARY in debug_logs.getvalue()


def test_probe_sees_an_app_that_logs_its_requests(own_app: Flask, debug_logs: io.StringIO) -> None:
    @own_app.before_request
    def tell() -> None:
        from flask import request

        logging.getLogger("pwa").info("%s %s", request.remote_addr, request.full_path)

    send_canaries(own_app.test_client())
    written = debug_logs.getvalue()
    assert CANARY in written
    assert ADDRESS in written
