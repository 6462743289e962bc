"""Reminders that are due right now, written straight into the table."""

import secrets
import time
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Engine, insert, update

from pwa.reminders.endpoints import Services
from pwa.reminders.models import Reminder
from pwa.reminders.seal import Note, Sealer
from pwa.reminders.vapid import read_generation

KEY = b"\x33" * 32
SCALAR = b"\x44" * 32
LOOPBACK = Services(takes_loopback=True)
WINDOW_S = 3600


def insert_due(
    engine: Engine, endpoints: Sequence[str], *, now_s: float | None = None, vapid: str = ""
) -> list[bytes]:
    """Keep a daily reminder for each endpoint, due now and for an hour; return their hashes."""
    at_s, sealer = int(time.time() if now_s is None else now_s), Sealer(KEY)
    rows = [
        row_for(sealer, each, at_s, vapid or read_generation(SCALAR).name) for each in endpoints
    ]
    with engine.begin() as connection:
        connection.execute(insert(Reminder), rows)
    return [row["id_hash"] for row in rows]


def make_all_due(engine: Engine) -> None:
    """Make every reminder there is due now and for an hour."""
    now_s = int(time.time())
    with engine.begin() as connection:
        connection.execute(
            update(Reminder).values(ready_at_s=now_s, until_s=now_s + WINDOW_S, tries=0, lease=None)
        )


def row_for(sealer: Sealer, endpoint: str, at_s: int, vapid: str) -> dict[str, Any]:
    """Return the columns of a reminder."""
    id_hash = sealer.hash_id(secrets.token_urlsafe(32))
    note = Note(endpoint, (1, 2, 3, 4, 5, 6, 7), 0, 1440, "UTC", 1, "day", 719_163)
    return {
        "id_hash": id_hash,
        "endpoint_hash": sealer.hash_endpoint(endpoint),
        "sealed": sealer.seal(note, id_hash),
        "lane": sealer.lane_of(LOOPBACK.service_of(endpoint) or ""),
        "vapid": vapid,
        "seen_day": at_s // 86_400,
        "ready_at_s": at_s,
        "until_s": at_s + WINDOW_S,
        "tries": 0,
        "lease": None,
    }
