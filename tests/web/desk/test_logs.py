"""Nothing that somebody types at the desk is written to the log, at any level."""

import io

import pytest

from pwa.desk.views import home
from tests.support.desk import Person
from tests.web.test_logs import CANARY, debug_logs

__all__ = ["debug_logs"]  # the fixture


def test_signing_in_and_failing_to_leaves_no_line(ana: Person, debug_logs: io.StringIO) -> None:
    ana.post("/desk/sign-in", email=f"{CANARY}@north.example", password=CANARY)
    ana.send("/desk/sign-in", csrf_token=CANARY, email=CANARY)
    ana.get(f"/desk/join/{CANARY}")
    ana.get("/desk/", headers={"Cookie": f"desk={CANARY}", "User-Agent": CANARY})
    ana.sign_in()
    ana.post("/desk/me/password", password=CANARY)
    ana.get(f"/desk/{CANARY}")
    assert debug_logs.getvalue() == ""


def test_a_failure_is_logged_by_kind_and_place_alone(
    advocate: Person, debug_logs: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError(CANARY)

    monkeypatch.setattr(home, "show", fail)
    assert advocate.get("/desk/").status_code == 500
    assert "a request failed: RuntimeError at " in debug_logs.getvalue()
    assert CANARY not in debug_logs.getvalue()
