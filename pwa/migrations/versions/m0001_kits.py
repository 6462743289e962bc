"""Kits: what a start code stands for, how often and how long."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of kits."""
    op.create_table(
        "kit",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code_index", sa.String(64), nullable=False),
        sa.Column("code_hash", sa.String(200), nullable=False),
        sa.Column("expires_at_s", sa.BigInteger, nullable=False),
        sa.Column("uses_left", sa.Integer, nullable=False),
        sa.Column("is_revoked", sa.Boolean, nullable=False),
        sa.Column("language", sa.String(35), nullable=False),
        sa.Column("country", sa.String(2), nullable=False),
        sa.Column("cover", sa.String(40), nullable=False),
        sa.Column("exit_site", sa.String(300), nullable=False),
        sa.Column("services", sa.JSON, nullable=False),
        sa.Column("label", sa.String(80), nullable=False),
        sa.CheckConstraint("uses_left >= 0", name="kit_uses_left"),
    )
    op.create_index("kit_code_index", "kit", ["code_index"], unique=True)


def downgrade() -> None:
    """Drop the table of kits."""
    op.drop_index("kit_code_index", "kit")
    op.drop_table("kit")
