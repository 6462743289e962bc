"""The journal grows and nothing else: the database itself refuses, on both kinds of server."""

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from pwa import db
from pwa.agencies import Agency
from pwa.desk import journal
from pwa.desk.journal import WORDS, Action
from pwa.desk.models import JournalEntry


@pytest.fixture
def written(engine: Engine) -> Engine:
    """A database with one entry."""
    with db.open_sessions(engine).begin() as session:
        agency = Agency(name="North House", country="US", language="en", created_at_s=0)
        session.add(agency)
        session.flush()
        journal.write(session, 130.0, Action.SIGNED_IN, agency_id=agency.id, member_id=None)
    return engine


def rows(engine: Engine) -> list[tuple[object, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT * FROM desk_journal"))]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_journal SET action = 'other'",
        "UPDATE desk_journal SET at_s = 0 WHERE id = 1",
        "DELETE FROM desk_journal",
        "DELETE FROM desk_journal WHERE id = 1",
        "INSERT OR REPLACE INTO desk_journal VALUES (1, 1, NULL, 0, 'other', NULL)",
        "TRUNCATE desk_journal",
    ],
)
def test_an_entry_cannot_be_changed_or_removed(statement: str, written: Engine) -> None:
    is_sqlite = written.dialect.name == "sqlite"
    if statement.startswith(("INSERT OR", "TRUNCATE")) and is_sqlite != ("OR" in statement):
        pytest.skip("the other database's statement")
    before = rows(written)
    with pytest.raises(DBAPIError, match="can only grow"), written.begin() as connection:
        connection.execute(text(statement))
    assert rows(written) == before
    assert len(before) == 1


def test_entries_can_be_added_after_a_refusal(written: Engine) -> None:
    with db.open_sessions(written).begin() as session:
        journal.write(session, 200.0, Action.MEMBER_JOINED, agency_id=1, member_id=None)
        assert [each.action for each in journal.read(session, 1, before_id=9, most=5)] == [
            "member-joined",
            "signed-in",
        ]


def test_entries_are_read_by_their_own_agency_alone(written: Engine) -> None:
    with db.open_sessions(written)() as session:
        assert journal.read(session, 2, before_id=9, most=5) == []


def test_moments_are_kept_by_the_minute(written: Engine) -> None:
    with db.open_sessions(written)() as session:
        assert session.get_one(JournalEntry, 1).at_s == 120


def test_an_entry_has_no_room_for_what_somebody_typed() -> None:
    texts = [column.name for column in JournalEntry.__table__.columns if "CHAR" in str(column.type)]
    assert texts == ["action"]
    assert {action.value for action in Action} == {action.value for action in WORDS}
