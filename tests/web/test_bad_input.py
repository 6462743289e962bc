"""Anything at all sent to any route that takes a body: a plain answer, and nothing changes.

The routes come from the application itself, so that a new one is tried without being named here.
"""

import dataclasses
import json
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect, text
from werkzeug.test import TestResponse

from pwa.app import MAX_BODY_BYTES, close_app, create_app
from pwa.config import Config
from pwa.desk.paths import is_desk
from pwa.kits.hashing import Argon2Hasher
from tests.support.clock import FixedClock

MANY = 100_000
CANARY = "zq7canary"
#: What a route may answer with when it was sent nonsense.
REFUSED = {200, 204, 400, 403, 404, 405, 413, 415, 422, 429}

SHARED = {"suppress_health_check": [HealthCheck.function_scoped_fixture], "deadline": None}

TEXTS = st.one_of(
    st.text(max_size=40),
    st.sampled_from([
        CANARY, "100000005639", "<script>zq7canary</script>", "\u202ezq7canary", "=1+1",
        "\x00", "' OR 1=1 --", "../../etc/passwd", "{{7*7}}", "9" * 400, "https://169.254.169.254/",
    ]),
)  # fmt: skip
NAMES = st.one_of(st.sampled_from(["code", "all", "endpoint", "id", "rule", "zone"]), TEXTS)
LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), TEXTS)
VALUES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(NAMES, inner, max_size=4)),
    max_leaves=12,
)
BODIES = st.one_of(
    VALUES.map(lambda value: json.dumps(value).encode()),
    st.dictionaries(NAMES, VALUES, max_size=5).map(lambda value: json.dumps(value).encode()),
    st.binary(max_size=200),
    st.text(max_size=60).map(lambda each: each.encode("utf-16")),
    st.sampled_from([b"", b"{", b"[" * 4000, b'{"code":"\\ud800"}', b'{"a":1,"a":2}', b"\xff"]),
)
TYPES = st.sampled_from([
    "application/json", "application/json; charset=utf-16", "text/plain", "multipart/form-data",
    "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "", "\u00e9/x",
])  # fmt: skip


@pytest.fixture
def open_app(config: Config, insecure_kdf: Argon2Hasher, clock: FixedClock) -> Iterator[Flask]:
    """The application with limits that nothing here reaches."""
    wide = dataclasses.replace(config, tries=MANY, all_tries=MANY)
    app = create_app(wide, hasher=insecure_kdf, clock=clock)
    yield app
    close_app(app)


def unsafe_routes(app: Flask) -> list[tuple[str, str]]:
    """Return method and path of every route that changes something, outside the desk."""
    return [
        (method, rule.rule.replace("<name>", "0" * 32).replace("<id>", "0" * 32))
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & {"POST", "PUT", "PATCH", "DELETE"})
        if not is_desk(rule.rule)
    ]


def all_rows(app: Flask) -> str:
    engine = app.extensions["pwa-engine"]
    with engine.connect() as connection:
        tables = sorted(inspect(connection).get_table_names())
        return str([connection.execute(text(f'SELECT * FROM "{each}"')).all() for each in tables])


def check(answer: TestResponse) -> None:
    assert answer.status_code in REFUSED
    assert CANARY not in answer.get_data(as_text=True)
    assert CANARY not in str(answer.headers)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_there_are_routes_to_try(open_app: Flask) -> None:
    assert {path for _, path in unsafe_routes(open_app)} >= {"/k", "/x"}


@settings(max_examples=120, **SHARED)  # type: ignore[arg-type]
@given(body=BODIES, kind=TYPES)
def test_any_body_gets_a_plain_answer_and_changes_nothing(
    open_app: Flask, body: bytes, kind: str
) -> None:
    before = all_rows(open_app)
    client = open_app.test_client()
    for method, path in unsafe_routes(open_app):
        headers: dict[str, Any] = {"Content-Type": kind} if kind.isascii() else {}
        check(client.open(path, method=method, data=body, headers=headers))
    assert all_rows(open_app) == before


@pytest.mark.parametrize("size", [MAX_BODY_BYTES + 1, 1_000_000])
def test_a_body_that_is_too_large_is_refused_everywhere(open_app: Flask, size: int) -> None:
    for method, path in unsafe_routes(open_app):
        answer = open_app.test_client().open(path, method=method, data=b"x" * size)
        assert answer.status_code in (413, 204, 400), path
        check(answer)


@settings(max_examples=100, **SHARED)  # type: ignore[arg-type]
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
def test_any_name_of_a_sheet_or_a_pack_is_an_ordinary_404(open_app: Flask, name: str) -> None:
    client = open_app.test_client()
    for folder in ("s", "p", "a"):
        answer = client.get(f"/{folder}/" + name.replace("/", "-").replace("?", "-"))
        assert answer.status_code in (404, 400, 308)
        assert "Set-Cookie" not in answer.headers
