"""A migrated database of each kind, made once and emptied between tests: migrating takes longer."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import make_url, text

from pwa import db

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True, slots=True)
class Migrated:
    """A database with every table and no row; `empty` takes out what a test left in it."""

    url: str
    empty: Callable[[], None]


def migrated_file(folder: Path) -> Path:
    """Return a migrated SQLite file to copy; nobody opens it."""
    path = folder / "migrated.sqlite"
    engine = db.open_database(f"sqlite:///{path}")
    db.upgrade(engine)
    engine.dispose()
    return path


@contextmanager
def migrated_sqlite(file: Path, path: Path) -> Iterator[Migrated]:
    """Give a copy of a migrated file."""
    shutil.copyfile(file, path)
    with closing(sqlite3.connect(file)) as source, closing(sqlite3.connect(path)) as live:
        # As one transaction, so that whoever has the copy open goes on with it.
        yield Migrated(f"sqlite:///{path}", lambda: source.backup(live))


@contextmanager
def migrated_postgresql(cluster_url: str) -> Iterator[Migrated]:
    """Give a new database in a cluster of ours, whose owner may do anything."""
    server = db.open_database(cluster_url)
    with server.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("CREATE DATABASE migrated"))
    server.dispose()
    url = make_url(cluster_url).set(database="migrated").render_as_string(hide_password=False)
    engine = db.open_database(url)
    db.upgrade(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        tables = connection.scalars(
            text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        ).all()
        numbers = connection.scalars(
            text("SELECT sequencename FROM pg_sequences WHERE schemaname = 'public'")
        ).all()
        # Without triggers for this one connection: the journal lets nobody take anything out.
        connection.execute(text("SET session_replication_role = replica"))
        deletes = [f"DELETE FROM {each}" for each in tables if each != "alembic_version"]
        restarts = [f"SELECT setval('{each}', 1, false)" for each in numbers]
        everything = text("; ".join(deletes + restarts))
        yield Migrated(url, lambda: connection.execute(everything).close())
    engine.dispose()
