"""What the tests of reminders share: keys, a sealer, a service, and chance that is none."""

import pytest
from sqlalchemy import Engine

from pwa import db
from pwa.reminders.endpoints import Services
from pwa.reminders.rules import Rule
from pwa.reminders.seal import Sealer
from pwa.reminders.service import Keeping, ReminderService
from tests.support.clock import FixedClock

KEY = b"k" * 32
ENDPOINT = "https://fcm.googleapis.com/fcm/send/abc"
OTHER = "https://updates.push.services.mozilla.com/wpush/v2/def"
RULE = Rule(frozenset(range(1, 8)), 0, 1440, "UTC", 1, "day")


@pytest.fixture
def sealer() -> Sealer:
    return Sealer(KEY)


@pytest.fixture
def service(engine: Engine, sealer: Sealer, clock: FixedClock) -> ReminderService:
    keeping = Keeping(sealer, Services(), "new")
    return ReminderService(db.open_sessions(engine), keeping, clock, lambda _count: 0)
