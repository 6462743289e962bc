"""Editions count on from the seconds of a day, which outgrow 32 bits in 2038."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make room for them."""
    with op.batch_alter_table("sheet") as sheet:
        sheet.alter_column("edition", type_=sa.BigInteger, existing_type=sa.Integer)


def downgrade() -> None:
    """Go back to 32 bits; the numbers fit until then."""
    with op.batch_alter_table("sheet") as sheet:
        sheet.alter_column("edition", type_=sa.Integer, existing_type=sa.BigInteger)
