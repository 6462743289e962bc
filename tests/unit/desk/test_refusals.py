"""What refused tries leave behind and how much they write, on both kinds of database."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from sqlalchemy import Connection, Engine, event

from pwa.desk import journal
from pwa.desk.models import JournalEntry, Member, Try
from pwa.desk.signin.service import From, No, SignIn
from pwa.desk.signin.throttle import HOUR_S
from pwa.desk.tools import Desk
from tests.support.clock import FixedClock
from tests.support.desk import PASSWORD
from tests.support.meanwhile import Meanwhile
from tests.unit.desk.test_signing_in import code_now

Judge = Callable[[SignIn, Member], Member | No | None]


def at_once(service: SignIn, ana: Member) -> Member | No | None:
    return service.check_at_once(ana, PASSWORD, "000000")


def in_different_networks() -> Judge:
    numbers = iter(range(1000))
    return lambda service, ana: service.check_code(
        ana, "000000", From(f"2001:db8:{next(numbers):x}::", None)
    )


def written(desk: Desk) -> list[str]:
    with desk.sessions() as session:
        return [each.action for each in session.query(JournalEntry)]


def tries(desk: Desk) -> int:
    with desk.sessions() as session:
        return session.query(Try).count()


@pytest.mark.parametrize("is_known", [True, False])
def test_at_an_onion_service_a_wrong_password_leaves_nothing(
    is_known: bool, desk: Desk, ana: Member
) -> None:
    service = SignIn(desk)
    for _ in range(12):
        found = service.check_at_once(ana if is_known else None, "wrong", code_now(desk))
        assert found is No.WRONG
    assert tries(desk) == 0
    assert written(desk) == []


def test_at_an_onion_service_a_wrong_code_is_counted_up_to_its_limit(
    desk: Desk, ana: Member
) -> None:
    service = SignIn(desk)
    for _ in range(30):
        at_once(service, ana)
    # And one row for what was written down.
    assert tries(desk) == 11
    assert service.check_at_once(ana, PASSWORD, code_now(desk)) is No.WRONG


@pytest.mark.parametrize("judge", [at_once, in_different_networks()])
def test_waiting_is_written_down_once_an_hour(
    judge: Judge, desk: Desk, ana: Member, marta: Member, clock: FixedClock
) -> None:
    service = SignIn(desk)
    for _ in range(25):
        judge(service, ana)
    assert written(desk) == ["sign-in-refused"]
    clock.move(HOUR_S)
    for _ in range(25):
        judge(service, ana)
    assert written(desk) == ["sign-in-refused"] * 2
    for _ in range(25):
        judge(service, marta)
    assert written(desk) == ["sign-in-refused"] * 3


def test_of_two_refused_at_the_same_moment_one_is_written_down(
    desk: Desk, ana: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    service = SignIn(desk)
    for _ in range(10):
        at_once(service, ana)
    meanwhile = Meanwhile(lambda: at_once(service, ana))
    # The moment at which the first has seen that nothing was written down.
    monkeypatch.setattr(journal, "note", meanwhile.before(journal.note))
    assert [at_once(service, ana), meanwhile.result()] == [No.WRONG, No.WRONG]
    assert written(desk) == ["sign-in-refused"]


@contextmanager
def transactions(engine: Engine) -> Iterator[list[bool]]:
    """Note of each transaction that is committed whether it wrote."""
    found: list[bool] = []
    verbs: list[str] = []

    def run(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        verbs.append(statement.split()[0])

    def commit(_connection: Connection) -> None:
        found.append(bool({"INSERT", "UPDATE", "DELETE"} & set(verbs)))
        verbs.clear()

    event.listen(engine, "before_cursor_execute", run)
    event.listen(engine, "commit", commit)
    yield found
    event.remove(engine, "before_cursor_execute", run)
    event.remove(engine, "commit", commit)


def test_every_refusal_at_an_onion_service_writes_as_often(
    desk: Desk, engine: Engine, ana: Member
) -> None:
    service = SignIn(desk)
    seen: list[list[bool]] = []
    for password in ("wrong", *[PASSWORD] * 12):
        with transactions(engine) as found:
            assert service.check_at_once(ana, password, "000000") is No.WRONG
        seen.append(found)
    # Also the one that is written down, and those after it.
    assert written(desk) == ["sign-in-refused"]
    assert seen == [seen[0]] * 13
    assert seen[0] == [True] * 3, "counted, judged, settled"
