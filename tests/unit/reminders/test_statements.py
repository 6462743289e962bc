"""What is due is found by its index, and as fast among many as among few."""

import json

import pytest
from sqlalchemy import Connection, Engine, text

from pwa.reminders.statements import POSTGRESQL, SQLITE
from tests.support.filling import fill

NOW_S = 1_800_000_000
LANE = 7
CLAIM = (LANE, NOW_S, 100, NOW_S + 180, 5)


@pytest.mark.parametrize("kind", ["sqlite"])
def test_sqlite_finds_what_is_due_by_its_index(engine: Engine) -> None:
    for statement, values in ((SQLITE.look, CLAIM[:2]), (SQLITE.claim, CLAIM)):
        with engine.connect() as connection:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
        steps = [str(row[-1]) for row in plan]
        by_time = "INDEX reminder_due (lane=? AND ready_at_s<?)"
        assert any(by_time in step for step in steps), steps
        assert not any(step.startswith("SCAN reminder") or "B-TREE" in step for step in steps)


@pytest.mark.parametrize("kind", ["postgresql"])
@pytest.mark.parametrize("mode", ["force_custom_plan", "force_generic_plan"])
def test_postgresql_reads_as_little_among_many_as_among_few(engine: Engine, mode: str) -> None:
    read: list[int] = []
    for stored in (1_000, 50_000):
        fill(engine, stored, lane=LANE, soon_s=NOW_S + 1000)
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text("VACUUM ANALYZE reminder"))
            connection.exec_driver_sql(f"SET plan_cache_mode = {mode}")
            read.append(pages_read(connection))
    # One level of the index more, at most.
    assert read[1] <= read[0] + 1 <= 6


def pages_read(connection: Connection) -> int:
    """Return how many pages looking takes, prepared as the driver prepares it."""
    numbered = POSTGRESQL.look.replace("%s", "$1", 1).replace("%s", "$2", 1)
    connection.exec_driver_sql("DEALLOCATE ALL")
    connection.exec_driver_sql(f"PREPARE look (bigint, bigint) AS {numbered}")
    explain = f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) EXECUTE look ({LANE}, {NOW_S})"
    found = connection.exec_driver_sql(explain).scalar_one()
    plan = (json.loads(found) if isinstance(found, str) else found)[0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])
