"""Migrations forward and back, and databases that are refused."""

import stat
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, event, inspect, text

import pwa.app  # noqa: F401  (every table is known once this is)
from pwa import db
from pwa.directory.service import DirectoryService
from pwa.errors import DatabaseBehind, DatabaseUnreachable, SettingInvalid
from pwa.kits.models import Kit
from tests.support.agencies import make_agency
from tests.support.clock import FixedClock


@pytest.fixture
def engine(empty_engine: Engine) -> Engine:
    """A database of the test's own, whose tables it may change."""
    db.upgrade(empty_engine)
    return empty_engine


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_migrations_make_what_the_models_say(engine: Engine) -> None:
    assert tables(engine) == set(db.Base.metadata.tables) >= {Kit.__tablename__, "desk_journal"}
    with engine.connect() as connection:
        options = {"compare_type": True, "compare_server_default": True}
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, db.Base.metadata) == []


def test_difference_between_models_and_tables_is_seen(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE kit DROP COLUMN label"))
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), db.Base.metadata)
    assert len(found) == 1


def test_migrations_go_back_and_forward_again(engine: Engine) -> None:
    db.downgrade(engine, "base")
    assert tables(engine) == set()
    db.upgrade(engine)
    assert tables(engine) == set(db.Base.metadata.tables)
    db.check_current(engine)


def test_what_is_kept_survives_the_way_back_and_forward(engine: Engine) -> None:
    """A kit of the first release, through every later one and back."""
    db.downgrade(engine, "0001")
    columns = (
        "code_index, code_hash, expires_at_s, uses_left, is_revoked, language, country, cover,"
        " exit_site, services, label"
    )
    values = "'i', 'h', 1900000000, 3, false, 'es', 'MX', 'list', '', '[]', 'June'"
    with engine.begin() as connection:
        connection.execute(text(f"INSERT INTO kit ({columns}) VALUES ({values})"))
        first = connection.execute(text(f"SELECT id, {columns} FROM kit")).one()
    db.upgrade(engine)
    with db.open_sessions(engine).begin() as session:
        kit = session.get(Kit, first.id)
        assert kit is not None
        assert (kit.uses, kit.uses_left, kit.agency_id, kit.choice) == (3, 3, None, {})
    agency = make_agency(db.open_sessions(engine))
    directory = DirectoryService(db.open_sessions(engine), FixedClock())
    directory.save(agency, None, {"name": "Night beds", "call": "1"})
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE kit SET agency_id = {agency}"))
    db.downgrade(engine, "0001")
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT id, {columns} FROM kit")).one() == first
    db.upgrade(engine)
    assert directory.all(agency) == []


def test_upgrade_twice_changes_nothing(engine: Engine) -> None:
    db.upgrade(engine)
    db.check_current(engine)


def test_failure_while_a_table_is_made_again_leaves_it_as_it_was(empty_engine: Engine) -> None:
    db.upgrade(empty_engine, "0004")
    before = tables(empty_engine)

    def fail(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        # SQLite's old table is gone by then; PostgreSQL changes its own at once.
        if "RENAME TO sheet" in statement or statement.startswith("UPDATE alembic_version"):
            raise OSError("disk full")

    event.listen(empty_engine, "before_cursor_execute", fail)
    with pytest.raises(OSError, match="disk full"):
        db.upgrade(empty_engine, "0005")
    event.remove(empty_engine, "before_cursor_execute", fail)
    assert tables(empty_engine) == before
    db.upgrade(empty_engine)
    db.check_current(empty_engine)
    assert tables(empty_engine) == set(db.Base.metadata.tables)


def test_database_without_tables_is_refused(empty_engine: Engine) -> None:
    with pytest.raises(DatabaseBehind, match="pwa db upgrade"):
        db.check_current(empty_engine)


def test_unreachable_database_is_refused_without_its_password() -> None:
    pytest.importorskip("psycopg")
    engine = db.open_database("postgresql://pwa:geheim@127.0.0.1:1/none?connect_timeout=2")
    with pytest.raises(DatabaseUnreachable) as refusal:
        db.check_current(engine)
    assert "geheim" not in str(refusal.value)
    assert not db.answers(engine)


@pytest.mark.parametrize(
    "url", ["", "nonsense", "mysql://h/d", "sqlite://", "sqlite:///:memory:", "sqlite+x:///f"]
)
def test_other_databases_are_refused(url: str) -> None:
    with pytest.raises(SettingInvalid, match="DATABASE_URL"):
        db.open_database(url)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_postgresql_is_spoken_through_psycopg(scheme: str) -> None:
    pytest.importorskip("psycopg")
    assert db.open_database(f"{scheme}://h/d").url.drivername == "postgresql+psycopg"


def test_sqlite_waits_writes_ahead_and_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "new" / "test.sqlite"
    engine = db.open_database(f"sqlite:///{path}")
    with engine.connect() as connection:
        names = ("journal_mode", "secure_delete", "busy_timeout", "foreign_keys", "synchronous")
        values = [connection.execute(text(f"PRAGMA {name}")).scalar() for name in names]
    engine.dispose()
    assert values == ["wal", 1, 5000, 1, 2]
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


# What `pwa kit create` is to a running server: another process that writes one row and ends.
ANOTHER_PROCESS = """import sqlite3, sys
with sqlite3.connect(sys.argv[1]) as connection:
    connection.execute("INSERT INTO t VALUES (?)", (sys.argv[2],))
    print(connection.execute("SELECT count(*) FROM t").fetchone()[0])
connection.close()
"""


def test_two_processes_see_what_the_other_wrote_though_one_opened_the_file_twice(
    tmp_path: Path,
) -> None:
    path = tmp_path / "test.sqlite"
    url = f"sqlite:///{path}"
    first = db.open_database(url)
    with first.begin() as connection:
        connection.execute(text("CREATE TABLE t (x TEXT)"))
    second = db.open_database(url)
    for number in range(1, 4):
        command = [sys.executable, "-c", ANOTHER_PROCESS, str(path), f"theirs {number}"]
        said = subprocess.run(command, capture_output=True, text=True, check=True, timeout=30)
        assert int(said.stdout) == 2 * number - 1
        with first.begin() as connection:
            connection.execute(text("INSERT INTO t VALUES ('ours')"))
            assert connection.scalar(text("SELECT count(*) FROM t")) == 2 * number
    first.dispose()
    second.dispose()


def test_error_texts_hide_parameters(engine: Engine) -> None:
    with engine.connect() as connection, pytest.raises(Exception) as failure:  # noqa: PT011
        connection.execute(text("SELECT nothing FROM kit WHERE label = :x"), {"x": "canary"})
    assert "nothing" in str(failure.value)
    assert "canary" not in str(failure.value)
