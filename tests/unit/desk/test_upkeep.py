"""What the desk forgets by itself, on both kinds of database."""

import logging

import pytest
from sqlalchemy import func, select

from pwa.db import Base
from pwa.desk import upkeep
from pwa.desk.models import DeskSession, Member, Try
from pwa.desk.sessions import IDLE_S
from pwa.desk.signin.service import From, SignIn
from pwa.desk.signin.throttle import HOUR_S
from pwa.desk.signin.totp import STEP_S
from pwa.desk.tools import Desk
from tests.support.clock import FixedClock
from tests.unit.desk.conftest import reread
from tests.unit.desk.test_sessions import open_visit
from tests.unit.desk.test_signing_in import code_now

HERE = From("192.0.2.1", None)


def count(desk: Desk, table: type[Base]) -> int:
    with desk.sessions() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


def test_tries_go_after_an_hour_though_nobody_tries_again(
    desk: Desk, ana: Member, clock: FixedClock
) -> None:
    SignIn(desk).check_password(ana, ana.email, "wrong", HERE)
    clock.move(HOUR_S - 1)
    upkeep.forget(desk)
    assert count(desk, Try) == 2
    clock.move(1)
    upkeep.forget(desk)
    assert count(desk, Try) == 0


def test_sessions_go_when_they_are_over_though_nobody_signs_in(
    desk: Desk, ana: Member, clock: FixedClock
) -> None:
    desk.visits.start(open_visit(desk), ana, is_full=True)
    clock.move(IDLE_S - 1)
    upkeep.forget(desk)
    assert count(desk, DeskSession) == 1
    clock.move(1)
    upkeep.forget(desk)
    assert count(desk, DeskSession) == 0


def test_of_the_last_use_of_an_app_the_day_is_kept(
    desk: Desk, ana: Member, clock: FixedClock
) -> None:
    service, code = SignIn(desk), code_now(desk)
    assert service.check_code(ana, code, HERE) is None
    upkeep.forget(desk)
    assert service.check_code(reread(desk, ana), code, HERE) is not None, "good once"
    used_s = reread(desk, ana).totp_step * STEP_S
    clock.move((upkeep.STEPS_KEPT + 1) * STEP_S)
    upkeep.forget(desk)
    kept_s = reread(desk, ana).totp_step * STEP_S
    assert kept_s == used_s // 86_400 * 86_400 != used_s
    assert service.check_code(reread(desk, ana), code, HERE) is not None, "too old by now"
    assert service.check_code(reread(desk, ana), code_now(desk), HERE) is None


def test_it_goes_on_after_the_database_did_not_answer(
    desk: Desk, ana: Member, clock: FixedClock, caplog: pytest.LogCaptureFixture
) -> None:
    SignIn(desk).check_password(ana, ana.email, "wrong", HERE)
    clock.move(HOUR_S)
    rests: list[float] = []

    def break_then_mend(seconds: float) -> bool:
        rests.append(seconds)
        if len(rests) == 1:
            with desk.sessions.begin() as session:
                session.connection().exec_driver_sql("ALTER TABLE desk_try_away RENAME TO desk_try")
        return len(rests) == 2

    with desk.sessions.begin() as session:
        session.connection().exec_driver_sql("ALTER TABLE desk_try RENAME TO desk_try_away")
    with caplog.at_level(logging.WARNING):
        upkeep.go_on(desk, break_then_mend)
    assert "could not forget" in caplog.text
    assert rests == [upkeep.EVERY_S] * 2
    assert count(desk, Try) == 0
