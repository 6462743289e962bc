"""Reminders: sealed, found by keyed hashes and by the time they are ready."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of reminders."""
    op.create_table(
        "reminder",
        sa.Column("id_hash", sa.LargeBinary(32), primary_key=True),
        sa.Column("endpoint_hash", sa.LargeBinary(32), nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.Column("lane", sa.BigInteger, nullable=False),
        sa.Column("vapid", sa.String(16), nullable=False),
        sa.Column("seen_day", sa.Integer, nullable=False),
        sa.Column("ready_at_s", sa.BigInteger, nullable=True),
        sa.Column("until_s", sa.BigInteger, nullable=False),
        sa.Column("tries", sa.SmallInteger, nullable=False),
        sa.Column("lease", sa.BigInteger, nullable=True),
    )
    op.create_index("reminder_due", "reminder", ["lane", "ready_at_s"])
    op.create_index("reminder_endpoint", "reminder", ["endpoint_hash"])
    op.create_index("reminder_seen", "reminder", ["seen_day"])


def downgrade() -> None:
    """Drop the table of reminders."""
    op.drop_table("reminder")
