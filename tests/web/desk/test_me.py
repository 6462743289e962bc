"""One's own way in: changing it, and what that ends."""

import re

import pytest
from flask import Flask

from tests.support.desk import PASSWORD, Person, csrf_in

OTHER = "orbit tulip gravel lamp"


@pytest.fixture
def elsewhere(app: Flask, advocate: Person) -> Person:
    """The same member in a second browser."""
    return Person(app.test_client(), advocate.clock, advocate.email).sign_in()


def is_in(person: Person) -> bool:
    return person.get("/desk/").status_code == 200


def test_another_password_signs_out_everywhere_else(advocate: Person, elsewhere: Person) -> None:
    assert advocate.post("/desk/me/password", password=OTHER).status_code == 303
    assert (is_in(advocate), is_in(elsewhere)) == (True, False)
    assert elsewhere.give_password(PASSWORD).status_code == 422
    assert elsewhere.give_password(OTHER).status_code == 303


@pytest.mark.parametrize("password", ["password1234", "short", "Ana.Ruiz.2026", "northhouse12"])
def test_a_weak_password_changes_nothing(password: str, advocate: Person) -> None:
    assert advocate.post("/desk/me/password", password=password).status_code == 422
    advocate.post("/desk/sign-out", form_at="/desk/")
    assert advocate.give_password(PASSWORD).status_code == 303


def test_another_app_ends_the_one_before(advocate: Person, elsewhere: Person) -> None:
    page = advocate.get("/desk/me/app")
    key = re.search(r'<code class="key">([A-Z2-7 ]+)</code>', page.get_data(as_text=True))
    assert key is not None
    old, advocate.secret = advocate.secret, key[1].replace(" ", "")
    assert advocate.post("/desk/me/app", code="000000").status_code == 422
    assert advocate.post("/desk/me/app", code=advocate.code()).status_code == 303
    assert (is_in(advocate), is_in(elsewhere)) == (True, False)
    elsewhere.give_password()
    assert elsewhere.post("/desk/code", code=elsewhere.code()).status_code == 422
    elsewhere.secret = advocate.secret
    assert elsewhere.post("/desk/code", code=elsewhere.code()).status_code == 303
    assert old != advocate.secret


def test_each_app_to_set_up_has_a_key_of_its_own(advocate: Person, elsewhere: Person) -> None:
    keys = {
        re.search(r'<code class="key">([A-Z2-7 ]+)</code>', person.get("/desk/me/app").text)[1]  # type: ignore[index]
        for person in (advocate, elsewhere)
    }
    assert len(keys) == 2


def test_new_recovery_codes_are_shown_once_and_let_somebody_in(advocate: Person) -> None:
    codes = re.findall(r"<code>([\w]{5}-[\w]{5})</code>", advocate.post("/desk/me/codes").text)
    assert len(codes) == 10
    assert codes[0] not in advocate.get("/desk/me").text
    advocate.post("/desk/sign-out", form_at="/desk/")
    advocate.give_password()
    assert advocate.post("/desk/code", code=codes[0]).status_code == 303
    assert "9 of 10 left" in advocate.get("/desk/me").text


def test_signing_out_everywhere_ends_every_session(advocate: Person, elsewhere: Person) -> None:
    assert "in 2 browsers" in advocate.get("/desk/me").text
    advocate.post("/desk/me/sign-out-everywhere", form_at="/desk/me")
    assert (is_in(advocate), is_in(elsewhere)) == (False, False)


def test_confirming_opens_what_matters_for_ten_minutes(advocate: Person) -> None:
    advocate.clock.move(600)
    location = advocate.get("/desk/me/password").headers["Location"]
    assert location == "/desk/confirm?next=/desk/me/password"
    answer = advocate.post(location, password=PASSWORD, code=advocate.code())
    assert answer.headers["Location"] == "/desk/me/password"
    assert advocate.get("/desk/me/password").status_code == 200
    advocate.clock.move(600)
    assert advocate.get("/desk/me/password").status_code == 303


def test_what_is_sent_too_late_changes_nothing_and_leads_back(advocate: Person) -> None:
    value = csrf_in(advocate.get("/desk/me/password"))
    advocate.clock.move(601)
    answer = advocate.send("/desk/me/passkeys/1/remove", csrf_token=value)
    assert answer.headers["Location"] == "/desk/confirm?next=/desk/me"
    answer = advocate.send("/desk/me/password", csrf_token=value, password=OTHER)
    assert answer.headers["Location"] == "/desk/confirm?next=/desk/me/password"
    advocate.post("/desk/sign-out", form_at="/desk/")
    assert advocate.give_password(PASSWORD).status_code == 303
