"""Anything at all sent to any route that takes a body: a plain answer, and nothing changes.

The routes come from the application itself, so that a new one is tried without being named here.
"""

import dataclasses
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from pwa.app import MAX_BODY_BYTES, close_app, create_app
from pwa.config import Config
from pwa.desk.paths import is_desk
from pwa.kits.hashing import Argon2Hasher
from tests.support.clock import FixedClock
from tests.web.anything import BODIES, CANARY, REFUSED, SHARED, TYPES, all_rows

MANY = 100_000


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


def check(answer: TestResponse) -> None:
    assert answer.status_code in REFUSED
    assert CANARY not in answer.get_data(as_text=True)
    assert CANARY not in str(answer.headers)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Set-Cookie" not in answer.headers


def test_these_routes_are_tried_and_a_new_one_is_noticed(open_app: Flask) -> None:
    assert set(unsafe_routes(open_app)) == {
        ("POST", "/k"), ("POST", "/x"), ("POST", "/r"), ("PUT", "/r"), ("DELETE", "/r"),
    }  # fmt: skip


@settings(max_examples=120, **SHARED)  # type: ignore[arg-type]
@given(body=BODIES, kind=TYPES)
def test_any_body_gets_a_plain_answer_and_changes_nothing(
    open_app: Flask, body: bytes, kind: str
) -> None:
    before = all_rows(open_app.extensions["pwa-engine"])
    client = open_app.test_client()
    for method, path in unsafe_routes(open_app):
        headers: dict[str, Any] = {"Content-Type": kind} if kind.isascii() else {}
        check(client.open(path, method=method, data=body, headers=headers))
    assert all_rows(open_app.extensions["pwa-engine"]) == before


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
