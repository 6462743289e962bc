"""A directory with two agencies, on each kind of database."""

from dataclasses import dataclass

import pytest
from sqlalchemy import Engine

from pwa import db
from pwa.db import Sessions
from pwa.directory.service import DirectoryService
from pwa.directory.sheets import Sheets
from pwa.directory.signing import Signer
from tests.support.agencies import make_agency
from tests.support.clock import FixedClock

SECRET = b"s" * 32


@dataclass(slots=True)
class Desk:
    """What the tests work with."""

    sessions: Sessions
    clock: FixedClock
    directory: DirectoryService
    sheets: Sheets
    north: int
    south: int


@pytest.fixture
def desk(engine: Engine, clock: FixedClock) -> Desk:
    sessions = db.open_sessions(engine)
    return Desk(
        sessions,
        clock,
        DirectoryService(sessions, clock),
        Sheets(sessions, Signer(SECRET)),
        make_agency(sessions, "North House"),
        make_agency(sessions, "South House"),
    )
