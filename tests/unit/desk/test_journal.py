"""The journal grows and nothing else: the database itself refuses, on both kinds of server."""

from typing import Any

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from pwa import db
from pwa.agencies import Agency
from pwa.desk import journal
from pwa.desk.journal import DAY_S, WORDS, Action
from pwa.desk.models import JournalEntry

ALL = 2**63 - 1


@pytest.fixture
def written(engine: Engine) -> Engine:
    """A database with one entry."""
    with db.open_sessions(engine).begin() as session:
        agency = Agency(name="North House", country="US", language="en", created_at_s=0)
        session.add(agency)
        session.flush()
        journal.write(session, 130.0, Action.SIGNED_IN, agency_id=agency.id, member_id=None)
    return engine


def rows(engine: Engine) -> list[tuple[Any, ...]]:
    with engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text("SELECT * FROM desk_journal"))]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE desk_journal SET action = 'other'",
        "UPDATE desk_journal SET at_s = 0 WHERE id > 1",
        "DELETE FROM desk_journal",
        "DELETE FROM desk_journal WHERE id > 1",
        "INSERT OR REPLACE INTO desk_journal SELECT id, 1, NULL, 0, 'other', NULL"
        " FROM desk_journal",
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
        journal.write(session, DAY_S, Action.MEMBER_JOINED, agency_id=1, member_id=None)
        assert [each.action for each in journal.read(session, 1, before_id=ALL, most=5)] == [
            "member-joined",
            "signed-in",
        ]


def test_entries_are_read_by_their_own_agency_alone(written: Engine) -> None:
    with db.open_sessions(written)() as session:
        assert journal.read(session, 2, before_id=ALL, most=5) == []


@pytest.mark.parametrize("action", Action)
def test_an_entry_tells_its_day_and_not_the_hour(action: Action, written: Engine) -> None:
    with db.open_sessions(written).begin() as session:
        journal.write(session, 3 * DAY_S + 40_000, action, agency_id=1, member_id=None)
        (entry,) = journal.read(session, 1, before_id=ALL, most=1)
        assert (entry.action, entry.at_s) == (action, 3 * DAY_S)
        assert entry.id >> journal.CHANCE_BITS == 3


def test_entries_of_one_day_stand_in_no_order(written: Engine) -> None:
    """Sixteen in the order of writing by chance: once in twenty million million times."""
    with db.open_sessions(written).begin() as session:
        for number in range(16):
            journal.write(
                session, DAY_S + number, Action.KIT_MADE, agency_id=1, member_id=None,
                subject_id=number,
            )  # fmt: skip
            session.flush()
    kept = [row[-1] for row in rows(written) if row[-1] is not None]
    if written.dialect.name == "postgresql":
        # Rows lie there as they came; what is read is in the order of numbers.
        with db.open_sessions(written)() as session:
            read = journal.read(session, 1, before_id=ALL, most=16)
            kept = [each.subject_id for each in reversed(read)]
    assert sorted(kept) == list(range(16))
    assert kept != list(range(16))


def test_days_are_read_from_the_newest_page_by_page(written: Engine) -> None:
    with db.open_sessions(written).begin() as session:
        for number in range(1, 40):
            journal.write(
                session, number // 2 * DAY_S, Action.KIT_MADE, agency_id=1, member_id=None,
                subject_id=number,
            )  # fmt: skip
        seen: list[JournalEntry] = []
        before = ALL
        while page := journal.read(session, 1, before_id=before, most=7):
            seen += page
            before = page[-1].id
    assert [each.at_s for each in seen] == sorted((each.at_s for each in seen), reverse=True)
    assert {each.subject_id for each in seen} == {None, *range(1, 40)}
    assert len(seen) == 40


def test_earlier_entries_lose_their_times_and_their_order(empty_engine: Engine) -> None:
    db.upgrade(empty_engine, "0005")
    with empty_engine.begin() as connection:
        connection.execute(text("INSERT INTO desk_agency VALUES (1, 'North House', 'US', 'en', 0)"))
        for number in range(1, 41):
            values = {"id": number, "at": 20_000 * DAY_S + number // 21 * DAY_S + 60 * number}
            connection.execute(
                text("INSERT INTO desk_journal VALUES (:id, 1, NULL, :at, 'kit-made', :id)"), values
            )
    db.upgrade(empty_engine)
    kept = sorted(rows(empty_engine))
    assert {row[3] for row in kept} == {20_000 * DAY_S, 20_001 * DAY_S}
    subjects = [row[-1] for row in kept]
    assert set(subjects[:20]) == set(range(1, 21)), "days stay in order"
    assert sorted(subjects) == list(range(1, 41)) != subjects
    with pytest.raises(DBAPIError, match="can only grow"), empty_engine.begin() as connection:
        connection.execute(text("DELETE FROM desk_journal"))
    db.downgrade(empty_engine, "0005")
    kept = sorted(rows(empty_engine))
    assert [row[0] for row in kept] == list(range(1, 41))
    with pytest.raises(DBAPIError, match="can only grow"), empty_engine.begin() as connection:
        connection.execute(text("UPDATE desk_journal SET action = 'x'"))


def test_an_entry_has_no_room_for_what_somebody_typed() -> None:
    texts = [column.name for column in JournalEntry.__table__.columns if "CHAR" in str(column.type)]
    assert texts == ["action"]
    assert {action.value for action in Action} == {action.value for action in WORDS}
