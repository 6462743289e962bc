"""Signing in, on both kinds of database: work, hashes, codes, and how often one may try."""

from dataclasses import replace

import pytest

from pwa.desk import upkeep
from pwa.desk.models import JournalEntry, Member, RecoveryCode, Try
from pwa.desk.people import members
from pwa.desk.signin import recovery, totp
from pwa.desk.signin.service import From, No, SignIn
from pwa.desk.signin.throttle import QUARTER_S
from pwa.desk.tools import Desk
from pwa.kits.hashing import Argon2Hasher
from tests.support.clock import FixedClock
from tests.support.desk import PASSWORD, SECRET
from tests.unit.desk.conftest import reread

HERE, THERE = From("192.0.2.1", None), From("198.51.100.9", None)


class Counted:
    """A hasher that notes what it is asked for."""

    def __init__(self, inner: Argon2Hasher) -> None:
        self.inner = inner
        self.calls: list[str] = []

    def hash(self, text: str) -> str:
        self.calls.append("hash")
        return self.inner.hash(text)

    def verify(self, stored: str, text: str) -> bool:
        self.calls.append("verify")
        return self.inner.verify(stored, text)

    def is_outdated(self, stored: str) -> bool:
        return self.inner.is_outdated(stored)


def attempt(service: SignIn, email: str, password: str, where: From = HERE) -> Member | No:
    return service.check_password(service.find(email), email, password, where)


def code_now(desk: Desk) -> str:
    import pyotp

    return pyotp.TOTP(SECRET).at(int(desk.clock()))


@pytest.mark.parametrize(
    "case", ["wrong", "unknown", "malformed", "stopped", "reset", "empty", "long"]
)
def test_every_refusal_costs_one_verification_and_says_the_same(
    case: str, desk: Desk, ana: Member, insecure_kdf: Argon2Hasher
) -> None:
    counted = Counted(insecure_kdf)
    service = SignIn(replace(desk, hasher=counted))
    counted.calls.clear()
    email = {"unknown": "nobody@north.example", "malformed": "no address"}.get(case, ana.email)
    password = {"wrong": "x", "empty": "", "long": "x" * 5000}.get(case, PASSWORD)
    with desk.sessions.begin() as session:
        member = session.get_one(Member, ana.id)
        member.is_active = case != "stopped"
        if case == "reset":
            members.forget_sign_in(session, member)
    assert attempt(service, email, password) is No.WRONG
    assert counted.calls == ["verify"]


def test_a_right_password_costs_one_verification_too(
    desk: Desk, ana: Member, insecure_kdf: Argon2Hasher
) -> None:
    counted = Counted(insecure_kdf)
    service = SignIn(replace(desk, hasher=counted))
    counted.calls.clear()
    found = attempt(service, " ANA@north.example", PASSWORD)
    assert isinstance(found, Member)
    assert found.id == ana.id
    assert counted.calls == ["verify"]


def test_a_hash_of_an_earlier_cost_is_made_anew_at_sign_in(desk: Desk, ana: Member) -> None:
    costlier = replace(desk, hasher=Argon2Hasher(time_cost=2, memory_kib=16))
    service = SignIn(costlier)
    assert isinstance(attempt(service, ana.email, PASSWORD), Member)
    fresh = reread(desk, ana).password_hash
    assert fresh is not None
    assert "m=16,t=2" in fresh
    assert fresh != ana.password_hash
    assert isinstance(attempt(service, ana.email, PASSWORD), Member)
    assert reread(desk, ana).password_hash == fresh


def test_a_wrong_password_renews_nothing(desk: Desk, ana: Member) -> None:
    service = SignIn(replace(desk, hasher=Argon2Hasher(time_cost=2, memory_kib=16)))
    assert attempt(service, ana.email, "wrong") is No.WRONG
    assert reread(desk, ana).password_hash == ana.password_hash


def test_without_the_desks_key_a_hash_is_of_no_use(desk: Desk, ana: Member) -> None:
    assert ana.password_hash is not None
    assert not desk.hasher.verify(ana.password_hash, PASSWORD)


def test_a_code_works_once(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    code = code_now(desk)
    assert service.check_code(ana, code, HERE) is None
    assert service.check_code(reread(desk, ana), code, HERE) is No.WRONG


def test_of_two_requests_with_one_code_one_is_let_in(desk: Desk, ana: Member) -> None:
    # Both read the member before either wrote the step down.
    service = SignIn(desk)
    code = code_now(desk)
    assert [service.check_code(ana, code, HERE) for _ in range(2)] == [None, No.WRONG]


def test_a_recovery_code_works_once_and_is_written_down(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    with desk.sessions.begin() as session:
        codes = recovery.make_codes(session, desk.keys, ana.id)
    assert service.check_code(ana, f" {codes[3].upper()} ", HERE) is None
    assert service.check_code(ana, codes[3], HERE) is No.WRONG
    with desk.sessions() as session:
        assert recovery.count_left(session, ana.id) == 9
        assert [each.action for each in session.query(JournalEntry)] == ["recovery-code-used"]
        assert not any(codes[0].replace("-", "") in each.code_hash
                       for each in session.query(RecoveryCode))  # fmt: skip


def test_nobody_can_use_the_recovery_code_of_another(
    desk: Desk, ana: Member, marta: Member
) -> None:
    with desk.sessions.begin() as session:
        codes = recovery.make_codes(session, desk.keys, marta.id)
    assert SignIn(desk).check_code(ana, codes[0], HERE) is No.WRONG


def test_new_recovery_codes_end_the_old_ones(desk: Desk, ana: Member) -> None:
    with desk.sessions.begin() as session:
        old = recovery.make_codes(session, desk.keys, ana.id)
        recovery.make_codes(session, desk.keys, ana.id)
    assert SignIn(desk).check_code(ana, old[0], HERE) is No.WRONG


def test_a_member_without_an_app_has_no_code(desk: Desk, ana: Member) -> None:
    with desk.sessions.begin() as session:
        members.forget_sign_in(session, session.get_one(Member, ana.id))
    assert SignIn(desk).check_code(reread(desk, ana), code_now(desk), HERE) is No.WRONG


def test_the_apps_secret_is_sealed_to_its_member(desk: Desk, ana: Member, marta: Member) -> None:
    from cryptography.exceptions import InvalidTag

    assert members.app_secret(ana, desk.keys) == SECRET
    assert SECRET.encode() not in (ana.totp_sealed or b"")
    ana.totp_sealed = marta.totp_sealed
    with pytest.raises(InvalidTag):
        members.app_secret(ana, desk.keys)


def test_six_tries_at_one_account_from_one_network_are_too_many(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    tries = [attempt(service, ana.email, "wrong") for _ in range(6)]
    assert tries == [No.WRONG] * 5 + [No.WAIT]
    assert attempt(service, ana.email, PASSWORD) is No.WAIT


def test_an_address_written_otherwise_is_no_other_account(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    # Each letter also as its full-width twin, which is looked up as the same.
    ways = ["".join(chr(ord(c) + 0xFEE0) if i == n else c for i, c in enumerate(ana.email))
            for n in range(6)]  # fmt: skip
    assert len(set(ways)) == 6
    assert [attempt(service, way, "wrong") for way in ways] == [No.WRONG] * 5 + [No.WAIT]
    assert attempt(service, ana.email, PASSWORD) is No.WAIT


@pytest.mark.parametrize("email", ["ana@north.example", "nobody@north.example"])
def test_waiting_is_asked_of_unknown_addresses_as_well(email: str, desk: Desk, ana: Member) -> None:
    _ = ana
    service = SignIn(desk)
    assert [attempt(service, email, "wrong") for _ in range(7)][-2:] == [No.WAIT, No.WAIT]


def test_hammering_an_account_does_not_stop_its_owner_elsewhere(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    for number in range(300):
        attempt(service, ana.email, "wrong", From(f"203.0.113.{number % 250}", None))
    assert isinstance(attempt(service, ana.email, PASSWORD, THERE), Member)


def test_a_network_that_tries_everybody_stops_itself_alone(
    desk: Desk, ana: Member, marta: Member
) -> None:
    service = SignIn(desk)
    for number in range(60):
        attempt(service, f"person{number}@north.example", "wrong")
    assert attempt(service, ana.email, PASSWORD) is No.WAIT
    assert isinstance(attempt(service, marta.email, PASSWORD, THERE), Member)


def test_a_known_browser_is_let_in_though_its_network_is_stopped(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    for number in range(60):
        attempt(service, f"person{number}@north.example", "wrong")
    known = From(HERE.network, "mark of ana's browser")
    assert isinstance(attempt(service, ana.email, PASSWORD, known), Member)
    tries = [attempt(service, ana.email, "wrong", known) for _ in range(11)]
    assert tries == [No.WRONG] * 10 + [No.WAIT]


def test_waiting_ends_though_tries_go_on(desk: Desk, ana: Member, clock: FixedClock) -> None:
    service = SignIn(desk)
    for _ in range(5):
        assert attempt(service, ana.email, "wrong") is No.WRONG
    clock.move(QUARTER_S - 1)
    # More of them than would be too many by themselves.
    assert [attempt(service, ana.email, PASSWORD) for _ in range(6)] == [No.WAIT] * 6
    clock.move(1)
    assert isinstance(attempt(service, ana.email, PASSWORD), Member)


def test_signing_in_is_no_failed_try(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    assert all(isinstance(attempt(service, ana.email, PASSWORD), Member) for _ in range(60))


def test_codes_are_limited_for_the_account_from_all_networks(desk: Desk, ana: Member) -> None:
    service = SignIn(desk)
    answers = [service.check_code(ana, "000000", From(f"203.0.113.{n}", None)) for n in range(11)]
    assert answers == [No.WRONG] * 10 + [No.WAIT]
    with desk.sessions() as session:
        assert [each.action for each in session.query(JournalEntry)] == ["sign-in-refused"]


def test_tries_are_kept_without_addresses_and_for_an_hour(
    desk: Desk, ana: Member, clock: FixedClock
) -> None:
    service = SignIn(desk)
    attempt(service, ana.email, "wrong")
    with desk.sessions() as session:
        marks = [each.mark for each in session.query(Try)]
    assert len(marks) == 2
    assert all(len(mark) == 64 and int(mark, 16) >= 0 for mark in marks)
    clock.move(3601)
    attempt(service, "nobody@north.example", "wrong")
    with desk.sessions() as session:
        # Looking for old ones at each try would read them all.
        assert session.query(Try).count() == 4
    upkeep.forget(desk)
    with desk.sessions() as session:
        assert {each.at_s for each in session.query(Try)} == {int(clock())}


def test_a_step_up_to_now_is_found(desk: Desk) -> None:
    assert totp.find_step(SECRET, code_now(desk), desk.clock(), after=0) == int(desk.clock()) // 30
