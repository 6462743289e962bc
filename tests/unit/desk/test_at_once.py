"""Two things at the same moment, interleaved on purpose, on both kinds of database."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session

from pwa import db
from pwa.agencies import Agency
from pwa.desk.models import Member, Passkey
from pwa.desk.people import administering, members
from pwa.desk.roles import Role
from pwa.desk.signin.challenges import Challenges
from pwa.desk.signin.passkeys import Passkeys, Site, of_member
from pwa.desk.tools import Desk
from pwa.directory import sheets
from pwa.errors import DeskInvalid
from tests.support.authenticator import Authenticator
from tests.support.meanwhile import Meanwhile
from tests.unit.desk.conftest import make

Change = Callable[[Desk, Member, int], object]


def admins(desk: Desk) -> int:
    """Return how many can still administer."""
    with desk.sessions() as session:
        found = session.scalars(select(Member).where(Member.role == "admin", Member.is_active))
        return len([each for each in found if each.password_hash is not None])


def demote(desk: Desk, admin: Member, member_id: int) -> None:
    administering.change_role(desk, admin, member_id, "advocate")


@pytest.mark.parametrize("change", [administering.stop, demote])
def test_two_administrators_cannot_take_each_other_away(
    change: Change, desk: Desk, agency: Agency, marta: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = make(desk, agency, "olga@north.example", Role.ADMIN)
    meanwhile = Meanwhile(lambda: change(desk, other, marta.id))
    # The moment at which the first has seen that another one stays.
    checked = meanwhile.after(members.check_an_admin_stays)
    monkeypatch.setattr(members, "check_an_admin_stays", checked)
    change(desk, marta, other.id)
    with pytest.raises(DeskInvalid):
        meanwhile.result()
    assert admins(desk) == 1


@pytest.mark.parametrize("change", [administering.stop, demote, administering.give_new_start])
def test_who_is_no_administrator_any_more_changes_nobody(
    change: Change, desk: Desk, agency: Agency, marta: Member, ana: Member
) -> None:
    other = make(desk, agency, "olga@north.example", Role.ADMIN)
    change(desk, marta, other.id)
    for target in (marta, ana):
        with pytest.raises(DeskInvalid, match="your own account"):
            change(desk, other, target.id)
    assert admins(desk) == 1


def test_a_challenge_is_not_taken_twice_at_the_same_moment(desk: Desk) -> None:
    challenges = Challenges(desk.sessions, desk.keys, desk.clock)
    challenge = challenges.make("sign in")
    meanwhile = Meanwhile(lambda: challenges.take(challenge, "sign in"))

    def written(session: Session) -> None:
        # The moment at which the first is written down, but nobody else sees it yet.
        session.flush()
        meanwhile.happen()

    event.listen(desk.sessions, "before_commit", written)
    first = challenges.take(challenge, "sign in")
    assert [first, meanwhile.result()].count(True) < 2
    assert not challenges.take(challenge, "sign in")


def test_an_agencys_first_sheet_is_made_once(
    desk: Desk, agency: Agency, monkeypatch: pytest.MonkeyPatch
) -> None:
    def name() -> str:
        with desk.sessions.begin() as session:
            return sheets.own_sheet(session, agency.id).name

    meanwhile = Meanwhile(name)
    # The moment at which the first has found none.
    monkeypatch.setattr(sheets, "add_if_absent", meanwhile.before(db.add_if_absent))
    assert name() == meanwhile.result()


def test_of_two_agencies_that_take_one_name_the_later_is_told(
    desk: Desk, marta: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.sessions.begin() as session:
        other = Agency(name="Harbour", country="US", language="en", created_at_s=0)
        session.add(other)
    olga = make(desk, other, "olga@harbour.example", Role.ADMIN)

    def take(admin: Member) -> None:
        administering.change_agency(desk, admin, name="South", country="US", language="en")

    meanwhile = Meanwhile(lambda: take(olga))
    # The moment at which the first has seen that the name is free.
    monkeypatch.setattr(members, "is_name_taken", meanwhile.after(members.is_name_taken))
    with pytest.raises(DeskInvalid, match="has this name"):
        take(marta)
    meanwhile.result()
    with desk.sessions() as session:
        assert set(session.scalars(select(Agency.name))) == {"North House", "South"}


def test_a_passkey_that_is_added_twice_at_the_same_moment_is_added_once(
    desk: Desk, ana: Member
) -> None:
    passkeys, site, key = Passkeys(desk), Site("localhost", "http://localhost"), Authenticator()

    def add() -> None:
        options = json.loads(passkeys.offer_adding(ana, site, "browser"))
        sent = {"credential": key.make(options), "name": "Laptop"}
        passkeys.add(ana, site, "browser", sent)

    meanwhile = Meanwhile(add)

    def written(session: Session, *_: object) -> None:
        # The moment at which the first has seen that it is not there yet.
        if any(isinstance(each, Passkey) for each in session.new):
            meanwhile.happen()

    event.listen(desk.sessions, "before_flush", written)
    with pytest.raises(DeskInvalid):
        add()
    meanwhile.result()
    with desk.sessions() as session:
        assert len(of_member(session, ana.id)) == 1
