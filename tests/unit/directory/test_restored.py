"""After a database was brought back, phones take the numbers that are corrected then.

The phone is the client's own code, the ways back are those of docs/deploy.md.
"""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from pwa.backups import back_up, restore, settle
from pwa.directory.sheets import DAY_S
from tests.support.databases import find_server
from tests.unit.directory.conftest import Desk

ROOT = Path(__file__).parents[3]
ASKING = ROOT / "tests/js/inner/model/asking.ts"
DEPLOY = (ROOT / "docs/deploy.md").read_text("utf-8")
BEDS = {"name": "Night beds"}

Copy = Callable[[], Callable[[], None]]


@pytest.fixture
def copy(engine: Engine, tmp_path: Path) -> Copy:
    """Copies the database, and returns the way back to that copy."""
    if engine.dialect.name == "sqlite":
        database = Path(str(engine.url.database))

        def copy_file() -> Callable[[], None]:
            back_up(database, tmp_path / "copy")
            return lambda: restore(tmp_path / "copy", database, is_replacing=True)

        return copy_file
    commands = {name: command(name) for name in ("pg_dump", "pg_restore")}
    url = engine.url.set(drivername="postgresql").render_as_string(hide_password=False)
    folder = os.path.dirname(find_server("pg_ctl") or "")
    environ = {**os.environ, "DATABASE_URL": url, "PATH": f"{folder}:{os.environ['PATH']}"}

    def run(name: str) -> None:
        engine.dispose()
        subprocess.run(commands[name], shell=True, cwd=tmp_path, env=environ, check=True)

    def copy_whole() -> Callable[[], None]:
        run("pg_dump")
        return lambda: run("pg_restore")

    return copy_whole


def command(name: str) -> str:
    """Return the one command of docs/deploy.md that begins with a program."""
    (found,) = re.findall(rf"`({name} [^`]+)`", DEPLOY)
    return str(found)


def answer(desk: Desk, kit: dict[str, str]) -> str:
    """Return what the server answers a phone."""
    found = desk.sheets.by_name(kit["path"].removeprefix("/s/"))
    assert found is not None
    return json.dumps({"body": found.body, "sign": found.sign})


def phone(kit: dict[str, str], answers: list[str]) -> list[Any]:
    """Return what a phone said to each answer, and the numbers it had then."""
    node = shutil.which("node")
    assert node is not None, "Node is needed to be the phone"
    sent = {
        "kit": {"pack": "/p/00", "language": "en", "country": "US", "services": [], "sheet": kit},
        "answers": answers,
    }
    done = subprocess.run(
        [node, "--import", "tsx", ASKING],
        input=json.dumps(sent), capture_output=True, text=True, cwd=ROOT, check=True,
    )  # fmt: skip
    said: list[Any] = json.loads(done.stdout)
    return said


def test_phone_takes_a_number_that_is_corrected_after_the_way_back(
    desk: Desk, engine: Engine, copy: Copy
) -> None:
    ref = desk.directory.save(desk.north, None, BEDS | {"call": "1"})
    go_back = copy()
    kit = desk.sheets.for_kit(desk.north, None)
    for _ in range(3):
        desk.directory.save(desk.north, ref, BEDS | {"call": "2"})
    answers = [answer(desk, kit)]
    go_back()
    desk.clock.move(600)
    settle(engine, desk.clock())
    answers.append(answer(desk, kit))
    desk.directory.save(desk.north, ref, BEDS | {"call": "3"})
    answers.append(answer(desk, kit))
    assert phone(kit, answers) == [
        ["kit", ["1"]],
        ["newer", ["2"]],
        # What the desk shows is what phones have.
        ["newer", ["1"]],
        ["newer", ["3"]],
    ]


def test_correction_of_a_later_day_is_taken_though_nobody_settled_anything(
    desk: Desk, copy: Copy
) -> None:
    ref = desk.directory.save(desk.north, None, BEDS | {"call": "1"})
    go_back = copy()
    kit = desk.sheets.for_kit(desk.north, None)
    for _ in range(3):
        desk.directory.save(desk.north, ref, BEDS | {"call": "2"})
    answers = [answer(desk, kit)]
    go_back()
    desk.clock.move(DAY_S)
    desk.directory.save(desk.north, ref, BEDS | {"call": "3"})
    answers.append(answer(desk, kit))
    assert phone(kit, answers)[1:] == [["newer", ["2"]], ["newer", ["3"]]]


def test_every_way_back_numbers_sheets_above_the_one_before(desk: Desk, engine: Engine) -> None:
    desk.directory.save(desk.north, None, BEDS | {"call": "1"})
    editions = []
    for _ in range(3):
        settle(engine, desk.clock())
        with engine.connect() as connection:
            found = connection.execute(text("SELECT edition FROM sheet")).scalar_one()
        editions.append(found)
    assert editions[0] >= desk.clock()
    assert editions == sorted(set(editions))


def test_edition_tells_the_day_of_a_change_and_no_more(desk: Desk) -> None:
    def edition() -> int:
        number: int = json.loads(desk.sheets.for_kit(desk.north, None)["body"])["edition"]
        return number

    seen = []
    for _ in range(3):
        desk.clock.move(777)
        desk.directory.save(desk.north, None, {"name": str(desk.clock()), "call": "1"})
        seen.append(edition())
    day_s = int(desk.clock()) // DAY_S * DAY_S
    assert seen == [day_s, day_s + 1, day_s + 2]
