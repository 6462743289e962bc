"""Server fixtures: a small built client, settings, a database, an application.

One application and one database of each kind serve every test that changes neither: the rows go
before each. What is made for one test alone is called `own_`.
"""

import importlib.util
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_limiter import Limiter
from hypothesis import HealthCheck, settings

from pwa.app import close_app, create_app
from pwa.config import Config, read_config
from pwa.kits.hashing import Argon2Hasher
from tests.support.built import write_built
from tests.support.clock import FixedClock
from tests.support.databases import LACKING, has_server, private_cluster
from tests.support.migrated import Migrated, migrated_file, migrated_postgresql, migrated_sqlite

# How long one example takes says how busy the machine is, and no more.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")

TEST_KEYS = {
    "PWA_CODE_PEPPER": "11" * 32,
    "PWA_PACK_KEY": "22" * 32,
    "PWA_DESK_KEY": "33" * 32,
    "PWA_SIGN_KEY": "44" * 32,
    "PWA_REMINDER_KEY": "55" * 32,
    "PWA_PUSH_KEYS": "66" * 32,
}


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_built(tmp_path_factory.mktemp("built"))


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    if not has_server():
        pytest.skip(LACKING)
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: uv sync --all-extras")
    # pytest's own folders are closed to the user that PostgreSQL runs as.
    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        private_cluster(Path(folder)) as url,
    ):
        yield url


@pytest.fixture
def kind() -> str:
    """Which database a test runs on; a folder whose tests run on both says so in its own."""
    return "sqlite"


@pytest.fixture(scope="session")
def sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return migrated_file(tmp_path_factory.mktemp("tables"))


@pytest.fixture(scope="session")
def sqlite(sqlite_file: Path) -> Iterator[Migrated]:
    with migrated_sqlite(sqlite_file, sqlite_file.with_name("pwa.sqlite")) as made:
        yield made


@pytest.fixture(scope="session")
def postgresql(postgres_url: str) -> Iterator[Migrated]:
    with migrated_postgresql(postgres_url) as made:
        yield made


@pytest.fixture
def database_url(kind: str, request: pytest.FixtureRequest) -> str:
    """A database with every table and no row."""
    made: Migrated = request.getfixturevalue(kind)
    made.empty()
    return made.url


@pytest.fixture
def environ(tmp_path: Path, built: Path) -> dict[str, str]:
    return {**TEST_KEYS, "PWA_VAR": str(tmp_path / "var"), "PWA_BUILT": str(built)}


@pytest.fixture
def config(environ: dict[str, str], database_url: str) -> Config:
    return read_config({**environ, "DATABASE_URL": database_url})


@pytest.fixture(scope="session")
def one_clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def clock(one_clock: FixedClock) -> FixedClock:
    """The clock that the application looks at, set anew."""
    one_clock.now_s = FixedClock().now_s
    return one_clock


@pytest.fixture(scope="session")
def insecure_kdf() -> Argon2Hasher:
    """Argon2id at its cheapest: for tests of what happens around it."""
    return Argon2Hasher(time_cost=1, memory_kib=8)


@pytest.fixture(scope="session")
def app_on(
    built: Path, insecure_kdf: Argon2Hasher, one_clock: FixedClock
) -> Iterator[Callable[[str], Flask]]:
    """The one application on a database."""
    environ = {**TEST_KEYS, "PWA_VAR": str(built / "none"), "PWA_BUILT": str(built)}
    with ExitStack() as stack:

        @cache
        def open_app(url: str) -> Flask:
            config = read_config({**environ, "DATABASE_URL": url})
            app = create_app(config, hasher=insecure_kdf, clock=one_clock)
            stack.callback(close_app, app)
            return app

        yield open_app


@pytest.fixture
def app(app_on: Callable[[str], Flask], database_url: str, clock: FixedClock) -> Flask:
    """The application, with no row and no try behind it. Change nothing of it."""
    _ = clock
    app = app_on(database_url)
    for each in app.extensions["limiter"]:
        assert isinstance(each, Limiter)
        each.reset()
    return app


@pytest.fixture
def own_app(config: Config, insecure_kdf: Argon2Hasher, clock: FixedClock) -> Iterator[Flask]:
    """An application that a test may change."""
    app = create_app(config, hasher=insecure_kdf, clock=clock)
    yield app
    close_app(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
