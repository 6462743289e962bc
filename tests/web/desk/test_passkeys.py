"""Passkeys: added by members, signing them in, and everything that is no good answer."""

from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from webauthn.helpers import bytes_to_base64url
from werkzeug.test import TestResponse

from tests.support.authenticator import PRESENT, Authenticator
from tests.support.desk import Person, csrf_in
from tests.web.anything import SHARED, VALUES


def call(person: Person, path: str, data: Any, *, page: str = "/desk/sign-in") -> TestResponse:
    """Send JSON as the desk's script does."""
    token = csrf_in(person.get(page))
    return person.client.post(path, json=data, headers={"X-CSRFToken": token})


def add(person: Person, key: Authenticator, name: str = "Laptop") -> int:
    options = call(person, "/desk/me/passkeys/ask", {}, page="/desk/me").get_json()
    sent = {"credential": key.make(options), "name": name}
    return call(person, "/desk/me/passkeys", sent, page="/desk/me").status_code


def answer_of(person: Person, key: Authenticator) -> dict[str, Any]:
    return key.sign(call(person, "/desk/passkey/ask", {}).get_json())


def sign_in(person: Person, credential: object, **more: object) -> TestResponse:
    return call(person, "/desk/passkey", {"credential": credential, **more})


@pytest.fixture
def key(advocate: Person) -> Authenticator:
    """The passkey of an advocate who is signed in elsewhere."""
    made = Authenticator()
    assert add(advocate, made) == 200
    return made


def test_a_passkey_signs_its_member_in(key: Authenticator, stranger: Person) -> None:
    done = sign_in(stranger, answer_of(stranger, key), onward="/desk/me")
    assert (done.status_code, done.get_json()) == (200, {"onward": "/desk/me"})
    assert "Good to see you, Ana" in stranger.get("/desk/").text


def test_a_passkey_leads_nowhere_else(key: Authenticator, stranger: Person) -> None:
    done = sign_in(stranger, answer_of(stranger, key), onward="https://elsewhere.example/")
    assert done.get_json() == {"onward": "/desk/"}


def test_the_same_answer_is_not_taken_twice(
    key: Authenticator, stranger: Person, app: Flask
) -> None:
    stranger.get("/desk/sign-in")
    token = stranger.client.get_cookie("desk")
    assert token is not None
    credential = answer_of(stranger, key)
    assert sign_in(stranger, credential).status_code == 200
    again = Person(app.test_client(), stranger.clock, stranger.email)
    again.client.set_cookie("desk", token.value)
    assert sign_in(again, credential).status_code == 422


def test_an_answer_of_another_browser_is_refused(
    key: Authenticator, stranger: Person, app: Flask
) -> None:
    thief = Person(app.test_client(), stranger.clock, stranger.email)
    assert sign_in(thief, answer_of(stranger, key)).status_code == 422


def test_an_answer_comes_within_five_minutes(key: Authenticator, stranger: Person) -> None:
    credential = answer_of(stranger, key)
    stranger.clock.move(300)
    assert sign_in(stranger, credential).status_code == 422


@pytest.mark.parametrize(
    "wrong",
    [
        {"origin": "https://elsewhere.example"},
        {"host": "elsewhere.example"},
        {"flags": PRESENT},
        {"flags": 0},
    ],
    ids=str,
)
def test_a_wrong_answer_signs_nobody_in(
    wrong: dict[str, Any], key: Authenticator, stranger: Person
) -> None:
    for name, value in wrong.items():
        setattr(key, name, value)
    assert sign_in(stranger, answer_of(stranger, key)).status_code == 422
    assert stranger.get("/desk/").status_code == 303


@pytest.mark.parametrize("wrong", [{"origin": "https://elsewhere.example"}, {"flags": PRESENT}])
def test_a_wrong_passkey_is_not_added(wrong: dict[str, Any], advocate: Person) -> None:
    assert add(advocate, Authenticator(**wrong)) == 422
    assert "Laptop" not in advocate.get("/desk/me").text


def test_another_key_under_the_same_name_is_refused(key: Authenticator, stranger: Person) -> None:
    forged = Authenticator(credential_id=key.credential_id)
    assert sign_in(stranger, answer_of(stranger, forged)).status_code == 422


def test_a_copied_passkey_is_noticed(key: Authenticator, stranger: Person, app: Flask) -> None:
    key.sign_count = 5
    assert sign_in(stranger, answer_of(stranger, key)).status_code == 200
    other = Person(app.test_client(), stranger.clock, stranger.email)
    key.sign_count = 4
    assert sign_in(other, answer_of(other, key)).status_code == 422


def test_a_passkey_belongs_to_one_member(key: Authenticator, admin: Person) -> None:
    assert add(admin, key) == 422


def test_a_removed_passkey_signs_nobody_in(
    key: Authenticator, advocate: Person, stranger: Person
) -> None:
    assert advocate.post("/desk/me/passkeys/1/remove", form_at="/desk/me").status_code == 303
    assert sign_in(stranger, answer_of(stranger, key)).status_code == 422


def test_removing_a_passkey_ends_the_sessions_that_it_opened(
    key: Authenticator, advocate: Person, stranger: Person
) -> None:
    assert sign_in(stranger, answer_of(stranger, key)).status_code == 200
    assert stranger.get("/desk/").status_code == 200
    assert "Removing one also signs you out" in advocate.get("/desk/me").text
    advocate.post("/desk/me/passkeys/1/remove", form_at="/desk/me")
    assert "other browsers are signed out" in advocate.get("/desk/me").text
    assert stranger.get("/desk/").status_code == 303


def test_nobody_removes_the_passkey_of_another(key: Authenticator, admin: Person) -> None:
    _ = key
    assert admin.post("/desk/me/passkeys/1/remove", form_at="/desk/me").status_code == 404


def test_a_closed_account_has_no_passkey(
    key: Authenticator, advocate: Person, admin: Person, stranger: Person
) -> None:
    own = f"/desk/people/{advocate.member_id}"
    assert admin.post(f"{own}/stop", form_at="/desk/people").status_code == 303
    assert sign_in(stranger, answer_of(stranger, key)).status_code == 422


@pytest.mark.parametrize(
    "sent",
    [
        None, [], "x", 1, {}, {"credential": None}, {"credential": {}}, {"credential": {"id": 1}},
        {"credential": {"id": "x", "response": []}}, {"credential": {"id": "x", "rawId": "x"}},
        {"credential": {"id": "x", "response": {"clientDataJSON": "%%%"}}},
        {"credential": {"id": "x", "response": {"clientDataJSON": "e30"}}},
    ],
    ids=str,
)  # fmt: skip
def test_malformed_answers_are_refused(sent: object, stranger: Person, advocate: Person) -> None:
    assert call(stranger, "/desk/passkey", sent).status_code == 422
    named = sent | {"name": "Laptop"} if isinstance(sent, dict) else sent
    assert call(advocate, "/desk/me/passkeys", named, page="/desk/me").status_code == 422


def places(value: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Return where everything in an answer stands, the whole of it first."""
    yield path
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from places(inner, (*path, name))


def with_other(value: Any, path: tuple[str, ...], other: Any) -> Any:
    """Return an answer with something else in one place."""
    if not path:
        return other
    return {**value, path[0]: with_other(value[path[0]], path[1:], other)}


PLACES = [*places(Authenticator().make({"challenge": ""})), ("response", "signature")]
OTHERS = st.one_of(
    VALUES, st.binary(max_size=80).map(bytes_to_base64url), st.sampled_from(["x", "%", "e30"])
)


@settings(max_examples=60, **SHARED)  # type: ignore[arg-type]
@given(place=st.sampled_from(PLACES), other=OTHERS)
def test_a_good_answer_with_anything_in_one_place_never_fails(
    key: Authenticator, stranger: Person, advocate: Person, place: tuple[str, ...], other: Any
) -> None:
    signed = answer_of(stranger, key)
    options = call(advocate, "/desk/me/passkeys/ask", {}, page="/desk/me").get_json()
    made = Authenticator().make(options)
    for answer in (signed, made):
        answer["response"].setdefault(place[-1] if place else "", "")
    sent = {"credential": with_other(made, place, other), "name": "Laptop"}
    added = call(advocate, "/desk/me/passkeys", sent, page="/desk/me")
    assert added.status_code in (200, 422)
    assert sign_in(stranger, with_other(signed, place, other)).status_code in (200, 422)
    stranger.client.delete_cookie("desk")


@pytest.mark.parametrize(
    "response", [[], "x", None, {}, {"clientDataJSON": 1}, {"clientDataJSON": "W10"}]
)
def test_a_malformed_answer_with_a_known_name_is_refused(
    response: object, key: Authenticator, stranger: Person
) -> None:
    credential = answer_of(stranger, key) | {"response": response}
    assert sign_in(stranger, credential).status_code == 422


def test_an_address_of_numbers_has_no_passkeys(stranger: Person) -> None:
    page = stranger.client.get("/desk/sign-in", base_url="http://127.0.0.1")
    answer = stranger.client.post(
        "/desk/passkey/ask",
        json={},
        headers={"X-CSRFToken": csrf_in(page)},
        base_url="http://127.0.0.1",
    )
    assert answer.status_code == 403
