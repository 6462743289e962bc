"""Every route carries exactly its header set, and the check for each header can fail."""

import base64
import hashlib
import hmac
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from pwa.desk.paths import is_desk
from tests.support.built import EARLIER
from tests.support.expected import EXPECTED, faults


class Case(NamedTuple):
    """One request to a route, and what it must be answered with."""

    route: str
    request: str
    status: int
    kind: str


CASES = [
    Case("/", "GET /", 302, "redirect"),
    Case("/favicon.ico", "GET /favicon.ico", 302, "redirect"),
    Case("/list", "GET /list", 302, "redirect"),
    Case("/list/", "GET /list/", 200, "cover"),
    Case("/list/b", "GET /list/b", 200, "bounce"),
    Case("/list/manifest.webmanifest", "GET /list/manifest.webmanifest", 200, "manifest"),
    Case("/list/sw.js", "GET /list/sw.js", 200, "worker"),
    Case("/calculator", "GET /calculator", 302, "redirect"),
    Case("/calculator/", "GET /calculator/", 200, "cover"),
    Case("/calculator/b", "GET /calculator/b", 200, "bounce"),
    Case(
        "/calculator/manifest.webmanifest", "GET /calculator/manifest.webmanifest", 200, "manifest"
    ),
    Case("/calculator/sw.js", "GET /calculator/sw.js", 200, "worker"),
    Case("/a/<name>", "GET {list.js}", 200, "asset"),
    Case("/a/<name>", "GET {keeper.js}", 200, "keeper"),
    Case("/a/<name>", "GET /a/none.js", 404, "error"),
    Case("/p/<name>", "GET {pack a.en}", 200, "pack"),
    Case("/p/<name>", "GET /p/none", 404, "error"),
    Case("/k", "POST /k", 204, "api"),
    Case("/k", "GET /k", 405, "error"),
    Case("/s/<name>", "GET /s/" + "0" * 32, 404, "error"),
    Case("/s/<name>", "GET /s/none", 404, "error"),
    Case("/x", "POST /x", 204, "api"),
    Case("/r", "GET /r", 200, "api"),
    Case("/r", "POST /r", 400, "error"),
    Case("/r", "PUT /r", 400, "error"),
    Case("/r", "DELETE /r", 400, "error"),
    Case("/r", "PATCH /r", 405, "error"),
    Case("/healthz", "GET /healthz", 200, "health"),
]
# What no route answers.
ELSEWHERE = [
    ("GET /nothing", 404),
    ("GET /list//", 404),
    ("GET /list/index.html", 404),
    ("GET /a/%2e%2e/list/", 404),
    ("OPTIONS /list/", 405),
    ("DELETE /list/", 405),
    ("TRACE /", 405),
    ("GET /%00", 404),
]


Visit = Callable[[str], TestResponse]


@pytest.fixture
def paths(built: Path) -> dict[str, str]:
    """The paths that change with the build: every asset, and the packs of these test keys."""
    manifest = json.loads((built / "manifest.json").read_text())
    key = bytes([0x22] * 32)
    packs = {
        name: hmac.new(key, f"pack {name}".encode(), hashlib.sha256).hexdigest()[:32]
        for name in manifest["packs"]
    }
    names: dict[str, str] = manifest["assets"]
    return names | {f"pack {name}": f"/p/{id_}" for name, id_ in packs.items()}


@pytest.fixture
def visit(client: FlaskClient, paths: dict[str, str]) -> Visit:
    def send(request: str) -> TestResponse:
        method, path = request.split(" ", 1)
        return client.open(paths.get(path.strip("{}"), path), method=method)

    return send


def hashes_for(kind: str, answer: TestResponse, built: Path) -> str:
    """Return the code hashes that this answer's policy must hold, worked out from the bytes."""
    if kind == "bounce":
        script = re.search(r"<script>(.*)</script>", answer.get_data(as_text=True))
        assert script is not None
        digest = hashlib.sha256(script[1].encode()).digest()
        return f"'sha256-{base64.b64encode(digest).decode()}'"
    manifest = json.loads((built / "manifest.json").read_text())
    own = [pack["hash"] for pack in manifest["packs"].values()]
    return " ".join(f"'{each}'" for each in (*own, EARLIER))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_route_carries_its_header_set(case: Case, visit: Visit, built: Path) -> None:
    answer = visit(case.request)
    assert answer.status_code == case.status
    assert faults(case.kind, answer.headers, hashes_for(case.kind, answer, built)) == set()


@pytest.mark.parametrize(
    ("case", "header"),
    [(case, header) for case in CASES for header in EXPECTED[case.kind]],
    ids=str,
)
def test_missing_header_is_noticed(case: Case, header: str, visit: Visit, built: Path) -> None:
    answer = visit(case.request)
    hashes = hashes_for(case.kind, answer, built)
    del answer.headers[header]
    assert faults(case.kind, answer.headers, hashes) == {header}


def test_unexpected_header_is_noticed(visit: Visit) -> None:
    answer = visit("GET /healthz")
    answer.headers["X-Powered-By"] = "something"
    assert faults("health", answer.headers, "") == {"X-Powered-By"}


def test_every_route_is_in_the_table(app: Flask) -> None:
    # Those of the desk have a table of their own: tests/web/desk/routes.py.
    routes = {rule.rule for rule in app.url_map.iter_rules() if not is_desk(rule.rule)}
    assert routes == {case.route for case in CASES}


@pytest.mark.parametrize(("request_line", "status"), ELSEWHERE)
def test_refusals_carry_their_header_set(request_line: str, status: int, visit: Visit) -> None:
    answer = visit(request_line)
    assert answer.status_code == status
    assert faults("error", answer.headers, "") == set()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_no_answer_sets_a_cookie(case: Case, visit: Visit, client: FlaskClient) -> None:
    client.set_cookie("from-elsewhere", "1")
    answer = visit(case.request)
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers.get("Vary", "")


def test_only_the_keeper_may_compile_webassembly(visit: Visit, paths: dict[str, str]) -> None:
    everything = [*paths.values(), "/list/", "/list/sw.js", "/list/b", "/calculator/"]
    policies = {
        path: visit(f"GET {path}").headers["Content-Security-Policy"] for path in everything
    }
    allowed = [path for path, policy in policies.items() if "wasm-unsafe-eval" in policy]
    assert allowed == [paths["keeper.js"]]
