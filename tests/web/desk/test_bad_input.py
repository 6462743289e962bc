"""Anything at all sent to the desk's JSON routes: a plain answer, and nothing changes."""

import re
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest
from flask import Flask
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.test import TestResponse

from tests.support.desk import Person, csrf_in
from tests.web.anything import BODIES, CANARY, KEY_BODIES, PARTS, REFUSED, SHARED, TYPES, all_rows
from tests.web.desk.routes import ROUTES

WITH_PARTS = [row for row in ROUTES if "<" in row.rule]
ASKED = ("/desk/journal?before=", "/desk/lines?country=", "/desk/aftercare?language=",
         "/desk/kits/new?country=", "/desk/closed?next=")  # fmt: skip
JSON = [row.rule for row in ROUTES if row.json]

Send = Callable[[str, bytes, str], TestResponse]


@pytest.fixture
def send(advocate: Person) -> Send:
    """Send a body to a path with the form value of a session that is good."""
    token = csrf_in(advocate.get("/desk/me"))

    def post(path: str, body: bytes, kind: str) -> TestResponse:
        headers: dict[str, Any] = {"X-CSRFToken": token}
        if kind.isascii():
            headers["Content-Type"] = kind
        return advocate.client.post(path, data=body, headers=headers)

    return post


def test_every_route_that_answers_in_json_is_known_as_one(admin: Person) -> None:
    found = set()
    for row in ROUTES:
        if "POST" in row.methods:
            # Some of them sign out, so the value is asked for each time.
            page = admin.get("/desk/")
            if page.status_code != 200:
                admin.sign_in()
                page = admin.get("/desk/")
            headers = {"X-CSRFToken": csrf_in(page)}
            answer = admin.client.post(row.path or row.rule, json={}, headers=headers)
            if answer.mimetype == "application/json":
                found.add(row.rule)
    assert found == set(JSON)


@settings(max_examples=60, **SHARED)  # type: ignore[arg-type]
@given(body=BODIES, kind=TYPES)
def test_any_body_gets_a_plain_answer_and_changes_nothing(
    app: Flask, send: Send, body: bytes, kind: str
) -> None:
    engine = app.extensions["pwa-engine"]
    before = all_rows(engine)
    for path in JSON:
        answer = send(path, body, kind)
        assert answer.status_code in REFUSED, path
        assert CANARY not in answer.get_data(as_text=True)
        assert CANARY not in str(answer.headers)
    assert all_rows(engine) == before


@settings(max_examples=40, **SHARED)  # type: ignore[arg-type]
@given(body=KEY_BODIES)
def test_any_passkey_gets_a_plain_answer_and_changes_nothing(
    app: Flask, send: Send, body: bytes
) -> None:
    engine = app.extensions["pwa-engine"]
    before = all_rows(engine)
    for path in JSON:
        answer = send(path, body, "application/json")
        assert answer.status_code in REFUSED, path
        assert CANARY not in answer.get_data(as_text=True)
    assert all_rows(engine) == before


def check_in_addresses(admin: Person, part: str) -> None:
    assert len(WITH_PARTS) > 10
    fields = {"csrf_token": csrf_in(admin.get("/desk/me"))}
    for row in WITH_PARTS:
        path = re.sub("<[^>]+>", quote(part, safe=""), row.rule)
        for method in row.methods.split():
            answer = admin.client.open(path, method=method, data=fields)
            assert answer.status_code in REFUSED | {303, 410}, path
    for path in ASKED:
        assert admin.get(path + quote(part, safe="")).status_code in REFUSED, path


@pytest.mark.parametrize("part", PARTS, ids=lambda part: ascii(part[:12]))
def test_no_number_or_name_in_an_address_is_too_much(admin: Person, part: str) -> None:
    check_in_addresses(admin, part)


@settings(max_examples=10, **SHARED)  # type: ignore[arg-type]
@given(part=st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40))
def test_any_text_in_an_address_gets_a_plain_answer(admin: Person, part: str) -> None:
    check_in_addresses(admin, part)


@pytest.mark.parametrize("path", JSON)
def test_a_body_that_is_too_large_is_refused(path: str, app: Flask, send: Send) -> None:
    before = all_rows(app.extensions["pwa-engine"])
    assert send(path, b"x" * 20_000, "application/json").status_code == 413
    assert all_rows(app.extensions["pwa-engine"]) == before
