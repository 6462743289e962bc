"""The mark of a browser that has signed in before: counted apart, worth nothing else."""

import pytest
from flask import Flask

from tests.support.desk import Person
from tests.web.desk.conftest import MakePerson

MARK = "desk-known"


def mark_of(person: Person) -> str:
    cookie = person.client.get_cookie(MARK)
    assert cookie is not None
    return cookie.value


def hammer(app: Flask, person: Person, network: str) -> None:
    """Try somebody's account from a network until that is asked to wait."""
    other = Person(app.test_client(), person.clock, person.email, network=network)
    statuses = [other.give_password("wrong").status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_a_known_browser_signs_in_though_its_network_must_wait(
    app: Flask, advocate: Person
) -> None:
    advocate.post("/desk/sign-out", form_at="/desk/")
    hammer(app, advocate, advocate.network)
    assert advocate.sign_in().get("/desk/").status_code == 200


@pytest.mark.parametrize("change", ["none", "other", "seal", "owner", "parts", "sign"])
def test_a_made_up_mark_is_none(
    change: str, app: Flask, advocate: Person, make_person: MakePerson
) -> None:
    owner, mark, seal = mark_of(advocate).split(".")
    other = make_person(advocate.agency_id, "eva@north.example").sign_in()
    forged = {
        "none": "",
        "other": mark_of(other),
        "seal": f"{owner}.{mark}.{'0' * 64}",
        "owner": f"{other.member_id}.{mark}.{seal}",
        "parts": f"{owner}.{mark}",
        "sign": f"{owner}.{mark}.{'é' * 64}",
    }
    hammer(app, advocate, "192.0.2.50")
    fresh = Person(app.test_client(), advocate.clock, advocate.email, network="192.0.2.50")
    fresh.client.set_cookie(MARK, forged[change])
    assert fresh.give_password().status_code == 429


def test_a_mark_alone_opens_nothing(app: Flask, advocate: Person) -> None:
    bare = Person(app.test_client(), advocate.clock, advocate.email)
    bare.client.set_cookie(MARK, mark_of(advocate))
    assert bare.get("/desk/").status_code == 303
