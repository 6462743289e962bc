"""Joining, signing in and out, and showing once more that it is you."""

import re

import pyotp
import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient

from pwa import cli
from pwa.config import Config
from tests.conftest import TEST_KEYS
from tests.support.clock import FixedClock
from tests.support.desk import PASSWORD, Person, csrf_in


def test_an_administrator_joins_by_the_link_of_the_command_line(
    client: FlaskClient, config: Config, clock: FixedClock
) -> None:
    environ = {
        **TEST_KEYS,
        "PWA_VAR": str(config.var),
        "PWA_BUILT": str(config.built),
        "DATABASE_URL": config.database_url,
    }
    words = ["desk", "create-admin", "--agency", "North House", "--email", "Marta@North.example",
             "--name", "Marta"]  # fmt: skip
    done = CliRunner().invoke(cli.main, words, env=environ)
    found = re.search(r"^Link (/desk/join/\S+)$", done.output, re.MULTILINE)
    assert found is not None, done.output
    # The command line has the real time, and links last three days from then.
    import time

    clock.now_s = time.time()
    page = client.get(found[1])
    text = page.get_data(as_text=True)
    key = re.search(r'<code class="key">([A-Z2-7 ]+)</code>', text)
    assert key is not None
    assert "marta@north.example" in text
    code = pyotp.TOTP(key[1].replace(" ", "")).at(int(clock()))
    fields = {"name": "Marta", "password": PASSWORD, "code": code, "csrf_token": csrf_in(page)}
    done_page = client.post(found[1], data=fields)
    assert done_page.status_code == 200
    codes = re.findall(r"<code>([2-9a-z]{5}-[2-9a-z]{5})</code>", done_page.get_data(as_text=True))
    assert len(set(codes)) == 10
    assert client.get("/desk/").status_code == 200
    again = client.get(found[1])
    assert (again.status_code, "does not work any more" in again.get_data(as_text=True)) == (
        410,
        True,
    )


def test_both_steps_let_a_member_in_and_signing_out_ends_it(ana: Person) -> None:
    ana.sign_in()
    assert "Good to see you, Ana" in ana.get("/desk/").get_data(as_text=True)
    done = ana.post("/desk/sign-out", form_at="/desk/")
    assert (done.status_code, done.headers["Location"]) == (303, "/desk/signed-out")
    assert ana.get("/desk/").status_code == 303
    assert "signed out" in ana.get("/desk/signed-out").get_data(as_text=True)


def test_signing_in_goes_on_to_the_page_that_was_asked_for(ana: Person) -> None:
    location = ana.get("/desk/confirm").headers["Location"]
    assert location == "/desk/sign-in?next=/desk/confirm"
    fields = {"email": ana.email, "password": PASSWORD}
    step = ana.post(location, **fields).headers["Location"]
    assert ana.post(step, code=ana.code()).headers["Location"] == "/desk/confirm"


@pytest.mark.parametrize("field", ["password", "code"])
def test_confirming_needs_both(field: str, advocate: Person) -> None:
    good = {"password": PASSWORD, "code": advocate.code()}
    bad = good | {field: "000000"}
    assert advocate.post("/desk/confirm", **bad).status_code == 422
    answer = advocate.post("/desk/confirm?next=/desk/", **good | {"code": advocate.code()})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/desk/")


def test_a_missing_field_is_named(app: Flask, ana: Person) -> None:
    _ = app
    answer = ana.post("/desk/sign-in", email="", password="")
    assert answer.status_code == 200
    assert answer.get_data(as_text=True).count("Please fill this in.") == 2
