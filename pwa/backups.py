"""Copies of the SQLite database while the server runs, and bringing one back.

PostgreSQL has tools of its own for both (docs/deploy.md); what must follow the way back is here for
both databases.
"""

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import click
from sqlalchemy import Engine, inspect, make_url, text

from pwa import db
from pwa.config import read_config
from pwa.errors import BackupRefused

HEADER = b"SQLite format 3\0"
SESSIONS = "desk_session"
AFTERWARDS = {
    # Whoever held a session when the copy was made need not be somebody who may come in now.
    SESSIONS: f"DELETE FROM {SESSIONS}",  # noqa: S608  (a name of ours)
    # Phones hold sheets that came after the copy, and refuse every number that is not above theirs.
    "sheet": "UPDATE sheet SET edition = CASE WHEN edition < :now THEN :now ELSE edition + 1 END",
}
LOOK = """What came after the copy is undone. Before anybody works with it, look:
- Accounts closed since then are open again, roles and passwords are those of then, and recovery
  codes used since then work again: close the accounts, and `pwa desk reset` whoever changed a
  password or an app because somebody else knew it.
- Start codes used up or taken back since then are good again: take them back.
- Services and helplines are those of then, and phones take them from now on when asked: correct
  the numbers that were corrected since then first."""


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

    No desk session of the copy ever counts. Sheets are not numbered yet: `settle`. Without
    `is_replacing` there must be no database.
    """
    if database.exists() and not is_replacing:
        raise BackupRefused(f"{database} is already there: say --replace to write over it.")
    with closing(_open_whole(source)) as copy, closing(sqlite3.connect(":memory:")) as ready:
        _check_known(copy)
        copy.backup(ready)
        _end_sessions(ready)
        # Made, for its owner alone, only once the copy is known to be good.
        db.open_database(f"sqlite:///{database.absolute()}").dispose()
        with closing(sqlite3.connect(database, timeout=db.BUSY_TIMEOUT_S)) as kept:
            # In SQLite's own way, so that a server that runs beside it sees all or nothing.
            ready.backup(kept)
            kept.execute("PRAGMA journal_mode = WAL")


def settle(engine: Engine, now_s: float) -> None:
    """End every desk session, and number each sheet above whatever phones may hold.

    For a database that was just brought back, also one of an earlier release. An edition is never
    above the seconds since 1970 (`pwa.directory.sheets`), so that these pass every one of before.
    """
    present = set(inspect(engine).get_table_names())
    with engine.begin() as connection:
        for table, statement in AFTERWARDS.items():
            if table in present:
                connection.execute(text(statement), {"now": int(now_s)} if table == "sheet" else {})


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


def _end_sessions(ready: sqlite3.Connection) -> None:
    """Take them out before anybody can come in with one, and overwrite where they stood."""
    ready.execute("PRAGMA secure_delete = ON")
    if ready.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (SESSIONS,)).fetchone():
        ready.execute(AFTERWARDS[SESSIONS])
        ready.commit()


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
    afterwards, in case the copy is of an earlier release. It says what to look after.
    """
    database = _own_database()
    restore(file, database, is_replacing=replace)
    engine = db.open_database(f"sqlite:///{database.absolute()}")
    settle(engine, time.time())
    engine.dispose()
    click.echo(f"Brought back {file}. Run `pwa db upgrade` before you start the server.")
    click.echo(LOOK)


@click.command("restored")
def restored_command() -> None:
    """Do what must follow once another tool, such as `pg_restore`, brought a database back.

    Everybody at the desk is signed out, and phones take the agencies' numbers as newer ones. Run it
    after `pwa db upgrade`, before servers start. `pwa restore` does the same by itself.
    """
    engine = db.open_for_a_command(read_config(os.environ).database_url)
    settle(engine, time.time())
    click.echo(LOOK)
