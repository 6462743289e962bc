"""Backups, tested by bringing them back."""

import sqlite3
import stat
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from pwa import db
from pwa.backups import AFTERWARDS, back_up, restore, settle
from pwa.directory.service import DirectoryService
from pwa.errors import BackupRefused
from pwa.kits.hashing import Argon2Hasher
from pwa.kits.order import Order
from pwa.kits.service import KitService
from tests.support.agencies import make_agency
from tests.support.clock import FixedClock

PEPPER = b"p" * 32
BEDS = {"name": "Night beds", "call": "1"}


class Place:
    """One server's database, with what stands on it."""

    def __init__(self, path: Path, hasher: Argon2Hasher) -> None:
        self.path = path
        self.engine = db.open_database(f"sqlite:///{path}")
        db.upgrade(self.engine)
        sessions = db.open_sessions(self.engine)
        clock = FixedClock()
        self.sessions = sessions
        self.kits = KitService(sessions, PEPPER, hasher, clock)
        self.directory = DirectoryService(sessions, clock)


@pytest.fixture
def place(tmp_path: Path, insecure_kdf: Argon2Hasher) -> Place:
    return Place(tmp_path / "pwa.sqlite", insecure_kdf)


def test_everything_is_back_after_the_database_was_lost(
    place: Place, tmp_path: Path, insecure_kdf: Argon2Hasher
) -> None:
    agency = make_agency(place.sessions)
    place.directory.save(agency, None, BEDS)
    code = place.kits.create(Order(agency_id=agency, uses=2))
    copy = tmp_path / "copy"
    # The server still has it open, and what it wrote last stands in the write-ahead log.
    back_up(place.path, copy)
    place.engine.dispose()
    for each in tmp_path.glob("pwa.sqlite*"):
        each.unlink()
    restore(copy, place.path, is_replacing=False)
    again = Place(place.path, insecure_kdf)
    assert [dict(entry.values) for entry in again.directory.all(agency)] == [BEDS]
    assert again.kits.use(code) is not None
    again.engine.dispose()


def test_restoring_beside_a_running_server_takes_back_what_came_later(
    place: Place, tmp_path: Path
) -> None:
    agency = make_agency(place.sessions)
    place.directory.save(agency, None, BEDS)
    back_up(place.path, tmp_path / "copy")
    place.directory.save(agency, None, {"name": "Later", "call": "2"})
    restore(tmp_path / "copy", place.path, is_replacing=True)
    assert [entry.values["name"] for entry in place.directory.all(agency)] == ["Night beds"]
    place.directory.save(agency, None, {"name": "After", "call": "3"})
    assert len(place.directory.all(agency)) == 2


def test_restoring_signs_everybody_out(place: Place, tmp_path: Path) -> None:
    agency = make_agency(place.sessions)
    with place.engine.begin() as connection:
        columns = {
            row[1]: row for row in connection.execute(text("PRAGMA table_info(desk_session)"))
        }
        assert columns, "there must be sessions to end"
        connection.execute(text("PRAGMA foreign_keys = OFF"))
        names = ", ".join(columns)
        values = ", ".join("x'00'" if "BLOB" in row[2] else "1" for row in columns.values())
        connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        connection.execute(
            text(
                "INSERT INTO desk_member (id, agency_id, email, name, role, totp_step, is_active,"
                f" created_at_s) VALUES (1, {agency}, 'a@a.example', 'A', 'admin', 0, 1, 0)"
            )
        )
        connection.execute(text(f"INSERT INTO desk_session ({names}) VALUES ({values})"))
    back_up(place.path, tmp_path / "copy")
    with place.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM desk_session")) == 1
    # With the copy and not after it: what follows (`settle`) may fail.
    restore(tmp_path / "copy", place.path, is_replacing=True)
    with place.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM desk_session")) == 0
        assert connection.scalar(text("SELECT count(*) FROM desk_member")) == 1


def test_no_session_is_ever_in_the_database_that_is_brought_back(
    place: Place, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever fails afterwards: on a fault while they are taken out, the copy is not there."""
    back_up(place.path, tmp_path / "copy")
    make_agency(place.sessions)
    monkeypatch.setitem(AFTERWARDS, "desk_session", "DELETE FROM nothing_like_it")
    with pytest.raises(sqlite3.OperationalError):
        restore(tmp_path / "copy", place.path, is_replacing=True)
    with place.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM desk_agency")) == 1


def test_copy_of_a_release_without_a_desk_is_brought_back_and_settled_too(tmp_path: Path) -> None:
    engine = db.open_database(f"sqlite:///{tmp_path / 'first.sqlite'}")
    db.upgrade(engine, "0001")
    back_up(tmp_path / "first.sqlite", tmp_path / "copy")
    restore(tmp_path / "copy", tmp_path / "first.sqlite", is_replacing=True)
    settle(engine, 0)
    engine.dispose()


def test_copy_is_one_file_for_its_owner_alone(place: Place, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    back_up(place.path, folder / "copy")
    assert [each.name for each in folder.iterdir()] == ["copy"]
    assert stat.S_IMODE((folder / "copy").stat().st_mode) == 0o600


def test_copy_never_overwrites(place: Place, tmp_path: Path) -> None:
    (tmp_path / "copy").write_text("mine")
    with pytest.raises(BackupRefused, match="already there"):
        back_up(place.path, tmp_path / "copy")
    assert (tmp_path / "copy").read_text() == "mine"


def test_database_that_is_there_is_kept_unless_it_is_to_be_replaced(
    place: Place, tmp_path: Path
) -> None:
    back_up(place.path, tmp_path / "copy")
    make_agency(place.sessions)
    with pytest.raises(BackupRefused, match="--replace"):
        restore(tmp_path / "copy", place.path, is_replacing=False)
    with place.engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM desk_agency")) == 1


def damaged(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[4096:12_288] = b"\xff" * 8192
    path.write_bytes(data)


def of_a_later_release(path: Path) -> None:
    with closing(sqlite3.connect(path)) as copy:
        copy.execute("UPDATE alembic_version SET version_num = '9999'")
        copy.commit()


def foreign(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE t (x)")
        other.commit()


@pytest.mark.parametrize(
    "spoil",
    [
        damaged,
        of_a_later_release,
        foreign,
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"SQLite format 3\0" + b"x" * 5000),
        lambda path: path.write_bytes(path.read_bytes()[:6000]),
        lambda path: path.write_text("no database"),
    ],
    ids=range(7),
)
def test_bad_copy_changes_nothing(place: Place, tmp_path: Path, spoil: object) -> None:
    agency = make_agency(place.sessions)
    place.directory.save(agency, None, BEDS)
    copy = tmp_path / "copy"
    back_up(place.path, copy)
    assert callable(spoil)
    spoil(copy)
    with pytest.raises(BackupRefused):
        restore(copy, place.path, is_replacing=True)
    assert len(place.directory.all(agency)) == 1
