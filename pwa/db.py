"""The database: one engine, its sessions and its migrations; SQLite or PostgreSQL."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from importlib import resources
from pathlib import Path
from typing import Any

from alembic import command
from alembic.config import Config as AlembicConfig
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Session, sessionmaker
from sqlalchemy.pool import NullPool, Pool

from pwa.errors import DatabaseBehind, DatabaseUnreachable, SettingInvalid

BUSY_TIMEOUT_S = 5
Sessions = sessionmaker[Session]
# Each has its own way of saying the same.
INSERTS: Mapping[str, Any] = {"sqlite": sqlite.insert, "postgresql": postgresql.insert}


class Base(DeclarativeBase):
    """Every table's base."""


def open_database(
    database_url: str, *, asks_first: bool = True, pool: type[Pool] | None = None
) -> Engine:
    """Return an engine for the URL; nothing is read or written yet.

    Whoever tries again by himself need not ask each connection first whether it is still there.
    Raises `SettingInvalid` when the URL names neither SQLite nor PostgreSQL.
    """
    url = _understand(database_url)
    # Statements in error messages never show their parameters.
    try:
        engine = create_engine(url, hide_parameters=True, pool_pre_ping=asks_first, poolclass=pool)
    except ImportError as error:
        raise SettingInvalid(
            "DATABASE_URL names PostgreSQL, whose driver is not installed: install `pwa[postgres]`."
        ) from error
    if url.get_backend_name() == "sqlite":
        _own_file(url)
        event.listen(engine, "connect", _prepare_sqlite)
    return engine


def open_for_a_command(database_url: str) -> Engine:
    """Return an engine that keeps no connection between two uses, on an up-to-date database."""
    engine = open_database(database_url, pool=NullPool)
    check_current(engine)
    return engine


def open_sessions(engine: Engine) -> Sessions:
    """Return the maker of sessions."""
    return sessionmaker(engine, expire_on_commit=False)


def answers(engine: Engine) -> bool:
    """Say whether the database answers a question."""
    try:
        with engine.connect() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError:
        return False
    return True


def add_if_absent(session: Session, table: type[Base], **values: Any) -> None:
    """Add a row, or do nothing when one with its key is there, also one made at this moment."""
    insert = INSERTS[session.get_bind().dialect.name]
    session.execute(insert(table).values(**values).on_conflict_do_nothing())


def upgrade(engine: Engine, revision: str = "head") -> None:
    """Bring the tables up to a revision, or on any fault leave everything as it is."""
    with _whole(engine) as connection:
        command.upgrade(_alembic(connection), revision)


def downgrade(engine: Engine, revision: str) -> None:
    """Take the tables back to a revision, whole as `upgrade`; `base` is none at all."""
    with _whole(engine) as connection:
        command.downgrade(_alembic(connection), revision)


def revisions() -> frozenset[str]:
    """Return every revision of the tables that this release knows."""
    scripts = ScriptDirectory.from_config(_alembic(None))
    return frozenset(each.revision for each in scripts.walk_revisions())


def check_current(engine: Engine) -> None:
    """Refuse a database that does not answer or lacks migrations."""
    wanted = ScriptDirectory.from_config(_alembic(None)).get_current_head()
    try:
        with engine.connect() as connection:
            present = MigrationContext.configure(connection).get_current_revision()
    except SQLAlchemyError as error:
        # The driver's own text may hold the URL with its password.
        raise DatabaseUnreachable(
            "the database does not answer: check DATABASE_URL, the server and the folder's rights."
        ) from error
    if present != wanted:
        raise DatabaseBehind("the database is not up to date: run `pwa db upgrade`.")


@contextmanager
def _whole(engine: Engine) -> Iterator[Connection]:
    """Give a connection whose transaction holds changes of tables too."""
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            # Python's driver begins one before rows are changed, but none before tables are.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
        yield connection


def _understand(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except ArgumentError as error:
        raise SettingInvalid("DATABASE_URL is not a database URL.") from error
    if url.drivername in ("postgres", "postgresql"):
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "postgresql+psycopg"):
        raise SettingInvalid("DATABASE_URL must start with sqlite:/// or postgresql://.")
    return url


def _own_file(url: URL) -> None:
    """Make a new SQLite file readable by its owner alone; its side files take over the mode."""
    if url.database in (None, "", ":memory:"):
        raise SettingInvalid("DATABASE_URL must name a file, as in sqlite:////srv/pwa/pwa.sqlite.")
    path = Path(url.database or "")
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    # Never one that is there: closing it would end this process's locks on it (POSIX), and with
    # them SQLite's, so that another process could take the write-ahead log away under us.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _prepare_sqlite(connection: Any, _record: object) -> None:
    for pragma in (
        "journal_mode = WAL",
        "synchronous = FULL",
        "foreign_keys = ON",
        # Deleted rows are overwritten, not only unlinked.
        "secure_delete = ON",
        f"busy_timeout = {BUSY_TIMEOUT_S * 1000}",
    ):
        connection.execute(f"PRAGMA {pragma}").close()


def _alembic(connection: Any) -> AlembicConfig:
    settings = AlembicConfig()
    # A percent sign would be read as an interpolation.
    folder = str(resources.files("pwa") / "migrations").replace("%", "%%")
    settings.set_main_option("script_location", folder)
    settings.attributes["connection"] = connection
    return settings
