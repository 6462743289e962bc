"""Server fixtures: a small built client, settings, a database, an application."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from pwa import db
from pwa.app import close_app, create_app
from pwa.config import Config, read_config
from pwa.kits.hashing import Argon2Hasher
from tests.support.built import write_built
from tests.support.clock import FixedClock

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


@pytest.fixture
def environ(tmp_path: Path, built: Path) -> dict[str, str]:
    return {**TEST_KEYS, "PWA_VAR": str(tmp_path / "var"), "PWA_BUILT": str(built)}


@pytest.fixture
def config(environ: dict[str, str]) -> Config:
    config = read_config(environ)
    engine = db.open_database(config.database_url)
    db.upgrade(engine)
    engine.dispose()
    return config


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def insecure_kdf() -> Argon2Hasher:
    """Argon2id at its cheapest: for tests of what happens around it."""
    return Argon2Hasher(time_cost=1, memory_kib=8)


@pytest.fixture
def app(config: Config, insecure_kdf: Argon2Hasher, clock: FixedClock) -> Iterator[Flask]:
    app = create_app(config, hasher=insecure_kdf, clock=clock)
    yield app
    close_app(app)


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    return app.test_client()
