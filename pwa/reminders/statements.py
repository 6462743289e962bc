"""The statements by which a sender claims and settles, as both databases run them fastest.

One statement claims a batch and, on PostgreSQL, one settles it. SQLite has no way to send: there
one prepared statement for each row costs less. Each is atomic by itself.
"""

from dataclasses import dataclass

# In order, so that no planner prefers to read on from the start of the table.
LOOK = """SELECT 1 FROM reminder WHERE lane = {0} AND ready_at_s <= {0}
ORDER BY ready_at_s LIMIT 1"""
# Picked apart, so that the limit holds whatever the planner does. In the order of Claimed's fields.
CLAIM = """WITH picked AS (SELECT id_hash FROM reminder WHERE lane = {0} AND ready_at_s <= {0}
ORDER BY ready_at_s LIMIT {0} {1})
UPDATE reminder SET ready_at_s = {0}, lease = {0} WHERE id_hash IN (SELECT id_hash FROM picked)
RETURNING id_hash, sealed, vapid, seen_day, until_s, tries"""


@dataclass(frozen=True, slots=True)
class Statements:
    """What is asked of one kind of database, with the values in this order.

    look: lane, now. claim: lane, now, count, end of lease, lease. settle: ready, until, tries,
    VAPID name, hash, lease. delete: hash, lease. These two take one row at a time, or where
    `in_columns` says so all rows as columns.
    """

    look: str
    claim: str
    settle: str
    delete: str
    in_columns: bool


SQLITE = Statements(
    look=LOOK.format("?"),
    claim=CLAIM.format("?", ""),
    settle="""UPDATE reminder SET ready_at_s = ?, until_s = ?, tries = ?, vapid = ?, lease = NULL
WHERE id_hash = ? AND lease = ?""",
    delete="DELETE FROM reminder WHERE id_hash = ? AND lease = ?",
    in_columns=False,
)
POSTGRESQL = Statements(
    look=LOOK.format("%s"),
    claim=CLAIM.format("%s", "FOR UPDATE SKIP LOCKED"),
    settle="""UPDATE reminder SET ready_at_s = each.ready, until_s = each.until,
tries = each.tried, vapid = each.signed, lease = NULL
FROM unnest(%s::bigint[], %s::bigint[], %s::smallint[], %s::text[], %s::bytea[], %s::bigint[])
AS each (ready, until, tried, signed, key, held)
WHERE reminder.id_hash = each.key AND reminder.lease = each.held""",
    delete="""DELETE FROM reminder USING unnest(%s::bytea[], %s::bigint[]) AS each (key, held)
WHERE reminder.id_hash = each.key AND reminder.lease = each.held""",
    in_columns=True,
)


def statements_of(dialect: str) -> Statements:
    """Return the statements of a dialect, by SQLAlchemy's name for it."""
    return {"sqlite": SQLITE, "postgresql": POSTGRESQL}[dialect]
