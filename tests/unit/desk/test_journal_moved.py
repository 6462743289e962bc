"""Migrations that make the journal again: whole or not at all, and no entry is lost."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, event, text
from sqlalchemy.exc import DBAPIError, OperationalError

from pwa import db
from pwa.desk.journal import DAY_S

ENTRIES = 40
NEXT = "INSERT INTO desk_journal (agency_id, at_s, action) VALUES (1, 0, 'kit-made')"
WAYS = {"0006": ("0005", db.upgrade), "0005": ("0006", db.downgrade)}


@pytest.fixture(params=WAYS)
def revision(request: pytest.FixtureRequest) -> str:
    """Where a migration leads to."""
    return str(request.param)


@pytest.fixture
def move(revision: str, empty_engine: Engine) -> Callable[[], None]:
    """A journal with entries at the other revision, and the migration."""
    start, way = WAYS[revision]
    db.upgrade(empty_engine, start)
    with empty_engine.begin() as connection:
        connection.execute(text("INSERT INTO desk_agency VALUES (1, 'North House', 'US', 'en', 0)"))
        for number in range(1, ENTRIES + 1):
            connection.execute(
                text("INSERT INTO desk_journal VALUES (:id, 1, NULL, :at, 'kit-made', :id)"),
                {"id": number, "at": number // 21 * DAY_S},
            )
    return lambda: way(empty_engine, revision)


@contextmanager
def before(engine: Engine, beginning: str, act: Callable[[], None]) -> Iterator[None]:
    """Do something before each statement that begins like this."""

    def look(_connection: Connection, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.lstrip().startswith(beginning):
            act()

    event.listen(engine, "before_cursor_execute", look)
    yield
    event.remove(engine, "before_cursor_execute", look)


def fill_the_disk() -> None:
    raise OSError("disk full")


def kept(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        found = connection.execute(text("SELECT * FROM desk_journal ORDER BY id"))
        return [tuple(row) for row in found]


def version(engine: Engine) -> str:
    with engine.connect() as connection:
        return str(connection.scalar(text("SELECT version_num FROM alembic_version")))


def test_failure_midway_leaves_everything_as_it_was(
    move: Callable[[], None], revision: str, empty_engine: Engine
) -> None:
    earlier = kept(empty_engine)
    with (
        before(empty_engine, "INSERT INTO desk_journal", fill_the_disk),
        pytest.raises(OSError, match="disk full"),
    ):
        move()
    assert kept(empty_engine) == earlier
    assert len(earlier) == ENTRIES
    assert version(empty_engine) == WAYS[revision][0]
    with pytest.raises(DBAPIError, match="can only grow"), empty_engine.begin() as connection:
        connection.execute(text("DELETE FROM desk_journal"))
    move()
    assert {row[-1] for row in kept(empty_engine)} == set(range(1, ENTRIES + 1))
    assert version(empty_engine) == revision
    with pytest.raises(DBAPIError, match="can only grow"), empty_engine.begin() as connection:
        connection.execute(text("DELETE FROM desk_journal"))


def test_nobody_writes_an_entry_once_they_were_read(
    move: Callable[[], None], empty_engine: Engine
) -> None:
    other = db.open_database(empty_engine.url.render_as_string(hide_password=False))
    is_sqlite = other.dialect.name == "sqlite"
    hurry = "PRAGMA busy_timeout = 1" if is_sqlite else "SET lock_timeout = 1"
    another = text("INSERT INTO desk_journal VALUES (99, 1, NULL, 0, 'kit-made', 99)")

    def write() -> None:
        with other.connect() as connection:
            connection.execute(text(hurry))
            with pytest.raises(OperationalError, match="lock") as refusal:
                connection.execute(another)
        refusals.append(refusal.value)

    refusals: list[OperationalError] = []
    with before(empty_engine, "DROP TABLE desk_journal", write):
        move()
    other.dispose()
    assert len(refusals) == 1
    assert len(kept(empty_engine)) == ENTRIES


@pytest.mark.parametrize("revision", ["0005"], indirect=True)
def test_earlier_release_writes_on_after_the_way_back(
    move: Callable[[], None], empty_engine: Engine
) -> None:
    move()
    with empty_engine.begin() as connection:
        connection.execute(text(NEXT))
    assert [row[0] for row in kept(empty_engine)] == list(range(1, ENTRIES + 2))


def test_earlier_release_begins_an_empty_journal_after_the_way_back(empty_engine: Engine) -> None:
    db.upgrade(empty_engine)
    db.downgrade(empty_engine, "0005")
    with empty_engine.begin() as connection:
        connection.execute(text("INSERT INTO desk_agency VALUES (1, 'North House', 'US', 'en', 0)"))
        connection.execute(text(NEXT))
    assert [row[0] for row in kept(empty_engine)] == [1]
