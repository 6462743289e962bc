"""Members of two agencies, each in a browser of their own."""

from collections.abc import Callable

import pytest
from flask import Flask

from pwa.desk.roles import Role
from tests.support.clock import FixedClock
from tests.support.desk import Person, make_agency, make_member

MakePerson = Callable[..., Person]


@pytest.fixture
def agency_id(app: Flask) -> int:
    return make_agency(app)


@pytest.fixture
def make_person(app: Flask, clock: FixedClock) -> MakePerson:
    """Make a member of an agency in a browser of their own, not signed in yet."""

    def make(
        agency_id: int, email: str, *, role: Role = Role.ADVOCATE, name: str = "Ana Ruiz"
    ) -> Person:
        member_id = make_member(app, agency_id, email, name=name, role=role)
        return Person(app.test_client(), clock, email, member_id, agency_id)

    return make


@pytest.fixture
def stranger(app: Flask, clock: FixedClock) -> Person:
    return Person(app.test_client(), clock, "nobody@north.example")


@pytest.fixture
def ana(agency_id: int, make_person: MakePerson) -> Person:
    """An advocate, not signed in yet."""
    return make_person(agency_id, "ana@north.example")


@pytest.fixture
def advocate(ana: Person) -> Person:
    return ana.sign_in()


@pytest.fixture
def admin(agency_id: int, make_person: MakePerson) -> Person:
    person = make_person(agency_id, "marta@north.example", role=Role.ADMIN, name="Marta Lopez")
    return person.sign_in()
