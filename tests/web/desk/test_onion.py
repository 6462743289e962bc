"""The desk as an onion service, where everybody comes from one address and no mark is kept."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pyotp
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pwa.app import close_app, create_app
from pwa.config import Config
from pwa.kits.hashing import Argon2Hasher
from tests.support.clock import FixedClock
from tests.support.desk import PASSWORD, SECRET, csrf_in, make_agency, make_member

ONION = "http://abcdefgh.onion"


def send(client: FlaskClient, path: str, base_url: str, **fields: str) -> TestResponse:
    """Fill in the form of a page."""
    token = csrf_in(client.get(path, base_url=base_url))
    return client.post(path, data={**fields, "csrf_token": token}, base_url=base_url)


@dataclass(slots=True)
class Tor:
    """Browsers that come over Tor, each new and from the same address."""

    app: Flask
    clock: FixedClock

    def code(self) -> str:
        """Return a code of the authenticator app that was not used yet."""
        self.clock.move(30)
        return pyotp.TOTP(SECRET).at(int(self.clock()))

    def sign_in(self, email: str, password: str = PASSWORD, **more: str) -> TestResponse:
        """Send the form of a browser that was never here."""
        fields = {"email": email, "password": password} | more
        return send(self.app.test_client(), "/desk/sign-in", ONION, **fields)


@pytest.fixture
def tor(config: Config, insecure_kdf: Argon2Hasher, clock: FixedClock) -> Iterator[Tor]:
    hosts = (*config.trusted_hosts, "abcdefgh.onion")
    app = create_app(replace(config, trusted_hosts=hosts), hasher=insecure_kdf, clock=clock)
    agency_id = make_agency(app)
    for name in ("ana", "marta"):
        make_member(app, agency_id, f"{name}@north.example")
    yield Tor(app, clock)
    close_app(app)


def test_nobody_is_locked_out_by_what_others_try(tor: Tor) -> None:
    for number in range(70):
        email = "ana@north.example" if number % 2 else f"person{number}@north.example"
        assert tor.sign_in(email, "wrong", code="000000").status_code == 422
    for email in ("ana@north.example", "marta@north.example"):
        assert tor.sign_in(email, code=tor.code()).status_code == 303


def test_a_right_password_alone_is_answered_like_a_wrong_one(tor: Tor) -> None:
    def said(email: str, password: str) -> tuple[int, str]:
        answer = tor.sign_in(email, password, code="000000")
        return answer.status_code, answer.text.replace(csrf_in(answer), "").replace(email, "")

    wrong = said("nobody@north.example", "wrong")
    assert wrong[0] == 422
    assert "do not fit together" in wrong[1]
    # Also past the count of the second step, which only the right password meets.
    assert {said("ana@north.example", PASSWORD) for _ in range(12)} == {wrong}
    assert said("ana@north.example", "wrong") == wrong


def test_codes_are_limited_for_who_has_the_password(tor: Tor) -> None:
    for _ in range(10):
        tor.sign_in("ana@north.example", code="000000")
    assert tor.sign_in("ana@north.example", code=tor.code()).status_code == 422
    tor.clock.move(3600)
    assert tor.sign_in("ana@north.example", code=tor.code()).status_code == 303


def test_a_password_without_a_code_is_not_even_looked_at(tor: Tor) -> None:
    answer = tor.sign_in("ana@north.example")
    assert answer.status_code == 200
    assert "Please fill this in." in answer.text


def test_a_wrong_password_uses_no_code_up(tor: Tor) -> None:
    code = tor.code()
    assert tor.sign_in("ana@north.example", "wrong", code=code).status_code == 422
    assert tor.sign_in("ana@north.example", code=code).status_code == 303
    assert tor.sign_in("ana@north.example", code=code).status_code == 422


def test_what_came_from_this_machine_does_not_count_there(tor: Tor) -> None:
    client = tor.app.test_client()
    who = {"email": "ana@north.example", "password": PASSWORD}
    assert send(client, "/desk/sign-in", ONION, **who, code=tor.code()).status_code == 303
    client.delete_cookie("desk-known", domain="abcdefgh.onion")
    for number in range(60):
        others = {"email": f"person{number}@north.example", "password": "wrong"}
        send(tor.app.test_client(), "/desk/sign-in", "http://127.0.0.1", **others)
    again = send(client, "/desk/confirm", ONION, password=PASSWORD, code=tor.code())
    assert again.status_code == 303


@pytest.mark.parametrize(
    ("base_url", "headers", "address"),
    [
        ("https://abcdefgh.onion", {}, "127.0.0.1"),
        (ONION, {"X-Forwarded-For": "192.0.2.1"}, "127.0.0.1"),
        (ONION, {"X-Forwarded-Proto": "http"}, "127.0.0.1"),
        (ONION, {"Forwarded": "for=192.0.2.1"}, "127.0.0.1"),
        (ONION, {}, "192.0.2.1"),
        (ONION, {}, ""),
    ],
)
def test_the_name_of_the_host_alone_makes_no_onion_service(
    base_url: str, headers: dict[str, str], address: str, tor: Tor
) -> None:
    asked = {"base_url": base_url, "headers": headers, "environ_base": {"REMOTE_ADDR": address}}
    answer = tor.app.test_client().get("/desk/sign-in", **asked)
    assert 'name="code"' not in answer.text
    # Over plain http, what was typed could be read on the way.
    assert answer.status_code == (200 if base_url.startswith("https") else 403)


@pytest.mark.parametrize("address", ["127.0.0.1", "::1"])
def test_tor_comes_from_this_machine(address: str, tor: Tor) -> None:
    asked = {"base_url": ONION, "environ_base": {"REMOTE_ADDR": address}}
    assert 'name="code"' in tor.app.test_client().get("/desk/sign-in", **asked).text


def test_over_https_networks_are_counted_whatever_the_host(tor: Tor) -> None:
    who = {"email": "ana@north.example", "password": "wrong"}
    over_tls = "https://abcdefgh.onion"
    asked = [
        send(tor.app.test_client(), "/desk/sign-in", over_tls, **who).status_code for _ in range(6)
    ]
    assert asked == [422] * 5 + [429]
