"""Inviting, joining and administering, on both kinds of database."""

import pyotp
import pytest

from pwa.agencies import Agency
from pwa.desk.models import Invitation, JournalEntry, Member
from pwa.desk.people import administering, joining
from pwa.desk.roles import Role
from pwa.desk.signin.service import From, No, SignIn
from pwa.desk.tools import Desk
from pwa.errors import DeskInvalid, MemberUnknown
from tests.support.desk import PASSWORD
from tests.unit.desk.conftest import make, reread

BROWSER = "cookie of eva's browser"


def accept(desk: Desk, token: str, name: str = "Eva") -> joining.Joined:
    code = pyotp.TOTP(joining.app_secret(desk, token, BROWSER)).at(int(desk.clock()))
    return joining.join(desk, token, BROWSER, name=name, password=PASSWORD, code=code)


def invite(desk: Desk, marta: Member, email: str = "eva@north.example") -> str:
    return administering.invite(desk, marta, email=email, name="Eva", role="advocate").token


def test_a_link_makes_a_member_once(desk: Desk, marta: Member) -> None:
    token = invite(desk, marta)
    joined = accept(desk, token)
    assert (joined.member.role, joined.member.email) == ("advocate", "eva@north.example")
    with pytest.raises(DeskInvalid, match="does not work any more"):
        accept(desk, token)


def test_who_joined_at_another_agency_meanwhile_is_told_so(desk: Desk, marta: Member) -> None:
    with desk.sessions.begin() as session:
        south = Agency(name="South House", country="US", language="en", created_at_s=0)
        session.add(south)
    other = make(desk, south, "sol@south.example", Role.ADMIN)
    tokens = [invite(desk, each) for each in (marta, other)]
    accept(desk, tokens[0])
    with pytest.raises(DeskInvalid, match="at the desk already"):
        accept(desk, tokens[1])
    with desk.sessions() as session:
        assert session.query(Member).filter_by(email="eva@north.example").count() == 1


def test_of_a_link_only_a_keyed_hash_is_kept(desk: Desk, marta: Member) -> None:
    token = invite(desk, marta)
    with desk.sessions() as session:
        kept = session.query(Invitation).one()
    assert token not in str(vars(kept))
    assert kept.token_hash == desk.keys.mark("invitation", token)


def test_a_new_start_leaves_one_member_with_another_way_in(
    desk: Desk, ana: Member, marta: Member
) -> None:
    token = administering.give_new_start(desk, marta, ana.id).token
    service, here = SignIn(desk), From("192.0.2.1", None)
    assert service.check_password(service.find(ana.email), ana.email, PASSWORD, here) is No.WRONG
    joined = accept(desk, token, "Ana R.")
    assert (joined.member.id, joined.member.name) == (ana.id, "Ana R.")
    found = service.check_password(service.find(ana.email), ana.email, PASSWORD, here)
    assert isinstance(found, Member)


def test_a_closed_account_gets_no_new_start(desk: Desk, ana: Member, marta: Member) -> None:
    administering.stop(desk, marta, ana.id)
    with pytest.raises(DeskInvalid, match="Open it first"):
        administering.give_new_start(desk, marta, ana.id)
    assert reread(desk, ana).password_hash == ana.password_hash
    with desk.sessions() as session:
        assert session.query(Invitation).count() == 0


def test_an_agency_keeps_an_administrator(desk: Desk, ana: Member, marta: Member) -> None:
    with pytest.raises(DeskInvalid, match="needs an administrator"):
        administering.change_role(desk, marta, marta.id, "advocate")
    administering.change_role(desk, marta, ana.id, "admin")
    administering.change_role(desk, reread(desk, ana), marta.id, "advocate")
    assert reread(desk, marta).role == "advocate"


def test_an_administrator_who_cannot_sign_in_does_not_count(
    desk: Desk, ana: Member, marta: Member
) -> None:
    administering.change_role(desk, marta, ana.id, "admin")
    administering.give_new_start(desk, marta, ana.id)
    with pytest.raises(DeskInvalid, match="needs an administrator"):
        administering.stop(desk, marta, marta.id)


def test_other_agencies_people_are_unknown(desk: Desk, marta: Member) -> None:
    with desk.sessions.begin() as session:
        south = Agency(name="South House", country="US", language="en", created_at_s=0)
        session.add(south)
        session.flush()
        other = Member(
            agency_id=south.id, email="o@s.example", name="O", role="advocate", created_at_s=0
        )
        session.add(other)
        session.flush()
        number = other.id
    for change in (administering.stop, administering.start, administering.give_new_start):
        with pytest.raises(MemberUnknown):
            change(desk, marta, number)


def test_a_name_of_another_agency_is_refused(desk: Desk, marta: Member) -> None:
    with desk.sessions.begin() as session:
        session.add(Agency(name="South House", country="US", language="en", created_at_s=0))
    with pytest.raises(DeskInvalid, match="has this name"):
        administering.change_agency(desk, marta, name="South House", country="US", language="en")


def test_the_journal_names_who_did_what_to_whom(desk: Desk, ana: Member, marta: Member) -> None:
    administering.stop(desk, marta, ana.id)
    administering.start(desk, marta, ana.id)
    with desk.sessions() as session:
        found = {(e.member_id, e.action, e.subject_id) for e in session.query(JournalEntry)}
    assert found == {(marta.id, "member-stopped", ana.id), (marta.id, "member-started", ana.id)}
