"""Copies of the SQLite database while the server runs, and bringing one back.

PostgreSQL has tools of its own for both (docs/deploy.md).
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import make_url

from pwa import db
from pwa.config import read_config
from pwa.errors import BackupRefused

HEADER = b"SQLite format 3\0"
# Whoever held a session when the copy was made need not be somebody who may come in now.
ENDED = ("desk_session",)


def back_up(database: Path, target: Path) -> None:
    """Copy a database whole, as it is at one moment, into a new file for its owner alone."""
    try:
        descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise BackupRefused(f"{target} is already there, or cannot be written.") from error
    os.close(descriptor)
    try:
        with closing(_open_whole(database)) as source, closing(sqlite3.connect(target)) as copy:
            source.backup(copy)
            # One file: a copy in WAL mode would leave two more beside it.
            copy.execute("PRAGMA journal_mode = DELETE")
    except BaseException:
        target.unlink()
        raise


def restore(source: Path, database: Path, *, is_replacing: bool) -> None:
    """Bring a copy back: the database is as it was then, or, on any fault, as it is now.

    Every desk session of the copy is ended. Without `is_replacing` there must be no database.
    """
    if database.exists() and not is_replacing:
        raise BackupRefused(f"{database} is already there: say --replace to write over it.")
    with closing(_open_whole(source)) as copy:
        _check_known(copy)
        # Made, for its owner alone, only once the copy is known to be good.
        db.open_database(f"sqlite:///{database.absolute()}").dispose()
        with closing(sqlite3.connect(database, timeout=db.BUSY_TIMEOUT_S)) as kept:
            # In SQLite's own way, so that a server that runs beside it sees all or nothing.
            copy.backup(kept)
            kept.execute("PRAGMA journal_mode = WAL")
            tables = {name for (name,) in kept.execute("SELECT name FROM sqlite_master")}
            for table in tables & set(ENDED):
                kept.execute(f"DELETE FROM {table}")  # noqa: S608  (a name of ours)
            kept.commit()


def _open_whole(path: Path) -> sqlite3.Connection:
    """Open a database for reading; refuse a file that is none, or is damaged."""
    try:
        with path.open("rb") as file:
            is_sqlite = file.read(len(HEADER)) == HEADER
    except OSError as error:
        raise BackupRefused(f"{path} cannot be read.") from error
    if not is_sqlite:
        raise BackupRefused(f"{path} is no SQLite database.")
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)
    try:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
    except sqlite3.DatabaseError:
        said = "damaged"
    if said != "ok":
        connection.close()
        raise BackupRefused(f"{path} is damaged.")
    return connection


def _check_known(copy: sqlite3.Connection) -> None:
    try:
        row = copy.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError:
        row = None
    if row is None or row[0] not in db.revisions():
        raise BackupRefused("that is no copy of this database, or one of a later release.")


def _own_database() -> Path:
    url = make_url(read_config(os.environ).database_url)
    if url.get_backend_name() != "sqlite":
        raise BackupRefused("DATABASE_URL names PostgreSQL: use pg_dump and pg_restore.")
    return Path(url.database or "")


@click.command("backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
def backup_command(file: Path) -> None:
    """Copy the SQLite database into a new FILE, also while the server runs.

    The keys in `var/secrets` are not in it: keep a copy of them in another place, for without
    them no start code of the copy works, and together they are worth more to a thief.
    """
    back_up(_own_database(), file)
    click.echo(f"Made {file}")


@click.command("restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--replace", is_flag=True, help="Write over the database that is there.")
def restore_command(file: Path, replace: bool) -> None:
    """Bring back the SQLite database that FILE is a copy of. Everybody at the desk is signed out.

    A FILE that is damaged, or no copy of this database, changes nothing. Run `pwa db upgrade`
    afterwards, in case the copy is of an earlier release.
    """
    restore(file, _own_database(), is_replacing=replace)
    click.echo(f"Brought back {file}. Run `pwa db upgrade` before you start the server.")
