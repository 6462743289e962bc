"""The journal tells days: no time of day is left in it, nor an order within a day."""

import secrets
from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

from pwa.migrations.versions.m0002_desk import POSTGRESQL, SQLITE

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

DAY_S = 86_400
CHANCE_BITS = 47
# Nobody writes an entry between the reading and the new table: it would be lost.
LOCK = "LOCK TABLE desk_journal IN ACCESS EXCLUSIVE MODE"
COUNT_ON = "SELECT setval(pg_get_serial_sequence('desk_journal', 'id'), max(id)) FROM desk_journal"
READ = sa.text("SELECT agency_id, member_id, at_s, action, subject_id FROM desk_journal")


def upgrade() -> None:
    """Write every entry anew, under its day and by chance; nothing else of it changes."""
    kind = sa.BigInteger().with_variant(sa.Integer, "sqlite")
    key = sa.Column("id", kind, primary_key=True, autoincrement=False)
    _rewrite(key, lambda _at, day: day << CHANCE_BITS | secrets.randbits(CHANCE_BITS))


def downgrade() -> None:
    """Give the entries numbers from 1 again, without the times that are gone."""
    _rewrite(sa.Column("id", sa.Integer, primary_key=True), lambda at, _day: at + 1)
    if op.get_bind().dialect.name != "sqlite":
        # The next number comes after those that were given here.
        op.execute(COUNT_ON)


def _rewrite(key: sa.Column[int], number: Callable[[int, int], int]) -> None:
    """Make the table again and fill it, since nobody can change what is in it."""
    connection = op.get_bind()
    is_sqlite = connection.dialect.name == "sqlite"
    if not is_sqlite:
        op.execute(LOCK)
    rows = list(connection.execute(READ).mappings())
    secrets.SystemRandom().shuffle(rows)
    rows.sort(key=lambda row: row["at_s"] // DAY_S)
    op.drop_table("desk_journal")
    table = op.create_table(
        "desk_journal",
        key,
        sa.Column("agency_id", sa.Integer, sa.ForeignKey("desk_agency.id"), nullable=False),
        sa.Column("member_id", sa.Integer, sa.ForeignKey("desk_member.id")),
        sa.Column("at_s", sa.BigInteger, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("subject_id", sa.Integer),
    )
    op.create_index("ix_desk_journal_agency_id", "desk_journal", ["agency_id"])
    days = (row["at_s"] // DAY_S for row in rows)
    op.bulk_insert(
        table,
        [
            {**row, "id": number(at, day), "at_s": day * DAY_S}
            for at, (row, day) in enumerate(zip(rows, days, strict=True))
        ],
    )
    # On PostgreSQL the function that refuses is there already.
    for statement in SQLITE if is_sqlite else POSTGRESQL[1:]:
        op.execute(statement)
