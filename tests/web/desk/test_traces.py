"""Two people whom an agency helps leave the same traces on the server: a use of a kit each."""

import copy
import logging
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import inspect, text

from pwa.desk.signin.totp import STEP_S
from pwa.desk.upkeep import forget
from tests.support.desk import Person
from tests.web.desk.test_kits import code_in, make

PHONES: tuple[dict[str, Any], ...] = (
    {
        "environ_base": {"REMOTE_ADDR": "192.0.2.71"},
        "headers": {"User-Agent": "Moto-First", "Accept-Language": "es-MX"},
    },
    {
        "environ_base": {"REMOTE_ADDR": "2001:db8:7::72"},
        "headers": {"User-Agent": "Pixel-Second", "Accept-Language": "fr-BE, es"},
    },
)
TOLD = ("192.0.2.71", "2001:db8:7", "Moto-First", "Pixel-Second", "es-MX", "fr-BE")

Rows = dict[str, list[dict[str, Any]]]


def all_rows(app: Flask) -> Rows:
    with app.extensions["pwa-engine"].connect() as connection:
        found = {}
        for name in inspect(connection).get_table_names():
            # In an order of ours: PostgreSQL puts a changed row last.
            rows = connection.execute(text(f'SELECT * FROM "{name}" ORDER BY 1'))
            found[name] = [dict(row._mapping) for row in rows]
        return found


def use(app: Flask, code: str, phone: dict[str, Any]) -> None:
    """Do with a start code what a phone does, from the cover to newer numbers."""
    client = app.test_client()
    assert client.get("/list/", **phone).status_code == 200
    kit = client.post("/k", json={"code": code}, **phone).get_json()
    for path in (kit["pack"], kit["notes"], kit["sheet"]["path"]):
        assert client.get(path, **phone).status_code == 200
    assert client.post("/x", json={"all": True}, **phone).status_code == 204


def numbers_near(rows: Rows, moment_s: float) -> list[tuple[str, str, int]]:
    """Return each number that tells a moment to the hour: seconds, or an app's half minutes."""
    return [
        (table, name, value)
        for table, found in rows.items()
        for row in found
        for name, value in row.items()
        if isinstance(value, int)
        and any(abs(value * unit_s - moment_s) < 3600 for unit_s in (1, STEP_S))
    ]


def test_two_hours_later_no_row_tells_at_what_hour_a_kit_was_made(
    app: Flask, advocate: Person
) -> None:
    advocate.send("/desk/sign-in", email="nobody@north.example", password="x")
    beds = {"name": "Night beds", "call": "1"}
    assert advocate.post("/desk/services/new", **beds).status_code == 303
    make(advocate)
    made_s = advocate.clock()
    seen = numbers_near(all_rows(app), made_s)
    assert {("desk_member", "totp_step"), ("desk_session", "seen_at_s")} <= {
        (table, name) for table, name, _ in seen
    }, "the probe must see them"
    advocate.clock.move(2 * 3600)
    forget(app.extensions["pwa-desk"])
    rows = all_rows(app)
    assert len(rows["kit"]) == 1
    assert len(rows["desk_journal"]) == 3
    assert numbers_near(rows, made_s) == []


def test_two_people_leave_the_same_rows_but_for_random_values(
    app: Flask, advocate: Person, caplog: pytest.LogCaptureFixture
) -> None:
    codes = []
    for _ in PHONES:
        # They come to the desk one after the other.
        advocate.clock.move(600)
        codes.append(code_in(make(advocate)))
    states = [all_rows(app)]
    with caplog.at_level(logging.DEBUG):
        for code, phone in zip(codes, PHONES, strict=True):
            use(app, code, phone)
            states.append(all_rows(app))
    before, middle, after = states
    # Each use changed one number of one row, and nothing else in any table.
    for old, new, place in ((before, middle, 0), (middle, after, 1)):
        wanted = copy.deepcopy(old)
        wanted["kit"][place]["uses_left"] -= 1
        assert new == wanted
    first, second = after["kit"]
    assert {key for key in first if first[key] != second[key]} == {"id", "code_index", "code_hash"}
    kept = str(after) + caplog.text
    assert "June" in kept, "the probe must see the rows"
    assert [each for each in (*TOLD, *codes) if each in kept] == []
