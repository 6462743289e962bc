"""`POST /k` over HTTP: one answer for a good code, one for all others, limited."""

import dataclasses
import json
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pwa import db
from pwa.app import close_app, create_app
from pwa.config import Config
from pwa.kits.codes import make_code
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.limits import network_of
from pwa.kits.order import Order
from pwa.kits.service import KitService
from tests.support.clock import FixedClock

SERVICE = {"name": "North house", "what": "beds", "call": "1", "text": "", "hours": "always"}


@pytest.fixture
def service(config: Config, insecure_kdf: Argon2Hasher, clock: FixedClock) -> Iterator[KitService]:
    engine = db.open_database(config.database_url)
    yield KitService(db.open_sessions(engine), config.code_pepper, insecure_kdf, clock)
    engine.dispose()


def test_good_code_brings_its_kit_once(client: FlaskClient, service: KitService) -> None:
    site = "https://example.org/"
    order = Order(language="es", country="MX", exit_site=site, uses=1, services=[SERVICE])
    code = service.create(order)
    answer = client.post("/k", json={"code": code})
    assert (answer.status_code, answer.mimetype) == (200, "application/json")
    kit = json.loads(answer.data)
    packs, notes = kit.pop("packs"), kit.pop("notes")
    assert kit == {
        "pack": packs["es"],
        "language": "es",
        "country": "MX",
        "exitSite": site,
        "services": [SERVICE],
    }
    assert client.get(packs["es"]).data.startswith(b"export const pack = 'a es'")
    assert client.get(packs["en"]).data.startswith(b"export const pack = 'a en'")
    assert client.get(notes).data.startswith(b"export const pack = 'b es'")
    again = client.post("/k", json={"code": code})
    assert (again.status_code, again.data) == (204, b"")


WRONG = [
    b"",
    b"null",
    b"[]",
    b'{"code":null}',
    b'{"code":123456789012}',
    b'{"code":""}',
    b'{"code":"123456789012"}',
    b'{"code":"' + b"1" * 4000 + b'"}',
    b"not json",
    b"\xff\xfe",
    b"[" * 4000,
]


def test_every_wrong_code_gets_the_same_answer(
    client: FlaskClient, service: KitService, clock: FixedClock
) -> None:
    expired = service.create(Order(days=1))
    used = service.create(Order(days=7, uses=1))
    revoked = service.create(Order(days=7))
    service.use(used)
    service.revoke(3)
    clock.move(2 * 86_400)
    whole = (expired, used, revoked, guess(5))
    bodies = WRONG + [json.dumps({"code": code}).encode() for code in whole]
    answers = [client.post("/k", data=body) for body in bodies]
    assert {(a.status, a.data, str(sorted(a.headers))) for a in answers} == {
        ("204 NO CONTENT", b"", str(sorted(answers[0].headers)))
    }


def limited_client(config: Config, hasher: Argon2Hasher, tries: int, all_tries: int) -> Flask:
    limited = dataclasses.replace(config, tries=tries, all_tries=all_tries, workers=1)
    return create_app(limited, hasher=hasher)


def test_one_network_is_limited(config: Config, insecure_kdf: Argon2Hasher) -> None:
    app = limited_client(config, insecure_kdf, tries=2, all_tries=100)

    def ask(address: str) -> int:
        client = app.test_client()
        return client.post("/k", environ_base={"REMOTE_ADDR": address}).status_code

    assert [ask("192.0.2.1") for _ in range(3)] == [204, 204, 429]
    assert ask("192.0.2.2") == 204
    close_app(app)


def test_everybody_together_is_limited(config: Config, insecure_kdf: Argon2Hasher) -> None:
    app = limited_client(config, insecure_kdf, tries=100, all_tries=2)

    asked = [ask(app, guess(each), f"192.0.2.{each}") for each in range(3)]
    assert asked == [204, 204, 429]
    close_app(app)


def ask(app: Flask, code: str, address: str) -> int:
    client = app.test_client()
    return client.post("/k", json={"code": code}, environ_base={"REMOTE_ADDR": address}).status_code


def guess(number: int) -> str:
    """Return one of the codes that nobody made."""
    return make_code(lambda _below: number)


@pytest.mark.parametrize(
    "malformed", ["", "1", "123456789012", "1" * 4000, guess(5)[:-1], f"{guess(5)}0", "x" * 12]
)
def test_what_is_no_code_does_not_use_up_the_hour_of_everybody(
    malformed: str, config: Config, insecure_kdf: Argon2Hasher, service: KitService
) -> None:
    app = limited_client(config, insecure_kdf, tries=3, all_tries=1)
    code = service.create(Order(uses=5))
    crowd = [ask(app, malformed, f"192.0.2.{each}") for each in range(5)]
    assert crowd == [204] * 5
    assert ask(app, code, "198.51.100.1") == 200
    # It still counts for the network that it came from.
    assert [ask(app, malformed, "192.0.2.9") for _ in range(4)] == [204, 204, 204, 429]
    close_app(app)


def test_good_code_does_not_use_up_the_hour_of_everybody(
    config: Config, insecure_kdf: Argon2Hasher, service: KitService
) -> None:
    app = limited_client(config, insecure_kdf, tries=100, all_tries=1)
    code = service.create(Order(uses=3))
    assert [ask(app, code, f"192.0.2.{each}") for each in range(3)] == [200] * 3
    assert [ask(app, guess(each), "192.0.2.9") for each in range(2)] == [204, 429]
    close_app(app)


def test_limit_keeps_no_address(config: Config, insecure_kdf: Argon2Hasher) -> None:
    app = limited_client(config, insecure_kdf, tries=9, all_tries=9)
    assert ask(app, guess(0), "192.0.2.77") == 204
    (limiter,) = app.extensions["limiter"]
    kept = str(vars(limiter.storage))
    assert "everybody" in kept, "the probe must see the counts"
    assert "192.0.2.77" not in kept
    close_app(app)


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.1", "192.0.2.1"),
        ("::ffff:192.0.2.1", "192.0.2.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("", "unknown"),
        ("socket", "unknown"),
    ],
)
def test_network_of_an_address(address: str, network: str) -> None:
    assert network_of(address) == network
