"""Which requests are refused: from other sites, too large, for other hosts; and what exit does."""

import dataclasses
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from pwa.app import MAX_BODY_BYTES, close_app, create_app
from pwa.config import Config
from pwa.kits.hashing import Argon2Hasher

UNSAFE = ["/x", "/k"]
OWN = [
    {"Sec-Fetch-Site": "same-origin"},
    {"Sec-Fetch-Site": "none"},
    {"Origin": "http://localhost"},
    {"Origin": "https://localhost"},
    {},
]
FOREIGN = [
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": ""},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
    {"Origin": "https://elsewhere.example"},
    {"Origin": "http://localhost:81"},
    {"Origin": "null"},
    {"Origin": "http://[broken"},
]


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize("headers", OWN, ids=str)
def test_own_pages_may_post(path: str, headers: dict[str, str], client: FlaskClient) -> None:
    assert client.post(path, headers=headers).status_code == 204


@pytest.mark.parametrize("path", UNSAFE)
@pytest.mark.parametrize("headers", FOREIGN, ids=str)
def test_other_sites_may_not_post(path: str, headers: dict[str, str], client: FlaskClient) -> None:
    answer = client.post(path, headers=headers)
    assert answer.status_code == 403
    assert "Clear-Site-Data" not in answer.headers


def test_other_sites_may_link_here(client: FlaskClient) -> None:
    assert client.get("/list/", headers={"Sec-Fetch-Site": "cross-site"}).status_code == 200


@pytest.mark.parametrize("path", UNSAFE)
def test_large_body_is_refused(path: str, client: FlaskClient) -> None:
    assert client.post(path, data=b" " * MAX_BODY_BYTES).status_code == 204
    assert client.post(path, data=b" " * (MAX_BODY_BYTES + 1)).status_code == 413


@pytest.mark.parametrize("path", ["/", "/list/", "/healthz", "/nothing"])
def test_other_host_is_refused(path: str, client: FlaskClient) -> None:
    answer = client.get(path, headers={"Host": "elsewhere.example"})
    assert answer.status_code == 400
    assert b"elsewhere" not in answer.data


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:8000"])
def test_own_host_is_answered(host: str, client: FlaskClient) -> None:
    assert client.get("/list/", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    ("body", "cleared"),
    [
        (b"", '"cache"'),
        (b"{}", '"cache"'),
        (b'{"all":false}', '"cache"'),
        (b'{"all":1}', '"cache"'),
        (b'["all"]', '"cache"'),
        (b"\xff", '"cache"'),
        (b"[" * MAX_BODY_BYTES, '"cache"'),
        (b'{"all":true}', '"cache", "cookies", "storage"'),
    ],
)
def test_exit_clears_what_is_asked(body: bytes, cleared: str, client: FlaskClient) -> None:
    answer = client.post("/x", data=body, content_type="application/json")
    assert (answer.status_code, answer.data) == (204, b"")
    assert answer.headers["Clear-Site-Data"] == cleared


def test_health_says_ready(client: FlaskClient) -> None:
    answer = client.get("/healthz")
    assert (answer.status_code, json.loads(answer.data)) == (200, {"ready": True})


@pytest.mark.parametrize("kind", ["sqlite"])
def test_health_says_when_the_database_is_gone(
    config: Config, sqlite_file: Path, tmp_path: Path, insecure_kdf: Argon2Hasher
) -> None:
    path = tmp_path / "own.sqlite"
    shutil.copyfile(sqlite_file, path)
    own = dataclasses.replace(config, database_url=f"sqlite:///{path}")
    app = create_app(own, hasher=insecure_kdf)
    close_app(app)
    path.unlink()
    path.mkdir()
    answer = app.test_client().get("/healthz")
    assert (answer.status_code, json.loads(answer.data)) == (503, {"ready": False})


@pytest.fixture
def proxied(config: Config, insecure_kdf: Argon2Hasher) -> Iterator[FlaskClient]:
    behind = dataclasses.replace(config, proxies=1, trusted_hosts=("list.example",), tries=1)
    app = create_app(behind, hasher=insecure_kdf)
    yield app.test_client()
    close_app(app)


def test_proxy_tells_host_and_network(proxied: FlaskClient) -> None:
    def ask(network: str) -> int:
        headers = {"X-Forwarded-Host": "list.example", "X-Forwarded-For": network}
        return proxied.post("/k", headers=headers).status_code

    assert [ask("192.0.2.1"), ask("192.0.2.1"), ask("192.0.2.2")] == [204, 429, 204]


def test_unproxied_server_believes_no_forwarded_header(client: FlaskClient) -> None:
    headers = {"X-Forwarded-Host": "elsewhere.example", "X-Forwarded-For": "192.0.2.9"}
    assert client.get("/list/", headers=headers).status_code == 200
