"""`/r`: the whole contract, what is refused, and that no id is ever in an address."""

import json
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, text
from werkzeug.test import TestResponse

from pwa.app import MAX_BODY_BYTES, close_app, create_app
from pwa.config import read_config
from pwa.kits.hashing import Argon2Hasher
from pwa.reminders import views
from pwa.reminders.vapid import read_generation
from tests.conftest import TEST_KEYS

ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
OTHER = "https://web.push.apple.com/def"
RULE: dict[str, Any] = {
    "days": [2, 4],
    "from": "10:00",
    "to": "11:00",
    "zone": "America/New_York",
    "every": {"count": 1, "unit": "week"},
}
UNKNOWN = "A" * 43


def send(client: FlaskClient, method: str, body: object) -> TestResponse:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    return client.open("/r", method=method, data=data)


def create(client: FlaskClient, endpoint: str = ENDPOINT) -> str:
    answer = send(client, "POST", {"endpoint": endpoint, "rule": RULE})
    assert answer.status_code == 201
    made: str = answer.get_json()["id"]
    return made


def count(app: Flask) -> int:
    engine: Engine = app.extensions["pwa-engine"]
    with engine.connect() as connection:
        number: int = connection.execute(text("SELECT count(*) FROM reminder")).scalar_one()
    return number


def test_key_is_the_newest_ones_public_point(client: FlaskClient) -> None:
    answer = client.get("/r")
    newest = bytes.fromhex(TEST_KEYS["PWA_PUSH_KEYS"])
    assert answer.get_json() == {"key": read_generation(newest).public, "days": 90}
    assert len(answer.get_json()["key"]) == 87


def test_days_until_rest_are_the_operators(
    environ: dict[str, str], database_url: str, insecure_kdf: Argon2Hasher
) -> None:
    settings = {**environ, "DATABASE_URL": database_url, "PWA_REMINDER_REST_DAYS": "30"}
    app = create_app(read_config(settings), hasher=insecure_kdf)
    assert app.test_client().get("/r").get_json()["days"] == 30
    close_app(app)


def test_reminder_is_made_changed_and_deleted(client: FlaskClient, app: Flask) -> None:
    reminder_id = create(client)
    assert len(reminder_id) == 43
    changes: list[dict[str, Any]] = [
        {}, {"rule": RULE | {"days": [1]}}, {"endpoint": OTHER},
        {"rule": RULE | {"to": "24:00", "every": {"count": 90, "unit": "day"}}, "endpoint": OTHER},
    ]  # fmt: skip
    for change in changes:
        answer = send(client, "PUT", {"id": reminder_id, **change})
        assert (answer.status_code, answer.data) == (204, b"")
    assert send(client, "PUT", {"was": OTHER, "endpoint": ENDPOINT}).status_code == 204
    assert send(client, "DELETE", {"id": reminder_id}).status_code == 204
    assert count(app) == 0
    assert send(client, "PUT", {"id": reminder_id}).status_code == 404


def test_unknown_ids_and_endpoints_tell_nothing(client: FlaskClient) -> None:
    known, unknown = create(client), UNKNOWN
    answers = [send(client, "DELETE", {"id": each}) for each in (known, known, unknown, "", "x y")]
    assert {(each.status_code, each.data, *sorted(each.headers)) for each in answers} == {
        (204, b"", *sorted(answers[0].headers))
    }
    refused = [
        send(client, "PUT", {"was": each, "endpoint": "https://evil.example/"})
        for each in (ENDPOINT, "x")
    ]
    assert [each.status_code for each in refused] == [400, 400]
    assert refused[0].data == refused[1].data
    moved = [send(client, "PUT", {"was": each, "endpoint": OTHER}) for each in (ENDPOINT, "x")]
    assert [each.status_code for each in moved] == [204, 204]


def without(key: str) -> dict[str, Any]:
    return {name: value for name, value in RULE.items() if name != key}


BAD_RULES: list[Any] = [
    None, [], "daily", {}, *(without(key) for key in RULE), RULE | {"name": "x"},
    RULE | {"days": []}, RULE | {"days": [0]}, RULE | {"days": [8]}, RULE | {"days": [1, 1]},
    RULE | {"days": ["1"]}, RULE | {"days": [1.5]}, RULE | {"days": [True]},
    RULE | {"days": list(range(1, 8)) * 2}, RULE | {"days": 1},
    RULE | {"from": "10:46"}, RULE | {"from": "11:00"}, RULE | {"from": "12:00"},
    RULE | {"from": "24:00"}, RULE | {"to": "25:00"}, RULE | {"to": "00:00"}, RULE | {"to": "1:00"},
    RULE | {"to": "11:60"}, RULE | {"to": "11:00:00"}, RULE | {"to": "11:00\n"},
    RULE | {"to": "１１:00"}, RULE | {"from": 600},
    RULE | {"zone": ""}, RULE | {"zone": "Mars/Base"}, RULE | {"zone": "../../etc/passwd"},
    RULE | {"zone": "/etc/localtime"}, RULE | {"zone": "localtime"}, RULE | {"zone": "x" * 65},
    RULE | {"every": {"count": 0, "unit": "day"}}, RULE | {"every": {"count": 91, "unit": "day"}},
    RULE | {"every": {"count": 1, "unit": "month"}}, RULE | {"every": {"count": 1}},
    RULE | {"every": {"count": "1", "unit": "day"}}, RULE | {"every": None},
    RULE | {"every": {"count": 1, "unit": "day", "x": 1}},
]  # fmt: skip


@pytest.mark.parametrize("rule", BAD_RULES, ids=lambda rule: json.dumps(rule)[:70])
def test_bad_rule_is_refused(rule: object, client: FlaskClient, app: Flask) -> None:
    reminder_id = create(client)
    assert send(client, "POST", {"endpoint": ENDPOINT, "rule": rule}).status_code == 400
    if rule is not None:
        assert send(client, "PUT", {"id": reminder_id, "rule": rule}).status_code == 400
    assert count(app) == 1


def test_shortest_window_is_a_quarter_of_an_hour(client: FlaskClient) -> None:
    body = {"endpoint": ENDPOINT, "rule": RULE | {"from": "10:45"}}
    assert send(client, "POST", body).status_code == 201


GOOD = {"endpoint": ENDPOINT, "rule": RULE}
BAD_BODIES: list[tuple[str, Any]] = [
    ("POST", b""), ("POST", b"{"), ("POST", b"\xff"), ("POST", b"[" * MAX_BODY_BYTES),
    ("POST", []), ("POST", {}), ("POST", {"rule": RULE}), ("POST", {"endpoint": ENDPOINT}),
    ("POST", GOOD | {"name": "x"}), ("POST", GOOD | {"endpoint": 1}),
    ("POST", GOOD | {"endpoint": "https://127.0.0.1/a"}), ("POST", GOOD | {"endpoint": ""}),
    ("POST", GOOD | {"endpoint": "https://fcm.googleapis.com/" + "a" * 1024}),
    ("PUT", b""), ("PUT", {}), ("PUT", {"rule": RULE}), ("PUT", {"id": "short"}),
    ("PUT", {"id": UNKNOWN + "A"}), ("PUT", {"id": "é" * 43}), ("PUT", {"id": 1}),
    ("PUT", {"was": ENDPOINT}), ("PUT", {"id": UNKNOWN, "was": ENDPOINT, "endpoint": OTHER}),
    ("PUT", {"was": ENDPOINT, "endpoint": OTHER, "rule": RULE}),
    ("PUT", {"was": ENDPOINT, "endpoint": "https://evil.example/"}),
    ("PUT", {"id": UNKNOWN, "endpoint": "https://evil.example/"}), ("PUT", {"id": UNKNOWN, "x": 1}),
    ("DELETE", b""), ("DELETE", {}), ("DELETE", {"id": 1}), ("DELETE", {"id": "", "x": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("method", "body"), BAD_BODIES, ids=lambda each: str(each)[:70])
def test_bad_body_is_refused_neutrally(method: str, body: object, client: FlaskClient) -> None:
    answer = send(client, method, body)
    assert answer.status_code == 400
    assert b"evil" not in answer.data
    assert b"rule" not in answer.data


def test_large_body_is_refused(client: FlaskClient) -> None:
    assert send(client, "POST", b" " * (MAX_BODY_BYTES + 1)).status_code == 413


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_other_sites_may_change_nothing(method: str, client: FlaskClient, app: Flask) -> None:
    reminder_id = create(client)
    body = {"POST": GOOD, "PUT": {"id": reminder_id}, "DELETE": {"id": reminder_id}}[method]
    answer = client.open("/r", method=method, json=body, headers={"Sec-Fetch-Site": "cross-site"})
    assert answer.status_code == 403
    assert count(app) == 1


@pytest.mark.parametrize(
    ("method", "most"), [("POST", 60), ("PUT", 600), ("DELETE", 600)]
)  # fmt: skip
def test_one_network_asks_so_often_and_no_more(method: str, most: int, client: FlaskClient) -> None:
    answers = [send(client, method, {"id": UNKNOWN}).status_code for _ in range(most + 1)]
    assert answers[-2:] == [{"PUT": 404, "DELETE": 204, "POST": 400}[method], 429]
    elsewhere = client.open(
        "/r", method=method, json={"id": UNKNOWN}, environ_base={"REMOTE_ADDR": "198.51.100.7"}
    )
    assert elsewhere.status_code != 429


def test_all_networks_together_make_so_many_and_no_more(
    environ: dict[str, str],
    database_url: str,
    insecure_kdf: Argon2Hasher,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(views, "MAX_MADE_BY_ALL", "3 per hour")
    app = create_app(read_config({**environ, "DATABASE_URL": database_url}), hasher=insecure_kdf)
    answers = [
        app.test_client().post("/r", json=GOOD, environ_base={"REMOTE_ADDR": f"198.51.100.{each}"})
        for each in range(4)
    ]
    assert [each.status_code for each in answers] == [201, 201, 201, 429]
    close_app(app)


@pytest.mark.parametrize("missing", ["PWA_REMINDER_KEY", "PWA_PUSH_KEYS"])
def test_without_keys_there_are_no_reminders(
    missing: str, environ: dict[str, str], database_url: str, insecure_kdf: Argon2Hasher
) -> None:
    del environ[missing]
    config = read_config({**environ, "DATABASE_URL": database_url})
    app = create_app(config, hasher=insecure_kdf)
    client = app.test_client()
    bodies = {"GET": b"", "POST": GOOD, "PUT": {"id": UNKNOWN}, "DELETE": {"id": UNKNOWN}}
    assert {send(client, method, body).status_code for method, body in bodies.items()} == {404}
    close_app(app)
