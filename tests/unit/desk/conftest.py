"""A desk on each kind of database, with one agency and two members."""

import pytest
from sqlalchemy import Engine

from pwa import db
from pwa.agencies import Agency
from pwa.config import read_config
from pwa.desk.models import Member
from pwa.desk.people import members
from pwa.desk.roles import Role
from pwa.desk.setup import open_desk
from pwa.desk.tools import Desk
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.service import KitService
from tests.support.clock import FixedClock
from tests.support.desk import PASSWORD, SECRET


@pytest.fixture
def desk(
    engine: Engine, environ: dict[str, str], insecure_kdf: Argon2Hasher, clock: FixedClock
) -> Desk:
    config, sessions = read_config(environ), db.open_sessions(engine)
    kits = KitService(sessions, config.code_pepper, insecure_kdf, clock)
    return open_desk(config, sessions, insecure_kdf, kits, clock)


@pytest.fixture
def agency(desk: Desk) -> Agency:
    with desk.sessions.begin() as session:
        made = Agency(name="North House", country="US", language="en", created_at_s=0)
        session.add(made)
    return made


def make(desk: Desk, agency: Agency, email: str, role: Role) -> Member:
    with desk.sessions.begin() as session:
        member = Member(
            agency_id=agency.id, email=email, name="Ana Ruiz", role=role.value, created_at_s=0
        )
        session.add(member)
        session.flush()
        members.set_password(member, PASSWORD, keys=desk.keys, hasher=desk.hasher)
        members.set_app(member, SECRET, 0, desk.keys)
    return reread(desk, member)


def reread(desk: Desk, member: Member) -> Member:
    with desk.sessions() as session:
        return session.get_one(Member, member.id)


@pytest.fixture
def ana(desk: Desk, agency: Agency) -> Member:
    return make(desk, agency, "ana@north.example", Role.ADVOCATE)


@pytest.fixture
def marta(desk: Desk, agency: Agency) -> Member:
    return make(desk, agency, "marta@north.example", Role.ADMIN)
