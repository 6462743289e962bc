"""Databases for unit tests."""

import importlib.util
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from pwa import db
from tests.support.databases import find_server, private_cluster


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    if find_server("initdb") is None or find_server("pg_ctl") is None:
        pytest.skip("no PostgreSQL server on this machine")
    if importlib.util.find_spec("psycopg") is None:
        pytest.skip("psycopg is not installed: uv sync --all-extras")
    # pytest's own folders are closed to the user that PostgreSQL runs as.
    with (
        tempfile.TemporaryDirectory(prefix="pg") as folder,
        private_cluster(Path(folder)) as url,
    ):
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A database without a table, on each kind of server."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path / 'test.sqlite'}"
    else:
        url = request.getfixturevalue("postgres_url")
    engine = db.open_database(url)
    yield engine
    if request.param == "postgresql":
        with engine.begin() as connection:
            connection.execute(text("DROP SCHEMA public CASCADE"))
            connection.execute(text("CREATE SCHEMA public"))
    engine.dispose()


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    db.upgrade(empty_engine)
    return empty_engine
