"""The desk changes nothing on the other routes, and with a host of its own is nowhere else."""

import dataclasses
from collections.abc import Iterator
from itertools import product

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pwa.app import close_app, create_app
from pwa.config import Config
from pwa.desk.views import home
from pwa.kits.hashing import Argon2Hasher
from tests.support.desk import Person
from tests.support.expected import faults
from tests.web.desk.routes import ROUTES

COVER_ROUTES = [("GET", "/list/"), ("POST", "/k"), ("POST", "/x"), ("GET", "/healthz"),
                ("GET", "/nothing"), ("GET", "/desky"), ("GET", "/calculator/sw.js")]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), COVER_ROUTES)
def test_other_routes_know_no_session(method: str, path: str, advocate: Person) -> None:
    answer = advocate.client.open(path, method=method)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")
    with advocate.client.application.test_request_context(path):
        from flask import session

        with pytest.raises(RuntimeError, match="session is unavailable"):
            session["x"] = 1


@pytest.mark.parametrize(("method", "path"), COVER_ROUTES)
def test_other_routes_answer_members_as_anybody(
    method: str, path: str, advocate: Person, client: FlaskClient
) -> None:
    member, anybody = advocate.client.open(path, method=method), client.open(path, method=method)
    assert (member.status, member.data) == (anybody.status, anybody.data)
    assert sorted(member.headers) == sorted(anybody.headers)


def test_an_unknown_path_of_the_desk_is_as_unknown_as_any_other(client: FlaskClient) -> None:
    answer, other = client.get("/desk/nothing"), client.get("/nothing")
    assert (answer.status, answer.data) == (other.status, other.data)
    assert sorted(answer.headers) == sorted(other.headers)


def test_forms_of_other_routes_need_no_value(client: FlaskClient) -> None:
    assert client.post("/k", json={"code": "1"}).status_code == 204


@pytest.fixture
def split(config: Config, insecure_kdf: Argon2Hasher) -> Iterator[FlaskClient]:
    own = dataclasses.replace(config, desk_host="desk.example", trusted_hosts=("list.example",))
    app = create_app(own, hasher=insecure_kdf)
    yield app.test_client()
    close_app(app)


def test_desk_is_nowhere_but_on_its_own_host(split: FlaskClient) -> None:
    host = {"Host": "list.example"}
    for row, method in product(ROUTES, ["GET", "POST"]):
        answer = split.open(row.path or row.rule, method=method, headers=host)
        other = split.open("/nothing", method=method, headers=host)
        assert answer.status_code == other.status_code == 404
        assert answer.data == other.data
        assert sorted(answer.headers) == sorted(other.headers), row.rule
        assert faults("error", answer.headers, "") == set()


def test_desks_host_has_nothing_else(split: FlaskClient) -> None:
    paths = ["/list/", "/k", "/x", "/a/none.js", "/p/none", "/nothing"]
    for path, method in product(paths, ["GET", "POST"]):
        answer = split.open(path, method=method, headers={"Host": "desk.example:8000"})
        assert answer.status_code == 404, path
        assert faults("error", answer.headers, "") == set()


def test_desks_host_leads_to_the_desk(split: FlaskClient) -> None:
    answer = split.get("/", headers={"Host": "desk.example"})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    assert split.get("/healthz", headers={"Host": "desk.example"}).status_code == 200


@pytest.mark.parametrize(
    ("host", "secure", "status"),
    [
        ("desk.example", False, 403),
        ("desk.example", True, 200),
    ],
)
def test_signing_in_wants_a_protected_line(
    host: str, secure: bool, status: int, split: FlaskClient
) -> None:
    scheme = "https" if secure else "http"
    answer = split.get("/desk/sign-in", base_url=f"{scheme}://{host}")
    assert answer.status_code == status


def test_a_failure_of_the_desk_shows_nothing_of_it(
    app: Flask, advocate: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("canary")

    monkeypatch.setattr(home, "show", fail)
    app.testing = False
    answer = advocate.get("/desk/")
    assert answer.status_code == 500
    assert b"canary" not in answer.data
    # The page leaves the screen like any other.
    assert answer.headers.pop("Refresh", "").endswith("?next=/desk/")
    assert faults("desk", answer.headers, "") == set()
