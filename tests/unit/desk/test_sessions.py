"""Sessions on both kinds of database: found, ended, counted; and challenges taken once."""

import pytest
from flask import Flask

from pwa.desk.models import DeskSession, Member
from pwa.desk.sessions import IDLE_S, LONGEST_S, Visit
from pwa.desk.signin.challenges import LASTS_S, Challenges
from pwa.desk.tools import Desk
from tests.support.clock import FixedClock


def open_visit(desk: Desk, token: str = "") -> Visit:
    app = Flask(__name__)
    headers = {"Cookie": f"desk={token}"} if token else {}
    with app.test_request_context("/desk/", headers=headers) as context:
        found = desk.visits.open_session(app, context.request)
    assert isinstance(found, Visit)
    return found


@pytest.fixture
def visit(desk: Desk, ana: Member) -> Visit:
    """A browser in which ana has signed in."""
    found = open_visit(desk)
    desk.visits.start(found, ana, is_full=True)
    return found


def test_a_session_is_found_by_its_cookie(desk: Desk, visit: Visit, ana: Member) -> None:
    found = open_visit(desk, visit.token)
    assert found.member is not None
    assert found.member.id == ana.id
    assert open_visit(desk, visit.token + "x").member is None


def test_a_form_value_hangs_on_the_cookie_alone(desk: Desk, visit: Visit) -> None:
    assert open_visit(desk, visit.token)["csrf_token"] == visit["csrf_token"]
    assert open_visit(desk)["csrf_token"] != open_visit(desk)["csrf_token"]


def test_a_half_session_has_no_member(desk: Desk, ana: Member) -> None:
    found = open_visit(desk)
    desk.visits.start(found, ana, is_full=False)
    again = open_visit(desk, found.token)
    assert again.member is None
    assert again.half is not None


@pytest.mark.parametrize("after_s", [IDLE_S, LONGEST_S, 10 * LONGEST_S])
def test_an_old_session_is_not_found_and_its_row_goes(
    after_s: int, desk: Desk, visit: Visit, ana: Member, clock: FixedClock
) -> None:
    clock.move(after_s)
    assert open_visit(desk, visit.token).member is None
    desk.visits.start(open_visit(desk), ana, is_full=True)
    with desk.sessions() as session:
        assert session.query(DeskSession).count() == 1


def test_all_sessions_but_one_are_ended(desk: Desk, visit: Visit, ana: Member) -> None:
    other = open_visit(desk)
    desk.visits.start(other, ana, is_full=True)
    assert desk.visits.count(ana.id) == 2
    desk.visits.end_all(ana.id, but=visit)
    assert open_visit(desk, other.token).member is None
    assert open_visit(desk, visit.token).member is not None


def test_a_closed_account_has_no_session(desk: Desk, visit: Visit, ana: Member) -> None:
    with desk.sessions.begin() as session:
        session.get_one(Member, ana.id).is_active = False
    assert open_visit(desk, visit.token).member is None


@pytest.fixture
def challenges(desk: Desk) -> Challenges:
    return Challenges(desk.sessions, desk.keys, desk.clock)


def test_a_challenge_is_taken_once(challenges: Challenges) -> None:
    made = challenges.make("sign in here")
    assert [challenges.take(made, "sign in here") for _ in range(2)] == [True, False]


def test_a_challenge_is_for_one_purpose(challenges: Challenges) -> None:
    made = challenges.make("sign in here")
    assert not challenges.take(made, "sign in there")
    assert challenges.take(made, "sign in here")


def test_a_challenge_ends(challenges: Challenges, clock: FixedClock) -> None:
    made = challenges.make("p")
    clock.move(LASTS_S)
    assert not challenges.take(made, "p")


@pytest.mark.parametrize("position", [0, 15, 16, 23, 24, 55])
def test_a_changed_challenge_is_refused(position: int, challenges: Challenges) -> None:
    made = bytearray(challenges.make("p"))
    made[position] ^= 1
    assert not challenges.take(bytes(made), "p")


@pytest.mark.parametrize("made", [b"", b"x", b"x" * 55, b"x" * 57])
def test_other_bytes_are_no_challenge(made: bytes, challenges: Challenges) -> None:
    assert not challenges.take(made, "p")
